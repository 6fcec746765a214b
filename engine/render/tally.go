package render

import (
	"slices"

	"github.com/bidgate/bidgate/engine/report"
)

// tally is what the opening of the page says in numbers.
type tally struct {
	rejecting  []string // titles, not met at or above the severity that rejects
	fix        int      // not met at or above the severity to clarify
	answer     int      // open at or above the severity to clarify
	lesser     int      // not met or open below it
	errors     int
	excused    int
	unreadable int      // documents
	vendorOwes []string // kinds not supplied, at or above the severity to clarify
	buyerOwes  []string
	questions  int // different ones to the vendor, at or above the severity to clarify
}

// sorted holds the findings by the section of the page they belong to.
type sorted struct {
	fix, answer, errors, lesser, excused, met, apart, advice []*report.Finding
	byID                                                     map[string]*report.Finding
}

// sortOut puts every finding in one section. Parts of a composed requirement
// are shown with it and nowhere else.
func sortOut(r *report.Report) sorted {
	s := sorted{byID: map[string]*report.Finding{}}
	all := make([]*report.Finding, len(r.Findings))
	for i := range r.Findings {
		all[i] = &r.Findings[i]
		s.byID[all[i].ID] = all[i]
	}
	slices.SortStableFunc(all, func(a, b *report.Finding) int {
		switch {
		case report.Less(a, b):
			return -1
		case report.Less(b, a):
			return 1
		default:
			return 0
		}
	})
	for _, f := range all {
		if !f.PartOnly {
			into := s.section(r, f)
			*into = append(*into, f)
		}
	}
	return s
}

func (s *sorted) section(r *report.Report, f *report.Finding) *[]*report.Finding {
	weighs := f.Severity.AtLeast(r.Profile.ClarifyAt)
	switch {
	case f.Advisory:
		return &s.advice
	case f.Outcome == report.OutcomeError:
		return &s.errors
	case f.Outcome == report.OutcomeExcused:
		return &s.excused
	case f.Outcome == report.OutcomeMet:
		return &s.met
	case f.Outcome == report.OutcomeNotApplicable:
		return &s.apart
	case !weighs:
		return &s.lesser
	case f.Outcome == report.OutcomeNotMet:
		return &s.fix
	default:
		return &s.answer
	}
}

func (s *sorted) tally(r *report.Report) tally {
	t := tally{
		fix: len(s.fix), answer: len(s.answer), lesser: len(s.lesser),
		errors: len(s.errors), excused: len(s.excused),
	}
	for _, f := range s.fix {
		if f.Severity.AtLeast(r.Profile.RejectAt) {
			t.rejecting = append(t.rejecting, stated(f.Title, maxTitle))
		}
	}
	for _, d := range r.Documents {
		if !d.Readable && claims(d) {
			t.unreadable++
		}
	}
	different := map[string]bool{}
	for _, f := range slices.Concat(s.fix, s.answer) {
		for _, q := range s.questions(f) {
			different[q] = true
		}
		for _, m := range f.NotSupplied {
			owes := &t.vendorOwes
			if m.From == "buyer" {
				owes = &t.buyerOwes
			}
			if k := missingKind(m); !slices.Contains(*owes, k) {
				*owes = append(*owes, k)
			}
		}
	}
	t.questions = len(different)
	return t
}

// questions are those that a finding and its open parts put to the vendor.
// What the buyer owes is no question to the vendor. Where a document is missing
// the question is that document: what is asked of its content supposes that it
// is there.
func (s *sorted) questions(f *report.Finding) []string {
	if f.Status == report.NotSupplied && f.Outcome == report.OutcomeOpen && !owedByBuyer(f) && len(f.NotSupplied) > 0 {
		return []string{pleaseSend(owedByVendor(f))}
	}
	return s.ownQuestions(f)
}

// ownQuestions are those of the requirement, whatever of its evidence is there.
func (s *sorted) ownQuestions(f *report.Finding) []string {
	var list []string
	if f.Question != "" && !owedByBuyer(f) {
		list = append(list, f.Question)
	}
	for _, p := range s.openParts(f) {
		if p.Question != "" && !owedByBuyer(p) && !slices.Contains(list, p.Question) {
			list = append(list, p.Question)
		}
	}
	return list
}

// openParts are the parts of a composed finding that appear nowhere else on
// the page and that are not settled.
func (s *sorted) openParts(f *report.Finding) []*report.Finding {
	var parts []*report.Finding
	for _, c := range f.ComposedOf {
		p := s.byID[c.ID]
		if p != nil && p.PartOnly && p != f && len(p.ComposedOf) == 0 && unsettled(p) {
			parts = append(parts, p)
		}
	}
	return parts
}

func unsettled(f *report.Finding) bool {
	switch f.Outcome {
	case report.OutcomeMet, report.OutcomeNotApplicable, report.OutcomeExcused:
		return false
	default:
		return true
	}
}

// owedByBuyer says that nobody but the buyer can settle a finding: it waits for
// his lists, or is about his records.
func owedByBuyer(f *report.Finding) bool {
	if f.Question == report.OwnRecords {
		return true
	}
	return len(f.NotSupplied) > 0 && !slices.ContainsFunc(f.NotSupplied, func(m report.Missing) bool { return m.From != "buyer" })
}
