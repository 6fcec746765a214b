package render

import (
	"bytes"
	"strings"
)

// style is how a span is shown where colours are wanted. Without them it has
// no effect, so nothing may be said by style alone.
type style int

const (
	plain style = iota
	bold
	dim
	good
	bad
	warn
	note
)

// codes are the ANSI parameters of the styles.
var codes = [...]string{bold: "1", dim: "2", good: "1;32", bad: "1;31", warn: "1;33", note: "1;36"}

// page collects lines. Everything written to it is inert already.
type page struct {
	Options
	buf bytes.Buffer
}

func (p *page) blank() { p.buf.WriteByte('\n') }

// para writes spans, wrapped, every line indented by the same.
func (p *page) para(indent int, spans ...span) { p.hang(indent, nil, spans) }

// hang writes a label and beside it spans that wrap under themselves. On a
// page too narrow for both, the spans wrap under the label's first column.
func (p *page) hang(indent int, label, spans []span) {
	beside := indent + spansWidth(label)
	if p.Width-beside < minWidth/2 {
		spans = append(append([]span{}, label...), spans...)
		label, beside = nil, indent
	}
	lines := wrap(spans, p.Width-beside)
	if len(lines) == 0 && len(label) > 0 {
		lines = [][]span{nil}
	}
	for i, line := range lines {
		if i == 0 && len(label) > 0 {
			p.write(indent, append(append([]span{}, label...), line...))
			continue
		}
		p.write(beside, line)
	}
}

// field writes a dim label in a column of its own, and its text.
func (p *page) field(indent, column int, label string, spans ...span) {
	pad := strings.Repeat(" ", max(1, column-stringWidth(label)))
	p.hang(indent, []span{{dim, label}, {plain, pad}}, spans)
}

// heading begins a section: a blank line, the title and a rule below it.
func (p *page) heading(title string) {
	p.blank()
	for _, line := range wrap([]span{{bold, title}}, p.Width) {
		p.write(0, line)
	}
	p.write(0, []span{{dim, strings.Repeat("─", min(p.Width, stringWidth(title)))}})
}

func (p *page) write(indent int, line []span) {
	if len(line) > 0 {
		p.buf.WriteString(strings.Repeat(" ", indent))
	}
	for i, s := range line {
		text := s.text
		if i == len(line)-1 {
			text = strings.TrimRight(text, " ")
		}
		if p.Colour && s.style != plain {
			p.buf.WriteString("\x1b[" + codes[s.style] + "m" + text + "\x1b[0m")
			continue
		}
		p.buf.WriteString(text)
	}
	p.buf.WriteByte('\n')
}

// minColumn is the least that the widest column of a table may have.
const minColumn = 26

// cell is one cell of a table.
type cell = []span

// table writes rows in aligned columns; flex names the column that takes what
// the others leave. A row of one cell is a heading among them. Where too little
// is left to read, the rows are stacked.
func (p *page) table(indent, flex int, rows [][]cell) {
	var widths []int
	for _, row := range rows {
		if len(row) > 1 && widths == nil {
			widths = make([]int, len(row))
		}
		for c := range row {
			if len(row) > 1 {
				widths[c] = max(widths[c], spansWidth(row[c]))
			}
		}
	}
	left := p.Width - indent - 2*(len(widths)-1)
	for c := range widths {
		if c != flex {
			widths[c] = min(widths[c], p.Width*3/8)
			left -= widths[c]
		}
	}
	stacked := len(widths) > 0 && left < min(widths[flex], minColumn)
	if len(widths) > 0 {
		widths[flex] = min(widths[flex], left)
	}
	for _, row := range rows {
		switch {
		case len(row) == 1:
			p.para(max(0, indent-2), row[0]...)
		case stacked:
			p.stack(indent, row)
		default:
			p.row(indent, widths, row)
		}
	}
}

func (p *page) row(indent int, widths []int, row []cell) {
	lines, height := make([][][]span, len(row)), 0
	for c := range row {
		lines[c] = wrap(row[c], widths[c])
		height = max(height, len(lines[c]))
	}
	for i := range height {
		var line []span
		gap := 0
		for c := range row {
			var text []span
			if i < len(lines[c]) {
				text = lines[c][i]
			}
			if len(text) > 0 {
				line = append(append(line, span{plain, strings.Repeat(" ", gap)}), text...)
				gap = 0
			}
			gap += widths[c] - spansWidth(text) + 2
		}
		p.write(indent, line)
	}
}

// stack writes a row on lines of its own: a first cell that is a mere symbol
// goes before the second, and the rest stands below.
func (p *page) stack(indent int, row []cell) {
	var label []span
	if spansWidth(row[0]) == 1 {
		label, row = append(append([]span{}, row[0]...), span{plain, " "}), row[1:]
	}
	p.hang(indent, label, row[0])
	var below []span
	for _, c := range row[1:] {
		if spansWidth(c) == 0 {
			continue
		}
		if len(below) > 0 {
			below = append(below, span{plain, " · "})
		}
		below = append(below, c...)
	}
	p.para(indent+2, below...)
}
