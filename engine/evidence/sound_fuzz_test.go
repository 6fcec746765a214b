package evidence

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"testing/fstest"
)

// narrow are bounds that small inputs cross, for a second reading of each.
var narrow = Limits{
	MaxTreeBytes: 4 << 10, MaxYAMLBytes: 4 << 10, MaxYAMLTotal: 8 << 10, MaxDepth: 12, MaxNodes: 120, MaxNodesTotal: 200, MaxRows: 12, MaxModels: 2,
	MaxStringBytes: 256, MaxImageBytes: 512, MaxNumberChars: 12, MaxComponents: 4, MaxDependencies: 4, MaxStatements: 6, MaxProperties: 4,
	MaxPedigree: 4, MaxEvidence: 4, MaxExtras: 4,
	MaxServices: 4, MaxCryptoAssets: 4, MaxModelCards: 4, MaxPairs: 4, MaxPlaces: 8, MaxProblems: 4, MaxSchemaProblems: 3,
}

// fuzzAs reads a text as a document of the form, whatever it looks like, beside
// other files, and holds what comes of it to what is promised of any dossier:
// once more it is the same, and within narrow bounds it keeps these. The file
// name tells the syntax.
func fuzzAs(t *testing.T, form, name, text string, beside map[string]string) {
	t.Helper()
	files := fstest.MapFS{name: {Data: []byte(text)}}
	for other, content := range beside {
		files[other] = &fstest.MapFile{Data: []byte(content)}
	}
	b, err := OpenFS(files, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := readAs(b, name, formNamed(t, form))
	w := sound(t, d, b.Limits())
	w.places()
	if first, again := written(t, d), written(t, readAs(b, name, formNamed(t, form))); !bytes.Equal(first, again) {
		t.Fatalf("read twice, it is\n%s\nand then\n%s", first, again)
	}
	b.limits = narrow
	sound(t, readAs(b, name, formNamed(t, form)), narrow)
}

func written(t *testing.T, d *Dossier) []byte {
	t.Helper()
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func formNamed(t *testing.T, name string) *format {
	t.Helper()
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		t.Fatalf("no form %s", name)
	}
	return &formats[i]
}

// readAs is Read with one file taken for a document of the form, and that one
// outside of the guard, so that a breakdown shows where it is.
func readAs(b *Bundle, name string, f *format) *Dossier {
	d := &Dossier{top: b.top}
	for _, file := range b.files {
		d.Bundle.Documents = append(d.Bundle.Documents, Document{Path: file.path, Size: int64(len(file.data))})
		d.sources = append(d.sources, &source{path: file.path, data: file.data})
	}
	r := &reader{d: d, limits: b.limits, left: newBudget(b.limits)}
	readManifest(d, r.left)
	for i, file := range b.files {
		switch {
		case i == d.Bundle.Manifest.Document:
		case file.path == name:
			r.as(i, file, f)
		default:
			r.document(i, file, "")
		}
	}
	r.readTogether()
	d.takeDigests(startDigests(b.files, d.sources)())
	checkManifest(d)
	resolve(d, b.limits)
	d.Dates, d.Text = statedDates(d), checkTexts(d)
	countKinds(d)
	fillEmpty(d)
	return d
}

// as is document, for a form that is given.
func (r *reader) as(row int, file file, f *format) {
	src, doc := r.d.sources[row], &r.d.Bundle.Documents[row]
	h := readHead(file.path, file.data, "")
	src.syntax, doc.Format, src.anchors, src.list = syntaxOfName(file.path), f.name, f.anchors, f.list
	if f.tree {
		if p := r.left.treeOf(src, f); p != nil {
			doc.Kinds, doc.Problems = []Kind{KindAttachment}, []Problem{*p}
			return
		}
	}
	if f.together {
		r.together = append(r.together, laterDocument{row: row, head: h, form: f})
		return
	}
	r.enter(row, h, f.read(src, r.shared()))
}

func syntaxOfName(name string) syntax {
	switch {
	case hasEnding(name, ".spdx"):
		return tagValueSyntax
	case hasEnding(name, ".tm7"):
		return xmlSyntax
	}
	return emptySyntax(name)
}
