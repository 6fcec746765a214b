package evidence

import (
	"slices"
	"strings"
	"unicode"
)

// placeholders are the words that tools and templates write where a value
// should stand, in lower case and without brackets. "none" is not among them:
// it answers several questions truly.
var placeholders = []string{
	"change me", "changeme", "fixme", "insert here", "lorem ipsum", "n.a.", "n/a", "na", "nil",
	"no assertion", "noassertion", "not applicable", "not available", "not known",
	"not provided", "not set", "not specified", "not supplied", "null", "placeholder", "tba",
	"tbc", "tbd", "to be announced", "to be completed", "to be confirmed", "to be decided",
	"to be defined", "to be determined", "to be done", "todo", "undefined", "undetermined",
	"unknown", "unset", "unspecified", "xxx", "xxxx",
}

// templateMarks open and close the variables of a template that nobody filled in.
var templateMarks = [][2]string{{"<", ">"}, {"${", "}"}, {"{{", "}}"}, {"@@", "@@"}}

// maxPlaceholder is the length in bytes, with runs of space as one, beyond
// which text with a letter in it fills no place: markup stands in <> too.
const maxPlaceholder = 81

// isPlaceholder says whether text only fills the place of a value: a word of
// the table with or without brackets, an unfilled template variable, or
// nothing with a letter or a digit in it, however much space is around it.
func isPlaceholder(text string) bool {
	if strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return true
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if len(text) > maxPlaceholder {
		return false
	}
	for _, mark := range templateMarks {
		if strings.HasPrefix(text, mark[0]) && strings.HasSuffix(text, mark[1]) {
			return true
		}
	}
	word := strings.TrimSpace(strings.Trim(text, "[]<>{}()\"'"))
	_, found := slices.BinarySearch(placeholders, strings.ReplaceAll(word, "_", " "))
	return found
}
