package evidence

import "fmt"

// Limits bounds what is taken from a bundle. The zero value of a field means
// its default. A bound that is crossed is never silent: it becomes a Problem
// of code "limit" that names the field.
type Limits struct {
	MaxFiles       int // files in a bundle; default 10,000
	MaxFileBytes   int // bytes of one file as read; default 512 MiB
	MaxBundleBytes int // bytes of all files together as read; default 1 GiB
	MaxRatio       int // bytes out of an archive for each byte in it, above 1 MiB; default 100
	MaxNameBytes   int // bytes of a path in the bundle; default 512
	MaxNameDepth   int // folders of a path in the bundle; default 16

	MaxTreeBytes   int // bytes of a JSON document that is read as a tree; default 16 MiB
	MaxYAMLBytes   int // bytes of a YAML document; default 2 MiB
	MaxYAMLTotal   int // bytes of all YAML documents together; default 16 MiB
	MaxDepth       int // nesting of objects and arrays; default 64
	MaxNodes       int // values in a document that is read as a tree; default 1,000,000
	MaxStringBytes int // bytes of a key or a string; default 64 KiB
	MaxNumberChars int // characters of a number; default 64

	MaxComponents   int // components of one SBOM, nested ones counted; default 1,000,000
	MaxDependencies int // rows of one dependency graph; default 1,000,000
	MaxProblems     int // problems told of one document; default 100

	MaxSchemaProblems int // problems that a document has with its schema, told one by one; default 20
}

// limitTable names every bound with its default.
var limitTable = []struct {
	name  string
	field func(*Limits) *int
	value int
}{
	{"MaxFiles", func(l *Limits) *int { return &l.MaxFiles }, 10_000},
	{"MaxFileBytes", func(l *Limits) *int { return &l.MaxFileBytes }, 512 << 20},
	{"MaxBundleBytes", func(l *Limits) *int { return &l.MaxBundleBytes }, 1 << 30},
	{"MaxRatio", func(l *Limits) *int { return &l.MaxRatio }, 100},
	{"MaxNameBytes", func(l *Limits) *int { return &l.MaxNameBytes }, 512},
	{"MaxNameDepth", func(l *Limits) *int { return &l.MaxNameDepth }, 16},
	{"MaxTreeBytes", func(l *Limits) *int { return &l.MaxTreeBytes }, 16 << 20},
	{"MaxYAMLBytes", func(l *Limits) *int { return &l.MaxYAMLBytes }, 2 << 20},
	{"MaxYAMLTotal", func(l *Limits) *int { return &l.MaxYAMLTotal }, 16 << 20},
	{"MaxDepth", func(l *Limits) *int { return &l.MaxDepth }, 64},
	{"MaxNodes", func(l *Limits) *int { return &l.MaxNodes }, 1_000_000},
	{"MaxStringBytes", func(l *Limits) *int { return &l.MaxStringBytes }, 64 << 10},
	{"MaxNumberChars", func(l *Limits) *int { return &l.MaxNumberChars }, 64},
	{"MaxComponents", func(l *Limits) *int { return &l.MaxComponents }, 1_000_000},
	{"MaxDependencies", func(l *Limits) *int { return &l.MaxDependencies }, 1_000_000},
	{"MaxProblems", func(l *Limits) *int { return &l.MaxProblems }, 100},
	{"MaxSchemaProblems", func(l *Limits) *int { return &l.MaxSchemaProblems }, 20},
}

// withDefaults fills in the default of every field that is zero.
func (l Limits) withDefaults() Limits {
	for _, row := range limitTable {
		if p := row.field(&l); *p == 0 {
			*p = row.value
		}
	}
	return l
}

// check refuses a bound below zero, which is a caller's mistake.
func (l Limits) check() error {
	for _, row := range limitTable {
		if v := *row.field(&l); v < 0 {
			return fmt.Errorf("limit %s is %d: give a positive number, or 0 for the default of %d", row.name, v, row.value)
		}
	}
	return nil
}
