package evidence

import "strings"

// vex looks up the products of all statements, says who the authors are, and
// counts the statements whose products the bundle does not have.
func (r *resolver) vex() {
	f := newFinder(r)
	for i := range r.d.VEX {
		for j := range r.d.VEXStatements[i] {
			for _, p := range r.d.VEXStatements[i][j].Products {
				f.want(f.keys(&r.d.VEX[i], &p))
			}
		}
	}
	for i := range r.d.Lifecycle {
		f.want(f.lifecycleKeys(&r.d.Lifecycle[i]))
	}
	f.look()
	vendors := r.vendors()
	for i := range r.d.VEX {
		v := &r.d.VEX[i]
		v.AuthorIs = authorIs(v.Author, vendors)
		for j := range r.d.VEXStatements[i] {
			s := &r.d.VEXStatements[i][j]
			known := len(s.Products) == 0
			for k := range s.Products {
				p := &s.Products[k]
				p.Match, p.SBOM, p.Row = f.find(f.keys(v, p))
				known = known || p.Match != "none"
			}
			if !known {
				v.Counts.UnknownProduct = append(v.Counts.UnknownProduct, Row(j))
			}
		}
	}
	for i := range r.d.Lifecycle {
		l := &r.d.Lifecycle[i]
		if l.SBOM < 0 {
			_, l.SBOM, l.Row = f.find(f.lifecycleKeys(l))
		}
	}
}

// vendors are the names of who is taken to be the vendor, folded: of the
// manifest, the declarations, and what the SBOMs are about.
func (r *resolver) vendors() map[string]bool {
	names := map[string]bool{}
	add := func(t Text) {
		if name := foldName(value(t)); name != "" {
			names[name] = true
		}
	}
	add(r.d.Bundle.Manifest.Vendor)
	for _, d := range r.d.Declarations {
		add(d.Manufacturer.Name)
	}
	for _, s := range r.d.SBOMs {
		add(s.Subject.Manufacturer)
		add(s.Subject.Supplier)
	}
	return names
}

// authorIs says whether an author is one of the vendors. The author may have
// an address after the name, as in "Acme <security@acme.example>".
func authorIs(author Text, vendors map[string]bool) string {
	name, _, _ := strings.Cut(value(author), "<")
	switch {
	case author.State != Stated || len(vendors) == 0:
		return "unknown"
	case vendors[foldName(author.Value)], vendors[foldName(name)]:
		return "vendor"
	}
	return "third_party"
}
