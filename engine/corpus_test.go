package engine_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

// inDepth are the profiles that every run holds against the corpus;
// BIDGATE_ALL_PROFILES=1 takes all of them, and =ID,ID those.
var inDepth = []string{"baseline", "eu-cra", "us-federal-iot"}

func wanted(profile string) bool {
	named := os.Getenv("BIDGATE_ALL_PROFILES")
	return named == "1" || slices.Contains(strings.Split(named, ","), profile) || named == "" && slices.Contains(inDepth, profile)
}

// alike are requirements that may give every document of the corpus the same.
var alike = map[string]string{
	"sbom.signature_verified": "judges by keys of the buyer, of which the corpus has none",
	"sbom.hardware_parts":     "judges where the buyer asks for hardware, and no profile does by itself",
	"sbom.refused_licences":   "judges the licences that a buyer refuses, and no profile refuses any by itself",
	"sbom.fda_2026":           "no SBOM of the corpus was made for a submission: none states support and its end for each component",
	"sbom.fda_field":          "no SBOM of the corpus was made for a submission: none states support and its end for each component",
	"sbom.bsi_2_1":            "no SBOM of the corpus was made for the guideline; the fixture controller-bsi meets it",
}

// TestCorpusTable screens every SBOM and threat model of the corpus alone
// against built-in profiles and, with -v, prints status by requirement and
// what each would need. A requirement on SBOMs that every document meets, or
// that none meets, tells a buyer nothing: there may be none.
func TestCorpusTable(t *testing.T) {
	engine.OneGoroutine(t)
	files, err := filepath.Glob("../../shared/corpus/*/*")
	if err != nil || len(files) == 0 {
		t.Skip("the corpus is not beside the project")
	}
	e, table := newEngine(t), readTable(t)
	for _, id := range e.Profiles() {
		if !wanted(id) {
			continue
		}
		p, err := e.Profile(id)
		if err != nil {
			t.Fatal(err)
		}
		seen, verdicts := map[string]map[report.Status]int{}, map[report.Verdict]int{}
		for _, name := range files {
			folder := filepath.Base(filepath.Dir(name))
			if (folder != "sbom" && folder != "threatmodel") || strings.HasSuffix(name, ".tsv") {
				continue
			}
			if info, err := os.Stat(name); err != nil || info.IsDir() || info.Size() > 5<<20 {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			bundle := open(t, fstest.MapFS{filepath.Base(name): {Data: data}})
			result := screen(t, e, bundle, engine.Screening{Profile: p})
			toldOnce(t, id+" "+filepath.Base(name), result)
			r := result.Report
			fitting(t, id+" "+filepath.Base(name), r)
			if id == "baseline" && (r.Verdict == report.Meets || r.Verdict == report.MeetsWithExceptions) {
				t.Errorf("%s: one document alone meets baseline", filepath.Base(name))
			}
			verdicts[r.Verdict]++
			t.Logf("%s %s: %s", id, filepath.Base(name), row(r, seen))
		}
		table.hold(t, id, verdicts, seen)
		for _, requirement := range slices.Sorted(maps.Keys(seen)) {
			t.Logf("%s over the corpus: %s %v", id, requirement, seen[requirement])
			if strings.HasPrefix(requirement, "sbom.") && alike[requirement] == "" && (seen[requirement][report.Pass] == 0 || len(seen[requirement]) == 1) {
				t.Errorf("%s: %s gives %v on the whole corpus", id, requirement, seen[requirement])
			}
		}
	}
	table.write(t)
}

// row is one line of the table: the verdict, and what stands in its way.
func row(r *report.Report, seen map[string]map[report.Status]int) string {
	counts, needs := map[report.Status]int{}, []string{}
	for _, f := range r.Findings {
		counts[f.Status]++
		if f.Status == report.NotSupplied {
			continue // of another kind than this document
		}
		if seen[f.Requirement] == nil {
			seen[f.Requirement] = map[report.Status]int{}
		}
		seen[f.Requirement][f.Status]++
		for _, s := range slices.Concat(f.Violations, f.Reviews) {
			needs = append(needs, fmt.Sprintf("%s %s %s: %s", f.Severity, f.Status, f.ID, s.Message))
		}
	}
	return fmt.Sprintf("%s %v\n    %s", r.Verdict, counts, strings.Join(needs, "\n    "))
}
