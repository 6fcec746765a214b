package advisory_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
)

// small are limits that a fuzzer can reach.
var small = advisory.Limits{File: 1 << 16, Record: 1 << 14, Total: 1 << 17, Files: 20, Records: 50}

// fuzzImport holds the importer of a format: it never panics, an error comes
// with no data, and what is taken can be stored, read whole and written out.
func fuzzImport(f *testing.F, format string) {
	seeds, err := filepath.Glob("testdata/import/" + format + ".*")
	if err != nil || len(seeds) == 0 {
		f.Fatalf("there is no seed of %s: %v", format, err)
	}
	for _, seed := range seeds {
		data, err := os.ReadFile(seed)
		if err != nil {
			f.Fatal(err)
		}
		if _, err := advisory.ImportInMemory(format, filepath.Base(seed), data, small); err != nil {
			f.Fatalf("a seed is refused: %v", err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := advisory.ImportInMemory(format, "fuzz."+format, data, small)
		if err != nil {
			if d != nil || strings.ContainsAny(err.Error(), "\u202e\x1b") {
				t.Fatalf("%v, %q", d, err)
			}
			return
		}
		var out bytes.Buffer
		if err := d.Export(&out, "set"); err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(out.Bytes(), []byte("\n")); n != d.Sets()[0].Records || n > small.Records {
			t.Fatalf("%d lines of %d records", n, d.Sets()[0].Records)
		}
		if bytes.Contains(out.Bytes(), []byte(":null")) {
			t.Fatalf("a null in %s", out.Bytes())
		}
		again, err := advisory.ImportInMemory(format, "fuzz."+format, data, small)
		if err != nil || again.Sets()[0].Digest != d.Sets()[0].Digest {
			t.Fatalf("the same data has another digest: %v", err)
		}
	})
}

func FuzzKEV(f *testing.F)          { fuzzImport(f, "kev") }
func FuzzOSV(f *testing.F)          { fuzzImport(f, "osv") }
func FuzzCSAF(f *testing.F)         { fuzzImport(f, "csaf") }
func FuzzEPSS(f *testing.F)         { fuzzImport(f, "epss") }
func FuzzVulnrichment(f *testing.F) { fuzzImport(f, "vulnrichment") }
func FuzzEndOfLife(f *testing.F)    { fuzzImport(f, "endoflife") }
func FuzzOpenEoX(f *testing.F)      { fuzzImport(f, "openeox") }
func FuzzCLE(f *testing.F)          { fuzzImport(f, "cle") }
func FuzzSources(f *testing.F)      { fuzzImport(f, "sources") }
func FuzzCMVP(f *testing.F)         { fuzzImport(f, "cmvp") }

// FuzzTable gives the reader bodies with right digests and wrong content: it
// never panics, and reads no more than there is.
func FuzzTable(f *testing.F) {
	d, err := advisory.ImportInMemory("osv", "a.jsonl", []byte(recordsOf(20)), small)
	if err != nil {
		f.Fatal(err)
	}
	file := advisory.FileOf(d)
	data, texts, postings, keys, fans, fanBits := advisory.BodyOf(d, file)
	f.Add(bytes.Clone(data), texts, postings, keys, fans, fanBits)
	f.Add(data[:40], int64(10), int64(20), int64(20), int64(36), 0)
	f.Fuzz(func(t *testing.T, data []byte, texts, postings, keys, fans int64, fanBits int) {
		for _, kind := range []advisory.Kind{advisory.KindAdvisories, advisory.KindKEV, advisory.KindSources} {
			read(advisory.Around(kind, data, texts, postings, keys, fans, fanBits))
		}
	})
}

// FuzzSetFile gives the reader any bytes.
func FuzzSetFile(f *testing.F) {
	d, err := advisory.ImportInMemory("osv", "a.jsonl", []byte(recordsOf(3)), small)
	if err != nil {
		f.Fatal(err)
	}
	file := advisory.FileOf(d)
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Fuzz(func(t *testing.T, file []byte) { read(file) })
}

// read does all that can be done with a set file; errors are as good as answers.
func read(file []byte) {
	d, err := advisory.OpenInMemory(file)
	if err != nil {
		return
	}
	_ = d.Verify()
	_ = d.Export(io.Discard, "set")
	for _, name := range []string{"p-0", "p-1", "p-9", "none"} {
		_, _ = d.Package("npm", name)
		_, _ = d.ByID("T-" + name[2:])
	}
	_, _, _ = d.Exploited("CVE-2026-10001")
	_, _ = d.Entities()
}
