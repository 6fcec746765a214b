package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

const (
	ownSBOM    = "sbom/bidgate.cdx.json"
	ownCommand = "go test ./cmd/bidgate -run 'TestOwn|TestFixtures/bidgate-itself' -update"
)

// The tests of our own bundle stand before those of the fixtures, by the name of
// this file, so that one run with -update writes the bundle and then its report.

// TestOwnSBOM holds the list of our own parts against what is linked now. Its
// day is the day on which go.mod changed last, so that the same modules give the
// same bytes; -update takes it from the history, or today while go.mod is not
// committed, and the fixture's args must not look back to an earlier day.
func TestOwnSBOM(t *testing.T) {
	oneGoroutine(t)
	root, path := filepath.Join("..", ".."), ownFile(ownSBOM)
	bom := ownBOM(t, root)
	if *update {
		bom.Metadata.Timestamp = goModDay(t) + "T00:00:00Z"
		ownWrite(t, path, encodedBOM(t, bom))
	}
	committed, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v\nrun %s", err, ownCommand)
	}
	var dated struct{ Metadata struct{ Timestamp string } }
	if err := json.Unmarshal(committed, &dated); err != nil {
		t.Fatal(err)
	}
	bom.Metadata.Timestamp = dated.Metadata.Timestamp
	if want := encodedBOM(t, bom); string(committed) != want {
		t.Errorf("%s is not what is linked now: %s\nrun %s", ownSBOM, firstDifference(string(committed), want), ownCommand)
	}
	if day := asOfDay.FindStringSubmatch(ownText(t, "../args")); day == nil || day[1] < dated.Metadata.Timestamp[:10] {
		t.Errorf("the fixture is screened for a day before %s, on which its SBOM was made; set --as-of in its args to that day", dated.Metadata.Timestamp)
	}
}

var asOfDay = regexp.MustCompile(`--as-of\n(\S+)`)

// TestOwnPolicyIsTheProjects: what the bundle shows as the project's policy on
// security is SECURITY.md, word for word.
func TestOwnPolicyIsTheProjects(t *testing.T) {
	want, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		ownWrite(t, ownFile("evidence/SECURITY.md"), string(want))
	}
	if got := ownText(t, "evidence/SECURITY.md"); got != string(want) {
		t.Errorf("evidence/SECURITY.md is not SECURITY.md: %s\nrun %s", firstDifference(got, string(want)), ownCommand)
	}
}

// ownNames are the documents that name others by digest, in the order in which
// -update may rewrite them.
var ownNames = []string{"threat-model/bidgate.yaml", "declaration/bidgate.yaml", "bundle.yaml"}

var (
	namedDigest = regexp.MustCompile(`(path: ([^\s,}]+), [^}\n]*sha256:"? ?"?)([0-9a-f]{64})`)
	namedPart   = regexp.MustCompile(`pkg:golang/([^@"\s]+)(?:@[^"\s]+)?`)
)

// TestOwnReferences holds the digests by which our documents name each other, and
// the package URLs by which they name parts of the list: each is one of it.
func TestOwnReferences(t *testing.T) {
	listed := map[string]string{}
	for _, purl := range namedPart.FindAllStringSubmatch(ownText(t, ownSBOM), -1) {
		listed[purl[1]] = purl[0]
	}
	for _, name := range ownNames {
		text := ownText(t, name)
		got := namedPart.ReplaceAllStringFunc(text, func(purl string) string {
			path := namedPart.FindStringSubmatch(purl)[1]
			if listed[path] == "" {
				t.Errorf("%s names %s, which is not linked", name, purl)
				return purl
			}
			return listed[path]
		})
		got = namedDigest.ReplaceAllStringFunc(got, func(entry string) string {
			parts := namedDigest.FindStringSubmatch(entry)
			return parts[1] + fmt.Sprintf("%x", sha256.Sum256([]byte(ownText(t, parts[2]))))
		})
		if *update {
			ownWrite(t, ownFile(name), got)
		} else if got != text {
			t.Errorf("%s names a file or part as it no longer is: %s\nrun %s", name, firstDifference(text, got), ownCommand)
		}
	}
}

// TestOwnBundleBeforeTheBaseline: ABOUT.md names each finding that keeps our own
// bundle from the baseline, and no other, so that nobody reads the verdict of its
// profile as one of the baseline.
func TestOwnBundleBeforeTheBaseline(t *testing.T) {
	oneGoroutine(t)
	args := asOfDay.FindStringSubmatch(ownText(t, "../args"))
	r := ownReport(t, "--profile", "baseline", "--as-of", args[1])
	open := []string{}
	for _, f := range r.Findings {
		settled := f.Status == report.Pass || f.Status == report.NotApplicable || f.PartOnly
		if !settled && (f.Severity == report.Blocking || f.Severity == report.Major) {
			open = append(open, f.ID)
		}
	}
	named := []string{}
	for _, row := range aboutRow.FindAllStringSubmatch(ownText(t, "../ABOUT.md"), -1) {
		named = append(named, row[1])
	}
	slices.Sort(open)
	slices.Sort(named)
	if diff := cmp.Diff(open, named); diff != "" {
		t.Errorf("ABOUT.md names other findings before the baseline (- in the report, + in ABOUT.md):\n%s", diff)
	}
	if want := "**" + string(r.Verdict) + "**"; !strings.Contains(ownText(t, "../ABOUT.md"), want) {
		t.Errorf("ABOUT.md does not say that the baseline's verdict is %s", want)
	}
}

var aboutRow = regexp.MustCompile("(?m)^\\| `([a-z0-9_]+\\.[A-Za-z0-9_.-]+)` \\|")

func ownReport(t *testing.T, args ...string) report.Report {
	t.Helper()
	_, stdout, stderr := start(t.Context(), nil, append([]string{"screen", ownFile(""), "-f", "json"}, args...)...)
	var r report.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatalf("%v, stderr %s", err, stderr)
	}
	return r
}

// TestOwnThreatsNameTheirTests: each mitigation that stands names tests, and each
// of them stands in the file that is named with it.
func TestOwnThreatsNameTheirTests(t *testing.T) {
	for line := range strings.Lines(ownText(t, "threat-model/bidgate.yaml")) {
		named := mitigationTest.FindAllStringSubmatch(line, -1)
		if strings.Contains(line, "status: implemented") && len(named) == 0 {
			t.Errorf("this mitigation names no test: %s", line)
		}
		for _, name := range named {
			source, err := os.ReadFile(filepath.Join("..", "..", name[1]))
			if err != nil || !strings.Contains(string(source), "\nfunc "+name[2]+"(") {
				t.Errorf("%s has no %s: %v", name[1], name[2], err)
			}
		}
	}
}

var mitigationTest = regexp.MustCompile(`([a-z0-9_/]+_test\.go): ((?:Test|Fuzz)\w+)`)

func ownFile(name string) string {
	return filepath.Join("..", "..", "fixtures", "bidgate-itself", "bundle", filepath.FromSlash(name))
}

func ownText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(ownFile(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func ownWrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// goModDay is the day, in UTC, on which the history last changed go.mod, or today
// where go.mod differs from that.
func goModDay(t *testing.T) string {
	t.Helper()
	if exec.Command("git", "diff", "--quiet", "HEAD", "--", "../../go.mod").Run() != nil {
		return time.Now().UTC().Format(time.DateOnly)
	}
	out, err := exec.Command("git", "log", "-1", "--format=%at", "--", "../../go.mod").Output()
	if err != nil {
		t.Fatal(err)
	}
	var seconds int64
	if _, err := fmt.Sscan(strings.TrimSpace(string(out)), &seconds); err != nil {
		t.Fatal(err)
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
}
