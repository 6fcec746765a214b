package engine_test

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/hostile"
	"github.com/bidgate/bidgate/engine/report"
)

// whole are the kinds of damage to a file as a whole. The file is gone, or it
// is what no reader takes for the evidence that it was.
var whole = []struct {
	name string
	do   func(t testing.TB, files map[string][]byte, name string)
}{
	{"gone", func(_ testing.TB, files map[string][]byte, name string) { delete(files, name) }},
	{"empty", func(_ testing.TB, files map[string][]byte, name string) { files[name] = []byte{} }},
	{"first half", func(_ testing.TB, files map[string][]byte, name string) {
		files[name] = files[name][:len(files[name])/2]
	}},
	{"another's content", func(_ testing.TB, files map[string][]byte, name string) {
		files[name] = files["evidence/security-test.md"]
	}},
	{"UTF-16", func(_ testing.TB, files map[string][]byte, name string) {
		wide := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(string(files[name]))) {
			wide = append(wide, byte(unit), byte(unit>>8))
		}
		files[name] = wide
	}},
	{"Latin-1", func(_ testing.TB, files map[string][]byte, name string) {
		files[name] = bytes.Replace(files[name], []byte("a"), []byte{0xe9}, 1)
	}},
	{"compressed", func(t testing.TB, files map[string][]byte, name string) {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write(files[name]); cmp.Or(err, w.Close()) != nil {
			t.Fatal(err)
		}
		delete(files, name)
		files[name+".gz"] = b.Bytes()
	}},
	{"in an archive", func(_ testing.TB, files map[string][]byte, name string) {
		for format, archive := range hostile.Packed([]hostile.File{{Path: name, Text: string(files[name])}}) {
			if format == "zip" {
				files[name+".zip"] = archive
			}
		}
		delete(files, name)
	}},
	{"a key twice", func(_ testing.TB, files map[string][]byte, name string) {
		files[name] = twice(files[name])
	}},
	{"two documents in one", func(_ testing.TB, files map[string][]byte, name string) {
		files[name] = slices.Concat(files[name], []byte("\n---\n"), files[name])
	}},
}

// twice gives the first key of a document twice.
func twice(text []byte) []byte {
	if rest, isJSON := bytes.CutPrefix(text, []byte("{")); isJSON {
		key, _, _ := bytes.Cut(rest, []byte(":"))
		return slices.Concat([]byte("{"), key, []byte(":0,"), rest)
	}
	for line := range bytes.Lines(text) {
		if !bytes.HasPrefix(line, []byte("#")) {
			return slices.Concat(line, text)
		}
	}
	return text
}

// documents are the files of a case that are evidence by themselves.
func (f faulty) documents() []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(f.files)) {
		if !strings.HasPrefix(name, "evidence/") && !strings.HasSuffix(name, ".txt") && name != "bundle.yaml" {
			names = append(names, name)
		}
	}
	return names
}

// mended is the case whose review was too old, with a review of this year: it
// meets.
func mended(t testing.TB) faulty {
	t.Helper()
	const model = "threat-model/mail-bridge.yaml"
	f := faulties(t)[1]
	text := bytes.ReplaceAll(f.files[model], []byte(`reviewed_at: "2021-`), []byte(`reviewed_at: "2026-`))
	f.change(model, bytes.ReplaceAll(text, []byte(`next_review: "2022-`), []byte(`next_review: "2027-`)))
	f.name = "mended"
	return f
}

// TestWholeEvidenceIsMissed: a bundle that meets does not when one of its
// documents is gone or is no longer what it was, with digests and without.
func TestWholeEvidenceIsMissed(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	s := byBaseline(t, e)
	for _, f := range []faulty{mended(t), mended(t).unsealed()} {
		if r := screen(t, e, f.bundle(t), s).Report; r.Verdict != report.Meets {
			t.Fatalf("%s, before any damage: %v", r.Verdict, r.Reasons)
		}
		for _, name := range f.documents() {
			for _, how := range whole {
				files := maps.Clone(f.files)
				how.do(t, files, name)
				r := screen(t, e, faulty{f.name, files, f.offer}.bundle(t), s).Report
				if passes(r) {
					t.Errorf("%s %s: %s", name, how.name, r.Verdict)
				}
				inert(t, r)
			}
		}
	}
}
