package report

import (
	_ "embed" // the schema below
	"slices"
)

//go:embed schema/report-1.schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of the contract, closed: it names
// every field and allows no other. A test keeps it equal to the types. The
// caller owns the bytes.
func Schema() []byte { return slices.Clone(schema) }
