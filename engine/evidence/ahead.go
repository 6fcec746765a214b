package evidence

import "context"

// ahead is a reading that was begun before anybody asked for it.
type ahead struct {
	done    chan struct{}
	dossier *Dossier // nil where the reading did not come to its end
}

// ReadAhead begins to read the bundle while the caller does something else, such
// as loading policies. The next Read or ReadContext takes what it gives, and later
// ones read for themselves, so that no two callers share a dossier. A screening of
// one small SBOM by a program that has just started ends a tenth earlier
// (BenchmarkCold/components=300).
func (b *Bundle) ReadAhead(ctx context.Context) {
	a := &ahead{done: make(chan struct{})}
	b.begun.Store(a)
	go func() {
		defer close(a.done)
		defer func() { _ = recover() }() // whoever asks reads anew, and is told
		if d, err := readWhile(ctx, b); err == nil {
			a.dossier = d
		}
	}()
}

// taken gives what was read ahead, once; nil where there is nothing.
func (b *Bundle) taken(ctx context.Context) *Dossier {
	a := b.begun.Swap(nil)
	if a == nil {
		return nil
	}
	select {
	case <-a.done:
		return a.dossier
	case <-ctx.Done():
		return nil
	}
}
