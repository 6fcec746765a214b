package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// Bounds of text from outside, in columns.
const (
	maxTitle   = 160
	maxMessage = 400
	maxName    = 60
	maxPath    = 200
	maxID      = 120
	maxWord    = 40
)

// mark is a symbol with its words and colour: never one without the others.
type mark struct {
	style  style
	symbol string
	words  string
}

func (m mark) span() span { return span{m.style, m.symbol + " " + m.words} }

// writeText writes the page that an officer reads: the verdict and what to do,
// then what is wrong, then what is met and what it all rests on.
func writeText(w io.Writer, r *report.Report, o Options) error {
	p := &page{Options: o}
	s := sortOut(r)
	p.opening(r, s.tally(r))
	points := 0
	for _, part := range []struct {
		title    string
		findings []*report.Finding
		advice   string
	}{
		{headFix, s.fix, ""},
		{headAnswer, s.answer, ""},
		{headError, s.errors, errorAdvice},
		{headExcused, s.excused, ""},
		{headLesser, s.lesser, ""},
	} {
		points = p.findings(r, s, part.title, part.advice, part.findings, points)
	}
	p.problems(r)
	p.records(r)
	p.met(r, s)
	p.apart(s)
	p.advice(r, s)
	p.documents(r)
	p.evidence(r)
	p.parameters(r)
	p.check(r)
	if _, err := w.Write(p.buf.Bytes()); err != nil {
		return fmt.Errorf("text: %w", err)
	}
	return nil
}

// opening is the verdict, what was screened, and what to do next.
func (p *page) opening(r *report.Report, t tally) {
	verdict, ok := verdictWords[r.Verdict]
	if !ok {
		verdict = noVerdict
	}
	p.para(0, span{bold, headTitle})
	p.blank()
	p.hang(0, []span{{verdict.style, verdict.symbol + " "}}, []span{{verdict.style, verdict.words}})
	p.blank()
	p.header(labelOffer, offered(r.Offer))
	p.header(labelProfile, fmt.Sprintf(profileFormat,
		stated(r.Profile.Title, maxTitle), stated(r.Profile.ID, maxID), stated(r.Profile.Edition, maxWord)))
	p.header(labelAsOf, stated(r.AsOf, maxWord))
	tender := noTender
	if r.Tender.ID != "" {
		tender = Escape(r.Tender.ID, maxTitle)
	}
	p.header(labelTender, tender)
	p.header(labelResult, results(r.Counts))

	p.heading(headMeaning)
	p.para(0, span{plain, meaning(r, t)})
	notice := notAward
	if r.Notice != "" {
		notice = Escape(r.Notice, maxMessage)
	}
	p.blank()
	p.para(0, span{bold, notice})
	p.heading(headNext)
	p.para(0, span{plain, next(r, t)})
}

func (p *page) header(label, text string) { p.field(2, 10, label, span{plain, text}) }

func offered(o report.Offer) string {
	if o.Vendor == "" && len(o.Items) == 0 {
		return noOffer
	}
	var items []string
	for _, i := range o.Items {
		items = append(items, strings.TrimSpace(stated(i.Product, maxName)+" "+Escape(i.Version, maxWord)))
	}
	if len(items) == 0 {
		items = []string{noName}
	}
	return strings.Join(items, ", ") + "; " + offeredBy + " " + stated(o.Vendor, maxName)
}

// results are the counts of findings in words.
func results(c report.Counts) string {
	total := 0
	var words []string
	for _, s := range statusOrder {
		n := counts(c)[s]
		total += n
		if n > 0 {
			words = append(words, number(int64(n))+" "+countWord(statusWords[s], n))
		}
	}
	line := count(total, "requirement", "requirements")
	if len(words) > 0 {
		line += ": " + strings.Join(words, ", ")
	}
	for _, extra := range []struct {
		n     int
		words string
	}{{c.Excepted, wordExcepted}, {c.Determined, wordDetermined}, {c.Advisory, wordAdvisory}} {
		if extra.n > 0 {
			line += "; " + number(int64(extra.n)) + " " + extra.words
		}
	}
	return line
}

// stated is inert text, or words for its absence.
func stated(s string, columns int) string {
	if strings.TrimSpace(s) == "" {
		return nothingToSay
	}
	return Escape(s, columns)
}

// severity is an officer's word for a severity.
func severity(s report.Severity) string {
	if words, ok := severityWords[s]; ok {
		return words
	}
	return stated(string(s), maxWord)
}

// markOf is how a finding is marked: by what it counts as, and where it is
// open by why.
func markOf(f *report.Finding) mark {
	switch f.Outcome {
	case report.OutcomeMet:
		return statusWords[report.Pass]
	case report.OutcomeNotMet:
		return statusWords[report.Fail]
	case report.OutcomeNotApplicable:
		return statusWords[report.NotApplicable]
	case report.OutcomeExcused:
		return excusedWords
	case report.OutcomeError:
		return statusWords[report.Error]
	default:
		return openMark(f.Status)
	}
}

// openMark never says that something open is met.
func openMark(s report.Status) mark {
	if s == report.NotSupplied {
		return statusWords[s]
	}
	return statusWords[report.Review]
}
