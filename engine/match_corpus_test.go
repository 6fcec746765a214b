package engine_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
)

// matchDay is a day on which the feeds of the corpus are a few days to a year old.
const matchDay = "2026-08-24"

const feeds = "../../shared/corpus/advisories/"

// corpusFeeds are the sets of the corpus: name, format, and files or folders.
var corpusFeeds = []struct{ name, format, path string }{
	{"osv-go", "osv", "osv/golang-vulndb.jsonl"},
	{"osv-go-more", "osv", "osv/go"},
	{"osv-pypi", "osv", "osv/pypi-advisory-db.jsonl"},
	{"osv-ghsa", "osv", "osv/ghsa"},
	{"osv-other", "osv", "osv/other"},
	{"kev", "kev", "kev/known_exploited_vulnerabilities.json"},
	{"epss", "epss", "epss/epss_kev_nvd.csv"},
	{"ssvc", "vulnrichment", "vulnrichment"},
	{"eol", "endoflife", "eol/endoflife-date.json"},
}

// importFeeds imports the feeds of the corpus into a new store and opens it.
var importFeeds = sync.OnceValues(func() (*advisory.Data, error) {
	folder, err := os.MkdirTemp("", "bidgate-feeds")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // the files stay open
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // only read
	store, err := advisory.Lock(context.Background(), root)
	if err != nil {
		return nil, err
	}
	for _, feed := range corpusFeeds {
		if !slices.ContainsFunc(advisory.Formats(), func(f advisory.Format) bool { return f.Name == feed.format }) {
			continue
		}
		if err := importFeed(store, feed.name, feed.format, feeds+feed.path); err != nil {
			return nil, fmt.Errorf("%s: %w", feed.name, err)
		}
	}
	if err := store.Close(); err != nil {
		return nil, err
	}
	return advisory.Open(root.FS())
})

func importFeed(store *advisory.Store, name, format, path string) error {
	job := advisory.Import{Format: format, Name: name, SkipInvalid: format == "osv" || format == "vulnrichment"}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		_, err = store.Import(context.Background(), advisory.FolderSource(filepath.Base(path), os.DirFS(path)), job)
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	_, err = store.Import(context.Background(), advisory.FileSource(filepath.Base(path), f, info.Size()), job)
	return err
}

// corpusData is the feeds of the corpus, imported.
func corpusData(t testing.TB) *advisory.Data {
	t.Helper()
	if _, err := os.Stat(feeds); err != nil {
		t.Skip("the corpus is not beside the project")
	}
	data, err := importFeeds()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// matchedInput is what policies see of the matches.
type matchedInput struct {
	Components [][]struct{ Group, Name, Version, PURL string }
	Matches    []struct {
		Coverage struct {
			Total    int
			Advisory map[string][]int
		}
		Vulnerabilities []matchedVulnerability
		Lifecycle       []struct {
			Row            int
			Product, Cycle string
			Weak           bool
			EndOfLife      struct{ Value struct{ Text string } } `json:"end_of_life"`
		}
	}
	VEX []struct{ Counts map[string]any }
}

type matchedVulnerability struct {
	Row      int
	ID, By   string
	Aliases  []string
	Weak     bool
	Fixed    []string
	Records  []struct{ ID, Range string }
	KEV      struct{ Listed bool }
	Severity struct{ Score float64 }
	Said     []struct{ Status string }
	Status   struct{ Status string }
}

const readingRule = `violation contains {"code": "bad", "args": {}, "at": ["sboms", i]} if {
	some i, _ in input.sboms
	count(input.matches[i].vulnerabilities) + count(input.components[i]) + count(input.vex) < 0
}

basis contains {"code": "good", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	input.matches[i].coverage.total >= 0
}
`

// readingEngine has one requirement, which reads every match.
var readingEngine = sync.OnceValues(func() (*engine.Engine, error) {
	return engine.New(context.Background(), engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + readingRule)}))
})

// corpusFiles are documents of the corpus as a bundle.
func corpusFiles(t testing.TB, paths ...string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, path := range paths {
		text, err := os.ReadFile("../../shared/corpus/" + path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = &fstest.MapFile{Data: text}
	}
	return files
}

// matchFiles screens documents of the corpus together and gives the matches.
func matchFiles(t testing.TB, data *advisory.Data, paths ...string) matchedInput {
	t.Helper()
	return matchBundle(t, data, corpusFiles(t, paths...))
}

// matchBundle screens a bundle and gives the matches.
func matchBundle(t testing.TB, data *advisory.Data, files fstest.MapFS) matchedInput {
	t.Helper()
	e, err := readingEngine()
	if err != nil {
		t.Fatal(err)
	}
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	result, err := e.Screen(context.Background(), open(t, files), engine.Screening{Profile: p, AsOf: matchDay, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	var in matchedInput
	if err := json.Unmarshal(result.Input, &in); err != nil {
		t.Fatal(err)
	}
	return in
}

// table writes the matches of one SBOM, a line each.
func (in *matchedInput) table(sbom int) string {
	var b strings.Builder
	m := in.Matches[sbom]
	fmt.Fprintf(&b, "%d delivered:", m.Coverage.Total)
	for _, list := range []string{"looked_up", "by_name", "no_identifier", "no_version", "bad_version", "not_covered"} {
		fmt.Fprintf(&b, " %s %d", list, len(m.Coverage.Advisory[list]))
	}
	for _, v := range m.Vulnerabilities {
		name := "the subject"
		if v.Row >= 0 {
			c := in.Components[sbom][v.Row]
			name = strings.TrimPrefix(c.Group+"/"+c.Name, "/") + "@" + c.Version
		}
		fmt.Fprintf(&b, "\n%s: %s, by %s", name, v.ID, v.By)
		for _, r := range v.Records {
			fmt.Fprintf(&b, "; %s %s", r.ID, r.Range)
		}
		if len(v.Fixed) > 0 {
			fmt.Fprintf(&b, "; fixed in %s", strings.Join(v.Fixed, ", "))
		}
		if v.Severity.Score > 0 {
			fmt.Fprintf(&b, "; %.1f", v.Severity.Score)
		}
		if v.KEV.Listed {
			b.WriteString("; exploited")
		}
		if len(v.Said) > 0 {
			fmt.Fprintf(&b, "; the vendor says %s", v.Status.Status)
		}
	}
	return b.String() + "\n"
}

// smallTables are the SBOMs whose tables are kept beside the tests.
var smallTables = []string{"jake-python.1.1.cdx.xml", "proton-bridge-v1.8.0.1.2.cdx.json", "kubectl-amd64.2.3.spdx.json",
	"mongo-container.1.4.cdx.json", "nats-box-container.1.5.cdx.json", "guac-citations.1.7.cdx.json", "vex-pair-bom.1.3.cdx.json"}

// TestMatchTable prints, with -v, what the feeds of the corpus say of every
// SBOM with packages that some feed speaks of; small tables are goldens.
func TestMatchTable(t *testing.T) {
	data := corpusData(t)
	names, err := filepath.Glob("../../shared/corpus/sbom/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		base := filepath.Base(name)
		text, err := os.ReadFile(name)
		small := slices.Contains(smallTables, base)
		if err != nil || !small && (!testing.Verbose() || flag.Lookup("test.run").Value.String() == "") || !listsPackages(string(text)) {
			continue
		}
		in := matchFiles(t, data, "sbom/"+base)
		for i := range in.Matches {
			table := in.table(i)
			t.Logf("%s: %s", base, table)
			if small {
				golden(t, "testdata/matches/"+base+".txt", []byte(table))
			}
		}
	}
}

func listsPackages(text string) bool {
	return slices.ContainsFunc([]string{"golang", "pypi", "deb", "apk", "rpm", "oci", "docker", "cargo", "maven"}, func(kind string) bool {
		return strings.Contains(text, "pkg:"+kind+"/")
	})
}
