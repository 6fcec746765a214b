package evidence

import (
	"cmp"
	"slices"
	"strings"
)

// owner is what the walk is in: an object with a table of its own, or the
// document, its metadata or its subject. What no table has is told of it.
type owner struct {
	of      string
	row     int
	pointer string // where a row does not tell it
	into    *VEXStatement
}

// ownerPointer is the place of the object that the walk is in.
func (r *cdxReader) ownerPointer() string {
	if r.owner.of == ofComponent {
		return componentPointer(r.rows, r.owner.row)
	}
	return r.owner.pointer
}

// The words of Property.Of and Extra.Of.
const (
	ofDocument  = "document"
	ofMetadata  = "metadata"
	ofSubject   = "subject"
	ofComponent = "component"
	ofService   = "service"
	ofCrypto    = "crypto"
	ofModelCard = "model_card"
)

// ownerPointers are the places of those that are no rows.
var ownerPointers = map[string]string{ofDocument: "", ofMetadata: "/metadata", ofSubject: "/metadata/component"}

// owned makes a row the owner until the function that it returns is called.
func (r *cdxReader) owned(o owner) func() {
	before := r.owner
	r.owner = o
	return func() { r.owner = before }
}

// rest keeps a member that its object's table has no place for. A name that
// CycloneDX does not have is passed over; the schema tells of it.
func (r *cdxReader) rest(key cdxKey, v token) {
	if key == otherKey {
		r.skip(v)
		return
	}
	r.extra(v)
}

// extra keeps every value in v as a row beside the tables.
func (r *cdxReader) extra(v token) { r.flatten(v, len(r.ownerPointer())+1) }

// scalar keeps a text that was read already.
func (r *cdxReader) scalar(v token) {
	if v.kind == '"' {
		r.extra(v)
	}
}

// scalarIf is scalar where a text is wanted beside what it was read for.
func (r *cdxReader) scalarIf(wanted bool, v token) {
	if wanted {
		r.scalar(v)
	}
}

// flatten keeps the values in v by what stands between them and their owner:
// prefix is the length of what leads their pointers.
func (r *cdxReader) flatten(v token, prefix int) {
	switch {
	case r.faulty.has(v.start):
		r.skip(v)
	case v.kind == '{':
		for name, v, ok := r.named(); ok; name, v, ok = r.named() {
			switch {
			case name == "":
				r.skip(v)
			case name == "properties" && v.kind == '[' && r.owner.into == nil:
				r.listed(v)
			default:
				r.flatten(v, prefix)
			}
		}
	case v.kind == '[':
		for v, ok := r.element(); ok; v, ok = r.element() {
			r.flatten(v, prefix)
		}
	case v.kind != 0:
		r.keepExtra(v, prefix)
	}
}

// listed reads a list of properties that stands in a part of the owner.
func (r *cdxReader) listed(v token) {
	in := r.pointer()[len(r.ownerPointer())+1:]
	r.readProperties(v, nil, strings.TrimSuffix(in, "/properties"))
}

// keepExtra puts one value into the table, or beside the statement about a
// vulnerability that it stands in. An empty text says nothing.
func (r *cdxReader) keepExtra(v token, prefix int) {
	if v.kind == 'n' || v.kind == '"' && v.end-v.start == 2 {
		return
	}
	if r.extraParts >= r.limits.MaxExtras {
		r.tellCut("MaxExtras", r.limits.MaxExtras, "the number of values beside the tables")
		return
	}
	field := r.pointer()[prefix:]
	value, state := "", Stated
	switch long := v.end-v.start > r.limits.MaxStringBytes; {
	case long && strings.HasSuffix(field, "/content"): // an attached file
	case v.kind == '"':
		value = r.propertyText(v)
		state = extraState(value)
	default:
		value = string(r.src.data[v.start:v.end])
	}
	r.extraParts++
	if r.owner.into != nil {
		r.owner.into.Extras = append(r.owner.into.Extras, NamedValue{Name: field, Value: value})
		return
	}
	r.extras = append(r.extras, Extra{Of: r.owner.of, Row: r.owner.row, Field: field, State: state, Value: value})
}

// extraState says what a text beside the tables states. Nobody knows its field,
// so that "none" is a value and "unknown" an answer, as in forms. Most texts are
// told by how they begin.
func extraState(text string) State {
	if plainlyStated([]byte(text)) && lower(text[0]) != 'w' { // withheld
		return Stated
	}
	return wordState(text)
}

// inOrder puts rows that stand in others into the order of these, whatever the
// order of the members in the document, so that JSON and XML give the same.
func (r *cdxReader) inOrder() {
	slices.SortStableFunc(r.changes, func(a, b Change) int { return cmp.Or(cmp.Compare(a.Row, b.Row), strings.Compare(a.Kind, b.Kind)) })
	slices.SortStableFunc(r.proofs, func(a, b ComponentEvidence) int { return cmp.Compare(a.Row, b.Row) })
	slices.SortStableFunc(r.extras, func(a, b Extra) int {
		return cmp.Or(strings.Compare(a.Of, b.Of), cmp.Compare(a.Row, b.Row), strings.Compare(a.Field, b.Field))
	})
	for i := range r.statements.rows {
		slices.SortStableFunc(r.statements.rows[i].Extras, func(a, b NamedValue) int { return strings.Compare(a.Name, b.Name) })
	}
}

// named is member with the name as CycloneDX has it, "" for another.
func (w *walker) named() (string, token, bool) {
	key := w.next()
	if key.kind != '"' {
		return "", token{}, false
	}
	word := w.found.name
	if word == "" && !w.well(key) {
		return "", token{}, false
	}
	value := w.next()
	return word, value, value.kind != 0
}
