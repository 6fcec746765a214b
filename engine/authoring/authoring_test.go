package authoring_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/authoring"
)

// papers is a small sound requirement; tests change one thing in it.
const papers = `# METADATA
# title: There are papers enough
# description: Asks for a number of documents.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: House rules, edition: "1", clause: "1", confidence: source}
#   parameters: {min: {type: integer, default: 2}}
#   messages:
#     few: "There are {n} documents."
#     enough: "There are {n} documents."
#   remedy: Add documents.
#   question: Where are the other documents?
package bidgate.requirement.acme.papers

_n := count(input.bundle.documents)

violation contains {"code": "few", "args": {"n": _n}, "at": ["bundle", "documents"]} if {
	_n < input.parameters.acme.papers.min
}

basis contains {"code": "enough", "args": {"n": _n}, "at": ["bundle", "documents"], "level": "verified"} if {
	_n >= input.parameters.acme.papers.min
}
`

const papersTest = `package bidgate.requirement.acme.papers_test

import data.bidgate.lib.testing
import data.bidgate.requirement.acme.papers as requirement

_given(n) := testing.bundle_input({
	"bundle": {"documents": [testing.document({}) | some _ in numbers.range(1, n)]},
	"parameters": {"acme": {"papers": {"min": 2}}},
})

test_enough_is_a_basis if {
	count(requirement.basis) == 1 with input as _given(2)
	requirement.violation == set() with input as _given(2)
}

test_few_is_a_violation if {
	count(requirement.violation) == 1 with input as _given(1)
}
`

func tree(files map[string]string) fs.FS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func pack(more string) fs.FS {
	return tree(map[string]string{"papers.rego": papers, "papers_test.rego": papersTest + more})
}

func TestLintOfSoundPolicies(t *testing.T) {
	got, err := authoring.Lint(t.Context(), pack(""), authoring.Options{Name: "pack"})
	if diff := cmp.Diff([]authoring.Problem{}, got); diff != "" || err != nil {
		t.Errorf("error %v, problems (-want +got):\n%s", err, diff)
	}
}

func TestLintFinds(t *testing.T) {
	replaced := func(old, text string) map[string]string {
		return map[string]string{"papers.rego": strings.Replace(papers, old, text, 1)}
	}
	beside := func(name, text string) map[string]string {
		return map[string]string{"papers.rego": papers, name: text}
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string // the problem, or its beginning
	}{
		{"nothing", map[string]string{"README": ""}, "pack: holds no policy"},
		{"tests alone", map[string]string{"papers_test.rego": papersTest}, "pack: holds no policy"},
		{"format", replaced("\t_n >=", "  _n >="), "pack/papers.rego:27: is not in the format of Rego"},
		{"format of a test", beside("a_test.rego", "package bidgate.a_test\n\ntest_a   if true\n"), "pack/a_test.rego:3: is not in the format of Rego"},
		{"syntax", replaced("if {", "if"), "pack/papers.rego:24: unexpected } token"},
		{"syntax of a test", beside("a_test.rego", "package"), "pack/a_test.rego:1: "},
		{"METADATA", replaced("severity: major", "severity: huge"), `pack/papers.rego:6: severity "huge" is not known`},
		{"field that is not in the input", replaced("bundle.documents)", "bundle.dokuments)"), "pack/papers.rego:20: undefined ref: input.bundle.dokuments"},
		{"parameter that there is not", replaced("papers.min\n", "papers.most\n"), "pack/papers.rego:23: undefined ref: input.parameters.acme.papers.most"},
		{"division", replaced("count(input.bundle.documents)", "count(input.bundle.documents) / 2"), "pack/papers.rego:20: division is not exact"},
		{"unused variable in a test", beside("a_test.rego", "package bidgate.a_test\n\ntest_a if {\n\tx := 1\n}\n"), "pack/a_test.rego:4: assigned var x unused"},
		{"builtin that tests do not have", beside("a_test.rego", "package bidgate.a_test\n\ntest_a if time.now_ns() > 0\n"), "pack/a_test.rego:3: undefined function time.now_ns"},
		{"field that is not in the input, in a test", beside("a_test.rego", "package bidgate.a_test\n\ntest_a if input.sbom\n"), "pack/a_test.rego:3: undefined ref: input.sbom"},
		{"name of nothing in a test", beside("a_test.rego", "package bidgate.a_test\n\nimport data.bidgate.requirement.acme.papers as requirement\n\ntest_a if not requirement.violations\n"), "pack/a_test.rego:5: data.bidgate.requirement.acme.papers.violations is defined nowhere"},
		{"test in the package that it tests", beside("a_test.rego", "package bidgate.requirement.acme.papers\n\ntest_a if count([]) == 0\n"), "pack/a_test.rego:1: a test must not write into the package"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := authoring.Lint(t.Context(), tree(test.files), authoring.Options{Name: "pack"})
			if err != nil || len(got) != 1 || !strings.HasPrefix(got[0].String(), test.want) {
				t.Errorf("error %v, problems %v, want %s", err, got, test.want)
			}
		})
	}
}

func TestTestOfSoundPolicies(t *testing.T) {
	got, err := authoring.Test(t.Context(), pack(""), authoring.Options{Name: "pack"})
	if err != nil {
		t.Fatal(err)
	}
	want := &authoring.TestReport{
		Tests:    2,
		Failures: []authoring.Failure{},
		Coverage: []authoring.Coverage{
			{File: "pack/papers.rego", Reached: 5, Unreached: []int{}},
			{File: "pack/papers_test.rego", Reached: 9, Unreached: []int{}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	if got.Percent() != 100 {
		t.Errorf("percent = %d", got.Percent())
	}
}

// TestTestFinds puts all tests that fail into one tree: compiling costs most.
func TestTestFinds(t *testing.T) {
	tests := []struct {
		name, rule string
		line       int // of the rule, from 1
		text       string
		excerpt    string // in it
		output     string
	}{
		{"test_undefined", " if {\n\tn := count(requirement.basis) with input as _given(2)\n\tn == 7\n}", 3, "is not true", "n == 7\n", ""},
		{"test_false", " := false", 1, "is not true", "", ""},
		{"test_every", " if {\n\tevery n in [1, 2] {\n\t\tn < 2\n\t}\n}", 3, "is not true", "n < 2\n", ""},
		{"test_error", " if {\n\tto_number(\"a\") == 1\n}", 2, "stopped: to_number: ", "", ""},
		{"test_print", " if {\n\tprint(\"here\")\n\tfalse\n}", 3, "is not true", "false", "here"},
		{"todo_test_left_out", " if true", 1, "is left out by its name", "", ""},
		{"test_table", "[n] if {\n\tsome n in [1, 2]\n\tn == 1\n}", 3, "is not true", "n == 1", ""},
	}
	rules, lines := "", make([]int, len(tests))
	for i, test := range tests {
		lines[i] = strings.Count(papersTest+rules, "\n") + test.line
		rules += test.name + test.rule + "\n"
	}
	report, err := authoring.Test(t.Context(), pack(rules), authoring.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Tests != 2+len(tests) || len(report.Failures) != len(tests) {
		t.Fatalf("%d tests, failures %+v", report.Tests, report.Failures)
	}
	for i, test := range tests { // failures are in order of line
		f := report.Failures[i]
		if f.Test != "bidgate.requirement.acme.papers_test."+test.name || f.File != "papers_test.rego" || f.Line != lines[i] ||
			!strings.HasPrefix(f.Text, test.text) || !strings.Contains(f.Excerpt, test.excerpt) || f.Output != test.output {
			t.Errorf("got %+v\nwant %+v in line %d", f, test, lines[i])
		}
	}
}

// TestTestFindsWhatPassesOnNothing: a basis that holds where no document was
// sent is a failure, whatever the tests of the requirement say.
func TestTestFindsWhatPassesOnNothing(t *testing.T) {
	tree := fstest.MapFS{"papers.rego": {Data: []byte(strings.ReplaceAll(papers, "default: 2", "default: 0"))}}
	report, err := authoring.Test(t.Context(), tree, authoring.Options{Name: "pack"})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Failures) != 1 || report.Failures[0].Test != "bidgate.requirement.acme.papers" || !strings.Contains(report.Failures[0].Text, "no document was sent") {
		t.Errorf("%+v", report.Failures)
	}
	tree["papers.rego"].Data = []byte(papers)
	if report, err = authoring.Test(t.Context(), tree, authoring.Options{Name: "pack"}); err != nil || len(report.Failures) > 0 {
		t.Errorf("%+v %v", report, err)
	}
}

func TestExcerptIsBounded(t *testing.T) {
	rule := "\ntest_long if {\n\tx := [sprintf(\"%d\", [n]) | some n in numbers.range(1, 9999)]\n\tx == [\"" + strings.Repeat("é", 999) + "\"]\n}\n"
	report, err := authoring.Test(t.Context(), pack(rule), authoring.Options{})
	if err != nil || len(report.Failures) != 1 {
		t.Fatal(report, err)
	}
	if excerpt := report.Failures[0].Excerpt; len(excerpt) > 1000 || !strings.Contains(excerpt, "…\n") {
		t.Errorf("excerpt of %d bytes: %s", len(excerpt), excerpt)
	}
}

func TestUnreachedLines(t *testing.T) {
	got, err := authoring.Test(t.Context(), tree(map[string]string{
		"papers.rego":      papers,
		"papers_test.rego": strings.Split(papersTest, "test_few")[0],
	}), authoring.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := authoring.Coverage{File: "papers.rego", Reached: 4, Unreached: []int{22}}
	if diff := cmp.Diff(want, got.Coverage[0]); diff != "" || got.Percent() != 80 {
		t.Errorf("percent %d, coverage (-want +got):\n%s", got.Percent(), diff)
	}
}

// TestRefused: tests are not run, and nothing is built, of what the engine refuses.
func TestRefused(t *testing.T) {
	refused := tree(map[string]string{"papers.rego": strings.Replace(papers, "severity: major", "severity: huge", 1)})
	want := `papers.rego:6: severity "huge" is not known`
	if report, err := authoring.Test(t.Context(), refused, authoring.Options{}); report != nil || err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("Test = %v, %v", report, err)
	}
	var b bytes.Buffer
	if digest, err := authoring.Build(t.Context(), &b, refused, authoring.Options{}); digest != "" || b.Len() > 0 || err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("Build = %q, %v, %d bytes", digest, err, b.Len())
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := authoring.Lint(ctx, pack(""), authoring.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Lint: %v", err)
	}
	if _, err := authoring.Test(ctx, pack(""), authoring.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Test: %v", err)
	}
}

// TestWithoutLibrary: an area of the built-in library stays the library's when
// that is left out, and one of the author's own lints beside it or not.
func TestWithoutLibrary(t *testing.T) {
	sbom := strings.NewReplacer("requirement.acme", "requirement.sbom", "parameters.acme", "parameters.sbom").Replace(papers)
	own := tree(map[string]string{"papers.rego": sbom})
	for without, want := range map[bool]string{false: "belongs to another policy pack", true: "is one of the built-in requirements, also where they are left out"} {
		got, err := authoring.Lint(t.Context(), own, authoring.Options{WithoutLibrary: without})
		if err != nil || len(got) != 1 || !strings.Contains(got[0].Text, want) {
			t.Errorf("without the library %v: %v, %v", without, got, err)
		}
		if got, err := authoring.Lint(t.Context(), tree(map[string]string{"papers.rego": papers}), authoring.Options{WithoutLibrary: without}); err != nil || len(got) != 0 {
			t.Errorf("an area of its own, without the library %v: %v, %v", without, got, err)
		}
	}
}
