package advisory

func (m *matcher) byPURL(item Item, c *candidates) (Look, error) {
	if item.PURL == "" {
		return NoIdentifier, nil
	}
	l, ok := parsePURL(item.PURL)
	l.wholeModule(item)
	l.sourcePackage(item)
	release := l.release
	if release == "" {
		release = item.Release
	}
	switch {
	case !ok:
		return NoIdentifier, nil
	case l.ecosystem == nil || !m.covers(l.ecosystem.name, release):
		return NotCovered, nil
	}
	if l.version == "" {
		l.version = item.Version
	}
	l.release = release
	order := l.ecosystem.orderName()
	switch {
	case l.version == "":
		return NoVersion, nil
	case len(l.version) > maxVersion || !l.ecosystem.check(l.version) || !m.o.parse(order, l.version).ok:
		return BadVersion, nil
	}
	known := false
	weak := l.ecosystem.distro && l.release == ""
	for _, name := range l.names {
		hits, err := m.hitsOf(keyOfPackage(l.ecosystem.name, name))
		if err != nil {
			return 0, err
		}
		known = known || len(hits) > 0
		for _, hit := range hits {
			m.entries(hit, c, matched{order: order, by: "purl", weak: weak}, l.version, func(a *Affected) bool {
				ecosystem, n := a.Package()
				return ecosystem == l.ecosystem.name && n == name && fits(a.Ecosystem, l.release)
			})
		}
	}
	if weak || !l.named && !known {
		return ByName, nil
	}
	return LookedUp, nil
}

func (m *matcher) covers(ecosystem, release string) bool {
	key := [2]string{ecosystem, release}
	covered, known := m.covered[key]
	if !known {
		covered = m.d.covers(ecosystem, release)
		m.covered[key] = covered
	}
	return covered
}

// hitsOf are the advisories that a key finds.
func (m *matcher) hitsOf(key string) ([]Hit, error) {
	hits, known := m.hits[key]
	if !known {
		var err error
		if hits, err = m.r.hits(key); err != nil {
			return nil, err
		}
		m.hits[key] = hits
	}
	return hits, nil
}
