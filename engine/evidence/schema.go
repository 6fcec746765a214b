package evidence

import (
	"embed"
	"slices"
	"sync"
)

// schemaFiles are the official JSON schemas of CycloneDX and what they refer
// to, of which NOTICE beside them says where they come from, without what
// asserts nothing, such as descriptions: a fifth is left. They are read in a
// quarter of the time, which was a twentieth of a cold start
// (BenchmarkSchemaLoad).
//
//go:embed schema/plain/*.json
var schemaFiles embed.FS

const schemaFolder = "schema/plain/"

// cdxSchemas holds the schema of each version that is read, made on first use.
var cdxSchemas = cdxSchemaTable()

func cdxSchemaTable() map[string]func() *schema {
	table := map[string]func() *schema{}
	for _, version := range cdxVersions {
		table[version] = sync.OnceValue(func() *schema { return loadSchema("bom-" + version + ".schema.json") })
	}
	return table
}

// schemaReading is what a document's schema says of it.
type schemaReading struct {
	problems []Problem
	faulty   offsets // of values that may not be counted as present
}

// validateCycloneDX holds a CycloneDX document, which the strict walk has
// accepted, against the official schema of its version. It works on the bytes
// in one pass and builds no tree, so that its memory does not grow with the
// document, and it stops for nothing: a fault is a problem with its place, and
// the reading goes on.
func validateCycloneDX(src *source, version string, l Limits) schemaReading {
	return newValidator(src.data, l.MaxSchemaProblems).read(src, version)
}

// merge puts the schema's problems behind those of the walk. Where both speak
// of one place, the schema's sentence stands.
func (s schemaReading) merge(walked []Problem) []Problem {
	kept := slices.DeleteFunc(slices.Clone(walked), func(p Problem) bool {
		return slices.ContainsFunc(s.problems, func(q Problem) bool { return q.At == p.At })
	})
	return append(kept, s.problems...)
}
