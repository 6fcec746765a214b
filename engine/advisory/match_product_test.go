package advisory

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// listed are lists with such products.
func listedProducts(names ...string) *Sources {
	s := &Sources{words: map[string][]sourceEntry{}, kinds: map[string]bool{}}
	for _, name := range names {
		words := nameWords(name)
		s.words[words[0]] = append(s.words[words[0]], sourceEntry{alias: name, words: words})
	}
	return s
}

// TestBeginsNone: what is passed over at a glance has no word that a listed name
// begins with, however it is written.
func TestBeginsNone(t *testing.T) {
	s := listedProducts("Acme Camera", "B.V. Tools", "Rock & Roll", "O'Hara", "Ünal Funk", "The Ltd", strings.Repeat("x", 70))
	for _, name := range []string{"left-pad", "camera", "camera acme2", "", "x y z"} {
		if !s.beginsNone(name) {
			t.Errorf("%q is looked at closely", name)
		}
	}
	pieces := []string{"acme", "Camera", "ACME", "bv", "b.v", "B.V.", "tools", "&", "and", "rock", "o'hara", "ohara", "ünal", "Ünal", "the", "ltd", "gmbh", "-", " ", "/", "_", "9", "\x00", strings.Repeat("x", 70)}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(4) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			b.WriteString([]string{"", " "}[random.IntN(2)])
		}
		words := nameWords(b.String())
		if s.beginsNone(b.String()) && slices.ContainsFunc(words, func(word string) bool { return s.words[word] != nil }) {
			t.Fatalf("%q is passed over, and has the words %q", b.String(), words)
		}
	}
}

// BenchmarkProduct asks for a name that no list has.
func BenchmarkProduct(b *testing.B) {
	s := listedProducts("Acme Camera", "Bolt Tools")
	b.ReportAllocs()
	for b.Loop() {
		s.Product("async-socket-1734")
	}
}
