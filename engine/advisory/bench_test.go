//go:build unix

package advisory_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/advisory"
)

// Three hundred thousand records are about what the OSV dumps of the large
// ecosystems hold together.
const many = 300_000

// generatedEcosystems are those of the generated records, with the names of
// their packages and whether versions are listed beside ranges.
var generatedEcosystems = []struct {
	name, packageName, rangeType string
	listed                       int
}{
	{"npm", "pkg-%d", "SEMVER", 0},
	{"PyPI", "project-%d", "ECOSYSTEM", 20},
	{"Go", "example.org/team/module-%d", "SEMVER", 0},
	{"Maven", "org.example.group:artifact-%d", "ECOSYSTEM", 10},
	{"crates.io", "crate-%d", "SEMVER", 0},
	{"Debian:12", "source-%d", "ECOSYSTEM", 0},
	{"Alpine:v3.20", "apk-%d", "ECOSYSTEM", 0},
}

// generatedPackage is the n-th package; three records are on each.
func generatedPackage(n int) (ecosystem, name string) {
	e := generatedEcosystems[n%len(generatedEcosystems)]
	return e.name, fmt.Sprintf(e.packageName, n)
}

// writeGenerated writes OSV records, one on each line. Equal numbers give equal bytes.
func writeGenerated(w io.Writer, records int) error {
	for i := range records {
		n := i / 3
		e := generatedEcosystems[n%len(generatedEcosystems)]
		_, name := generatedPackage(n)
		versions := make([]string, e.listed)
		for v := range versions {
			versions[v] = fmt.Sprintf(`"1.%d.%d"`, v, i%7)
		}
		_, err := fmt.Fprintf(w, `{"schema_version":"1.7.0","id":"GEN-2026-%d","modified":"2026-10-%02dT00:00:00Z","published":"2026-09-01T00:00:00Z",`+
			`"aliases":["CVE-2026-%d"],"summary":"A flaw in %s that lets somebody do something","details":"%s",`+
			`"severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],`+
			`"affected":[{"package":{"ecosystem":"%s","name":"%s"},"ranges":[{"type":"%s","events":[{"introduced":"0"},{"fixed":"1.%d.%d"}]}],"versions":[%s]}],`+
			`"references":[{"type":"WEB","url":"https://example.org/advisories/%d"}]}`+"\n",
			i, 1+i%28, 100000+i, name, strings.Repeat("words about what happens ", 12), e.name, name, e.rangeType, i%30, i%5, strings.Join(versions, ","), i)
		if err != nil {
			return err
		}
	}
	return nil
}

// generated is a store with one set of many records, made once in a process and
// left for the next: a benchmark has no last line that could remove it.
var generated = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(os.TempDir(), "bidgate-bench-300000")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if d, err := advisory.Open(os.DirFS(dir)); err == nil {
		defer d.Close() //nolint:errcheck // only read
		if sets := d.Sets(); len(sets) == 1 && sets[0].Records == many {
			return dir, nil
		}
	}
	return dir, importGenerated(dir, many)
})

func importGenerated(dir string, records int) error {
	f, err := os.CreateTemp(dir, "generated-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // a test
	if err := writeGenerated(f, records); err != nil {
		return err
	}
	size, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	store, err := advisory.Lock(context.Background(), root)
	if err != nil {
		return err
	}
	defer store.Close() //nolint:errcheck // a test
	_, err = store.Import(context.Background(), advisory.FileSource("generated.jsonl", f, size), advisory.Import{Format: "osv", Imported: imported})
	return err
}

func generatedRoot(b testing.TB) *os.Root {
	b.Helper()
	dir, err := generated()
	if err != nil {
		b.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = root.Close() })
	return root
}

// BenchmarkImportCorpus imports every OSV record of the corpus.
func BenchmarkImportCorpus(b *testing.B) {
	from := source(b, corpus(b, "osv"))
	for b.Loop() {
		set := newFolder(b).add(from, advisory.Import{Format: "osv"})
		b.ReportMetric(float64(set.Records), "records")
	}
}

// BenchmarkImportMany imports the generated records.
func BenchmarkImportMany(b *testing.B) {
	for b.Loop() {
		if err := importGenerated(b.TempDir(), many); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(many, "records")
	}
}

// BenchmarkOpenMany opens the store of the generated records.
func BenchmarkOpenMany(b *testing.B) {
	root := generatedRoot(b)
	for b.Loop() {
		d, err := advisory.Open(root.FS())
		if err != nil {
			b.Fatal(err)
		}
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLookupMany opens the store and looks packages up; two in three have
// advisories, and one in three has none.
func BenchmarkLookupMany(b *testing.B) {
	root := generatedRoot(b)
	for _, packages := range []int{300, 15_271, 100_000} {
		b.Run(fmt.Sprint(packages), func(b *testing.B) {
			b.ReportAllocs()
			before, hits := processorTime(b), 0
			for b.Loop() {
				hits = lookUp(b, root, packages)
			}
			b.ReportMetric(float64(hits), "hits")
			b.ReportMetric((processorTime(b)-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
}

func lookUp(b testing.TB, root *os.Root, packages int) int {
	d, err := advisory.Open(root.FS())
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close() //nolint:errcheck // only read
	found := 0
	for i := range packages {
		n := i * 7919 % (many / 2) // a third of these is not there
		ecosystem, name := generatedPackage(n)
		ecosystem, _, _ = strings.Cut(ecosystem, ":")
		hits, err := d.Package(ecosystem, name)
		if err != nil {
			b.Fatal(err)
		}
		found += len(hits)
	}
	return found
}

// processorTime is what the process has used: other processes do not count.
func processorTime(b testing.TB) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
