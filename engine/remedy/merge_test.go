package remedy

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

// TestOnePlaceholderIsOneCause: several requirements read one value, and the
// vendor mends it once. What lacks several things has a cause for each.
func TestOnePlaceholderIsOneCause(t *testing.T) {
	at := func(pointers ...string) []report.Place {
		var places []report.Place
		for _, pointer := range pointers {
			places = append(places, report.Place{Document: "declaration.yaml", Pointer: pointer, Line: 7, Column: 3})
		}
		return places
	}
	finding := func(id string, severity report.Severity, remedy string, places ...report.Place) report.Finding {
		return report.Finding{
			ID: id, Requirement: id, Title: id, Severity: severity, Outcome: report.OutcomeNotMet, Remedy: remedy,
			Violations: []report.Statement{statement("placeholder", id+" reads a placeholder.", places...)},
		}
	}
	for name, c := range map[string]struct {
		findings []report.Finding
		want     []Cause
	}{
		"one value": {
			[]report.Finding{
				finding("b", report.Major, "State the day.", at("/support/end")...),
				finding("a", report.Blocking, "State the end.", at("/support/end")...),
				finding("c", report.Minor, "State the end.", at("/support/end")...),
			},
			[]Cause{{
				Cause: "a reads a placeholder.", Severity: report.Blocking, Findings: []string{"a", "b", "c"},
				Messages: []string{"b reads a placeholder.", "a reads a placeholder.", "c reads a placeholder."},
				Do:       "State the end. State the day.", Count: 1,
			}},
		},
		"two values": {
			[]report.Finding{
				finding("a", report.Major, "x", at("/support/end")...), finding("b", report.Major, "x", at("/support/end", "/support/start")...),
			},
			[]Cause{
				{Cause: "b reads a placeholder.", Severity: report.Major, Findings: []string{"b"}, Messages: []string{"b reads a placeholder."}, Do: "x", Count: 2},
				{Cause: "a reads a placeholder.", Severity: report.Major, Findings: []string{"a"}, Messages: []string{"a reads a placeholder."}, Do: "x", Count: 1},
			},
		},
		"a row and a document": {
			[]report.Finding{
				finding("a", report.Major, "x", at("/threats/0")...), finding("b", report.Major, "x", at("/threats/0")...),
				finding("c", report.Major, "x", at("")...), finding("d", report.Major, "x", at("")...),
			},
			[]Cause{
				{Cause: "a reads a placeholder.", Severity: report.Major, Findings: []string{"a"}, Messages: []string{"a reads a placeholder."}, Do: "x", Count: 1},
				{Cause: "b reads a placeholder.", Severity: report.Major, Findings: []string{"b"}, Messages: []string{"b reads a placeholder."}, Do: "x", Count: 1},
				{Cause: "c reads a placeholder.", Severity: report.Major, Findings: []string{"c"}, Messages: []string{"c reads a placeholder."}, Do: "x", Count: 1},
				{Cause: "d reads a placeholder.", Severity: report.Major, Findings: []string{"d"}, Messages: []string{"d reads a placeholder."}, Do: "x", Count: 1},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Causes(&report.Report{Findings: c.findings})
			if err != nil {
				t.Fatal(err)
			}
			for i := range got {
				got[i] = Cause{
					Cause: got[i].Cause, Severity: got[i].Severity, Findings: got[i].Findings, Messages: got[i].Messages, Do: got[i].Do, Count: got[i].Count,
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestMembersOfOneCause: what one sentence says of several members is one cause
// that lists what each asks for, unless each has a remedy of its own.
func TestMembersOfOneCause(t *testing.T) {
	member := func(name, title, remedy string) report.Finding {
		return report.Finding{
			ID: "form.answer." + name, Requirement: "form.answer", Member: name, Title: title, Remedy: remedy,
			Severity: report.Major, Outcome: report.OutcomeNotMet,
			Violations: []report.Statement{statement("absent", "The declaration does not state this.", report.Place{Document: "d.yaml"})},
		}
	}
	causes, err := Causes(&report.Report{Findings: []report.Finding{
		member("a", "Uses are stated", "Write."), member("b", "Users are stated", "Write."), member("c", "Data is stated", "List `data`."),
	}})
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, c := range causes {
		got = append(got, append([]string{c.Do}, c.Titles...))
	}
	if diff := cmp.Diff([][]string{{"Write.", "Uses are stated", "Users are stated"}, {"List `data`.", "Data is stated"}}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
