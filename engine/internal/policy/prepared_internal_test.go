package policy

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/policies"
)

// TestPreparedOfAnotherTreeIsNotTaken: what was prepared counts for the files
// that it was made of alone, and a check of the whole contract takes nothing.
func TestPreparedOfAnotherTreeIsNotTaken(t *testing.T) {
	if updating() {
		t.Skip("what is embedded may be older than what is written now")
	}
	var w wordWriter
	w.word("abc")
	w.word("1 abc")
	rest := wordReader{text: preparedText}
	rest.word()
	rest.word()
	for _, test := range []struct {
		name       string
		pack       Pack
		text       string
		everything bool
		taken      bool
	}{
		{"its own", Pack{BuiltIn: true, FS: policies.FS}, preparedText, false, true},
		{"of other sources", Pack{BuiltIn: true, FS: policies.FS}, string(w.text) + preparedText[rest.at:], false, false},
		{"of these sources by another Go", Pack{BuiltIn: true, FS: policies.FS}, otherGo(t), false, true},
		{"nothing", Pack{BuiltIn: true, FS: policies.FS}, "", false, false},
		{"another file system", Pack{BuiltIn: true, FS: otherTree{policies.FS}}, preparedText, false, false},
		{"a pack", Pack{FS: policies.FS}, preparedText, false, false},
		{"a check", Pack{BuiltIn: true, FS: policies.FS}, preparedText, true, false},
	} {
		l := newLoading([]Pack{test.pack})
		l.everything = test.everything
		took := l.prepare(0, test.text)
		if took != test.taken || took != (len(l.catalogue.entries) > 0) {
			t.Errorf("%s: taken %v with %d requirements, want %v", test.name, took, len(l.catalogue.entries), test.taken)
		}
	}
}

// TestChecksumSeesEveryChange: a file more, a file less, another name and
// another byte are another tree; tests and what lies beside the sources is not.
func TestChecksumSeesEveryChange(t *testing.T) {
	tree := func(change func(fstest.MapFS)) string {
		files := fstest.MapFS{schemaPath: {Data: []byte("{}")}, "bidgate/a/a.rego": {Data: []byte("x")}, "bidgate/a/rows.yaml": {Data: []byte("y")}}
		change(files)
		return checksum(files)
	}
	same := tree(func(fstest.MapFS) {})
	for name, change := range map[string]func(fstest.MapFS){
		"a byte":      func(f fstest.MapFS) { f["bidgate/a/a.rego"] = &fstest.MapFile{Data: []byte("z")} },
		"the schema":  func(f fstest.MapFS) { f[schemaPath] = &fstest.MapFile{Data: []byte("{ }")} },
		"a file more": func(f fstest.MapFS) { f["bidgate/b.rego"] = &fstest.MapFile{} },
		"a file less": func(f fstest.MapFS) { delete(f, "bidgate/a/rows.yaml") },
		"its name": func(f fstest.MapFS) {
			f["bidgate/a/b.rego"] = f["bidgate/a/a.rego"]
			delete(f, "bidgate/a/a.rego")
		},
		"no schema": func(f fstest.MapFS) { delete(f, schemaPath) },
	} {
		if got := tree(change); got == same {
			t.Errorf("%s: the checksum stays %q", name, got)
		}
	}
	if got := tree(func(f fstest.MapFS) { f["bidgate/a/a_test.rego"] = &fstest.MapFile{Data: []byte("z")} }); got != same || got == "" {
		t.Errorf("with a test the checksum is %q, and without it %q", got, same)
	}
}

// TestPreparedSources: what was prepared names the very files that are read
// without it, with their contents and digests.
func TestPreparedSources(t *testing.T) {
	l := newLoading([]Pack{{BuiltIn: true, FS: otherTree{policies.FS}}})
	var found problems
	if l.read(&found); len(found) > 0 {
		t.Fatal(found.err())
	}
	shown := func(sources []source) (list []string) {
		for _, s := range sources {
			list = append(list, s.path+" "+s.name+" "+string(s.content())+" "+string(s.sum[:]))
		}
		return list
	}
	of := taken(t)
	if diff := cmp.Diff(shown(append(l.sources, l.text)), shown(append(of.sources, of.schema))); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkCatalogue reads every requirement that was prepared.
func BenchmarkCatalogue(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := newLoading([]Pack{{BuiltIn: true, FS: fs.FS(policies.FS)}})
		if !l.prepare(0, preparedText) || len(l.catalogue.All()) == 0 {
			b.Fatal("nothing was prepared")
		}
	}
}
