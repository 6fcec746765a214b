package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/report"
)

// maxMarks is how many combining marks may stand on one character: no living
// script needs more, and a heap of them runs into the lines above and below.
const maxMarks = 3

// Escape makes text from outside inert for a terminal or a log: one line of
// valid UTF-8, at most columns wide, cut short with "…". Whatever a terminal
// would obey or not show (control, format, private and unassigned characters,
// marks with nothing to stand on) is written as \u{…}, a byte that is not
// UTF-8 as \x{…}, and a backslash that would imitate either as \u{5c}. Every
// kind of space is a plain space. Runners of continuous integration obey ##[…]
// and ##vso[…] anywhere in a line of a log, so that the first # is written out.
//
// Text is escaped once, where it enters a line: a second time would escape the
// escapes. Line is for what is composed of such pieces.
func Escape(s string, columns int) string { return escape(s, columns, true) }

// Line makes a line that is composed of several pieces inert, whether they are
// escaped already or not. It is Escape but for a backslash, which stays as it
// is, so that Line changes nothing in what Escape or Line gave.
func Line(s string, columns int) string { return escape(s, columns, false) }

func escape(s string, columns int, backslash bool) string {
	columns = max(columns, 1)
	var b strings.Builder
	width, marks, cut := 0, maxMarks, 0 // nothing before the first mark
	for i, r := range s {
		piece := inert(s[i:], r, marks)
		if r == '\\' && !backslash {
			piece = `\`
		}
		if unicode.IsMark(r) && strings.HasPrefix(s[i:], piece) {
			marks++
		} else {
			marks = 0
		}
		w := stringWidth(piece)
		if width+w > columns {
			return b.String()[:cut] + "…"
		}
		b.WriteString(piece)
		if width += w; width < columns {
			cut = b.Len()
		}
	}
	return b.String()
}

// inert is the first character r of s as it may be shown after so many marks.
func inert(s string, r rune, marks int) string {
	_, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n == 1:
		return fmt.Sprintf(`\x{%02x}`, s[0])
	case r == '\\' && len(s) > 2 && (s[1] == 'u' || s[1] == 'x') && s[2] == '{':
		return `\u{5c}`
	case r == '#' && report.Obeyed(s):
		return `\u{23}`
	case unicode.Is(unicode.Zs, r):
		return " "
	case !report.Visible(r), unicode.IsMark(r) && marks >= maxMarks:
		return fmt.Sprintf(`\u{%x}`, r)
	default:
		return s[:n]
	}
}
