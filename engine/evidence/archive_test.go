package evidence

import (
	"archive/tar"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNotAnArchive(t *testing.T) {
	for _, text := range []string{"", "hello", "{}", strings.Repeat("x", 100_000), strings.Repeat("\x00", tarBlock), strings.Repeat("\x00", 4000) + "x"} {
		if _, err := OpenArchive(strings.NewReader(text), int64(len(text)), Limits{}); !errors.Is(err, ErrNotArchive) {
			t.Errorf("%.10q gives %v", text, err)
		}
	}
}

// TestOpenStream tells archives from documents by their content.
func TestOpenStream(t *testing.T) {
	zip := string(pack(t, vendorFiles, "", 1))
	for name, c := range map[string]struct {
		data string
		want []string // paths
	}{
		"nothing":       {"", []string{"stdin"}},
		"text":          {"hello", []string{"stdin"}},
		"pdf":           {"%PDF-1.7", []string{"stdin"}},
		"pdf and zip":   {"%PDF-1.7" + zip, []string{"stdin"}},
		"disk":          {strings.Repeat("\x00", 32<<10) + "\x01CD001", []string{"stdin"}},
		"docx":          {string(pack(t, map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<d/>"}, "", 2)), []string{"stdin"}},
		"odt":           {string(pack(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<d/>"}, "", 2)), []string{"stdin"}},
		"zip of a docx": {string(pack(t, map[string]string{"a.docx": string(pack(t, map[string]string{"[Content_Types].xml": ""}, "", 2))}, "", 2)), []string{"a.docx"}},
		"zip":           {string(pack(t, map[string]string{"a.txt": "a"}, "", 2)), []string{"a.txt"}},
		"empty zip":     {string(pack(t, nil, "", 2)), []string{}},
		"tar":           {tarGood + tarEnd, []string{"a.txt"}},
		"tar of a zip":  {block('0', "a.zip", zip) + tarEnd, []string{"a.zip"}},
		"empty tar":     {tarEnd, []string{}},
		"tgz":           {string(zipped(t, tarGood+tarEnd)), []string{"a.txt"}},
		"damaged tgz":   {"\x1f\x8b\x08", []string{}},
	} {
		b, err := OpenStream("stdin", strings.NewReader(c.data), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, f := range b.files {
			got = append(got, f.path)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		dossierJSON(t, b)
	}
}

func TestOpenStreamIsBounded(t *testing.T) {
	l := Limits{MaxBundleBytes: 1 << 10, MaxFileBytes: 1 << 10, MaxFiles: 10}
	for name, c := range map[string]struct {
		data  []byte
		want  string
		files int
	}{
		"document at":   {bytes.Repeat([]byte("x"), 1<<10), "", 1},
		"document over": {bytes.Repeat([]byte("x"), 1<<10+1), "limit MaxFileBytes", 1},
		"endless":       {bytes.Repeat([]byte("x"), 1<<20), "limit MaxFileBytes", 1},
		"archive over":  {tarOf(t, map[string]string{"a": strings.Repeat("x", 1<<20)}, "", 1, tar.FormatUnknown), "limit MaxBundleBytes", 0},
	} {
		b, err := OpenStream("x", bytes.NewReader(c.data), l)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(problems(b.problems), ","); got != c.want || len(b.files) != c.files {
			t.Errorf("%s: got %q and %d files, want %q and %d", name, got, len(b.files), c.want, c.files)
		}
	}
	if _, err := OpenStream("x", strings.NewReader(""), Limits{MaxFiles: -1}); err == nil {
		t.Error("a bound below zero is taken")
	}
}

// TestTarCounts bounds entries that are no files too.
func TestTarCounts(t *testing.T) {
	folder := block('5', "d/", "")
	for n, want := range map[int]string{4: "", 5: "limit MaxFiles"} {
		b := openArchive(t, []byte(strings.Repeat(folder, n)+tarEnd), Limits{MaxFiles: 2})
		if got := strings.Join(problems(b.problems), ","); got != want {
			t.Errorf("%d folders: got %q, want %q", n, got, want)
		}
	}
}
