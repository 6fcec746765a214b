package evidence

import "slices"

// keepProperty puts a property into the table, or beside the statement about a
// vulnerability that it is of. Every element of a list is a
// row, so that a row's number in its list is its place. Beyond the bound the
// rest is left out, and that is told: a document is not refused for what tools
// add to it.
func (r *cdxReader) keepProperty(v token, in string, name, value token) {
	known, kept := r.keepsText(name), r.keepsText(value)
	if r.propertyParts >= r.limits.MaxProperties {
		r.tellCut("MaxProperties", r.limits.MaxProperties, "the number of properties")
		return
	}
	r.propertyParts++
	if r.owner.into != nil {
		r.owner.into.Properties = append(r.owner.into.Properties, NamedValue{Name: r.propertyText(name), Value: r.propertyText(value)})
		return
	}
	if n := len(r.properties); n == cap(r.properties) {
		r.properties = grown(r.properties, min(r.room(n, 0, v.start), r.limits.MaxProperties-n))
	}
	row := propertyRow{value: noValue, name: r.propertyNames.id(nil), row: int32(r.owner.row), of: uint8(slices.Index(propertyOwners, r.owner.of))} //nolint:gosec // bounded
	if row.in = row.name; in != "" {
		row.in = r.propertyNames.id([]byte(in))
	}
	if known {
		row.name = r.propertyNames.id(r.text(name))
	}
	if kept {
		row.value = int64(value.start)
	}
	r.properties = append(r.properties, row)
}

// keptProperties is the table of the properties.
func (r *cdxReader) keptProperties() *propertyList {
	return &propertyList{data: r.src.data, names: r.propertyNames.names, list: fitted(r.properties)}
}

// tellCut tells once of each bound that rows or texts beyond it are not kept,
// at the last token read.
func (r *cdxReader) tellCut(name string, bound int, what string) {
	if !slices.Contains(r.cut, name) {
		r.cut = append(r.cut, name)
		r.problems = append(r.problems, *limitProblem(name, bound, what, r.position(r.end)))
	}
}

// keepsText says whether a name or value is a text that is not too long.
func (r *cdxReader) keepsText(v token) bool {
	if v.kind != '"' {
		return false
	}
	if len(r.text(v)) > r.limits.MaxStringBytes {
		r.tellCut("MaxStringBytes", r.limits.MaxStringBytes, "a text that is kept as it stands")
		return false
	}
	return true
}

// propertyText is a name or value as it stands, "" for what is not kept.
func (r *cdxReader) propertyText(v token) string {
	if !r.keepsText(v) {
		return ""
	}
	return r.intern(r.text(v))
}
