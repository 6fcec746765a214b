package policies_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestCoveragePageIsCurrent holds coverage/README.md equal to the data.
func TestCoveragePageIsCurrent(t *testing.T) {
	got := coveragePage(t)
	const path = "coverage/README.md"
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the files beside it say; run go test ./policies -run Coverage -update", path)
	}
}

// coveragePage writes the table for people.
func coveragePage(t *testing.T) []byte {
	t.Helper()
	var page bytes.Buffer
	all := readCoverage(t)
	page.WriteString(coverageIntroduction)
	for _, s := range coverageStates {
		fmt.Fprintf(&page, "- `%s`: %s\n", s.state, s.meaning)
	}
	counts, sections := map[string]map[string]int{}, []string{}
	entries := map[string]covered{}
	var left []string
	for _, row := range readCatalogue(t) {
		if counts[row.section] == nil {
			counts[row.section] = map[string]int{}
			sections = append(sections, row.section)
			for _, entry := range all[row.section] {
				entries[entry.Row] = entry
			}
		}
		entry := entries[row.row]
		counts[row.section][entry.State]++
		if entry.State != "done" {
			left = append(left, fmt.Sprintf("%s (%s): %s", row.row, entry.State, entry.Note))
		}
	}
	summarise(&page, sections, counts)
	fmt.Fprintf(&page, "\nNot done, or not in full:\n\n")
	for _, line := range left {
		page.WriteString("- " + line + "\n")
	}
	page.WriteString("\nOut of scope altogether:\n\n")
	type outside struct{ Subject, Reason string }
	for _, o := range decodeYAML[[]outside](t, "coverage/out-of-scope.yaml") {
		fmt.Fprintf(&page, "- %s: %s\n", o.Subject, o.Reason)
	}
	section := ""
	for _, row := range readCatalogue(t) {
		if row.section != section {
			section = row.section
			fmt.Fprintf(&page, "\n## Section %s\n\n| row | sv | asks | state | judged by | note |\n|---|---|---|---|---|---|\n", section)
		}
		entry := entries[row.row]
		by := slices.Concat(entry.Requirements, entry.Profiles, entry.Facts, entry.Tests)
		for i := range by {
			by[i] = "`" + by[i] + "`"
		}
		fmt.Fprintf(&page, "| %s | %s | %s | %s | %s | %s |\n", row.row, row.severity, row.subject, entry.State, strings.Join(by, ", "), entry.Note)
	}
	return page.Bytes()
}

// summarise writes the rows done of each section.
func summarise(page *bytes.Buffer, sections []string, counts map[string]map[string]int) {
	page.WriteString("\n## Summary\n\n| section | rows | done | partly | deferred | out of scope | open |\n|---|---|---|---|---|---|---|\n")
	total := map[string]int{}
	for _, section := range append(slices.Clone(sections), "all") {
		of := counts[section]
		if section == "all" {
			of = total
		}
		rows := 0
		fmt.Fprintf(page, "| %s | ", section)
		var cells strings.Builder
		for _, s := range coverageStates {
			rows += of[s.state]
			fmt.Fprintf(&cells, " %d |", of[s.state])
			if section != "all" {
				total[s.state] += of[s.state]
			}
		}
		fmt.Fprintf(page, "%d |%s\n", rows, cells.String())
	}
}

const coverageIntroduction = `<!-- Generated from the files beside it by go test ./policies -run Coverage -update. -->
# What the library judges

One row for each row of the catalogue of requirements for procurement of connected products and software (state
November 2026): what judges it, or why nothing does. ` + "`catalogue.tsv`" + ` lists the rows, ` + "`section-NN.yaml`" + ` says what
becomes of them, and tests hold that every row has one entry and that what an entry names exists. States:

`
