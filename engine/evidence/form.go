package evidence

import "fmt"

// formVersion is the version of both hand-written forms, and the value of
// their first key.
const formVersion = "1"

// formRoot parses a document in one of the hand-written forms, whose first key
// is key, and checks the version. The problem says why it cannot be read.
func formRoot(src *source, l Limits, key string) (*node, *Problem) {
	root, problem := src.parse(l.withDefaults())
	if problem != nil {
		return nil, problem
	}
	if root.kind != objectNode {
		p := problemAt(codeNotObject, "", root, "the document is not an object with fields; begin it with %s: %s", key, formVersion)
		return nil, &p
	}
	version := root.field(key)
	if version == nil || version.kind != numberNode && version.kind != stringNode || version.text != formVersion {
		p := problemAt(codeFormVersion, pointerJoin("", key), version, "only version %s of this form is read; write %s: %s and the fields of that version", formVersion, key, formVersion)
		return nil, &p
	}
	return root, nil
}

// isForm recognises a hand-written form by its first key, whose value is a
// version and not a list or an object.
func isForm(key string) func(head) bool {
	return func(h head) bool {
		_, scalar := h.scalar[key]
		return h.has(key) && scalar && (h.syntax == jsonSyntax || h.syntax == yamlSyntax)
	}
}

// later reports a problem that is found when all fields are read, by its
// pointer alone; the place is looked up only for problems that are kept.
func (r *formReader) later(src *source, code, pointer, format string, args ...any) {
	if r.full() {
		r.dropped++
		return
	}
	r.keep(src.problem(code, pointer, format, args...))
}

// problem makes a Problem at a pointer, for what is found after reading.
func (s *source) problem(code, pointer, format string, args ...any) Problem {
	return Problem{Code: code, Message: fmt.Sprintf(format, args...), At: s.position(pointer)}
}
