package render

// Misleading are the hostile texts of the escapers' tests by name, for the
// tests of whole formats.
func Misleading() map[string]string {
	texts := map[string]string{}
	for _, m := range misleading {
		texts[m.name] = m.text
	}
	return texts
}

// LiveMarkdown names what is live in a whole page of Markdown.
func LiveMarkdown(page string) string { return live([]byte(page), parseMarkdown([]byte(page))) }
