package policy

import (
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// saidOfOtherTables are codes that no input brings about with the tables as they
// are; a Rego test says them of a table of its own.
var saidOfOtherTables = map[string]string{
	"cra.class_route standards": "no standard is listed by the EU for the CRA yet",
}

// TestEachCodeIsEmitted holds that every message of every requirement is said in
// some Rego test: its code stands in a result of the requirement on an input of
// its tests. That a line is reached does not show it, for one line may emit many.
func TestEachCodeIsEmitted(t *testing.T) {
	OneGoroutine(t)
	lib, inputs := wholeLibrary(t)
	codes := 0
	for _, id := range lib.Catalogue().IDs() {
		silent := map[string]bool{}
		for code := range lib.Catalogue().Requirement(id).Messages {
			silent[code] = true
		}
		codes += len(silent)
		for _, in := range inputs[id] {
			if len(silent) == 0 {
				break
			}
			result, err := lib.result(t.Context(), id, in, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, code := range codesIn(result) {
				delete(silent, code)
			}
		}
		for code := range lib.Catalogue().Requirement(id).Messages {
			if row := id + " " + code; saidOfOtherTables[row] != "" {
				if !silent[code] {
					t.Errorf("%s is said: remove its row of saidOfOtherTables", row)
				}
				delete(silent, code)
			}
		}
		for _, code := range sortedKeys(silent) {
			t.Errorf("%s: no Rego test makes it say %q; add one, or remove the message", id, code)
		}
	}
	t.Logf("%d codes", codes)
}

// codesIn are the codes that the public rules emit in a result.
func codesIn(r Result) []string {
	var codes []string
	if r.rules == nil {
		return nil
	}
	r.rules.Foreach(func(_, set *ast.Term) {
		said, ok := set.Value.(ast.Set)
		if !ok {
			return
		}
		said.Foreach(func(one *ast.Term) {
			if code := one.Get(ast.StringTerm("code")); code != nil {
				if text, ok := code.Value.(ast.String); ok {
					codes = append(codes, string(text))
				}
			}
		})
	})
	slices.Sort(codes)
	return slices.Compact(codes)
}
