package render

import (
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

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

func (b *storyteller) entry(e entry) storyPoint {
	first := e.findings[0]
	if !e.same && !e.family {
		return b.finding(first)
	}
	p := storyPoint{Title: family(first), Summary: siblings(b.Report, first)}
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
	return differentOf(list, b.questions(f))
}

// differentOf adds the texts that are not there yet.
func differentOf(list, texts []string) []string {
	for _, q := range texts {
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
