package evidence

import (
	"bytes"
	"math/bits"
	"strconv"
	"unicode/utf8"
)

// validator holds the bytes of a document against a schema, in one pass.
// Where a schema offers alternatives, the value in question is read again for
// each.
type validator struct {
	scanner
	most  int   // of faults that are kept
	path  []int // of each open container: the offset of the member's name, or -1-index
	lists []listed

	trial  int // depth of trials, in which a fault is a yes or no
	failed bool

	faults []fault
	more   int     // faults beyond those kept
	faulty offsets // values that may not be counted as present

	behind  *passage // the walk that it follows; nil where the document is walked already
	stopped bool     // the walk has refused the document

	exploring bool // marks go to marks, for an alternative that may not be the one meant
	marks     []int
}

func newValidator(data []byte, most int) *validator {
	return &validator{scanner: scanner{data: data}, most: most}
}

// ended says that a trial has its answer, or that there is nothing more to read.
func (v *validator) ended() bool { return v.trial > 0 && v.failed || v.stopped }

// passed says that the byte at an offset may be looked at: at the document's
// top and in its lists it waits for the walk, which lets members and elements
// through whole.
func (v *validator) passed(at int) bool {
	if v.behind == nil || len(v.path) > 2 {
		return true
	}
	v.stopped = v.stopped || !v.behind.passed(at)
	return !v.stopped
}

// value validates the value at at and returns the offset after it. After the
// end of a trial the offset means nothing.
func (v *validator) value(s *schema, at int) int {
	kind, end := v.kind(at)
	switch {
	case s.never:
		v.fault(fault{kind: faultNever, at: at, schema: s})
		return v.skip(at)
	case s.types != 0 && s.types&kind == 0 && !(s.types&integerType != 0 && kind == numberType && v.whole(at, end)):
		v.fault(fault{kind: faultType, at: at, schema: s, got: kind})
		return v.skip(at)
	}
	switch kind {
	case objectType:
		end = v.object(s, at)
	case arrayType:
		end = v.array(s, at)
	case stringType:
		end = v.stringEnd(at)
		v.text(s, at, end)
	case numberType:
		v.number(s, at, end)
	}
	if s.words != nil && kind != stringType || s.isBool != "" && (kind != booleanType || s.isBool != string(v.data[at:end])) {
		v.fault(fault{kind: faultWord, at: at, schema: s})
	}
	if !v.ended() {
		v.logic(s, at)
	}
	return end
}

// kind is the type of the value at at, and the offset after it where it is a
// number, true, false or null.
func (v *validator) kind(at int) (jsonTypes, int) {
	switch v.data[at] {
	case '{':
		return objectType, 0
	case '[':
		return arrayType, 0
	case '"':
		return stringType, 0
	case 't', 'f':
		return booleanType, v.plainEnd(at)
	case 'n':
		return nullType, v.plainEnd(at)
	}
	return numberType, v.plainEnd(at)
}

// whole reports whether a number has no fraction.
func (v *validator) whole(at, end int) bool {
	raw := v.data[at:end]
	return wholeLiteral(raw) || rational(string(raw)).IsInt()
}

func (v *validator) number(s *schema, at, end int) {
	if s.minimum == nil && s.maximum == nil {
		return
	}
	n := rational(string(v.data[at:end]))
	if s.minimum != nil && n.Cmp(s.minimum) < 0 || s.maximum != nil && n.Cmp(s.maximum) > 0 {
		v.fault(fault{kind: faultRange, at: at, schema: s})
	}
}

func (v *validator) text(s *schema, at, end int) {
	if s.words == nil && s.format == nil && s.match == nil && s.minLength == 0 && s.maxLength > len(v.data) {
		return
	}
	text := v.content(at, end)
	var wrong faultKind
	switch {
	case s.words != nil && !s.words[string(text)]:
		wrong = faultWord
	case s.format != nil && !s.format.holds(text):
		wrong = faultFormat
	case s.minLength > 0 && utf8.RuneCount(text) < s.minLength, s.maxLength < len(text) && utf8.RuneCount(text) > s.maxLength:
		wrong = faultLength
	case s.match != nil && !s.match(text):
		wrong = faultPattern
	default:
		return
	}
	v.fault(fault{kind: wrong, at: at, schema: s})
}

func (v *validator) object(s *schema, at int) int {
	if s.members == nil && !s.closed {
		return v.skip(at)
	}
	var seen uint64
	top := len(v.path)
	v.path = append(v.path, 0)
	i := v.separator(at + 1)
	for v.passed(i) && v.data[i] != '}' {
		v.path[top] = i
		nameEnd := v.stringEnd(i)
		m := v.member(s.members, i, nameEnd)
		seen |= m.bit
		i = v.separator(nameEnd)
		switch {
		case m.schema != nil:
			i = v.value(m.schema, i)
		case s.closed:
			v.fault(fault{kind: faultUnknown, at: i, schema: s})
			i = v.skip(i)
		default:
			i = v.skip(i)
		}
		if v.ended() {
			break
		}
		i = v.separator(i)
	}
	v.path = v.path[:top]
	for missing := (uint64(1)<<len(s.required) - 1) &^ seen; missing != 0 && !v.ended(); missing &= missing - 1 {
		v.fault(fault{kind: faultMissing, at: at, schema: s, name: s.required[bits.TrailingZeros64(missing)]})
	}
	return i + 1
}

// member is what a schema says of the member whose name stands between two
// offsets. No name of a schema needs an escape, so that one which is found as it
// stands has none.
func (v *validator) member(table *memberTable, at, end int) schemaMember {
	m := table.find(v.data[at+1 : end-1])
	if m.name == "" {
		m = table.find(v.content(at, end))
	}
	return m
}

func (v *validator) array(s *schema, at int) int {
	if s.items == nil && s.tuple == nil && !s.unique && s.minItems == 0 && s.maxItems > len(v.data) {
		return v.skip(at)
	}
	top, first, index := len(v.path), len(v.lists), 0
	v.path = append(v.path, -1)
	i := v.separator(at + 1)
	for v.passed(i) && v.data[i] != ']' {
		v.path[top] = -1 - index
		if s.unique {
			v.lists = append(v.lists, listed{mark: v.identity(i), at: i, index: index})
		}
		i = v.element(s, i, index)
		if v.ended() {
			v.path, v.lists = v.path[:top], v.lists[:first]
			return i
		}
		i = v.separator(i)
		index++
	}
	for _, r := range v.repeated(v.lists[first:]) {
		v.path[top] = -1 - r.later.index
		v.fault(fault{kind: faultRepeated, at: r.later.at, schema: s, index: r.later.index, other: r.earlier.index})
	}
	v.path, v.lists = v.path[:top], v.lists[:first]
	if index < s.minItems || index > s.maxItems {
		v.fault(fault{kind: faultCount, at: at, schema: s, index: index})
	}
	return i + 1
}

// element validates an element of a list.
func (v *validator) element(s *schema, at, index int) int {
	switch {
	case s.items != nil:
		return v.value(s.items, at)
	case index < len(s.tuple):
		return v.value(s.tuple[index], at)
	case s.closedTuple:
		v.fault(fault{kind: faultCount, at: at, schema: s, index: index + 1})
	}
	return v.skip(at)
}

// pointer is the JSON Pointer of the value that is being read.
func (v *validator) pointer() string {
	var b bytes.Buffer
	for _, step := range v.path {
		b.WriteByte('/')
		if step < 0 {
			b.WriteString(strconv.Itoa(-1 - step))
			continue
		}
		b.WriteString(pointerEscape.Replace(string(v.content(step, v.stringEnd(step)))))
	}
	return b.String()
}
