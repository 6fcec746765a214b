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
	// Source is the source package that it was built from, with its version,
	// where the document states it beside the package URL.
	Source, SourceVersion string
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
	r       *reader
	o       *orders
	covered map[[2]string]bool
	hits    map[string][]Hit
	cpes    bool                // some set may name products
	ids     map[string][]string // that belong together, by those that a record states
}

// Match looks every item up. Items that say the same share one Found, which
// the caller must not change.
func (d *Data) Match(ctx context.Context, items []Item) ([]Found, error) {
	m := &matcher{d: d, r: newReader(d), o: newOrders(), covered: map[[2]string]bool{},
		hits: map[string][]Hit{}, ids: map[string][]string{}, cpes: d.namesCPEs()}
	list := make([]Found, len(items))
	before := newAgain(items, askedOfAdvisories)
	for i, item := range items {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		item = askedOfAdvisories(item)
		if row := before.earlier(i, item); row >= 0 {
			list[i] = list[row]
			continue
		}
		var err error
		if list[i], err = m.match(item); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// askedOfAdvisories is what of an item advisories are asked about. Nothing is
// asked by name, but whether a subpath belongs to it.
func askedOfAdvisories(item Item) Item {
	item.Type = ""
	if !strings.Contains(item.PURL, "#") {
		item.Group, item.Name = "", ""
	}
	return item
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

func unique(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}
