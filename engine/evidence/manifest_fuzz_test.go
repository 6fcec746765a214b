package evidence

import (
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// manifestSeeds are manifests of the forms that FuzzManifest starts from.
var manifestSeeds = []string{
	"bundle: 1\nvendor: v\nproduct: p\nversion: \"1.0\"\ndocuments:\n  - {path: a/s.txt, kind: attachment, sha256: " + emptyDigest + ", date: 2026-02-28}\n",
	"bundle: \"1\"\nversion: 2.10\ndocuments: [{path: gone.txt}, {path: [a]}, 7]\n",
	"bundle: 2\n", "bundle: 1\nbundle: 1\n", "Bundle: 1\n", "bundle: 1\ndocuments: {}\n", "", "bundle: 1\x00",
	`{"bundle": 1, "documents": [{"path": "a/s.txt", "sha256": "` + strings.Repeat("0", 64) + `"}]}`,
}

// emptyDigest is the SHA-256 of nothing.
const emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// FuzzManifest holds the reader of manifests to its contract: whatever they
// say, the files of the bundle stay what they are; the state is one of three,
// and a problem of the bundle stands beside an invalid one; each listed
// document points at a file of the bundle or at none, has an outcome, and one
// whose digest differs or that is missing is told.
func FuzzManifest(f *testing.F) {
	for _, seed := range manifestSeeds {
		f.Add([]byte(seed), strings.HasPrefix(seed, "{"))
	}
	f.Fuzz(func(t *testing.T, data []byte, isJSON bool) {
		name := "bundle.yaml"
		if isJSON {
			name = "bundle.json"
		}
		b, err := OpenFS(fstest.MapFS{name: {Data: data}, "a/s.txt": {Data: nil}}, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		d := Read(b)
		sound(t, d, b.Limits()).places()
		paths := []string{}
		for _, doc := range d.Bundle.Documents {
			paths = append(paths, doc.Path)
		}
		if !slices.Equal(paths, []string{"a/s.txt", name}) {
			t.Fatalf("the bundle holds %q", paths)
		}
		checkManifestOf(t, d)
	})
}

func checkManifestOf(t *testing.T, d *Dossier) {
	t.Helper()
	m := d.Bundle.Manifest
	told := func(code string) bool {
		return slices.ContainsFunc(d.Bundle.Problems, func(p Problem) bool { return p.Code == code })
	}
	switch {
	case m.State != Stated && m.State != Invalid:
		t.Errorf("state %s", m.State)
	case m.State == Invalid && (!told(codeManifest) || len(m.Documents) > 0):
		t.Errorf("invalid, with problems %v and rows %v", d.Bundle.Problems, m.Documents)
	}
	for _, row := range m.Documents {
		inside := row.Document >= 0 && row.Document < len(d.Bundle.Documents)
		switch {
		case row.Document != -1 && (!inside || d.Bundle.Documents[row.Document].Path != path.Clean(row.Path)):
			t.Errorf("%q points at document %d", row.Path, row.Document)
		case row.Outcome == "missing" && (inside || !told(codeManifestMissing)),
			row.Outcome == "differs" && (!inside || !told(codeManifestDiffers)),
			row.Outcome == "same" && (!inside || strings.TrimPrefix(strings.ToLower(row.SHA256.Value), "sha256:") != d.Bundle.Documents[row.Document].SHA256):
			t.Errorf("%+v, problems %v", row, d.Bundle.Problems)
		case !slices.Contains([]string{"missing", "differs", "same", "no_digest"}, row.Outcome):
			t.Errorf("%q has outcome %q", row.Path, row.Outcome)
		}
	}
}
