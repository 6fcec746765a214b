package policies_test

import (
	"os"
	"testing"

	"github.com/bidgate/bidgate/engine/authoring"
)

// TestRegoIsSound holds the whole tree to format, contract and types.
func TestRegoIsSound(t *testing.T) {
	oneGoroutine(t)
	problems, err := authoring.Lint(t.Context(), os.DirFS("."), authoring.Options{BuiltIn: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

// TestRego runs the Rego tests and asks that they reach every line.
func TestRego(t *testing.T) {
	oneGoroutine(t)
	report, err := authoring.Test(t.Context(), os.DirFS("."), authoring.Options{BuiltIn: true})
	if err != nil {
		t.Fatal(err)
	}
	if report.Tests == 0 {
		t.Error("no Rego test ran")
	}
	for _, f := range report.Failures {
		t.Errorf("%s:%d: %s %s\n%s\n%s", f.File, f.Line, f.Test, f.Text, f.Excerpt, f.Output)
	}
	for _, c := range report.Coverage {
		for _, line := range c.Unreached {
			t.Errorf("%s:%d: no test reaches this line", c.File, line)
		}
	}
}
