package evidence

import (
	"slices"
	"strings"
	"unicode"
)

// fillers are letters of Unicode that show nothing: those that hold the place of
// a missing half of a Korean syllable.
const fillers = "\u115f\u1160\u3164\uffa0"

// blank says whether text shows nothing that could be read: no letter and no
// digit that anybody can see.
func blank(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !strings.ContainsRune(fillers, r)
	}) < 0
}

// assents are the words that say again that an answer is yes, and not how; in
// lower case and without signs. They come from forms that bidders filled in by
// the shortest way, in the languages that such forms come in most.
var assents = []string{
	"affirmative", "agreed", "compliant", "complies", "comply", "conform", "conforme", "conforms", "correct", "da", "done",
	"erfüllt", "fulfilled", "full compliance", "fully compliant", "fully met", "implemented", "in place", "ja", "met", "ok", "okay",
	"oui", "pass", "passed", "requirement met", "satisfied", "see above", "si", "supported", "sí", "true", "vorhanden",
	"we comply", "x", "y", "yep", "yes", "yes it is", "yes we do",
}

// assent says whether a statement only says yes.
func assent(text string) bool {
	const longest = 40 // bytes; more is more than such words
	if len(text) > longest {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if _, found := slices.BinarySearch(assents, strings.Join(words, " ")); found {
		return true
	}
	// "Yes, yes." and "OK, done." are no more than their words.
	return len(words) > 1 && !slices.ContainsFunc(words, func(word string) bool {
		_, found := slices.BinarySearch(assents, word)
		return !found
	})
}

// weigh takes statements that only say yes for what they are: text in the place
// of a statement.
func (d *Declaration) weigh() {
	for i := range d.Answers {
		if s := &d.Answers[i].Statement; s.State == Stated && assent(s.Value) {
			*s = Text{State: Placeholder}
		}
	}
}
