package evidence

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// tagPlace says where the JSON form has what a tag of the tag-value form says.
type tagPlace struct {
	in   string // the element that the tag belongs to: document, creation, package, file; "" for whatever is open
	name string // its name in JSON
	as   func(g *tagGate, into *node, name string, v *node)
}

// tagPlaces is the table of tags that are read; others are passed over. An
// element begins with its first tag, and the tags after it belong to it.
var tagPlaces = map[string]tagPlace{
	"SPDXVersion": {"document", "spdxVersion", one}, "DataLicense": {"document", "dataLicense", one},
	"DocumentName": {"document", "name", one}, "DocumentNamespace": {"document", "documentNamespace", one},
	"ExternalDocumentRef": {"document", "externalDocumentRefs", documentRef},
	"Relationship":        {"document", "relationships", relationship},
	"Annotator":           {"document", "annotations", many},
	"Created":             {"creation", "created", one}, "Creator": {"creation", "creators", many},
	"LicenseListVersion": {"creation", "licenseListVersion", one},
	"SPDXID":             {"", "SPDXID", one},
	"PackageVersion":     {"package", "versionInfo", one}, "PackageSupplier": {"package", "supplier", one},
	"PackageOriginator": {"package", "originator", one}, "PackageDownloadLocation": {"package", "downloadLocation", one},
	"PackageFileName": {"package", "packageFileName", one}, "PackageChecksum": {"package", "checksums", checksum},
	"PackageLicenseConcluded": {"package", "licenseConcluded", one}, "PackageLicenseDeclared": {"package", "licenseDeclared", one},
	"PrimaryPackagePurpose": {"package", "primaryPackagePurpose", one}, "ValidUntilDate": {"package", "validUntilDate", one},
	"ExternalRef":  {"package", "externalRefs", externalRef},
	"FileChecksum": {"file", "checksums", checksum}, "LicenseConcluded": {"file", "licenseConcluded", one},
}

// tagStarts are the tags that begin an element, with the list that it is in.
var tagStarts = map[string]struct{ list, name string }{
	"PackageName": {"packages", "name"}, "FileName": {"files", "fileName"}, "SnippetSPDXID": {"snippets", "SPDXID"},
	"LicenseID": {"hasExtractedLicensingInfos", "licenseId"},
}

// tagGate reads the tag-value form of SPDX 2 into the tree that the JSON form
// of the same document has, each node at the line of its tag.
type tagGate struct {
	limits         Limits
	root, creation *node
	open           *node // the element that tags belong to
	openIn         string
	pack           *node // the package that files belong to
	nodes, line    int
	problem        *Problem
}

// parseTagValue is the gate of the tag-value form: one strict pass, line by
// line. A tag twice in one element is refused, as a key twice in JSON is.
func parseTagValue(data []byte, l Limits) (*node, *Problem) {
	l = l.withDefaults()
	if len(data) > l.MaxTreeBytes {
		return nil, limitProblem("MaxTreeBytes", l.MaxTreeBytes, fmt.Sprintf("a document of %d bytes", len(data)), Position{})
	}
	if p := encodingProblem(data); p != nil {
		return nil, p
	}
	g := &tagGate{limits: l, root: &node{kind: objectNode, line: 1, column: 1}}
	g.open, g.openIn = g.root, "document"
	g.creation = g.put(g.root, "creationInfo", g.node(objectNode, 1))
	for len(data) > 0 && g.problem == nil {
		data = g.statement(data)
	}
	if g.problem != nil {
		return nil, g.problem
	}
	return g.root, nil
}

// statement reads one tag with its value and returns what follows.
func (g *tagGate) statement(data []byte) []byte {
	line, rest, _ := bytes.Cut(data, []byte("\n"))
	g.line++
	start := g.line
	text := strings.TrimSuffix(string(line), "\r")
	if trimmed := strings.TrimSpace(text); trimmed == "" || strings.HasPrefix(trimmed, "#") {
		return rest
	}
	tag, value, found := strings.Cut(text, ":")
	if !found {
		g.refuse(start, codeSyntax, "this line is no tag with a colon after it; correct it, or put a text of several lines between <text> and </text>")
		return nil
	}
	column := utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(value, " \t")) + 1
	value = strings.TrimSpace(value)
	if inner, opens := strings.CutPrefix(value, "<text>"); opens {
		if value, rest, found = g.long(inner, rest); !found {
			g.refuse(start, codeSyntax, "the text that begins with <text> here has no </text>; add it")
			return nil
		}
	}
	if len(value) > g.limits.MaxStringBytes {
		g.problem = limitProblem("MaxStringBytes", g.limits.MaxStringBytes, "a text", Position{Line: start, Column: 1})
		return nil
	}
	v := g.node(stringNode, start)
	v.text, v.column = value, column
	g.tag(strings.TrimSpace(tag), v)
	return rest
}

// long reads a text up to its end mark, over as many lines as it takes.
func (g *tagGate) long(inner string, rest []byte) (string, []byte, bool) {
	if text, after, ends := strings.Cut(inner, "</text>"); ends {
		return text, rest, strings.TrimSpace(after) == ""
	}
	at := bytes.Index(rest, []byte("</text>"))
	if at < 0 {
		return "", nil, false
	}
	text := inner + "\n" + string(rest[:at])
	g.line += bytes.Count(rest[:at], []byte("\n"))
	after, following, more := bytes.Cut(rest[at+len("</text>"):], []byte("\n"))
	g.line++
	if !more {
		following = nil
	}
	return text, following, len(bytes.TrimSpace(after)) == 0
}

// tag enters one tag where the JSON form has it.
func (g *tagGate) tag(tag string, v *node) {
	if start, begins := tagStarts[tag]; begins {
		g.begin(tag, start.list, start.name, v)
		return
	}
	place, known := tagPlaces[tag]
	if !known {
		return
	}
	into := g.open
	switch place.in {
	case "document":
		into = g.root
	case "creation":
		into = g.creation
	case "":
		if g.openIn != "document" && g.openIn != "packages" && g.openIn != "files" {
			return
		}
	default:
		if g.openIn != place.in+"s" {
			g.refuse(v.line, codeSyntax, "the tag "+quoted(tag)+" stands outside a "+place.in+"; put it after the name of the "+place.in+" that it is of")
			return
		}
	}
	place.as(g, into, place.name, v)
	if tag == "SPDXID" && g.openIn == "files" && g.pack != nil {
		many(g, g.pack, "hasFiles", v)
	}
}

// begin opens an element. A file after a package is of that package.
func (g *tagGate) begin(tag, list, name string, v *node) {
	g.open, g.openIn = g.node(objectNode, v.line), list
	g.append(g.root, list, g.open)
	g.put(g.open, name, v)
	if tag == "PackageName" {
		g.pack = g.open
	}
}

// node makes a node, within the bound.
func (g *tagGate) node(kind nodeKind, line int) *node {
	if g.nodes++; g.nodes > g.limits.MaxNodes && g.problem == nil {
		g.problem = limitProblem("MaxNodes", g.limits.MaxNodes, "the number of values", Position{Line: line, Column: 1})
	}
	return &node{kind: kind, line: line, column: 1}
}

func (g *tagGate) put(into *node, name string, v *node) *node {
	into.names, into.children = append(into.names, name), append(into.children, v)
	return v
}

func (g *tagGate) append(into *node, name string, v *node) {
	list := into.field(name)
	if list == nil {
		list = g.put(into, name, g.node(arrayNode, v.line))
	}
	list.children = append(list.children, v)
}

func (g *tagGate) refuse(line int, code, message string) {
	if g.problem == nil {
		g.problem = &Problem{Code: code, Message: message, At: Position{Line: line, Column: 1}}
	}
}

// one enters a tag that stands once.
func one(g *tagGate, into *node, name string, v *node) {
	if into.field(name) != nil {
		g.refuse(v.line, codeDuplicate, "the tag for "+quoted(name)+" stands twice in one element; keep one of them")
		return
	}
	g.put(into, name, v)
}

func many(g *tagGate, into *node, name string, v *node) { g.append(into, name, v) }

// object enters the parts of a value under their names.
func (g *tagGate) object(into *node, list string, v *node, names, parts []string) {
	n := g.node(objectNode, v.line)
	for i, name := range names {
		child := g.node(stringNode, v.line)
		child.text, child.column = strings.TrimSpace(parts[i]), v.column
		g.put(n, name, child)
	}
	g.append(into, list, n)
}

func checksum(g *tagGate, into *node, name string, v *node) {
	algorithm, value, _ := strings.Cut(v.text, ":")
	g.object(into, name, v, []string{"algorithm", "checksumValue"}, []string{algorithm, value})
}

// splitWords splits a value into its first words and the rest; short ones end in "".
func splitWords(text string, n int) []string {
	parts := make([]string, n)
	for i := range parts {
		text = strings.TrimSpace(text)
		if i == n-1 {
			parts[i] = text
			break
		}
		at := strings.IndexAny(text, " \t")
		if at < 0 {
			at = len(text)
		}
		parts[i], text = text[:at], text[at:]
	}
	return parts
}

func externalRef(g *tagGate, into *node, name string, v *node) {
	g.object(into, name, v, []string{"referenceCategory", "referenceType", "referenceLocator"}, splitWords(v.text, 3))
}

func relationship(g *tagGate, into *node, name string, v *node) {
	g.object(into, name, v, []string{"spdxElementId", "relationshipType", "relatedSpdxElement"}, splitWords(v.text, 3))
}

func documentRef(g *tagGate, into *node, name string, v *node) {
	parts := splitWords(v.text, 3)
	algorithm, value, _ := strings.Cut(parts[2], ":")
	n := g.node(objectNode, v.line)
	sum := g.node(objectNode, v.line)
	for i, member := range []string{"externalDocumentId", "spdxDocument"} {
		child := g.node(stringNode, v.line)
		child.text = parts[i]
		g.put(n, member, child)
	}
	for _, member := range [][2]string{{"algorithm", algorithm}, {"checksumValue", value}} {
		child := g.node(stringNode, v.line)
		child.text = strings.TrimSpace(member[1])
		g.put(sum, member[0], child)
	}
	g.put(n, "checksum", sum)
	g.append(into, name, n)
}
