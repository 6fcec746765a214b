package policy

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/policies"
)

// TestPassNeverRestsOnTheAbsenceOfAViolation takes every input on which a Rego
// test has run a requirement. Where the requirement gives a violation, its
// findings are decided once more with the violations taken away: none may then
// be a pass, so every pass must come from a basis that says why.
func TestPassNeverRestsOnTheAbsenceOfAViolation(t *testing.T) {
	OneGoroutine(t)
	lib, err := Load(t.Context(), []Pack{{BuiltIn: true, FS: policies.FS}})
	if err != nil {
		t.Fatal(err)
	}
	inputs := exampleInputs(t, lib)
	for _, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirements[id].ComposedOf) > 0 {
			continue
		}
		failing := 0
		for _, in := range inputs[id] {
			in = whole(t, lib, id, in)
			results, err := lib.Results(t.Context(), []string{id}, in, 1)
			if err != nil {
				t.Fatal(err)
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

// TestNothingPassesOnAnEmptyDossier selects the whole library over no evidence.
func TestNothingPassesOnAnEmptyDossier(t *testing.T) {
	OneGoroutine(t)
	lib, err := Load(t.Context(), []Pack{{BuiltIn: true, FS: policies.FS}})
	if err != nil {
		t.Fatal(err)
	}
	v := newRunner(t, lib).eval(t, "data.bidgate.lib.testing.bundle_input({})", nil)
	for _, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirements[id].ComposedOf) > 0 {
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

// compileWithTests compiles every module of the built-in tree, tests included.
func compileWithTests(t *testing.T) *ast.Compiler {
	t.Helper()
	modules := map[string]*ast.Module{}
	err := fs.WalkDir(policies.FS, "bidgate", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".rego" {
			return err
		}
		text, err := fs.ReadFile(policies.FS, name)
		if err != nil {
			return err
		}
		modules[name], err = ast.ParseModule(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c := ast.NewCompiler()
	if c.Compile(modules); c.Failed() {
		t.Fatal(c.Errors)
	}
	return c
}

// runner evaluates terms over all modules, tests included.
type runner struct {
	compiler *ast.Compiler
	store    storage.Store
}

func newRunner(t *testing.T, lib *Library) runner {
	t.Helper()
	data, err := base{catalogue: lib.described}.whole()
	if err != nil {
		t.Fatal(err)
	}
	plain, err := ast.JSON(data)
	if err != nil {
		t.Fatal(err)
	}
	return runner{compiler: compileWithTests(t), store: inmem.NewFromObject(plain.(map[string]any))}
}

// eval gives the value of a reference or call; nil when it is undefined.
func (r runner) eval(t *testing.T, text string, tracer topdown.QueryTracer) ast.Value {
	t.Helper()
	body, err := r.compiler.QueryCompiler().Compile(ast.MustParseBody("answer = " + text))
	if err != nil {
		t.Fatal(err)
	}
	txn, err := r.store.NewTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.store.Abort(t.Context(), txn)
	q := topdown.NewQuery(body).WithCompiler(r.compiler).WithStore(r.store).WithTransaction(txn)
	if tracer != nil {
		q = q.WithQueryTracer(tracer)
	}
	var v ast.Value
	if err := q.Iter(t.Context(), func(found topdown.QueryResult) error {
		v = found[answer].Value
		return nil
	}); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// selecting is the input with one requirement selected and every kind of
// evidence readable, so that nothing but the rules decides.
func selecting(t *testing.T, lib *Library, id string, in Input) Input {
	t.Helper()
	q := lib.Catalogue().Requirements[id]
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
	for _, kind := range lib.Catalogue().Requirements[id].Evidence.Buyer {
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
