package hostile

import (
	"strings"
)

// badNames are paths of a file, with what is wrong with them.
var badNames = []struct{ name, place, code, limit string }{
	{"../x", "climbs at the start", "name", ""},
	{"a/../x", "climbs within", "name", ""},
	{"..", "parent alone", "name", ""},
	{"/x", "absolute", "name", ""},
	{"a//x", "empty part", "name", ""},
	{"a/./x", "dot part", "name", ""},
	{`a\x`, "backslash", "name", ""},
	{`..\..\x`, "climbs with backslashes", "name", ""},
	{"c:/x", "drive", "name", ""},
	{"x:stream", "stream", "name", ""},
	{"a\x01x", "control", "name", ""},
	{"a\nx", "newline", "name", ""},
	{"a\x1b[31mx", "escape sequence", "name", ""},
	{"a\x7fx", "delete", "name", ""},
	{"a\u0085x", "next line", "name", ""},
	{"a\u202ex", "right-to-left override", "name", ""},
	{"a\u2066x", "isolate", "name", ""},
	{"a\u200bx", "zero width space", "name", ""},
	{"a\u200dx", "joiner", "name", ""},
	{"\ufeffx", "byte order mark", "name", ""},
	{"a\u00adx", "soft hyphen", "name", ""},
	{"a\U000e0041x", "tag character", "name", ""},
	{"a\xffx", "not UTF-8", "name", ""},
	{"a\xed\xa0\x80x", "half surrogate", "name", ""},
	{"x.", "dot at the end", "name", ""},
	{"a./x", "dot at the end of a folder", "name", ""},
	{"x ", "space at the end", "name", ""},
	{"a /x", "space at the end of a folder", "name", ""},
	{"nul", "device", "name", ""},
	{"AUX.cdx.json", "device with endings", "name", ""},
	{"a/COM1/x", "device as a folder", "name", ""},
	{"lpt¹", "device with a raised digit", "name", ""},
	{"conin$", "console", "name", ""},
	{strings.Repeat("x", 513), "513 bytes", "limit", "MaxNameBytes"},
	{strings.Repeat("x/", 17) + "x", "17 folders", "limit", "MaxNameDepth"},
	{"0FIRST.TXT", "equal but for case", "name_collision", ""},
	{"0fir\u017ft.txt", "equal but for a long s", "name_collision", ""},
	{"0first.txt/x", "below a file", "name_collision", ""},
	{"0First.txt/a/x", "below a file, in another case", "name_collision", ""},
}

// nameRows give a file each of the names, in each packing that can hold it.
func nameRows() []Row {
	rows := []Row{}
	for _, n := range badNames {
		r := Row{Format: "name in zip", Name: "a file's name: " + n.place, Code: n.code, Limit: n.limit, Place: n.place}
		r.pack = func(files []File) []byte { return zipOf(append([]File{{n.name, "x"}}, files...)) }
		rows = append(rows, r)
		r.Format = "name in tar"
		r.pack = func(files []File) []byte {
			return append([]byte(extended('x', "path", n.name)+tarX), tarOf(files)...)
		}
		rows = append(rows, r)
	}
	for _, pair := range []struct{ a, b, place string }{
		{"x.txt", "x.txt", "twice"},
		{"\u00e4.txt", "a\u0308.txt", "equal but for composition"},
		{"\u212b.txt", "\u00e5.txt", "equal but for the Ångström sign"},
		{"ß.txt", "SS.txt", "equal when folded in full"},
		{"\u212a.txt", "k.txt", "equal but for the Kelvin sign"},
	} {
		r := Row{Format: "name in zip", Name: "two names: " + pair.place, Code: "name_collision", Place: pair.place}
		r.pack = func(files []File) []byte {
			return zipOf(append([]File{{pair.a, "a"}, {pair.b, "b"}}, files...))
		}
		rows = append(rows, r)
		r.Format = "name in tar"
		r.pack = func(files []File) []byte {
			return tarOf(append([]File{{pair.a, "a"}, {pair.b, "b"}}, files...))
		}
		rows = append(rows, r)
	}
	return rows
}
