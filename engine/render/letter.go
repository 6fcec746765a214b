package render

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// letter asks the vendor for clarification: numbered questions from what is not
// met, missing or for a person to look at, at or above the severity that the
// profile wants clarified, then the lesser ones. All text in it is inert.
type letter struct {
	Facts     []storyPair
	ReplyBy   string
	Questions []letterQuestion
	Lesser    []letterQuestion // welcome, and not needed for the verdict
	Digest    string
	Bundle    string
	Checked   []string // documents that were read
}

// letterQuestion is one question, with the findings that raise it.
type letterQuestion struct {
	Number int
	Ask    string
	Why    []letterReason
	Send   []string
	// Contents are the questions that a document answers which was not supplied.
	Contents []string
	Weights  string
}

// letterReason is why a question is asked: what is asked for by which
// requirement, and where it stood.
type letterReason struct {
	Title  string
	Said   []storyReason
	Source string
}

// letterReasons is how many requirements one question names: a declaration that
// is absent leaves dozens open, and the vendor needs them all.
const letterReasons = 100

func newLetter(r *report.Report, by string) (*letter, error) {
	v, err := newView(r)
	if err != nil {
		return nil, err
	}
	b := &storyteller{view: v}
	l := &letter{
		Facts: []storyPair{
			{labelOffer, offered(r.Offer)}, {labelTender, tenderName(r)},
			{labelProfile, fmt.Sprintf(profileFormat, stated(r.Profile.Title, maxTitle), stated(r.Profile.ID, maxID), stated(r.Profile.Edition, maxWord))},
			{labelAsOf, stated(r.AsOf, maxWord)},
		},
		ReplyBy: letterDate, Digest: v.digest, Bundle: stated(r.Provenance.Bundle, maxID),
	}
	if by != "" {
		l.ReplyBy = Escape(by, maxWord)
	}
	for _, d := range r.Documents {
		l.Checked = append(l.Checked, Escape(d.Path, maxPath)+", "+labelDigest+" "+stated(d.SHA256, maxID))
	}
	number := 0
	l.Questions = b.asked(slices.Concat(v.fix, v.answer), &number)
	l.Lesser = b.asked(v.lesser, &number)
	return l, nil
}

// asked are the questions of findings, each once, in the order of findings.
// What was not supplied at all is one question for all that waits for it.
func (b *storyteller) asked(findings []*report.Finding, number *int) []letterQuestion {
	var list []letterQuestion
	at := map[string]int{}
	ask := func(f *report.Finding, q string) *letterQuestion {
		i, there := at[q]
		if !there {
			*number++
			i = len(list)
			at[q] = i
			list = append(list, letterQuestion{Number: *number, Ask: Escape(q, maxMessage)})
		}
		list[i].add(b, f)
		return &list[i]
	}
	for _, e := range entries(findings) {
		for _, f := range e.findings {
			if f.Status == report.NotSupplied && f.Outcome == report.OutcomeOpen && !owedByBuyer(f) {
				q := ask(f, pleaseSend(owedByVendor(f)))
				q.Contents = differentOf(q.Contents, b.ownQuestions(f))
				continue
			}
			for _, q := range b.toVendor(f) {
				ask(f, q)
			}
		}
	}
	for i := range list {
		if list[i].Contents != nil {
			list[i].Send = nil // the questions say what it is to answer
		}
		if n := len(list[i].Why) - letterReasons; n > 1 {
			list[i].Why = append(list[i].Why[:letterReasons:letterReasons], letterReason{Title: more(n, "more requirement", "more requirements")})
		}
	}
	return list
}

// owedByVendor lists the kinds of evidence that the vendor left out.
func owedByVendor(f *report.Finding) string {
	var kinds []string
	for _, m := range f.NotSupplied {
		if m.From != "buyer" {
			kinds = append(kinds, kind(m.Kind))
		}
	}
	return listing(kinds)
}

// toVendor are the questions that a finding puts to the vendor. One that has
// none of its own, and that the buyer does not owe, asks for its remedy.
func (b *storyteller) toVendor(f *report.Finding) []string {
	list := b.questions(f)
	if len(list) == 0 && !owedByBuyer(f) && f.Outcome != report.OutcomeError {
		list = []string{askAbout(f.Title)}
	}
	return list
}

func (q *letterQuestion) add(b *storyteller, f *report.Finding) {
	p := b.finding(f)
	reason := letterReason{Title: p.Title + " (" + p.IDs[0] + ")", Said: p.Reasons}
	for _, s := range f.Sources {
		if s.Confidence == "source" { // what nobody read in the original is no ground to ask a vendor
			reason.Source = cite(s)
			break
		}
	}
	if q.said(reason.Said) {
		reason.Said = nil // for the same reason as one above
	}
	q.Why = append(q.Why, reason)
	if p.Fix != "" && !slices.Contains(q.Send, p.Fix) && len(q.Send) < letterReasons {
		q.Send = append(q.Send, p.Fix)
	}
	if w := severity(f.Severity); !strings.Contains(q.Weights, w) {
		q.Weights = strings.TrimPrefix(q.Weights+", "+w, ", ")
	}
}

// said tells that a reason stands in the question already.
func (q *letterQuestion) said(what []storyReason) bool {
	return slices.ContainsFunc(q.Why, func(r letterReason) bool { return reflect.DeepEqual(r.Said, what) })
}

// writeLetter writes the request as Markdown, for a mail or a text processor.
func writeLetter(w io.Writer, r *report.Report, o Options) error {
	l, err := newLetter(r, o.ReplyBy)
	if err != nil {
		return err
	}
	m := &markdown{}
	m.line("# %s\n\n| | |\n|---|---|", letterTitle)
	for _, f := range l.Facts {
		m.line("| %s | %s |", f.Label, markdownOf(f.Text))
	}
	m.line("\n%s\n\n%s", letterOpening(len(l.Questions)+len(l.Lesser)), letterReply(l.ReplyBy))
	m.asked(letterNeeded, l.Questions)
	m.asked(letterWelcome, l.Lesser)
	m.heading(2, letterSending)
	m.line("%s\n\n%s", letterHow, letterNotice)
	m.heading(2, letterRead)
	if len(l.Checked) == 0 {
		m.line("%s", noDocuments)
	}
	m.list(0, "", l.Checked)
	m.line("\n%s %s. %s %s.", letterBundle, code(l.Bundle), reportLink, code(l.Digest))
	return send(w, "letter", m.b.Bytes())
}

func (m *markdown) asked(title string, list []letterQuestion) {
	if len(list) == 0 {
		return
	}
	m.heading(2, title)
	for _, q := range list {
		label := fmt.Sprintf("%d. ", q.Number)
		pad := strings.Repeat(" ", len(label))
		m.line("%s**%s** (%s)", label, markdownOf(q.Ask), q.Weights)
		for _, s := range q.Send {
			m.line("%s- **%s:** %s", pad, labelSend, markdownRich(s))
		}
		for _, c := range q.Contents {
			m.line("%s- **%s:** %s", pad, labelContents, markdownRich(c))
		}
		for _, why := range q.Why {
			m.line("%s- **%s:** %s", pad, labelAskedBy, markdownOf(why.Title))
			for _, reason := range why.Said {
				m.line("%s  - %s", pad, markdownOf(reason.Text))
				for _, place := range reason.Places {
					m.line("%s    - %s %s", pad, wordAt, code(place))
				}
				if reason.More != "" {
					m.line("%s    - %s", pad, reason.More)
				}
			}
			if why.Source != "" {
				m.line("%s  - %s: %s", pad, labelSource, markdownOf(why.Source))
			}
		}
	}
}

// writeLetterHTML writes the request as a page of the kind of the report's.
func writeLetterHTML(w io.Writer, r *report.Report, o Options) error {
	l, err := newLetter(r, o.ReplyBy)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	data := struct {
		*letter
		htmlStyled
		Opening, Reply string
	}{l, styled(), letterOpening(len(l.Questions) + len(l.Lesser)), letterReply(l.ReplyBy)}
	if err := execute(&b, "letter-html", htmlLetter, data); err != nil {
		return err
	}
	return send(w, "letter-html", b.Bytes())
}
