package engine

import (
	"encoding/json"
	"testing"
)

// TestPublicMessagesQuoteNothing: what a message takes from evidence is
// withheld, and numbers, days and words of closed sets stay.
func TestPublicMessagesQuoteNothing(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"{n} of {total} components state no version.", ""},
		{"The entry is {state}.", ""},
		{"It ends on {day:date}; asked are {share:percent}.", ""},
		{"{name} is listed by {names}, {state}.", "(withheld) is listed by (withheld), absent."},
		{"Nothing.", ""},
	} {
		args := map[string]any{
			"n": json.Number("3"), "total": json.Number("9"), "state": "absent", "day": json.Number("20000"), "share": json.Number("0.95"),
			"name": "log4j", "names": []any{"a", "b"},
		}
		if got := public(c.template, args); got != c.want {
			t.Errorf("public(%q) = %q, want %q", c.template, got, c.want)
		}
	}
}

// TestEmptyArgumentLeavesOneSpace: a support record without a cycle is of the
// product as a whole, and its sentence reads like any other.
func TestEmptyArgumentLeavesOneSpace(t *testing.T) {
	for want, args := range map[string]map[string]any{
		"Support for Spring ends.":     {"product": "Spring", "cycle": ""},
		"Support for Spring 5.3 ends.": {"product": "Spring", "cycle": "5.3"},
	} {
		if got := message("Support for {product} {cycle} ends.", args); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
