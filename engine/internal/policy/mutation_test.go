package policy

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// mutations takes from inputs what they state and watches what passes still.
type mutations struct {
	t         *testing.T
	lib       *Library
	schema    *jsonschema.Schema
	validated map[string]bool // by shape and state: one of a kind is enough
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
	return &mutations{t: t, lib: lib, schema: schema, validated: map[string]bool{}}
}

// evidenceKeys are the keys of the input that hold what a vendor's documents
// state, and what was measured on that.
var evidenceKeys = []string{"bundle", "components", "declarations", "dependencies", "links", "sboms", "threat_models"}

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
	if m.validated[name] {
		return
	}
	m.validated[name] = true
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
	bundle := m.lib.Catalogue().Requirements[id].Over == "bundle"
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

// read gives what the requirement's rules read of the evidence in this input.
func (m *mutations) read(id string, in Input) (readings, ast.Object, error) {
	notes := readings{}
	object := ast.NewObject()
	in.value.Foreach(func(key, value *ast.Term) {
		if slices.Contains(evidenceKeys, stepText(key)) {
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

// mutant is what became of the loss of one place, by its shape.
type mutant struct {
	tried    int             // losses of such places
	decided  int             // losses that ended a pass
	survived []string        // states in which a pass outlived the loss, though it could rest on nothing else
	example  string          // an input of such a pass
	instead  map[string]bool // what the pass rested on where it could
}

// mutants takes from every input on which the requirement passes each place
// that it reads or points to.
func (m *mutations) mutants(id string, inputs []Input) map[string]*mutant {
	found := map[string]*mutant{}
	for _, in := range inputs {
		in = whole(m.t, m.lib, id, in)
		before, _ := m.passing(id, in)
		if len(before) == 0 {
			continue
		}
		notes, rules, err := m.read(id, in)
		if err != nil {
			m.t.Errorf("%s: %v", id, err)
			continue
		}
		stated := fields(in, notes)
		for of := range before {
			c := candidates{m: m, id: id, of: of, in: in, places: maps.Clone(stated), found: found}
			pointed := bases(in, rules, of)
			maps.DeleteFunc(c.places, func(_ string, p place) bool { return !of.rests(p, pointed) })
			for _, p := range pointed {
				c.places[p.String()] = p
			}
			for _, name := range slices.Sorted(maps.Keys(c.places)) {
				c.lose(c.places[name])
			}
		}
	}
	return found
}

// rests says whether the claim can rest on the place: what the rules read of
// other subjects and members says nothing of this one.
func (of claim) rests(p place, pointed []place) bool {
	if of.member != "" {
		return under(p, pointed)
	}
	return of.subject < 0 || stepText(p[0]) != of.table || number(p[1].Value) == of.subject
}

// candidates are the places of one input that can be lost to one claim.
type candidates struct {
	m      *mutations
	id     string
	of     claim
	in     Input
	places map[string]place
	found  map[string]*mutant
}

func (c candidates) passes(in Input) bool {
	found, _ := c.m.passing(c.id, in)
	return found[c.of]
}

func (c candidates) lose(p place) {
	name := shapeOf(p)
	if c.found[name] == nil {
		c.found[name] = &mutant{instead: map[string]bool{}}
	}
	found := c.found[name]
	var survived []string
	for _, state := range losses {
		after := c.apply(c.in, p, state)
		if after.value.Compare(c.in.value) == 0 {
			continue
		}
		found.tried++
		if c.passes(after) {
			survived = append(survived, state)
		} else {
			found.decided++
		}
	}
	if len(survived) == 0 {
		return
	}
	without, others := c.without(p)
	for _, state := range survived {
		if c.passes(c.apply(without, p, state)) {
			found.example = c.in.value.String()
			if !slices.Contains(found.survived, state) {
				found.survived = append(found.survived, state)
			}
			continue
		}
		found.decided++
		for _, other := range others {
			found.instead[other] = true
		}
	}
}

// without is the input without all that the claim can do without, except one place.
func (c candidates) without(kept place) (in Input, lost []string) {
	in = c.in
	for _, name := range slices.Sorted(maps.Keys(c.places)) {
		p := c.places[name]
		if under(kept, []place{p}) || under(p, []place{kept}) {
			continue
		}
		if less := c.apply(in, p, "absent"); less.value.Compare(in.value) != 0 && c.passes(less) {
			in, lost = less, append(lost, shapeOf(p))
		}
	}
	return in, lost
}

// apply gives the input with one place lost. Where the place has no state of
// its own, that are the places below it that are read.
func (c candidates) apply(in Input, p place, state string) Input {
	old := find(in.value, p)
	if old == nil {
		return in
	}
	v := ast.Value(in.value)
	switch word, _ := old.(ast.String); {
	case word == "stated":
		v = replaced(v, p, ast.String(state))
		if len(p) > 2 && stepText(p[len(p)-2]) == "states" {
			beside := p[:len(p)-2].down(p[len(p)-1])
			if value := find(v, beside); value != nil {
				v = replaced(v, beside, zero(value))
			}
		}
	case stateful(old) || counting(old) || word != "":
		v = replaced(v, p, lost(old, state))
	case state == "absent":
		v = unlinked(replaced(v, p, zero(old)), p)
	default:
		for _, below := range c.places {
			if len(below) > len(p) && under(below, []place{p}) {
				in = c.apply(in, below, state)
			}
		}
		return in
	}
	changed := Input{value: v.(ast.Object)}
	c.m.validate(changed, shapeOf(p)+" "+state)
	return changed
}

// kindOf names the kind of evidence in each table, as links do.
var kindOf = map[string]string{"sboms": "sbom", "threat_models": "threat_model", "declarations": "declaration"}

// unlinked takes back what was measured between a document that is lost and others.
func unlinked(v ast.Value, p place) ast.Value {
	if len(p) != 2 || kindOf[stepText(p[0])] == "" {
		return v
	}
	links := place{ast.StringTerm("links"), ast.StringTerm("pairs")}
	pairs, ok := find(v, links).(*ast.Array)
	if !ok {
		return v
	}
	terms := rowTerms(pairs)
	for i, pair := range terms {
		for _, side := range []string{"left", "right"} {
			at := find(pair.Value, place{ast.StringTerm(side)})
			kind, _ := text(at, "kind")
			if index := find(at, place{ast.StringTerm("index")}); kind == kindOf[stepText(p[0])] && index.Compare(p[1].Value) == 0 {
				terms[i] = ast.NewTerm(replaced(lost(pair.Value, "absent"), place{ast.StringTerm("link")}, ast.String("none")))
			}
		}
	}
	return replaced(v, links, ast.NewArray(terms...))
}
