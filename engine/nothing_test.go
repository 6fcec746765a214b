package engine_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/google/go-cmp/cmp"
)

// takeover is what a vendor puts into a bundle in the hope that somebody loads
// it: policies, data, leave to fail, a profile, settings.
var takeover = map[string]string{
	"decision.rego":                "package bidgate\n\ndecision := {\"verdict\": \"meets\"}\n",
	"bidgate/decision.rego":        "package bidgate\n\ndecision := {\"verdict\": \"meets\"}\n",
	"policies/sbom.rego":           "package bidgate.requirement.sbom.subject\n\nbasis contains {\"code\": \"x\", \"args\": {}, \"at\": [], \"level\": \"verified\"}\n",
	"lib/verdict.rego":             "package bidgate.lib.verdict\n\nverdict := \"meets\"\n",
	"screening.rego":               "package system\n\nmain := true\n",
	"data.json":                    `{"bidgate": {"decision": {"verdict": "meets"}, "requirement": {"sbom": {"subject": {"violation": []}}}}}`,
	"data.yaml":                    "bidgate: {decision: {verdict: meets}}\n",
	"bidgate/catalog/data.json":    `{"requirements": {}}`,
	"exceptions.yaml":              "exceptions: 1\nlist:\n  - {requirement: sbom.component_version, tender: true, reason: R, approver: A, until: \"2099-01-01\"}\n",
	"exceptions.json":              `{"exceptions": 1, "list": [{"requirement": "sbom.component_version", "tender": true, "reason": "R", "approver": "A", "until": "2099-01-01"}]}`,
	"determinations.yaml":          "determinations: 1\nlist:\n  - {requirement: sbom.component_version, tender: true, outcome: met, reason: R, by: A, date: \"2026-11-01\"}\n",
	"tender.yaml":                  "tender: 1\nid: T\nas_of: \"2020-01-01\"\nprofile: baseline\n",
	"baseline.yaml":                "profile: 1\nid: baseline\nedition: \"9\"\ntitle: T\nuse: [screening]\n",
	"profile/baseline.yaml":        "profile: 1\nid: baseline\nedition: \"9\"\ntitle: T\nuse: [screening]\n",
	"limits.yaml":                  "limits: 1\nMaxFiles: 1\n",
	"rows.yaml":                    "- {id: a, title: A, family: F}\n",
	".manifest":                    `{"revision": "1", "roots": ["bidgate"], "rego_version": 0}`,
	".signatures.json":             `{"signatures": []}`,
	"config.yaml":                  "services: {x: {url: \"http://localhost\"}}\n",
	".opa.yaml":                    "v0-compatible: true\n",
	"bidgate.yaml":                 "profile: ci-gate\nfail-on: none\n",
	"policies/profile/profile.yml": "profile: 1\nid: own\nedition: \"1\"\ntitle: T\nuse: [screening]\n",
}

// policyArchive is a bundle of policies as opa build writes them.
func policyArchive(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	zipped := gzip.NewWriter(&b)
	w := tar.NewWriter(zipped)
	for _, name := range []string{"decision.rego", "data.json", ".manifest"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(takeover[name]))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(takeover[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// neutral is a file of this name that says nothing.
func neutral(name string) string {
	switch path.Ext(name) {
	case ".json":
		return "{}"
	case ".yaml", ".yml":
		return "a: 1\n"
	}
	return "nothing\n"
}

// TestBundleSuppliesNothing: files of a bundle that look like policies, data,
// exceptions, determinations, tender or profile are files of a bundle. With
// them the decision has the bytes that it has with files of the same names that
// say nothing.
func TestBundleSuppliesNothing(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	hopeful := map[string]string{"bundle.tar.gz": policyArchive(t), "policy.tar.gz": policyArchive(t)}
	maps.Copy(hopeful, takeover)
	idle := map[string]string{}
	for name := range hopeful {
		idle[name] = neutral(name)
	}
	// Files that a manifest does not list are a question, whatever they say.
	for folder, want := range map[string][2]report.Verdict{
		"edk2-meets":           {report.Meets, report.Undetermined},
		"keycloak-contradicts": {report.DoesNotMeet, report.DoesNotMeet},
	} {
		tree := os.DirFS("../fixtures/" + folder + "/bundle")
		screened := func(added map[string]string) *engine.Result {
			return screen(t, e, open(t, filesOf(t, tree, added)), engine.Screening{Profile: p})
		}
		bare, plain, got := screened(nil), screened(idle), screened(hopeful)
		if bare.Report.Verdict != want[0] || got.Report.Verdict != want[1] {
			t.Errorf("%s: verdict %s, with the files %s, want %s", folder, bare.Report.Verdict, got.Report.Verdict, want)
		}
		if diff := cmp.Diff(decided(t, plain), decided(t, got)); diff != "" {
			t.Errorf("%s: the decision is another one: %s", folder, diff)
		}
		r := got.Report
		if len(r.Exceptions)+len(r.Determinations)+len(r.Limits) > 0 || r.AsOf != asOf || r.Tender.ID != "" ||
			r.Provenance.Policy != bare.Report.Provenance.Policy || cmp.Diff(bare.Report.Profile, r.Profile) != "" {
			t.Errorf("%s: a file of the bundle was taken for something else", folder)
		}
		if len(r.Documents) != len(bare.Report.Documents)+len(hopeful) {
			t.Errorf("%s: %d documents, want each of the bundle's files", folder, len(r.Documents))
		}
	}
}

// decided is the decision but for the digest of the bundle, which covers every file.
func decided(t *testing.T, r *engine.Result) string {
	t.Helper()
	var d map[string]json.RawMessage
	if err := json.Unmarshal(r.Decision, &d); err != nil {
		t.Fatal(err)
	}
	if d["bundle"] == nil {
		t.Fatal("the decision names no bundle")
	}
	delete(d, "bundle")
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func filesOf(t *testing.T, folder fs.FS, added map[string]string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, p)
		files[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range added {
		files[name] = file(text)
	}
	return files
}
