package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// The sentences of a run over many bids.

const giveBids = "give a folder that holds bundles, or a file with the path of one on each line"

const giveAnnex = "give the file that `bidgate policy annex -f json=FILE` wrote"

func notAnAnnex(file string, err error) error {
	return complain(file, err.Error(), giveAnnex)
}

func badMemberID(id string) error {
	return fmt.Errorf("asks for %q, which is no id", render.Escape(id, 200))
}

func annexInBundle(file, bundle string) error {
	return complain(file, "lies in the bundle "+render.Escape(bundle, 200), "take the annex from who published it")
}

func noBundleIn(path string) error {
	return complain(path, "names no bundle", giveBids)
}

func listTooLong(path string, mib int) error {
	return complain(path, fmt.Sprintf("is longer than %d MiB", mib), "part it, or give a folder")
}

func inputWithResults() error {
	return complain("--results", "does not go with a bundle on standard input", "give the bundle as a file")
}

func fileWithResults(file string) error {
	return complain("--results", "every bid has files of its own, so a format cannot name "+render.Escape(file, 200), "write FORMAT alone")
}

func badWorkers(least int64) error {
	return complain("--workers or --memory", "is too small", fmt.Sprintf("give at least 1 worker, and at least %d MiB", least))
}

func bidDone(n, total int, s bidState, kept bool) string {
	outcome := strings.ReplaceAll(string(s.Verdict), "_", " ")
	if s.Error != "" {
		outcome = "could not be opened: " + composed(s.Error)
	}
	if kept {
		outcome += " (decided already)"
	}
	return fmt.Sprintf("%d/%d %s: %s\n", n, total, oneLine(s.Bid), outcome)
}

func bidsLeft(left time.Duration) string { return fmt.Sprintf(", about %s left", left) }

// cutTo cuts a line of progress at the width of a terminal.
func cutTo(line string, columns int) string {
	if columns < 20 {
		columns = 80
	}
	return render.Line(line, columns-1)
}

func noRequirement(id string) error {
	return complain("--requirement", fmt.Sprintf("%q is not the id of a requirement", id), "write area.name or area.name.member, as a report has it")
}

func nothingToSettle(path, id string, open []string) error {
	if len(open) == 0 {
		return complain(path, "has nothing that such a record could settle", "no record is needed")
	}
	const most = 8
	more := ""
	if n := len(open) - most; n > 0 {
		open, more = open[:most], fmt.Sprintf(" and %d more", n)
	}
	return complain(path, id+" is nothing that such a record could settle here", "use one of "+strings.Join(open, ", ")+more)
}

func recordAdded(path string) string { return "Recorded in " + recordFile(path) + ".\n" }

func checkedRecords(files, found int) string {
	if found == 0 {
		return count(files, "file") + " checked; nothing to mend.\n"
	}
	return count(files, "file") + " checked; " + count(found, "thing") + " to mend.\n"
}

func baselineOfOne() error {
	return complain("--baseline", "goes with one bundle", "screen the bundles one by one")
}

// sinceBaseline tells what decides the verdict and is new.
func sinceBaseline(r *report.Report, newly []report.Newly) string {
	if len(newly) == 0 {
		return fmt.Sprintf("baseline: nothing new; of what decides, %s stood there already\n", count(len(r.Reasons), "finding"))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "baseline: %s new or worse\n", count(len(newly), "finding"))
	for _, n := range newly {
		line := n.ID + ": " + either(n.Said, n.Title)
		if n.Places > 0 {
			line += " (" + count(n.Places, "new place") + ")"
		}
		b.WriteString("  " + oneLine(line) + "\n")
	}
	return b.String()
}

func badShell(given, known []string) error {
	return complain("completion", fmt.Sprintf("%q is no shell that it knows", strings.Join(given, " ")), "use one of "+alternatives(known))
}
