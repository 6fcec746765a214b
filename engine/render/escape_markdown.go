package render

import (
	"strings"
	"unicode/utf8"
)

// escapeMarkdown makes text from outside inert in a paragraph, list or cell of
// Markdown as CommonMark, GitHub and GitLab read it. Only text that follows
// something of ours on its line is safe: a mark at the start of a line is not
// escaped.
func escapeMarkdown(s string, columns int) string { return markdownOf(Escape(s, columns)) }

// joint is an empty comment. It parts two characters where a code host would
// find a link, a mention or an emoji after Markdown has been read, and where a
// backslash would be gone by then.
const joint = "<!-- -->"

// markdownOf writes inert text as Markdown.
func markdownOf(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if strings.ContainsRune("\\`*_[]<>|~&$", r) {
			b.WriteByte('\\')
		}
		b.WriteString(s[i : i+n])
		if jointed(s, i, i+n) {
			b.WriteString(joint)
		}
		i += n
	}
	return b.String()
}

// jointed says that what stands at [i:next] and what follows it belong apart.
func jointed(s string, i, next int) bool {
	after := s[next:]
	switch c := s[i]; {
	case after == "":
		return false
	case strings.IndexByte("@#!%&~$^", c) >= 0:
		return !strings.HasPrefix(after, " ") // a mention, or a number of something
	case c == ':':
		return strings.HasPrefix(after, "//") || shortcode(after)
	case c == '-':
		return i >= 2 && strings.EqualFold(s[i-2:i], "gh") && digit(after[0])
	case c == 'w' || c == 'W':
		return after[0] == '.' && i >= 2 && strings.EqualFold(s[i-2:next], "www")
	default:
		return false
	}
}

// shortcode says that s begins with the name of an emoji and the colon that
// ends it.
func shortcode(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ':':
			return i > 0
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', digit(c), c == '_', c == '+', c == '-':
		default:
			return false
		}
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// code writes inert text as a code span, in which nothing is obeyed. A
// backquote would end it, and a bar would end the cell of a table.
func code(s string) string {
	if strings.TrimSpace(s) == "" {
		return nothingToSay
	}
	return "`" + strings.NewReplacer("`", `\u{60}`, "|", `\u{7c}`).Replace(s) + "`"
}
