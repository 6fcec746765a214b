package advisory

import (
	"net/url"
	"strings"
)

// cpe is what is compared of a CPE name, in lower case and unescaped; a
// wildcard or a value that is not applicable is "".
type cpe struct{ part, vendor, product, version, update string }

// parseCPE reads a formatted string (cpe:2.3:a:…) or a URI (cpe:/a:…).
func parseCPE(text string) (c cpe, ok bool) {
	lower := strings.ToLower(strings.TrimSpace(text))
	var parts []string
	switch {
	case strings.HasPrefix(lower, "cpe:2.3:"):
		parts = splitCPE(lower[len("cpe:2.3:"):])
	case strings.HasPrefix(lower, "cpe:/"):
		for _, part := range strings.Split(lower[len("cpe:/"):], ":") {
			if plain, err := url.PathUnescape(part); err == nil {
				part = plain
			}
			parts = append(parts, part)
		}
	default:
		return c, false
	}
	for i, field := range []*string{&c.part, &c.vendor, &c.product, &c.version, &c.update} {
		if i < len(parts) && parts[i] != "*" && parts[i] != "-" {
			*field = parts[i]
		}
	}
	return c, c.vendor != "" && c.product != ""
}

// splitCPE parts a formatted string at its colons; a backslash takes the
// meaning from the sign after it.
func splitCPE(text string) []string {
	var parts []string
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			i++
			b.WriteByte(text[i])
		case c == ':':
			parts = append(parts, b.String())
			b.Reset()
		default:
			b.WriteByte(c)
		}
	}
	return append(parts, b.String())
}
