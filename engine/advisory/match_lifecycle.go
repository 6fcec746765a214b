package advisory

import (
	"context"
	"strings"
)

// CyclesFound is what lifecycle data says of one item.
type CyclesFound struct {
	Look    Look
	Matches []CycleMatch // by set, then product
}

// CycleMatch is the release cycle that an item's version is of.
type CycleMatch struct {
	CycleHit
	By   string // purl, cpe or name
	Weak bool   // by other than a package URL
}

// cycler is one call to Lifecycles.
type cycler struct {
	d    *Data
	o    *orders
	hits map[string][]CycleHit // of those that have any
}

// Lifecycles looks up the release cycle of every item. Of the cycles of one
// product that have the version the most exact is taken.
func (d *Data) Lifecycles(ctx context.Context, items []Item) ([]CyclesFound, error) {
	c := &cycler{d: d, o: newOrders(), hits: map[string][]CycleHit{}}
	list := make([]CyclesFound, len(items))
	before, names := newAgain(items, askedOfCycles), newNameFilter(d, len(items))
	for i, item := range items {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		item = askedOfCycles(item)
		if names != nil {
			if none, lacks := names.lacks(item); lacks {
				list[i] = CyclesFound{Look: none}
				continue
			}
		}
		if row := before.earlier(i, item); row >= 0 {
			list[i] = list[row]
			continue
		}
		var err error
		if list[i], err = c.look(item); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// askedOfCycles is what of an item lifecycle data is asked about.
func askedOfCycles(item Item) Item {
	item.Release, item.Group, item.Source, item.SourceVersion = "", "", "", ""
	return item
}

// look tries what names the product, the surest first.
func (c *cycler) look(item Item) (CyclesFound, error) {
	version, order := item.Version, looseOrder
	named := item.Name != ""
	var keys []productKey
	if l, ok := parsePURL(item.PURL); ok && item.PURL != "" {
		keys = append(keys, productKey{l.base(), "purl"})
		if l.version != "" {
			version = l.version
		}
		if l.ecosystem != nil {
			order = l.ecosystem.orderName()
			named = false // a package of an ecosystem is not a product of that name
		}
	}
	if p, ok := parseCPE(item.CPE); ok {
		keys = append(keys, productKey{"cpe:2.3:" + p.part + ":" + p.vendor + ":" + p.product, "cpe"}, productKey{"cpe:/" + p.part + ":" + p.vendor + ":" + p.product, "cpe"})
		if version == "" {
			version = p.version
		}
	}
	none := NotCovered
	if len(keys) == 0 {
		none = NoIdentifier
	}
	if named {
		keys = append(keys, productKey{item.Name, "name"})
	}
	for _, k := range keys {
		hits, err := c.cycles(k.text)
		if err != nil {
			return CyclesFound{}, err
		}
		if len(hits) > 0 {
			return c.fit(hits, k.by, order, bareVersion(version)), nil
		}
	}
	return CyclesFound{Look: none}, nil
}

// productKey is what a product may be found by.
type productKey struct{ text, by string }

func (c *cycler) cycles(text string) ([]CycleHit, error) {
	text = strings.ToLower(text)
	hits, known := c.hits[text]
	if !known {
		var err error
		if hits, err = c.d.Cycles(text); err != nil {
			return nil, err
		}
		if len(hits) > 0 { // to find nothing costs less than to remember it
			c.hits[text] = hits
		}
	}
	return hits, nil
}

// fit takes the cycles that have the version, the most exact of each product
// in each set.
func (c *cycler) fit(hits []CycleHit, by, order, version string) CyclesFound {
	type product struct {
		set  int
		name string
	}
	at, best := map[product]int{}, map[product]int{}
	found := CyclesFound{Look: LookedUp}
	if by != "purl" {
		found.Look = ByName
	}
	for _, hit := range hits {
		exact := c.exactness(hit.Cycle, order, version)
		if exact == 0 {
			continue
		}
		p := product{hit.Set, hit.Cycle.Product}
		match := CycleMatch{CycleHit: hit, By: by, Weak: by != "purl"}
		row, known := at[p]
		switch {
		case !known:
			at[p], best[p] = len(found.Matches), exact
			found.Matches = append(found.Matches, match)
		case exact > best[p]:
			found.Matches[row], best[p] = match, exact
		}
	}
	if len(found.Matches) == 0 {
		switch {
		case version == "":
			found.Look = NoVersion
		case !plainVersion(version):
			found.Look = BadVersion
		default:
			found.Look = NotCovered
		}
	}
	return found
}

// exactness says how exactly a cycle has the version; 0 is not at all. A cycle
// without versions and name is of the product as a whole.
func (c *cycler) exactness(cycle *Cycle, order, version string) int {
	const whole, ranged, prefixed, equal = 1, 2, 3, 1 << 20
	switch {
	case cycle.Versions != "" && version == "":
		return 0
	case strings.HasPrefix(cycle.Versions, "vers:"):
		if c.o.inVers(cycle.Versions, order, version) {
			return ranged
		}
		return 0
	case cycle.Versions != "":
		if sign, ok := c.o.compare(order, version, cycle.Versions); cycle.Versions == version || ok && sign == 0 {
			return equal
		}
		return 0
	case cycle.Cycle == "":
		return whole
	case version != "" && ofCycle(version, bareVersion(cycle.Cycle)):
		return prefixed + len(cycle.Cycle)
	}
	return 0
}

// ofCycle says that a version is the cycle's own or one below it: 3.11.4 is of
// 3.11 and 3.1 is not. A letter may follow, as in OpenSSL's 1.1.1n.
func ofCycle(version, cycle string) bool {
	rest, ok := strings.CutPrefix(version, cycle)
	return ok && cycle != "" && (rest == "" || rest[0] < '0' || rest[0] > '9')
}

// bareVersion is a version without what packagers and people put around it: an
// epoch, a leading v or go, a name after a space.
func bareVersion(version string) string {
	version, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(version)), " ")
	if epoch, rest, ok := strings.Cut(version, ":"); ok && strings.Trim(epoch, "0123456789") == "" {
		version = rest
	}
	for _, prefix := range []string{"v", "go"} {
		if rest, ok := strings.CutPrefix(version, prefix); ok && rest != "" && '0' <= rest[0] && rest[0] <= '9' {
			return rest
		}
	}
	return version
}
