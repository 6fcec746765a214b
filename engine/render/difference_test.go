package render_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

func TestDifferenceSaysFirstWhyTheVerdictDiffers(t *testing.T) {
	same := func(text string) report.Sides { return report.Sides{Before: text, After: text} }
	d := report.Difference{
		Verdict: report.Sides{Before: "does_not_meet", After: "meets_with_exceptions"},
		Causes: []report.Cause{
			{Kind: "data_set", Name: "kev", Sides: report.Sides{After: "kev of 2026-11-20"}},
			{Kind: "document", Name: "a\x1b[31m.json", Sides: report.Sides{Before: "sha256:aa"}},
		},
		Findings: []report.FindingDifference{
			{ID: "a.b", Title: "B", Decides: true, Status: same("fail"), Severity: same("blocking"),
				Outcome: report.Sides{Before: "not_met", After: "excused"}},
			{ID: "a.c", Title: "C", Status: same("review"), Severity: same("minor"),
				Outcome: report.Sides{Before: "open", After: "met"}},
			{ID: "a.d", Title: "D", Status: report.Sides{After: "pass"}, Severity: report.Sides{After: "info"},
				Outcome: report.Sides{After: "met"}},
			{ID: "a.e", Title: "E", Said: true, Status: same("pass"), Severity: same("info"), Outcome: same("met")},
		},
	}
	d.Questions = report.Questions{Answered: []string{"a.c"}, New: []string{"a.z\x1b[31m"}}
	want := `The verdict differs: does not meet before, meets with exceptions after.

What was asked
  answered: 1 question
    a.c  C
  still open: 0 questions
  new: 1 question
    a.z\u{1b}[31m

Why the verdict differs
  a.b  B
    before  not met, mandatory
    after   not met, mandatory, excused by an exception

What was given differs
  data set kev
    before  nothing
    after   kev of 2026-11-20
  document a\u{1b}[31m.json
    before  sha256:aa
    after   nothing

Other findings that differ
  a.c  C
    before  a person must look, desirable
    after   a person must look, desirable, settled by a determination
  a.d  D
    before  nothing
    after   met, information
  1 finding has the same result for other reasons, or at other places; -f json lists which
`
	if diff := cmp.Diff(want, render.Difference(d, render.Options{Width: 120})); diff != "" {
		t.Error(diff)
	}
}

func TestDifferenceOfTheSame(t *testing.T) {
	if got := render.Difference(report.Difference{Equal: true}, render.Options{}); got != "The reports are the same.\n" {
		t.Error(got)
	}
	want := "The verdict is the same: none.\n\nWhat was given differs\n  Nothing that a report names.\n"
	if diff := cmp.Diff(want, render.Difference(report.Difference{}, render.Options{})); diff != "" {
		t.Error(diff)
	}
}
