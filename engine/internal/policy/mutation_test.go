package policy

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// mutations takes from inputs what they state and watches what passes still.
type mutations struct {
	t         *testing.T
	lib       *Library
	schema    *jsonschema.Schema
	mu        sync.Mutex
	validated map[string]bool   // by shape and state: one of a kind is enough
	passed    map[int][]outcome // of the requirement that is looked at, by hash of the input
	rested    map[string]bool   // claims with what they rest on
}

// everything says that the tests over the whole library are to leave no input
// out; make mutations asks for it.
func everything() bool { return os.Getenv("BIDGATE_EVERYTHING") != "" }

// outcome is what passes on one input. Claims of one input lose the same places.
type outcome struct {
	in     ast.Object
	claims map[claim]bool
}

func newMutations(t *testing.T, lib *Library) *mutations {
	t.Helper()
	text, err := readSchema(nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("input.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("input.json")
	if err != nil {
		t.Fatal(err)
	}
	return &mutations{t: t, lib: lib, schema: schema, validated: map[string]bool{}, passed: map[int][]outcome{}, rested: map[string]bool{}}
}

// buyerKeys are the keys of the input that the buyer or the run sets, with what
// the buyer's lists say of the evidence; all others hold what a vendor's
// documents state, and what was measured on that. Bases that point into the
// former lose what they point to like any other.
var buyerKeys = []string{
	"as_of", "certificates", "data_sets", "determinations", "errored", "exceptions", "matches", "offer", "parameters",
	"profile", "sources",
}

// shapeOf is a place with its rows and keys of maps left out.
func shapeOf(p place) string {
	var b strings.Builder
	for i, step := range p {
		text := stepText(step)
		if _, row := step.Value.(ast.Number); row || (i > 0 && stepText(p[i-1]) == "clauses") {
			text = "*"
		}
		if i > 0 {
			b.WriteByte('/')
		}
		b.WriteString(text)
	}
	return b.String()
}

func (m *mutations) validate(in Input, name string) {
	m.mu.Lock()
	done := m.validated[name]
	m.validated[name] = true
	m.mu.Unlock()
	if done {
		return
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(in.value.String()))
	if err != nil {
		m.t.Fatal(err)
	}
	if err := m.schema.Validate(doc); err != nil {
		m.t.Errorf("%s: the input is not one: %v", name, err)
	}
}

// claim is one subject of one finding: what can pass.
type claim struct {
	member, table string
	subject       int // -1 for the bundle
}

// passing gives the claims that the requirement's rules let pass in this input:
// a basis, and neither violation nor review. A finding passes only where every
// subject has such a basis or need not answer, and one at least has it
// (decision policy), so no finding passes where no claim does.
func (m *mutations) passing(id string, in Input) (map[claim]bool, Result) {
	m.t.Helper()
	results, err := m.lib.Results(m.t.Context(), []string{id}, in, 1)
	if err != nil {
		m.t.Fatal(err)
	}
	found := map[claim]bool{}
	if results[id].err != "" {
		return found, results[id]
	}
	bundle := m.lib.Catalogue().Requirement(id).Over == "bundle"
	said := func(rule string, value bool) {
		results[id].rules.Get(ast.StringTerm(rule)).Value.(ast.Set).Foreach(func(s *ast.Term) {
			c := claimOf(s.Value, bundle)
			if value || found[c] {
				found[c] = value
			}
		})
	}
	said("basis", true)
	said("violation", false)
	said("review", false)
	maps.DeleteFunc(found, func(_ claim, passes bool) bool { return !passes })
	return found, results[id]
}

func claimOf(statement ast.Value, bundle bool) claim {
	member, _ := text(statement, "member")
	at := atOf(statement)
	if bundle || len(at) < 2 {
		return claim{member: member, subject: -1}
	}
	return claim{member: member, table: stepText(at[0]), subject: number(at[1].Value)}
}

func atOf(statement ast.Value) place {
	var at place
	statement.(ast.Object).Get(ast.StringTerm("at")).Value.(*ast.Array).Foreach(func(step *ast.Term) { at = append(at, step) })
	return at
}

// remembered is what passing gives, kept until forget.
func (m *mutations) remembered(id string, in Input) map[claim]bool {
	hash := in.value.Hash()
	for _, known := range m.passed[hash] {
		if known.in.Compare(in.value) == 0 {
			return known.claims
		}
	}
	claims, _ := m.passing(id, in)
	m.passed[hash] = append(m.passed[hash], outcome{in: in.value, claims: claims})
	return claims
}

// forget makes room for another requirement or input.
func (m *mutations) forget() { m.passed = map[int][]outcome{} }

// read gives what the requirement's rules read of the evidence in this input.
func (m *mutations) read(id string, in Input) (readings, ast.Object, error) {
	notes := readings{}
	object := ast.NewObject()
	in.value.Foreach(func(key, value *ast.Term) {
		if !slices.Contains(buyerKeys, stepText(key)) {
			value = ast.NewTerm(reading(value.Value, place{key}, notes))
		}
		object.Insert(key, value)
	})
	results, err := m.lib.Results(m.t.Context(), []string{id}, Input{value: object}, 1)
	if err != nil {
		return nil, nil, err
	}
	if results[id].err != "" {
		return nil, nil, fmt.Errorf("cannot be followed: %s", results[id].err)
	}
	return notes, results[id].rules, nil
}

// fields are the places among the readings that a document states or leaves open.
func fields(in Input, notes readings) map[string]place {
	found := map[string]place{}
	for _, p := range notes {
		value, above := find(in.value, p), p[:len(p)-1]
		holder := find(in.value, above)
		s, _ := value.(ast.String)
		switch key := stepText(p[len(p)-1]); {
		case kept[key]:
		case stateful(holder) || counting(holder):
			if !stateful(value) && !counting(value) && states(holder) {
				found[above.String()] = above
			}
		case len(above) > 0 && stepText(above[len(above)-1]) == "states":
			if s == "stated" {
				found[p.String()] = p
			}
		case rowStates(holder) != nil && rowStates(holder).Get(p[len(p)-1]) != nil:
			beside := above.down(ast.StringTerm("states")).down(p[len(p)-1])
			if find(in.value, beside).Compare(ast.String("stated")) == 0 {
				found[beside.String()] = beside
			}
		case s == "equal" || s == "unequal" || s == "stated" && !strings.HasSuffix(key, "basis"):
			found[p.String()] = p
		}
	}
	return found
}

// bases are the places that the bases of a claim point to.
func bases(in Input, rules ast.Object, of claim) []place {
	var found []place
	rules.Get(ast.StringTerm("basis")).Value.(ast.Set).Foreach(func(s *ast.Term) {
		at := atOf(s.Value)
		if claimOf(s.Value, of.subject < 0) == of && find(in.value, at) != nil {
			found = append(found, at)
		}
	})
	return found
}

func under(p place, above []place) bool {
	for _, a := range above {
		if len(p) >= len(a) && p[:len(a)].String() == a.String() {
			return true
		}
	}
	return false
}
