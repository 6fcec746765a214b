package evidence

import "sync/atomic"

// passage is how far the strict walk has come in a document, for the
// validation that follows it: no byte is validated before the walk has let it
// through. The one who walks tells, and the one who follows waits.
type passage struct {
	upTo  atomic.Int64 // what the walk has accepted ends here; -1 once it has refused
	wake  chan struct{}
	told  int // what upTo was last
	whole int // size of the document
}

// passageStep is how many bytes the walk goes before it tells.
const passageStep = 64 << 10

func newPassage(size int) *passage { return &passage{wake: make(chan struct{}, 1), whole: size} }

// tell says that a part of the document ends at an offset.
func (p *passage) tell(end int) {
	if p != nil && end-p.told >= passageStep {
		p.told = end
		p.set(end)
	}
}

// end says that the walk is over, and whether it has accepted the document.
func (p *passage) end(accepted bool) {
	switch {
	case p == nil:
	case accepted:
		p.set(p.whole)
	default:
		p.set(-1)
	}
}

func (p *passage) set(upTo int) {
	p.upTo.Store(int64(upTo))
	select {
	case p.wake <- struct{}{}:
	default: // it was woken already, and has not looked since
	}
}

// passed waits until the walk has passed the byte at an offset. It is false
// where the walk ends before that, or refuses the document.
func (p *passage) passed(at int) bool {
	for {
		switch upTo := int(p.upTo.Load()); {
		case at < upTo:
			return true
		case upTo < 0 || upTo == p.whole:
			return false
		}
		<-p.wake
	}
}

// besideSchema is a validation that runs beside the walk. Two processors
// take two thirds of the time for a large document, and the processor's time is
// the same (BenchmarkSchema/both).
type besideSchema struct {
	ended func() // waits for the end
	read  schemaReading
}

// follow begins to validate a document of which a walk has read the version.
func follow(src *source, version string, l Limits, p *passage) *besideSchema {
	b := &besideSchema{}
	b.ended = beside(func() {
		v := newValidator(src.data, l.MaxSchemaProblems)
		v.behind = p
		b.read = v.read(src, version)
	})
	return b
}

// wait gives what the validation found, once it has come to the end.
func (b *besideSchema) wait() schemaReading {
	b.ended()
	return b.read
}

// drop waits for the end of a validation whose document was refused, and for
// nothing that it says: of a refused document it may have read anything.
func (b *besideSchema) drop() {
	if b != nil {
		defer func() { _ = recover() }()
		b.ended()
	}
}
