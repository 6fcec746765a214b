package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// The rows of forms that are known by name and not read in this version: a
// document in one of them may be evidence that a person must look at.

// pdfForm and officeForm are documents for people: a threat model or a
// declaration, unless the bundle says that they are something else.
var (
	pdfForm = format{name: "pdf", may: []Kind{KindThreatModel, KindDeclaration},
		recognises: func(h head) bool { return h.syntax == pdfSyntax }}
	officeForm = format{name: "office", may: []Kind{KindThreatModel, KindDeclaration},
		recognises: func(h head) bool { return h.syntax == officeSyntax && len(h.keys) > 0 }}
)

// knownForms are machine-readable forms, by their top-level keys.
var knownForms = []format{
	known("spdx-json", KindSBOM, func(h head) bool {
		return h.has("@context") && strings.Contains(h.scalar["@context"], "spdx.org") && !looksLikeSPDX3(h)
	}),
	known("spdx-yaml", KindSBOM, func(h head) bool { return h.syntax == yamlSyntax && h.has("spdxVersion") }),
	known("spdx-rdf", KindSBOM, func(h head) bool {
		return h.syntax == xmlSyntax && h.has("RDF") && hasEnding(h.path, ".spdx.rdf", ".spdx.rdf.xml", ".spdx.xml")
	}),
	known("hcl", KindThreatModel, func(h head) bool { return h.has(hclModel) }),
	known("alpha-omega", KindThreatModel, func(h head) bool {
		return tree(h) && h.has("spec_version") && h.has("properties_provided")
	}),
	{name: "cyclonedx-2", may: []Kind{KindThreatModel}, named: true, recognises: isCycloneDX2Model},
	known("stride-gpt", KindThreatModel, func(h head) bool {
		return tree(h) && h.has("threat_model") && h.scalar["threat_model"] == ""
	}),
	known("cairis", KindThreatModel, func(h head) bool { return h.syntax == xmlSyntax && h.has("cairis_model") }),
}

// isCycloneDX2Model recognises the draft of CycloneDX 2.0, where it holds what
// only threat models have and no components. Its names end like those of all
// CycloneDX documents, so the name says nothing of the kind.
func isCycloneDX2Model(h head) bool {
	models := h.has("threats") || h.has("blueprints") || h.has("risks") || h.has("controls") || h.has("profiles")
	return tree(h) && h.has("specFormat") && models && !h.has("components") && !h.has("services") && !h.has("bomFormat")
}

// threatModelParts says that components are of the type threat-model, which an
// experiment gave to threat models in CycloneDX and no released version has.
// Such a document is an SBOM that breaks its schema, and a person must see
// whether it is the threat model too. Only a fault tells: a value that breaks
// the schema is not in the rows.
func threatModelParts(src *source, problems []Problem) bool {
	return src.isJSON() && slices.ContainsFunc(problems, func(p Problem) bool {
		pointer := p.At.Pointer
		return strings.HasPrefix(pointer, "/components/") && strings.HasSuffix(pointer, "/type") &&
			bytes.HasPrefix(src.data[src.offset(pointer):], []byte(`"threat-model"`))
	})
}

func known(name string, may Kind, recognises func(head) bool) format {
	return format{name: name, recognises: recognises, may: []Kind{may}}
}

// tree says that the document has keys and values, in JSON or YAML.
func tree(h head) bool { return h.syntax == jsonSyntax || h.syntax == yamlSyntax }
