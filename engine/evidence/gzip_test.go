package evidence

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
)

// zipped packs text by gzip.
func zipped(t testing.TB, text string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	w.Name = "../../evil.tar" // of no meaning to us
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func openArchive(t testing.TB, data []byte, l Limits) *Bundle {
	t.Helper()
	b, err := OpenArchive(bytes.NewReader(data), int64(len(data)), l)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestHostileGzip(t *testing.T) {
	good := zipped(t, tarGood+tarOther+tarEnd)
	edit := func(f func(z []byte) []byte) []byte { return f(bytes.Clone(good)) }
	for name, c := range map[string]struct {
		data  []byte
		want  string
		files int
	}{
		"good":            {good, "", 2},
		"two members":     {edit(func(z []byte) []byte { return append(z, good...) }), "archive", 0},
		"parted":          {append(zipped(t, tarGood), zipped(t, tarOther+tarEnd)...), "archive", 0},
		"empty member":    {edit(func(z []byte) []byte { return append(z, zipped(t, "")...) }), "archive", 0},
		"bytes after":     {edit(func(z []byte) []byte { return append(z, 'x') }), "archive", 0},
		"zeros after":     {edit(func(z []byte) []byte { return append(z, 0, 0) }), "archive", 0},
		"zip after":       {edit(func(z []byte) []byte { return append(z, pack(t, vendorFiles, "", 1)...) }), "archive", 0},
		"checksum":        {edit(func(z []byte) []byte { z[len(z)-8] ^= 1; return z }), "archive", 0},
		"length":          {edit(func(z []byte) []byte { z[len(z)-4] ^= 1; return z }), "archive", 0},
		"length of 4 GiB": {edit(func(z []byte) []byte { copy(z[len(z)-4:], "\xff\xff\xff\xff"); return z }), "archive", 0},
		"method":          {edit(func(z []byte) []byte { z[2] = 7; return z }), "archive", 0},
		"content":         {edit(func(z []byte) []byte { z[len(z)/2] ^= 0xff; return z }), "archive", 0},
		"cut end":         {good[:len(good)-1], "archive", 0},
		"cut short":       {good[:len(good)/2], "archive", 0},
		"cut head":        {good[:5], "archive", 0},
		"not tar":         {zipped(t, `{"bomFormat": "CycloneDX"}`), "archive", 0},
		"nothing":         {zipped(t, ""), "archive", 0},
		"gzip in gzip":    {zipped(t, string(good)), "archive", 0},
		"zip in gzip":     {zipped(t, string(pack(t, vendorFiles, "", 1))), "archive", 0},
	} {
		b := openArchive(t, c.data, Limits{})
		got := strings.Join(problems(b.problems), ",")
		if got != c.want || len(b.files) != c.files {
			t.Errorf("%s: got %q and %d files, want %q and %d: %v", name, got, len(b.files), c.want, c.files, b.problems)
		}
		dossierJSON(t, b)
	}
}

func TestGzipBomb(t *testing.T) {
	head := len(block('0', "zeros", "")) + len(tarEnd)
	for size, want := range map[int]string{1<<20 - head: "", 1 << 20: "limit MaxRatio"} {
		b := openArchive(t, zipped(t, block('0', "zeros", strings.Repeat("\x00", size/tarBlock*tarBlock))+tarEnd), Limits{})
		if got := strings.Join(problems(b.problems), ","); got != want {
			t.Errorf("%d zeros: got %q, want %q", size, got, want)
		}
	}
	over := Limits{MaxBundleBytes: 1 << 10, MaxFiles: 1, MaxRatio: 1 << 20}
	b := openArchive(t, zipped(t, block('0', "zeros", strings.Repeat("\x00", 1<<20))+tarEnd), over)
	if got := strings.Join(problems(b.problems), ","); got != "limit MaxBundleBytes" || len(b.files) != 0 {
		t.Errorf("got %q and %d files", got, len(b.files))
	}
}

func TestGzipOfAHostThatFails(t *testing.T) {
	broken := errors.New("broken disk")
	data := zipped(t, tarGood+tarEnd)
	for at := range data {
		if _, err := OpenArchive(failingAt{bytes.NewReader(data), int64(at), broken}, int64(len(data)), Limits{}); !errors.Is(err, broken) {
			t.Errorf("failing at %d gives %v", at, err)
		}
	}
}

func isTar(data []byte) bool {
	form, err := archiveFormOf(bytes.NewReader(data), int64(len(data)))
	return form == tarArchive && err == nil
}

// sameAsArchiveTar holds a bundle to what archive/tar alone reads.
func sameAsArchiveTar(t *testing.T, b *Bundle, data []byte) {
	t.Helper()
	r := tar.NewReader(bytes.NewReader(data))
	files := 0
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("accepted, and archive/tar says %v", err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		files++
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: accepted, and archive/tar says %v", h.Name, err)
		}
		i := -1
		for j, have := range b.files {
			if b.top+have.path == strings.TrimPrefix(h.Name, "./") {
				i = j
			}
		}
		if i < 0 || !bytes.Equal(b.files[i].data, content) {
			t.Fatalf("%q has other content or another name", h.Name)
		}
	}
	if files != len(b.files) {
		t.Fatalf("%d files, and archive/tar has %d", len(b.files), files)
	}
}

func FuzzOpenGzip(f *testing.F) {
	f.Add(zipped(f, tarGood+tarOther+tarEnd))
	f.Add(append(zipped(f, tarGood), zipped(f, tarEnd)...))
	f.Add(zipped(f, "{}"))
	f.Add(zipped(f, "")[:12])
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("\x1f\x8b")) {
			return
		}
		b, err := OpenArchive(bytes.NewReader(data), int64(len(data)), Limits{MaxBundleBytes: 1 << 20})
		if err != nil {
			t.Fatal(err)
		}
		dossierJSON(t, b)
		if len(b.problems) > 0 {
			return
		}
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatalf("accepted, and compress/gzip says %v", err)
		}
		sameAsArchiveTar(t, b, text)
	})
}
