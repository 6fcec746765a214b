package render

import "strings"

// Tone is how a text is shown where colours are wanted; without them it has no
// effect, so nothing may be said by tone alone.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Bold
	Dim
	Good
	Bad
	Warn
)

// tones are the styles of the tones.
var tones = [...]style{Plain: plain, Bold: bold, Dim: dim, Good: good, Bad: bad, Warn: warn}

// Say is a text in a tone. It may come from anywhere: a Sheet makes it inert.
type Say struct {
	Tone Tone
	Text string
}

// Sheet collects lines for a terminal or a file, laid out as the text of a
// report is: folded at the width of the options by the columns that a terminal
// gives to each character, of which East Asian ones have two. The zero value is
// of no use; NewSheet makes one. It is not safe for concurrent use.
type Sheet struct{ page page }

// NewSheet begins a sheet; of the options it takes width and colour.
func NewSheet(o Options) *Sheet {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	o.Width = max(o.Width, minWidth)
	return &Sheet{page{Options: o}}
}

// Width is the number of columns of a line.
func (s *Sheet) Width() int { return s.page.Width }

// Blank writes an empty line.
func (s *Sheet) Blank() { s.page.blank() }

// Rule writes a line across the sheet.
func (s *Sheet) Rule() {
	s.page.write(0, []span{{dim, strings.Repeat("─", s.page.Width)}})
}

// Put writes a label and beside it texts, which fold under themselves; label is
// our own word and has the room of column columns, or of itself where that is 0.
func (s *Sheet) Put(indent, column int, label string, texts ...Say) {
	var spans []span
	for _, t := range texts {
		spans = append(spans, span{tones[t.Tone], Line(t.Text, len(t.Text)+DefaultWidth)})
	}
	if label == "" && column == 0 {
		s.page.para(indent, spans...)
		return
	}
	pad := strings.Repeat(" ", max(1, column-stringWidth(label)))
	s.page.hang(indent, []span{{dim, label}, {plain, pad}}, spans)
}

// Keep writes a label and a text that stays on its line however long it is, as
// commands, digests and lines of files do, which people copy.
func (s *Sheet) Keep(indent, column int, label string, text Say) {
	line := []span{{tones[text.Tone], Line(text.Text, len(text.Text)+DefaultWidth)}}
	if label != "" {
		line = append([]span{{dim, label}, {plain, strings.Repeat(" ", max(1, column-stringWidth(label)))}}, line...)
	}
	s.page.write(indent, line)
}

// String is all that was written.
func (s *Sheet) String() string { return s.page.buf.String() }
