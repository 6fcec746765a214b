package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// csafKeys are the keys that a CSAF document has at its top.
var csafKeys = []string{"$schema", "document", "product_tree", "vulnerabilities"}

// csafVersions are the versions of CSAF that are read.
var csafVersions = []string{"2.0", "2.1"}

// looksLikeCSAF recognises CSAF by its keys: an advisory without products and
// vulnerabilities has the one key document.
func looksLikeCSAF(h head) bool {
	return tree(h) && h.has("document") && !slices.ContainsFunc(h.keys, func(key string) bool { return !slices.Contains(csafKeys, key) })
}

// csafReader builds the statements of one CSAF document.
type csafReader struct {
	spotReader
	table    vexTable
	products map[string]*csafProduct
	groups   map[string][]string
	expanded int // products that groups stood for, which may be more than the document has texts
}

// readCSAF reads a CSAF document: a VEX or a security advisory alike, since
// both say the status of products.
func readCSAF(src *source, l Limits) reading {
	l = l.withDefaults()
	root, problem := src.parse(l)
	if problem != nil {
		return refusedVEX(problem)
	}
	doc := spot{n: root}
	version := doc.get("document", "csaf_version").plain()
	switch {
	case version == "" && len(root.names) == 1:
		return reading{kinds: []Kind{KindAttachment}, readable: true} // some other document
	case !slices.Contains(csafVersions, version):
		at := doc.get("document", "csaf_version")
		return refusedVEX(&Problem{Code: "unsupported_version", Message: "CSAF " + quoted(version) + " is not read; send the document as CSAF 2.0 or 2.1",
			At: Position{Pointer: at.at, Line: root.line, Column: root.column}})
	}
	r := &csafReader{spotReader: spotReader{limits: l}, table: newVEXTable("csaf", l)}
	head, tracking := doc.get("document"), doc.get("document", "tracking")
	vex := &VEX{
		Format: "csaf", FormatVersion: version,
		ID: r.text(tracking.get("id")), Version: r.text(tracking.get("version")),
		Author: r.text(head.get("publisher", "name")), Role: r.text(head.get("publisher", "category")),
		Date: r.date(tracking.get("initial_release_date")), Updated: r.date(tracking.get("current_release_date")),
	}
	r.readProducts(doc.get("product_tree"))
	for _, v := range r.entries(doc.get("vulnerabilities")) {
		if r.object(v) && !r.vulnerability(v) {
			return refusedVEX(r.table.crossed(Position{Pointer: v.at, Line: v.n.line, Column: v.n.column}))
		}
	}
	return r.table.reading(vex, version, r.result())
}

// csafScopes are the entries of a vulnerability that are about some of its
// products, by product: the rows of a list such as flags. Rows without
// products are about all.
type csafScopes struct {
	rows []spot
	of   map[string][]int
	all  []int
}

// scopes reads a list of entries that keep passes.
func (r *csafReader) scopes(list spot, keep func(spot) bool) csafScopes {
	s := csafScopes{of: map[string][]int{}}
	for _, row := range r.entries(list) {
		if !r.object(row) || !keep(row) {
			continue
		}
		i := len(s.rows)
		s.rows = append(s.rows, row)
		ids, groups := r.texts(row.get("product_ids")), r.texts(row.get("group_ids"))
		if len(ids)+len(groups) == 0 {
			s.all = append(s.all, i)
		}
		for _, id := range ids {
			s.of[id] = append(s.of[id], i)
		}
		for _, group := range groups {
			if r.expanded += len(r.groups[group]); r.expanded > r.limits.MaxStatements {
				return s
			}
			for _, id := range r.groups[group] {
				s.of[id] = append(s.of[id], i)
			}
		}
	}
	return s
}

// about is the rows that are about a product.
func (s *csafScopes) about(id string) []int {
	if len(s.all) == 0 {
		return s.of[id]
	}
	return slices.Concat(s.of[id], s.all)
}

// vulnerability reads one vulnerability: a statement for each status and for
// products that the document says the same of. It is false beyond the bound.
func (r *csafReader) vulnerability(v spot) bool {
	base := r.named(v)
	any := func(spot) bool { return true }
	flags := r.scopes(v.get("flags"), any)
	threats := r.scopes(v.get("threats"), func(s spot) bool { return s.get("category").plain() == "impact" })
	remedies := r.scopes(v.get("remediations"), any)
	if r.expanded > r.limits.MaxStatements {
		return false
	}
	names, lists := v.get("product_status").members()
	said := 0
	for i, list := range lists {
		if names[i] == "recommended" {
			continue
		}
		if _, known := vexStatuses["csaf"][names[i]]; !known {
			r.problem(codeUnknownField, list, "CSAF has no status %s, so what stands there counts for nothing; correct it", quoted(names[i]))
			continue
		}
		groups := map[string]int{}
		var rows []VEXStatement
		for _, id := range r.texts(list) {
			about := [3][]int{flags.about(id), threats.about(id), remedies.about(id)}
			key := scopeKey(about)
			at, known := groups[key]
			if !known {
				at = len(rows)
				groups[key] = at
				s := base
				s.Location = list.at
				r.table.status(&s, Text{State: Stated, Value: names[i]})
				r.explain(&s, flags.rows, threats.rows, remedies.rows, about)
				rows = append(rows, s)
			}
			if r.addProduct(&rows[at], id, list); len(rows[at].Products) > r.table.left {
				return false
			}
		}
		for _, s := range rows {
			said++
			if !r.table.add(s) {
				return false
			}
		}
	}
	return said > 0 || r.table.add(base)
}

// scopeKey is the same for products that the same rows are about.
func scopeKey(about [3][]int) string {
	var b strings.Builder
	for _, rows := range about {
		for _, row := range rows {
			b.WriteString(strconv.Itoa(row))
			b.WriteByte(',')
		}
		b.WriteByte('|')
	}
	return b.String()
}

// explain takes what the first flag, threat and remediation say: texts are not
// joined, so that a short document cannot make long ones.
func (r *csafReader) explain(s *VEXStatement, flags, threats, remedies []spot, about [3][]int) {
	for i, row := range about[0] {
		flag := flags[row]
		if label := r.text(flag.get("label")); i == 0 {
			r.table.justification(s, label)
			r.known(s.States.Justification, flag.get("label"))
			s.Date = r.date(flag.get("date"))
		}
	}
	if len(about[1]) > 0 {
		threat := threats[about[1][0]]
		s.take(r.text(threat.get("details")), &s.Impact, &s.States.Impact)
		if s.Date.State == Absent {
			s.Date = r.date(threat.get("date"))
		}
	}
	for _, row := range about[2] {
		remedy := remedies[row]
		if category := r.text(remedy.get("category")); category.State == Stated {
			s.Responses = addOnce(s.Responses, category.Value)
		}
		if s.States.Action != Stated {
			s.take(r.text(remedy.get("details")), &s.Action, &s.States.Action)
		}
		if s.Date.State == Absent {
			s.Date = r.date(remedy.get("date"))
		}
	}
}
