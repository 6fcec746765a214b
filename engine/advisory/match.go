package advisory

import (
	"context"
	"slices"
	"strings"
)

// Item is one thing to look up: a component. Values are as its document has
// them, and "" where it states none.
type Item struct {
	PURL, CPE, Type, Group, Name, Version string
	// Release is the release of the distribution that the document is of, for a
	// package URL that does not say: 11, 22.04.
	Release string
}

// Look says whether the data could be asked about an item.
type Look int

// The looks; the zero value is a look by identifier.
const (
	LookedUp     Look = iota
	ByName            // only by a CPE, a name, or a name that need not be the advisories' own
	NoIdentifier      // neither package URL nor CPE
	NoVersion
	BadVersion // not a version of its ecosystem
	NotCovered // no data set speaks of its ecosystem or product
)

// Found is what the advisories say of one item.
type Found struct {
	Look            Look
	Vulnerabilities []Vulnerability // in order of their ids
	Withdrawn       []string        // ids of records that would have matched, in order
	// Blind are the ids of records on the item's package that have only ranges
	// that cannot be compared with a version, such as GIT: they match nothing.
	Blind []string
}

// Vulnerability is one vulnerability with all that the data says of it.
type Vulnerability struct {
	ID      string   // the CVE where there is one, else the first id in order
	Aliases []string // the other ids, in order
	Records []Record // by set, then id; empty for one that no advisory ties to the item
	By      string   // purl, cpe or vendor: the strongest link
	Weak    bool     // a person must confirm
	Fixed   []string // in order of versions
	// Published is the earliest and Modified the latest of the records.
	Published, Modified string
	Severity            Scored

	KEV      *Exploited
	KEVSet   int
	EPSS     *Score
	EPSSSet  int
	SSVC     *Points
	Exploits []string // the CVEs among the ids, in order
}

// Record is one advisory that matched.
type Record struct {
	ID    string
	Set   int    // row in Sets
	Range string // the range or list that matched, for people
}

// matcher is one call to Match. It remembers what it found, because the same
// package stands many times in one SBOM.
type matcher struct {
	d       *Data
	o       *orders
	covered map[[2]string]bool
	found   map[Item]Found
	hits    map[[2]string][]Hit
	ids     map[string][]string // that belong together, by those that a record states
}

// Match looks every item up. Items that say the same share one Found, which
// the caller must not change.
func (d *Data) Match(ctx context.Context, items []Item) ([]Found, error) {
	m := &matcher{d: d, o: newOrders(), covered: map[[2]string]bool{}, found: map[Item]Found{}, hits: map[[2]string][]Hit{}, ids: map[string][]string{}}
	list := make([]Found, len(items))
	for i, item := range items {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		item.Type = ""
		if !strings.Contains(item.PURL, "#") {
			item.Group, item.Name = "", "" // nothing is asked by name
		}
		found, known := m.found[item]
		if !known {
			var err error
			if found, err = m.match(item); err != nil {
				return nil, err
			}
			m.found[item] = found
		}
		list[i] = found
	}
	return list, nil
}

// match looks one item up.
func (m *matcher) match(item Item) (Found, error) {
	var c candidates
	look, err := m.byPURL(item, &c)
	if err != nil {
		return Found{}, err
	}
	other, err := m.byCPE(item, &c)
	if err != nil {
		return Found{}, err
	}
	if look != LookedUp && look != ByName && (other == ByName || look == NoIdentifier) {
		look = other
	}
	found := Found{Look: look, Withdrawn: unique(c.withdrawn), Blind: unique(c.blind)}
	found.Vulnerabilities, err = m.join(c.matched)
	return found, err
}

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

func (m *matcher) byPURL(item Item, c *candidates) (Look, error) {
	if item.PURL == "" {
		return NoIdentifier, nil
	}
	l, ok := parsePURL(item.PURL)
	l.wholeModule(item)
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
		hits, err := m.hitsOf(l.ecosystem.name, name)
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

func (m *matcher) byCPE(item Item, c *candidates) (Look, error) {
	if item.CPE == "" {
		return NoIdentifier, nil
	}
	mine, ok := parseCPE(item.CPE)
	if !ok {
		return NoIdentifier, nil
	}
	hits, err := m.d.Product(mine.vendor, mine.product)
	if err != nil || len(hits) == 0 {
		return NotCovered, err
	}
	version := mine.version
	if version == "" {
		version = item.Version
	}
	switch {
	case version == "":
		return NoVersion, nil
	case len(version) > maxVersion || !plainVersion(version):
		return BadVersion, nil
	}
	for _, hit := range hits {
		m.entries(hit, c, matched{order: looseOrder, by: "cpe", weak: true}, version, func(a *Affected) bool {
			theirs, ok := parseCPE(a.CPE)
			return ok && theirs.vendor == mine.vendor && theirs.product == mine.product && (theirs.version == "" || theirs.version == version)
		})
	}
	return ByName, nil
}

// looseOrder is that of versions of no known ecosystem: runs of digits and of
// letters one by one, as rpm compares them.
const looseOrder = "Red Hat"

func (e *ecosystem) orderName() string {
	if e.order != "" {
		return e.order
	}
	return e.name
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

// exactCPE is an entry whose CPE says the version, and that has no range.
func (m *matcher) exactCPE(a *Affected, version string) verdict {
	theirs, _ := parseCPE(a.CPE)
	if theirs.version == "" || theirs.version != version {
		return verdict{}
	}
	return verdict{hit: true, words: "version " + version + " is listed"}
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

// hitsOf are the advisories on a package.
func (m *matcher) hitsOf(ecosystem, name string) ([]Hit, error) {
	key := [2]string{ecosystem, name}
	hits, known := m.hits[key]
	if !known {
		var err error
		if hits, err = m.d.Package(ecosystem, name); err != nil {
			return nil, err
		}
		m.hits[key] = hits
	}
	return hits, nil
}

func unique(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}
