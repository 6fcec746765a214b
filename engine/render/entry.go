package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// How much of a finding the page shows; what is left out is counted.
const (
	fewPlaces  = 3
	manyPlaces = 50
	fewItems   = 12
	fewSources = 2
	labelWidth = 11
)

// findings writes one section of numbered points and returns the last number:
// numbers run on through the page, so that people can speak of "point 7".
func (p *page) findings(r *report.Report, s sorted, title, advice string, findings []*report.Finding, last int) int {
	if len(findings) == 0 {
		return last
	}
	p.heading(title)
	if advice != "" {
		p.para(0, span{plain, advice})
	}
	for i, e := range entries(findings) {
		if i > 0 || advice != "" {
			p.blank()
		}
		last++
		p.entry(r, s, e, strconv.Itoa(last)+". ")
	}
	return last
}

func (p *page) entry(r *report.Report, s sorted, e entry, label string) {
	first, indent := e.findings[0], len(label)
	switch {
	case e.same:
		p.hang(0, []span{{bold, label}}, []span{{bold, sameTitle(e)}})
		p.same(r, s, e, indent)
	case e.family:
		p.hang(0, []span{{bold, label}}, []span{{bold, family(first)}})
		p.para(indent, span{plain, siblings(r, first)})
		for _, f := range e.findings {
			p.hang(indent, []span{{plain, "- "}}, []span{{plain, stated(f.Title, maxTitle)}})
			p.finding(r, s, f, indent+2)
		}
	default:
		p.hang(0, []span{{bold, label}}, []span{{bold, stated(first.Title, maxTitle)}})
		p.finding(r, s, first, indent)
	}
}

func sameTitle(e entry) string {
	if e.findings[0].Status == report.NotSupplied {
		return sameMissing(len(e.findings), missing(e.findings[0]))
	}
	return sameReason(len(e.findings))
}

// same writes findings that wait for one and the same answer.
func (p *page) same(r *report.Report, s sorted, e entry, indent int) {
	first := e.findings[0]
	m := markOf(first)
	p.para(indent, m.span(), span{plain, " · " + weights(e.findings)})
	p.statements(indent, first.Reviews)
	list := items(e.findings, p.Verbose)
	for i, item := range list {
		if i == fewItems && len(list) > fewItems+1 && !p.Verbose {
			p.para(indent, span{plain, more(len(list)-i, "line more", "lines more")})
			break
		}
		p.hang(indent, []span{{plain, "- "}}, []span{{plain, item}})
	}
	var asked []string
	for _, f := range e.findings {
		for _, q := range s.questions(f) {
			if !slices.Contains(asked, q) {
				asked = append(asked, q)
			}
		}
	}
	p.questions(indent, asked)
}

// weights are the severities of findings in words: "mandatory, must clarify".
func weights(findings []*report.Finding) string {
	var words []string
	for _, f := range findings {
		if w := severity(f.Severity); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}

// finding writes all of one finding but its title.
func (p *page) finding(r *report.Report, s sorted, f *report.Finding, indent int) {
	p.para(indent, markOf(f).span(), span{plain, " · " + severity(f.Severity)}, span{dim, " · " + Escape(f.ID, maxID)})
	p.reasons(f, indent)
	p.parts(s, f, indent)
	p.applied(r, f, indent)
	if f.Remedy != "" && f.Outcome != report.OutcomeExcused {
		p.field(indent, labelWidth, labelFix, span{plain, Escape(f.Remedy, maxMessage)})
	}
	if f.Outcome != report.OutcomeExcused {
		p.questions(indent, s.questions(f))
	}
	p.sources(f, indent)
}

// reasons say why a finding is not met, in the report's own words.
func (p *page) reasons(f *report.Finding, indent int) {
	before := p.buf.Len()
	p.statements(indent, f.Violations)
	p.statements(indent, f.Reviews)
	for _, e := range f.Errors {
		p.para(indent, span{plain, Escape(e, maxMessage)})
	}
	if len(f.NotSupplied) > 0 {
		p.para(indent, span{plain, missingMessage(missing(f))})
	}
	if p.buf.Len() == before && len(f.ComposedOf) == 0 && f.Determination == nil {
		p.para(indent, span{plain, noReason})
	}
}

func (p *page) statements(indent int, list []report.Statement) {
	for i, s := range list {
		if i == fewPlaces && len(list) > fewPlaces+1 && !p.Verbose {
			p.para(indent, span{plain, more(len(list)-i, "more reason", "more reasons")})
			return
		}
		p.para(indent, span{plain, stated(s.Message, maxMessage)})
		p.places(indent+2, s.Places, s.PlacesTotal)
	}
}

// places shows some of the places listed and counts the rest; total counts also
// those that the report does not list.
func (p *page) places(indent int, places []report.Place, total int) {
	shown := fewPlaces
	if p.Verbose {
		shown = manyPlaces
	}
	if total = max(total, len(places)); total <= shown+1 {
		shown = total
	}
	shown = min(shown, len(places))
	for _, at := range places[:shown] {
		spans := []span{{plain, position(at)}}
		if at.Name != "" {
			spans = append(spans, span{plain, "  " + Escape(at.Name, maxName)})
		}
		if at.Pointer != "" {
			spans = append(spans, span{dim, "  " + Escape(at.Pointer, maxID)})
		}
		p.hang(indent, []span{{plain, "at "}}, spans)
	}
	switch {
	case total == shown:
	case shown == 0:
		p.para(indent, span{plain, unlisted(total)})
	default:
		p.para(indent, span{plain, more(total-shown, "more place", "more places")})
	}
}

// position is path:line:column as editors read it.
func position(at report.Place) string {
	switch {
	case at.Document == "":
		return noPlace
	case at.Line == 0:
		return Escape(at.Document, maxPath)
	default:
		return fmt.Sprintf("%s:%d:%d", Escape(at.Document, maxPath), at.Line, at.Column)
	}
}

// missing lists the kinds of evidence that are absent and who owes them.
func missing(f *report.Finding) string {
	var kinds []string
	for _, m := range f.NotSupplied {
		kinds = append(kinds, missingFrom(missingKind(m), m.From))
	}
	return listing(kinds)
}

// missingWords names what is absent, in the words for who owes it.
func missingWords(m report.Missing) (words string, known bool) {
	if m.From == "buyer" {
		words, known = listWords[m.Kind]
		return words, known
	}
	words, known = kindWords[m.Kind]
	return words, known
}

// missingKind is missingWords for a terminal.
func missingKind(m report.Missing) string {
	if words, known := missingWords(m); known {
		return words
	}
	return stated(m.Kind, maxWord)
}

func kind(k string) string {
	if words, ok := kindWords[k]; ok {
		return words
	}
	return stated(k, maxWord)
}

// parts are what a composed requirement is made of; an unsettled part that
// stands nowhere else is explained here.
func (p *page) parts(s sorted, f *report.Finding, indent int) {
	if len(f.ComposedOf) == 0 {
		return
	}
	open := s.openParts(f)
	for i, c := range f.ComposedOf {
		label := labelParts
		if i > 0 {
			label = ""
		}
		part, ok := s.byID[c.ID]
		m, ok2 := statusWords[c.Status]
		title := Escape(c.ID, maxID)
		if ok {
			m, title = markOf(part), stated(part.Title, maxTitle)+" ("+title+")"
		} else if !ok2 {
			m = statusWords[report.Review]
		}
		p.field(indent, labelWidth, label, m.span(), span{plain, ": " + title})
		if slices.Contains(open, part) {
			p.reasons(part, indent+labelWidth)
		}
	}
}

// applied says what the buyer recorded on a finding, and whether it counts.
func (p *page) applied(r *report.Report, f *report.Finding, indent int) {
	if a := f.Exception; a != nil {
		for _, row := range a.Exceptions {
			if row < 0 || row >= len(r.Exceptions) {
				continue
			}
			e := r.Exceptions[row]
			p.field(indent, labelWidth, labelException, span{plain,
				covers(stated(e.ID, maxWord), *a, stated(e.Until, maxWord), stated(e.Approver, maxName))})
			p.field(indent, labelWidth, labelReason, span{plain, stated(e.Reason, maxMessage)})
		}
	}
	if a := f.Determination; a != nil && a.Determination >= 0 && a.Determination < len(r.Determinations) {
		p.field(indent, labelWidth, labelPerson, span{plain, person(r.Determinations[a.Determination])})
	}
}

func person(d report.Determination) string {
	return determined(d.Outcome, stated(d.By, maxName), stated(d.Date, maxWord), stated(d.Reason, maxMessage))
}

func (p *page) questions(indent int, list []string) {
	for i, q := range list {
		label := labelAsk
		if i > 0 {
			label = ""
		}
		p.field(indent, labelWidth, label, span{plain, Escape(q, maxMessage)})
	}
}

// sources cite what the requirement rests on. What nobody read in the original
// is never cited as if it had been.
func (p *page) sources(f *report.Finding, indent int) {
	for i, s := range f.Sources {
		label := labelSource
		if i > 0 {
			label = ""
		}
		if i == fewSources && len(f.Sources) > fewSources+1 && !p.Verbose {
			p.field(indent, labelWidth, label, span{dim, more(len(f.Sources)-i, "more source", "more sources")})
			return
		}
		p.field(indent, labelWidth, label, span{dim, cite(s)})
	}
}
