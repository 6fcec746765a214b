package evidence

import (
	"fmt"
	"math"
	"strings"
)

// Limits bounds what is taken from a bundle. The zero value of a field means
// its default. A bound that is crossed is never silent: it becomes a Problem
// of code "limit" that names the field. Bounds lists them with their meaning
// and default.
type Limits struct {
	MaxFiles       int // files in a bundle
	MaxFileBytes   int // bytes of one file as read
	MaxBundleBytes int // bytes of all files together as read
	MaxRatio       int // bytes out of an archive for each byte in it, above 1 MiB
	MaxNameBytes   int // bytes of a path in the bundle
	MaxNameDepth   int // folders of a path in the bundle
	MaxFolderDepth int // folders below one another that are walked

	MaxDocuments   int // documents that are no attachments
	MaxTreeBytes   int // bytes of a JSON document that is read as a tree
	MaxSPDXBytes   int // bytes of an SPDX document, which is read so too
	MaxXMLBytes    int // bytes of a document in XML: CycloneDX or a test report
	MaxYAMLBytes   int // bytes of a YAML document
	MaxYAMLTotal   int // bytes of all YAML documents together
	MaxDepth       int // nesting of objects and arrays
	MaxNodes       int // values in a document that is read as a tree
	MaxNodesTotal  int // values in all documents that are read as trees
	MaxRows        int // entries of the lists in all threat models, declarations and manifests
	MaxModels      int // threat models in one file
	MaxStringBytes int // bytes of a key or a string
	MaxImageBytes  int // bytes of a text that is an image (data:image/…), which threat-model tools embed
	MaxNumberChars int // characters of a number

	MaxComponents   int // components of all SBOMs, nested ones counted
	MaxDependencies int // rows of all dependency graphs and compositions, with what they name
	MaxStatements   int // statements of all VEX documents, with the products that they name
	MaxProperties   int // properties of all SBOMs that are kept
	MaxPedigree     int // commits, patches and notes of all SBOMs that are kept, with the issues that they resolve
	MaxEvidence     int // entries of the evidence of components of all SBOMs that are kept
	MaxExtras       int // values beside the tables of all SBOMs that are kept
	MaxServices     int // services of all SBOMs, with their endpoints and kinds of data
	MaxCryptoAssets int // cryptographic assets of all SBOMs, with their cipher suites, certifications and states
	MaxModelCards   int // model cards of all SBOMs, with the entries of their lists
	MaxPairs        int // comparisons between documents
	MaxPlaces       int // steps of the pointers that a declaration gives as evidence
	MaxProblems     int // problems told of one document

	MaxSchemaProblems int // problems that a document has with its schema, told one by one
}

// Bound describes one field of Limits.
type Bound struct {
	Name    string // the field's, as problems and files of limits name it
	Bounds  string // what it bounds, in words
	Default int
	field   func(*Limits) *int
}

// limitTable names every bound with its default.
var limitTable = []Bound{
	{"MaxFiles", "files in a bundle", 2_000, func(l *Limits) *int { return &l.MaxFiles }},
	{"MaxFileBytes", "bytes of one file", 160 << 20, func(l *Limits) *int { return &l.MaxFileBytes }},
	{"MaxBundleBytes", "bytes of all files together", 192 << 20, func(l *Limits) *int { return &l.MaxBundleBytes }},
	{"MaxRatio", "bytes out of an archive for each byte in it, above 1 MiB", 100, func(l *Limits) *int { return &l.MaxRatio }},
	{"MaxNameBytes", "bytes of a path in the bundle", 512, func(l *Limits) *int { return &l.MaxNameBytes }},
	{"MaxNameDepth", "folders of a path in the bundle", 16, func(l *Limits) *int { return &l.MaxNameDepth }},
	{"MaxFolderDepth", "folders below one another that are walked", 64, func(l *Limits) *int { return &l.MaxFolderDepth }},
	{"MaxDocuments", "documents in a form that is read or that claim to be evidence", 200, func(l *Limits) *int { return &l.MaxDocuments }},
	{"MaxTreeBytes", "bytes of a document that is read whole: JSON but CycloneDX and SPDX", 16 << 20, func(l *Limits) *int { return &l.MaxTreeBytes }},
	{"MaxSPDXBytes", "bytes of an SPDX document", 64 << 20, func(l *Limits) *int { return &l.MaxSPDXBytes }},
	{"MaxXMLBytes", "bytes of a document in XML: CycloneDX or a test report", 32 << 20, func(l *Limits) *int { return &l.MaxXMLBytes }},
	{"MaxYAMLBytes", "bytes of a YAML document", 1536 << 10, func(l *Limits) *int { return &l.MaxYAMLBytes }},
	{"MaxYAMLTotal", "bytes of all YAML documents together", 16 << 20, func(l *Limits) *int { return &l.MaxYAMLTotal }},
	{"MaxDepth", "nesting of objects and lists", 64, func(l *Limits) *int { return &l.MaxDepth }},
	{"MaxNodes", "values in a document that is read whole, but SPDX", 1_000_000, func(l *Limits) *int { return &l.MaxNodes }},
	{"MaxNodesTotal", "values in all documents that are read whole", 2_000_000, func(l *Limits) *int { return &l.MaxNodesTotal }},
	{"MaxRows", "entries of the lists in all threat models, declarations and manifests", 5_000, func(l *Limits) *int { return &l.MaxRows }},
	{"MaxModels", "threat models in one file", 100, func(l *Limits) *int { return &l.MaxModels }},
	{"MaxStringBytes", "bytes of a key or a text", 64 << 10, func(l *Limits) *int { return &l.MaxStringBytes }},
	{"MaxImageBytes", "bytes of an image in a text (data:image/…)", 2 << 20, func(l *Limits) *int { return &l.MaxImageBytes }},
	{"MaxNumberChars", "characters of a number", 64, func(l *Limits) *int { return &l.MaxNumberChars }},
	{"MaxComponents", "components of all SBOMs, nested ones counted", 200_000, func(l *Limits) *int { return &l.MaxComponents }},
	{"MaxDependencies", "rows of all dependency graphs and compositions, with what they name", 1_000_000, func(l *Limits) *int { return &l.MaxDependencies }},
	{"MaxStatements", "statements of all VEX documents, with the products that they name", 300_000, func(l *Limits) *int { return &l.MaxStatements }},
	{"MaxProperties", "properties of all SBOMs that are kept", 2_000_000, func(l *Limits) *int { return &l.MaxProperties }},
	{"MaxPedigree", "commits, patches and notes of all SBOMs that are kept, with the issues that they resolve", 500_000, func(l *Limits) *int { return &l.MaxPedigree }},
	{"MaxEvidence", "entries of the evidence of components of all SBOMs that are kept", 1_000_000, func(l *Limits) *int { return &l.MaxEvidence }},
	{"MaxExtras", "values beside the tables of all SBOMs that are kept", 1_000_000, func(l *Limits) *int { return &l.MaxExtras }},
	{"MaxServices", "services of all SBOMs, with their endpoints and kinds of data", 100_000, func(l *Limits) *int { return &l.MaxServices }},
	{"MaxCryptoAssets", "cryptographic assets of all SBOMs, with their cipher suites, certifications and states", 100_000, func(l *Limits) *int { return &l.MaxCryptoAssets }},
	{"MaxModelCards", "model cards of all SBOMs, with the entries of their lists", 100_000, func(l *Limits) *int { return &l.MaxModelCards }},
	{"MaxPairs", "comparisons between documents", 10_000, func(l *Limits) *int { return &l.MaxPairs }},
	{"MaxPlaces", "steps of all pointers that declarations give as evidence", 100_000, func(l *Limits) *int { return &l.MaxPlaces }},
	{"MaxProblems", "problems told of one document", 100, func(l *Limits) *int { return &l.MaxProblems }},
	{"MaxSchemaProblems", "problems of one document with its schema that are told", 20, func(l *Limits) *int { return &l.MaxSchemaProblems }},
}

// maxBound is the largest value of any bound: rows, offsets and counts are
// kept in 32 bits.
const maxBound = math.MaxInt32

// Bounds lists every bound, in the order of Limits. The caller owns the list.
func Bounds() []Bound { return append([]Bound{}, limitTable...) }

// Of is the bound's value in l; the default where l leaves it zero.
func (b Bound) Of(l Limits) int {
	l = l.withDefaults()
	return *b.field(&l)
}

// Set changes one bound by its name. A name that is none, or a value that
// cannot be held to, is a caller's mistake.
func (l *Limits) Set(name string, value int) error {
	for _, row := range limitTable {
		if row.Name == name {
			*row.field(l) = value
			return l.check()
		}
	}
	return fmt.Errorf("%s is not a limit: use one of %s", quoted(name), strings.Join(boundNames(), ", "))
}

func boundNames() []string {
	names := make([]string, len(limitTable))
	for i, row := range limitTable {
		names[i] = row.Name
	}
	return names
}

// Limits are the bounds that the bundle was opened with, defaults filled in.
func (b *Bundle) Limits() Limits { return b.limits.withDefaults() }

// withDefaults fills in the default of every field that is zero.
func (l Limits) withDefaults() Limits {
	for _, row := range limitTable {
		if p := row.field(&l); *p == 0 {
			*p = row.Default
		}
	}
	return l
}

// check refuses a bound that cannot be held to, which is a caller's mistake.
func (l Limits) check() error {
	for _, row := range limitTable {
		if v := *row.field(&l); v < 0 || v > maxBound {
			return fmt.Errorf("limit %s is %d: give a number from 1 to %d, or 0 for the default of %d", row.Name, v, maxBound, row.Default)
		}
	}
	return nil
}
