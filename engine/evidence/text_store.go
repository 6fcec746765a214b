package evidence

import (
	"hash/maphash"
	"strings"
)

// textBlocks keeps many short texts in a few large ones: each alone costs a
// piece of memory, and an eighth of it more for rounding. The texts keep their
// block, so that only what is kept as long as the dossier goes there. A document
// of 300 components is walked with half the allocations (BenchmarkCycloneDX/300).
type textBlocks struct {
	block *strings.Builder
	size  int
}

// A block is twice as large as the one before, so that a small document does not
// pay for a large one. A text of more than a sixteenth of the largest stands alone.
const (
	leastBlock = 1 << 10
	mostBlock  = 64 << 10
)

// keep gives the text as a string.
func (b *textBlocks) keep(text []byte) string {
	if len(text) > mostBlock/16 {
		return string(text)
	}
	if b.block == nil || b.block.Cap()-b.block.Len() < len(text) {
		b.size = min(max(2*b.size, leastBlock), mostBlock)
		b.block = &strings.Builder{}
		b.block.Grow(max(b.size, len(text)))
	}
	start := b.block.Len()
	b.block.Write(text)
	return b.block.String()[start:]
}

// textTable gives each text a number, from 0 in the order in which they came,
// and keeps it once. It holds numbers where a map of strings holds these too,
// which takes three times as much and is gone over by the collector.
type textTable struct {
	names  []string
	slots  []textSlot // open, by sum; a power of two
	blocks textBlocks
}

// textSlot is one text; number is one more than its own, so that zero is free.
type textSlot struct {
	sum    uint32
	number int32
}

// textSeed is for the sums of one run: nobody can foretell which texts meet in
// a slot, and no sum leaves the table.
var textSeed = maphash.MakeSeed()

// id returns the number of a text, a new one for a new text.
func (t *textTable) id(text []byte) int32 {
	if 4*len(t.names) >= 3*len(t.slots) {
		t.grow()
	}
	sum, mask := uint32(maphash.Bytes(textSeed, text)), uint32(len(t.slots)-1) //nolint:gosec // half of the sum will do
	for i := sum & mask; ; i = (i + 1) & mask {
		switch s := t.slots[i]; {
		case s.number == 0:
			t.names = append(t.names, t.blocks.keep(text))
			t.slots[i] = textSlot{sum: sum, number: int32(len(t.names))} //nolint:gosec // fewer than the bytes of a document
			return int32(len(t.names) - 1)                               //nolint:gosec // the same
		case s.sum == sum && t.names[s.number-1] == string(text):
			return s.number - 1
		}
	}
}

// grow doubles the slots.
func (t *textTable) grow() {
	before := t.slots
	t.slots = make([]textSlot, max(2*len(before), 32))
	t.names = grown(t.names, 3*len(t.slots)/4-len(t.names))
	mask := uint32(len(t.slots) - 1) //nolint:gosec // a power of two
	for _, s := range before {
		if s.number == 0 {
			continue
		}
		i := s.sum & mask
		for t.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// keep is the text of its number: one copy of each.
func (t *textTable) keep(text []byte) string { return t.names[t.id(text)] }

// statedTexts are texts that repeat. What each tells is found out once: a table of
// suppliers whose names begin as placeholders do cost a twentieth of a screening.
type statedTexts struct {
	textTable
	states []State // by number; "" where nobody asked
}

// judged is a text and what it tells; a value only where that is stated.
func (t *statedTexts) judged(text []byte) Text {
	id := t.id(text)
	if n := len(t.names); n > len(t.states) {
		t.states = append(t.states, make([]State, n-len(t.states))...)
	}
	state := t.states[id]
	if state == "" {
		state = textState(text)
		t.states[id] = state
	}
	if state != Stated {
		return Text{State: state}
	}
	return Text{State: Stated, Value: t.names[id]}
}
