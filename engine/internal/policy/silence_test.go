package policy

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/report"
)

// TestPassNeverRestsOnTheAbsenceOfAViolation takes every input on which a Rego
// test has run a requirement. Where the requirement gives a violation, its
// findings are decided once more with the violations taken away: none may then
// be a pass, so every pass must come from a basis that says why.
//
// A finding passes only where every subject has a basis or need not answer, so
// that after one failing input of each requirement only those are decided in
// which a subject with a violation need not answer as well.
func TestPassNeverRestsOnTheAbsenceOfAViolation(t *testing.T) {
	OneGoroutine(t)
	lib, inputs := wholeLibrary(t)
	for _, id := range lib.Catalogue().IDs() {
		q := lib.Catalogue().Requirement(id)
		if len(q.ComposedOf) > 0 {
			continue
		}
		failing := 0
		for _, in := range inputs[id] {
			in = whole(t, lib, id, in)
			results, err := lib.Results(t.Context(), []string{id}, in, 1)
			if err != nil {
				t.Fatal(err)
			}
			if results[id].err != "" {
				continue
			}
			if failing > 0 && !speakTwice(results[id], q.Over == "bundle") {
				continue
			}
			before := statuses(t, lib, in, results)
			after := statuses(t, lib, in, Results{id: Result{rules: without(results[id].rules, "violation")}})
			for finding, status := range before {
				if status != report.Fail {
					continue
				}
				failing++
				if after[finding] == report.Pass {
					t.Errorf("%s passes once its violations are taken away:\n%s\non %s", finding, results[id].rules, in.value)
				}
			}
		}
		if failing == 0 {
			t.Errorf("%s: no Rego test makes it fail", id)
		}
	}
}

// speakTwice says whether a subject with a violation has a basis too, or need
// not answer.
func speakTwice(r Result, bundle bool) bool {
	wrong := claimsOf(r, "violation", bundle)
	for _, rule := range []string{"basis", "not_applicable"} {
		for c := range claimsOf(r, rule, bundle) {
			if wrong[c] {
				return true
			}
		}
	}
	return false
}

// claimsOf are the claims that a rule speaks of.
func claimsOf(r Result, rule string, bundle bool) map[claim]bool {
	found := map[claim]bool{}
	r.rules.Get(ast.StringTerm(rule)).Value.(ast.Set).Foreach(func(s *ast.Term) { found[claimOf(s.Value, bundle)] = true })
	return found
}

// TestNothingPassesOnAnEmptyDossier selects the whole library over no evidence.
func TestNothingPassesOnAnEmptyDossier(t *testing.T) {
	OneGoroutine(t)
	lib, err := sharedLibrary()
	if err != nil {
		t.Fatal(err)
	}
	v := given(t, "data.bidgate.lib.testing.bundle_input({})")
	for _, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirement(id).ComposedOf) > 0 {
			continue
		}
		in := selecting(t, lib, id, Input{value: v.(ast.Object)})
		results, err := lib.Results(t.Context(), []string{id}, in, 1)
		if err != nil {
			t.Fatal(err)
		}
		for finding, status := range statuses(t, lib, in, results) {
			if status == report.Pass {
				t.Errorf("%s passes on nothing", finding)
			}
		}
	}
}

// selecting is the input with one requirement selected and every kind of
// evidence readable, so that nothing but the rules decides.
func selecting(t *testing.T, lib *Library, id string, in Input) Input {
	t.Helper()
	q := lib.Catalogue().Requirement(id)
	requirements := map[string]any{}
	if given := find(in.value, place{ast.StringTerm("profile"), ast.StringTerm("requirements")}); given != nil {
		plain, err := ast.JSON(given)
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(requirements, plain.(map[string]any)) // what a test of the area screening selects
	}
	for _, finding := range findingIDs(id, q) {
		_, member := splitID(finding)
		requirements[finding] = Selected{
			Requirement: id, Area: q.Area, Name: q.Name, Member: member,
			Severity: report.Blocking, Level: report.Asserted, AcceptNotApplicable: true,
		}
	}
	in = with(t, in, "profile", map[string]any{
		"id": "p", "edition": "1", "reject_at": "blocking", "clarify_at": "major", "requirements": requirements,
	})
	return with(t, in, "errored", []string{})
}

// whole is such an input with every kind of evidence readable.
func whole(t *testing.T, lib *Library, id string, in Input) Input {
	t.Helper()
	in = selecting(t, lib, id, in)
	readable := map[string]any{}
	for _, kind := range kinds {
		readable[kind] = map[string]any{"readable": 1, "unreadable": 0, "candidates": []int{}}
	}
	bundle := map[string]any{"digest": "", "documents": []any{}}
	if given := in.value.Get(ast.StringTerm("bundle")); given != nil {
		plain, err := ast.JSON(given.Value)
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(bundle, plain.(map[string]any))
	}
	bundle["kinds"] = readable
	in = with(t, in, "bundle", bundle)
	in = supplied(t, lib, id, in)
	for _, key := range []string{"sboms", "threat_models", "declarations", "exceptions", "determinations", "data_sets"} {
		if in.value.Get(ast.StringTerm(key)) == nil {
			in = with(t, in, key, []any{})
		}
	}
	if in.value.Get(ast.StringTerm("as_of")) == nil {
		in = with(t, in, "as_of", Day{Day: 20778, Text: "2026-11-21"})
	}
	return in
}

// supplied is the input with a set of each kind of buyer data that the
// requirement needs, so that none is missing.
func supplied(t *testing.T, lib *Library, id string, in Input) Input {
	t.Helper()
	sets := []DataSet{}
	if given := in.value.Get(ast.StringTerm("data_sets")); given != nil {
		if err := json.Unmarshal([]byte(given.Value.String()), &sets); err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range lib.Catalogue().Requirement(id).Evidence.Buyer {
		if !slices.ContainsFunc(sets, func(s DataSet) bool { return s.Kind == kind }) {
			sets = append(sets, DataSet{Name: kind, Kind: kind, Ecosystems: []string{}})
		}
	}
	return with(t, in, "data_sets", sets)
}

func with(t *testing.T, in Input, key string, value any) Input {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	v, err := parseValue(text)
	if err != nil {
		t.Fatal(err)
	}
	object := ast.NewObject()
	in.value.Foreach(func(k, v *ast.Term) { object.Insert(k, v) })
	object.Insert(ast.StringTerm(key), ast.NewTerm(v))
	return Input{value: object}
}

// without is the results with one rule's set emptied.
func without(rules ast.Object, name string) ast.Object {
	object := ast.NewObject()
	rules.Foreach(func(k, v *ast.Term) { object.Insert(k, v) })
	object.Insert(ast.StringTerm(name), ast.SetTerm())
	return object
}

func statuses(t *testing.T, lib *Library, in Input, results Results) map[string]report.Status {
	t.Helper()
	text, err := lib.Decide(t.Context(), in.WithErrored(results.Errored()), results)
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Findings []struct {
			ID     string        `json:"id"`
			Status report.Status `json:"status"`
		} `json:"findings"`
	}
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	found := map[string]report.Status{}
	for _, f := range d.Findings {
		found[f.ID] = f.Status
	}
	return found
}
