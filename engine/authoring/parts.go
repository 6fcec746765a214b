package authoring

import (
	"regexp"
	"strings"
)

// Parts is the description of a requirement by what its sentences tell. Every
// sentence stands in one list, in the order of the description.
type Parts struct {
	Asks    []string `json:"asks"`    // what it asks, why, and how it is judged
	Unknown []string `json:"unknown"` // what becomes of what is not known or not told
	Limits  []string `json:"limits"`  // what it cannot tell, or leaves to others
}

// rowOf begins the sentence that leads from a member to its requirement.
const rowOf = "It is one of the rows of "

// The marks of sentences, as descriptions are written. The first sentence is
// always what is asked, and so is the first of the requirement of a member.
var (
	ofLimits  = regexp.MustCompile(`\b[Cc]annot tell\b|\b(asked|judged) elsewhere\b|\b[Aa]nother requirement\b|\bis not judged\b|\bdoes not judge\b`)
	ofUnknown = regexp.MustCompile(`\b([Uu]nknown|withheld|placeholder|not known|for a person|wrong form|[Aa] person (looks|must|sees|weighs|decides))\b`)
)

// PartsOf sorts the sentences of a description.
func PartsOf(description string) Parts {
	p := Parts{Asks: []string{}, Unknown: []string{}, Limits: []string{}}
	all := sentences(description)
	for i, sentence := range all {
		switch {
		case i == 0 || strings.HasPrefix(all[i-1], rowOf) || strings.HasPrefix(sentence, rowOf):
			p.Asks = append(p.Asks, sentence)
		case ofLimits.MatchString(sentence):
			p.Limits = append(p.Limits, sentence)
		case ofUnknown.MatchString(sentence):
			p.Unknown = append(p.Unknown, sentence)
		default:
			p.Asks = append(p.Asks, sentence)
		}
	}
	return p
}

// sentences cuts a text after each full stop or question mark before a capital.
func sentences(text string) []string {
	var list []string
	words := strings.Fields(text)
	begin := 0
	for i, word := range words {
		if i+1 == len(words) || ends(word) && begins(words[i+1]) {
			list = append(list, strings.Join(words[begin:i+1], " "))
			begin = i + 1
		}
	}
	return list
}

func ends(word string) bool {
	bare := strings.TrimRight(word, `")”`)
	return bare != "" && strings.ContainsAny(bare[len(bare)-1:], ".?!")
}

func begins(word string) bool {
	word = strings.TrimLeft(word, `"“(`)
	return word != "" && strings.ToUpper(word[:1]) == word[:1]
}
