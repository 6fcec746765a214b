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

// inDepth are the profiles that every run holds against the corpus; with
// BIDGATE_ALL_PROFILES set all of them are.
var inDepth = []string{"baseline", "eu-cra", "us-federal-iot"}

// needsKeys judges by keys of the buyer, of which the corpus has none.
const needsKeys = "sbom.signature_verified"

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
	e := newEngine(t)
	for _, id := range e.Profiles() {
		if os.Getenv("BIDGATE_ALL_PROFILES") == "" && !slices.Contains(inDepth, id) {
			continue
		}
		p, err := e.Profile(id)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]map[report.Status]int{}
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
			r := screen(t, e, bundle, engine.Screening{Profile: p}).Report
			if id == "baseline" && (r.Verdict == report.Meets || r.Verdict == report.MeetsWithExceptions) {
				t.Errorf("%s: one document alone meets baseline", filepath.Base(name))
			}
			t.Logf("%s %s: %s", id, filepath.Base(name), row(r, seen))
		}
		for _, requirement := range slices.Sorted(maps.Keys(seen)) {
			t.Logf("%s over the corpus: %s %v", id, requirement, seen[requirement])
			if strings.HasPrefix(requirement, "sbom.") && requirement != needsKeys && (seen[requirement][report.Pass] == 0 || len(seen[requirement]) == 1) {
				t.Errorf("%s: %s gives %v on the whole corpus", id, requirement, seen[requirement])
			}
		}
	}
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
