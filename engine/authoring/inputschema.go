package authoring

import (
	"io/fs"

	"github.com/bidgate/bidgate/policies"
)

// InputSchema is the JSON Schema of the input that policies see.
func InputSchema() ([]byte, error) { return fs.ReadFile(policies.FS, "schema/input.json") }
