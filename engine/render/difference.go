package render

import (
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// causeWords are what is called a difference in what was given, by kind.
var causeWords = map[string]string{
	"as_of": "day decided for", "tender": "tender", "offer": "offer", "document": "document", "policy": "policies",
	"profile": "profile", "parameter": "parameter", "data_set": "data set", "exception": "exception",
	"determination": "determination", "limit": "limit", "annex": "annex", "records_file": "file of", "engine": "program",
}

// Difference gives what sets two reports apart as text, why the verdicts
// differ first. Nothing is cut: what is wider than the page wraps.
func Difference(d report.Difference, o Options) string {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	o.Width = max(o.Width, minWidth)
	w := differing{&page{Options: o}}
	switch {
	case d.Equal:
		w.para(0, span{bold, "The reports are the same."})
		return w.buf.String()
	case d.Verdict.Before == d.Verdict.After:
		w.para(0, span{bold, "The verdict is the same: " + verdictName(d.Verdict.After) + "."})
	default:
		w.para(0, span{bold, "The verdict differs: " + verdictName(d.Verdict.Before) + " before, " + verdictName(d.Verdict.After) + " after."})
	}
	w.questions(d)
	w.findings("Why the verdict differs", d.Findings, true)
	w.causes(d.Causes)
	w.findings("Other findings that differ", d.Findings, false)
	return w.buf.String()
}

type differing struct{ *page }

func (w differing) title(text string) {
	w.blank()
	w.para(0, span{bold, text})
}

// named writes an id with what it is called beside it.
func (w differing) named(indent int, id, title string) {
	if title == "" {
		w.para(indent, span{plain, Line(id, maxPath)})
		return
	}
	w.hang(indent, []span{{plain, Line(id, maxID) + "  "}}, []span{{plain, Line(title, maxTitle)}})
}

// questions tells what became of what a letter asked.
func (w differing) questions(d report.Difference) {
	q := d.Questions
	if len(q.Answered)+len(q.Open)+len(q.New) == 0 {
		return
	}
	titles := map[string]string{}
	for _, f := range d.Findings {
		titles[f.ID] = f.Title
	}
	w.title("What was asked")
	for _, part := range []struct {
		words string
		ids   []string
	}{{"answered", q.Answered}, {"still open", q.Open}, {"new", q.New}} {
		w.para(2, span{plain, fmt.Sprintf("%s: %s", part.words, count(len(part.ids), "question", "questions"))})
		for _, id := range part.ids {
			w.named(4, id, titles[id])
		}
	}
}

func (w differing) sides(s report.Sides) {
	w.hang(4, []span{{dim, "before  "}}, []span{{plain, Line(orNothing(s.Before), maxMessage)}})
	w.hang(4, []span{{dim, "after   "}}, []span{{plain, Line(orNothing(s.After), maxMessage)}})
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

func (w differing) causes(causes []report.Cause) {
	w.title("What was given differs")
	if len(causes) == 0 {
		w.para(2, span{plain, "Nothing that a report names."})
	}
	for _, c := range causes {
		w.para(2, span{plain, Line(strings.TrimSpace(causeWords[c.Kind]+" "+c.Name), maxPath)})
		w.sides(c.Sides)
	}
}

func (w differing) findings(title string, findings []report.FindingDifference, decides bool) {
	headed, said := false, 0
	for _, f := range findings {
		if f.Decides != decides {
			continue
		}
		if !headed {
			w.title(title)
			headed = true
		}
		if f.Status.Before == f.Status.After && f.Severity.Before == f.Severity.After && f.Outcome.Before == f.Outcome.After {
			said++
			continue
		}
		w.named(2, f.ID, f.Title)
		w.sides(report.Sides{
			Before: findingWords(f.Status.Before, f.Severity.Before, f.Outcome.Before),
			After:  findingWords(f.Status.After, f.Severity.After, f.Outcome.After),
		})
	}
	if said > 0 {
		w.para(2, span{plain, fmt.Sprintf("%s the same result for other reasons, or at other places; -f json lists which",
			count(said, "finding has", "findings have"))})
	}
}

func findingWords(status, severity, outcome string) string {
	if status == "" {
		return ""
	}
	words := statusWords[report.Status(status)].words + ", " + severityWords[report.Severity(severity)]
	if report.Outcome(outcome) == report.OutcomeExcused {
		words += ", excused by an exception"
	}
	settled := report.Outcome(outcome) == report.OutcomeMet && report.Status(status) != report.Pass
	if settled {
		words += ", settled by a determination"
	}
	return words
}

func verdictName(verdict string) string {
	if verdict == "" {
		return "none"
	}
	return strings.ReplaceAll(verdict, "_", " ")
}
