package engine_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

// tableFile is the committed table: what each profile finds over the corpus.
const tableFile = "testdata/corpus_profiles.tsv"

const tableHead = "# What each built-in profile finds in the SBOMs and threat models of the corpus, each screened alone. Made by\n" +
	"# BIDGATE_ALL_PROFILES=1 go test ./engine -run TestCorpusTable -update; -v shows each document and what it lacks.\n" +
	"profile\tverdict or requirement\tcounts\n"

// updating says whether goldens are written anew (the flag of schema_test.go).
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// corpusTable is the table by profile.
type corpusTable map[string][]string

func readTable(t *testing.T) corpusTable {
	t.Helper()
	text, err := os.ReadFile(tableFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	table := corpusTable{}
	for line := range strings.Lines(strings.TrimPrefix(string(text), tableHead)) {
		line = strings.TrimSuffix(line, "\n")
		profile, _, _ := strings.Cut(line, "\t")
		table[profile] = append(table[profile], line)
	}
	return table
}

// hold compares what a profile found with what the table has, or takes it down.
func (c corpusTable) hold(t *testing.T, profile string, verdicts map[report.Verdict]int, seen map[string]map[report.Status]int) {
	t.Helper()
	lines := []string{}
	for _, v := range slices.Sorted(maps.Keys(verdicts)) {
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d", profile, v, verdicts[v]))
	}
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		var counts []string
		for _, s := range slices.Sorted(maps.Keys(seen[id])) {
			counts = append(counts, fmt.Sprintf("%s %d", s, seen[id][s]))
		}
		lines = append(lines, profile+"\t"+id+"\t"+strings.Join(counts, ", "))
	}
	if updating() {
		c[profile] = lines
		return
	}
	if diff := cmp.Diff(c[profile], lines); diff != "" {
		t.Errorf("%s: %s has other rows (-table +found); run with -update and read the difference:\n%s", profile, tableFile, diff)
	}
}

func (c corpusTable) write(t *testing.T) {
	t.Helper()
	if !updating() {
		return
	}
	text := tableHead
	for _, profile := range slices.Sorted(maps.Keys(c)) {
		text += strings.Join(c[profile], "\n") + "\n"
	}
	if err := os.WriteFile(tableFile, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
