package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// Library is a checked set of policies.
type Library struct {
	modules   []*module         // in order of canonical path
	beside    map[string][]byte // rows and translations, by canonical path
	catalogue *Catalogue
	digest    string
	schema    map[string]any
	data      ast.Object       // the base document that requirements see
	units     map[string]*unit // by area; the decision's is decisionUnit
	far       *far             // nil where everything is evaluated in this process
}

// Catalogue describes the loaded requirements. Do not change it.
func (l *Library) Catalogue() *Catalogue { return l.catalogue }

// Digest is "sha256:" and the hex digest over all loaded sources.
func (l *Library) Digest() string { return l.digest }

// InputSchema is the JSON schema of the input, with the parameters of the
// loaded requirements. Do not change it.
func (l *Library) InputSchema() map[string]any { return l.schema }
