package advisory_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/advisory"
)

// zipped is a zip archive with files by name, a zero mode being a regular file.
func zipped(t testing.TB, files map[string]string, mode fs.FileMode) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		head := &zip.FileHeader{Name: name, Method: zip.Deflate}
		head.SetMode(mode | 0o644)
		f, err := w.CreateHeader(head)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, data string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shuffled is a folder with the records of recordsOf in other files, order and
// packing: one as a file over several lines, some in a zip, the rest as lines.
func shuffled(t testing.TB, n int) fs.FS {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(recordsOf(n)), "\n")
	inZip := map[string]string{}
	for i, line := range lines[1:4] {
		inZip[fmt.Sprintf("T-%d.json", i)] = line
	}
	rest := ""
	for i := len(lines) - 1; i >= 4; i-- {
		rest += lines[i] + "\n\n"
	}
	return fstest.MapFS{
		"z/one.json":   {Data: []byte(strings.ReplaceAll(lines[0], `,"`, ",\n  \"") + "\n")},
		"a/all.zip":    {Data: zipped(t, inZip, 0)},
		"m.jsonl.gz":   {Data: gzipped(t, rest)},
		"again.json":   {Data: []byte(lines[2])}, // the same record twice
		"README.md":    {Data: []byte("not data")},
		".hidden.json": {Data: []byte("not data")},
	}
}

// advisoriesOf reads the records of recordsOf back, with their summaries.
func advisoriesOf(t testing.TB, d *advisory.Data, n int) []advisory.Advisory {
	t.Helper()
	list := []advisory.Advisory{}
	for i := range n {
		hits, err := d.ByID(fmt.Sprintf("T-%d", i))
		if err != nil || len(hits) != 1 {
			t.Fatal(hits, err)
		}
		a := *hits[0].Advisory
		a.Summary = fmt.Sprintf("flaw %d", i)
		list = append(list, a)
	}
	return list
}

// TestPackedHostile refuses archives that are damaged, dense or odd.
func TestPackedHostile(t *testing.T) {
	good := recordsOf(3)
	whole := zipped(t, map[string]string{"a.jsonl": good}, 0)
	small := advisory.Limits{File: 8 << 20, Record: 1 << 20, Total: 12 << 20, Files: 3, Records: 100}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"cut.zip", "cut.zip: the zip file is damaged or cut off", whole[:len(whole)-10]},
		{"link.zip", "link.zip/a.json: the zip file holds something that is not a regular file", zipped(t, map[string]string{"a.json": "/etc/passwd"}, fs.ModeSymlink)},
		{"bomb.zip", "packed too densely", zipped(t, map[string]string{"a.json": strings.Repeat("\n", 7<<20)}, 0)},
		{"large.zip", "the line is longer than 1048576 bytes", zipped(t, map[string]string{"a.json": `"` + strings.Repeat("x", 1<<20) + `"`}, 0)},
		{"many.zip", "there are more than 3 files", zipped(t, map[string]string{"a.json": good[:0] + "{}", "b.json": "{}", "c.json": "{}", "d.json": "{}"}, 0)},
		{"records.jsonl", "there are more than 100 records", []byte(recordsOf(101))},
		{"bidi.zip", `bidi.zip/"\u202egpj.json":1: `, zipped(t, map[string]string{"\u202egpj.json": "{}"}, 0)},
		{"none.zip", "has no record that could be imported", zipped(t, map[string]string{"a.txt": good}, 0)},
		{"cut.gz", "cut.gz: the file cannot be read to its end", gzipped(t, good)[:40]},
		{"bomb.gz", "packed too densely", gzipped(t, strings.Repeat("\n", 7<<20))},
		{"head.gz", "head.gz: the gzip file is damaged", []byte{0x1f, 0x8b, 0}},
	} {
		store := newFolder(t)
		job := advisory.Import{Format: "osv", Limits: small}
		if c.name == "many.zip" {
			job.SkipInvalid = true
		}
		_, err := store.try(advisory.FileSource(c.name, bytes.NewReader(c.data), int64(len(c.data))), job)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %s", c.name, err, c.want)
		}
	}
}
