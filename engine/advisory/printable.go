package advisory

import "strconv"

// printable makes text from a publisher fit for a message: quoted, on one line,
// short, and without characters that change how the line is shown.
func printable(s string) string {
	if r := []rune(s); len(r) > 80 {
		s = string(r[:80]) + "…"
	}
	return strconv.QuoteToGraphic(s)
}
