package evidence

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestBrokenDocumentsThatClaimAKind: a document whose name, manifest or first
// keys say what it is is unreadable of that kind when its writing is broken,
// in whatever form.
func TestBrokenDocumentsThatClaimAKind(t *testing.T) {
	for _, c := range []struct {
		path, text string
		kind       Kind
		code       string
	}{
		{"bom.xml", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>`, KindSBOM, codeSyntax},
		{"x.xml", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>`, KindSBOM, codeSyntax},
		{"a.cdx.xml", `<components><a></components>`, KindSBOM, codeClaim},
		{"a.cdx.xml", `not XML`, KindSBOM, codeClaim},
		{"a.cdx.xml", ``, KindSBOM, codeClaim},
		{"sbom.xml", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, KindSBOM, codeClaim},
		{"a.vex.xml", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><vulnerabilities></bom>`, KindSBOM, codeSyntax}, // its keys win over its name
		{"model.tm7", `<ThreatModel`, KindThreatModel, codeClaim},
		{"model.tm7", `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model"><a>`, KindThreatModel, codeSyntax},
		{"threat-model.yaml", "threats: [a, b\n", KindThreatModel, codeSyntax},
		{"threat_model.yml", "a: b: c\n", KindThreatModel, codeSyntax},
		{"threat-model.yaml", "", KindThreatModel, codeNotObject},
		{"threat-model.yaml", "\x00\x01", KindThreatModel, codeEncoding},
		{"x.txt", "threat_model: 1\nthreats: [a\n", KindThreatModel, codeSyntax},
		{"x.yaml", "declaration: 1\n\tanswers: []\n", KindDeclaration, codeSyntax},
		{"our-declaration.yml", "answers: {a\n", KindDeclaration, codeSyntax},
		{"x.spdx", "SPDXVersion", KindSBOM, codeClaim},
	} {
		b, err := OpenFS(fstest.MapFS{c.path: {Data: []byte(c.text)}}, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		doc := Read(b).Bundle.Documents[0]
		if doc.Readable || !slices.Equal(doc.Kinds, []Kind{c.kind}) || len(doc.Problems) == 0 || doc.Problems[0].Code != c.code {
			t.Errorf("%s %.40q: readable %v, %v, %v; want %s %s", c.path, c.text, doc.Readable, doc.Kinds, doc.Problems, c.kind, c.code)
		}
	}
}

// TestBrokenAttachmentsStay: what claims nothing may be broken YAML or XML, for
// nobody reads it; the digest alone is taken.
func TestBrokenAttachmentsStay(t *testing.T) {
	for path, text := range map[string]string{
		"notes.yaml": "a: [b\n", "page.xml": "<a><b></a>", "page.html": "<!DOCTYPE html><p>a<br>", "ci.yml": "on:\n\tpush\n", "log.txt": "a: b: c",
	} {
		b, err := OpenFS(fstest.MapFS{path: {Data: []byte(text)}}, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		doc := Read(b).Bundle.Documents[0]
		if !doc.Readable || !slices.Equal(doc.Kinds, []Kind{KindAttachment}) || len(doc.Problems) > 0 || len(strings.TrimSpace(doc.SHA256)) != 64 {
			t.Errorf("%s: %+v", path, doc)
		}
	}
}
