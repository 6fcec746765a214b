package evidence

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"sync"
)

// cursor is a place in a text that only moves forward. A line ends at a line
// feed; a column counts code points from 1.
type cursor struct {
	data         []byte
	offset       int
	line, column int
}

// advance moves the cursor to an offset at or after its own.
func (c *cursor) advance(to int) {
	to = min(to, len(c.data))
	passed := c.data[c.offset:max(to, c.offset)]
	if n := bytes.Count(passed, newline); n > 0 {
		c.line += n
		c.column = 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	c.column += codePoints(passed)
	c.offset = max(to, c.offset)
}

var newline = []byte{'\n'}

// codePoints counts the bytes that are no continuation bytes of UTF-8, eight at
// a time: to look through a document for its lines takes a seventh of what it does
// byte by byte (BenchmarkLineIndex).
func codePoints(data []byte) int {
	n := len(data)
	for ; len(data) >= 8; data = data[8:] {
		x := binary.LittleEndian.Uint64(data)
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & 0x0101010101010101)
	}
	for _, b := range data {
		if b&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// lineColumnIn counts from the start of data; for a single place.
func lineColumnIn(data []byte, offset int) (line, column int) {
	c := cursor{data: data, line: 1, column: 1}
	c.advance(offset)
	return c.line, c.column
}

// lineBlock is the distance of the marks of a lineIndex: what a look-up has to
// scan at most, also where a whole document stands on one line.
const lineBlock = 4096

// lineIndex holds line and column at every block's start.
type lineIndex struct {
	once  sync.Once
	marks []lineMark
}

// lineMarks makes the marks of a lineIndex, piece by piece.
type lineMarks struct {
	cursor
	marks []lineMark
}

func newLineMarks(data []byte) *lineMarks {
	return &lineMarks{cursor: cursor{data: data, line: 1, column: 1}, marks: make([]lineMark, 0, len(data)/lineBlock+1)}
}

// until makes the marks up to an offset.
func (m *lineMarks) until(end int) {
	for at := len(m.marks) * lineBlock; at <= end; at += lineBlock {
		m.advance(at)
		m.marks = append(m.marks, lineMark{int32(m.line), int32(m.column)})
	}
}

type lineMark struct{ line, column int32 }

// lineColumn turns a byte offset into a line and a column.
func (s *source) lineColumn(offset int64) (line, column int) {
	data := s.data
	if s.original != nil {
		data, offset = s.original.data, s.original.offset(offset)
	}
	s.lines.once.Do(func() {
		m := newLineMarks(data)
		m.until(len(data))
		s.lines.marks = m.marks
	})
	at := min(max(int(offset), 0), len(data))
	mark := s.lines.marks[at/lineBlock]
	c := cursor{data: data, offset: at / lineBlock * lineBlock, line: int(mark.line), column: int(mark.column)}
	c.advance(at)
	return c.line, c.column
}
