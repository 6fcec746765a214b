package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/CycloneDX/cyclonedx-go"
)

// vendorFiles is a bundle of every sort of file, none of them evidence.
var vendorFiles = map[string]string{
	"bundle.yaml":            "bundle: 1\nvendor: Acme\nproduct: Gateway\nversion: 2.10\ndocuments:\n  - {path: docs/report.pdf, kind: test-report}\n  - {path: gone.txt}\n",
	"docs/report.pdf":        "%PDF-1.7\n…",
	"docs/threats.pdf":       "%PDF-1.4\n…",
	"docs/empty.txt":         "",
	"notes/LIESMICH-ä.txt":   "declaration: see the PDF\n",
	"photo.jpg":              "\xff\xd8\xff\xe0junk\x00",
	"sbom/a.spdx.json":       `{"spdxVersion": "SPDX-2.3"}`,
	"sbom/broken.cdx.json":   `{"bomFormat": `,
	"sbom/b.cdx.xml":         `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.5"/>`,
	"my-declaration.yaml":    "declaration 1\n",
	"model/threat-model.yml": "",
}

// pack makes a zip of files, with entries in a shuffled order and a common top folder.
func pack(t testing.TB, files map[string]string, top string, seed int64) []byte {
	t.Helper()
	var names []string
	for n := range files {
		names = append(names, n)
	}
	sort.Strings(names)
	rand.New(rand.NewSource(seed)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i, n := range names {
		method := zip.Deflate
		if i%3 == 0 {
			method = zip.Store
		}
		e, err := w.CreateHeader(&zip.FileHeader{Name: top + n, Method: method})
		if err == nil {
			_, err = io.WriteString(e, files[n])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func unzip(t testing.TB, data []byte, l Limits) *Bundle {
	t.Helper()
	b, err := OpenArchive(bytes.NewReader(data), int64(len(data)), l)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func folder(t testing.TB, files map[string]string) *os.Root {
	t.Helper()
	dir := t.TempDir()
	for n, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(n))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return root
}

func dossierJSON(t testing.TB, b *Bundle) string {
	t.Helper()
	text, err := json.MarshalIndent(Read(b), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	if at := nullIn(value); at != "" {
		t.Fatalf("the dossier holds a null at %s", at)
	}
	return string(text)
}

// nullIn finds a null, as the path to it.
func nullIn(value any) string {
	switch v := value.(type) {
	case nil:
		return "/"
	case []any:
		for _, item := range v {
			if at := nullIn(item); at != "" {
				return "/[]" + at
			}
		}
	case map[string]any:
		for name, item := range v {
			if at := nullIn(item); at != "" {
				return "/" + name + at
			}
		}
	}
	return ""
}

// problems lists "code limit" of a bundle's problems.
func problems(list []Problem) []string {
	got := []string{}
	for _, p := range list {
		got = append(got, strings.TrimSpace(p.Code+" "+p.Limit))
	}
	return got
}

func TestEmptyBundle(t *testing.T) {
	empty, err := OpenDir(folder(t, nil), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]*Bundle{"folder": empty, "zip": unzip(t, pack(t, nil, "", 0), Limits{})} {
		d := Read(b)
		if len(d.Bundle.Documents) != 0 || len(d.Bundle.Problems) != 0 || d.Bundle.Digest == "" {
			t.Errorf("%s: %+v", name, d.Bundle)
		}
		dossierJSON(t, b)
	}
}

func TestOpenFile(t *testing.T) {
	b, err := OpenFile("/home/me/bids/report.pdf", strings.NewReader("%PDF-1.7"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := Read(b)
	if len(d.Bundle.Documents) != 1 || d.Bundle.Documents[0].Path != "report.pdf" || len(d.Bundle.Kinds.Declaration.Candidates) != 1 {
		t.Errorf("%+v", d.Bundle)
	}
	broken := errors.New("broken disk")
	if _, err := OpenFile("a", iotest.ErrReader(broken), Limits{}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestFromBOM(t *testing.T) {
	bom := cyclonedx.NewBOM()
	bom.Components = &[]cyclonedx.Component{{Type: cyclonedx.ComponentTypeLibrary, Name: "a", Version: "1"}}
	b, err := FromBOM(bom)
	if err != nil {
		t.Fatal(err)
	}
	if d := Read(b); len(d.SBOMs) != 1 || len(d.Components[0]) != 1 || d.Components[0][0].Name != "a" {
		t.Errorf("%+v", d.Bundle)
	}
	if _, err := FromBOM(nil); err == nil {
		t.Error("nil is a BOM")
	}
}
