package report

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Comparison is the bids of one procurement side by side. It counts no points
// and ranks no bid: bids and their cells stand in the order in which they were
// given.
type Comparison struct {
	Contract int     `json:"comparison"` // version of this form, 1
	Notice   string  `json:"notice"`     // what a verdict is not
	AsOf     string  `json:"as_of"`
	Tender   Tender  `json:"tender"`
	Profile  Profile `json:"profile"`
	Policy   string  `json:"policy"` // digest of the policies that judged every bid
	Bids     []Bid   `json:"bids"`
	// Rows are the findings that are in any of the reports: those first whose
	// outcome is not the same for all bids, then by severity and id.
	Rows []Row `json:"rows"`
}

// Bid is one report of a Comparison.
type Bid struct {
	Name    string  `json:"name"` // what the caller calls it, such as its file
	Offer   Offer   `json:"offer"`
	Verdict Verdict `json:"verdict"`
	Counts  Counts  `json:"counts"`
	Bundle  string  `json:"bundle"` // digest of what was screened
}

// Row is one finding over all bids.
type Row struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Section  string   `json:"section"`
	Severity Severity `json:"severity"`
	Advisory bool     `json:"advisory"` // not in force on the day
	Differs  bool     `json:"differs"`  // status, outcome or level is not the same for all bids
	Cells    []Cell   `json:"cells"`    // one for each bid, in their order
	// Uneven are the numbers of the bids, from 0, that are open or not met here
	// without a record, while another is excused by an exception or settled as
	// met by a determination.
	Uneven []int `json:"uneven"`
}

// Cell is one finding of one bid. Status is "" where the report does not have it.
type Cell struct {
	Status  Status  `json:"status"`
	Outcome Outcome `json:"outcome"`
	Level   Level   `json:"level"`
	// Says is the first reason, or, of what is met, the first basis; places are
	// how many places the reasons have.
	Says   string `json:"says"`
	Places int    `json:"places"`
	// Records are the exceptions that excuse it and the determination that
	// settles it: "exception E-7", "determination of 2026-11-20".
	Records []string `json:"records"`
}

// same is what must be equal for bids to be comparable, with its name.
var same = []struct {
	name string
	of   func(*Report) any
}{
	{"policy digest", func(r *Report) any { return r.Provenance.Policy }},
	{"profile digest", func(r *Report) any { return r.Profile.Digest }},
	{"day decided for", func(r *Report) any { return r.AsOf }},
	{"tender", func(r *Report) any { return r.Tender.ID }},
	{"parameters", func(r *Report) any { return parameterTexts(r.Parameters) }},
	{"data sets", func(r *Report) any { return setDigests(r.Provenance.DataSets) }},
	{"annex", func(r *Report) any { return r.Provenance.Annex }},
	{"limits", func(r *Report) any { return slices.Concat([]Limit{}, r.Limits) }},
	{"version of bidgate", func(r *Report) any { return r.Provenance.Engine }},
}

func parameterTexts(list []Parameter) []string {
	texts := []string{}
	for _, p := range list {
		texts = append(texts, p.Name+"="+parameterText(p))
	}
	return texts
}

func setDigests(list []DataSet) []string {
	texts := []string{}
	for _, s := range list {
		texts = append(texts, s.Name+" "+s.Digest)
	}
	return texts
}

// NotComparable says that two reports were not made under the same rules.
type NotComparable struct {
	First, Second string // names of the reports
	What          string // what differs, such as "policy digest"
}

func (e *NotComparable) Error() string {
	return fmt.Sprintf("%s and %s: the %s differs, so they were not judged alike", e.First, e.Second, e.What)
}

// SideBySide sets reports beside each other, names[i] being what reports[i] is
// called. Reports that were not judged by the same rules, with the same
// settings and lists, for the same day and tender, are refused with a
// *NotComparable.
func SideBySide(names []string, reports []*Report) (*Comparison, error) {
	if len(reports) < 2 || len(names) != len(reports) {
		return nil, fmt.Errorf("a comparison needs two reports or more, each with a name, and was given %d", len(reports))
	}
	first := reports[0]
	for i, r := range reports[1:] {
		for _, s := range same {
			if !reflect.DeepEqual(s.of(first), s.of(r)) {
				return nil, &NotComparable{names[0], names[i+1], s.name}
			}
		}
	}
	c := &Comparison{Contract: 1, Notice: first.Notice, AsOf: first.AsOf, Tender: first.Tender, Profile: first.Profile,
		Policy: first.Provenance.Policy, Bids: []Bid{}}
	found := make([]map[string]*Finding, len(reports))
	for i, r := range reports {
		offer := r.Offer
		offer.Items = slices.Concat([]Item{}, offer.Items)
		c.Bids = append(c.Bids, Bid{names[i], offer, r.Verdict, r.Counts, r.Provenance.Bundle})
		found[i] = byID(r)
	}
	c.Rows = rows(reports, found)
	return c, nil
}

func rows(reports []*Report, found []map[string]*Finding) []Row {
	list, done := []Row{}, map[string]bool{}
	for _, findings := range found {
		for id, f := range findings {
			if done[id] {
				continue
			}
			done[id] = true
			row := Row{ID: id, Title: f.Title, Section: f.Section, Severity: f.Severity, Advisory: f.Advisory || f.PartOnly}
			for i := range reports {
				row.Cells = append(row.Cells, cellOf(reports[i], found[i][id]))
			}
			row.Differs, row.Uneven = differs(row.Cells), uneven(row.Cells)
			list = append(list, row)
		}
	}
	slices.SortFunc(list, func(a, b Row) int {
		return cmp.Or(first(a.Differs, b.Differs), first(!a.Advisory, !b.Advisory),
			cmp.Compare(a.Severity.Rank(), b.Severity.Rank()), strings.Compare(a.ID, b.ID))
	})
	return list
}

// first orders what holds before what does not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	default:
		return 1
	}
}

func differs(cells []Cell) bool {
	return slices.ContainsFunc(cells, func(c Cell) bool {
		return c.Status != cells[0].Status || c.Outcome != cells[0].Outcome || c.Level != cells[0].Level
	})
}

// uneven names the bids without a leave that another bid has.
func uneven(cells []Cell) []int {
	left := []int{}
	if !slices.ContainsFunc(cells, func(c Cell) bool { return len(c.Records) > 0 && c.Outcome != OutcomeNotMet }) {
		return left
	}
	for i, c := range cells {
		if (c.Outcome == OutcomeNotMet || c.Outcome == OutcomeOpen) && len(c.Records) == 0 {
			left = append(left, i)
		}
	}
	return left
}

func cellOf(r *Report, f *Finding) Cell {
	cell := Cell{Records: []string{}}
	if f == nil {
		return cell
	}
	cell.Status, cell.Outcome, cell.Level = f.Status, f.Outcome, f.Level
	reasons := slices.Concat(f.Violations, f.Reviews)
	if len(reasons) == 0 {
		reasons = slices.Concat(f.Basis, f.NotApplicable)
	}
	for _, s := range reasons {
		cell.Says = cmp.Or(cell.Says, s.Message)
		cell.Places += max(s.PlacesTotal, len(s.Places))
	}
	for _, e := range f.Errors {
		cell.Says = cmp.Or(cell.Says, e)
	}
	if f.Exception != nil && f.Exception.Excuses {
		for _, row := range f.Exception.Exceptions {
			if row >= 0 && row < len(r.Exceptions) { // a report may have been altered
				cell.Records = append(cell.Records, "exception "+cmp.Or(r.Exceptions[row].ID, fmt.Sprint(row+1)))
			}
		}
	}
	if d := f.Determination; d != nil && f.Outcome != OutcomeOpen && d.Determination >= 0 && d.Determination < len(r.Determinations) {
		cell.Records = append(cell.Records, "determination of "+r.Determinations[d.Determination].Date)
	}
	return cell
}
