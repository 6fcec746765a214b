package render

import (
	"github.com/bidgate/bidgate/engine/report"
)

// storySection is one of the sections that acquisition people know.
type storySection struct {
	ID, Title string
	Tally     []storyTally
	Total     int
	Weights   []storyWeight // points by severity, heaviest first
	Met       []storyMet
	Apart     []storyApart
}

// storyTally counts findings of one status.
type storyTally struct {
	Mark  storyMark
	Words string // the number with its word
	N     int
	// Before is how many stand before them in the order of statuses.
	Before int
}

// Offset and Height set the pieces of a bar apart without colour: what is open
// is not as high as what is settled, and what does not apply is lowest.
func (t storyTally) Offset() int { return map[string]int{"dim": 7, "warn": 4}[t.Mark.Class] }

// Height is the rest of the bar below Offset.
func (t storyTally) Height() int { return 10 - t.Offset() }

type storyWeight struct {
	Severity string
	Points   []storyPoint
	Cut      string // how many are not told, in words
}

type storyMet struct{ Title, Level, Why string }

type storyApart struct {
	Why   string
	Items []string
}

func (b *storyteller) sections() []storySection {
	var list []storySection
	for _, words := range sectionWords {
		s := storySection{ID: sectionAnchor(words.id), Title: words.words}
		var open []*report.Finding
		var met, apart []*report.Finding
		counts := map[mark]int{}
		for _, f := range b.findings {
			if f.Advisory || f.Section != words.id && (words.id != "" || known(f.Section)) {
				continue
			}
			s.Total++
			counts[markOf(f)]++
			switch f.Outcome {
			case report.OutcomeMet:
				met = append(met, f)
			case report.OutcomeNotApplicable:
				apart = append(apart, f)
			default:
				open = append(open, f)
			}
		}
		if s.Total == 0 {
			continue
		}
		for _, m := range chartOrder {
			if n := counts[m]; n > 0 {
				before := 0
				for _, t := range s.Tally {
					before += t.N
				}
				s.Tally = append(s.Tally, storyTally{storyMarkOf(m), number(int64(n)) + " " + countWord(m, n), n, before})
			}
		}
		s.Weights, s.Met, s.Apart = b.weights(open), b.metRows(met), b.apartRows(apart)
		list = append(list, s)
	}
	return list
}

func sectionAnchor(id string) string {
	if id == "" {
		return "other"
	}
	return id
}

// chartOrder is the order of statuses in a bar: what is settled first.
var chartOrder = []mark{
	statusWords[report.Pass], excusedWords, statusWords[report.NotApplicable],
	statusWords[report.Review], statusWords[report.NotSupplied], statusWords[report.Error], statusWords[report.Fail],
}

// weights are the points by severity.
func (b *storyteller) weights(open []*report.Finding) []storyWeight {
	var list []storyWeight
	for _, s := range append(report.Severities(), "") {
		var of []*report.Finding
		for _, f := range open {
			if f.Severity == s || s == "" && f.Severity.Rank() == len(report.Severities()) {
				of = append(of, f)
			}
		}
		if len(of) == 0 {
			continue
		}
		w := storyWeight{Severity: severity(of[0].Severity)}
		for _, e := range entries(of) {
			if b.left == 0 {
				w.Cut = cutResults(len(of) - told(w.Points))
				break
			}
			b.left--
			b.number++
			p := b.entry(e)
			p.Number, p.Open = b.number, b.number <= fewItems
			w.Points = append(w.Points, p)
		}
		list = append(list, w)
	}
	return list
}

// told is how many findings the points tell of.
func told(points []storyPoint) int {
	n := 0
	for _, p := range points {
		n += len(p.IDs)
	}
	return n
}

// metRows are what is met and what that rests on, members of a family in one.
func (b *storyteller) metRows(met []*report.Finding) []storyMet {
	var list []storyMet
	seen := map[string]bool{}
	p := &page{}
	for _, f := range met {
		key := f.Requirement + "\x00" + f.Family
		if f.Member != "" && seen[key] {
			continue
		}
		seen[key] = true
		row := storyMet{stated(f.Title, maxTitle), p.level(b.Report, f), basis(b.Report, f)}
		switch {
		case f.Member != "":
			met, all := membersMet(b.Report, f)
			row.Title, row.Why = family(f), metOf(met, all)
		case b.public && len(f.Basis) > 0 && f.Status == report.Pass:
			row.Why = b.message(f.Basis[0])
		}
		list = append(list, row)
	}
	return list
}

func (b *storyteller) apartRows(apart []*report.Finding) []storyApart {
	var list []storyApart
	at := map[string]int{}
	by := map[string][]*report.Finding{}
	for _, f := range apart {
		why := noReason
		if len(f.NotApplicable) > 0 {
			why = b.message(f.NotApplicable[0])
		}
		if _, ok := at[why]; !ok {
			at[why] = len(list)
			list = append(list, storyApart{Why: why})
		}
		by[why] = append(by[why], f)
	}
	for i := range list {
		list[i].Items = items(by[list[i].Why], false)
	}
	return list
}
