package render

import "strings"

// escapeCSV makes text from outside inert in a cell: a spreadsheet takes a cell
// that begins with one of these marks for a formula, also where it parts cells
// at semicolons. The cell is not yet quoted.
func escapeCSV(s string, columns int) string { return formulaless(Escape(s, columns)) }

func formulaless(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start && strings.ContainsRune("=+-@＝＋－＠\t\r|%", r) {
			b.WriteByte('\'')
		}
		if r != ' ' && r != '"' && r != '\'' {
			start = r == ';'
		}
		b.WriteRune(r)
	}
	return b.String()
}
