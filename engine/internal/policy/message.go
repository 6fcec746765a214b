package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// MessagePart is a piece of a message: literal text, or an argument to put in.
type MessagePart struct {
	Text string // literal; "" of an argument
	Arg  string // key in args; "" of literal text
	// Form is how the argument is written: "", "percent" or "date", or the words
	// that follow the number, for one and for others: "link|links".
	Form string
}

// wordsOfCount are the words after a number, for one and for others.
var wordsOfCount = pattern.Lazy(`^[^|{}\s][^|{}]*\|[^|{}\s][^|{}]*$`)

// ParseMessage splits a message of the catalogue: {n}, {share:percent},
// {day:date}, {n:link|links}.
func ParseMessage(text string) ([]MessagePart, error) {
	if len(text) > maxMessage {
		return nil, fmt.Errorf("it is longer than %d bytes; shorten it", maxMessage)
	}
	var parts []MessagePart
	for text != "" {
		literal, rest, open := strings.Cut(text, "{")
		if strings.Contains(literal, "}") {
			return nil, fmt.Errorf("a } stands without its {")
		}
		if literal != "" {
			parts = append(parts, MessagePart{Text: literal})
		}
		if !open {
			break
		}
		placeholder, rest, closed := strings.Cut(rest, "}")
		arg, form, formed := strings.Cut(placeholder, ":")
		switch {
		case !closed:
			return nil, fmt.Errorf("a { stands without its }")
		case !IsIdentifier(arg):
			return nil, fmt.Errorf("placeholder {%s} must name an argument in snake case", placeholder)
		case formed && form != "percent" && form != "date" && !wordsOfCount().MatchString(form):
			return nil, fmt.Errorf("placeholder {%s} has the unknown form %q; use percent, date, or words for one and for others such as link|links", placeholder, form)
		}
		parts = append(parts, MessagePart{Arg: arg, Form: form})
		text = rest
	}
	return parts, nil
}

// argumentsOf lists the arguments of a message in order, for comparison.
func argumentsOf(text string) string {
	parts, _ := ParseMessage(text)
	set := map[string]bool{}
	for _, p := range parts {
		if p.Arg != "" {
			set[p.Arg] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(set)), ", ")
}
