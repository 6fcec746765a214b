package policy

import (
	"maps"
	"slices"
	"testing"
)

// NoPassSurvivesALoss takes every input on which a requirement passes, of
// Rego tests and of fixtures, and in it makes unknown, withheld, placeholder,
// invalid, unsupported or absent, one at a time, each place that its basis
// points to and each stated value that its rules read. None may pass then,
// unless another statement makes up for the loss: with that one lost too, it
// must not.
func NoPassSurvivesALoss(t *testing.T, fixtures map[string][]byte) {
	lib, inputs := wholeLibrary(t)
	m := newMutations(t, lib)
	var whole []Input
	for _, name := range slices.Sorted(maps.Keys(fixtures)) {
		in, err := ParseInput(fixtures[name])
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, in)
	}
	spared := outlivedLosses()
	needed := make([]bool, len(spared))
	for _, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirement(id).ComposedOf) > 0 {
			continue
		}
		tried := 0
		found := map[string]*mutant{}
		m.mutants(id, inputs[id], false, found)
		m.mutants(id, whole, true, found)
		for _, name := range slices.Sorted(maps.Keys(found)) {
			mutant := found[name]
			tried += mutant.tried
			for i, row := range spared {
				if row.requirement == id && row.shape == name {
					needed[i] = mutant.spare(row.states)
					if row.label && mutant.decided > 0 || !row.label && mutant.decided == 0 && everything() {
						t.Errorf("%s: %s decides %d times: correct its row of spared", id, name, mutant.decided)
					}
				}
			}
			if len(mutant.survived) > 0 {
				t.Errorf("%s passes although %s is %v, and nothing makes up for it; on\n%s", id, name, mutant.survived, mutant.example)
			}
			if len(mutant.instead) > 0 {
				t.Logf("%s: instead of %s, %v", id, name, slices.Sorted(maps.Keys(mutant.instead)))
			}
		}
		if tried == 0 {
			t.Errorf("%s: no input of a Rego test or fixture makes it pass, so nothing was tried", id)
		}
	}
	for i, row := range spared {
		if !needed[i] {
			t.Errorf("the row %s %s of spared is not needed; remove it", row.requirement, row.shape)
		}
	}
}

// spare strikes these states, or all, from those that were survived. It says
// whether there were any.
func (m *mutant) spare(states []string) bool {
	before := len(m.survived)
	m.survived = slices.DeleteFunc(m.survived, func(state string) bool {
		return len(states) == 0 || slices.Contains(states, state)
	})
	return len(m.survived) < before
}
