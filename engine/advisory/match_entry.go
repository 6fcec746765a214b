package advisory

// candidates are the records on an item's package or product.
type candidates struct {
	matched          []matched
	withdrawn, blind []string
}

// matched is a record that has the item's version.
type matched struct {
	hit   Hit
	words string
	fixed []string
	order string
	by    string
	weak  bool
	extra []Severity // of the entries that matched
	ids   []string   // of the vulnerability
}

// entries asks the entries of a record that are on the item's package.
func (m *matcher) entries(hit Hit, c *candidates, as matched, version string, on func(*Affected) bool) {
	as.hit = hit
	matches, blind, mine := false, true, 0
	for i := range hit.Advisory.Affected {
		a := &hit.Advisory.Affected[i]
		if !on(a) {
			continue
		}
		mine++
		v := m.o.affects(a, as.order, version)
		if as.by == "cpe" && len(a.Ranges) == 0 && len(a.Versions) == 0 {
			v = m.exactCPE(a, version)
		}
		blind = blind && v.blind
		if !v.hit {
			continue
		}
		if !matches {
			as.words = v.words
		}
		matches = true
		as.fixed = append(as.fixed, v.fixed...)
		as.extra = append(as.extra, a.Severity...)
	}
	switch {
	case mine == 0:
	case hit.Advisory.Withdrawn != "":
		if matches {
			c.withdrawn = append(c.withdrawn, hit.Advisory.ID)
		}
	case matches:
		c.matched = append(c.matched, as)
	case blind:
		c.blind = append(c.blind, hit.Advisory.ID)
	}
}
