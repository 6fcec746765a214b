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
	"syscall"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
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

func TestEveryPackingGivesTheSameDossier(t *testing.T) {
	b, err := OpenDir(folder(t, vendorFiles), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := dossierJSON(t, b)
	fsys := fstest.MapFS{}
	for n, text := range vendorFiles {
		fsys["deep/er/"+n] = &fstest.MapFile{Data: []byte(text)}
	}
	if b, err = OpenFS(fsys, Limits{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, dossierJSON(t, b)); diff != "" {
		t.Errorf("file system: %s", diff)
	}
	for seed := range int64(20) {
		for _, top := range []string{"", "offer 1/", "./"} {
			if diff := cmp.Diff(want, dossierJSON(t, unzip(t, pack(t, vendorFiles, top, seed), Limits{}))); diff != "" {
				t.Fatalf("zip %d in %q: %s", seed, top, diff)
			}
		}
	}
}

func TestOneFolderOnly(t *testing.T) {
	files := map[string]string{"sbom/a.txt": "a", "sbom/b.txt": "b"}
	b, err := OpenDir(folder(t, files), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := dossierJSON(t, b)
	for _, top := range []string{"", "offer/"} {
		if diff := cmp.Diff(want, dossierJSON(t, unzip(t, pack(t, files, top, 1), Limits{}))); diff != "" {
			t.Errorf("%q: %s", top, diff)
		}
	}
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

func TestLinksAndPipesAreNotOpened(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": "a", "sub/b.txt": "b"})
	dir := root.Name()
	for link, target := range map[string]string{"out.cdx.json": "/etc/passwd", "in.txt": "a.txt", "loop": "."} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.json"), 0o644); err != nil {
		t.Skip(err)
	}
	b, err := OpenDir(root, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := Read(b)
	if diff := cmp.Diff([]string{codeLink, codeLink, codeLink, codeSpecial}, problems(d.Bundle.Problems)); diff != "" {
		t.Error(diff)
	}
	i := d.documentAt("out.cdx.json")
	if i < 0 || d.Bundle.Documents[i].Readable || d.Bundle.Documents[i].Kinds[0] != KindSBOM || d.Bundle.Documents[i].SHA256 != "" {
		t.Errorf("the link is %+v", d.Bundle.Documents[i])
	}
	if d.Bundle.Kinds.SBOM.Unreadable != 1 {
		t.Errorf("kinds: %+v", d.Bundle.Kinds.SBOM)
	}
}

func TestNamesAreRefused(t *testing.T) {
	for name, want := range map[string]string{
		"ok/a.txt": "", "ünï/日本.txt": "", "a b.txt": "", "..a/b": "",
		"../a": codeName, "a/../b": codeName, "/a": codeName, "a//b": codeName, "": codeName,
		`a\b`: codeName, "c:/a": codeName, "a\x01": codeName, "a\nb": codeName, "a\u202eb": codeName, "a\u200b": codeName,
		"a.": codeName, "a /b": codeName, "nul": codeName, "x/COM1.txt": codeName, "aux.json": codeName, "a\xff": codeName,
		strings.Repeat("x", 513): codeLimit, strings.Repeat("x/", 17) + "a": codeLimit,
	} {
		open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("x")), nil }
		b, err := newBundle([]entry{{path: name, packed: -1, open: open}, {path: "other.txt", packed: -1, open: open}}, nil, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(b.problems) > 0 {
			got = b.problems[0].Code
		}
		if got != want || (want != "") != (len(b.files) == 1) {
			t.Errorf("%q: got %q and %d files, want %q", name, got, len(b.files), want)
		}
	}
}

func TestCollidingNames(t *testing.T) {
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("x")), nil }
	for _, names := range [][]string{
		{"a.txt", "A.TXT"}, {"a.txt", "a.txt"}, {"\u00e4.txt", "a\u0308.txt"}, {"ß", "SS"}, {"a", "A/b"}, {"x/a", "X/A"}, {"a/b", "a/b/c/d"},
	} {
		var entries []entry
		for _, n := range append(names, "kept.txt") {
			entries = append(entries, entry{path: n, packed: -1, open: open})
		}
		b, err := newBundle(entries, nil, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if len(b.files) != 1 || len(b.problems) != 2 || b.problems[0].Code != codeSameName {
			t.Errorf("%q: %d files, %v", names, len(b.files), b.problems)
		}
	}
}

func TestBundleLimits(t *testing.T) {
	files := map[string]string{"a.cdx.json": strings.Repeat("a", 10), "b.txt": strings.Repeat("b", 20), "c.txt": "c"}
	cases := []struct {
		name  string
		l     Limits
		want  []string
		files int
	}{
		{"none", Limits{}, []string{}, 3},
		{"files at", Limits{MaxFiles: 3}, []string{}, 3},
		{"files over", Limits{MaxFiles: 2}, []string{"limit MaxFiles"}, 0},
		{"file at", Limits{MaxFileBytes: 20}, []string{}, 3},
		{"file over", Limits{MaxFileBytes: 19}, []string{"limit MaxFileBytes"}, 3},
		{"bundle at", Limits{MaxBundleBytes: 31}, []string{}, 3},
		{"bundle over", Limits{MaxBundleBytes: 30}, []string{"limit MaxBundleBytes"}, 3},
	}
	for _, c := range cases {
		dir, err := OpenDir(folder(t, files), c.l)
		if err != nil {
			t.Fatal(err)
		}
		for packing, b := range map[string]*Bundle{"folder": dir, "zip": unzip(t, pack(t, files, "", 3), c.l)} {
			d := Read(b)
			if diff := cmp.Diff(c.want, problems(d.Bundle.Problems)); diff != "" || len(d.Bundle.Documents) != c.files {
				t.Errorf("%s, %s: %d documents, %s", c.name, packing, len(d.Bundle.Documents), diff)
			}
		}
	}
	if _, err := OpenFS(fstest.MapFS{}, Limits{MaxDepth: -1}); err == nil || !strings.Contains(err.Error(), "MaxDepth") {
		t.Errorf("a bound below zero gives %v", err)
	}
}

func TestRatio(t *testing.T) {
	for size, want := range map[int]int{1 << 20: 0, 1<<20 + 1: 1} {
		b := unzip(t, pack(t, map[string]string{"zeros.txt": strings.Repeat("\x00", size), "z": ""}, "", 1), Limits{})
		if len(b.problems) != want || want == 1 && b.problems[0].Limit != "MaxRatio" {
			t.Errorf("%d zeros: %+v", size, b.problems)
		}
	}
}

func TestNotAnArchive(t *testing.T) {
	for _, text := range []string{"", "hello", "{}", strings.Repeat("x", 100_000)} {
		if _, err := OpenArchive(strings.NewReader(text), int64(len(text)), Limits{}); !errors.Is(err, ErrNotArchive) {
			t.Errorf("%.10q gives %v", text, err)
		}
	}
}

// TestHostileArchives damages a good archive in one way each.
func TestHostileArchives(t *testing.T) {
	good := pack(t, map[string]string{"a.cdx.json": strings.Repeat("{}", 50), "b.txt": "b"}, "", 3)
	edit := func(f func(z []byte) []byte) []byte { return f(bytes.Clone(good)) }
	central := bytes.Index(good, []byte("PK\x01\x02"))
	cases := map[string]struct {
		data  []byte
		want  string
		files int
	}{
		"good":         {good, "", 2},
		"bytes before": {edit(func(z []byte) []byte { return append([]byte("MZ"), z...) }), codeArchive, 0},
		"bytes after":  {edit(func(z []byte) []byte { return append(z, 'x') }), codeArchive, 0},
		"joined":       {edit(func(z []byte) []byte { return append(z, good...) }), codeArchive, 0},
		"cut short":    {edit(func(z []byte) []byte { return z[:len(z)-30] }), codeArchive, 0},
		"cut end":      {edit(func(z []byte) []byte { return z[:len(z)-3] }), codeArchive, 0},
		"count":        {edit(func(z []byte) []byte { z[len(z)-12]++; z[len(z)-14]++; return z }), codeArchive, 0},
		"parts":        {edit(func(z []byte) []byte { z[len(z)-12]++; return z }), codeArchive, 0},
		"encrypted": {edit(func(z []byte) []byte {
			f := func(b byte) byte { return b | flagEncrypted }
			return setFirst(setFirst(z, 6, 8, f), -1, 8, f)
		}), codeEncrypted, 2},
		"method":             {edit(func(z []byte) []byte { return setFirst(z, 8, 10, func(byte) byte { return 12 }) }), codeArchive, 2},
		"link":               {edit(func(z []byte) []byte { return setMode(z, 0o120777) }), codeLink, 2},
		"device":             {edit(func(z []byte) []byte { return setMode(z, 0o060644) }), codeSpecial, 2},
		"directory checksum": {edit(func(z []byte) []byte { z[central+16] ^= 1; return z }), codeArchive, 0},
		"directory name":     {edit(func(z []byte) []byte { z[central+centralLen] ^= 1; return z }), codeArchive, 0},
		"directory offset":   {edit(func(z []byte) []byte { z[central+42]++; return z }), codeArchive, 0},
		"directory size":     {edit(func(z []byte) []byte { z[central+20]++; return z }), codeArchive, 0},
		"content":            {edit(func(z []byte) []byte { z[bytes.Index(z, []byte("a.cdx.json"))+12] ^= 0xff; return z }), codeArchive, 2},
		"second end record": {edit(func(z []byte) []byte {
			z[len(z)-2] = 22
			return append(z, good[len(good)-22:]...)
		}), codeArchive, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b, err := OpenArchive(bytes.NewReader(c.data), int64(len(c.data)), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if len(b.problems) > 0 {
				got = b.problems[0].Code
			}
			if got != c.want || len(b.files) != c.files {
				t.Errorf("got %q and %d files, want %q and %d: %v", got, len(b.files), c.want, c.files, b.problems)
			}
			dossierJSON(t, b)
		})
	}
}

// setFirst changes a byte of the first entry's header and of its directory row.
func setFirst(z []byte, local, central int, change func(byte) byte) []byte {
	row := bytes.Index(z, []byte("PK\x01\x02"))
	if local >= 0 {
		z[local] = change(z[local])
	}
	z[row+central] = change(z[row+central])
	return z
}

func setMode(z []byte, mode uint32) []byte {
	z = setFirst(z, -1, 5, func(byte) byte { return creatorUnix })
	z = setFirst(z, -1, 40, func(byte) byte { return byte(mode) })
	return setFirst(z, -1, 41, func(byte) byte { return byte(mode >> 8) })
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

func FuzzOpenArchive(f *testing.F) {
	f.Add(pack(f, map[string]string{"a.cdx.json": strings.Repeat("{}", 50), "b/c.txt": "b"}, "", 3))
	f.Add(pack(f, nil, "", 3))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := OpenArchive(bytes.NewReader(data), int64(len(data)), Limits{MaxBundleBytes: 1 << 20})
		if err != nil {
			return
		}
		dossierJSON(t, b)
		if len(b.problems) > 0 {
			return
		}
		// What is accepted, another reader lists and reads in the same way.
		other, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatalf("accepted, and archive/zip says %v", err)
		}
		files := 0
		for _, e := range other.File {
			if strings.HasSuffix(e.Name, "/") {
				continue
			}
			files++
			r, err := e.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatalf("%s: accepted, and archive/zip says %v", e.Name, err)
			}
			found := false
			for _, have := range b.files {
				found = found || bytes.Equal(have.data, content)
			}
			if !found {
				t.Fatalf("%s has other content", e.Name)
			}
		}
		if files != len(b.files) {
			t.Fatalf("%d files, and archive/zip has %d", len(b.files), files)
		}
	})
}
