//go:build unix

package advisory_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine/evidence"
)

// osvScanner is the program beside which matching is measured; make bench-osv
// builds it.
const osvScanner = "../../build/osv-scanner"

// osvDatabases must each be there, or the program refuses to look.
var osvDatabases = []string{"Alpine", "Bitnami", "CRAN", "Chainguard", "ConanCenter", "Debian", "GIT", "Go", "Hackage", "Hex", "Maven", "NuGet", "Packagist",
	"Pub", "PyPI", "Red Hat", "RubyGems", "SwiftURL", "Ubuntu", "Wolfi", "crates.io", "npm", "GitHub Actions", "SUSE", "openSUSE", "AlmaLinux", "Rocky Linux"}

// osvLocal is a folder with the program's local databases of the same records
// that fleetRoot has, made once and left for the next run.
var osvLocal = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(os.TempDir(), "bidgate-bench-osv-300000")
	done := filepath.Join(dir, "done")
	if _, err := os.Stat(done); err == nil {
		return dir, nil
	}
	databases := map[string]*osvZip{}
	for _, name := range osvDatabases {
		z, err := newOSVZip(filepath.Join(dir, "osv-scalibr", name))
		if err != nil {
			return "", err
		}
		databases[name] = z
	}
	var lines bytes.Buffer
	if err := writeGenerated(&lines, many); err != nil {
		return "", err
	}
	add := func(record []byte) error { return addToDatabases(databases, record) }
	for line := range bytes.Lines(lines.Bytes()) {
		if err := add(line); err != nil {
			return "", err
		}
	}
	if err := corpusRecords(add); err != nil {
		return "", err
	}
	for _, z := range databases {
		if err := errors.Join(z.z.Close(), z.f.Close()); err != nil {
			return "", err
		}
	}
	return dir, os.WriteFile(done, nil, 0o644)
})

// osvZip is one database: a zip of records, which are stored as they are so
// that the program need not unpack them.
type osvZip struct {
	f *os.File
	z *zip.Writer
}

func newOSVZip(dir string) (*osvZip, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f, err := os.Create(filepath.Join(dir, "all.zip"))
	if err != nil {
		return nil, err
	}
	return &osvZip{f, zip.NewWriter(f)}, nil
}

// addToDatabases puts a record into the database of each ecosystem that it is on.
func addToDatabases(databases map[string]*osvZip, record []byte) error {
	var r struct {
		ID       string
		Affected []struct{ Package struct{ Ecosystem string } }
	}
	if err := json.Unmarshal(record, &r); err != nil {
		return err
	}
	on := map[string]bool{}
	for _, a := range r.Affected {
		base, _, _ := strings.Cut(a.Package.Ecosystem, ":")
		on[base] = true
	}
	for _, name := range slices.Sorted(maps.Keys(on)) {
		if z := databases[name]; z != nil {
			w, err := z.z.CreateHeader(&zip.FileHeader{Name: r.ID + ".json", Method: zip.Store})
			if err == nil {
				_, err = w.Write(record)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// corpusRecords calls for every OSV record of the corpus.
func corpusRecords(call func(record []byte) error) error {
	return filepath.WalkDir("../../../shared/corpus/advisories/osv", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(path, ".jsonl") {
			return call(data)
		}
		for line := range bytes.Lines(data) {
			if err := call(line); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkMatchBesideOSVScanner reads the fleet of the corpus and matches it
// with the same 304,524 records, by bidgate and by osv-scanner in one run. What
// is timed is the same: from the bytes of the SBOM to the matches. Import is
// not: osv-scanner reads its zips each time, bidgate imports them once. make
// bench says that it was not run where the program is not built.
func BenchmarkMatchBesideOSVScanner(b *testing.B) {
	if _, err := os.Stat(osvScanner); err != nil {
		b.Skip("not run: osv-scanner is not built; make bench-osv builds it")
	}
	sbom, err := os.ReadFile(fleet)
	if err != nil {
		b.Skip("not run: the corpus is not beside the project")
	}
	database, err := osvLocal()
	if err != nil {
		b.Fatal(err)
	}
	root := fleetRoot(b)
	var mine, theirs, mineCPU, theirCPU time.Duration
	for b.Loop() {
		begun, cpu := time.Now(), processorTime(b)
		bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: sbom}}, evidence.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		matchOnce(b, root, itemsOf(evidence.Read(bundle)))
		mine, mineCPU = mine+time.Since(begun), mineCPU+processorTime(b)-cpu
		wall, used := runOSVScanner(b, database)
		theirs, theirCPU = theirs+wall, theirCPU+used
	}
	b.ReportMetric(mine.Seconds()*1000/float64(b.N), "bidgate-ms")
	b.ReportMetric(theirs.Seconds()*1000/float64(b.N), "osv-scanner-ms")
	b.ReportMetric(mine.Seconds()/theirs.Seconds(), "time/osv-scanner")
	b.ReportMetric(mineCPU.Seconds()/theirCPU.Seconds(), "cpu/osv-scanner")
}

func runOSVScanner(b *testing.B, database string) (wall, used time.Duration) {
	b.Helper()
	begun := time.Now()
	cmd := exec.Command(osvScanner, "scan", "source", "-L", fleet, "--offline", "--local-db-path", database, "--all-vulns", "--format", "json")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) { // 1: it found some
		b.Fatalf("%v: %s", err, stderr.String())
	}
	if len(out) == 0 {
		b.Fatal("osv-scanner found nothing")
	}
	return time.Since(begun), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
