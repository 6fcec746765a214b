package evidence

import (
	"slices"
	"testing"
)

// TestFoundByFuzzing says in words what was found by targets and mended; the
// inputs stand in their corpora.
func TestFoundByFuzzing(t *testing.T) {
	readText := func(form, name, text string) reading {
		return formNamed(t, form).read(&source{path: name, data: []byte(text), syntax: syntaxOfName(name)}, Limits{})
	}
	for _, c := range []struct {
		name string
		is   func() bool
	}{
		{"threats that stand on elements alone are stated", func() bool {
			m := readText("pytm", "a.json", `{"threatsFile":"x","elements":[{"name":"a","findings":[{"id":"1"}]}],"flows":[]}`).threatModel()
			return m.Threats.State == Stated && len(m.Threats.Items) == 1
		}},
		{"a word for the list of threats does not say that there are none", func() bool {
			m := readText("pytm", "a.json", `{"threatsFile":"x","elements":[],"flows":[],"findings":"none"}`).threatModel()
			return m.Threats.State == Invalid && len(m.Warnings) == 1
		}},
		{"an empty list of impacts is no impact", func() bool {
			m := readText("hcltm", "a.json", `{"spec_version":"1","threatmodel":{"a":{"threat":{"t":{"description":"d","impacts":[]}}}}}`).threatModel()
			return m.Threats.Items[0].Impact.State == Absent
		}},
		{"a link without ends does not tie what has no id to what has none", func() bool {
			m := readText("threat-composer", "a.json", `{"schema":1,"threats":[{"statement":"s"}],"mitigations":[{"content":"c"}],"mitigationLinks":[{}]}`).threatModel()
			return len(m.Threats.Items[0].Mitigations) == 0 && len(m.Threats.Items[0].MissingMitigations) == 0 && len(m.Warnings) == 1
		}},
		{"a placeholder for a supplier is no name", func() bool {
			got := readText("spdx3-json", "a.json", `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"SpdxDocument","spdxId":"x:d","creationInfo":"c"},{"@id":"c","specVersion":"3.0.1","createdBy":["NOASSERTION"]}]}`)
			return got.sbom.Authors.Items[0].Name == Text{State: Placeholder}
		}},
		{"a licence whose address ends before its name is none", func() bool {
			got := readText("spdx3-json", "a.json", `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"specVersion":"3.0.1"},{"type":"software_Package","spdxId":"x:q","name":"q"},{"type":"software_Package","spdxId":"x:p","name":"p"},{"type":"Relationship","from":"x:p","relationshipType":"hasDeclaredLicense","to":["https://spdx.org/licenses/"]}]}`)
			return slices.ContainsFunc(got.components, func(c Component) bool { return c.States.Licence == Invalid })
		}},
		{"a text over the bound stands at the start of its line", func() bool {
			got := readSPDX2(&source{data: []byte("SPDXVersion: SPDX-2.3\nPackageName: long enough\n"), syntax: tagValueSyntax}, Limits{MaxStringBytes: 9})
			return got.problems[0].At == Position{Line: 2, Column: 1}
		}},
		{"what stands after a report of tests is refused with it", func() bool {
			return readText("junit", "a.xml", `<testsuite><testcase/></testsuite><testsuite/>`).attachment.Tests == TestCounts{State: Invalid}
		}},
		{"a document in two forms is an attachment at least", func() bool {
			d := read(t, map[string]string{"a.json": `{"otmVersion":"1","threatmodel":{},"spec_version":"1"}`})
			doc := d.Bundle.Documents[0]
			return len(doc.Kinds) == 1 && doc.Kinds[0] == KindAttachment && doc.Problems[0].Code == codeAmbiguous
		}},
	} {
		if !c.is() {
			t.Errorf("%s: it is not so", c.name)
		}
	}
}
