package advisory

import (
	"slices"
	"strings"
)

// join makes one vulnerability of the records that are aliases of each other.
func (m *matcher) join(list []matched) ([]Vulnerability, error) {
	if len(list) == 0 {
		return nil, nil
	}
	g := newGroups()
	list = parted(list)
	for i := range list {
		if err := m.identify(&list[i]); err != nil {
			return nil, err
		}
		for _, id := range list[i].ids {
			g.join(list[i].ids[0], id)
		}
	}
	byRoot := map[string][]matched{}
	for _, one := range list {
		root := g.find(one.ids[0])
		byRoot[root] = append(byRoot[root], one)
	}
	out := make([]Vulnerability, 0, len(byRoot))
	for _, group := range byRoot {
		v, err := m.vulnerability(group)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b Vulnerability) int { return compareIDs(a.ID, b.ID) })
	return out, nil
}

// parted makes one match of each vulnerability that a record contains: a
// distribution's advisory may repair many. Such a record is an alias of none.
func parted(list []matched) []matched {
	out := make([]matched, 0, len(list))
	for _, one := range list {
		a := one.hit.Advisory
		if len(a.Upstream) > 1 {
			for _, id := range a.Upstream {
				part := one
				part.ids = []string{id}
				out = append(out, part)
			}
			continue
		}
		one.ids = slices.Concat([]string{a.ID}, a.Aliases, a.Upstream)
		out = append(out, one)
	}
	return out
}

// identify adds to a match the ids that the data ties to its own, also through
// records that do not match.
func (m *matcher) identify(one *matched) error {
	key := strings.Join(one.ids, "\x00")
	ids, known := m.ids[key]
	if !known {
		var err error
		if ids, err = m.r.aliases(one.ids); err != nil {
			return err
		}
		m.ids[key] = ids
	}
	one.ids = ids
	return nil
}

// vulnerability is what the records of one group say.
func (m *matcher) vulnerability(group []matched) (Vulnerability, error) {
	slices.SortFunc(group, func(a, b matched) int {
		if a.hit.Set != b.hit.Set {
			return a.hit.Set - b.hit.Set
		}
		if c := strings.Compare(a.hit.Advisory.ID, b.hit.Advisory.ID); c != 0 {
			return c
		}
		return strings.Compare(b.by, a.by) // purl before cpe
	})
	var v Vulnerability
	var ids []string
	v.By, v.Weak = "cpe", true
	for i, one := range group {
		a := one.hit.Advisory
		if one.by == "purl" {
			v.By = "purl"
		}
		v.Weak = v.Weak && one.weak
		if i == 0 || group[i-1].hit.Set != one.hit.Set || group[i-1].hit.Advisory.ID != a.ID || group[i-1].words != one.words {
			v.Records = append(v.Records, Record{ID: a.ID, Set: one.hit.Set, Range: one.words})
		}
		ids = append(ids, one.ids...)
		v.Fixed = append(v.Fixed, one.fixed...)
		if a.Published != "" && (v.Published == "" || a.Published < v.Published) {
			v.Published = a.Published
		}
		v.Modified = max(v.Modified, a.Modified)
		v.Severity = highest(highest(v.Severity, severityOf(a.Severity)), severityOf(one.extra))
	}
	v.Fixed = m.inOrder(v.Fixed, group[0].order)
	err := m.d.describe(&v, ids)
	return v, err
}

// inOrder sorts versions by an ecosystem's order, and drops those that are
// equal as text.
func (m *matcher) inOrder(versions []string, order string) []string {
	versions = unique(versions)
	slices.SortStableFunc(versions, func(a, b string) int {
		sign, _ := m.o.compare(order, a, b)
		return sign
	})
	return versions
}

// Describe gives a vulnerability that is known by its ids only, such as one
// that the vendor's document lists: what the data holds of it, and no records.
func (d *Data) Describe(ids []string) (Vulnerability, error) {
	v := Vulnerability{By: "vendor"}
	all, err := newReader(d).aliases(ids)
	if err != nil {
		return v, err
	}
	err = d.describe(&v, all)
	return v, err
}

// describe fills in the ids and what the data says by CVE. Where several sets
// speak, the first set by name does.
func (d *Data) describe(v *Vulnerability, ids []string) error {
	v.KEVSet = -1
	slices.SortFunc(ids, compareIDs)
	ids = slices.Compact(ids)
	if len(ids) == 0 {
		return nil
	}
	v.ID, v.Aliases = ids[0], ids[1:]
	var err error
	for _, id := range ids {
		if !isCVE(id) {
			continue
		}
		v.Exploits = append(v.Exploits, id)
		if v.KEV == nil {
			if v.KEVSet, v.KEV, err = d.Exploited(id); err != nil {
				return err
			}
		}
		if v.EPSS == nil {
			if v.EPSSSet, v.EPSS, err = d.Score(id); err != nil {
				return err
			}
		}
		if v.SSVC == nil {
			if _, v.SSVC, err = d.Points(id); err != nil {
				return err
			}
		}
	}
	if v.KEV == nil {
		v.KEVSet = -1
	}
	return nil
}
