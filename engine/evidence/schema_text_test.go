package evidence

import (
	"math/rand/v2"
	"testing"
)

// TestPlainURL: what is known for a link at a glance is one when it is parsed.
func TestPlainURL(t *testing.T) {
	for _, text := range []string{"https://a.example", "http://a.example/", "https://git.example/a/b_c~d@1.0+x=y,z;w&v?q!*"} {
		if !plainURL(text) {
			t.Errorf("%s is not known at a glance", text)
		}
	}
	for _, text := range []string{"", "https://", "https:///a", "ftp://a.example", "https://a.example:1", "https://u@a.example", "https://[::1]/", "https://a.example/%zz", "https://a.example/a b", `https://a.example\b`, "https://a.example/é"} {
		if plainURL(text) {
			t.Errorf("%s is known at a glance", text)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		text := []byte("https://a.b")
		for range random.IntN(12) {
			text = append(text, byte(' '+random.IntN('~'-' '+2)))
		}
		if u, ok := parseURL(string(text)); plainURL(string(text)) && (!ok || !u.IsAbs()) {
			t.Fatalf("%q is known at a glance and no link", text)
		}
	}
}
