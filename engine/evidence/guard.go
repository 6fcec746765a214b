package evidence

import (
	"context"
	"fmt"
)

// codeInternal: the reader of a document broke down. The fault is ours.
const codeInternal = "internal_error"

// guarded turns a panic of a reader into a problem of the one document that it
// read. The document stays unreadable, so nothing that needs it can pass, and
// the others are read.
func guarded(read func() reading) (got reading) {
	defer func() {
		if fault := recover(); fault != nil {
			got = reading{problems: []Problem{{Code: codeInternal,
				Message: "bidgate broke down on this document (" + quoted(fmt.Sprint(fault)) + "), which is a fault of bidgate; report it, and let a person look at the document"}}}
		}
	}()
	return read()
}

// ReadContext is Read for as long as the context lasts, which is asked between
// documents and before what is measured over all of them. The error is the
// context's, and there is no dossier beside it.
func ReadContext(ctx context.Context, b *Bundle) (*Dossier, error) { return readWhile(ctx, b) }
