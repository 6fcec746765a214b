package tender

import (
	"embed"
	"slices"
)

//go:embed schema
var schemaFiles embed.FS

// schemas are the files of a buyer that have a JSON Schema, by their marker.
var schemas = []string{"tender", "profile", "exceptions", "determinations", "keys"}

// Schemas lists the files that Schema knows.
func Schemas() []string { return slices.Clone(schemas) }

// Schema is the JSON Schema of a file by its marker, such as "exceptions", for
// editors and other programs; nil for another word. The parsers are stricter:
// they also refuse what YAML lets through, such as a key twice.
func Schema(marker string) []byte {
	if !slices.Contains(schemas, marker) {
		return nil
	}
	text, _ := schemaFiles.ReadFile("schema/" + marker + ".schema.json") // embedded, and a test reads each
	return text
}
