package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
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
		"method":                     {edit(func(z []byte) []byte { return setFirst(z, 8, 10, func(byte) byte { return 12 }) }), codeArchive, 2},
		"link":                       {edit(func(z []byte) []byte { return setMode(z, 0o120777) }), codeLink, 2},
		"device":                     {edit(func(z []byte) []byte { return setMode(z, 0o060644) }), codeSpecial, 2},
		"name that climbs":           {pack(t, map[string]string{"../a.txt": "a", "b.txt": "b"}, "", 1), codeName, 1},
		"device name":                {pack(t, map[string]string{"nul.txt": "a", "b.txt": "b"}, "", 1), codeName, 1},
		"a name twice":               {twice(t), codeSameName, 0},
		"case":                       {pack(t, map[string]string{"a.txt": "a", "A.TXT": "b", "b.txt": "b"}, "", 1), codeSameName, 1},
		"composed":                   {pack(t, map[string]string{"\u00e4.txt": "a", "a\u0308.txt": "b", "b.txt": "b"}, "", 1), codeSameName, 1},
		"a file and a folder":        {pack(t, map[string]string{"a.txt": "a", "A.txt/": "", "b.txt": "b"}, "", 1), codeSameName, 1},
		"folder":                     {pack(t, map[string]string{"a/": "", "a/b/": "", "a/c.txt": "a", "b.txt": "b"}, "", 1), "", 2},
		"folder with content":        {bytes.ReplaceAll(pack(t, map[string]string{"folder.": "x", "b.txt": "b"}, "", 1), []byte("folder."), []byte("folder/")), codeArchive, 0},
		"overlap":                    {edit(func(z []byte) []byte { return overlap(z) }), codeArchive, 0},
		"header name":                {edit(func(z []byte) []byte { z[localLen] ^= 1; return z }), codeArchive, 0},
		"header method":              {edit(func(z []byte) []byte { z[8] = 12; return z }), codeArchive, 0},
		"header flags":               {edit(func(z []byte) []byte { z[6] |= flagEncrypted; return z }), codeArchive, 0},
		"gap":                        {edit(func(z []byte) []byte { return gap(z) }), codeArchive, 0},
		"second name":                {edit(func(z []byte) []byte { return secondName(z) }), codeArchive, 0},
		"ZIP64":                      {edit(func(z []byte) []byte { copy(z[central+24:], "\xff\xff\xff\xff"); return z }), codeArchive, 0},
		"other disk":                 {edit(func(z []byte) []byte { z[central+34] = 1; return z }), codeArchive, 0},
		"comment with an end record": {edit(func(z []byte) []byte { return comment(z, string(good[len(good)-22:])) }), codeArchive, 0},
		"comment":                    {edit(func(z []byte) []byte { return comment(z, "by hand") }), "", 2},
		"directory checksum":         {edit(func(z []byte) []byte { z[central+16] ^= 1; return z }), codeArchive, 0},
		"directory name":             {edit(func(z []byte) []byte { z[central+centralLen] ^= 1; return z }), codeArchive, 0},
		"directory offset":           {edit(func(z []byte) []byte { z[central+42]++; return z }), codeArchive, 0},
		"directory size":             {edit(func(z []byte) []byte { z[central+20]++; return z }), codeArchive, 0},
		"content":                    {edit(func(z []byte) []byte { z[bytes.Index(z, []byte("a.cdx.json"))+12] ^= 0xff; return z }), codeArchive, 2},
		"office document":            {pack(t, map[string]string{"a.docx": string(good)}, "", 1), "", 1},
		"end record to the end":      {reaching(t), codeArchive, 0},
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

// twice is an archive with two entries of one name.
func twice(t *testing.T) []byte {
	t.Helper()
	z := pack(t, map[string]string{"a.txt": "a", "b.txt": "b"}, "", 1)
	return bytes.ReplaceAll(z, []byte("b.txt"), []byte("a.txt"))
}

// reaching holds an end record in an entry, whose comment is all after it.
func reaching(t *testing.T) []byte {
	t.Helper()
	record := []byte("PK\x05\x06" + strings.Repeat("\x00", endLen-4))
	z := pack(t, map[string]string{"a.bin": string(record)}, "", 1)
	at := bytes.Index(z, record)
	binary.LittleEndian.PutUint16(record[endLen-2:], uint16(len(z)-at-endLen))
	return pack(t, map[string]string{"a.bin": string(record)}, "", 1)
}

// shift moves the directory's place by n in the end record.
func shift(z []byte, n int) {
	at := z[len(z)-6:]
	binary.LittleEndian.PutUint32(at, binary.LittleEndian.Uint32(at)+uint32(n))
}

// overlap gives both entries the content of the first.
func overlap(z []byte) []byte {
	second := bytes.LastIndex(z, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(z[second+42:], 0)
	return z
}

// gap puts bytes between the entries and the directory.
func gap(z []byte) []byte {
	shift(z, 4)
	return slices.Insert(z, bytes.Index(z, []byte("PK\x01\x02")), []byte("gap!")...)
}

// secondName adds a field with another name to the last row of the directory.
func secondName(z []byte) []byte {
	row := bytes.LastIndex(z, []byte("PK\x01\x02"))
	field := []byte("\x75\x70\x09\x00\x01\x00\x00\x00\x00evil")
	z[row+30] += byte(len(field))
	size := z[len(z)-10:]
	binary.LittleEndian.PutUint32(size, binary.LittleEndian.Uint32(size)+uint32(len(field)))
	name := int(binary.LittleEndian.Uint16(z[row+28:]))
	return slices.Insert(z, row+centralLen+name, field...)
}

func comment(z []byte, text string) []byte {
	z[len(z)-2] = byte(len(text))
	return append(z, text...)
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
