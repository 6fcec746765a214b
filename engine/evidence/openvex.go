package evidence

import (
	"slices"
	"strings"
)

// looksLikeOpenVEX recognises OpenVEX by its JSON-LD context, which carries the
// version. Documents of 0.0.x may have the name space without a version.
func looksLikeOpenVEX(h head) bool {
	return tree(h) && strings.Contains(h.scalar["@context"], "openvex.dev")
}

// openVEXVersion is the version that a context names; those before 0.2.0 name
// none.
func openVEXVersion(context string) string {
	_, version, found := strings.Cut(context, "/ns/v")
	if !found {
		return "0.0"
	}
	return strings.Trim(version, "/")
}

// openVEXReader builds the statements of one OpenVEX document. In versions
// before 0.2.0 a vulnerability, a product and a subcomponent are plain texts;
// both ways are read in every version, as tools write them.
type openVEXReader struct {
	spotReader
	table vexTable
}

// readOpenVEX reads an OpenVEX document. An odd value is a problem and its
// state invalid; the other statements are still read.
func readOpenVEX(src *source, l Limits) reading {
	l = l.withDefaults()
	root, problem := src.parse(l)
	if problem != nil {
		return refusedVEX(problem)
	}
	doc := spot{n: root}
	version := openVEXVersion(doc.get("@context").plain())
	r := &openVEXReader{spotReader: spotReader{limits: l}, table: newVEXTable("openvex", l)}
	vex := &VEX{
		Format: "openvex", FormatVersion: version,
		ID: r.text(doc.get("@id")), Version: r.text(doc.get("version")),
		Author: r.text(doc.get("author")), Role: r.text(doc.get("role")),
		Date: r.date(doc.get("timestamp")), Updated: r.date(doc.get("last_updated")),
	}
	for _, s := range r.entries(doc.get("statements")) {
		if !r.table.add(r.statement(s)) {
			return refusedVEX(r.table.crossed(Position{Pointer: s.at, Line: s.n.line, Column: s.n.column}))
		}
	}
	return r.table.reading(vex, version, r.result())
}

// refusedVEX is the reading of a VEX document that cannot be read.
func refusedVEX(p *Problem) reading {
	return reading{kinds: []Kind{KindVEX}, problems: []Problem{*p}}
}

// reading finishes the document and gives its reading.
func (t *vexTable) reading(v *VEX, version string, problems []Problem) reading {
	t.finish(v)
	return reading{kinds: []Kind{KindVEX}, formatVersion: version, readable: true, problems: problems, vex: v, statements: t.rows}
}

// statement reads one statement.
func (r *openVEXReader) statement(s spot) VEXStatement {
	row := newStatement(s.at)
	if !r.object(s) {
		row.States.Vulnerability, row.States.Status = Invalid, Invalid
		return row
	}
	row.ID = r.text(s.get("@id")).Value
	r.vulnerability(s.get("vulnerability"), &row)
	if row.Date = r.date(s.get("last_updated")); row.Date.State == Absent {
		row.Date = r.date(s.get("timestamp"))
	}
	for _, product := range r.entries(s.get("products")) {
		r.product(product, &row)
	}
	if row.States.Product = Absent; len(row.Products) > 0 {
		row.States.Product = Stated
	}
	products := len(row.Products)
	for _, part := range r.entries(s.get("subcomponents")) { // before 0.2.0 beside the products
		for of := range products {
			if row.Products[of].Of < 0 {
				r.take(part, of, &row)
			}
		}
	}
	r.table.status(&row, r.text(s.get("status")))
	r.table.justification(&row, r.text(s.get("justification")))
	r.known(row.States.Status, s.get("status"))
	r.known(row.States.Justification, s.get("justification"))
	row.take(r.text(s.get("impact_statement")), &row.Impact, &row.States.Impact)
	row.take(r.text(s.get("action_statement")), &row.Action, &row.States.Action)
	return row
}

// known tells a word that the format does not have.
func (r *spotReader) known(state State, s spot) {
	if state == Invalid && s.plain() != "" {
		r.problem(codeUnknownValue, s, "%s is not a word that the format has here, so it counts for nothing; correct it", quoted(s.plain()))
	}
}

// vulnerability reads a vulnerability: an object, or a name alone.
func (r *openVEXReader) vulnerability(s spot, row *VEXStatement) {
	if s.n == nil || s.n.kind != objectNode {
		row.take(r.text(s), &row.Vulnerability, &row.States.Vulnerability)
		return
	}
	name := r.text(s.get("name"))
	if name.State == Absent {
		name = r.text(s.get("@id"))
	}
	row.take(name, &row.Vulnerability, &row.States.Vulnerability)
	row.Aliases = slices.DeleteFunc(r.texts(s.get("aliases")), func(alias string) bool { return alias == name.Value })
}

// product reads a product with its subcomponents.
func (r *openVEXReader) product(s spot, row *VEXStatement) {
	of := len(row.Products)
	r.take(s, -1, row)
	if s.n.kind == objectNode {
		for _, part := range r.entries(s.get("subcomponents")) {
			r.take(part, of, row)
		}
	}
}

// take adds a product, or a part of the product in row of.
func (r *openVEXReader) take(s spot, of int, row *VEXStatement) {
	if r.table.left < len(row.Products) {
		return // the statement is over the bound as it is
	}
	p := newProduct("")
	p.Of = of
	if s.n.kind != objectNode {
		p.Ref = r.text(s).Value
		p.ids.take(p.Ref)
		row.Products = append(row.Products, p)
		return
	}
	p.Ref = r.text(s.get("@id")).Value
	p.ids.take(p.Ref)
	_, identifiers := s.get("identifiers").members()
	for _, id := range identifiers {
		text := r.text(id).Value
		p.ids.take(text)
		if p.Ref == "" {
			p.Ref = text
		}
	}
	_, hashes := s.get("hashes").members()
	for _, digest := range hashes {
		p.ids.digest(r.text(digest).Value)
	}
	row.Products = append(row.Products, p)
}
