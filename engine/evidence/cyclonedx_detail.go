package evidence

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
	"strings"
)

// readHashes reads a list of hashes. One counts when its algorithm is one of
// CycloneDX's and its content a value of that algorithm, of several digits.
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
			r.scalarIf(into.tell, v)
		case keyContent:
			content = v
			_, state = r.content(v)
			r.scalarIf(into.tell, v)
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
	return into.add(alg.Value, r.text(content))
}

// add takes one hash by the name that CycloneDX gives to its algorithm. One
// that is not of its form is not counted, nor one that only fills the place.
func (h *hashList) add(algorithm string, value []byte) State {
	switch {
	case !validHash(algorithm, value):
		return Invalid
	case isOneDigit(value):
		h.filler = true
		return Placeholder
	}
	h.empty = h.empty || isEmptyDigest(value)
	number := slices.Index(hashAlgorithms, algorithm)
	h.algorithms |= 1 << number
	h.print.add(hashRank(number), sumOf(value))
	if h.keep {
		h.full = append(h.full, Hash{Algorithm: algorithm, Content: string(value)})
	}
	return Stated
}

// digestSeed is for the sums of one run; they never leave it.
var digestSeed = maphash.MakeSeed()

// sumOf stands for a digest in hexadecimal of either case. The digits are set to
// small letters eight at a time, by the bit that tells the cases of a letter
// apart and is set in every digit: that is a fifth of the time (BenchmarkSumOf).
func sumOf(digits []byte) uint64 {
	const small = 0x2020202020202020
	var buffer [maxDigits]byte
	lowered := append(buffer[:0], digits...)
	i := 0
	for ; i+8 <= len(lowered); i += 8 {
		binary.LittleEndian.PutUint64(lowered[i:], binary.LittleEndian.Uint64(lowered[i:])|small)
	}
	for ; i < len(lowered); i++ {
		lowered[i] |= small & 0xff
	}
	return maphash.Bytes(digestSeed, lowered)
}

// readLicences reads a component's licences: ids, names and expressions.
func (r *cdxReader) readLicences(v token, p *part) {
	if !r.is(v, '[') {
		p.licence = better(p.licence, Invalid)
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		l := r.licence(v)
		p.addLicence(l, r.licences)
	}
}

// licenceEntry is one entry of a list of licences.
type licenceEntry struct {
	text                 Text // the first that it names, or a better one; invalid where it names nothing
	id, name, expression Text
	acknowledgement      Text
}

// addLicence adds an entry to what the component states.
func (p *part) addLicence(l licenceEntry, known *licenceClasses) {
	if l.text.State == Stated {
		p.licences = addOnce(p.licences, l.text.Value)
	}
	p.licence = better(p.licence, l.text.State)
	p.detail.licence |= known.class(&l)
	switch l.acknowledgement.Value {
	case "declared":
		p.detail.tell(declaredLicenceDetail, l.text.State)
	case "concluded":
		p.detail.tell(concludedLicenceDetail, l.text.State)
	default:
		p.detail.tell(unclassifiedLicenceDetail, l.text.State)
	}
}

// licence reads one entry. An entry that names nothing is invalid. The
// acknowledgement stands beside an expression, and inside a single licence.
func (r *cdxReader) licence(v token) licenceEntry {
	l := licenceEntry{text: Text{State: Invalid}}
	if !r.is(v, '{') {
		return l
	}
	named := false
	var beside Text
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyExpression:
			l.expression = r.shared(v)
			named = keepNamed(&l.text, l.expression, named)
		case keyAcknowledgement:
			beside = r.shared(v)
		case keyLicense:
			if !r.is(v, '{') {
				continue
			}
			r.single(&l)
			best := l.id
			keepBetter(&best, l.name)
			named = keepNamed(&l.text, best, named)
		default:
			r.rest(key, v)
		}
	}
	keepBetter(&l.acknowledgement, beside)
	return l
}

// single reads the members of a single licence. One of the list of SPDX is told
// by its id; of one with a name of its own, the text or its address says what
// it grants.
func (r *cdxReader) single(l *licenceEntry) {
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyID:
			l.id = r.shared(v)
		case keyName:
			l.name = r.shared(v)
		case keyAcknowledgement:
			l.acknowledgement = r.shared(v)
		case keyText, keyURL:
			if l.id.State == Stated {
				r.skip(v)
			} else {
				r.rest(key, v)
			}
		case keyProperties:
			r.listed(v)
		default:
			r.rest(key, v)
		}
	}
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

// declare takes a value that lists fields with commas between them.
func (p *part) declare(state State, value string) {
	for word := range strings.SplitSeq(strings.ToLower(value), ",") {
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
