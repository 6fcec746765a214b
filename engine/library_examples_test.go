package engine_test

import (
	"cmp"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/report"
)

// harvest collects what shows each requirement and member met and not met.
type harvest struct {
	seeded
	members   map[string][]string           // of each requirement; "" of one without a table
	texts     map[string]string             // what each requirement asks, in words
	good, bad map[string]authoring.Recorded // by finding id
}

// reap takes from a judged exhibit what is not shown yet, or shown without a
// place in the evidence.
func (h *harvest) reap(x exhibit, files map[string][]byte, findings []report.Finding) {
	for _, f := range findings {
		into := h.good
		if f.Status == report.Fail {
			into = h.bad
		}
		if r, shows := h.record(x, files, f); shows {
			if before, known := into[f.ID]; !known || before.Text == "" && r.Text != "" {
				into[f.ID] = r
			}
		}
	}
}

// unshown are the requirements that lack an example which shows a place.
func (h *harvest) unshown() map[string]bool {
	ids := map[string]bool{}
	for requirement, members := range h.members {
		for _, member := range members {
			id := strings.TrimSuffix(requirement+"."+member, ".")
			if h.good[id].Text == "" || h.bad[id].Text == "" {
				ids[requirement] = true
			}
		}
	}
	return ids
}

// record is what a finding of an exhibit shows: that the requirement is met or
// that it is not, by the first statement, and what the evidence has there.
func (h *harvest) record(x exhibit, files map[string][]byte, f report.Finding) (authoring.Recorded, bool) {
	statements := map[report.Status][]report.Statement{report.Pass: f.Basis, report.Fail: f.Violations}[f.Status]
	if len(f.ComposedOf) > 0 || len(statements) == 0 {
		return authoring.Recorded{}, false
	}
	s := statements[0]
	r := authoring.Recorded{
		Requirement: f.Requirement, Member: f.Member, Good: f.Status == report.Pass,
		Bundle: x.fixture, Edit: x.fact, Buyer: x.buyer, Code: s.Code, Says: s.Message,
	}
	if len(s.Places) == 0 || s.Places[0].Document == "" {
		return r, true
	}
	r.File = s.Places[0].Document
	text, words := string(files[r.File]), s.Message+" "+f.Title+" "+h.texts[f.Requirement]
	_, components, listed := strings.Cut(text, "\n \"components\": [\n")
	switch {
	case s.Places[0].Pointer != "":
		r.Text, r.Line = excerpt(text, s.Places[0].Line, s.Places[0].Pointer, words)
	case r.Good && listed && strings.Contains(s.Message, "components"): // of the SBOM as a whole one of its components is shown
		before := strings.Count(text[:len(text)-len(components)], "\n")
		entry, after := entryOf(append([]string{"["}, strings.Split(components, "\n")...), words)
		r.Text, r.Line = shown(entry, words), before+after
	}
	return r, true
}

var updateExamples = flag.Bool("update-examples", false, "record the examples of the library again")

// TestLibraryExamples holds that there is an example that meets each requirement
// and member, and one that fails it; explain shows them. Where none is, unshown
// says why. With -update-examples all are recorded again: what is shown was
// judged so by the whole library. TestExamplesAreJudgedSo holds them to it.
func TestLibraryExamples(t *testing.T) {
	engine.OneGoroutine(t)
	h := newHarvest(t)
	if *updateExamples {
		for _, x := range exhibits(t, h.seeded) {
			files, findings := x.judge(t, h.selecting(t, h.unshown()))
			h.reap(x, files, findings)
		}
		h.write(t)
	}
	recorded, err := authoring.BuiltInExamples()
	if err != nil {
		t.Fatal(err)
	}
	needed, shown, all := map[string]bool{}, 0, 0
	for _, id := range h.findings() {
		for _, good := range []bool{true, false} {
			all++
			if slices.ContainsFunc(recorded, func(e authoring.Example) bool {
				return e.Good == good && (id == e.Requirement || id == e.Requirement+"."+e.Member || e.Member == authoring.AnyMember && strings.HasPrefix(id, e.Requirement+"."))
			}) {
				shown++
				continue
			}
			start := ""
			for s := range unshown {
				if strings.HasPrefix(id, s) {
					start = s
				}
			}
			if needed[start] = true; start == "" {
				t.Errorf("%s: no example that is good: %v; add an edit that shows it, or a reason why none does", id, good)
			}
		}
	}
	for s := range unshown {
		if !needed[s] {
			t.Errorf("%s: all is shown; remove the row of unshown", s)
		}
	}
	t.Logf("%d of %d examples", shown, all)
}

func newHarvest(t *testing.T) *harvest {
	t.Helper()
	h := &harvest{seeded: newSeeded(t, ""), members: map[string][]string{}, texts: map[string]string{}, good: map[string]authoring.Recorded{}, bad: map[string]authoring.Recorded{}}
	all, err := h.engine.Requirements()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		h.texts[r.ID] = r.Title + " " + r.Remedy
		for _, m := range r.Members {
			h.members[r.ID] = append(h.members[r.ID], m.ID)
		}
		if len(r.Members) == 0 && len(r.ComposedOf) == 0 {
			h.members[r.ID] = []string{""}
		}
	}
	return h
}

// findings are the ids of all that is judged.
func (h *harvest) findings() []string {
	var ids []string
	for requirement, members := range h.members {
		for _, member := range members {
			ids = append(ids, strings.TrimSuffix(requirement+"."+member, "."))
		}
	}
	slices.Sort(ids)
	return ids
}

// recordFile is what explanations show.
const recordFile = "../policies/example/examples.json"

// common is the example of a questionnaire's row without what tells the row.
func common(r authoring.Recorded) authoring.Recorded {
	if r.Member != "" && strings.Contains(r.Text, r.Member) && strings.HasPrefix(r.Edit, everyQuestion) {
		r.Text = strings.ReplaceAll(r.Text, r.Member, authoring.MemberPlace)
		r.Member, r.Line = authoring.AnyMember, 0
	}
	return r
}

// write records the examples; members whose examples differ in their id alone
// share one.
func (h *harvest) write(t *testing.T) {
	t.Helper()
	type shape struct {
		requirement, text, code string
		good                    bool
	}
	shared := map[shape]bool{}
	var list []authoring.Recorded
	for _, found := range []map[string]authoring.Recorded{h.good, h.bad} {
		for _, id := range slices.Sorted(maps.Keys(found)) {
			r := found[id]
			if common(r) != r {
				r = common(r)
				of := shape{r.Requirement, r.Text, r.Code, r.Good}
				if shared[of] {
					continue
				}
				shared[of] = true
			}
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(x, y authoring.Recorded) int {
		return cmp.Or(strings.Compare(x.Requirement, y.Requirement), strings.Compare(x.Member, y.Member))
	})
	text, err := json.MarshalIndent(list, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(recordFile, append(text, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// answerAll gives every questionnaire's row an answer of its own.
func (s seeded) answerAll(b *seedbed, status string) {
	all, _ := s.engine.Requirements()
	d := b.declaration()
	d["answers"] = []any{}
	for _, r := range all {
		for _, m := range r.Members {
			row := object{"requirement": m.ID, "status": status, "date": "2026-11-06"}
			if status == "met" {
				row["statement"] = "How it is met, in a sentence."
				row["evidence"] = []any{object{"ref": "guide"}}
			} else {
				row["justification"] = "Why it is not met, in a sentence."
			}
			add(d, "answers", row)
		}
	}
}
