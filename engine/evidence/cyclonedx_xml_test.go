package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const bom16 = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">`

// readXML reads XML text through Read, as a file of a bundle.
func readXML(text string) (reading, *source) {
	src := &source{path: "a.cdx.xml", data: []byte(text), syntax: xmlSyntax}
	return readCycloneDXXML(src, Limits{}), src
}

// TestXMLRefused holds the gate: what two readers could read in two ways, or
// reaches out of the document, makes it unreadable, and nothing is read.
func TestXMLRefused(t *testing.T) {
	component := `<component type="library"><name>a</name></component>`
	tests := []struct{ name, text, code string }{
		{"no element", `<?xml version="1.0"?> <!-- nothing --> `, codeSyntax},
		{"empty", "", codeSyntax},
		{"cut off", bom16 + `<components>` + component, codeSyntax},
		{"cut off in a tag", bom16 + `<compon`, codeSyntax},
		{"end tag of another", bom16 + `<components></component></bom>`, codeSyntax},
		{"end tag with another prefix", `<a:bom xmlns:a="http://cyclonedx.org/schema/bom/1.6" xmlns:b="http://cyclonedx.org/schema/bom/1.6"></b:bom>`, codeSyntax},
		{"two roots", bom16 + `</bom>` + bom16 + `</bom>`, codeTrailing},
		{"text after", bom16 + `</bom>x`, codeTrailing},
		{"text before", `x` + bom16 + `</bom>`, codeSyntax},
		{"DOCTYPE", `<!DOCTYPE bom>` + bom16 + `</bom>`, codeXML},
		{"entities", `<!DOCTYPE bom [<!ENTITY a "b">]>` + bom16 + `&a;</bom>`, codeXML},
		{"an entity not declared", bom16 + `<components>&a;</components></bom>`, codeSyntax},
		{"processing instruction", bom16 + `<?run it?></bom>`, codeXML},
		{"late declaration", ` <?xml version="1.0"?>` + bom16 + `</bom>`, codeXML},
		{"Latin-1", `<?xml version="1.0" encoding="ISO-8859-1"?>` + bom16 + `</bom>`, codeEncoding},
		{"XML 1.1", `<?xml version="1.1"?>` + bom16 + `</bom>`, codeSyntax},
		{"not UTF-8", bom16 + "<!-- \xff --></bom>", codeEncoding},
		{"NUL", bom16 + "\x00</bom>", codeEncoding},
		{"two byte order marks", "\uFEFF\uFEFF" + bom16 + "</bom>", codeEncoding},
		{"attribute twice", bom16 + `<components><component type="library" type="file"/></components></bom>`, codeDuplicate},
		{"attribute twice by prefix", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>`, codeDuplicate},
		{"name space twice", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns="http://cyclonedx.org/schema/bom/1.6"/>`, codeDuplicate},
		{"prefix without a name space", bom16 + `<a:b/></bom>`, codeXML},
		{"prefix out of scope", bom16 + `<x:a xmlns:x="u"/><x:b/></bom>`, codeXML},
		{"prefix of nothing", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:a=""/>`, codeXML},
		{"element twice", bom16 + `<components/><components/></bom>`, codeDuplicate},
		{"name twice", bom16 + `<components><component><name>a</name><name>b</name></component></components></bom>`, codeDuplicate},
		{"element of another name space", bom16 + `<components xmlns="urn:other"/></bom>`, codeXML},
		{"element of another version", bom16 + `<components xmlns="http://cyclonedx.org/schema/bom/1.5"/></bom>`, codeXML},
		{"element of no name space", `<b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.6"><components/></b:bom>`, codeXML},
		{"attribute of another name space", bom16 + `<components><component x:type="library" xmlns:x="u"/></components></bom>`, codeXML},
		{"two kinds of tools", bom16 + `<metadata><tools><tool/><components/></tools></metadata></bom>`, codeDuplicate},
		{"name space misspelt", `<bom xmlns="https://cyclonedx.org/schema/bom/1.6"/>`, "not_cyclonedx"},
		{"no version", `<bom xmlns="http://cyclonedx.org/schema/bom/"/>`, "not_cyclonedx"},
		{"1.1", `<bom xmlns="http://cyclonedx.org/schema/bom/1.1"><components/></bom>`, "unsupported_version"},
		{"1.0", `<bom xmlns="http://cyclonedx.org/schema/bom/1.0"/>`, "unsupported_version"},
		{"2.0", `<bom xmlns="http://cyclonedx.org/schema/bom/2.0"/>`, "unsupported_version"},
		{"1.9", `<bom xmlns="http://cyclonedx.org/schema/bom/1.9"/>`, "unsupported_version"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, _ := readXML(test.text)
			if got.readable || got.sbom != nil || len(got.kinds) == 0 {
				t.Fatalf("readable: %+v", got)
			}
			last := got.problems[len(got.problems)-1]
			if last.Code != test.code {
				t.Errorf("code %s (%s), want %s", last.Code, last.Message, test.code)
			}
			if strings.Contains(last.Message, "JSON") {
				t.Errorf("the message speaks of JSON: %s", last.Message)
			}
		})
	}
}

// TestXMLAsJSON reads small documents in both forms.
func TestXMLAsJSON(t *testing.T) {
	tests := []struct{ name, xml, json string }{
		{"empty", bom16 + `</bom>`, cycloneDX()},
		{"byte order mark, declaration, comments", "\uFEFF<?xml version='1.0' encoding='utf-8' standalone='yes'?><!-- a -->\n" + bom16 + `</bom><!-- b -->`, cycloneDX()},
		{"prefix", `<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6" version="2"><c:components><c:component type="file"><c:name>a</c:name></c:component></c:components></c:bom>`,
			cycloneDX(`"version": 2`, `"components": [{"type": "file", "name": "a"}]`)},
		{"text in pieces", bom16 + `<components><component> <name> a<!-- x -->b<![CDATA[<c>]]>&amp;&#100;` + "\n\t" + `e </name></component></components></bom>`,
			cycloneDX(`"components": [{"name": "ab<c>&d e"}]`)},
		{"extensions", bom16 + `<components><x:note xmlns:x="urn:x"><x:component><y xmlns=""/></x:component></x:note><component type="library" x="1" z:y="2" xmlns:z="urn:z"><name>a</name></component></components></bom>`,
			cycloneDX(`"components": [{"type": "library", "name": "a"}]`)},
		{"dependencies in dependencies", bom16 + `<dependencies><dependency ref="a"><dependency ref="b"><dependency ref="c"/></dependency><dependency ref="d"/></dependency><dependency ref="d"><provides ref="e"/></dependency></dependencies></bom>`,
			cycloneDX(`"dependencies": [{"ref": "a", "dependsOn": ["b", "d"]}, {"ref": "b", "dependsOn": ["c"]}, {"ref": "d", "provides": ["e"]}]`)},
		{"no version in 1.4", `<bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>`, `{"bomFormat": "CycloneDX", "specVersion": "1.4", "version": 1}`},
		{"a version that is no number", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="one"/>`, cycloneDX(`"version": "one"`)},
		{"a number with zeros", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version=" +007 "/>`, cycloneDX(`"version": 7`)},
		{"a serial number that is none", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="1"/>`, cycloneDX(`"serialNumber": "1"`)},
		{"a name with an element in it", bom16 + `<components><component><name><b>x</b></name></component></components></bom>`, cycloneDX(`"components": [{"name": {}}]`)},
		{"tools of the old form", bom16 + `<metadata><tools><tool><name>t</name><version>1</version></tool><tool><name>u</name></tool></tools></metadata></bom>`,
			cycloneDX(`"metadata": {"tools": [{"name": "t", "version": "1"}, {"name": "u"}]}`)},
		{"tools of the new form", bom16 + `<metadata><tools><components><component type="application"><name>t</name></component></components><services><service><name>s</name></service></services></tools></metadata></bom>`,
			cycloneDX(`"metadata": {"tools": {"components": [{"type": "application", "name": "t"}], "services": [{"name": "s"}]}}`)},
		{"lists without a wrapping", bom16 + `<metadata><supplier><name>s</name><url>http://a</url><url>http://b</url><contact><name>c</name></contact></supplier></metadata></bom>`,
			cycloneDX(`"metadata": {"supplier": {"name": "s", "url": ["http://a", "http://b"], "contact": [{"name": "c"}]}}`)},
		{"kinds", bom16 + `<vulnerabilities><vulnerability/></vulnerabilities><declarations><assessors/></declarations></bom>`,
			cycloneDX(`"vulnerabilities": [{}]`, `"declarations": {"assessors": []}`)},
		{"components beside", bom16 + `<vulnerabilities><vulnerability><tools><components><component type="application" bom-ref="s"><name>scanner</name></component></components></tools></vulnerability></vulnerabilities>` +
			`<annotations><annotation><annotator><component type="application"><name>writer</name></component></annotator></annotation></annotations>` +
			`<declarations><targets><components><component type="device"><name>target</name><components><component type="file"><name>part</name></component></components></component></components></targets></declarations><components/></bom>`,
			cycloneDX(`"components": []`, `"vulnerabilities": [{"tools": {"components": [{"type": "application", "bom-ref": "s", "name": "scanner"}]}}]`,
				`"annotations": [{"annotator": {"component": {"type": "application", "name": "writer"}}}]`,
				`"declarations": {"targets": {"components": [{"type": "device", "name": "target", "components": [{"type": "file", "name": "part"}]}]}}`)},
		{"an XML signature", bom16 + `<declarations><affirmation><signatories><signatory><name>n</name><d:Signature xmlns:d="http://www.w3.org/2000/09/xmldsig#"><d:SignedInfo/></d:Signature></signatory></signatories></affirmation></declarations></bom>`,
			cycloneDX(`"declarations": {"affirmation": {"signatories": [{"name": "n", "signature": {"algorithm": "http://www.w3.org/2000/09/xmldsig#", "value": ""}}]}}`)},
		{"a standard", bom16 + `<definitions><standards><standard/></standards></definitions></bom>`, cycloneDX(`"definitions": {"standards": [{}]}`)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, src := readXML(test.xml)
			want := readText(test.json)
			if diff := cmp.Diff(want, got, sameReading); diff != "" {
				t.Errorf("JSON -, XML +:\n%s\nthe twin is %s", diff, src.data)
			}
			if diff := treeDifferences(jsonTree(t, []byte(test.json)), jsonTree(t, src.data)); diff != nil {
				t.Errorf("differs at %v: %s", diff, src.data)
			}
		})
	}
}

// TestXMLProblems tells what is not read, where it stands, and reads on.
func TestXMLProblems(t *testing.T) {
	got, _ := readXML(bom16 + `
 <components>
  <component type="library"><name>a</name><colour>red</colour></component>
  loose
  <Component type="library"><name>b</name></Component>
  <component type="library"><name>c</name></component>
 </components>
</bom>`)
	var told []Position
	for _, p := range got.problems {
		told = append(told, p.At)
	}
	want := []Position{
		{Pointer: "/components/0", Line: 3, Column: 43},
		{Pointer: "/components/0", Line: 4, Column: 3},
		{Pointer: "/components/0", Line: 5, Column: 3},
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("places (-want +got):\n%s\n%+v", diff, got.problems)
	}
	if !got.readable || len(got.components) != 2 {
		t.Errorf("readable %v, %d components", got.readable, len(got.components))
	}
}

// TestXMLPlaces finds the places of the twin in the XML.
func TestXMLPlaces(t *testing.T) {
	got, src := readXML("<?xml version=\"1.0\"?>\n" + bom16 + `
 <components>
  <component type="library">
    <name>a</name>
    <components>
      <component type="file"><name>b</name><version>1</version></component>
    </components>
  </component>
 </components>
 <dependencies>
  <dependency ref="x"/>
 </dependencies>
</bom>`)
	for pointer, want := range map[string][2]int{
		"/components/0":                      {4, 3},
		"/components/0/name":                 {5, 5},
		"/components/0/type":                 {4, 3},
		"/components/0/components/0/version": {7, 44},
		"/components/0/purl":                 {4, 3}, // not there: its component
		"/dependencies/0":                    {12, 3},
		"/metadata":                          {2, 1},
	} {
		if at := src.position(pointer); at.Line != want[0] || at.Column != want[1] {
			t.Errorf("%s: line %d, column %d, want %v", pointer, at.Line, at.Column, want)
		}
	}
	line, column := src.lineColumn(got.components[1].offset)
	if line != 7 || column != 7 {
		t.Errorf("the second component: line %d, column %d", line, column)
	}
}

// TestXMLLimits crosses bounds in XML.
func TestXMLLimits(t *testing.T) {
	nested := bom16 + strings.Repeat(`<components><component>`, 5) + strings.Repeat(`</component></components>`, 5) + `</bom>`
	tests := []struct {
		name, text string
		limits     Limits
	}{
		{"MaxDepth", nested, Limits{MaxDepth: 9}},
		{"MaxDepth", bom16 + `<x:a xmlns:x="u"><x:b><x:c><x:d/></x:c></x:b></x:a></bom>`, Limits{MaxDepth: 3}},
		{"MaxComponents", nested, Limits{MaxComponents: 4}},
		{"MaxDependencies", bom16 + `<dependencies><dependency ref="a"/><dependency ref="b"/></dependencies></bom>`, Limits{MaxDependencies: 1}},
		{"MaxStringBytes", bom16 + `<components><component><name>abcdefghi</name></component></components></bom>`, Limits{MaxStringBytes: 8}},
		{"MaxStringBytes", bom16 + `<abcdefghijklmnopqrst/></bom>`, Limits{MaxStringBytes: 16}},
	}
	for _, test := range tests {
		src := &source{data: []byte(test.text), syntax: xmlSyntax}
		got := readCycloneDXXML(src, test.limits)
		if last := got.problems[len(got.problems)-1]; got.readable || last.Limit != test.name {
			t.Errorf("%s: readable %v, %+v", test.name, got.readable, got.problems)
		}
	}
	many := readCycloneDXXML(&source{data: []byte(bom16 + strings.Repeat("<a/>", 10) + "</bom>"), syntax: xmlSyntax}, Limits{MaxProblems: 3})
	if !many.readable || len(many.problems) != 4 || many.problems[3].Limit != "MaxProblems" {
		t.Errorf("problems %+v", many.problems)
	}
}
