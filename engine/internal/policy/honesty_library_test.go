package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/report"
)

// Weights are the severities of findings in the shipped profiles.
type Weights map[string]map[string]report.Severity // by profile and finding

// mandatory says whether a shipped profile rejects by the requirement or a member.
func (w Weights) mandatory(requirement string) bool {
	for _, findings := range w {
		for id, severity := range findings {
			if severity == report.Blocking && (id == requirement || strings.HasPrefix(id, requirement+".")) {
				return true
			}
		}
	}
	return false
}

// standing is how one claim stands, the worst first.
type standing int

const (
	failed standing = iota
	asked
	met
)

func (s standing) String() string { return []string{"a failure", "a question", "met"}[s] }

// about is one subject of one finding.
type about struct {
	member  string
	subject int
}

// gain is what leaving out a place of one shape does for one finding.
type gain struct {
	member   string
	from, to standing
}

// weighs are the profiles in which the gain could better a verdict: a mandatory
// finding fails no more, or one that must be clarified stands in the way no more.
func (g gain) weighs(requirement string, weights Weights) []string {
	id := requirement
	if g.member != "" {
		id += "." + g.member
	}
	var profiles []string
	for _, profile := range slices.Sorted(maps.Keys(weights)) {
		severity := weights[profile][id]
		if severity == report.Blocking || severity == report.Major && g.to == met {
			profiles = append(profiles, profile)
		}
	}
	return profiles
}

// SilenceBettersNoFinding takes every input of a Rego test on which a requirement
// fails or asks, and leaves out what its rules read there: each value, and each
// row of a list. No finding may then stand better where that could better the
// verdict of a shipped profile, but for what honestyKnown explains. All of it takes
// half a minute and more: make honesty, which looks at fixtures too. Without
// that, it is those requirements that a shipped profile makes mandatory, and a few
// of the others.
func SilenceBettersNoFinding(t *testing.T, weights Weights, fixtures map[string][]byte) {
	lib, inputs := wholeLibrary(t)
	h := silence{mutations: newMutations(t, lib), seen: map[string]bool{}}
	known := explained{used: make([]bool, len(honestyKnown)), weights: weights}
	for i, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirement(id).ComposedOf) > 0 || !everything() && !weights.mandatory(id) && i%20 != 0 {
			continue
		}
		given := inputs[id]
		for _, name := range slices.Sorted(maps.Keys(fixtures)) {
			in, err := ParseInput(fixtures[name])
			if err != nil {
				t.Fatal(err)
			}
			given = append(given[:len(given):len(given)], in)
		}
		for shape, gains := range h.gains(id, given) {
			for g := range gains {
				if profiles := g.weighs(id, weights); len(profiles) > 0 && !known.explains(t, id, shape, profiles) {
					t.Errorf("%s: %s becomes %s for %q once %s is left out, which pays under %v", id, g.from, g.to, g.member, shape, profiles)
				}
			}
		}
	}
	for i, row := range honestyKnown {
		if everything() && !known.used[i] {
			t.Errorf("the row %s %v of honestyKnown is not needed; remove it", row.requirement, row.shapes)
		}
	}
	t.Logf("%d statements left out", h.tried)
}

// silence leaves statements out of inputs.
type silence struct {
	*mutations
	seen  map[string]bool
	tried int
}

// gains are what each loss of a place of one shape does for the requirement.
func (s *silence) gains(id string, inputs []Input) map[string]map[gain]bool {
	found := map[string]map[gain]bool{}
	bundle := s.lib.Catalogue().Requirement(id).Over == "bundle"
	for _, in := range inputs {
		in = whole(s.t, s.lib, id, in)
		notes, rules, err := s.read(id, in)
		if err != nil {
			continue // an input that is an error on purpose
		}
		before, said := standings(rules, bundle), codesOf(rules)
		if !weak(before) {
			continue
		}
		for _, l := range losable(candidates{m: s.mutations, id: id, in: in}, notes) {
			if key := fmt.Sprint(id, l.name, said); s.seen[key] {
				continue
			} else {
				s.seen[key] = true
			}
			s.tried++
			results, err := s.lib.Results(s.t.Context(), []string{id}, l.without(), 1)
			if err != nil {
				s.t.Fatal(err)
			}
			if results[id].err != "" {
				s.t.Errorf("%s: without %s: %s", id, l.name, results[id].err)
				continue
			}
			now := standings(results[id].rules, bundle)
			for a, was := range before {
				if is, speaks := now[a]; is > was && speaks || !speaks && was == failed {
					if !speaks {
						is = asked // a silent subject is for a person
					}
					if found[l.shape] == nil {
						found[l.shape] = map[gain]bool{}
					}
					found[l.shape][gain{a.member, was, is}] = true
				}
			}
		}
	}
	return found
}

// standings are the claims of a requirement on one input. A subject that has a
// violation fails, whatever else is said of it.
func standings(rules ast.Object, bundle bool) map[about]standing {
	found := map[about]standing{}
	for _, rule := range []struct {
		name string
		is   standing
	}{{"basis", met}, {"not_applicable", met}, {"review", asked}, {"violation", failed}} {
		for c := range claimsOf(Result{rules: rules}, rule.name, bundle) {
			found[about{c.member, c.subject}] = rule.is
		}
	}
	return found
}

func weak(claims map[about]standing) bool {
	for _, is := range claims {
		if is != met {
			return true
		}
	}
	return false
}

// codesOf are the codes that the rules gave. Inputs that give the same are alike.
func codesOf(rules ast.Object) string {
	codes := map[string]bool{}
	for _, rule := range []string{"violation", "review", "basis", "not_applicable"} {
		rules.Get(ast.StringTerm(rule)).Value.(ast.Set).Foreach(func(s *ast.Term) {
			code, _ := text(s.Value, "code")
			codes[code] = true
		})
	}
	return strings.Join(slices.Sorted(maps.Keys(codes)), ",")
}
