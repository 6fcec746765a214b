package evidence

import (
	"slices"
	"strings"
)

// propertyLists are the places of properties that are of no row.
var propertyLists = [...]string{subjectList: "/metadata/component/properties", metadataList: "/metadata/properties", documentList: "/properties"}

const (
	subjectList uint8 = iota // and those of rows, which stand where the row does
	metadataList
	documentList
)

// keepProperty puts a property into the table. Every element of a list is a
// row, so that a row's number in its list is its place. Beyond the bound the
// rest is left out, and that is told: a document is not refused for what tools
// add to it.
func (r *cdxReader) keepProperty(v token, p Property) {
	if len(r.properties) >= r.limits.MaxProperties {
		r.tellCut("MaxProperties", r.limits.MaxProperties, "the number of properties")
		return
	}
	if n := len(r.properties); n == cap(r.properties) {
		r.properties = slices.Grow(r.properties, r.room(n, v.start))
	}
	r.properties = append(r.properties, p)
}

// tellCut tells once that properties are not kept whole, at the last token read.
func (r *cdxReader) tellCut(name string, bound int, what string) {
	if !r.cut {
		r.cut = true
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
		r.tellCut("MaxStringBytes", r.limits.MaxStringBytes, "the text of a property")
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
