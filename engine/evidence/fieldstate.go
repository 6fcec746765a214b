package evidence

import (
	"bytes"
	"slices"
	"strings"
	"sync"
)

// morePlaceholders are the placeholders of SBOM fields beside the common
// table: SPDX's NONE, and what Go and npm tools write for a version that they
// do not have. Words that can be a real value somewhere ("latest", "0", "dev",
// "main") are not here: whether they are good enough is a policy's question.
var morePlaceholders = []string{"none", "(devel)", "0.0.0-unknown"}

// textState says what the text of an SBOM field tells: absent for an empty
// one (many tools write "" for what they do not have, and a reader that leaves
// empty members out cannot tell the two apart), placeholder for one that only
// fills the place, else stated.
func textState(text []byte) State {
	if plainlyStated(text) {
		return Stated
	}
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return Absent
	}
	word := string(text)
	if isPlaceholder(word) || slices.Contains(morePlaceholders, strings.ToLower(word)) {
		return Placeholder
	}
	return Stated
}

// plainlyStated is a quick look that spares most texts the search: one that
// begins with a letter or digit and with no two letters that a placeholder
// begins with is none; what begins as a noun around one must be several words.
// Many a name begins as a placeholder does: what is one word is looked up, where
// the search made texts of it, a thirtieth of a screening of 100,000 components
// (BenchmarkTextState).
func plainlyStated(text []byte) bool {
	if len(text) < 2 {
		return len(text) == 1 && isAlphanumeric(text[0])
	}
	first, second := lower(text[0]), lower(text[1])
	switch {
	case !isAlphanumeric(first):
		return false
	case strings.IndexByte(placeholderStarts[first], second) >= 0:
		return isOneWord(text) && isAlphanumeric(text[len(text)-1]) && !isOneWordPlaceholder(text)
	}
	return strings.IndexByte(sentenceStarts[first], second) < 0 || isOneWord(text)
}

// isOneWordPlaceholder says of one word between letters or digits whether it is
// a placeholder.
func isOneWordPlaceholder(word []byte) bool {
	var text [longestPlaceholder]byte
	if len(word) > len(text) {
		return false
	}
	for i, c := range word {
		text[i] = lower(c)
	}
	return placeholderWords()[string(text[:len(word)])]
}

// longestPlaceholder is how long the longest of placeholderWords is.
const longestPlaceholder = len("0.0.0-unknown")

// placeholderWords are the placeholders of one word.
var placeholderWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, word := range slices.Concat(placeholders, morePlaceholders) {
		if isOneWord([]byte(word)) {
			words[word] = true
		}
	}
	return words
})

// isOneWord says whether nothing parts a text into words.
func isOneWord(text []byte) bool {
	for _, c := range text {
		if c <= ' ' || c == ':' || c == ',' || c == '_' || c >= 0x80 {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// placeholderStarts holds for each first byte of a placeholder the second ones,
// and sentenceStarts for those of the words around one.
var (
	placeholderStarts = secondBytes(slices.Concat(placeholders, morePlaceholders))
	sentenceStarts    = secondBytes(slices.Concat(placeholderNouns, noneKnown))
)

func secondBytes(words []string) (starts [256]string) {
	for _, word := range words {
		starts[word[0]] += word[1:2]
	}
	return starts
}

// telling orders states by how much they tell, for a field that several values
// can fill: the best of them is the field's.
func telling(s State) stateCode {
	switch s {
	case Stated:
		return 6
	case Withheld:
		return 5
	case Unknown:
		return 4
	case Invalid:
		return 3
	case Placeholder:
		return 2
	case Unsupported:
		return 1
	}
	return 0
}

// better returns the one of a and b that tells more.
func better(a, b State) State {
	if telling(b) > telling(a) {
		return b
	}
	if a == "" {
		return Absent
	}
	return a
}
