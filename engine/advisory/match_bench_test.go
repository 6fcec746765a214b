//go:build unix

package advisory_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
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
			matches := 0
			for b.Loop() {
				d, err := advisory.Open(root.FS())
				if err != nil {
					b.Fatal(err)
				}
				found, err := d.Match(context.Background(), items)
				if err != nil {
					b.Fatal(err)
				}
				matches = 0
				for _, f := range found {
					matches += len(f.Vulnerabilities)
				}
				if err := d.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(matches), "vulnerabilities")
		})
	}
}
