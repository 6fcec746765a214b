package main

import (
	"bufio"
	"fmt"
	"strings"
)

// filled is a document of one form, with as many items as its bounds let in.
type filled struct {
	name, ending string
	bound        string // its size
	most         int    // items; 0 for as many as fit
	head, tail   string
	separator    string
	item         func(i int) string
}

// filledForms are forms in which lists can be long, each with the largest
// document of it that is let through.
func filledForms() []filled {
	const bom = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, `
	const model = `{"threat_model": "1", `
	same := func(text string) func(int) string { return func(int) string { return text } }
	numbered := func(format string) func(int) string {
		n := strings.Count(format, "%")
		return func(i int) string {
			args := make([]any, n)
			for j := range args {
				args[j] = i
			}
			return fmt.Sprintf(format, args...)
		}
	}
	return []filled{
		{"components of real size", "cdx.json", "MaxFileBytes", 0, bom + `"components": [`, "]}", ",", numbered(realComponent)},
		{"components of real size in XML", "cdx.xml", "MaxXMLBytes", 0, `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>`, "</components></bom>", "", numbered(realXML)},
		{"small components", "cdx.json", "MaxFileBytes", boundOf("MaxComponents"), bom + `"components": [`, "]}", ",", numbered(`{"type":"library","bom-ref":"%d","name":"n%d","version":"1","purl":"pkg:npm/n%d@1"}`)},
		{"dependencies", "cdx.json", "MaxFileBytes", boundOf("MaxDependencies") / 3, bom + `"components": [], "dependencies": [`, "]}", ",", numbered(`{"ref":"%d","dependsOn":["a%d","b%d"]}`)},
		{"edges of one component", "cdx.json", "MaxFileBytes", boundOf("MaxDependencies") - 1, bom + `"components": [], "dependencies": [{"ref":"a","dependsOn":[`, "]}]}", ",", numbered(`"%d"`)},
		{"properties", "cdx.json", "MaxFileBytes", boundOf("MaxProperties"), bom + `"components": [], "properties": [`, "]}", ",", numbered(`{"name":"%d","value":"v"}`)},
		{"values beside the tables", "cdx.json", "MaxFileBytes", boundOf("MaxExtras"), bom + `"components": [{"type":"library","name":"a","tags": [`, "]}]}", ",", numbered(`"%d"`)},
		{"commits of one component", "cdx.json", "MaxFileBytes", boundOf("MaxPedigree"), bom + `"components": [{"type":"library","name":"a","pedigree":{"commits": [`, "]}}]}", ",", numbered(`{"uid":"%d"}`)},
		{"evidence of one component", "cdx.json", "MaxFileBytes", boundOf("MaxEvidence") - 1, bom + `"components": [{"type":"library","name":"a","evidence":{"identity": [`, "]}}]}", ",", numbered(`{"field":"name","concludedValue":"%d"}`)},
		{"places of one component", "cdx.json", "MaxFileBytes", boundOf("MaxEvidence") - 1, bom + `"components": [{"type":"library","name":"a","evidence":{"occurrences": [`, "]}}]}", ",", numbered(`{"location":"/usr/lib/%d","line":1,"symbol":"s%d"}`)},
		{"compositions", "cdx.json", "MaxFileBytes", boundOf("MaxDependencies"), bom + `"components": [], "compositions": [`, "]}", ",", same(`{"aggregate":"complete"}`)},
		{"hashes of one component", "cdx.json", "MaxFileBytes", 0, bom + `"components": [{"type":"library","name":"a","hashes": [`, "]}]}", ",", numbered(`{"alg":"SHA-256","content":"%064x"}`)},
		{"licences of one component", "cdx.json", "MaxFileBytes", 0, bom + `"components": [{"type":"library","name":"a","licenses": [`, "]}]}", ",", same(`{"license":{"name":"x"}}`)},
		{"vulnerabilities", "cdx.json", "MaxFileBytes", boundOf("MaxStatements") / 2, bom + `"components": [], "vulnerabilities": [`, "]}", ",", numbered(`{"id":"CVE-2026-%d","affects":[{"ref":"%d"}],"analysis":{"state":"not_affected"}}`)},
		{"references", "cdx.json", "MaxFileBytes", 0, bom + `"components": [], "externalReferences": [`, "]}", ",", numbered(`{"type":"bom","url":"https://a.example/%d"}`)},
		{"components that break the schema", "cdx.json", "MaxFileBytes", boundOf("MaxComponents"), bom + `"components": [`, "]}", ",", numbered(`{"type":"thing","name":%d,"version":[],"hashes":{}}`)},
		{"JUnit cases", "xml", "MaxXMLBytes", 0, "<testsuite>", "</testsuite>", "", numbered(`<testcase name="n%d"/>`)},
		{"JSON of no form", "json", "MaxFileBytes", 0, `{"a": [`, "]}", ",", same("{}")},
		{"XML of no form", "xml", "MaxFileBytes", 0, "<a>", "</a>", "", same("<b/>")},
		{"text lines", "txt", "MaxFileBytes", 0, "", "", "\n", same("a: b")},
		{"SPDX packages", "spdx.json", "MaxSPDXBytes", 0, spdxHead, "]}", ",", numbered(`{"SPDXID":"SPDXRef-%d","name":"n%d","versionInfo":"1","downloadLocation":"NOASSERTION","licenseConcluded":"MIT","supplier":"Organization: S%d","checksums":[{"algorithm":"SHA256","checksumValue":"%064x"}],"externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:npm/n%d@1"}]}`)},
		{"small SPDX packages", "spdx.json", "MaxSPDXBytes", boundOf("MaxComponents"), spdxHead, "]}", ",", numbered(`{"SPDXID":"SPDXRef-%d","name":"a"}`)},
		{"SPDX tags", "spdx", "MaxSPDXBytes", boundOf("MaxComponents"), "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: a\nDocumentNamespace: https://a.example\n", "", "\n", numbered("PackageName: n%d\nSPDXID: SPDXRef-%d\n")},
		{"OpenVEX statements", "openvex.json", "MaxTreeBytes", 140_000, `{"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://a.example","author":"a","timestamp":"2026-01-01T00:00:00Z","version":1,"statements":[`, "]}", ",", numbered(`{"vulnerability":{"name":"CVE-2026-%d"},"products":[{"@id":"pkg:npm/n%d@1"}],"status":"fixed"}`)},
		{"threats in JSON", "threatmodel.json", "MaxTreeBytes", boundOf("MaxRows") / 2, model + `"threats": [`, "]}", ",", numbered(`{"id":"T-%d","title":"title %d","status":"mitigated","mitigations":["M-%d"]}`)},
		{"texts in JSON", "threatmodel.json", "MaxTreeBytes", 990_000, model + `"x": {"y": {`, "}}}", ",", numbered(`"k%d":"v"`)},
		{"threats in YAML", "threatmodel.yaml", "MaxYAMLBytes", boundOf("MaxRows") / 2, "threat_model: 1\nthreats:\n", "", "\n", numbered("- {id: T-%d, title: title %d, status: mitigated, mitigations: [M-%d]}")},
		{"small values in YAML", "threatmodel.yaml", "MaxYAMLBytes", 0, "threat_model: 1\nx: {y: {", "}}\n", ",", numbered("k%d: {}")},
		{"answers in YAML", "declaration.yaml", "MaxYAMLBytes", boundOf("MaxRows"), "declaration: 1\nanswers:\n", "", "\n", numbered("- {requirement: ir8259a-DI-%d, answer: met, rationale: because %d}")},
		{"Threat Dragon cells", "threatmodel.json", "MaxTreeBytes", boundOf("MaxRows") / 2, `{"version":"2.0","summary":{"title":"a"},"detail":{"diagrams":[{"cells":[`, `]}]}}`, ",", numbered(`{"id":"%d","shape":"process","data":{"name":"n%d","threats":[{"id":"t%d","title":"a","status":"Open","severity":"High","type":"Spoofing"}]}}`)},
		{"OTM threats", "otm.json", "MaxTreeBytes", boundOf("MaxRows") / 2, `{"otmVersion":"0.2.0","project":{"id":"a","name":"a"},"threats":[`, "]}", ",", numbered(`{"id":"%d","name":"n%d","categories":["Spoofing"],"risk":{"likelihood":50,"impact":50}}`)},
		{"SARIF results", "sarif.json", "MaxTreeBytes", 190_000, `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},"results":[`, "]}]}", ",", numbered(`{"ruleId":"%d","message":{"text":"x"}}`)},
	}
}

const spdxHead = `{"spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","SPDXID":"SPDXRef-DOCUMENT","name":"a","documentNamespace":"https://a.example","creationInfo":{"created":"2026-01-01T00:00:00Z","creators":["Tool: a"]},"packages":[`

// realComponent is of the size that tools for large products write.
const realComponent = `{"type": "library", "bom-ref": "c%d", "supplier": {"name": "Supplier %d", "url": ["https://s%d.example"], "contact": [{"name": "PSIRT", "email": "psirt@s%d.example"}]}, "publisher": "Publisher %d", "group": "org.example.g%d", "name": "component-%d", "version": "1.%d", "description": "A part of the firmware that does what parts of firmware do, and tells so at some length.", "hashes": [{"alg": "SHA-256", "content": "%064x"}, {"alg": "SHA-512", "content": "%0128x"}], "licenses": [{"license": {"id": "Apache-2.0"}}], "cpe": "cpe:2.3:a:supplier_%d:component-%d:1.%d:*:*:*:*:*:*:*", "purl": "pkg:maven/org.example.g%d/component-%d@1.%d", "externalReferences": [{"type": "vcs", "url": "https://git.s%d.example/component-%d"}, {"type": "website", "url": "https://s%d.example/component-%d"}], "properties": [{"name": "build:path", "value": "/usr/lib/component-%d.so"}, {"name": "build:layer", "value": "layer %d"}]}`

// realXML is the same in XML.
const realXML = `<component type="library" bom-ref="c%d"><supplier><name>Supplier %d</name><url>https://s%d.example</url></supplier><publisher>Publisher %d</publisher><group>org.example.g%d</group><name>component-%d</name><version>1.%d</version><description>A part of the firmware that does what parts of firmware do, and tells so at some length.</description><hashes><hash alg="SHA-256">%064x</hash><hash alg="SHA-512">%0128x</hash></hashes><licenses><license><id>Apache-2.0</id></license></licenses><cpe>cpe:2.3:a:supplier_%d:component-%d:1.%d:*:*:*:*:*:*:*</cpe><purl>pkg:maven/org.example.g%d/component-%d@1.%d</purl><externalReferences><reference type="vcs"><url>https://git.s%d.example/component-%d</url></reference></externalReferences><properties><property name="build:path">/usr/lib/component-%d.so</property></properties></component>`

// write writes the document up to a size, on the way to its bound.
func (f filled) write(w *bufio.Writer, size int) {
	putf(w, "%s", f.head)
	written := len(f.head) + len(f.tail)
	for i := 0; f.most == 0 || i < f.most; i++ {
		item := f.item(i)
		if i > 0 {
			item = f.separator + item
		}
		if written += len(item); written > size {
			break
		}
		putf(w, "%s", item)
	}
	putf(w, "%s", f.tail)
}
