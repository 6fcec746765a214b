package render

import (
	"slices"
	"strings"

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

type storyWeight struct {
	Severity string
	Points   []storyPoint
	Cut      string // how many are not told, in words
}

// storyPoint is a numbered point: a finding, the members of a family, or
// findings that wait for one answer.
type storyPoint struct {
	Number  int
	Title   string
	Open    bool // unfolded
	Marks   []storyMark
	IDs     []string
	Summary string
	Reasons []storyReason
	Items   []string
	Members []storyPoint
	Parts   []string
	Notes   []storyPair
	Fix     string
	Ask     []string
	Sources []string
}

type storyReason struct {
	Text   string
	Places []string
	More   string
}

type storyMet struct{ Title, Level, Why string }

type storyApart struct {
	Why   string
	Items []string
}

// storyPiece is a part of a text: words, or the name of a field.
type storyPiece struct {
	Code bool
	Text string
}

// pieces parts a text at its backquotes, between which names of fields stand.
// Where one is left alone it is a backquote and nothing more.
func pieces(s string) []storyPiece {
	parts := strings.Split(s, "`")
	if len(parts)%2 == 0 {
		return []storyPiece{{Text: s}}
	}
	var list []storyPiece
	for i, part := range parts {
		if part != "" {
			list = append(list, storyPiece{i%2 == 1, part})
		}
	}
	return list
}

// bounds of what a page shows of one point.
const (
	storyPlaces = 12
	storyItems  = 60
)

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

func (b *storyteller) entry(e entry) storyPoint {
	first := e.findings[0]
	if !e.same && !e.family {
		return b.finding(first)
	}
	p := storyPoint{Title: membersTitle(family(first)), Summary: siblings(b.Report, first)}
	if e.same {
		p = b.finding(first)
		p.Title, p.Parts, p.Notes, p.Fix, p.Sources, p.Ask = sameTitle(e), nil, nil, "", nil, nil
		p.Items = items(e.findings, len(e.findings) <= storyItems)
		for _, f := range e.findings {
			p.Ask = b.ask(p.Ask, f)
		}
	}
	p.IDs = nil
	for _, f := range e.findings {
		p.IDs = append(p.IDs, Escape(f.ID, maxID))
		if m := storyMarkOf(markOf(f)); !slices.Contains(p.Marks, m) {
			p.Marks = append(p.Marks, m)
		}
		if !e.same {
			p.Members = append(p.Members, b.finding(f))
		}
	}
	return p
}

// ask adds the questions of a finding that are not there yet.
func (b *storyteller) ask(list []string, f *report.Finding) []string {
	for _, q := range b.questions(f) {
		if text := Escape(q, maxMessage); !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

func (b *storyteller) finding(f *report.Finding) storyPoint {
	p := storyPoint{Title: stated(f.Title, maxTitle), Marks: []storyMark{storyMarkOf(markOf(f))}, IDs: []string{Escape(f.ID, maxID)}}
	left := storyPlaces
	for i, s := range b.said(f) {
		if i == fewItems {
			p.Reasons = append(p.Reasons, storyReason{Text: more(len(b.said(f))-i, "more reason", "more reasons")})
			break
		}
		reason := b.reason(s, left)
		left -= len(reason.Places)
		p.Reasons = append(p.Reasons, reason)
	}
	for _, c := range f.ComposedOf {
		p.Parts = append(p.Parts, b.part(c))
	}
	p.Notes = b.notes(f)
	if f.Outcome != report.OutcomeExcused {
		if f.Remedy != "" {
			p.Fix = Escape(f.Remedy, maxMessage)
		}
		p.Ask = b.ask(nil, f)
	}
	for _, s := range f.Sources {
		p.Sources = append(p.Sources, cite(s))
	}
	return p
}

func (b *storyteller) reason(s report.Statement, most int) storyReason {
	reason := storyReason{Text: b.message(s)}
	total := max(s.PlacesTotal, len(s.Places))
	if b.public {
		if total > 0 {
			reason.More = withheldPlaces(total)
		}
		return reason
	}
	shown := s.Places[:min(len(s.Places), most)]
	for _, at := range shown {
		text := position(at)
		if at.Name != "" {
			text += "  " + Escape(at.Name, maxName)
		}
		if at.Pointer != "" {
			text += "  " + Escape(at.Pointer, maxID)
		}
		reason.Places = append(reason.Places, text)
	}
	switch n := total - len(shown); {
	case n > 0 && len(shown) == 0:
		reason.More = unlisted(n)
	case n > 0:
		reason.More = more(n, "more place", "more places")
	}
	return reason
}

// message is what a statement says, to whoever may read it.
func (b *storyteller) message(s report.Statement) string {
	if b.public && s.Public != "" {
		return Escape(s.Public, maxMessage)
	}
	return stated(s.Message, maxMessage)
}

func (b *storyteller) part(c report.Part) string {
	m, known := statusWords[c.Status]
	title := Escape(c.ID, maxID)
	if part, ok := b.byID[c.ID]; ok {
		m, title = markOf(part), stated(part.Title, maxTitle)+" ("+title+")"
	} else if !known {
		m = statusWords[report.Review]
	}
	return m.symbol + " " + m.words + ": " + title
}

// notes are what the buyer recorded on a finding.
func (b *storyteller) notes(f *report.Finding) []storyPair {
	var list []storyPair
	if a := f.Exception; a != nil {
		for _, row := range a.Exceptions {
			if row >= 0 && row < len(b.Exceptions) {
				e := b.Exceptions[row]
				list = append(list, storyPair{labelException, covers(stated(e.ID, maxWord), *a, stated(e.Until, maxWord), stated(e.Approver, maxName))},
					storyPair{labelReason, stated(e.Reason, maxMessage)})
			}
		}
	}
	if a := f.Determination; a != nil && a.Determination >= 0 && a.Determination < len(b.Determinations) {
		list = append(list, storyPair{labelPerson, person(b.Determinations[a.Determination])})
	}
	return list
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
