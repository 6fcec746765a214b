package policy_test

import (
	"regexp"
	"testing"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// TestIsIdentifier holds the form to its regular expression.
func TestIsIdentifier(t *testing.T) {
	form := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	letters := []string{"a", "z", "0", "9", "_", "A", "-", "é", ""}
	for _, one := range letters {
		for _, two := range letters {
			for _, three := range letters {
				for _, four := range letters {
					word := one + two + three + four
					if got, want := policy.IsIdentifier(word), form.MatchString(word); got != want {
						t.Errorf("IsIdentifier(%q) is %v, want %v", word, got, want)
					}
				}
			}
		}
	}
}
