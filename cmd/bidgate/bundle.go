package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// archiveNames end the names of files that claim to be archives: what is in
// them is then never taken for one document.
var archiveNames = []string{".zip", ".tar", ".tar.gz", ".tgz"}

// standardInput stands for a bundle that comes on standard input.
const standardInput = "-"

// stdinDocument is the path of the one document that came on standard input.
// It has no ending, so that its content alone tells what it is.
const stdinDocument = "stdin"

// openBundle reads the folder, archive or single document at path.
func (p *program) openBundle(ctx context.Context, path string, limits evidence.Limits) (*evidence.Bundle, error) {
	if path == standardInput {
		return openInput(ctx, p.stdin, limits)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, cannotRead(path, err, giveBundle)
	case info.IsDir():
		return openFolder(path, limits)
	case !info.Mode().IsRegular():
		return nil, notABundle(path) // opening a pipe would wait for ever
	}
	f, err := os.Open(path) //nolint:gosec // the operator names it
	if err != nil {
		return nil, cannotRead(path, err, giveBundle)
	}
	defer f.Close() //nolint:errcheck // only read
	var bundle *evidence.Bundle
	if claimsArchive(path) {
		bundle, err = evidence.OpenArchive(f, info.Size(), limits)
	} else {
		makeRoom(info.Size())
		bundle, err = evidence.OpenStream(filepath.Base(path), f, limits)
	}
	if err != nil {
		return nil, badArchive(path, err)
	}
	return bundle, nil
}

// opener opens the bundle at a path.
type opener func(path string) (*evidence.Bundle, error)

// openAhead opens bundles when they are asked for. A bundle that is alone, and
// does not come on standard input, is opened now and read while the policies are
// loaded: what is wrong with it is told when it is asked for.
func (p *program) openAhead(ctx context.Context, b *buyer, alone bool) opener {
	open := func(path string) (*evidence.Bundle, error) { return p.openBundle(ctx, path, b.limits) }
	if !alone || b.bids[0].path == standardInput {
		return open
	}
	done := inBackground(func() (*evidence.Bundle, error) {
		bundle, err := open(b.bids[0].path)
		if err == nil {
			bundle.ReadAhead(ctx)
		}
		return bundle, err
	})
	return func(string) (*evidence.Bundle, error) {
		o := <-done
		return o.bundle, o.err
	}
}

// arrival is a bundle, or why there is none.
type arrival struct {
	bundle *evidence.Bundle
	err    error
}

// inBackground opens a bundle on a goroutine of its own. A panic becomes its
// error.
func inBackground(open func() (*evidence.Bundle, error)) <-chan arrival {
	done := make(chan arrival, 1)
	go func() {
		defer func() {
			if what := recover(); what != nil {
				done <- arrival{err: brokeDown(what)}
			}
		}()
		bundle, err := open()
		done <- arrival{bundle, err}
	}()
	return done
}

// openInput reads the archive or document on standard input. A terminal or a
// pipe may never end, so an interrupt does not wait for it.
func openInput(ctx context.Context, r io.Reader, limits evidence.Limits) (*evidence.Bundle, error) {
	done := inBackground(func() (*evidence.Bundle, error) { return evidence.OpenStream(stdinDocument, r, limits) })
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case o := <-done:
		if o.err != nil {
			return nil, badArchive("standard input", o.err)
		}
		return o.bundle, nil
	}
}

func openFolder(path string, limits evidence.Limits) (*evidence.Bundle, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, cannotRead(path, err, giveBundle)
	}
	defer root.Close() //nolint:errcheck // only read
	makeRoom(folderSize(root.FS()))
	bundle, err := evidence.OpenDir(root, limits)
	if err != nil {
		return nil, badArchive(path, err)
	}
	return bundle, nil
}

func claimsArchive(path string) bool {
	for _, ending := range archiveNames {
		if strings.HasSuffix(strings.ToLower(path), ending) {
			return true
		}
	}
	return false
}
