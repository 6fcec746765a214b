package evidence

import "testing"

func TestWellFormedContact(t *testing.T) {
	for _, text := range []string{"mailto:security@acme.example", "security@acme.example", "tel:+44-20-7946-0000", "https://acme.example/security", "HTTP://acme.example", "mailto:a@b.example?subject=x"} {
		if !wellFormedContact(text) {
			t.Errorf("wellFormedContact(%q) = false", text)
		}
	}
	for _, text := range []string{"", "call us", "security at acme", "mailto:", "mailto:nobody", "tel:", "tel:help", "https://", "ftp://acme.example", "a@localhost", "Sec <security@acme.example>", "a@b.example\n", "javascript:alert(1)", "://"} {
		if wellFormedContact(text) {
			t.Errorf("wellFormedContact(%q) = true", text)
		}
	}
}
