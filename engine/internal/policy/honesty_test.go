package policy

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/report"
)

// better ranks verdicts, the best last.
var better = []report.Verdict{report.DoesNotMeet, report.Undetermined, report.MeetsWithExceptions, report.Meets}

// SilenceNeverPays takes out of each fixture that does not meet its profile, or
// is undetermined, what is stated: one place of each shape that rules read (in one
// fixture of each verdict), and one answer of each status. The verdict must not get better. Leaving a
// threat out of a model is the one gain that nobody can see; it is not tried.
func SilenceNeverPays(t *testing.T, fixtures map[string][]byte) {
	lib, err := sharedLibrary()
	if err != nil {
		t.Fatal(err)
	}
	m, tried := newMutations(t, lib), map[string]bool{}
	left := 0
	for _, name := range slices.Sorted(maps.Keys(fixtures)) {
		in, err := ParseInput(fixtures[name])
		if err != nil {
			t.Fatal(err)
		}
		h := newHonesty(m, in)
		if h.verdict == report.Meets || h.verdict == report.MeetsWithExceptions {
			continue
		}
		for _, p := range h.sample() {
			if of := string(h.verdict) + " " + shapeOf(p); tried[of] {
				continue
			} else if len(p) != 4 || stepText(p[2]) != "answers" {
				tried[of] = true
			}
			left++
			got := h.without(p)
			if slices.Index(better, got) > slices.Index(better, h.verdict) {
				t.Errorf("%s: %s, and %s once %s is left out", name, h.verdict, got, p)
			}
		}
	}
	if left == 0 {
		t.Error("no fixture is weak, so nothing was tried")
	}
	t.Logf("%d statements left out", left)
}

// honesty is one input with what each requirement said and read of it.
type honesty struct {
	m       *mutations
	in      Input
	results Results
	reads   map[string]readings // by requirement
	stated  map[string]place
	verdict report.Verdict
}

func newHonesty(m *mutations, in Input) *honesty {
	h := &honesty{m: m, in: in, reads: map[string]readings{}, stated: map[string]place{}}
	selected := map[string]bool{}
	find(in.value, place{ast.StringTerm("profile"), ast.StringTerm("requirements")}).(ast.Object).Foreach(func(_, v *ast.Term) {
		id, _ := text(v.Value, "requirement")
		if len(m.lib.Catalogue().Requirement(id).ComposedOf) == 0 {
			selected[id] = true
		}
	})
	results, err := m.lib.Results(m.t.Context(), slices.Sorted(maps.Keys(selected)), in, 2)
	if err != nil {
		m.t.Fatal(err)
	}
	h.results, h.verdict = results, h.decide(in, results)
	for id := range selected {
		notes, _, err := m.read(id, in)
		if err != nil {
			m.t.Errorf("%s: %v", id, err)
		}
		h.reads[id] = notes
		maps.Copy(h.stated, fields(in, notes))
	}
	return h
}

func (h *honesty) decide(in Input, results Results) report.Verdict {
	text, err := h.m.lib.Decide(h.m.t.Context(), in.WithErrored(results.Errored()), results)
	if err != nil {
		h.m.t.Fatal(err)
	}
	var d struct {
		Verdict report.Verdict `json:"verdict"`
	}
	if err := json.Unmarshal(text, &d); err != nil {
		h.m.t.Fatal(err)
	}
	return d.Verdict
}

// sample is one stated place of each shape, and one answer of each status.
func (h *honesty) sample() []place {
	var sample []place
	seen := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(h.stated)) {
		p := h.stated[name]
		if !seen[shapeOf(p)] {
			seen[shapeOf(p)] = true
			sample = append(sample, p)
		}
	}
	declarations, _ := find(h.in.value, place{ast.StringTerm("declarations")}).(*ast.Array)
	for i := range declarations.Len() {
		answers := place{ast.StringTerm("declarations"), ast.IntNumberTerm(i), ast.StringTerm("answers")}
		for a := range find(h.in.value, answers).(*ast.Array).Len() {
			p := answers.down(ast.IntNumberTerm(a))
			status, _ := text(find(h.in.value, p.down(ast.StringTerm("status"))), "value")
			if !seen[status] {
				seen[status] = true
				sample = append(sample, p)
			}
		}
	}
	return sample
}

// without is the verdict once the place is absent. Only requirements that read
// there are evaluated again.
func (h *honesty) without(p place) report.Verdict {
	c := candidates{m: h.m, in: h.in}
	in := unanswered(c.apply(h.in, p, "absent"), p)
	var ids []string
	for id, notes := range h.reads {
		for read := range notes {
			if strings.HasPrefix(read+"/", p.String()+"/") || strings.HasPrefix(p.String()+"/", read+"/") {
				ids = append(ids, id)
				break
			}
		}
	}
	again, err := h.m.lib.Results(h.m.t.Context(), ids, in, 2)
	if err != nil {
		h.m.t.Fatal(err)
	}
	results := maps.Clone(h.results)
	maps.Copy(results, again)
	same := func(id string) bool {
		return results[id].err == h.results[id].err && results[id].rules.Compare(h.results[id].rules) == 0
	}
	if !slices.ContainsFunc(ids, func(id string) bool { return !same(id) }) {
		return h.verdict
	}
	return h.decide(in, results)
}

// unanswered takes a removed answer out of the clauses that it answered.
func unanswered(in Input, p place) Input {
	if len(p) != 4 || stepText(p[2]) != "answers" {
		return in
	}
	clauses := p[:2:2].down(ast.StringTerm("clauses"))
	without := each(find(in.value, clauses).(ast.Object), func(_ string, clause ast.Value) ast.Value {
		return each(clause.(ast.Object), func(key string, value ast.Value) ast.Value {
			if rows, ok := value.(*ast.Array); ok && key == "answers" {
				return ast.NewArray(slices.DeleteFunc(rowTerms(rows), func(row *ast.Term) bool { return row.Equal(p[3]) })...)
			}
			return value
		})
	})
	return Input{value: replaced(in.value, clauses, without).(ast.Object)}
}
