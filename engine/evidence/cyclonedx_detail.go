package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// readHashes reads a list of hashes. One counts when its algorithm is one of
// CycloneDX's and its content a value of that algorithm.
func (r *cdxReader) readHashes(v token, into *hashList) {
	if !r.is(v, '[') {
		into.state = better(into.state, Invalid)
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		into.state = better(into.state, r.hash(v, into))
	}
}

func (r *cdxReader) hash(v token, into *hashList) State {
	if !r.is(v, '{') {
		return Invalid
	}
	var alg Text
	var content token
	state := Absent
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyAlg:
			alg = r.shared(v)
		case keyContent:
			content = v
			_, state = r.content(v)
		default:
			r.skip(v)
		}
	}
	switch {
	case alg.State != Stated && state != Stated:
		return better(alg.State, state)
	case alg.State != Stated || state == Invalid:
		return Invalid
	case state != Stated:
		return state
	}
	value := r.text(content)
	if !validHash(alg.Value, value) {
		return Invalid
	}
	into.algorithms |= 1 << slices.Index(hashAlgorithms, alg.Value)
	if into.keep {
		into.full = append(into.full, Hash{Algorithm: alg.Value, Content: string(value)})
	}
	return Stated
}

// readLicences reads a component's licences: ids, names and expressions.
func (r *cdxReader) readLicences(v token, p *part) {
	if !r.is(v, '[') {
		p.licence = better(p.licence, Invalid)
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		t := r.licence(v)
		if t.State == Stated {
			p.licences = addOnce(p.licences, t.Value)
		}
		p.licence = better(p.licence, t.State)
	}
}

// licence reads one entry. An entry that names nothing is invalid.
func (r *cdxReader) licence(v token) Text {
	if !r.is(v, '{') {
		return Text{State: Invalid}
	}
	t := Text{State: Invalid}
	named := false
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyExpression:
			named = keepNamed(&t, r.shared(v), named)
		case keyLicense:
			if !r.is(v, '{') {
				continue
			}
			var id, name Text
			for key, v, ok := r.member(); ok; key, v, ok = r.member() {
				switch key {
				case keyID:
					id = r.shared(v)
				case keyName:
					name = r.shared(v)
				default:
					r.skip(v)
				}
			}
			keepBetter(&id, name)
			named = keepNamed(&t, id, named)
		default:
			r.skip(v)
		}
	}
	return t
}

// keepNamed keeps the first text that an entry names, or a better one.
func keepNamed(into *Text, t Text, named bool) bool {
	if t.State == "" || t.State == Absent {
		return named
	}
	if !named {
		*into = t
	} else {
		keepBetter(into, t)
	}
	return true
}

// componentField is a field of a component that may be declared not known.
type componentField uint8

const (
	nameField componentField = iota
	versionField
	identifierField
	producerField
	supplierField
	hashField
	licenceField
)

// declaringProperties are the properties by which a document declares, by the
// field names in their value, what it does not know or does not tell
// (proposed for the CISA 2026 minimum elements).
var declaringProperties = map[string]State{
	"cdx:cisa:unknown-information":  Unknown,
	"cdx:cisa:withheld-information": Withheld,
}

// declaredFields are the words for a field in such a value, in lower case:
// those of CycloneDX, and those of the CISA elements without "component".
var declaredFields = map[string]componentField{
	"name": nameField, "version": versionField,
	"purl": identifierField, "cpe": identifierField, "swid": identifierField,
	"identifier": identifierField, "identifiers": identifierField, "software identifiers": identifierField,
	"producer": producerField, "manufacturer": producerField, "author": producerField,
	"authors": producerField, "publisher": producerField,
	"supplier": supplierField,
	"hash":     hashField, "hashes": hashField,
	"licence": licenceField, "licences": licenceField, "license": licenceField, "licenses": licenceField,
}

// readDeclared reads a component's properties for declared unknowns. A
// value lists fields with commas between them.
func (r *cdxReader) readDeclared(v token, p *part) {
	if !r.is(v, '[') {
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		if !r.is(v, '{') {
			continue
		}
		var name, value token
		for key, v, ok := r.member(); ok; key, v, ok = r.member() {
			switch {
			case key == keyName && v.kind == '"':
				name = v
			case key == keyValue && v.kind == '"':
				value = v
			default:
				r.skip(v)
			}
		}
		if name.kind != 0 && value.kind != 0 && bytes.HasPrefix(r.text(name), []byte("cdx:")) {
			p.declare(declaringProperties[string(r.text(name))], r, value)
		}
	}
}

func (p *part) declare(state State, r *cdxReader, value token) {
	if state == "" {
		return
	}
	for word := range strings.SplitSeq(strings.ToLower(string(r.text(value))), ",") {
		word = strings.TrimPrefix(strings.TrimSpace(word), "component ")
		if field, known := declaredFields[word]; known {
			if p.declared == nil {
				p.declared = map[componentField]State{}
			}
			p.declared[field] = better(p.declared[field], state)
		}
	}
}

// state returns a field's state: what is declared not known or withheld
// stands in for what is absent or a placeholder, and for nothing else.
func (p *part) state(field componentField, found State) State {
	if declared := p.declared[field]; declared != "" && (found == Absent || found == Placeholder) {
		return declared
	}
	return found
}
