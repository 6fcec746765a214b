package evidence

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

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
