package evidence

import (
	"context"
	"fmt"
	"sync/atomic"
)

// codeInternal: the reader of a document broke down. The fault is ours.
const codeInternal = "internal_error"

// guarded turns a panic of a reader into a problem of the one document that it
// read. The document stays unreadable, so nothing that needs it can pass, and
// the others are read.
func guarded(read func() reading) (got reading) {
	defer func() {
		if fault := recover(); fault != nil {
			got = reading{problems: []Problem{breakdown(fault)}}
		}
	}()
	return read()
}

func breakdown(fault any) Problem {
	return Problem{Code: codeInternal,
		Message: "bidgate broke down on this document (" + quoted(fmt.Sprint(fault)) + "), which is a fault of bidgate; report it, and let a person look at the document"}
}

// beside begins work on another goroutine, and gives what waits for its end. A
// panic of the work is that of the one who waits, so that the guard of the
// document meets it.
func beside(work func()) (wait func()) {
	var fault any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fault = recover() }()
		work()
	}()
	return func() {
		<-done
		if fault != nil {
			panic(fault)
		}
	}
}

// shared begins pieces of work beside what follows. The function that it returns
// takes the pieces that are not begun yet, and then waits for the others.
func shared(pieces ...func()) (finish func()) {
	var begun atomic.Int32
	take := func() {
		for i := int(begun.Add(1)); i <= len(pieces); i = int(begun.Add(1)) {
			pieces[i-1]()
		}
	}
	wait := beside(take)
	return func() {
		take()
		wait()
	}
}

// contained does what is done of one document, and turns a panic that no
// reader's own guard has met into the problem of that document, in the same way.
func (r *reader) contained(row int, claim Kind, work func()) {
	defer func() {
		if fault := recover(); fault != nil {
			doc := &r.d.Bundle.Documents[row]
			doc.Kinds, doc.Readable = append(head{path: doc.Path, claim: claim}.claims(), KindAttachment)[:1], false
			doc.Problems = append(doc.Problems, breakdown(fault))
		}
	}()
	work()
}

// readParts reads the documents that may belong together. A panic on the way
// makes all of them that were not read unreadable: which of them it was that
// was broken, nobody knows.
func (r *reader) readParts() {
	defer func() {
		fault := recover()
		if fault == nil {
			return
		}
		for _, later := range r.together {
			if doc := &r.d.Bundle.Documents[later.row]; !doc.Readable {
				doc.Kinds, doc.Problems = append(later.head.claims(), KindThreatModel)[:1], append(doc.Problems, breakdown(fault))
			}
		}
	}()
	r.readTogether()
}

// ReadContext is Read for as long as the context lasts, which is asked between
// documents and before what is measured over all of them. The error is the
// context's, and there is no dossier beside it.
func ReadContext(ctx context.Context, b *Bundle) (*Dossier, error) { return readOnce(ctx, b) }
