package render

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// span is text in one style. The text is inert and without line breaks.
type span struct {
	style style
	text  string
}

// glyph is one character of a line being laid out.
type glyph struct {
	char  rune
	style style
	width int
}

// runeWidth is the number of columns that a terminal gives to r: two for wide
// East Asian characters and emoji, none for marks that stand on another.
func runeWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// Columns is the number of columns that a terminal gives to a text without
// control characters.
func Columns(s string) int { return stringWidth(s) }

// Wrap makes a text inert and lays it out in lines of at most columns; between
// wide characters it breaks too.
func Wrap(text string, columns int) []string {
	var lines []string
	for _, line := range wrap([]span{{plain, Line(text, maxMessage*4)}}, columns) {
		var b strings.Builder
		for _, s := range line {
			b.WriteString(s.text)
		}
		lines = append(lines, b.String())
	}
	return lines
}

func stringWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func spansWidth(spans []span) int {
	n := 0
	for _, s := range spans {
		n += stringWidth(s.text)
	}
	return n
}

// notFirst are closing marks that may not begin a line in East Asian text.
const notFirst = "、。，．：；！？）］｝」』】〕〉》…%"

// wrap lays spans out in lines of at most columns: it breaks at spaces and
// beside wide characters, a word that is too long (a path, a digest) after its
// punctuation, and else anywhere.
func wrap(spans []span, columns int) [][]span {
	glyphs := make([]glyph, 0, 64)
	for _, s := range spans {
		for _, r := range s.text {
			glyphs = append(glyphs, glyph{r, s.style, runeWidth(r)})
		}
	}
	var lines [][]span
	for len(glyphs) > 0 {
		glyphs = uncommanded(glyphs)
		end := lineEnd(glyphs, columns)
		lines = append(lines, join(glyphs[:end]))
		glyphs = glyphs[end:]
		for len(glyphs) > 0 && glyphs[0].char == ' ' {
			glyphs = glyphs[1:]
		}
	}
	return lines
}

// uncommanded keeps a line from beginning as a command to a runner of
// continuous integration, ::name, which such runners obey in any log.
func uncommanded(glyphs []glyph) []glyph {
	if len(glyphs) < 2 || glyphs[0].char != ':' || glyphs[1].char != ':' {
		return glyphs
	}
	var written []glyph
	for _, r := range `\u{3a}` {
		written = append(written, glyph{r, glyphs[0].style, 1})
	}
	return append(written, glyphs[1:]...)
}

// lineEnd is how many glyphs the next line takes, at least one.
func lineEnd(glyphs []glyph, columns int) int {
	used, atSpace, atMark := 0, 0, 0
	for i, g := range glyphs {
		if i > 0 && g.width > 0 {
			if g.char == ' ' || glyphs[i-1].char == ' ' || breaksBeside(glyphs[i-1], g) {
				atSpace = i
			}
			if strings.ContainsRune("/.:_-,;@&?=", glyphs[i-1].char) {
				atMark = i
			}
		}
		if used += g.width; used <= columns || i == 0 {
			continue
		}
		switch {
		case atSpace > 0:
			return atSpace
		case atMark > 0:
			return atMark
		default:
			return i
		}
	}
	return len(glyphs)
}

func breaksBeside(a, b glyph) bool {
	return (a.width == 2 || b.width == 2) && !strings.ContainsRune(notFirst, b.char)
}

// join makes spans of glyphs again, without the spaces at the line's end.
func join(glyphs []glyph) []span {
	for len(glyphs) > 0 && glyphs[len(glyphs)-1].char == ' ' {
		glyphs = glyphs[:len(glyphs)-1]
	}
	var spans []span
	for start := 0; start < len(glyphs); {
		end := start
		var b strings.Builder
		for end < len(glyphs) && glyphs[end].style == glyphs[start].style {
			b.WriteRune(glyphs[end].char)
			end++
		}
		spans = append(spans, span{glyphs[start].style, b.String()})
		start = end
	}
	return spans
}
