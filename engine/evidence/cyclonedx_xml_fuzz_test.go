package evidence

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

func addXMLDocuments(f *testing.F) {
	f.Helper()
	for _, text := range []string{
		`<metadata><tools><tool><name>t</name></tool></tools><component bom-ref="r"><name>n</name></component></metadata>`,
		`<dependencies><dependency ref="a"><dependency ref="b"><provides ref="c"/></dependency></dependency></dependencies>`,
		`<components><component><licenses><expression>MIT</expression><license><id>MIT</id></license></licenses></component></components>`,
		`<components><x:a xmlns:x="u" x:b="c"/>&#65;<![CDATA[ ]]></components><services><service><data><dataflow name="d"><classification flow="inbound">PII</classification></dataflow></data></service></services>`,
		`<components><component isExternal="1"><data><type>x</type></data><data/><evidence><identity><field>name</field></identity></evidence></component></components>`,
	} {
		f.Add([]byte(bom16 + text + "</bom>"))
	}
	for _, text := range []string{
		`<!DOCTYPE a [<!ENTITY b "c">]>` + bom16 + "&b;</bom>", "\uFEFF<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.1\"/>",
		`<a:bom xmlns:a="http://cyclonedx.org/schema/bom/1.7" version="0x1"><a:citations/></a:bom>`,
	} {
		f.Add([]byte(text))
	}
	files, err := filepath.Glob("testdata/cyclonedx/xml/*.xml")
	if err != nil || len(files) == 0 {
		f.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// wellFormed is a second opinion on the syntax: the decoder's own tokens, with
// its check of name spaces and end tags.
func wellFormed(data []byte) bool {
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return true
		} else if err != nil {
			return false
		}
	}
}

// FuzzCycloneDXXML reads anything: nothing panics, what is refused gives
// nothing, limits hold, the twin is JSON that is not much larger than the
// document and whose facts are those of the slow derivation, and the input of
// policies has no null.
func FuzzCycloneDXXML(f *testing.F) {
	addXMLDocuments(f)
	limits := Limits{MaxComponents: 20, MaxDependencies: 20, MaxProblems: 5, MaxDepth: 20, MaxStringBytes: 200}
	f.Fuzz(func(t *testing.T, data []byte) {
		src := &source{data: data, syntax: xmlSyntax}
		r := readCycloneDXXML(src, limits)
		if len(r.kinds) == 0 || r.problems == nil || len(r.components) > 20 || r.dependencies.count() > 20 || len(r.problems) > 2*5+3 {
			t.Fatalf("kinds %v, %d components, %d dependencies, problems %v", r.kinds, len(r.components), r.dependencies.count(), r.problems)
		}
		if len(src.data) > 8*len(data)+1000 {
			t.Fatalf("a twin of %d bytes of %d", len(src.data), len(data))
		}
		if !r.readable {
			if r.sbom != nil || r.components != nil || len(r.problems) == 0 {
				t.Fatalf("an unreadable document gave something: %+v", r)
			}
		} else if !wellFormed(data) || !jsontext.Value(src.data).IsValid() {
			t.Fatalf("accepted, but not well formed; the twin is %s", src.data)
		}
		if r.sbom != nil && bytes.HasPrefix(src.data, []byte("{")) {
			sameAsSlow(t, src.data)
		}
		fuzzAs(t, "cyclonedx-xml", "a.cdx.xml", string(data), nil)
	})
}
