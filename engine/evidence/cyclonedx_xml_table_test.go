package evidence

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
)

// xsdNode is an element of an XML Schema.
type xsdNode struct {
	XMLName  xml.Name
	Name     string    `xml:"name,attr"`
	Children []xsdNode `xml:",any"`
}

// names collects the elements and attributes that a schema names, anywhere.
func (n xsdNode) names(into map[string]bool) {
	if n.Name != "" {
		switch n.XMLName.Local {
		case "element":
			into[n.Name] = true
		case "attribute":
			into["@"+n.Name] = true
		}
	}
	for _, child := range n.Children {
		child.names(into)
	}
}

// TestXMLTableIsWhole finds every element and attribute of the XML Schemas in
// the table of shapes.
func TestXMLTableIsWhole(t *testing.T) {
	known := map[string]bool{"bom": true, "@ref": true, "dependency": true, "provides": true}
	for _, s := range parseShapes(cdxShapes) {
		collectNames(s, known)
	}
	for _, version := range cdxVersions {
		data, err := os.ReadFile(filepath.Join(corpusDir, "conformance/schema/bom-"+version+".xsd"))
		if err != nil {
			t.Skipf("the corpus is not beside this repository: %v", err)
		}
		var schema xsdNode
		if err := xml.Unmarshal(data, &schema); err != nil {
			t.Fatal(err)
		}
		asked, missing := map[string]bool{}, []string{}
		schema.names(asked)
		for name := range asked {
			if !known[name] {
				missing = append(missing, name)
			}
		}
		if sort.Strings(missing); len(missing) > 0 {
			t.Errorf("CycloneDX %s: the table has no %s", version, strings.Join(missing, ", "))
		}
	}
}

func collectNames(s *xmlShape, into map[string]bool) {
	for _, f := range s.elements {
		into[f.name] = true
		if f.form == formList {
			collectNames(f.shape, into)
		}
	}
	for _, f := range s.attributes {
		into["@"+f.name] = true
	}
}

// TestXMLTableNamesMembers finds every member that the table writes in the
// vocabulary of CycloneDX JSON, and the same shape behind every name.
func TestXMLTableNamesMembers(t *testing.T) {
	words := strings.Fields(cdxVocabulary)
	for _, s := range parseShapes(cdxShapes) {
		if s.fields > 64 {
			t.Errorf("%s has %d fields, more than a set of 64 holds", s.name, s.fields)
		}
		for _, f := range s.elements {
			if !slices.Contains(words, f.bare) && s.name != "toolChoice" && s.name != "asserter" {
				t.Errorf("%s: CycloneDX JSON has no member %q", s.name, f.bare)
			}
		}
		for _, f := range s.attributes {
			if !slices.Contains(words, f.bare) {
				t.Errorf("%s: CycloneDX JSON has no member %q", s.name, f.bare)
			}
		}
	}
}
