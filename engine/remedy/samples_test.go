package remedy_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/remedy"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// asked is all that the library asks of SBOMs and threat models.
const asked = `profile: 1
id: samples
edition: "1"
title: All that is asked of SBOMs and threat models
reject_at: blocking
clarify_at: major
use: [sbom, threat_model]
`

// screener screens bundles before the same profile.
type screener struct {
	engine  *engine.Engine
	profile *tender.Profile
}

var newScreener = sync.OnceValues(func() (*screener, error) {
	profile, err := tender.ParseProfile("samples.yaml", []byte(asked))
	if err != nil {
		return nil, err
	}
	e, err := engine.New(context.Background(), engine.WithProfiles(profile))
	return &screener{e, profile}, err
})

// screened are the findings of a bundle with their causes.
type screened struct {
	report  *report.Report
	causes  []remedy.Cause
	dossier *evidence.Dossier
}

func screen(t *testing.T, files fstest.MapFS) screened {
	t.Helper()
	s, err := newScreener()
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := evidence.OpenFS(files, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := s.engine.Screen(t.Context(), bundle, engine.Screening{Profile: s.profile, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	causes, err := remedy.Causes(result.Report)
	if err != nil {
		t.Fatal(err)
	}
	return screened{result.Report, causes, evidence.Read(bundle)}
}

// sample is a document as a tool wrote it.
type sample struct {
	name string
	path string // from the root of the repository
	data []byte
}

// samples are those of the list that are there: what lies outside the
// repository is not everywhere.
func samples(t *testing.T) []sample {
	t.Helper()
	f, err := os.Open("testdata/samples/samples.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	r := csv.NewReader(f)
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []sample
	for _, row := range rows[1:] {
		data, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(row[1])))
		if errors.Is(err, fs.ErrNotExist) && strings.HasPrefix(row[1], "../") {
			t.Logf("%s is not here", row[1])
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, sample{name: row[0], path: row[1], data: data})
	}
	return list
}

// always are the samples that every run of the tests takes; make samples takes
// all of them.
var always = []string{"cdxgen-bare", "syft", "trivy", "threat-dragon-v1"}

// brings is what the edits of a sample bring about, by how its ids begin. In
// Threagile's model the test gives all threats one status and one mitigation,
// where a vendor gives each its own. Where boundaries are drawn, flows across
// them have to be guarded.
var brings = map[string]string{
	"threagile":        "screening.documents_sound.",
	"threat-dragon":    "threat_model.sensitive_flows",
	"threat-dragon-v1": "threat_model.sensitive_flows",
	"tmt":              "threat_model.sensitive_flows",
}

// TestSamples: of each sample the golden file says under which cause its
// findings fall, which fall under none that knows the tool, and what is left
// when every edit that the causes advise has been made. Of ten findings nine
// must fall under a cause that knows the tool, and no edit may bring one about.
func TestSamples(t *testing.T) {
	OneGoroutine(t)
	for _, s := range samples(t) {
		if os.Getenv("BIDGATE_ALL_SAMPLES") == "" && !slices.Contains(always, s.name) {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			name := path.Base(s.path)
			files := fstest.MapFS{name: {Data: s.data}}
			if !strings.Contains(name, "cdx") {
				files["sbom.cdx.json"] = &fstest.MapFile{Data: []byte(smallSBOM)}
			}
			before := screen(t, files)
			var b bytes.Buffer
			if found, known := tell(&b, before.of(name)); known*10 < found*9 {
				t.Errorf("%d of %d findings fall under a cause that knows the tool", known, found)
			}
			if change := inTool[s.name]; change != nil {
				files[name] = &fstest.MapFile{Data: change(t, s.data)}
			}
			after := follow(t, files, name)
			fresh := tellLeft(&b, before.of(name), after.of(name))
			if fresh = slices.DeleteFunc(fresh, func(id string) bool { return brings[s.name] != "" && strings.HasPrefix(id, brings[s.name]) }); len(fresh) > 0 {
				t.Errorf("the edits bring about %v", fresh)
			}
			golden(t, filepath.Join("testdata/samples", s.name+".golden"), b.Bytes())
		})
	}
}

// smallSBOM is that of the product that a threat model is about.
const smallSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": {"type": "device", "bom-ref": "gateway", "name": "Gateway", "version": "1.0.0"}},
	"components": [{"type": "firmware", "bom-ref": "part", "name": "Part", "version": "1.0.0"}], "dependencies": [{"ref": "gateway", "dependsOn": ["part"]}]}`

// TestFlags: what the causes of one sample tell the tool to do removes findings
// in the next, which was made so; and what they say does not help does not.
func TestFlags(t *testing.T) {
	OneGoroutine(t)
	const folder = "testdata/samples/"
	for _, pair := range []struct {
		before, after, requirement, run string
		gone                            bool
	}{
		{"syft-1.50.0.cdx.json", "syft-1.50.0-flags.cdx.json", "sbom.subject", "--source-name PRODUCT --source-version VERSION", true},
		{"cdxgen-12.8.4-bare.cdx.json", "cdxgen-12.8.4-flags.cdx.json", "sbom.generation_context", "--spec-version", true},
		{"cdxgen-12.8.4-bare.cdx.json", "cdxgen-12.8.4.cdx.json", "sbom.subject", "cdxgen", true},
		{"cdxgen-12.8.4-bare.cdx.json", "cdxgen-12.8.4-flags.cdx.json", "sbom.subject", "cdxgen", false}, // --project-name does not help
	} {
		causes := func(name string) []remedy.Cause {
			data, err := os.ReadFile(folder + name)
			if err != nil {
				t.Fatal(err)
			}
			return screen(t, fstest.MapFS{name: {Data: data}}).of(name)
		}
		before := causes(pair.before)
		i := slices.IndexFunc(before, func(c remedy.Cause) bool { return slices.Contains(c.Findings, pair.requirement) })
		if i < 0 || !before[i].Specific || !strings.Contains(before[i].Run, pair.run) || before[i].Confidence != remedy.Tried {
			t.Errorf("%s: no cause that was tried says %q for %s", pair.before, pair.run, pair.requirement)
		}
		if gone := !slices.Contains(findingsOf(causes(pair.after)), pair.requirement); gone != pair.gone {
			t.Errorf("%s: %s gone: %v, want %v", pair.after, pair.requirement, gone, pair.gone)
		}
	}
}

// of are the causes in a document.
func (s screened) of(document string) []remedy.Cause {
	var list []remedy.Cause
	for _, c := range s.causes {
		if c.Document == document {
			list = append(list, c)
		}
	}
	return list
}

// follow makes the edits that the causes advise until none is left to make.
func follow(t *testing.T, files fstest.MapFS, name string) screened {
	t.Helper()
	now := screen(t, files)
	e := newEditor(name, now)
	if e.summary == nil {
		e.load(t, files[name].Data)
	}
	for range 6 {
		if !e.apply(t, now) {
			return now
		}
		for path, data := range e.files(t) {
			files[path] = &fstest.MapFile{Data: data}
		}
		now = screen(t, files)
	}
	return now
}
