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

// ByID gives the advisories that have the id or name it as an alias, without
// their summaries.
func (d *Data) ByID(id string) ([]Hit, error) {
	return d.hits(keyOfID(id))
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
	return newReader(d).hits(key)
}

// The keys of a set begin with what they are, so that none is taken for another.
func keyOfPackage(ecosystem, name string) string { return packageKey + ecosystem + "\x00" + name }
func keyOfProduct(vendor, product string) string { return "product\x00" + vendor + "\x00" + product }
func keyOfID(id string) string                   { return "id\x00" + id }
func keyOfName(name string) string               { return nameKey + strings.ToLower(name) }

const packageKey, nameKey = "package\x00", "name\x00"
