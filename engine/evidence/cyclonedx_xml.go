package evidence

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// cdxNamespace is the name space of CycloneDX XML, with the version after it.
const cdxNamespace = "http://cyclonedx.org/schema/bom/"

// looksLikeCycloneDXXML recognises an XML document that claims to be
// CycloneDX, in whatever version, with a misspelt name space too, and without
// one in a file that has the name of an SBOM.
func looksLikeCycloneDXXML(h head) bool {
	if h.syntax != xmlSyntax || !h.has("bom") {
		return false
	}
	space := strings.ToLower(h.scalar["bom"])
	return strings.Contains(space, "cyclonedx") || space == "" && nameClaim(h.path) == KindSBOM
}

// readCycloneDXXML reads a CycloneDX XML document, 1.2 to 1.7. One strict pass
// writes its JSON twin, and the twin is read as any CycloneDX JSON document is:
// what the two forms say alike gives the same dossier, problems and refusals.
// From then on the source holds the twin, whose places are told in the XML.
//
// So the document is held against the JSON Schema of its version, which asks
// for what the XML Schema asks for, but for this: the order of elements; that a
// bom-ref stands once, which is measured; and, to 1.4, that licences and
// expressions are apart. An element that CycloneDX does not have where it
// stands is a problem and is not read.
func readCycloneDXXML(src *source, l Limits) reading {
	l = l.withDefaults()
	data := bytes.TrimPrefix(src.data, []byte("\uFEFF"))
	if len(data) > l.MaxXMLBytes {
		return reading{kinds: []Kind{KindSBOM}, problems: []Problem{*limitProblem("MaxXMLBytes", l.MaxXMLBytes,
			fmt.Sprintf("a CycloneDX XML document of %d bytes", len(data)), Position{})}}
	}
	// A twin is a little shorter than its document, and has a place in it for
	// every 30 bytes or so.
	t := &xmlTwin{xmlGate: newXMLGate(data, l), problems: []Problem{}, out: make([]byte, 0, len(data)), places: make([]twinPlace, 0, len(data)/30)}
	t.pointer = t.where
	t.document()
	src.data, src.original = t.out, &original{data: data, places: t.places}
	got := readCycloneDXJSON(src, l)
	if t.refusal != nil {
		// What was read before the refusal still says what the document claims to be.
		return reading{kinds: got.kinds, formatVersion: t.version(), problems: append(t.allProblems(), *t.refusal)}
	}
	got.problems = append(t.allProblems(), got.problems...)
	return got
}

// version is the version of CycloneDX that the document's name space names.
func (t *xmlTwin) version() string { return strings.TrimPrefix(t.space, cdxNamespace) }

// allProblems adds to the problems a last one that counts those beyond the bound.
func (t *xmlTwin) allProblems() []Problem {
	if t.hidden > 0 {
		t.problems = append(t.problems, Problem{Code: codeLimit, Limit: "MaxProblems",
			Message: fmt.Sprintf("%d more elements and texts of this document are not read and not listed; check it with a CycloneDX validator", t.hidden)})
	}
	return t.problems
}

// document writes the whole document.
func (t *xmlTwin) document() {
	tok := t.next()
	if tok.kind != xmlOpens {
		if t.refusal == nil {
			t.refuse(codeSyntax, "there is no XML element in the file; send the whole file")
		}
		return
	}
	version, known := strings.CutPrefix(tok.space, cdxNamespace)
	if !known || version == "" || tok.local != "bom" {
		t.refuse("not_cyclonedx", `the first element must be "bom" in the name space http://cyclonedx.org/schema/bom/ with the version 1.2 to 1.7 after it; correct it`)
		return
	}
	t.space = tok.space
	if !slices.Contains(cdxVersions, version) {
		// The walk says what to do about another version.
		t.mark(tok.offset)
		t.out = append(t.out, `{"bomFormat":"CycloneDX","specVersion":`...)
		t.mark(tok.offset)
		t.quote([]byte(version))
		t.out = append(t.out, '}')
		t.skip()
	} else {
		t.root(tok, version)
	}
	t.next() // nothing may follow
}
