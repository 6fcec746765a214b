package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// problems are those of the bundle as a whole.
func (p *page) problems(r *report.Report) {
	if len(r.Problems) == 0 {
		return
	}
	p.heading(headProblems)
	for _, problem := range r.Problems {
		p.problem(0, problem)
	}
}

func (p *page) problem(indent int, problem report.Problem) {
	spans := []span{{plain, stated(problem.Message, maxMessage)}}
	if problem.Limit != "" {
		spans = append(spans, span{plain, " (" + limitCrossed + " " + Escape(problem.Limit, maxWord) + ")"})
	}
	p.hang(indent, []span{{bad, "! "}}, spans)
	if problem.Place.Document != "" {
		p.places(indent+2, []report.Place{problem.Place}, 1)
	}
}

// records are the exceptions and determinations that the buyer handed in, used
// or not, with who stands for them.
func (p *page) records(r *report.Report) {
	if len(r.Exceptions)+len(r.Determinations) == 0 {
		return
	}
	p.heading(headRecords)
	for _, e := range r.Exceptions {
		state, ok := stateWords[e.State]
		if !ok {
			state = stated(e.State, maxWord)
		}
		if e.WholeTender {
			state = wholeTender + ", " + state
		}
		p.hang(0, []span{{plain, "- "}}, []span{
			{bold, stated(e.ID, maxWord)},
			{plain, " " + recordFor(record(e.Requirement, e.Member), state)},
			{plain, "; " + recordTerms(stated(e.Approver, maxName), stated(e.From, maxWord), stated(e.Until, maxWord))},
			{plain, ". " + stated(e.Reason, maxMessage)},
		})
	}
	for _, d := range r.Determinations {
		used := determinationUnused
		if d.Used {
			used = determinationUsed
		}
		place := ""
		if d.Place != "" {
			place = " (" + Escape(d.Place, maxTitle) + ")"
		}
		p.hang(0, []span{{plain, "- "}}, []span{
			{bold, record(d.Requirement, d.Member)}, {plain, " " + used + ": " + person(d) + place},
		})
	}
	for _, f := range r.Provenance.Records {
		p.hang(0, []span{{plain, "- "}}, []span{{plain, recordFile(f)}})
	}
}

func record(requirement, member string) string {
	id := stated(requirement, maxID)
	if member != "" {
		id += "." + Escape(member, maxID)
	}
	return id
}

// met is the table of what is met, who stands for it and why, by section.
func (p *page) met(r *report.Report, s sorted) {
	p.heading(headPassed)
	if len(s.met) == 0 {
		p.para(0, span{plain, nothingMet})
		return
	}
	left := s.met
	var rows [][]cell
	for _, section := range sectionWords {
		var rest []*report.Finding
		heading := []cell{{{dim, section.words}}}
		seen := map[string]bool{}
		for _, f := range left {
			key := f.Requirement + "\x00" + f.Family
			if section.id != "" && f.Section != section.id {
				rest = append(rest, f)
				continue
			}
			if seen[key] {
				continue
			}
			if heading != nil {
				rows, heading = append(rows, heading), nil
			}
			rows = append(rows, p.metRow(r, f))
			seen[key] = f.Member != "" && !p.Verbose
		}
		left = rest
	}
	p.table(2, 3, rows)
}

// metRow is one finding that is met, or the members of its family that are.
func (p *page) metRow(r *report.Report, f *report.Finding) []cell {
	title, why := stated(f.Title, maxTitle), basis(r, f)
	if f.Member != "" && !p.Verbose {
		met, all := membersMet(r, f)
		title, why = family(f), metOf(met, all)
	}
	m := markOf(f)
	return []cell{{{m.style, m.symbol}}, {{plain, title}}, {{dim, p.level(r, f)}}, {{plain, why}}}
}

// membersMet counts the members of a finding's family that are met, and all
// that are asked for.
func membersMet(r *report.Report, of *report.Finding) (met, all int) {
	for i := range r.Findings {
		if f := &r.Findings[i]; sameFamily(f, of) {
			all++
			if f.Outcome == report.OutcomeMet {
				met++
			}
		}
	}
	return met, all
}

// level says who stands for what is met. For a family it is the weakest of its
// members that are met.
func (p *page) level(r *report.Report, f *report.Finding) string {
	weakest := f
	if f.Member != "" && !p.Verbose {
		for i := range r.Findings {
			g := &r.Findings[i]
			if sameFamily(g, f) && g.Outcome == report.OutcomeMet && g.Level.Rank() < weakest.Level.Rank() {
				weakest = g
			}
		}
	}
	if weakest.Status != report.Pass {
		return levelPerson
	}
	if words, ok := levelWords[weakest.Level]; ok {
		return words
	}
	return noLevel
}

// basis is the first message of what shows that a finding is met.
func basis(r *report.Report, f *report.Finding) string {
	if a := f.Determination; a != nil && f.Status != report.Pass && a.Determination >= 0 && a.Determination < len(r.Determinations) {
		return person(r.Determinations[a.Determination])
	}
	if len(f.Basis) == 0 {
		if len(f.ComposedOf) > 0 {
			return allPartsMet
		}
		return noReason
	}
	text := stated(f.Basis[0].Message, maxMessage)
	if n := len(f.Basis) - 1; n > 0 {
		text += " (" + more(n, "more basis", "more bases") + ")"
	}
	return text
}

// apart lists what does not apply, by the reason for it.
func (p *page) apart(s sorted) {
	if len(s.apart) == 0 {
		return
	}
	p.heading(headApart)
	var reasons []string
	by := map[string][]*report.Finding{}
	for _, f := range s.apart {
		why := noReason
		if len(f.NotApplicable) > 0 {
			why = stated(f.NotApplicable[0].Message, maxMessage)
		}
		if by[why] = append(by[why], f); len(by[why]) == 1 {
			reasons = append(reasons, why)
		}
	}
	m := statusWords[report.NotApplicable]
	for _, why := range reasons {
		p.hang(0, []span{{m.style, m.symbol + " "}}, []span{{plain, why}})
		for _, item := range items(by[why], p.Verbose) {
			p.hang(2, []span{{plain, "- "}}, []span{{plain, item}})
		}
	}
}

// advice lists findings that are not in force on the day decided for.
func (p *page) advice(r *report.Report, s sorted) {
	if len(s.advice) == 0 {
		return
	}
	p.heading(fmt.Sprintf(headAdvice, stated(r.AsOf, maxWord)))
	for _, f := range s.advice {
		m := markOf(f)
		text := []string{stated(f.Title, maxTitle)}
		for _, s := range slices.Concat(f.Violations, f.Reviews)[:min(1, len(f.Violations)+len(f.Reviews))] {
			text = append(text, stated(s.Message, maxMessage))
		}
		p.hang(0, []span{{plain, "- "}}, []span{m.span(), {plain, ": " + strings.Join(text, ": ")}})
	}
}
