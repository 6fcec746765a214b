package engine_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

const asOf = "2026-11-21"

func open(t testing.TB, files fstest.MapFS) *evidence.Bundle {
	t.Helper()
	b, err := evidence.OpenFS(files, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// newEngine is the engine that tests share, or with options one of its own.
func newEngine(t testing.TB, opts ...engine.Option) *engine.Engine {
	t.Helper()
	if len(opts) == 0 {
		return engine.Compiled(t)
	}
	e, err := engine.New(context.Background(), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func profile(t testing.TB, text string) *tender.Profile {
	t.Helper()
	p, err := tender.ParseProfile("test.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func screen(t testing.TB, e *engine.Engine, b *evidence.Bundle, s engine.Screening) *engine.Result {
	t.Helper()
	s.AsOf = asOf
	result, err := e.Screen(context.Background(), b, s)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

const (
	goodSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
 "metadata": {"timestamp": "2026-10-01T00:00:00Z", "component": {"type": "application", "bom-ref": "p", "name": "pump", "version": "1.0"}},
 "components": [{"type": "library", "bom-ref": "a", "name": "a", "version": "1", "purl": "pkg:npm/a@1"}],
 "dependencies": [{"ref": "p", "dependsOn": ["a"]}, {"ref": "a"}]}`
	noComponents = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": {"type": "application", "name": "pump", "version": "1.0"}}}`
	emptyList    = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": []}`
	barest       = `{"bomFormat": "CycloneDX", "specVersion": "1.6"}`
)

// TestNothingVacuousMeets screens bundles in which there is nothing to find
// fault with, because there is nothing.
func TestNothingVacuousMeets(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	junk := map[string]string{
		"empty": "", "space": " \n", "null": "null", "zero": "0", "list": "[]", "object": "{}", "text": "hello",
		"nul": "\x00\x00", "cut": `{"bomFormat": "CycloneDX", "compon`, "yaml": "a: [1", "pdf": "%PDF-1.7\n", "zip": "PK\x05\x06", "xml": "<bom/>",
	}
	cases := map[string]fstest.MapFS{
		"empty folder":               {},
		"empty SBOM":                 {"a.cdx.json": file(emptyList)},
		"SBOM without components":    {"a.cdx.json": file(noComponents)},
		"barest SBOM":                {"a.cdx.json": file(barest)},
		"good SBOM beside an empty":  {"a.cdx.json": file(goodSBOM), "b.cdx.json": file(emptyList)},
		"unknown documents only":     {"a.txt": file("notes"), "b.bin": file("\x01\x02")},
		"unreadable SBOM only":       {"a.cdx.json": file(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [`)},
		"empty threat model":         {"tm.yaml": file("threat_model: 1\n")},
		"empty declaration":          {"d.yaml": file("declaration: 1\n")},
		"all three kinds, all empty": {"a.cdx.json": file(emptyList), "tm.yaml": file("threat_model: 1\n"), "d.yaml": file("declaration: 1\n")},
	}
	for name, text := range junk {
		for _, path := range []string{name, name + ".json", name + ".cdx.json", name + ".yaml", "bundle.yaml"} {
			cases["junk "+path+" "+name] = fstest.MapFS{path: file(text)}
		}
	}
	for name, files := range cases {
		t.Run(name, func(t *testing.T) {
			for _, id := range e.Profiles() {
				p, err := e.Profile(id)
				if err != nil {
					t.Fatal(err)
				}
				r := screen(t, e, open(t, files), engine.Screening{Profile: p}).Report
				if r.Verdict != report.Undetermined && r.Verdict != report.DoesNotMeet {
					t.Errorf("%s: verdict %s", id, r.Verdict)
				}
				if len(r.Reasons) == 0 {
					t.Errorf("%s: the verdict gives no reason", id)
				}
			}
		})
	}
}

const metadata = `# METADATA
# title: T
# description: D.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources: [{standard: S, edition: "1", clause: C, confidence: source}]
#   messages: {bad: "bad", good: "good"}
#   remedy: R.
#   question: Q?
#   tags: []
package bidgate.requirement.acme.one

`

// TestClumsyPoliciesNeverMeet loads policies with a mistake in each. Every one
// is refused, or ends without a pass, and the reason names what is wrong.
func TestClumsyPoliciesNeverMeet(t *testing.T) {
	engine.OneGoroutine(t)
	const (
		noViolation = "violation contains {\"code\": \"bad\", \"args\": {}, \"at\": [\"sboms\", i]} if {\n\tsome i, _ in input.sboms\n\tfalse\n}\n"
		basis       = "basis contains {\"code\": \"good\", \"args\": {}, \"at\": [\"sboms\", i], \"level\": \"verified\"} if some i, _ in input.sboms\n"
	)
	with := func(rules string) fstest.MapFS {
		return fstest.MapFS{"requirement/acme/one/one.rego": file(metadata + rules)}
	}
	cases := map[string]struct {
		files fstest.MapFS
		want  string // in the error of New, or of the finding
	}{
		"misspelt package":          {fstest.MapFS{"one.rego": file(strings.Replace(metadata, "bidgate.requirement.acme", "bidgate.requirment.acme", 1) + noViolation + basis)}, "requirment"},
		"misspelt rule":             {with(strings.Replace(noViolation, "violation", "violations", 1) + basis), "violation"},
		"undefined field":           {with(noViolation + strings.Replace(basis, "some i, _ in input.sboms", "{\n\tsome i, sbom in input.sboms\n\tsbom.facst.components.all > 0\n}", 1)), "facst"},
		"builtin error":             {with(noViolation + strings.TrimSpace(basis) + "\n\nviolation contains {\"code\": \"bad\", \"args\": {}, \"at\": [\"sboms\", i]} if {\n\tsome i, sbom in input.sboms\n\tto_number(sbom.spec_version) == to_number(\"x\")\n}\n"), "to_number"},
		"not over builtin error":    {with(basis + "violation contains {\"code\": \"bad\", \"args\": {}, \"at\": [\"sboms\", i]} if {\n\tsome i, _ in input.sboms\n\tnot to_number(\"x\") == 1\n}\n"), "to_number"},
		"conflict":                  {with(noViolation + "_level := \"verified\" if count(input.sboms) > 0\n\n_level := \"asserted\" if count(input.sboms) >= 0\n\n" + strings.Replace(basis, `"verified"`, "_level", 1)), "conflict"},
		"violation contains 42":     {with("violation contains 42\n\n" + basis), "must contain an object"},
		"basis contains 42":         {with(noViolation + "basis contains 42\n"), "must contain an object"},
		"data file with results":    {fstest.MapFS{"requirement/acme/one/one.rego": file(metadata + noViolation + basis), "bidgate/requirement/acme/two/data.json": file(`{"basis": [1]}`)}, "data.json"},
		"rule in bidgate":           {fstest.MapFS{"x.rego": file("package bidgate\n\ndecision := 1\n")}, "x.rego"},
		"rule in the decision":      {fstest.MapFS{"x.rego": file("package bidgate.decision\n\nverdict := \"meets\"\n")}, "x.rego"},
		"rule by a long head":       {fstest.MapFS{"x.rego": file("package bidgate\n\nlib.verdict.verdict := \"meets\"\n")}, "x.rego"},
		"unknown code":              {with(noViolation + strings.Replace(basis, `"good"`, `"goood"`, 1)), "goood"},
		"member without a table":    {with(noViolation + strings.Replace(basis, `"code"`, `"member": "m-1", "code"`, 1)), "member"},
		"unknown member":            {fstest.MapFS{"requirement/acme/one/one.rego": file(metadata + strings.Replace(noViolation, `"code"`, `"member": "m-1", "code"`, 1) + strings.Replace(basis, `"code"`, `"member": "m-9", "code"`, 1)), "requirement/acme/one/rows.yaml": file("- {id: m-1, title: T, family: m, family_title: M}\n")}, "member"},
		"basis beside violation":    {with(strings.Replace(noViolation, "\n\tfalse", "", 1) + basis), "both"},
		"silent":                    {with(noViolation + strings.Replace(basis, "some i, _ in input.sboms", "{\n\tsome i, sbom in input.sboms\n\tsbom.spec_version == \"9\"\n}", 1)), "no result"},
		"requirement of no subject": {with(noViolation + strings.Replace(basis, `["sboms", i]`, `["sboms", i + 7]`, 1)), "not in the evidence"},
	}
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM)})
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			e, err := engine.New(context.Background(), engine.WithPolicies(c.files), engine.WithoutLibrary())
			if err != nil {
				if !strings.Contains(err.Error(), c.want) {
					t.Errorf("error does not name %q: %v", c.want, err)
				}
				return
			}
			p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
			r := screen(t, e, bundle, engine.Screening{Profile: p}).Report
			if r.Verdict != report.Undetermined && r.Verdict != report.DoesNotMeet {
				t.Errorf("verdict %s", r.Verdict)
			}
			if !says(r, c.want) {
				t.Errorf("the report does not say %q", c.want)
			}
		})
	}
}

// says looks for a text among the errors and reviews of the findings of acme.
func says(r *report.Report, want string) bool {
	for _, f := range r.Findings {
		if !strings.HasPrefix(f.ID, "acme.") {
			continue
		}
		for _, text := range f.Errors {
			if strings.Contains(text, want) {
				return true
			}
		}
		for _, s := range f.Reviews {
			if strings.Contains(s.Message, want) {
				return true
			}
		}
	}
	return false
}

// TestNothingSelectedIsUndetermined: a profile without requirements, and one
// under which nothing applies.
func TestNothingSelectedIsUndetermined(t *testing.T) {
	e := newEngine(t)
	bundle, err := evidence.OpenFS(os.DirFS("../fixtures/edk2-meets/bundle"), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	nothing := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: []\n")
	if r := screen(t, e, bundle, engine.Screening{Profile: nothing}).Report; r.Verdict != report.Undetermined {
		t.Errorf("nothing selected: %s", r.Verdict)
	}
	notOffered := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [product.offered]\n")
	r := screen(t, e, bundle, engine.Screening{Profile: notOffered}).Report
	if r.Verdict != report.Undetermined || r.Counts.NotApplicable == 0 {
		t.Errorf("nothing applies: %s, %+v", r.Verdict, r.Counts)
	}
}
