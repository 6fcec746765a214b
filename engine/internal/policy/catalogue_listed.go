package policy

import (
	"encoding/json"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Catalogue describes every loaded requirement. Its JSON form is the base
// document data.bidgate.catalog; every key is always there and none is null. A
// prepared requirement is read when it is first asked for: to read all of them
// was a tenth of a cold start that asks for twelve (BenchmarkLoad).
type Catalogue struct {
	entries map[string]*listed // by id, <area>.<name>
}

func newCatalogue() *Catalogue { return &Catalogue{entries: map[string]*listed{}} }

// listed is one requirement of the catalogue, in the two forms that are asked
// for, each made once.
type listed struct {
	text string // of a prepared one, as moduleReader reads it; else ""

	described sync.Once
	term      *ast.Term // as policies see it
	err       error     // why there is no term

	restored    sync.Once
	requirement *Requirement
}

// value is the requirement as policies see it.
func (e *listed) value() (*ast.Term, error) {
	e.described.Do(func() {
		if e.text != "" {
			e.term = readTerm(e.text)
			return
		}
		text, err := json.Marshal(e.requirement)
		if err != nil {
			e.err = err
			return
		}
		v, err := parseValue(text)
		e.term, e.err = ast.NewTerm(v), err
	})
	return e.term, e.err
}

// get is the requirement. A prepared one was read by a test.
func (e *listed) get() *Requirement {
	e.restored.Do(func() {
		if e.text == "" {
			return
		}
		term, err := e.value()
		q := &Requirement{}
		if err == nil {
			err = restoreFrom(term.Value, q)
		}
		if err != nil {
			panic(err)
		}
		e.requirement = q
	})
	return e.requirement
}

// IDs lists the requirements in order.
func (c *Catalogue) IDs() []string { return sortedKeys(c.entries) }

// Has tells whether there is such a requirement.
func (c *Catalogue) Has(id string) bool { return c.entries[id] != nil }

// Requirement describes one; where there is none of this id, it is the zero one.
// Do not change what it points to.
func (c *Catalogue) Requirement(id string) Requirement {
	if e := c.entries[id]; e != nil {
		return *e.get()
	}
	return Requirement{}
}

// All is every requirement by id, for those who need all of them.
func (c *Catalogue) All() map[string]Requirement {
	all := make(map[string]Requirement, len(c.entries))
	for id, e := range c.entries {
		all[id] = *e.get()
	}
	return all
}

// JSON is the catalogue as policies read it.
func (c *Catalogue) JSON() ([]byte, error) {
	return json.Marshal(map[string]any{"requirements": c.All()})
}

func (c *Catalogue) put(id string, q Requirement) { c.entries[id] = &listed{requirement: &q} }

// Defaults are the parameters of every requirement as policies see them where
// nobody sets one: area, requirement, parameter.
func (c *Catalogue) Defaults() map[string]map[string]map[string]any {
	all := map[string]map[string]map[string]any{}
	for _, r := range c.All() {
		if len(r.Parameters) == 0 {
			continue
		}
		if all[r.Area] == nil {
			all[r.Area] = map[string]map[string]any{}
		}
		all[r.Area][r.Name] = map[string]any{}
		for name, p := range r.Parameters {
			all[r.Area][r.Name][name] = p.value(nil)
		}
	}
	return all
}

// areaOf is the area of a requirement by its id.
func areaOf(id string) string {
	area, _, _ := strings.Cut(id, ".")
	return area
}
