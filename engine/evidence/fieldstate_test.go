package evidence

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestPlainlyStatedIsNoPlaceholder holds the quick look to the search, on all
// words that it knows and on what is nearly one.
func TestPlainlyStatedIsNoPlaceholder(t *testing.T) {
	words := slices.Concat(placeholders, morePlaceholders, placeholderNouns, noneKnown)
	looked := 0
	for _, word := range words {
		for _, text := range []string{
			word, strings.ToUpper(word), word + "1", "a" + word, word[:len(word)-1], word + ".", word + ":", word + " name", word + "_name",
			word + strings.Repeat("x", longestPlaceholder), "[" + word + "]", strings.ReplaceAll(word, " ", "_"), strings.ReplaceAll(word, " ", "-"),
		} {
			slow := isPlaceholder(text) || slices.Contains(morePlaceholders, strings.ToLower(text))
			if plainlyStated([]byte(text)) {
				looked++
				if slow {
					t.Errorf("%q is a placeholder, and taken for stated", text)
				}
			}
		}
	}
	if looked < len(words) {
		t.Errorf("only %d of the texts were told at a glance", looked)
	}
	for word := range placeholderWords() {
		if len(word) > longestPlaceholder {
			t.Errorf("%q is longer than the longest", word)
		}
	}
}

// BenchmarkTextState reads names as SBOMs have them, some of which begin as
// placeholders do.
func BenchmarkTextState(b *testing.B) {
	names := bytes.Fields([]byte("node-fetch table-core tls tokio unicode-width nanoid nullable-types todo-parser express @babel/core org.apache.commons 1.2.3 xxhash"))
	b.ReportAllocs()
	for b.Loop() {
		for _, name := range names {
			if textState(name) != Stated && name[0] != '@' {
				b.Fatal(string(name))
			}
		}
	}
}

func TestSumOfIgnoresCase(t *testing.T) {
	digits := strings.Repeat("0123456789abcdefABCDEF", 2)
	for n := range 40 {
		text := digits[:n]
		if sumOf([]byte(text)) != sumOf([]byte(strings.ToUpper(text))) {
			t.Errorf("%s and the same in capitals have two sums", text)
		}
		if n > 0 && sumOf([]byte(text)) == sumOf([]byte(text[:n-1]+"8")) && text[n-1] != '8' {
			t.Errorf("%s and another digest have one sum", text)
		}
	}
}

func TestAreHex(t *testing.T) {
	for c := range 256 {
		for place := range 20 {
			text := []byte("0123456789abcdefABCDEF"[:20])
			text[place] = byte(c)
			if got := areHex(text); got != isHexDigit(byte(c)) || isHex(string(text)) != got {
				t.Errorf("%q: %v", text, got)
			}
		}
	}
	if isHex("") || areHex(nil) {
		t.Error("nothing is hexadecimal")
	}
}
