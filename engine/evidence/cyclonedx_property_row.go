package evidence

import (
	"slices"
	"strings"
)

// keepProperty puts a property into the table, or beside the statement about a
// vulnerability that it is of. Every element of a list is a
// row, so that a row's number in its list is its place. Beyond the bound the
// rest is left out, and that is told: a document is not refused for what tools
// add to it.
func (r *cdxReader) keepProperty(v token, p Property) {
	if r.propertyParts >= r.limits.MaxProperties {
		r.tellCut("MaxProperties", r.limits.MaxProperties, "the number of properties")
		return
	}
	r.propertyParts++
	if r.owner.into != nil {
		r.owner.into.Properties = append(r.owner.into.Properties, NamedValue{Name: p.Name, Value: p.Value})
		return
	}
	p.Of, p.Row = r.owner.of, r.owner.row
	if n := len(r.properties); n == cap(r.properties) {
		r.properties = slices.Grow(r.properties, r.room(n, v.start))
	}
	r.properties = append(r.properties, p)
}

// tellCut tells once of each bound that rows or texts beyond it are not kept,
// at the last token read.
func (r *cdxReader) tellCut(name string, bound int, what string) {
	if !slices.Contains(r.cut, name) {
		r.cut = append(r.cut, name)
		r.problems = append(r.problems, *limitProblem(name, bound, what, r.position(r.end)))
	}
}

// propertyText is a name or value as it stands, "" for what is no text. One that
// is too long is not kept.
func (r *cdxReader) propertyText(v token) string {
	if v.kind != '"' {
		return ""
	}
	text := r.text(v)
	if len(text) > r.limits.MaxStringBytes {
		r.tellCut("MaxStringBytes", r.limits.MaxStringBytes, "a text that is kept as it stands")
		return ""
	}
	if r.pool == nil {
		r.pool = &textPool{}
	}
	return r.pool.keep(text)
}

// textPool keeps many short texts in a few large ones, and those that came a
// little before once. It costs a fraction of a map, which counts where every
// component has ten properties.
type textPool struct {
	chunk *strings.Builder
	last  [keySlots]string // by hash
}

func (p *textPool) keep(text []byte) string {
	slot := &p.last[keyHash(text)]
	if *slot == string(text) {
		return *slot
	}
	if p.chunk == nil || p.chunk.Cap()-p.chunk.Len() < len(text) {
		p.chunk = &strings.Builder{}
		p.chunk.Grow(max(16<<10, len(text)))
	}
	start := p.chunk.Len()
	p.chunk.Write(text)
	*slot = p.chunk.String()[start:]
	return *slot
}
