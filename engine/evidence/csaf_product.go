package evidence

// csafProduct is one product of a CSAF product tree.
type csafProduct struct {
	name, version string
	ids           vexIDs
	part, whole   string // product ids of a relationship: one is a part of the other
}

// csafBranch is what the branches above a product say of it.
type csafBranch struct{ name, version string }

// readProducts reads the product tree.
func (r *csafReader) readProducts(tree spot) {
	r.products, r.groups = map[string]*csafProduct{}, map[string][]string{}
	for _, p := range r.entries(tree.get("full_product_names")) {
		r.fullName(p, csafBranch{})
	}
	r.branches(tree.get("branches"), csafBranch{})
	for _, rel := range r.entries(tree.get("relationships")) {
		if p := r.fullName(rel.get("full_product_name"), csafBranch{}); p != nil {
			p.part, p.whole = r.text(rel.get("product_reference")).Value, r.text(rel.get("relates_to_product_reference")).Value
		}
	}
	for _, group := range r.entries(tree.get("product_groups")) {
		r.groups[r.text(group.get("group_id")).Value] = r.texts(group.get("product_ids"))
	}
}

// branches reads the branches of a tree, which may have branches of their own.
func (r *csafReader) branches(list spot, above csafBranch) {
	for _, b := range r.entries(list) {
		here := above
		switch name := r.text(b.get("name")).Value; b.get("category").plain() {
		case "product_name":
			here.name = name
		case "product_version", "product_version_range":
			here.version = name
		}
		if b.get("product").there() {
			r.fullName(b.get("product"), here)
		}
		r.branches(b.get("branches"), here)
	}
}

// fullName reads one product and the identifiers that help to find it; nil
// where it has no id.
func (r *csafReader) fullName(s spot, above csafBranch) *csafProduct {
	id := r.text(s.get("product_id")).Value
	if id == "" {
		return nil
	}
	p := &csafProduct{name: above.name, version: above.version}
	if p.name == "" {
		p.name = r.text(s.get("name")).Value
	}
	helper := s.get("product_identification_helper")
	p.ids.take(r.text(helper.get("purl")).Value)
	for _, purl := range r.texts(helper.get("purls")) {
		p.ids.take(purl)
	}
	p.ids.take(r.text(helper.get("cpe")).Value)
	for _, file := range r.entries(helper.get("hashes")) {
		for _, hash := range r.entries(file.get("file_hashes")) {
			p.ids.digest(r.text(hash.get("value")).Value)
		}
	}
	for _, uri := range r.entries(helper.get("x_generic_uris")) {
		p.ids.take(r.text(uri.get("uri")).Value) // a BOM-Link stands here
	}
	if _, taken := r.products[id]; taken {
		r.problem(codeDuplicateID, s, "the product id %s is also that of another product; give each an id of its own", quoted(id))
		return r.products[id]
	}
	r.products[id] = p
	return p
}

// addProduct adds a product to a statement; one that is a part of another
// comes after that.
func (r *csafReader) addProduct(s *VEXStatement, id string, at spot) {
	s.States.Product = Stated
	p := r.products[id]
	if p == nil {
		r.problem(codeDangling, at, "the product tree has no product %s; correct the id or add the product", quoted(id))
		s.Products = append(s.Products, r.product(id, &csafProduct{}, -1))
		return
	}
	whole, part := r.products[p.whole], r.products[p.part]
	if whole == nil || part == nil {
		s.Products = append(s.Products, r.product(id, p, -1))
		return
	}
	of := -1
	if n := len(s.Products); n > 0 && s.Products[n-1].Of >= 0 && s.Products[s.Products[n-1].Of].ids.key == p.whole {
		of = s.Products[n-1].Of // the parts of one product stand together
	} else {
		of = n
		s.Products = append(s.Products, r.product(p.whole, whole, -1))
	}
	row := r.product(id, part, of)
	row.ids.purls, row.ids.cpes = append(row.ids.purls, p.ids.purls...), append(row.ids.cpes, p.ids.cpes...)
	s.Products = append(s.Products, row)
}

// product is the row of a product: told by its package URL or CPE where it has one.
func (r *csafReader) product(id string, p *csafProduct, of int) VEXProduct {
	row := newProduct(id)
	row.Name, row.Version, row.Of, row.ids = p.name, p.version, of, p.ids
	row.ids.key = id
	// The lists are shared by all rows of the product, and grow in none.
	row.ids.purls, row.ids.cpes = row.ids.purls[:len(row.ids.purls):len(row.ids.purls)], row.ids.cpes[:len(row.ids.cpes):len(row.ids.cpes)]
	switch {
	case len(p.ids.purls) > 0:
		row.Ref = p.ids.purls[0]
	case len(p.ids.cpes) > 0:
		row.Ref = p.ids.cpes[0]
	}
	return row
}

// named is the statement that all of one vulnerability begin with: its names
// and its score.
func (r *csafReader) named(v spot) VEXStatement {
	s := newStatement(v.at)
	ids := r.entries(v.get("ids"))
	name := r.text(v.get("cve"))
	for i, id := range ids {
		text := r.text(id.get("text"))
		switch {
		case i == 0 && name.State != Stated && text.State == Stated:
			name, s.Source = text, r.text(id.get("system_name")).Value
		case text.State == Stated:
			s.Aliases = append(s.Aliases, text.Value)
		}
	}
	s.take(name, &s.Vulnerability, &s.States.Vulnerability)
	for _, score := range r.entries(v.get("scores")) { // 2.0
		r.cvss(score, &s)
	}
	for _, metric := range r.entries(v.get("metrics")) { // 2.1
		r.cvss(metric.get("content"), &s)
	}
	return s
}

// cvss takes the newest kind of score.
func (r *csafReader) cvss(s spot, row *VEXStatement) {
	for _, kind := range []string{"cvss_v4", "cvss_v3", "cvss_v2"} {
		if score := s.get(kind); score.there() {
			row.rate(r.text(score.get("baseSeverity")), r.text(score.get("vectorString")), r.number(score.get("baseScore")))
			return
		}
	}
}
