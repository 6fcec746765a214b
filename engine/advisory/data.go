package advisory

import (
	"errors"
	"io"
	"slices"
	"strings"
)

// Data is a buyer's data sets, opened for matching. It is safe for concurrent
// use; a record that it gives is the caller's own.
type Data struct {
	sets   []Set
	tables []*table // one for each of sets
	files  []io.Closer
}

// Hit is an advisory with the set that holds it.
type Hit struct {
	Set      int // row in Sets
	Advisory *Advisory
}

// Entry is a record with the set that holds it.
type Entry[T any] struct {
	Set   int // row in Sets
	Value *T
}

// Close closes the files of the sets; the Data is of no use after it.
func (d *Data) Close() error {
	var err error
	for _, f := range d.files {
		err = errors.Join(err, f.Close())
	}
	return err
}

// Sets lists the data sets, in the order of their names.
func (d *Data) Sets() []Set { return slices.Clone(d.sets) }

// Package gives the advisories on a package, withdrawn ones with it and all
// without their summaries. The ecosystem is without its suffix (Debian, not
// Debian:12); the name is as PackageName gives it.
func (d *Data) Package(ecosystem, name string) ([]Hit, error) {
	return d.hits(keyOfPackage(ecosystem, name))
}

// Product gives the advisories on a product by vendor and product of its CPE,
// without their summaries.
func (d *Data) Product(vendor, product string) ([]Hit, error) {
	return d.hits(keyOfProduct(vendor, product))
}

// ByID gives the advisories that have the id or name it as an alias, without
// their summaries.
func (d *Data) ByID(id string) ([]Hit, error) {
	return d.hits(keyOfID(id))
}

// Exploited gives the entries of catalogues of known exploited vulnerabilities
// on a CVE.
func (d *Data) Exploited(cve string) ([]Entry[Exploited], error) {
	return find(d, KindKEV, decodeJSON[Exploited], keyOfID(cve))
}

// Scores gives the EPSS scores of a CVE.
func (d *Data) Scores(cve string) ([]Entry[Score], error) {
	return find(d, KindEPSS, decodeJSON[Score], keyOfID(cve))
}

// Points gives the SSVC decision points of a CVE.
func (d *Data) Points(cve string) ([]Entry[Points], error) {
	return find(d, KindSSVC, decodeJSON[Points], keyOfID(cve))
}

// Cycles gives the release cycles of a product by one of its purls, CPEs or
// names; the key is read without regard to case.
func (d *Data) Cycles(key string) ([]Entry[Cycle], error) {
	return find(d, KindLifecycle, decodeJSON[Cycle], keyOfName(key))
}

// Certificates gives the certificates with a number.
func (d *Data) Certificates(number string) ([]Entry[Certificate], error) {
	return find(d, KindCertificates, decodeJSON[Certificate], keyOfID(number))
}

// Entities gives every prohibited source, in the order of sets and ids.
func (d *Data) Entities() ([]Entry[Entity], error) {
	list := []Entry[Entity]{}
	for set, t := range d.tables {
		if t.head.Kind != KindSources {
			continue
		}
		err := t.each(func(r stored) error {
			entity, err := decodeJSON[Entity](r.body)
			if err != nil {
				return t.damaged(err.Error())
			}
			list = append(list, Entry[Entity]{set, entity})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Verify reads every byte of every set.
func (d *Data) Verify() error {
	var err error
	for _, t := range d.tables {
		err = errors.Join(err, t.verify())
	}
	return err
}

func (d *Data) hits(key string) ([]Hit, error) {
	list, err := find(d, KindAdvisories, decodeAdvisory, key)
	hits := make([]Hit, len(list))
	for i, entry := range list {
		hits[i] = Hit{entry.Set, entry.Value}
	}
	return hits, err
}

// find looks a key up in every set of a kind.
func find[T any](d *Data, kind Kind, decode func([]byte) (*T, error), key string) ([]Entry[T], error) {
	var list []Entry[T]
	for set, t := range d.tables {
		if t.head.Kind != kind {
			continue
		}
		places, err := t.find(key)
		if err != nil {
			return nil, err
		}
		for _, at := range places {
			r, _, err := t.record(at)
			if err != nil {
				return nil, err
			}
			value, err := decode(r.body)
			if err != nil {
				return nil, t.damaged(err.Error())
			}
			list = append(list, Entry[T]{set, value})
		}
	}
	return list, nil
}

// The keys of a set begin with what they are, so that none is taken for another.
func keyOfPackage(ecosystem, name string) string {
	return "package\x00" + ecosystem + "\x00" + PackageName(ecosystem, name)
}
func keyOfProduct(vendor, product string) string {
	return "product\x00" + strings.ToLower(vendor+"\x00"+product)
}
func keyOfID(id string) string     { return "id\x00" + id }
func keyOfName(name string) string { return "name\x00" + strings.ToLower(name) }
