package evidence

import (
	"slices"
	"strings"
)

// spdxVersions are the versions of SPDX 2 that are read, as documents say them.
var spdxVersions = []string{"SPDX-2.2", "SPDX-2.3"}

// looksLikeSPDX recognises an SPDX 2 document in JSON, in any case so that a
// misspelt key is refused by the reader.
func looksLikeSPDX(h head) bool {
	if h.syntax != jsonSyntax {
		return false
	}
	return slices.ContainsFunc(h.keys, func(key string) bool { return strings.EqualFold(key, "spdxVersion") })
}

// looksLikeTagValue recognises an SPDX 2 document in tag-value form.
func looksLikeTagValue(h head) bool { return h.syntax == tagValueSyntax }

// spdx2Unsupported are the fields of the normal form that SPDX 2 cannot say.
var spdx2Unsupported = []string{
	"version", "lifecycles", "completeness", "facts.document.signature", "facts.security_contact",
	"subject.group", "components.group", "components.scope", "services",
}

// spdx2Keys are the keys of SPDX 2 that are read.
var spdx2Keys = []string{
	"spdxVersion", "SPDXID", "name", "dataLicense", "documentNamespace", "creationInfo", "created", "creators", "licenseListVersion",
	"documentDescribes", "packages", "files", "snippets", "relationships", "annotations", "externalDocumentRefs",
	"versionInfo", "supplier", "originator", "downloadLocation", "packageFileName", "checksums", "algorithm", "checksumValue",
	"licenseConcluded", "licenseDeclared", "primaryPackagePurpose", "externalRefs", "referenceCategory", "referenceType",
	"referenceLocator", "hasFiles", "validUntilDate", "fileName", "spdxElementId", "relationshipType", "relatedSpdxElement",
	"externalDocumentId", "spdxDocument", "checksum",
}

// readSPDX2 reads an SPDX 2 document, in JSON or in tag-value form, whose
// gate gives the same tree.
func readSPDX2(src *source, l Limits) reading {
	l = l.withDefaults()
	root, p := src.parse(l)
	if p != nil {
		return reading{kinds: []Kind{KindSBOM}, problems: []Problem{*p}}
	}
	if p := misspeltBelow(root, spdx2Keys); p != nil {
		return reading{kinds: []Kind{KindSBOM}, problems: []Problem{*p}}
	}
	r := &spdxReader{rowStore: newRowStore(), limits: l}
	version := r.text(root, "spdxVersion").Value
	if !slices.Contains(spdxVersions, version) {
		at := Position{Pointer: "/spdxVersion", Line: root.line, Column: root.column}
		return reading{kinds: []Kind{KindSBOM}, formatVersion: version, problems: []Problem{{Code: "unsupported_version", At: at,
			Message: "SPDX version " + quoted(version) + " is not read; send the document as SPDX 2.2, 2.3 or 3.0"}}}
	}
	r.head2(root)
	r.elements2(root)
	r.relationships2(root)
	r.assemble()
	return r.reading(strings.TrimPrefix(version, "SPDX-"))
}

// maxNames bounds how many names misspeltBelow remembers.
const maxNames = 1 << 10

// misspeltBelow finds a key anywhere in the tree that differs from a known one
// only by upper and lower case.
func misspeltBelow(n *node, known []string) *Problem {
	folded := make(map[string]string, len(known))
	for _, k := range known {
		folded[strings.ToLower(k)] = k
	}
	right := make(map[string]bool, len(known)) // names that were looked at, and are no misspelt key
	var walk func(n *node) *Problem
	walk = func(n *node) *Problem {
		for i, name := range n.names {
			if right[name] {
				continue
			}
			if want, found := folded[strings.ToLower(name)]; !found || want == name {
				if len(right) < maxNames {
					right[name] = true
				}
			} else {
				return &Problem{Code: codeKeyCase, Message: "the key " + quoted(name) + " must be written " + quoted(want), At: n.children[i].position()}
			}
		}
		for _, child := range n.children {
			if p := walk(child); p != nil {
				return p
			}
		}
		return nil
	}
	return walk(n)
}

// head2 reads the head of the document.
func (r *spdxReader) head2(root *node) {
	s := &r.sbom
	s.Unsupported = spdx2Unsupported
	s.Version.State, s.Lifecycles.State, s.Completeness.State = Unsupported, Unsupported, Unsupported
	s.Subject.Group.State = Unsupported
	r.signature, r.contact = Unsupported, Contact{State: Unsupported}
	r.document = r.text(root, "SPDXID").Value
	r.needs(root, "SPDXID", "name", "dataLicense", "documentNamespace", "creationInfo")
	if s.SerialNumber = r.text(root, "documentNamespace"); s.SerialNumber.State == Stated && !validNamespace(s.SerialNumber.Value) {
		s.SerialNumber = Text{State: Invalid}
		r.problem(codeSchema, "documentNamespace", root.field("documentNamespace"), "the namespace must be an absolute URI without a fragment; correct it")
	}
	info := root.field("creationInfo")
	r.here = step{container: "creationInfo", index: -1}
	r.needs(info, "created", "creators")
	s.Timestamp = r.date(info, "created", parseTimestamp)
	var creators []Text
	for _, v := range r.listOf(info, "creators") {
		creators = append(creators, r.textOf(v, "creators"))
	}
	r.creators(creators)
	r.here = step{}
	for _, v := range r.listOf(root, "documentDescribes") {
		r.about = append(r.about, v.text)
	}
	c := &s.Contents
	c.Snippets, c.Annotations = len(root.field("snippets").items()), len(root.field("annotations").items())
	for i, n := range r.listOf(root, "externalDocumentRefs") {
		c.Documents++
		r.here = step{container: "externalDocumentRefs", index: i}
		sum := n.field("checksum")
		var hashes hashList
		hashes.keep = true
		hashes.add(spdxAlgorithm(textIn(sum, "algorithm")), []byte(textIn(sum, "checksumValue")))
		r.boms = append(r.boms, DocumentLink{Row: -1, Service: -1, Target: r.text(n, "spdxDocument"), Digest: strongest(hashes.full), Location: r.pointerTo("")})
	}
	r.here = step{}
}

// needs reports the members that SPDX asks for and that are not there.
func (r *spdxReader) needs(n *node, names ...string) {
	for _, name := range names {
		if n != nil && n.field(name) == nil {
			r.problem(codeSchema, "", n, "SPDX asks for "+quoted(name)+" here, which is missing; add it")
		}
	}
}

// validNamespace says of a text that it is an absolute URI without a fragment.
func validNamespace(text string) bool {
	scheme, rest, found := strings.Cut(text, ":")
	return found && scheme != "" && rest != "" && !strings.ContainsAny(text, "# \t\n\"<>")
}

func (r *spdxReader) date(n *node, name string, parse func(string) (Day, bool)) Date {
	t := r.text(n, name)
	if t.State != Stated {
		return Date{State: t.State}
	}
	day, ok := parse(t.Value)
	if !ok {
		r.problem(codeSchema, name, n.field(name), quoted(t.Value)+" is no date and time as SPDX writes them, such as 2026-01-31T12:00:00Z; correct it")
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

// elements2 collects the packages and files.
func (r *spdxReader) elements2(root *node) {
	for _, list := range []struct {
		name string
		file bool
		read func(*node, *part)
	}{{"packages", false, r.package2}, {"files", true, r.file2}} {
		for i, n := range r.listOf(root, list.name) {
			r.here = step{container: list.name, index: i}
			item := spdxItem{at: r.here, node: n, file: list.file, read: func(p *part) { list.read(n, p) }}
			if n.kind != objectNode {
				r.wrongType(n, "", "an object")
				item.read = (*part).spoil
			} else {
				item.id = r.text(n, "SPDXID").Value
				r.sbom.Contents.Annotations += len(n.field("annotations").items())
			}
			r.items = append(r.items, item)
		}
	}
	r.here = step{}
	r.sbom.Contents.Packages = len(root.field("packages").items())
	r.sbom.Contents.Files = len(root.field("files").items())
}

// relationships2 collects what relates the elements.
func (r *spdxReader) relationships2(root *node) {
	for i, n := range r.listOf(root, "relationships") {
		r.here = step{container: "relationships", index: i}
		if n.kind != objectNode {
			r.wrongType(n, "", "an object")
			continue
		}
		r.relate2(r.text(n, "spdxElementId").Value, r.text(n, "relationshipType").Value, r.related(n), r.here, n)
	}
	for i, n := range r.listOf(root, "packages") {
		for _, file := range n.field("hasFiles").items() {
			r.links = append(r.links, spdxLink{kind: containsRelation, from: r.idOf(n), to: file.text, at: step{container: "packages", index: i}})
		}
	}
	r.here = step{}
}

// idOf is the id of an element, without a second look at its form.
func (r *spdxReader) idOf(n *node) string {
	if id := n.field("SPDXID"); id != nil {
		return id.text
	}
	return ""
}

// related is the other element of a relationship: an id, NONE or NOASSERTION.
func (r *spdxReader) related(n *node) string {
	v := n.field("relatedSpdxElement")
	if v != nil && v.kind == stringNode {
		return v.text
	}
	return r.text(n, "relatedSpdxElement").Value
}
