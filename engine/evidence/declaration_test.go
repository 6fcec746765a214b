package evidence

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// declare reads a declaration that is well formed.
func declare(t *testing.T, text string) (*Declaration, []Problem) {
	t.Helper()
	out := readDeclaration(yamlSource(text), Limits{})
	if out.declaration == nil {
		t.Fatalf("not read: %v", out.problems)
	}
	return out.declaration, out.problems
}

func TestDeclarationExample(t *testing.T) {
	d, problems := declare(t, example(t, "example-fg200.declaration.yaml"))
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	s := d.Support
	if s.Computed.Value.Text != "2031-12-01" || s.EndDiffers != (Integer{Stated, 0}) || s.PeriodMonths != (Integer{Stated, 60}) {
		t.Errorf("support: computed %v, differs %v, months %v", s.Computed, s.EndDiffers, s.PeriodMonths)
	}
	if !d.Disclosure.Contact.WellFormed {
		t.Errorf("contact: %+v", d.Disclosure.Contact)
	}
	if signatory := d.Affirmation.Signatories.Items[0]; !signatory.Known || signatory.SignatureType.Value != "detached" {
		t.Errorf("signatory: %+v", signatory)
	}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "null") {
		t.Errorf("null in %s", data)
	}
}

func TestAnswersByClause(t *testing.T) {
	d, problems := declare(t, `declaration: 1
product: {parts: [{id: firmware}, {id: cloud}]}
people: [{id: alice}]
answers:
  - {requirement: ir8259a-SU, answer: yes, owner: alice, rationale: r}
  - {requirement: ir8259a-su-2, status: not-met, parts: [firmware]}
  - {requirement: ir8259a-SU-2, status: N/A, parts: [cloud]}
  - {requirement: ir8259-2020-3, status: partially}
  - {requirement: ir8259-2020-A6, status: met}
  - {requirement: ssdf-1.1-PO.1.1, status: met}
  - {requirement: bidgate-NET-05, status: met}
  - {requirement: unknown, status: met}
`)
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	for id, want := range map[string]ClauseAnswer{
		"ir8259a-SU":    {Answers: []Row{0}},
		"ir8259a-SU-1":  {Answers: []Row{0}, Inherited: true},
		"ir8259a-SU-2":  {Answers: []Row{1, 2}},
		"ir8259a-DI":    {Answers: []Row{}},
		"ir8259a-DI-1":  {Answers: []Row{}},
		"ir8259r1-A3":   {Answers: []Row{3}},
		"ir8259r1-A4":   {Answers: []Row{3}},
		"ir8259r1-A4.2": {Answers: []Row{3}, Inherited: true},
		"ir8259r1-A8.1": {Answers: []Row{4}, Inherited: true},
		"ir8259r1-A0":   {Answers: []Row{}},
		"ir8259r1-A6":   {Answers: []Row{}},
	} {
		if diff := cmp.Diff(want, d.Clauses[id]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
	for _, id := range KnownClauses() {
		if _, ok := d.Clauses[id]; !ok {
			t.Errorf("%s is not in clauses", id)
		}
	}
	if len(d.Clauses) != len(KnownClauses()) {
		t.Errorf("%d clauses, want %d", len(d.Clauses), len(KnownClauses()))
	}
	first := d.Answers[0]
	if first.Status.Value != "met" || first.Responsible.Value != "alice" || first.Justification.Value != "r" {
		t.Errorf("synonyms: %+v", first)
	}
	if got := []string{d.Answers[1].Status.Value, d.Answers[2].Status.Value, d.Answers[3].Status.Value}; !cmp.Equal(got, []string{"not_met", "not_applicable", "partial"}) {
		t.Errorf("statuses %v", got)
	}
}

func TestDuplicateAnswers(t *testing.T) {
	for answers, want := range map[string]string{
		"[{requirement: a}, {requirement: b}]":                                           "",
		"[{requirement: a, parts: [x]}, {requirement: a, parts: [y]}]":                   "",
		"[{requirement: a, parts: [x, y]}, {requirement: a, parts: [y]}]":                "/answers/1/requirement",
		"[{requirement: a}, {requirement: a, parts: [y]}]":                               "/answers/1/requirement",
		"[{requirement: a, parts: [y]}, {requirement: a}]":                               "/answers/1/requirement",
		"[{requirement: a, parts: [x]}, {requirement: a, parts: [y]}, {requirement: a}]": "/answers/2/requirement",
	} {
		answers = strings.NewReplacer("requirement: a", "requirement: sbd-01", "requirement: b", "requirement: sbd-02").Replace(answers)
		d, problems := declare(t, "declaration: 1\nproduct: {parts: [{id: x}, {id: y}]}\nanswers: "+answers)
		got := ""
		for _, p := range problems {
			if p.Code == codeDuplicateAnswer {
				got = p.At.Pointer
			}
		}
		if got != want {
			t.Errorf("%s: %v", answers, problems)
		}
		if len(d.Answers) < 2 {
			t.Errorf("%s: an answer is lost", answers)
		}
	}
}

func TestSupportPeriod(t *testing.T) {
	for _, c := range []struct {
		support, computed string
		differs, months   Integer
	}{
		{"{start: 2026-12-01, period: P5Y, end: 2031-12-01}", "2031-12-01", Integer{Stated, 0}, Integer{Stated, 60}},
		{"{start: 2026-12-01, period: P5Y, end: 2031-11-30}", "2031-12-01", Integer{Stated, -1}, Integer{Stated, 59}},
		{"{start: 2024-02-29, period: P12M, end: 2025-03-01}", "2025-02-28", Integer{Stated, 1}, Integer{Stated, 12}},
		{"{start: 2026-12-01, period: P5Y}", "2031-12-01", Integer{State: Absent}, Integer{Stated, 60}},
		{"{start: 2026-12-01, end: 2031-12-01}", "", Integer{State: Absent}, Integer{Stated, 60}},
		{"{period: P18M}", "", Integer{State: Absent}, Integer{Stated, 18}},
		{"{start: 2026-12-01, period: P99999Y}", "", Integer{State: Absent}, Integer{Stated, 1199988}},
		{"{start: unknown, period: P5Y, end: TBD}", "", Integer{State: Absent}, Integer{State: Absent}},
		{"{start: 2031-12-01, end: 2026-12-01}", "", Integer{State: Absent}, Integer{Stated, 0}},
	} {
		d, _ := declare(t, "declaration: 1\nsupport: "+c.support)
		s := d.Support
		if s.Computed.Value.Text != c.computed || s.EndDiffers != c.differs || s.PeriodMonths != c.months {
			t.Errorf("%s: computed %q, differs %v, months %v", c.support, s.Computed.Value.Text, s.EndDiffers, s.PeriodMonths)
		}
	}
}

func TestObjectsInWords(t *testing.T) {
	d, problems := declare(t, "declaration: 1\nsupport: unknown\nupdates: withheld\nai: TBD\nmanufacturer: withheld\naffirmation: {signatories: [{person: eve}]}")
	if d.Support.State != Unknown || d.Updates.State != Withheld || d.AI.State != Placeholder || d.Affirmation.State != Stated || d.Assessor.State != Absent {
		t.Errorf("%s %s %s %s %s", d.Support.State, d.Updates.State, d.AI.State, d.Affirmation.State, d.Assessor.State)
	}
	if want := []string{"wrong_type /manufacturer", "dangling_reference /affirmation/signatories/0/person"}; !cmp.Equal(want, codes(problems)) {
		t.Errorf("%v", problems)
	}
	if d.Affirmation.Signatories.Items[0].Known {
		t.Error("a signatory that is in no list of people is known")
	}
}
