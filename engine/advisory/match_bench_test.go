//go:build unix

package advisory_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
)

// benchItems are components of the generated packages, every second one of a
// package that no record is on.
func benchItems(n int) []advisory.Item {
	kinds := map[string]string{"npm": "npm/", "PyPI": "pypi/", "Go": "golang/", "Maven": "maven/", "crates.io": "cargo/", "Debian:12": "deb/debian/", "Alpine:v3.20": "apk/alpine/"}
	items := make([]advisory.Item, n)
	for i := range items {
		ecosystem, name := generatedPackage(i)
		if i%2 == 1 {
			name += "-other"
		}
		qualifiers := map[string]string{"Debian:12": "?distro=debian-12", "Alpine:v3.20": "?distro=alpine-3.20.1"}[ecosystem]
		items[i] = advisory.Item{PURL: fmt.Sprintf("pkg:%s%s@1.%d.2%s", kinds[ecosystem], strings.ReplaceAll(name, ":", "/"), i%40, qualifiers)}
	}
	return items
}

// BenchmarkMatchMany matches components with 300,000 stored records, opened
// anew each time as a run of the command does.
func BenchmarkMatchMany(b *testing.B) {
	root := generatedRoot(b)
	for _, n := range []int{300, 15_271, 100_000} {
		items := benchItems(n)
		b.Run(fmt.Sprintf("components=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			before, matches := processorTime(b), 0
			for b.Loop() {
				_, matches = matchOnce(b, root.FS(), items)
			}
			b.ReportMetric(float64(matches), "vulnerabilities")
			b.ReportMetric((processorTime(b)-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// fleet is the largest real SBOM of the corpus: 15,271 components.
const fleet = "../../../shared/corpus/sbom/generated-syft-lockfile-fleet.1.6.cdx.json"

// fleetRoot is a store of the generated records and every OSV record of the
// corpus, which are on packages of the fleet.
func fleetRoot(b *testing.B) fs.FS {
	b.Helper()
	dir, err := generated()
	if err != nil {
		b.Fatal(err)
	}
	store := newFolder(b)
	if err := os.CopyFS(store.root.Name(), os.DirFS(dir)); err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"golang-vulndb.jsonl", "pypi-advisory-db.jsonl", "go", "ghsa", "other"} {
		store.add(source(b, corpus(b, "osv/"+name)), advisory.Import{Format: "osv", Name: strings.ToLower(strings.ReplaceAll(name, ".", "-")), SkipInvalid: true})
	}
	return store.root.FS()
}

// BenchmarkMatchFleet reads the fleet and matches it with 300,000 records and
// more, side by side, each as a run of the command does. The ratio is of the
// processor's time, which a busy machine disturbs least.
func BenchmarkMatchFleet(b *testing.B) {
	sbom, err := os.ReadFile(fleet)
	if err != nil {
		b.Skip("the corpus is not beside the project")
	}
	root := fleetRoot(b)
	bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: sbom}}, evidence.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	var reading, matching time.Duration
	records, found := 0, 0
	for b.Loop() {
		begun := processorTime(b)
		items := itemsOf(evidence.Read(bundle))
		read := processorTime(b)
		records, found = matchOnce(b, root, items)
		reading, matching = reading+read-begun, matching+processorTime(b)-read
	}
	b.ReportMetric(float64(records), "records")
	b.ReportMetric(float64(found), "vulnerabilities")
	b.ReportMetric(reading.Seconds()*1000/float64(b.N), "read-cpu-ms")
	b.ReportMetric(matching.Seconds()*1000/float64(b.N), "match-cpu-ms")
	b.ReportMetric(matching.Seconds()/reading.Seconds(), "match/read")
}

// itemsOf are the delivered components of every SBOM, as a screening asks for them.
func itemsOf(d *evidence.Dossier) []advisory.Item {
	var items []advisory.Item
	for _, table := range d.Components {
		for i := range table {
			if c := &table[i]; c.Shipped() {
				items = append(items, advisory.Item{PURL: c.PURL, CPE: c.CPE, Type: c.Type, Group: c.Group, Name: c.Name, Version: c.Version})
			}
		}
	}
	return items
}

// matchOnce opens a store, matches and closes it.
func matchOnce(b *testing.B, root fs.FS, items []advisory.Item) (records, vulnerabilities int) {
	b.Helper()
	d, err := advisory.Open(root)
	if err != nil {
		b.Fatal(err)
	}
	found, err := d.Match(context.Background(), items)
	if err != nil {
		b.Fatal(err)
	}
	for _, set := range d.Sets() {
		records += set.Records
	}
	for _, f := range found {
		vulnerabilities += len(f.Vulnerabilities)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return records, vulnerabilities
}
