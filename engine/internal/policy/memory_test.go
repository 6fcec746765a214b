package policy

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/policies"
)

// TestChosenReadsNoEvidence: what is remembered from one decision to the next
// follows from the profile, the day and the catalogue.
func TestChosenReadsNoEvidence(t *testing.T) {
	text, err := policies.FS.ReadFile("bidgate/lib/chosen/chosen.rego")
	if err != nil {
		t.Fatal(err)
	}
	module := ast.MustParseModule(string(text))
	if !module.Package.Path.Equal(chosenPackage) || len(module.Imports) > 0 {
		t.Fatalf("%v imports %v; it may import nothing", module.Package, module.Imports)
	}
	read := map[string]bool{}
	ast.WalkRefs(module.Rules, func(ref ast.Ref) bool {
		if ref[0].Equal(ast.InputRootDocument) || ref[0].Equal(ast.DefaultRootDocument) {
			read[ref[:min(3, len(ref))].String()] = true
		}
		return false
	})
	for _, ref := range []string{"data.bidgate.catalog", "input.profile.requirements", "input.profile.reject_at", "input.profile.clarify_at", "input.as_of.day"} {
		delete(read, ref)
	}
	if len(read) > 0 {
		t.Errorf("it reads %v", read)
	}
}

// decidable is the input of a decision over one requirement, on which there is
// no evidence.
func decidable(t *testing.T, id, severity, day string) Input {
	t.Helper()
	in, err := ParseInput([]byte(`{"as_of":{"day":` + day + `,"text":"` + day + `"},"bundle":{"digest":"d","documents":[],"kinds":{}},"sboms":[],"errored":[],
"profile":{"id":"p","edition":"1","reject_at":"blocking","clarify_at":"` + severity + `","requirements":{"` + id + `":{"requirement":"` + id + `","member":"",
"severity":"` + severity + `","level":"asserted","accept_not_applicable":false,"part_only":false}}},"threat_models":[],"declarations":[],"attestations":[],
"vex":[],"lifecycle":[],"attachments":[],"data_sets":[],"exceptions":[],"determinations":[]}`))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func builtInLibrary(t *testing.T) *Library {
	t.Helper()
	lib, err := Load(t.Context(), []Pack{{BuiltIn: true, FS: policies.FS}})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestMemoryChangesNoDecision: a decision by what another profile, or another
// day, left behind is that of a library that never decided before.
func TestMemoryChangesNoDecision(t *testing.T) {
	input := func(id, severity string, day string) Input { return decidable(t, id, severity, day) }
	load := func() *Library { return builtInLibrary(t) }
	kept := load()
	first := input("sbom.author", "major", "20000")
	few, err := ParseInput([]byte(`{"as_of":` + first.value.Get(dayKey).String() + `,"profile":` + string(first.profile) + `}`))
	if err != nil {
		t.Fatal(err)
	}
	kept.Foresee(t.Context(), func() (Input, error) { return few, nil })
	if foreseen := kept.memory.last.Load(); foreseen == nil || len(foreseen.refs) < 10 {
		t.Error("nothing of the first decision is foreseen")
	}
	if _, known := kept.memory.recall(first); !known {
		t.Error("what is foreseen is not taken")
	}
	kept.Foresee(t.Context(), func() (Input, error) { t.Error("it is foreseen twice"); return few, nil })
	for _, in := range []Input{
		input("sbom.author", "major", "20000"), input("sbom.author", "minor", "20000"), input("sbom.author", "minor", "30000"),
		input("sbom.tool_name", "minor", "30000"), input("sbom.tool_name", "minor", "30000"),
	} {
		got, err := kept.Decide(t.Context(), in, Results{})
		if err != nil {
			t.Fatal(err)
		}
		want, err := load().Decide(t.Context(), in, Results{})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if kept.memory.last.Load() == nil || len(kept.memory.last.Load().refs) < 10 {
		t.Error("nothing is remembered")
	}
}

// TestForesightBesideDecisions: first decisions of several screenings at once,
// each of which foresees its own, are those of a library that decides once.
func TestForesightBesideDecisions(t *testing.T) {
	inputs := []Input{decidable(t, "sbom.author", "major", "20000"), decidable(t, "sbom.author", "minor", "30000"), decidable(t, "sbom.tool_name", "major", "20000")}
	lib := builtInLibrary(t)
	got, want := make([][]byte, len(inputs)), make([][]byte, len(inputs))
	inParallel(len(inputs), len(inputs), func(i int) {
		lib.Foresee(t.Context(), func() (Input, error) { return inputs[i], nil })
		got[i], _ = lib.Decide(t.Context(), inputs[i], Results{})
	})
	for i, in := range inputs {
		var err error
		if want[i], err = builtInLibrary(t).Decide(t.Context(), in, Results{}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got[i], want[i]) {
			t.Errorf("got %s, want %s", got[i], want[i])
		}
	}
}

// TestSharedHelpersErrInEach: a helper that errs is the error of every
// requirement that reads it, and not of the first alone.
func TestSharedHelpersErrInEach(t *testing.T) {
	requirement := func(name string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`# METADATA
# title: Small
# description: Small.
# custom: {contract: 1, severity: info, section: governance, evidence: {}, over: bundle, sources: [], messages: {no: "No", yes: "Yes"}, remedy: R, question: Q}
package bidgate.requirement.acme.` + name + `

import data.bidgate.lib.acme

violation contains {"code": "no", "args": {}, "at": ["bundle"]} if acme.number > 3

basis contains {"code": "yes", "args": {}, "at": ["bundle"], "level": "asserted"} if acme.number < 4
`)}
	}
	tree := fstest.MapFS{
		"bidgate/lib/acme/acme.rego":                  &fstest.MapFile{Data: []byte("# METADATA\n# scope: package\n# title: A\n# description: A.\npackage bidgate.lib.acme\n\nnumber := to_number(input.bundle.digest)\n")},
		"bidgate/requirement/acme/first/first.rego":   requirement("first"),
		"bidgate/requirement/acme/second/second.rego": requirement("second"),
	}
	lib, err := Check(t.Context(), []Pack{{BuiltIn: true, FS: tree}})
	if err != nil {
		t.Fatal(err)
	}
	in, err := ParseInput([]byte(`{"bundle": {"digest": "x"}}`))
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{"acme.first", "acme.second"}
	results, err := lib.Results(t.Context(), ids, in, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		if results.Error(id) == "" {
			t.Errorf("%s has no error", id)
		}
	}
}
