// Package policies embeds the built-in policy tree: the decision and its
// helpers, the requirements, the profiles, and the description of the input.
package policies

import "embed"

// FS is the tree as it lies beside this file. Tests (*_test.rego) are in it
// and never loaded.
//
//go:embed bidgate profile schema
var FS embed.FS

// Examples is evidence that meets and fails each requirement, recorded from
// screenings of whole bundles (go test ./engine -run LibraryExamples -update-examples).
//
//go:embed example/examples.json
var Examples []byte
