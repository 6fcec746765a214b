package evidence

import (
	"fmt"
	"slices"
	"strings"
)

// cdxVersions are the versions of CycloneDX JSON that are read.
var cdxVersions = []string{"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"}

// looksLikeCycloneDX recognises a JSON document that claims to be CycloneDX: by
// its format and version keys, in any case so that a misspelt one is refused
// by the reader rather than taken for an attachment, or by its schema.
func looksLikeCycloneDX(h head) bool {
	if h.syntax != jsonSyntax || isCycloneDX2Model(h) {
		return false
	}
	for _, key := range h.keys {
		if strings.EqualFold(key, "bomFormat") || strings.EqualFold(key, "specVersion") {
			return true
		}
	}
	return strings.Contains(strings.ToLower(h.scalar["$schema"]), "cyclonedx")
}

// cdxReader builds the dossier's rows from one CycloneDX document.
type cdxReader struct {
	*walker
	rowStore
	sideTables
	contacts []contactRef

	statements vexTable // the vulnerabilities
	milestones []milestonesOf

	bomFormat, specFormat, specVersion Text
	metadata                           metadata
	graphRows                          int // dependencies, and what they and compositions name
	beside                             *besideSchema
	has                                cdxContent
}

// cdxContent says what the document has at its top, for its kinds.
type cdxContent struct {
	components, services, vulnerabilities, definitions, declarations bool
	broken                                                           bool // components or services are of a wrong type
}

// readCycloneDXJSON reads a CycloneDX JSON document, 1.2 to 1.7, in one pass
// that is also its gate, and holds it against the schema of its version. A
// value that the schema does not allow is a problem and its state invalid, and
// reading goes on; broken or ambiguous JSON, or another version,
// makes the document unreadable and gives no rows.
func readCycloneDXJSON(src *source, l Limits) reading {
	r := newCDXReader(src, l)
	r.passage = newPassage(len(src.data))
	r.walk()
	if r.refused {
		r.beside.drop()
	} else {
		r = r.held(r.beside.wait())
	}
	return r.reading()
}

// reading is what the document gives to the dossier.
func (r *cdxReader) reading() reading {
	out := reading{kinds: r.kinds(), formatVersion: r.specVersion.Value, readable: !r.refused, problems: r.allProblems(), taken: r.taken()}
	r.declared(&out)
	if !out.readable {
		return out
	}
	r.head()
	r.inOrder()
	r.sbom.Generator = generatorOf(r.sbom.Tools.Items)
	if out.vex = r.vex(); out.vex != nil {
		out.statements = r.statements.rows
	}
	if !slices.Contains(out.kinds, KindSBOM) {
		return out
	}
	r.sbom.Facts = r.facts(&r.sbom)
	r.sbom.Facts.SecurityContact = r.securityContact()
	out.sbom, out.components, out.dependencies, out.links = &r.sbom, fitted(r.rows), r.dependencies(), r.boms
	out.services, out.crypto, out.modelCards = r.serviceRows, r.crypto, r.cards
	out.properties, out.changes, out.proofs, out.compositions, out.extras = r.keptProperties(), r.changes, r.proofs, r.completions, r.extras
	if out.lifecycle = r.lifecycle(); len(out.lifecycle) > 0 {
		out.kinds = append(out.kinds, KindLifecycle)
	}
	return out
}

// walkCycloneDX reads the document. The values that faulty marks count as invalid.
func walkCycloneDX(src *source, l Limits, faulty offsets) *cdxReader {
	r := newCDXReader(src, l)
	r.faulty = faulty
	r.walk()
	return r
}

func newCDXReader(src *source, l Limits) *cdxReader {
	r := &cdxReader{walker: newWalker(src, l), rowStore: newRowStore()}
	r.owner = owner{of: ofDocument, row: -1}
	r.statements = newVEXTable("cyclonedx", r.limits)
	return r
}

func (r *cdxReader) walk() {
	accepted := false
	defer func() { r.passage.end(accepted) }()
	if r.document() {
		r.top()
	}
	r.finish()
	r.src.top.whole = !r.refused
	r.checkVersion()
	accepted = !r.refused
}

// follow has the document validated beside the walk, once its version is known.
func (r *cdxReader) follow() {
	if r.passage != nil && slices.Contains(cdxVersions, r.specVersion.Value) {
		r.beside = follow(r.src, r.specVersion.Value, r.limits, r.passage)
	}
}

// held returns the reading of a document as its schema leaves it: values at
// fault are read again as invalid, and the schema's problems are told.
func (r *cdxReader) held(s schemaReading) *cdxReader {
	if s.faulty != nil {
		r = walkCycloneDX(r.src, r.limits, s.faulty)
	}
	r.problems = s.merge(r.problems)
	return r
}

// top reads the members of the document.
func (r *cdxReader) top() {
	r.src.top.known = map[cdxKey]int64{}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		if key > listedKey {
			r.src.top.known[key] = int64(v.start)
		}
		switch key {
		case keyBOMFormat:
			r.bomFormat = r.field(v)
		case keySpecFormat:
			r.specFormat = r.field(v)
		case keySpecVersion:
			r.specVersion = r.field(v)
			r.follow()
		case keySerialNumber:
			r.sbom.SerialNumber = r.checked(v, validSerial)
		case keyVersion:
			r.sbom.Version = r.integer(v)
		case keyMetadata:
			r.readMetadata(v)
		case keyComponents:
			r.has.components = r.components(v, "components", -1, "components") || r.has.components
			r.has.broken = r.has.broken || v.kind != '['
		case keyServices:
			r.has.services = r.readServices(v, "services", -1)
			r.has.broken = r.has.broken || v.kind != '['
		case keyDependencies:
			r.readDependencies(v)
		case keyCompositions:
			r.readCompositions(v)
		case keyFormulation:
			r.readFormulation(v)
		case keyExternalReferences:
			r.readReferences(v, nil, "")
		case keyVulnerabilities:
			r.readVulnerabilities(v)
		case keyProperties:
			r.readProperties(v, nil, "")
		case keySignature:
			r.signature = r.readSignature(v)
		case keyDefinitions:
			r.has.definitions = r.readDefinitions(v)
		case keyDeclarations:
			r.has.declarations = r.readDeclarations(v)
		case keyAnnotations:
			r.readAnnotations(v)
		case keySchema:
			r.skip(v)
		default:
			r.rest(key, v)
		}
	}
}

// readDefinitions keeps the patents that are defined, and reports whether
// anything is. Standards are read as catalogues.
func (r *cdxReader) readDefinitions(v token) bool {
	before := r.tokens
	r.only(v, keyPatents, r.extra)
	return v.kind == '{' && r.tokens > before+1 // more than the closing bracket
}

// checkVersion refuses what is not CycloneDX 1.2 to 1.7.
func (r *cdxReader) checkVersion() {
	version := r.specVersion.Value
	code, message := "", ""
	switch {
	case slices.Contains(cdxVersions, version) && r.bomFormat.Value == "CycloneDX":
		return
	case strings.HasPrefix(version, "2.") || r.specFormat.State == Stated:
		code, message = "unsupported_version", "CycloneDX 2.0 is not read yet; send the document as CycloneDX 1.2 to 1.7"
	case r.bomFormat.Value != "CycloneDX":
		code, message = "not_cyclonedx", `the document does not say "bomFormat": "CycloneDX"; add it, or send a CycloneDX document`
	case version == "1.0" || version == "1.1":
		code, message = "unsupported_version", "CycloneDX "+version+" is too old to be read; send the document as CycloneDX 1.2 to 1.7"
	case version == "":
		code, message = "unsupported_version", `the document states no "specVersion"; state the version of CycloneDX that it follows, 1.2 to 1.7`
	default:
		code, message = "unsupported_version", "CycloneDX "+quoted(version)+" is not known; send the document as CycloneDX 1.2 to 1.7"
	}
	if !r.refused {
		at := r.src.position("/specVersion")
		if code == "not_cyclonedx" {
			at = r.src.position("/bomFormat")
		}
		r.stop(Problem{Code: code, Message: message, At: at})
	}
}

// kinds says what the document is, by what it has. A document that has none
// of the contents is an SBOM without components, so that an empty one is
// never taken for something harmless.
func (r *cdxReader) kinds() []Kind {
	var kinds []Kind
	listed := r.has.components || r.has.services
	if listed || r.has.broken {
		kinds = append(kinds, KindSBOM)
	}
	if r.has.vulnerabilities && (!listed || r.statements.stated()) {
		kinds = append(kinds, KindVEX)
	}
	if r.has.definitions && !listed && !r.has.vulnerabilities && !r.has.declarations {
		kinds = append(kinds, KindStandard)
	}
	if r.has.declarations {
		kinds = append(kinds, KindAttestation)
	}
	if len(kinds) == 0 {
		kinds = append(kinds, KindSBOM)
	}
	return kinds
}

// allProblems adds to the problems a last one that counts those beyond the bound.
func (r *cdxReader) allProblems() []Problem {
	if r.hidden > 0 {
		r.problems = append(r.problems, Problem{Code: codeLimit, Limit: "MaxProblems",
			Message: fmt.Sprintf("%d more problems of this document are not listed; check it with a CycloneDX validator", r.hidden)})
	}
	if r.problems == nil {
		return []Problem{}
	}
	return r.problems
}
