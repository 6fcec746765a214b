package authoring_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/report"
)

func TestCompare(t *testing.T) {
	before := report.Requirement{
		ID: "a.b", Title: "T", Severity: report.Major,
		Parameters: []report.Setting{{Name: "n", Type: "integer", HasDefault: true, Default: 1}},
		Messages:   []report.Wording{{Code: "x", Text: "X."}, {Code: "y", Text: "Y."}},
		Members:    []report.MemberRow{{ID: "m", Title: "M", Severity: report.Minor}},
		Profiles:   []report.Use{{Profile: "p", Severity: report.Major, Level: report.Asserted}},
	}
	after := before
	after.Severity = report.Blocking
	after.Parameters = []report.Setting{{Name: "n", Type: "integer"}}
	after.Messages = []report.Wording{{Code: "x", Text: "Z."}}
	after.Members = nil
	after.Profiles = []report.Use{{Profile: "p", Severity: report.Minor, Level: report.Evidenced}}
	after.Sources = []report.Source{{Standard: "S", Edition: "1", Clause: "2", Confidence: "source"}}
	got := authoring.Compare(
		authoring.Described{Requirements: []report.Requirement{before, {ID: "a.gone", Title: "G"}}, Rules: map[string]string{"a.b": "1", "bidgate.lib.x": "1"}},
		authoring.Described{Requirements: []report.Requirement{after, {ID: "a.new", Title: "N"}}, Rules: map[string]string{"a.b": "2", "bidgate.lib.x": "2"}},
	)
	want := []authoring.Change{
		{Requirement: "a.b", Aspect: "severity", Before: "major", After: "blocking"},
		{Requirement: "a.b", Aspect: "parameter", Name: "n", Before: "(integer, default 1)", After: "(integer, no default)"},
		{Requirement: "a.b", Aspect: "message", Name: "x", Before: "X.", After: "Z."},
		{Requirement: "a.b", Aspect: "message", Name: "y", Before: "Y."},
		{Requirement: "a.b", Aspect: "source", Name: "S, 1, 2", After: "read in the original"},
		{Requirement: "a.b", Aspect: "member", Name: "m", Before: "minor: M; ; ; "},
		{Requirement: "a.b", Aspect: "profile", Name: "p", Before: "major, asserted", After: "minor, evidenced"},
		{Requirement: "a.b", Aspect: "rules", Before: "1", After: "2"},
		{Requirement: "a.gone", Aspect: "requirement", Before: "G"},
		{Requirement: "a.new", Aspect: "requirement", After: "N"},
		{Aspect: "rules", Name: "bidgate.lib.x", Before: "1", After: "2"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// TestBuildIsReproducible: two builds are the same bytes, and what is built is
// the tree again.
func TestBuildIsReproducible(t *testing.T) {
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if _, err := authoring.Build(t.Context(), b, pack(""), authoring.Options{Name: "pack"}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two builds of one tree differ")
	}
	again, err := authoring.OpenBundle(&first)
	if err != nil {
		t.Fatal(err)
	}
	got, err := fs.ReadFile(again, "bidgate/requirement/acme/papers/papers.rego")
	if diff := cmp.Diff(papers, string(got)); diff != "" || err != nil {
		t.Errorf("error %v, the rules (-want +got):\n%s", err, diff)
	}
	for name, broken := range map[string][]byte{"empty": {}, "text": []byte("text"), "half": second.Bytes()[:second.Len()/2]} {
		if tree, err := authoring.OpenBundle(bytes.NewReader(broken)); tree != nil || err == nil {
			t.Errorf("%s: %v, %v", name, tree, err)
		}
	}
}
