package main

import (
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// The exit statuses of every command. A crashed Go program exits 2 by itself,
// so 2 never means anything softer than that nothing was decided.
const (
	statusMeets        = 0
	statusDoesNotMeet  = 1
	statusCouldNotRun  = 2
	statusUndetermined = 3
	statusExceptions   = 4
)

// statusProblems is the exit status of commands for authors that found
// something to mend in policies: they ran, and the answer is no.
const statusProblems = 1

// statusDiffers is the exit status of diff for reports that differ, as diff
// tools have it.
const statusDiffers = 1

// statusOf is the exit status of a verdict. One that bidgate does not know is
// no verdict at all.
func statusOf(verdict report.Verdict) int {
	switch verdict {
	case report.Meets:
		return statusMeets
	case report.DoesNotMeet:
		return statusDoesNotMeet
	case report.Undetermined:
		return statusUndetermined
	case report.MeetsWithExceptions:
		return statusExceptions
	}
	return statusCouldNotRun
}

// worst is the exit status for several verdicts. One that failOn does not have
// counts as met.
func worst(verdicts, failOn []report.Verdict) int {
	for _, verdict := range verdicts {
		if statusOf(verdict) == statusCouldNotRun {
			return statusCouldNotRun
		}
	}
	for _, verdict := range report.Verdicts() { // worst first
		if slices.Contains(verdicts, verdict) && slices.Contains(failOn, verdict) {
			return statusOf(verdict)
		}
	}
	return statusMeets
}

// failing are the verdicts that may have an exit status of their own.
func failing() []report.Verdict {
	return slices.DeleteFunc(report.Verdicts(), func(v report.Verdict) bool { return v == report.Meets })
}

// parseFailOn reads --fail-on: verdicts with commas between them, or all, or none.
func parseFailOn(list string) ([]report.Verdict, error) {
	switch list {
	case "all":
		return failing(), nil
	case "none":
		return []report.Verdict{}, nil
	}
	var verdicts []report.Verdict
	for word := range strings.SplitSeq(list, ",") {
		verdict := report.Verdict(strings.TrimSpace(word))
		if !slices.Contains(failing(), verdict) {
			return nil, badFailOn(word, failing())
		}
		verdicts = append(verdicts, verdict)
	}
	return verdicts, nil
}
