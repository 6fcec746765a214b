package evidence

import (
	"io"
	"strings"
	"testing"
)

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
