package main

import (
	"testing"

	"github.com/bidgate/bidgate/engine/report"
)

func TestWorst(t *testing.T) {
	const (
		meets  = report.Meets
		excuse = report.MeetsWithExceptions
		not    = report.DoesNotMeet
		open   = report.Undetermined
	)
	type verdicts = []report.Verdict
	for _, test := range []struct {
		got, failOn verdicts
		want        int
	}{
		{verdicts{meets}, failing(), 0},
		{verdicts{not}, failing(), 1},
		{verdicts{open}, failing(), 3},
		{verdicts{excuse}, failing(), 4},
		{verdicts{meets, excuse}, failing(), 4},
		{verdicts{excuse, open}, failing(), 3},
		{verdicts{open, not}, failing(), 1},
		{verdicts{not, "new"}, failing(), 2},
		{verdicts{""}, failing(), 2},
		{verdicts{"new"}, nil, 2},
		{verdicts{not}, verdicts{open}, 0},
		{verdicts{not, open}, verdicts{open}, 3},
		{verdicts{not, open, excuse}, verdicts{}, 0},
		{nil, failing(), 0},
	} {
		if got := worst(test.got, test.failOn); got != test.want {
			t.Errorf("worst(%v, %v) = %d, want %d", test.got, test.failOn, got, test.want)
		}
	}
}

// TestEveryVerdictHasAStatus holds that no verdict falls to another's status.
func TestEveryVerdictHasAStatus(t *testing.T) {
	seen := map[int]report.Verdict{statusCouldNotRun: "could not run"}
	for _, verdict := range report.Verdicts() {
		if other, ok := seen[statusOf(verdict)]; ok {
			t.Errorf("%s and %s have one status", verdict, other)
		}
		seen[statusOf(verdict)] = verdict
	}
}
