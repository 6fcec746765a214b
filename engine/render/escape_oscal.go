package render

import "strings"

// escapeOSCAL makes text from outside inert in a field that OSCAL reads as
// Markdown: neither a mark of its subset nor the start of a block remains.
func escapeOSCAL(s string, columns int) string { return oscalMarks(Escape(s, columns)) }

// oscalMarks writes inert text as the Markdown of OSCAL.
func oscalMarks(s string) string {
	s = oscalMark.Replace(s)
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if at := digits; at < len(s) && (digits == 0 && strings.IndexByte("#+-=:|", s[0]) >= 0 || digits > 0 && (s[at] == '.' || s[at] == ')')) {
		return s[:at] + `\` + s[at:] // the start of a heading or list
	}
	return s
}

var oscalMark = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"~", `\~`, "^", `\^`, "{", `\{`, "}", `\}`, "&", `\&`)
