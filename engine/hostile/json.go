package hostile

import "strings"

const modelJSON = "extra/threat-model.json"

// goodSBOM is the least of an SBOM that is read.
const goodSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library", "name": "a"}]}`

// fault is one row of a table of documents of one format.
type fault struct{ name, code, place, text string }

func rowsOf(format, path string, faults []fault) []Row {
	rows := make([]Row, len(faults))
	for i, f := range faults {
		code, limit, _ := strings.Cut(f.code, " ")
		rows[i] = limited(document(format, path, f.name, code, f.place, f.text), limit)
	}
	return rows
}

// jsonRows break the rules that all JSON is held to.
func jsonRows() []Row {
	with := func(member string) string { return `{"threat_model": "1", ` + member + `}` }
	return rowsOf("json", modelJSON, []fault{
		{"empty", "syntax", "1:1", ""},
		{"white space only", "syntax", "3:1", " \n\t \n"},
		{"cut short", "syntax", "/threats/0/id", `{"threat_model": "1", "threats": [{"id": `},
		{"cut in a text", "syntax", "/title", `{"threat_model": "1", "title": "Gate`},
		{"cut before the last brace", "syntax", "1:38", `{"threat_model": "1", "version": "12"`},
		{"byte order mark", "encoding", "1:1", "\ufeff" + with(`"title": "a"`)},
		{"UTF-16", "not_a_form", "", "\xff\xfe{\x00}\x00"},
		{"not UTF-8", "encoding", "2:32", "{\n" + with("\"title\": \"\xff\"")[1:]},
		{"overlong UTF-8", "encoding", "1:33", with("\"title\": \"\xc0\xaf\"")},
		{"half surrogate in UTF-8", "encoding", "1:38", with("\"title\": \"long \xed\xa0\x80\"")},
		{"NUL", "encoding", "1:32", with("\"title\": \x00")},
		{"NUL by an escape", "encoding", "/title", with(`"title": "a\u0000b"`)},
		{"NUL in a key", "encoding", "/a\x00", with(`"a\u0000": 1`)},
		{"half surrogate by an escape", "syntax", "/title1", with(`"title1": "\ud800"`)},
		{"half surrogate, low", "syntax", "/version", with(`"version": "\udc00"`)},
		{"key twice", "duplicate_key", "/title", with(`"title": "a", "title": "b"`)},
		{"key twice by an escape", "duplicate_key", "/date", with(`"date": "2026-01-01", "\u0064ate": "2027-01-01"`)},
		{"key twice in an object below", "duplicate_key", "/product/name", with(`"product": {"name": "a", "name": "b"}`)},
		{"key twice in an unknown object", "duplicate_key", "/x/0/y", with(`"x": [{"y": 1, "y": 1}]`)},
		{"another document", "trailing_data", "2:1", with(`"title": "a"`) + "\n{}"},
		{"text after the end", "trailing_data", "3:1", with(`"title": "b"`) + "\n\nx"},
		{"a brace after the end", "trailing_data", "1:36", with(`"title": "c"`) + "}"},
		{"a list", "not_an_object", "1:1", `[{"threat_model": "1"}]`},
		{"null", "not_an_object", "1:2", " null"},
		{"a text", "not_an_object", "1:3", `  "threat_model"`},
		{"a number", "not_an_object", "1:4", "   1"},
		{"a comment", "syntax", "/title2", with(`"title2": /* a */ "b"`)},
		{"single quotes", "syntax", "1:23", with(`'title': 'a'`)},
		{"key without quotes", "syntax", "1:24", with(`title: "a"`)},
		{"comma at the end", "syntax", "1:35", with(`"title": "a",`)},
		{"comma at the end of a list", "syntax", "/method", with(`"method": ["stride",]`)},
		{"two commas", "syntax", "/method/1", with(`"method": ["stride",,"pasta"]`)},
		{"no comma", "syntax", "1:36", with(`"title": "a" "date": "b"`)},
		{"wrong bracket", "syntax", "/method8", with(`"method8": ["stride"}`)},
		{"NaN", "syntax", "/version5", with(`"version5": NaN`)},
		{"Infinity", "syntax", "/frozen", with(`"frozen": Infinity`)},
		{"True", "syntax", "/frozen9", with(`"frozen9": True`)},
		{"leading zero", "syntax", "2:35", strings.Repeat("\n", 1) + with(`"version": 012`)},
		{"plus sign", "syntax", "/version6", with(`"version6": +1`)},
		{"hexadecimal", "syntax", "1:39", with(`"description": 0x1F`)},
		{"dot without digits", "syntax", "/exposure", with(`"exposure": 1.`)},
		{"unknown escape", "syntax", "/title4", with(`"title4": "\x41"`)},
		{"number without end", "number", "/version", with(`"version": 1e999`)},
		{"negative number without end", "number", "/exposure", with(`"exposure": -1e400`)},
		{"whole number that readers round", "number", "/x/1", with(`"x": [1, 9007199254740993]`)},
		{"number that becomes zero", "number", "/x/y", with(`"x": {"y": 1e-400}`)},
		{"fraction that readers round", "number", "/x/0", with(`"x": [0.1234567890123456789]`)},
		{"nested too deeply", "limit MaxDepth", "/x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", with(`"x": ` + strings.Repeat("[", 70) + strings.Repeat("]", 70))},
		{"a million brackets", "limit MaxDepth", "/deep/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", `{"threat_model": 1, "deep": ` + strings.Repeat("[", 1_000_000)},
		{"very long number", "limit MaxNumberChars", "/version", with(`"version": ` + strings.Repeat("1", 3_000_000))},
	})
}
