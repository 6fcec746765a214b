package policy

import (
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Library is a checked set of policies.
type Library struct {
	modules   []*module      // in order of canonical path
	beside    func() besides // rows and translations
	catalogue *Catalogue
	described *described // the catalogue as requirements see it
	digest    string
	schema    func() map[string]any
	says      map[string]string   // of the prepared requirements, unread
	keys      map[string][]string // of the input, by prepared requirement
	caps      *ast.Capabilities
	units     map[string]*unit // by area that is checked; the decision's is decisionUnit
	far       *far             // nil where everything is evaluated in this process
	memory    memory           // of decisions

	mu     sync.Mutex       // guards chosen
	chosen map[string]*unit // by requirement that is not in units
}

// Catalogue describes the loaded requirements. Do not change it.
func (l *Library) Catalogue() *Catalogue { return l.catalogue }

// Digest is "sha256:" and the hex digest over all loaded sources.
func (l *Library) Digest() string { return l.digest }

// InputSchema is the JSON schema of the input, with the parameters of the
// loaded requirements. Do not change it.
func (l *Library) InputSchema() map[string]any { return l.schema() }

// unit is the part of the policies that a requirement compiles with.
func (l *Library) unit(id string) *unit {
	return l.unitsOf([]string{id})[0]
}

// unitsOf are the units of these requirements. Those that have none yet get
// one in common, or one for each processor, so that what a screening does not
// select is not compiled, and what it does is compiled at the same time. Whole
// areas, one after the other, took twice the time and allocations
// (BenchmarkProfileCompile/baseline).
func (l *Library) unitsOf(ids []string) []*unit {
	l.mu.Lock()
	defer l.mu.Unlock()
	var fresh []string
	for _, id := range ids {
		if l.units[areaOf(id)] == nil && l.chosen[id] == nil {
			fresh = append(fresh, id)
		}
	}
	slices.Sort(fresh)
	for _, part := range l.parts(slices.Compact(fresh)) {
		u := l.newUnit(part)
		for _, id := range part {
			l.chosen[id] = u
		}
	}
	units := make([]*unit, len(ids))
	for i, id := range ids {
		if units[i] = l.units[areaOf(id)]; units[i] == nil {
			units[i] = l.chosen[id]
		}
	}
	return units
}
