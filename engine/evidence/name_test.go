package evidence

import (
	"strings"
	"testing"
)

// nameCases are names of a file beside another, with the code of the problem
// that each gives.
var nameCases = []struct {
	name, want string
	unreadable bool // archive/tar refuses the whole archive
}{
	{name: "ok/a.txt"}, {name: "ünï/日本.txt"}, {name: "a b.txt"}, {name: "..a/b"},
	{name: "../a", want: codeName}, {name: "a/../b", want: codeName}, {name: "/a", want: codeName}, {name: "a//b", want: codeName},
	{name: "a/./b", want: codeName}, {name: "..", want: codeName},
	{name: `a\b`, want: codeName}, {name: `..\..\a`, want: codeName}, {name: "c:/a", want: codeName}, {name: "a:stream", want: codeName},
	{name: "a\x01", want: codeName}, {name: "a\nb", want: codeName}, {name: "a\x7f", want: codeName}, {name: "a\u0085b", want: codeName},
	{name: "a\u202eb", want: codeName}, {name: "a\u200b", want: codeName}, {name: "a\u2066b", want: codeName}, {name: "\ufeffa", want: codeName}, {name: "a\u00adb", want: codeName},
	{name: "a.", want: codeName}, {name: "a /b", want: codeName}, {name: "a./b", want: codeName},
	{name: "nul", want: codeName}, {name: "x/COM1.txt", want: codeName}, {name: "aux.json", want: codeName}, {name: "CON.tar.gz", want: codeName}, {name: "lpt¹", want: codeName},
	{name: "a\xff", want: codeName}, {name: "a\xed\xa0\x80", want: codeName}, {name: "a\x00b", want: codeName, unreadable: true},
	{name: strings.Repeat("x", 512)}, {name: strings.Repeat("x", 513), want: codeLimit},
	{name: strings.Repeat("x/", 16) + "a"}, {name: strings.Repeat("x/", 17) + "a", want: codeLimit},
}

func TestNamesAreRefused(t *testing.T) {
	cases := append(nameCases[:len(nameCases):len(nameCases)], nameCases[0])
	cases[len(nameCases)].name, cases[len(nameCases)].want = "", codeName // in tar, no name before means that of the header
	for _, c := range cases {
		b, err := newBundle([]entry{heldEntry(c.name, nil), heldEntry("other.txt", nil)}, nil, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(b.problems) > 0 {
			got = b.problems[0].Code
		}
		if got != c.want || (c.want != "") != (len(b.files) == 1) {
			t.Errorf("%q: got %q and %d files, want %q", c.name, got, len(b.files), c.want)
		}
	}
}

func TestZipFileNames(t *testing.T) {
	for _, c := range nameCases {
		b := unzip(t, pack(t, map[string]string{c.name: "x", "other.txt": "x"}, "", 1), Limits{})
		got := ""
		if len(b.problems) > 0 {
			got = b.problems[0].Code
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCollidingNames(t *testing.T) {
	for _, names := range [][]string{
		{"a.txt", "A.TXT"}, {"a.txt", "a.txt"}, {"\u00e4.txt", "a\u0308.txt"}, {"ß", "SS"}, {"a", "A/b"}, {"x/a", "X/A"}, {"a/b", "a/b/c/d"},
		{"\u212b", "\u00e5"}, {"K", "\u212a"}, {"ſ", "s"},
	} {
		var entries []entry
		for _, n := range append(names, "kept.txt") {
			entries = append(entries, heldEntry(n, nil))
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
