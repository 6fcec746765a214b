package evidence

import "slices"

// logic validates the value at at against a schema's alternatives and
// conditions.
func (v *validator) logic(s *schema, at int) {
	for _, all := range s.allOf {
		v.value(all, at)
	}
	if len(s.anyOf) > 0 && !slices.ContainsFunc(s.anyOf, func(one *schema) bool { return v.fits(one, at) }) {
		v.explain(s.anyOf, at)
	}
	if len(s.oneOf) > 0 {
		v.choice(s, at)
	}
	if s.not != nil && v.fits(s.not, at) {
		v.fault(fault{kind: faultNot, at: at, schema: s.not})
	}
	if s.when == nil {
		return
	}
	branch := s.otherwise
	if v.fits(s.when, at) {
		branch = s.then
	}
	if branch != nil {
		v.value(branch, at)
	}
}

// fits tries a schema on the value at at, without a trace.
func (v *validator) fits(s *schema, at int) bool {
	path, lists, failed := len(v.path), len(v.lists), v.failed
	v.trial++
	v.failed = false
	v.value(s, at)
	fits := !v.failed
	v.trial--
	v.failed = failed
	v.path, v.lists = v.path[:path], v.lists[:lists]
	return fits
}

// choice asks that exactly one alternative fits.
func (v *validator) choice(s *schema, at int) {
	var fitting []*schema
	for _, one := range s.oneOf {
		if v.fits(one, at) {
			if fitting = append(fitting, one); len(fitting) == 2 {
				v.fault(fault{kind: faultBoth, at: at, schema: fitting[0], second: fitting[1]})
				return
			}
		}
	}
	if len(fitting) == 0 {
		v.explain(s.oneOf, at)
	}
}

// explain tells why none of the alternatives fits: by the faults of the one
// that the value is closest to. Alternatives for another type of value are
// not meant. Where one only is left, its faults are simply those of the value.
func (v *validator) explain(alternatives []*schema, at int) {
	if v.trial > 0 {
		v.failed = true
		return
	}
	kind, _ := v.kind(at)
	var meant []*schema
	var types jsonTypes
	for _, one := range alternatives {
		types |= one.types
		if one.types == 0 || one.types&kind != 0 {
			meant = append(meant, one)
		}
	}
	switch len(meant) {
	case 0:
		v.fault(fault{kind: faultType, at: at, schema: &schema{types: types}, got: kind})
	case 1:
		v.value(meant[0], at)
	default:
		v.tell(v.closest(meant, at), at)
	}
}

// explored is what an alternative has against a value.
type explored struct {
	faults []fault
	more   int
	marks  []int
}

// closest returns what the best alternative finds: the one that gets deepest
// before anything is wrong, and of these the one with the fewest faults.
func (v *validator) closest(alternatives []*schema, at int) explored {
	if names := v.eachLacks(alternatives, at); names != nil {
		none := fault{kind: faultNone, at: at, names: names, pointer: v.pointer(), depth: len(v.path)}
		return explored{faults: []fault{none}, marks: []int{at}}
	}
	outside := explored{v.faults, v.more, v.marks}
	exploring := v.exploring
	v.exploring = true
	var best explored
	for _, one := range alternatives {
		v.faults, v.more, v.marks = nil, 0, nil
		v.value(one, at)
		if best.faults == nil || closer(v.faults, best.faults) {
			best = explored{v.faults, v.more, v.marks}
		}
	}
	v.faults, v.more, v.marks, v.exploring = outside.faults, outside.more, outside.marks, exploring
	return best
}

func closer(a, b []fault) bool {
	if da, db := shallowest(a), shallowest(b); da != db {
		return da > db
	}
	return len(a) < len(b)
}

func shallowest(faults []fault) int {
	depth := faults[0].depth
	for _, f := range faults {
		depth = min(depth, f.depth)
	}
	return depth
}

// eachLacks returns the names of the members of which the value must have one,
// where that is all that the alternatives differ in.
func (v *validator) eachLacks(alternatives []*schema, at int) []string {
	if v.data[at] != '{' {
		return nil
	}
	var names []string
	for _, one := range alternatives {
		if len(one.required) != 1 || len(one.allOf)+len(one.anyOf)+len(one.oneOf) > 0 {
			return nil
		}
		name := one.required[0]
		lacking := newMemberTable(1)
		lacking.of(name).bit = 1
		if v.fits(&schema{members: lacking, required: one.required}, at) {
			return nil // it has the member, and something else is wrong
		}
		names = append(names, name)
	}
	return names
}

// tell reports what an alternative has against the value at at. Where the
// value as a whole is made up in another way than the alternative asks, and not
// only single values in it are wrong, the whole is not to be trusted.
func (v *validator) tell(found explored, at int) {
	for _, mark := range found.marks {
		v.mark(mark)
	}
	v.more += found.more
	whole := false
	for _, f := range found.faults {
		made := !f.kind.ofValue() && f.kind != faultUnknown && f.depth <= len(v.path)+1
		if made && !whole {
			v.mark(at)
		}
		if made && whole || f.kind == faultUnknown && wrongMakeUp(found.faults) {
			continue // one sentence is enough for how it is made up
		}
		whole = whole || made
		v.keep(f)
	}
}

// wrongMakeUp says that an object lacks what it must have: then an unknown
// member in it is only the other side of that.
func wrongMakeUp(faults []fault) bool {
	return slices.ContainsFunc(faults, func(f fault) bool { return f.kind == faultMissing || f.kind == faultCount })
}
