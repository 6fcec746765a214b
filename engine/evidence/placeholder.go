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

// placeholderNouns are the names of fields, and small words, around which a
// placeholder may be a sentence: "unknown supplier", "the version is not known".
// They say nothing by themselves, and stand in order, as the placeholders do.
var placeholderNouns = []string{
	"are", "author", "authors", "company", "contact", "date", "e-mail", "email", "is", "licence", "license", "maker", "manufacturer",
	"name", "organisation", "organization", "owner", "producer", "publisher", "supplier", "the", "vendor", "version", "was", "yet",
}

// noneKnown are what such a sentence may also leave when its nouns are taken out.
var noneKnown = []string{"no known", "none given", "none known", "none stated"}

// templateMarks open and close the variables of a template that nobody filled in.
var templateMarks = [][2]string{{"<", ">"}, {"${", "}"}, {"{{", "}}"}, {"@@", "@@"}}

// maxPlaceholder is the length in bytes, with runs of space as one, beyond
// which text with a letter in it fills no place: markup stands in <> too.
const maxPlaceholder = 81

// isPlaceholder says whether text only fills the place of a value: a word of
// the table with or without brackets, or with the name of the field beside it,
// an unfilled template variable, or
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
	word := strings.ReplaceAll(strings.TrimSpace(strings.Trim(text, "[]<>{}()\"'")), "_", " ")
	return isPlaceholderWord(word) || isPlaceholderSentence(word)
}

func isPlaceholderWord(word string) bool {
	_, found := slices.BinarySearch(placeholders, word)
	return found
}

// isPlaceholderSentence says whether words in lower case are a placeholder with
// names of fields around it, and nothing else.
func isPlaceholderSentence(words string) bool {
	var left []string
	taken := false
	for _, word := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" :,", r) }) {
		if _, noun := slices.BinarySearch(placeholderNouns, strings.TrimRight(word, ".")); noun {
			taken = true
			continue
		}
		left = append(left, word)
	}
	rest := strings.Join(left, " ")
	says := func(rest string) bool { return isPlaceholderWord(rest) || slices.Contains(noneKnown, rest) }
	return taken && (says(rest) || says(strings.TrimRight(rest, ".")))
}
