package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// spdx3Context begins the one context that SPDX 3 documents name. It is known
// here and never fetched; a document that brings terms of its own is no SPDX
// that this reads, since the terms could mean anything.
const spdx3Context = "https://spdx.org/rdf/3."

func looksLikeSPDX3(h head) bool {
	return h.syntax == jsonSyntax && h.has("@graph") && strings.HasPrefix(h.scalar["@context"], spdx3Context)
}

// spdx3Unsupported are the fields of the normal form that SPDX 3.0 cannot say.
var spdx3Unsupported = []string{
	"version", "facts.document.signature", "subject.group", "components.group", "components.scope", "services",
}

// spdx3Keys are the keys of SPDX 3 that are read.
var spdx3Keys = []string{
	"@context", "@graph", "type", "spdxId", "creationInfo", "specVersion", "created", "createdBy", "createdUsing", "name", "rootElement",
	"import", "externalSpdxId", "relationshipType", "from", "to", "completeness", "suppliedBy", "originatedBy", "verifiedUsing", "algorithm",
	"hashValue", "externalIdentifier", "externalIdentifierType", "identifier", "externalRef", "externalRefType", "locator",
	"validUntilTime", "software_packageVersion", "software_packageUrl", "software_primaryPurpose", "software_downloadLocation",
	"software_sbomType", "simplelicensing_licenseExpression",
}

// spdx3Relations are the relationship types of SPDX 3.0 that say what an
// element depends on, contains or describes; all others are other.
var spdx3Relations = map[string]relation{
	"describes": describesRelation,
	"contains":  containsRelation, "hasOptionalComponent": containsRelation,
	"dependsOn": dependsRelation, "hasDynamicLink": dependsRelation, "hasStaticLink": dependsRelation, "hasPrerequisite": dependsRelation,
	"hasOptionalDependency": dependsRelation, "hasProvidedDependency": dependsRelation,
}

// spdx3Elements are the classes that become components, with the type that the
// class itself says; "" leaves it to the purpose.
var spdx3Elements = map[string]string{
	"software_Package": "", "software_File": "file", "ai_AIPackage": "machine-learning-model", "dataset_DatasetPackage": "data",
}

// spdx3Reader adds to the common reader what a graph of elements by id needs.
type spdx3Reader struct {
	*spdxReader
	byID     map[string]*node
	licensed map[string][]licenceLink // by the id of the element
	shipped  map[string][]*node       // by the id of the package: the files that it is distributed as
}

// licenceLink is one licence of an element, by relationship.
type licenceLink struct {
	acknowledgement string
	to              []*node
}

// readSPDX3 reads an SPDX 3.0 document in JSON-LD.
func readSPDX3(src *source, l Limits) reading {
	l = l.withDefaults()
	root, p := src.parse(l)
	if p == nil {
		p = misspeltBelow(root, spdx3Keys)
	}
	if p != nil {
		return reading{kinds: []Kind{KindSBOM}, problems: []Problem{*p}}
	}
	r := &spdx3Reader{spdxReader: &spdxReader{rowStore: newRowStore(), limits: l}, byID: map[string]*node{}, licensed: map[string][]licenceLink{},
		shipped: map[string][]*node{}}
	graph := root.field("@graph").items()
	for _, n := range graph {
		for _, key := range []string{"spdxId", "@id"} {
			if id := textIn(n, key); id != "" && r.byID[id] == nil {
				r.byID[id] = n
			}
		}
	}
	version := r.head3(graph)
	if !strings.HasPrefix(version, "3.0") {
		return reading{kinds: []Kind{KindSBOM}, formatVersion: version, problems: []Problem{{Code: "unsupported_version",
			At:      Position{Pointer: "/@graph", Line: root.line, Column: root.column},
			Message: "SPDX version " + quoted(version) + " is not read; send the document as SPDX 2.2, 2.3 or 3.0"}}}
	}
	r.graph3(graph)
	r.assemble()
	return r.reading(version)
}

// textIn is a text member as it stands; "" where there is none.
func textIn(n *node, name string) string {
	if v := n.field(name); v != nil && v.kind == stringNode {
		return v.text
	}
	return ""
}

// get follows a reference to an element, which may also stand in its place.
func (r *spdx3Reader) get(v *node) *node {
	if v == nil || v.kind == objectNode {
		return v
	}
	return r.byID[v.text]
}

// many are the values of a member that is a list, or one value.
func (r *spdx3Reader) many(n *node, name string) []*node {
	v := n.field(name)
	if v == nil || v.kind == arrayNode {
		return v.items()
	}
	return []*node{v}
}

// head3 reads the document element and what it was created by, and gives the
// version of SPDX.
func (r *spdx3Reader) head3(graph []*node) string {
	s := &r.sbom
	s.Unsupported, s.Version.State, s.Subject.Group.State = spdx3Unsupported, Unsupported, Unsupported
	r.signature, r.contact = Unsupported, Contact{State: Absent}
	at := slices.IndexFunc(graph, func(n *node) bool { return textIn(n, "type") == "SpdxDocument" })
	if at < 0 {
		if at = slices.IndexFunc(graph, func(n *node) bool { return textIn(n, "type") == "software_Sbom" }); at < 0 {
			return r.version3(graph)
		}
	}
	document := graph[at]
	r.here = step{container: "@graph", index: at}
	r.document = textIn(document, "spdxId")
	if s.SerialNumber = r.text(document, "spdxId"); s.SerialNumber.State == Stated && !validNamespace(strings.ReplaceAll(s.SerialNumber.Value, "#", "")) {
		s.SerialNumber = Text{State: Invalid}
	}
	s.Contents.Documents = len(r.many(document, "import"))
	info := r.get(document.field("creationInfo"))
	s.Timestamp = r.date(info, "created", parseTimestamp)
	var persons, organisations []Party
	for _, v := range r.many(info, "createdBy") {
		p, person := r.agent(v)
		if person {
			persons = append(persons, p)
		} else {
			organisations = append(organisations, p)
		}
		s.Authors.State = better(s.Authors.State, p.text().State)
	}
	r.organisations = len(organisations)
	s.Authors.Items = slices.Concat(s.Authors.Items, persons, organisations)
	for _, v := range r.many(info, "createdUsing") {
		name := r.text(r.get(v), "name")
		tool := Tool{Name: name, Version: Text{State: Absent}}
		if name.State == Stated {
			tool = spdxTool(name.Value)
		}
		s.Tools.Items = append(s.Tools.Items, tool)
		s.Tools.State = better(s.Tools.State, tool.Name.State)
	}
	if version := textIn(info, "specVersion"); version != "" {
		return version
	}
	return r.version3(graph)
}

// version3 is the version that the first creation info states.
func (r *spdx3Reader) version3(graph []*node) string {
	for _, n := range graph {
		if version := textIn(n, "specVersion"); version != "" {
			return version
		}
	}
	return ""
}

// agent names a person or organisation, with its e-mail address.
func (r *spdx3Reader) agent(v *node) (p Party, person bool) {
	none := Text{State: Absent}
	n := r.get(v)
	p = Party{Name: r.text(n, "name"), Email: none, URL: none}
	if n == nil && v != nil && v.kind == stringNode { // an agent of another document
		p.Name = r.textOf(v, "name")
	}
	for _, id := range r.many(n, "externalIdentifier") {
		switch textIn(id, "externalIdentifierType") {
		case "email":
			p.Email = r.text(id, "identifier")
		case "urlScheme":
			p.URL = r.text(id, "identifier")
		}
	}
	return p, textIn(n, "type") == "Person"
}

// graph3 collects elements and relationships.
func (r *spdx3Reader) graph3(graph []*node) {
	c := &r.sbom.Contents
	for i, n := range graph {
		r.here = step{container: "@graph", index: i}
		class := textIn(n, "type")
		if kind, is := spdx3Elements[class]; is {
			if class == "software_File" {
				c.Files++
			} else {
				c.Packages++
			}
			r.items = append(r.items, spdxItem{id: r.text(n, "spdxId").Value, at: r.here, node: n, file: class == "software_File",
				read: func(p *part) { r.element3(n, kind, p) }})
			continue
		}
		switch class {
		case "Relationship", "LifecycleScopedRelationship", "LicensingRelationship":
			r.relate3(n)
		case "software_Snippet":
			c.Snippets++
		case "Annotation":
			c.Annotations++
		case "SpdxDocument", "software_Sbom", "Bom":
			r.root3(n)
		case "":
			r.problem(codeSchema, "", n, "entry "+strconv.Itoa(i)+" of the graph states no type; add it")
		}
	}
	r.here = step{}
}

// root3 reads what a document or a bill of materials is about, and when in the
// life of the software it was made.
func (r *spdx3Reader) root3(n *node) {
	for _, v := range r.many(n, "rootElement") {
		if _, is := spdx3Elements[textIn(r.get(v), "type")]; is {
			r.about = append(r.about, v.text)
		}
	}
	for _, v := range r.many(n, "software_sbomType") {
		if t := r.textOf(v, "software_sbomType"); t.State == Stated {
			r.sbom.Lifecycles.Items = append(r.sbom.Lifecycles.Items, t.Value)
			r.sbom.Lifecycles.State = Stated
		}
	}
}
