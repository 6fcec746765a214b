package evidence

import "strconv"

// Components also stand beside those that a document delivers: as what took
// part in making the product, what a declaration is about, and the tools that
// found a vulnerability or wrote an annotation. They are rows that say where
// they are, and belong to no population.

// each reads the items of a list.
func (r *cdxReader) each(v token, read func(v token, index int)) {
	if !r.is(v, '[') {
		return
	}
	index := 0
	for v, ok := r.element(); ok; v, ok = r.element() {
		read(v, index)
		index++
	}
}

// only reads one member of an object, and past the others.
func (r *cdxReader) only(v token, wanted cdxKey, read func(v token)) {
	if !r.is(v, '{') {
		return
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		if key == wanted {
			read(v)
		} else {
			r.skip(v)
		}
	}
}

// readFormulation reads the components that took part in making the product,
// and keeps how it was made.
func (r *cdxReader) readFormulation(v token) {
	r.each(v, func(v token, index int) {
		r.members(v, func(key cdxKey, v token) {
			switch key {
			case keyComponents:
				r.components(v, "formulation", -1, "formulation/"+strconv.Itoa(index)+"/components")
			case keyProperties:
				r.listed(v)
			default:
				r.rest(key, v)
			}
		})
	})
}

// readDeclarations reads the components and services that declarations are
// about, and reports whether the declarations hold anything.
func (r *cdxReader) readDeclarations(v token) bool {
	before := r.tokens
	r.only(v, keyTargets, r.readTargeted)
	return v.kind == '{' && r.tokens > before+1 // more than the closing bracket
}

// readTargeted reads what declarations are about.
func (r *cdxReader) readTargeted(v token) {
	if !r.is(v, '{') {
		return
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyComponents:
			r.components(v, "declarations", -1, "declarations/targets/components")
		case keyServices:
			r.readServices(v, "targets", -1)
		default:
			r.skip(v)
		}
	}
}

// readAnnotations keeps the annotations, and reads the components that wrote them.
func (r *cdxReader) readAnnotations(v token) {
	r.each(v, func(v token, index int) {
		r.members(v, func(key cdxKey, v token) {
			if key != keyAnnotator {
				r.rest(key, v)
				return
			}
			r.members(v, func(key cdxKey, v token) {
				if key == keyComponent {
					r.component(v, "annotations", -1, step{container: "annotations/" + strconv.Itoa(index) + "/annotator/component", index: -1})
				} else {
					r.rest(key, v)
				}
			})
		})
	})
}
