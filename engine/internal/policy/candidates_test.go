package policy

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// mutant is what became of the loss of one place, by its shape.
type mutant struct {
	tried    int             // losses of such places
	decided  int             // losses that ended a pass
	survived []string        // states in which a pass outlived the loss, though it could rest on nothing else
	example  ast.Object      // an input of such a pass
	instead  map[string]bool // what the pass rested on where it could
}

// mutants takes from every input on which the requirement passes each place
// that it reads or points to. In fixtures, whose hundreds of rows are alike,
// that are places that its bases point to, and one of each shape that no other
// input had.
func (m *mutations) mutants(id string, inputs []Input, fixture bool, found map[string]*mutant) {
	for _, in := range inputs {
		m.forget()
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
		claims := slices.SortedFunc(maps.Keys(before), compareClaims)
		if fixture {
			claims = claims[:min(len(claims), 2)]
		}
		for _, of := range claims {
			c := candidates{m: m, id: id, of: of, in: in, places: maps.Clone(stated), found: found}
			pointed := bases(in, rules, of)
			maps.DeleteFunc(c.places, func(_ string, p place) bool { return !of.rests(p, pointed) })
			for _, p := range pointed {
				c.places[p.String()] = p
			}
			if m.triedBefore(c) {
				continue
			}
			for _, name := range slices.Sorted(maps.Keys(c.places)) {
				p := c.places[name]
				if !fixture || found[shapeOf(p)] == nil || slices.ContainsFunc(pointed, func(q place) bool { return q.String() == name }) {
					c.lose(p)
				}
			}
		}
	}
}

// triedBefore says that another input of the requirement lets the same claim
// rest on the same places with the same values. The two differ only in what the
// claim does not rest on, so one of them is enough, unless all is asked for.
func (m *mutations) triedBefore(c candidates) bool {
	if everything() {
		return false
	}
	var b strings.Builder
	fmt.Fprint(&b, c.id, " ", c.of)
	for _, name := range slices.Sorted(maps.Keys(c.places)) {
		fmt.Fprint(&b, "\n", name)
		if v := find(c.in.value, c.places[name]); stateful(v) || counting(v) || !composite(v) {
			fmt.Fprint(&b, " ", v.Hash()) // of others the places below are there
		}
	}
	before := m.rested[b.String()]
	m.rested[b.String()] = true
	return before
}

func compareClaims(a, b claim) int {
	return cmp.Or(strings.Compare(a.member, b.member), strings.Compare(a.table, b.table), cmp.Compare(a.subject, b.subject))
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
	return c.m.remembered(c.id, in)[c.of]
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
			if found.example == nil {
				found.example = c.in.value
			}
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

// spares are the states of a place that are tried where it may go as well.
var spares = []string{"absent", "placeholder", "withheld"}

// without is the input without all that the claim can do without, except one
// place. All that can go alone mostly goes together; where it does not, the
// places go one by one.
func (c candidates) without(kept place) (in Input, lost []string) {
	gone := c.apply(c.in, kept, "absent")
	var others []string
	for _, name := range slices.Sorted(maps.Keys(c.places)) {
		p := c.places[name]
		if with := find(gone.value, p); with == nil || with.Compare(find(c.in.value, p)) != 0 || under(kept, []place{p}) {
			continue // it goes with the one that is kept
		}
		others = append(others, name)
	}
	in = c.in
	for _, name := range others {
		if less, ok := c.less(c.in, c.places[name]); ok {
			in, lost = c.apply(in, c.places[name], less), append(lost, shapeOf(c.places[name]))
		}
	}
	if c.passes(in) {
		return in, lost
	}
	in, lost = c.in, nil
	for _, name := range others {
		if less, ok := c.less(in, c.places[name]); ok {
			in, lost = c.apply(in, c.places[name], less), append(lost, shapeOf(c.places[name]))
		}
	}
	return in, lost
}

// less is the first state in which the claim can do without the place.
func (c candidates) less(in Input, p place) (state string, found bool) {
	for _, state := range spares {
		if less := c.apply(in, p, state); less.value.Compare(in.value) != 0 && c.passes(less) {
			return state, true
		}
	}
	return "", false
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
				v = replaced(v, beside, zeroBeside(stepText(p[len(p)-1]), value))
			}
		}
	case stateful(old) || counting(old) || word != "":
		v = replaced(v, p, lost(old, state))
	case state == "absent" && p.String() == "bundle":
		v = emptied(in.value)
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

// emptied is the input with nothing left of the bundle: a basis that points to
// the bundle points to all that it holds.
func emptied(in ast.Object) ast.Object {
	return each(in, func(key string, value ast.Value) ast.Value {
		if slices.Contains(buyerKeys, key) {
			return value
		}
		return zero(value)
	})
}

// kindOf names the kind of evidence in each table, as links do.
var kindOf = map[string]string{"sboms": "sbom", "threat_models": "threat_model", "declarations": "declaration"}

// unlinked takes back what was measured between a document that is lost and
// others, or the offer.
func unlinked(v ast.Value, p place) ast.Value {
	if len(p) != 2 || kindOf[stepText(p[0])] == "" {
		return v
	}
	for list, sides := range map[string][]place{
		"pairs":   {{ast.StringTerm("left")}, {ast.StringTerm("right")}},
		"offered": {{ast.StringTerm("document")}},
	} {
		at := place{ast.StringTerm("links"), ast.StringTerm(list)}
		rows, ok := find(v, at).(*ast.Array)
		if !ok {
			continue
		}
		terms := rowTerms(rows)
		for i, row := range terms {
			if slices.ContainsFunc(sides, func(side place) bool { return isOf(find(row.Value, side), p) }) {
				terms[i] = ast.NewTerm(unlinkedRow(row.Value))
			}
		}
		v = replaced(v, at, ast.NewArray(terms...))
	}
	return v
}

func isOf(side ast.Value, p place) bool {
	kind, _ := text(side, "kind")
	index := find(side, place{ast.StringTerm("index")})
	return kind == kindOf[stepText(p[0])] && index != nil && index.Compare(p[1].Value) == 0
}

func unlinkedRow(row ast.Value) ast.Value {
	row = lost(row, "absent")
	if _, linked := text(row, "link"); linked {
		row = replaced(row, place{ast.StringTerm("link")}, ast.String("none"))
	}
	return row
}
