package advisory_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
)

// recordsOf are OSV records as JSON lines, enough that the set has several levels
// of digests.
func recordsOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"T-%d","modified":"2026-10-01T00:00:00Z","aliases":["CVE-2026-%d"],"summary":"flaw %d","affected":[{"package":{"ecosystem":"npm","name":"p-%d"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.0.%d"}]}]}]}`+"\n", i, 10000+i, i, i/2, i)
	}
	return b.String()
}

// setFile is the path of the only set file of a store.
func (f folder) setFile() string {
	f.t.Helper()
	entries, err := f.root.FS().(interface {
		ReadDir(string) ([]os.DirEntry, error)
	}).ReadDir("sets")
	if err != nil || len(entries) != 1 {
		f.t.Fatalf("sets: %v, %v", entries, err)
	}
	return path.Join("sets", entries[0].Name())
}

// useAll opens the store and reads everything that a matcher may read.
func (f folder) useAll(n int) error {
	d, err := advisory.Open(f.root.FS())
	if err != nil {
		return err
	}
	defer d.Close() //nolint:errcheck // only read
	for i := range n {
		hits, err := d.Package("npm", fmt.Sprintf("p-%d", i/2))
		if err != nil {
			return err
		}
		if len(hits) != 2 {
			return fmt.Errorf("p-%d has %d hits", i/2, len(hits))
		}
		if hits, err = d.ByID(fmt.Sprintf("CVE-2026-%d", 10000+i)); err != nil {
			return err
		}
		if len(hits) != 1 || hits[0].Advisory.ID != fmt.Sprintf("T-%d", i) {
			return fmt.Errorf("CVE-2026-%d: %v", 10000+i, hits)
		}
	}
	return d.Export(io.Discard, "osv")
}

// TestBitFlips flips bits all over a stored set and its index: each is told,
// with the file, and none gives another answer. An import mends the store.
func TestBitFlips(t *testing.T) {
	const n = 400
	store := newFolder(t)
	store.add(text("t.jsonl", recordsOf(n)), advisory.Import{Format: "osv"})
	if err := store.useAll(n); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{store.setFile(), "bidgate-data.json"} {
		whole, err := store.root.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for at := 0; at < len(whole); at += max(1, len(whole)/250) {
			broken := bytes.Clone(whole)
			broken[at] ^= 1 << (at % 8)
			if err := store.root.WriteFile(name, broken, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := store.useAll(n); err == nil || !strings.Contains(err.Error(), path.Base(name)) {
				t.Errorf("%s, bit %d of byte %d: %v", path.Base(name)[:8], at%8, at, err)
			}
			if d, err := advisory.Open(store.root.FS()); err == nil {
				if err := d.Verify(); err == nil {
					t.Errorf("%s, byte %d: verified", name, at)
				}
				_ = d.Close()
			}
		}
		if err := store.root.WriteFile(name, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	broken, err := store.root.ReadFile(store.setFile())
	if err != nil {
		t.Fatal(err)
	}
	broken[len(broken)/2] ^= 4
	if err := store.root.WriteFile(store.setFile(), broken, 0o600); err != nil {
		t.Fatal(err)
	}
	var damage *advisory.DamageError
	if err := store.useAll(n); !errors.As(err, &damage) || !strings.Contains(damage.Error(), "import it again") {
		t.Errorf("damage: %v", err)
	}
	store.add(text("t.jsonl", recordsOf(n)), advisory.Import{Format: "osv"})
	if err := store.useAll(n); err != nil {
		t.Errorf("after a new import: %v", err)
	}
}

// TestTruncated cuts a stored set, adds to it, and takes it away.
func TestTruncated(t *testing.T) {
	store := newFolder(t)
	store.add(text("t.jsonl", recordsOf(400)), advisory.Import{Format: "osv"})
	name := store.setFile()
	whole, err := store.root.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{0, 1, 15, 16, 20, 100, 5000, len(whole) / 2, len(whole) - 1, len(whole) + 1} {
		data := append(bytes.Clone(whole), 0)[:size]
		if err := store.root.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var damage *advisory.DamageError
		if _, err := advisory.Open(store.root.FS()); !errors.As(err, &damage) {
			t.Errorf("%d of %d bytes: %v", size, len(whole), err)
		}
	}
	if err := store.root.Remove(name); err != nil {
		t.Fatal(err)
	}
	if _, err := advisory.Open(store.root.FS()); err == nil {
		t.Error("a set that is not there was opened")
	}
	// A file that is cut while it is open is an error of the next read.
	if err := store.root.WriteFile(name, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	d := store.open()
	if err := store.root.WriteFile(name, whole[:len(whole)/3], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Verify(); err == nil {
		t.Error("a file that was cut while open was verified")
	}
}

// TestRefused holds every refused import to its message, and that the set in
// place stays as it was.
func TestRefused(t *testing.T) {
	store := newFolder(t)
	before := store.add(text("t.jsonl", recordsOf(10)), advisory.Import{Format: "osv"})
	deep := strings.Repeat("[", 300) + strings.Repeat("]", 300)
	good := `{"id":"A-1","modified":"2026-11-02T00:00:00Z"`
	for _, c := range []struct{ format, name, data, want string }{
		{"osv", "empty.json", "", "empty.json: the file is empty"},
		{"osv", "blank.jsonl", "\n \n", "blank.jsonl: the file is empty"},
		{"osv", "cut.json", good, "cut.json:1:46: the JSON ends early"},
		{"osv", "trail.json", good + "} x", "trail.json:1:48: not JSON"},
		{"osv", "twice.json", good + `,"id":"B"}`, `twice.json:1:47: record "A-1": the name "id" stands twice`},
		{"osv", "deep.json", good + `,"x":` + deep + "}", "deep.json:1:250: the JSON nests more than 200 deep"},
		{"osv", "bidi.json", "{\"id\":\"A\u202e1 \",\"modified\":\"2026-11-02T00:00:00Z\"}", `bidi.json:1: record "A\u202e1 ": the record has no id`},
		{"osv", "type.json", good + `,"aliases":"CVE"}`, `type.json:1:61: record "A-1": "/aliases" has another type`},
		{"osv", "null.json", "null", "null.json:1: "},
		{"osv", "latin.json", "{\"id\":\"\xe9\",\"modified\":\"2026-11-02T00:00:00Z\"}", "not JSON: invalid UTF-8"},
		{"osv", "version.json", good + `,"schema_version":"2.0.0"}`, `version "2.0.0" of the OSV schema is not known`},
		{"osv", "date.json", `{"id":"A","modified":"yesterday"}`, "modified is not a date and time"},
		{"osv", "range.json", good + `,"affected":[{"ranges":[{"type":"MAGIC","events":[{"introduced":"0"}]}]}]}`, `"MAGIC" is not a type of range of OSV`},
		{"osv", "event.json", good + `,"affected":[{"ranges":[{"type":"SEMVER","events":[{"introduced":"0","fixed":"1"}]}]}]}`, "an event of a range says 2 things"},
		{"osv", "start.json", good + `,"affected":[{"ranges":[{"type":"SEMVER","events":[{"fixed":"1"}]}]}]}`, "does not say in which version"},
		{"osv", "differs.jsonl", good + "}\n" + good + `,"summary":"x"}` + "\n", `differs.jsonl:2: record "A-1": it stands there twice and differs`},
		{"osv", "kev.json", `{"catalogVersion":"1","count":0,"dateReleased":"2026-01-01T00:00:00Z","vulnerabilities":[]}`, "the record has no id"},
		{"osv", "older.json", `{"id":"A-1","modified":"2020-11-02T00:00:00Z"}`, "the data is of 2020-11-02 and the set \"osv\" in the store is of 2026-10-01"},
		{"kev", "osv.json", good + "}", "is not as the publisher's schema asks: missing properties"},
		{"kev", "count.json", `{"catalogVersion":"1","count":2,"dateReleased":"2026-01-01T00:00:00Z","vulnerabilities":[]}`, "the catalogue says that it has 2 entries and has 0"},
		{"kev", "cve.json", "{\"catalogVersion\":\"1\",\"count\":1,\"dateReleased\":\"2026-01-01T00:00:00Z\",\"vulnerabilities\":[\n{\"cveID\":\"CVE-1\",\"vendorProject\":\"\",\"product\":\"\",\"vulnerabilityName\":\"\",\"dateAdded\":\"2026-01-01\",\"shortDescription\":\"\",\"requiredAction\":\"\",\"dueDate\":\"2026-01-01\"}]}", `cve.json:2:16: "/vulnerabilities/0/cveID" is not as the publisher's schema asks`},
		{"epss", "score.csv", "cve,epss,percentile\nCVE-2026-0001,2,0.5\n", "score.csv:2: a score of CVE-2026-0001 is not a number from 0 to 1"},
		{"epss", "nan.csv", "cve,epss,percentile\nCVE-2026-0001,NaN,0.5\n", "is not a number from 0 to 1"},
		{"epss", "cells.csv", "#model_version:v1,score_date:2026-01-01T00:00:00Z\ncve,epss,percentile\nCVE-2026-0001,0.1\n", "cells.csv:3:1: the row has another number of cells"},
		{"epss", "head.csv", "cve,score\nCVE-2026-0001,0.1\n", "the heading lacks one of the columns"},
		{"csaf", "version.json", `{"document":{"category":"x","csaf_version":"1.2","tracking":{"id":"A"}}}`, "not a CSAF document of version 2.0 or 2.1"},
		{"vulnrichment", "type.json", `{"dataType":"CVE","dataVersion":"5.1"}`, "not a CVE record of version 5"},
		{"endoflife", "product.json", `[{"cycle":"1","eol":"soon"}]`, `cycle "1" has a date that is none: "soon"`},
		{"openeox", "core.json", `{"end_of_life":"tba"}`, "does not say of which product"},
		{"cle", "cle.json", `{"identifier":"pkg:npm/a","updatedAt":"2026-01-01T00:00:00Z","events":[{"id":1,"type":"died","effective":"2026-01-01T00:00:00Z"}]}`, `"died" is not a type of event of CLE`},
		{"sources", "list.yaml", "prohibited_sources: 1\nissued: 2026-11-01\nentries:\n  - id: a\n    nam: Acme\n    legal_basis: x\n", "list.yaml:4:5: "},
		{"sources", "twice.yaml", "prohibited_sources: 1\nissued: 2026-11-01\nissued: 2026-11-02\nentries: []\n", `twice.yaml:3:1: the key "issued" stands twice`},
		{"sources", "anchor.yaml", "prohibited_sources: &a 1\nissued: *a\nentries: []\n", "anchors and aliases are not read"},
		{"cmvp", "cmvp.csv", "Certificate Number,Module Name,Standard,Status\n12,Mod,FIPS 140-3,Valid\n", `cmvp.csv:2: certificate 12 has the status "valid"`},
	} {
		done, err := store.try(text(c.name, c.data), advisory.Import{Format: c.format, Name: "osv"})
		if err == nil || !strings.Contains(err.Error(), c.want) || done != nil {
			t.Errorf("%s %s: %v; want %s", c.format, c.name, err, c.want)
		}
	}
	if sets := store.open().Sets(); len(sets) != 1 || sets[0].Digest != before.Digest {
		t.Errorf("the set did not stay: %v", sets)
	}
	if err := store.useAll(10); err != nil {
		t.Error(err)
	}
}
