package evidence

// faultKind is a way to break a schema.
type faultKind uint8

const (
	faultNever    faultKind = iota // nothing may stand here
	faultType                      // a value of another type
	faultWord                      // not one of the values allowed
	faultFormat                    // not a date, link, …
	faultPattern                   // not of the form asked for
	faultLength                    // too short or too long
	faultRange                     // too small or too large
	faultUnknown                   // a member that the version does not know
	faultMissing                   // a member that must be there
	faultRepeated                  // an element twice
	faultCount                     // too few or too many elements
	faultBoth                      // two alternatives at once
	faultNone                      // none of the members of which one must be there
	faultNot                       // what must not be
)

// ofValue says that the fault lies in one value that is there, which is not
// to be trusted, and not in how an object or list around it is made up.
func (k faultKind) ofValue() bool {
	switch k {
	case faultUnknown, faultMissing, faultRepeated, faultCount, faultNot:
		return false
	}
	return true
}

// fault is one place where a document breaks its schema.
type fault struct {
	kind         faultKind
	got          jsonTypes
	at           int // offset of the value
	depth        int
	schema       *schema
	second       *schema  // faultBoth: the other alternative that fits
	name         string   // faultMissing: the member
	names        []string // faultNone
	index, other int      // faultRepeated: the elements; faultCount: index is how many there are
	pointer      string
}

// rowMembers are the members in which the reader finds rows. Rows are read
// wherever they stand: a part that is listed in a place that its version does
// not know is a part all the same.
var rowMembers = map[string]bool{
	"components": true, "formulation": true, "pedigree": true, "declarations": true, "vulnerabilities": true, "annotations": true,
}

// fault records that the value that is being read breaks the schema.
func (v *validator) fault(f fault) {
	if v.trial > 0 {
		v.failed = true
		return
	}
	if f.kind.ofValue() || f.kind == faultUnknown && !v.holdsRows() {
		v.mark(f.at)
	}
	f.depth = len(v.path)
	if len(v.faults) < v.most {
		f.pointer = v.pointer()
	}
	v.keep(f)
}

// keep keeps a fault, or counts it beyond the bound.
func (v *validator) keep(f fault) {
	if len(v.faults) >= v.most {
		v.more++
		return
	}
	v.faults = append(v.faults, f)
}

// holdsRows says that the member that is being read is one of rowMembers.
func (v *validator) holdsRows() bool {
	step := v.path[len(v.path)-1]
	return step >= 0 && rowMembers[string(v.content(step, v.stringEnd(step)))]
}

// mark marks a value as at fault.
func (v *validator) mark(at int) {
	if v.exploring {
		v.marks = append(v.marks, at)
		return
	}
	v.faulty.add(at, len(v.data))
}

// position is the fault's place in the document.
func (f *fault) position(src *source) Position {
	p := Position{Pointer: f.pointer}
	p.Line, p.Column = src.lineColumn(int64(f.at))
	return p
}

// offsets is a set of offsets into a document, of a bit for each byte of it
// once there is one: hostile documents cannot make it grow beyond that.
type offsets []uint64

func (o *offsets) add(at, size int) {
	if *o == nil {
		*o = make(offsets, size/64+1)
	}
	(*o)[at/64] |= 1 << (at % 64)
}

func (o offsets) has(at int) bool {
	return o != nil && o[at/64]>>(at%64)&1 != 0
}
