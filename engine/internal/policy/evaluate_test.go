package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// TestErrorsAreTheirRequirementsAlone evaluates broken requirements beside a
// sound one: each is its own error with a place, and the sound one is not touched.
func TestErrorsAreTheirRequirementsAlone(t *testing.T) {
	for _, test := range []struct{ name, rules, want string }{
		{"builtin error", `violation contains {"code": "no_version", "args": {"n": to_number("x"), "total": 0}, "at": ["sboms", i]} if some i, _ in input.sboms`, "to_number"},
		{"not over a builtin error", `basis contains {"code": "versions_stated", "args": {"stated": 0, "total": 0}, "at": ["sboms", i], "level": "verified"} if {
			some i, _ in input.sboms
			not to_number("x") == 3
		}`, "to_number"},
		{"not over a function with a builtin error", `_broken(i) if to_number("x") == i

basis contains {"code": "versions_stated", "args": {"stated": 0, "total": 0}, "at": ["sboms", i], "level": "verified"} if {
			some i, _ in input.sboms
			not _broken(i)
		}`, "to_number"},
		{"conflict", `_x := i if some i, _ in input.sboms

review contains {"code": "no_version", "args": {"n": _x, "total": 0}, "at": ["sboms", 0]} if input.sboms`, "produced conflicting values"},
		{"conflict of a function", `_f(_) := i if some i, _ in input.sboms

review contains {"code": "no_version", "args": {"n": _f(1), "total": 0}, "at": ["sboms", 0]} if input.sboms`, "produced conflicting values for the same inputs"},
	} {
		t.Run(test.name, func(t *testing.T) {
			lib, err := load(t, map[string]string{
				"a.rego": versions,
				"b.rego": strings.Replace(versions, "acme.versions\n", "acme.broken\n", 1) + "\n" + test.rules,
			})
			if err != nil {
				t.Fatal(err)
			}
			in, err := policy.ParseInput([]byte(input(share("1", "1"), share("1", "2"))))
			if err != nil {
				t.Fatal(err)
			}
			results, err := lib.Results(t.Context(), []string{"acme.versions", "acme.broken"}, in, 2)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"acme.broken"}, results.Errored()); diff != "" {
				t.Error(diff)
			}
			got := results.Error("acme.broken")
			if !strings.Contains(got, test.want) || !strings.HasPrefix(got, "bidgate/requirement/acme/broken/b.rego:") {
				t.Errorf("got %q, want a place and %q", got, test.want)
			}
			text, err := lib.Decide(t.Context(), in.WithErrored(results.Errored()), results)
			if err != nil {
				t.Fatal(err)
			}
			if s := string(text); strings.Contains(s, `"acme","broken"`) || !strings.Contains(s, `"acme","versions","basis"`) {
				t.Errorf("the decision saw %s", s)
			}
		})
	}
}

func TestUnknownRequirement(t *testing.T) {
	lib, err := load(t, map[string]string{"a.rego": versions})
	if err != nil {
		t.Fatal(err)
	}
	if results, err := lib.Results(t.Context(), []string{"acme.version"}, policy.Input{}, 1); err == nil || results != nil {
		t.Errorf("got %v, %v; want an error alone", results, err)
	}
}
