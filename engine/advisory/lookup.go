package advisory

import "strings"

// Product gives the advisories that name a product by a CPE, without their
// summaries; vendor and product are as in the CPE, in lower case.
func (d *Data) Product(vendor, product string) ([]Hit, error) {
	return d.hits(keyOfProduct(vendor, product))
}

// Exploited gives the catalogue's entry of a CVE; nil when there is none.
func (d *Data) Exploited(cve string) (set int, e *Exploited, err error) {
	return one(d, KindKEV, decodeJSON[Exploited], keyOfID(cve))
}

// Score gives the exploit score of a CVE; nil when there is none.
func (d *Data) Score(cve string) (set int, s *Score, err error) {
	return one(d, KindEPSS, decodeJSON[Score], keyOfID(cve))
}

// Points gives the decision points of a CVE; nil when there are none.
func (d *Data) Points(cve string) (set int, p *Points, err error) {
	return one(d, KindSSVC, decodeJSON[Points], keyOfID(cve))
}

// Certificate gives the module certificate of a number in digits; nil when
// there is none.
func (d *Data) Certificate(number string) (set int, c *Certificate, err error) {
	return one(d, KindCertificates, decodeJSON[Certificate], keyOfID(number))
}

// CycleHit is a release cycle with the set that holds it.
type CycleHit struct {
	Set   int
	Cycle *Cycle
}

// Cycles gives the release cycles of a product by one of its package URLs,
// CPEs or names, in lower case and without a version.
func (d *Data) Cycles(key string) ([]CycleHit, error) {
	var hits []CycleHit
	err := find(d, KindLifecycle, decodeJSON[Cycle], keyOfName(key), func(set int, c *Cycle) { hits = append(hits, CycleHit{set, c}) })
	return hits, err
}

// EntityHit is a prohibited source with the set that holds it.
type EntityHit struct {
	Set    int
	Entity *Entity
}

// Entities gives every prohibited source, in the order of sets and of ids.
func (d *Data) Entities() ([]EntityHit, error) {
	var hits []EntityHit
	for set, t := range d.tables {
		if t.head.Kind != KindSources {
			continue
		}
		err := t.each(func(r stored) error {
			entity, err := decodeJSON[Entity](r.body)
			if err != nil {
				return t.damaged(err.Error())
			}
			hits = append(hits, EntityHit{set, entity})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return hits, nil
}

// has says that some set holds data of a kind.
func (d *Data) has(kind Kind) bool {
	for i := range d.sets {
		if d.sets[i].Kind == kind {
			return true
		}
	}
	return false
}

// covers says that some set holds advisories of an ecosystem; of a
// distribution, of its release.
func (d *Data) covers(ecosystem, release string) bool {
	for i := range d.sets {
		for _, name := range d.sets[i].Ecosystems {
			if base, _, _ := strings.Cut(name, ":"); base == ecosystem && fits(name, release) {
				return true
			}
		}
	}
	return false
}

// one looks up what a publisher gives once. Where several sets have it, that of
// the latest date is taken.
func one[T any](d *Data, kind Kind, decode func([]byte) (*T, error), key string) (set int, value *T, err error) {
	err = find(d, kind, decode, key, func(at int, found *T) {
		if value == nil || d.sets[at].Date > d.sets[set].Date {
			set, value = at, found
		}
	})
	return set, value, err
}

// find calls for every record that a key finds in the sets of a kind.
func find[T any](d *Data, kind Kind, decode func([]byte) (*T, error), key string, call func(set int, value *T)) error {
	for set, t := range d.tables {
		if t.head.Kind != kind {
			continue
		}
		places, err := t.find(key)
		if err != nil {
			return err
		}
		for _, at := range places {
			r, _, err := t.record(at)
			if err != nil {
				return err
			}
			value, err := decode(r.body)
			if err != nil {
				return t.damaged(err.Error())
			}
			call(set, value)
		}
	}
	return nil
}
