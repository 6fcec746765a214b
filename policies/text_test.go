package policies_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// text is what people read of a requirement or one of its members.
type text struct {
	Title    string            `json:"title"`
	Messages map[string]string `json:"messages"`
	Remedy   string            `json:"remedy"`
	Question string            `json:"question"`
	Members  map[string]text   `json:"members"`
}

// texts reads the texts of every requirement and member from the catalogue.
func texts(t *testing.T) map[string]text {
	t.Helper()
	data, err := fs.ReadFile(policies.FS, "bidgate/catalog/data.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalogue struct {
		Requirements map[string]text `json:"requirements"`
	}
	if err := json.Unmarshal(data, &catalogue); err != nil {
		t.Fatal(err)
	}
	all := map[string]text{}
	for id, requirement := range catalogue.Requirements {
		all[id] = requirement
		for member, row := range requirement.Members {
			all[id+"."+member] = row
		}
	}
	return all
}

// sentences are the texts by their place: what each is, and how it may end.
func (x text) sentences() map[string]string {
	all := map[string]string{"title": x.Title, "remedy": x.Remedy, "question": x.Question}
	for code, message := range x.Messages {
		all["message "+code] = message
	}
	return all
}

// longest bounds a sentence in characters, with its placeholders.
const longest = 230

// noLaw is the rule that nothing here says that somebody meets a law.
const noLaw = "a requirement never says that a law is complied with"

// refusedText is wording that no text of a requirement may have, with the reason.
var refusedText = map[string]*regexp.Regexp{
	noLaw:                                     regexp.MustCompile(`(?i)\bcompl(y|ies|iant|iance|ied)\b`),
	"two spaces":                              regexp.MustCompile(`\s\s|^\s|\s$`),
	"a space before a sign":                   regexp.MustCompile(`\s[,.;:?!]`),
	"a plural in brackets":                    regexp.MustCompile(`\(e?s\)`),
	"a second sentence; use one":              regexp.MustCompile(`[.?!] +[A-Z]`),
	"American spelling of licence":            regexp.MustCompile("(^|[^`])\\blicenses?\\b($|[^`])"),
	"words that do not fit a count of one":    regexp.MustCompile(`(?i)\b(the|its|each of|all|these) \{[a-z_]+:[^}|]+\||\b(each of|all) \{(n|total|stated)\}`),
	"please twice, or in a text that is read": regexp.MustCompile(`(?i)please.*please`),
}

// TestTextsAreSentences holds each title, message, remedy and question to the
// form that reports and letters rely on.
func TestTextsAreSentences(t *testing.T) {
	for id, x := range texts(t) {
		for where, sentence := range x.sentences() {
			if sentence == "" {
				t.Errorf("%s: %s is empty", id, where)
				continue
			}
			for reason, pattern := range refusedText {
				if found := pattern.FindString(sentence); found != "" {
					t.Errorf("%s: %s has %q: %s: %s", id, where, found, reason, sentence)
				}
			}
			if n := len([]rune(sentence)); n > longest {
				t.Errorf("%s: %s has %d characters, at most %d: %s", id, where, n, longest, sentence)
			}
			if !endsWell(where, sentence) {
				t.Errorf("%s: %s does not end as it should: %s", id, where, sentence)
			}
			if first := sentence[:1]; first != strings.ToUpper(first) {
				t.Errorf("%s: %s begins with a small letter: %s", id, where, sentence)
			}
		}
	}
}

// endsWell tells whether a title ends without a sign, a question with a
// question mark or, where it begins with Please, a full stop, and the rest
// with a full stop.
func endsWell(where, sentence string) bool {
	stop, asks := strings.HasSuffix(sentence, "."), strings.HasSuffix(sentence, "?")
	switch where {
	case "title":
		return !stop && !asks && !strings.HasSuffix(sentence, "!")
	case "question":
		return asks || stop && !strings.Contains(sentence, "?")
	}
	return stop
}

// countedNoun finds a placeholder before a plural.
var countedNoun = regexp.MustCompile(`(\w+ )?(\w+ )?\{(\w+)\} (?:[a-z-]+ )?([a-z]+s)\b`)

// countNames are the arguments that are numbers.
var countNames = strings.Fields(`n total stated components services edges entries dangling invalid filled placeholders
	documents listed same days months threats others boundaries models accepted assets assumptions modes linked told high
	features families duties needs parts out categories capabilities delivered persons organisations authors tools depth reached strong`)

// fixedNames are those of them that are never one: a standard fixes them.
var fixedNames = []string{"families", "categories", "capabilities"}

// TestTextsFitOne finds sentences that would read "1 components"; a number
// before a noun that changes with it is written {n:component|components}. After
// "3 of" a plural fits one as well; after "each of the" it does not, unless the
// number is one of the standard's own.
func TestTextsFitOne(t *testing.T) {
	for id, x := range texts(t) {
		for where, sentence := range x.sentences() {
			for _, found := range countedNoun.FindAllStringSubmatch(sentence, -1) {
				partitive := strings.EqualFold(found[1]+found[2], "of ") || strings.EqualFold(found[2], "of ")
				if slices.Contains(countNames, found[3]) && !slices.Contains(fixedNames, found[3]) && !partitive && found[4] != "is" {
					t.Errorf("%s: %s reads %q with 1: %s", id, where, strings.ReplaceAll(found[0], "{"+found[3]+"}", "1"), sentence)
				}
			}
		}
	}
}

// TestTextsAreReadable holds the texts of each requirement to the ninth grade
// of Flesch and Kincaid.
func TestTextsAreReadable(t *testing.T) {
	all := texts(t)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		x := all[id]
		joined := []string{}
		for _, where := range slices.Sorted(maps.Keys(x.sentences())) {
			joined = append(joined, x.sentences()[where])
		}
		if grade := gradeOf(joined); grade > 9 {
			t.Errorf("%s: reads at grade %.1f, at most 9", id, grade)
		} else if testing.Verbose() {
			t.Logf("%s: grade %.1f", id, grade)
		}
	}
}

// termsOfArt are words that the subject needs and a reader of bids knows; they
// count as words of two syllables.
var termsOfArt = strings.Fields(`component components declaration vulnerability vulnerabilities
	requirement identifier identifiers capability dependency determination exception`)

var (
	code  = regexp.MustCompile("`[^`]*`")
	slots = regexp.MustCompile(`\{[^}]*\}`)
	word  = regexp.MustCompile(`[A-Za-z][A-Za-z'-]*`)
	vowel = regexp.MustCompile(`[aeiouy]+`)
)

// gradeOf is the grade of Flesch and Kincaid of sentences. Code, values and
// terms of art count as short words.
func gradeOf(sentences []string) float64 {
	words, syllables := 0, 0
	for _, sentence := range sentences {
		sentence = slots.ReplaceAllString(code.ReplaceAllString(sentence, "this"), "this")
		for _, w := range word.FindAllString(sentence, -1) {
			words++
			syllables += syllablesOf(strings.ToLower(w))
		}
	}
	return 0.39*float64(words)/float64(len(sentences)) + 11.8*float64(syllables)/float64(words) - 15.59
}

func syllablesOf(w string) int {
	if slices.Contains(termsOfArt, w) {
		return 2
	}
	n := len(vowel.FindAllString(w, -1))
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") || strings.HasSuffix(w, "es") || strings.HasSuffix(w, "ed") {
		n--
	}
	return max(n, 1)
}
