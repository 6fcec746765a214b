package advisory_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

// TestCorpus imports every kind of data of the shared corpus and holds what
// the set says of itself.
func TestCorpus(t *testing.T) {
	for _, c := range []struct {
		format, path string
		want         advisory.Set
	}{
		{"kev", "kev/known_exploited_vulnerabilities.json", advisory.Set{Records: 1404, Date: "2025-08-25"}},
		{"osv", "osv", advisory.Set{Records: 4464, Withdrawn: 18, Date: "2026-08-18", Ecosystems: []string{"Debian:10", "Go", "Maven", "PyPI", "crates.io", "npm"}}},
		{"epss", "epss/epss_kev_nvd.csv", advisory.Set{Records: 1556}},
		{"vulnrichment", "vulnrichment", advisory.Set{Records: 36, Date: "2024-10-23"}},
		{"endoflife", "eol/endoflife-date.json", advisory.Set{Records: 7715, Date: "2026-08-21"}},
		{"endoflife", "eol/endoflife.date", advisory.Set{Records: 532, Date: "2026-08-20"}},
	} {
		t.Run(c.format+" "+filepath.Base(c.path), func(t *testing.T) {
			from := source(t, corpus(t, c.path))
			store := newFolder(t)
			got := store.add(from, advisory.Import{Format: c.format})
			want := c.want
			want.Name, want.Format, want.Source, want.Imported = c.format, c.format, filepath.Base(c.path), "2026-11-22T04:00:00Z"
			want.Kind, want.Digest, want.Size = got.Kind, got.Digest, got.Size
			if want.Ecosystems == nil {
				want.Ecosystems = []string{}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			d := store.open()
			if err := d.Verify(); err != nil {
				t.Error(err)
			}
			var out strings.Builder
			if err := d.Export(&out, c.format); err != nil {
				t.Error(err)
			}
			if n := strings.Count(out.String(), "\n"); n != got.Records {
				t.Errorf("%d lines exported of %d records", n, got.Records)
			}
		})
	}
}

// TestCorpusCSAF imports the real advisories and the validator's cases: what a
// validator takes is imported, and of what it refuses by tests 6.1.1 and 6.1.2
// nothing is.
func TestCorpusCSAF(t *testing.T) {
	folder := corpus(t, "csaf")
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	cases, err := filepath.Glob(filepath.Join(folder, "conformance-2.0", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	records := map[string]int{}
	for _, file := range append(files, cases...) {
		name := filepath.Base(file)
		store := newFolder(t)
		done, err := store.try(source(t, file), advisory.Import{Format: "csaf"})
		refused := strings.Contains(name, "2021-6-1-01-0") || strings.Contains(name, "2021-6-1-02-0")
		switch {
		case err != nil && strings.HasSuffix(err.Error(), "has no record that could be imported"):
		case (err != nil) != refused:
			t.Errorf("%s: %v", name, err)
		case err == nil && !strings.Contains(file, "conformance"):
			records[name] = done.Set.Records
			if err := store.open().Export(&strings.Builder{}, "csaf"); err != nil {
				t.Error(err)
			}
		}
	}
	want := map[string]int{
		"2.1-cisco-sa-20180328-smi2.json": 1, "cisco-sa-20180328-smi2.json": 1, "rhsa-2021_5186.json": 2, "rhsa-2022_0011.json": 1,
		"2022-evd-uc-01-a-001.json": 1, "2022-evd-uc-01-f-001.json": 1, "2022-evd-uc-03-ms-001.json": 8, "2022-evd-uc-04-001.json": 1,
		"2022-evd-uc-06-001.json": 1, "2022-evd-uc-07-001.json": 1, "2022-evd-uc-09-001.json": 2,
		"vendor-juice-shop-sa-20200513-express-jwt.json": 1, "vendor-juice-shop-sa-disclaimer.json": 1,
	}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Error(diff)
	}
}
