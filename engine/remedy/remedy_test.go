package remedy

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

// TestTableIsSound: each row is whole, names requirements that there are and
// tools of the table, and says with none that no flag can help.
func TestTableIsSound(t *testing.T) {
	table, err := read()
	if err != nil {
		t.Fatal(err)
	}
	known := requirements(t)
	tools := map[string]bool{}
	for _, of := range table.Tools {
		if tools[of.Tool] || len(of.Names)+len(of.Formats) == 0 || len(of.Remedies) == 0 {
			t.Errorf("%s: is there twice, or has no name or no remedy", of.Tool)
		}
		tools[of.Tool] = true
		for _, r := range of.Remedies {
			if r.Cause == "" || r.Do == "" || !slices.Contains(fixes, r.Fix) || strings.Contains(r.Cause+r.Do, "{") || !strings.HasSuffix(r.Cause, ".") {
				t.Errorf("%s: the row %q is not whole", of.Tool, r.Cause)
			}
			if !slices.Contains(confidences, r.Confidence) || (r.Source == "") != (r.Confidence == Recalled) {
				t.Errorf("%s: %q: says not how it is known, or not where it was seen", of.Tool, r.Cause)
			}
			if r.Fix == FixNone && r.Run != "" || r.Fix == FixFlag && r.Run == "" || r.Since != "" && r.Fix != FixFlag {
				t.Errorf("%s: %q: a flag has a command, and what none can do has not", of.Tool, r.Cause)
			}
			for _, id := range r.Requirements {
				if !isKnown(known, id) {
					t.Errorf("%s: there is no requirement %s", of.Tool, id)
				}
			}
		}
	}
	for _, r := range table.Shared {
		for _, name := range r.Tools {
			if !tools[name] {
				t.Errorf("shared row %q: there is no tool %s", r.Cause, name)
			}
		}
	}
	for _, e := range table.Edits {
		if e.Add == "" || !slices.Contains(wheres, e.Where) {
			t.Errorf("the edit %q is not whole", e.Add)
		}
		if e.Form == "cyclonedx" && !json.Valid([]byte("{"+e.Add+"}")) {
			t.Errorf("%s: is not members of a JSON object", e.Add)
		}
		for _, id := range e.Requirements {
			if !isKnown(known, id) {
				t.Errorf("edit: there is no requirement %s", id)
			}
		}
	}
}

// isKnown says that there is a requirement, or the one that this is a member of.
func isKnown(known map[string]bool, id string) bool {
	if parts := strings.SplitN(id, ".", 3); len(parts) == 3 {
		id = parts[0] + "." + parts[1]
	}
	return known[id]
}

// requirements are the ids in the library, by the folders of their packages.
func requirements(t *testing.T) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	found, err := filepath.Glob("../../policies/bidgate/requirement/*/*")
	if err != nil || len(found) == 0 {
		t.Fatalf("no requirements: %v", err)
	}
	for _, folder := range found {
		known[filepath.Base(filepath.Dir(folder))+"."+filepath.Base(folder)] = true
	}
	return known
}

func statement(code, message string, places ...report.Place) report.Statement {
	return report.Statement{Code: code, Message: message, Places: places}
}

// TestCausesAreGrouped: one cause for what one tool leaves out, for whatever
// number of places and findings; one for a kind that is missing; the others by
// requirement; none for sums and for what is met.
func TestCausesAreGrouped(t *testing.T) {
	const doc = "a.cdx.json"
	at := func(pointer string) report.Place {
		return report.Place{Document: doc, Pointer: pointer, Line: 2, Column: 3, Name: pointer}
	}
	finding := func(id string, severity report.Severity, statements ...report.Statement) report.Finding {
		return report.Finding{ID: id, Requirement: id, Title: id, Severity: severity, Outcome: report.OutcomeNotMet, Violations: statements, Remedy: "mend it"}
	}
	r := &report.Report{
		Documents: []report.Document{{Path: doc, Format: "cyclonedx-json"}},
		Evidence:  report.Evidence{SBOMs: []report.SBOM{{Document: doc, Generator: "syft 0.58.0"}}},
		Findings: []report.Finding{
			finding("sbom.component_producer", report.Minor, statement("not_stated", "no producer", at("/1"), at("/2"))),
			finding("sbom.component_supplier", report.Major, statement("not_stated", "no supplier", at("/2"), at("/3"))),
			finding("sbom.subject", report.Minor, statement("not_stated", "no version", at("/m"))),
			finding("house.rule", report.Minor, statement("bad", "it is bad", at("/h"))),
			{ID: "sum", Requirement: "sum", Outcome: report.OutcomeNotMet, ComposedOf: []report.Part{{ID: "x"}}},
			{ID: "met", Requirement: "met", Outcome: report.OutcomeMet, Violations: []report.Statement{statement("bad", "no")}},
			{ID: "d1", Requirement: "d1", Severity: report.Blocking, Outcome: report.OutcomeOpen, NotSupplied: []report.Missing{{Kind: "declaration", From: "vendor"}}},
			{ID: "d2", Requirement: "d2", Severity: report.Info, Outcome: report.OutcomeOpen, NotSupplied: []report.Missing{{Kind: "vex", From: "vendor"}, {Kind: "declaration", From: "vendor"}}},
		},
	}
	causes, err := Causes(r)
	if err != nil {
		t.Fatal(err)
	}
	type told struct {
		Cause    string
		Findings []string
		Count    int
		Fix      string
		Specific bool
		Run      string
	}
	var got []told
	for _, c := range causes {
		got = append(got, told{c.Cause, c.Findings, c.Count, c.Fix, c.Specific, c.Run})
	}
	want := []told{
		{"The bundle holds no declaration.", []string{"d1", "d2"}, 2, FixStep, false, ""},
		{"syft writes no supplier where the files that it reads name none, as lock files and Go binaries do not.", []string{"sbom.component_producer", "sbom.component_supplier"}, 3, FixNone, true, ""},
		{"syft was not told which product and version it looked at.", []string{"sbom.subject"}, 1, FixUpdate, true, "syft SOURCE --source-name PRODUCT --source-version VERSION -o cyclonedx-json"},
		{"it is bad", []string{"house.rule"}, 1, FixEdit, false, ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if c := causes[1]; c.Severity != report.Major || !slices.Equal(c.Edits, []Edit{{Where: "place", Add: `"publisher": "NAME"`}, {Where: "place", Add: `"supplier": {"name": "NAME"}`}}) || c.Confidence != Tried || c.Version != "0.58.0" {
		t.Errorf("got %+v", c)
	}
	if c := causes[2]; c.Do != "Update syft, which is 0.58.0 here, to 0.83 or later. Then: Name the product as the offer names it." {
		t.Errorf("got %s", c.Do)
	}
}

// TestEveryOpenFindingHasACause, over the reports of all fixtures, and each
// cause has something to do.
func TestEveryOpenFindingHasACause(t *testing.T) {
	files, err := filepath.Glob("../../fixtures/*/report.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := report.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
		causes, err := Causes(r)
		if err != nil {
			t.Fatal(err)
		}
		under := map[string]bool{}
		for _, c := range causes {
			if c.Cause == "" || c.Do == "" || c.Count == 0 || len(c.Findings) == 0 {
				t.Errorf("%s: a cause that is not whole: %+v", file, c)
			}
			for _, id := range c.Findings {
				under[id] = true
			}
		}
		for _, finding := range r.Findings {
			open := finding.Outcome == report.OutcomeNotMet || finding.Outcome == report.OutcomeOpen
			if open && len(finding.ComposedOf) == 0 && !under[finding.ID] {
				t.Errorf("%s: %s has no cause", file, finding.ID)
			}
		}
	}
}
