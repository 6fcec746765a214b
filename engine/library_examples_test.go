package engine_test

import (
	"cmp"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path/filepath"
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
	good, bad map[string]authoring.Recorded // by finding id
}

// reap takes from judged evidence what is not shown yet.
func (h *harvest) reap(bundle, edit string, files map[string][]byte, findings []report.Finding) {
	for _, f := range findings {
		if len(f.ComposedOf) > 0 {
			continue
		}
		into, statements := h.good, f.Basis
		switch f.Status {
		case report.Pass:
		case report.Fail:
			into, statements = h.bad, f.Violations
		default:
			continue
		}
		if _, known := into[f.ID]; known || len(statements) == 0 {
			continue
		}
		s := statements[0]
		r := authoring.Recorded{
			Requirement: f.Requirement, Member: f.Member, Good: f.Status == report.Pass,
			Bundle: bundle, Edit: edit, Code: s.Code, Says: s.Message,
		}
		if len(s.Places) > 0 && s.Places[0].Document != "" {
			r.File, r.Line = s.Places[0].Document, s.Places[0].Line
			if s.Places[0].Pointer != "" && r.Line > 0 { // of a document as a whole there is nothing to show
				r.Text = excerpt(string(files[r.File]), r.Line)
			}
		}
		into[f.ID] = r
	}
}

// excerpt is what stands at a line: the line and those indented below it.
func excerpt(text string, line int) string {
	lines := strings.Split(text, "\n")
	if line > len(lines) {
		return ""
	}
	indent := func(l string) int { return len(l) - len(strings.TrimLeft(l, " \t")) }
	own := indent(lines[line-1])
	var taken []string
	for i, l := range lines[line-1:] {
		if i > 0 && line > 1 && (indent(l) < own || indent(l) == own && !strings.HasPrefix(strings.TrimLeft(l, " \t"), "}") && !strings.HasPrefix(strings.TrimLeft(l, " \t"), "]")) {
			break
		}
		if len(taken) == shownLines {
			taken = append(taken, "…")
			break
		}
		l = strings.TrimRight(l[min(own, indent(l)):], ", \r")
		if runes := []rune(l); len(runes) > shownWidth {
			l = string(runes[:shownWidth]) + "…"
		}
		taken = append(taken, l)
	}
	return strings.Join(taken, "\n") + "\n"
}

// strict sets the parameters of which requirements ask nothing without.
const strict = `requirements:
  threat_model.residual_risk: {parameters: {max_residual: medium}}
  support.covers_use: {parameters: {needed_until: "2028-01-01"}}
  trust_mark.label: {parameters: {operating_since: "2026-01-01"}}
  iec_62443.capability_level: {parameters: {sl_t: 1}}
`

const (
	shownLines = 10
	shownWidth = 160
)

var updateExamples = flag.Bool("update-examples", false, "record the examples of the library again")

// TestLibraryExamples holds that there is an example that meets each requirement
// and member, and one that fails it; explain shows them. Where none is, unshown
// says why. With -update-examples all are recorded again: fixtures and edits of
// them are screened by the whole library, so that what is shown was judged so.
func TestLibraryExamples(t *testing.T) {
	engine.OneGoroutine(t)
	h := &harvest{seeded: newSeeded(t, strict), good: map[string]authoring.Recorded{}, bad: map[string]authoring.Recorded{}}
	if *updateExamples {
		h.reapAll(t)
		h.write(t)
	}
	recorded, err := authoring.BuiltInExamples()
	if err != nil {
		t.Fatal(err)
	}
	needed, shown, all := map[string]bool{}, 0, 0
	for _, id := range h.findings(t) {
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

// findings are the ids of all that is judged.
func (h *harvest) findings(t *testing.T) []string {
	t.Helper()
	all, err := h.engine.Requirements()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range all {
		for _, m := range r.Members {
			ids = append(ids, r.ID+"."+m.ID)
		}
		if len(r.Members) == 0 && len(r.ComposedOf) == 0 {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func (h *harvest) reapAll(t *testing.T) {
	t.Helper()
	for _, status := range []string{"met", "not-met"} {
		b := sow(t, "bridge-other-products", 0)
		h.answerAll(b, status)
		h.screen(t, "bridge-other-products", "every question is answered "+status, b)
	}
	folders, _ := filepath.Glob("../fixtures/*/report.json")
	for _, name := range folders {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var r report.Report
		if err := json.Unmarshal(text, &r); err != nil {
			t.Fatal(err)
		}
		fixture := filepath.Base(filepath.Dir(name))
		if _, err := os.Stat(filepath.Join("../fixtures", fixture, "bundle")); err != nil {
			continue
		}
		h.reap(fixture, "", readFixture(t, fixture), r.Findings)
	}
	for _, fixture := range []string{"bridge-other-products", "meter-every-kind", "edk2-meets", "board-many-parts"} {
		h.screen(t, fixture, "", sow(t, fixture, 0))
	}
	all := slices.Concat(plants(), edits, standardEdits(t), []plant{weakCryptography(t)})
	for i, p := range all {
		if strings.HasPrefix(p.fact, "nothing") {
			continue
		}
		b := sow(t, "bridge-other-products", uint64(i))
		if p.put(b) {
			h.screen(t, "bridge-other-products", p.fact, b)
		}
	}
}

// recordFile is what explanations show.
const recordFile = "../policies/example/examples.json"

// write records the examples; members whose examples differ in their id alone
// share one.
func (h *harvest) write(t *testing.T) {
	type shape struct {
		requirement, text, code string
		good                    bool
	}
	shared := map[shape]bool{}
	var list []authoring.Recorded
	for _, found := range []map[string]authoring.Recorded{h.good, h.bad} {
		for _, id := range slices.Sorted(maps.Keys(found)) {
			r := found[id]
			if r.Member != "" && strings.Contains(r.Text, r.Member) && strings.Contains(r.Edit, "every question") {
				r.Text = strings.ReplaceAll(r.Text, r.Member, authoring.MemberPlace)
				r.Member, r.Line = authoring.AnyMember, 0
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

func (h *harvest) screen(t *testing.T, fixture, edit string, b *seedbed) {
	t.Helper()
	var findings []report.Finding
	found := h.judge(t, b)
	for id := range found {
		findings = append(findings, found[id])
	}
	slices.SortFunc(findings, func(x, y report.Finding) int { return strings.Compare(x.ID, y.ID) })
	h.reap(fixture, edit, b.files, findings)
}

// answerAll gives every questionnaire's row an answer of its own.
func (h *harvest) answerAll(b *seedbed, status string) {
	all, _ := h.engine.Requirements()
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
