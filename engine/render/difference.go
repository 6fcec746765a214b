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
// differ first.
func Difference(d report.Difference, columns int) string {
	w := differing{columns: columns}
	switch {
	case d.Equal:
		w.line("", "The reports are the same.")
		return w.b.String()
	case d.Verdict.Before == d.Verdict.After:
		w.line("", "The verdict is the same: "+verdictName(d.Verdict.After)+".")
	default:
		w.line("", "The verdict differs: "+verdictName(d.Verdict.Before)+" before, "+verdictName(d.Verdict.After)+" after.")
	}
	w.questions(d)
	w.findings("Why the verdict differs", d.Findings, true)
	w.causes(d.Causes)
	w.findings("Other findings that differ", d.Findings, false)
	return w.b.String()
}

type differing struct {
	b       strings.Builder
	columns int
}

// line writes one line, cut at the width of the page.
func (w *differing) line(indent, text string) {
	w.b.WriteString(indent + Line(text, max(w.columns-len(indent), minWidth)) + "\n")
}

// questions tells what became of what a letter asked.
func (w *differing) questions(d report.Difference) {
	q := d.Questions
	if len(q.Answered)+len(q.Open)+len(q.New) == 0 {
		return
	}
	titles := map[string]string{}
	for _, f := range d.Findings {
		titles[f.ID] = f.Title
	}
	w.b.WriteString("\nWhat was asked\n")
	for _, part := range []struct {
		words string
		ids   []string
	}{{"answered", q.Answered}, {"still open", q.Open}, {"new", q.New}} {
		w.line("  ", fmt.Sprintf("%s: %s", part.words, count(len(part.ids), "question", "questions")))
		for _, id := range part.ids {
			w.line("    ", strings.TrimSpace(id+"  "+titles[id]))
		}
	}
}

func (w *differing) sides(s report.Sides) {
	w.line("    before  ", orNothing(s.Before))
	w.line("    after   ", orNothing(s.After))
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

func (w *differing) causes(causes []report.Cause) {
	w.b.WriteString("\nWhat was given differs\n")
	if len(causes) == 0 {
		w.line("  ", "Nothing that a report names.")
	}
	for _, c := range causes {
		w.line("  ", strings.TrimSpace(causeWords[c.Kind]+" "+c.Name))
		w.sides(c.Sides)
	}
}

func (w *differing) findings(title string, findings []report.FindingDifference, decides bool) {
	headed, said := false, 0
	for _, f := range findings {
		if f.Decides != decides {
			continue
		}
		if !headed {
			w.b.WriteString("\n" + title + "\n")
			headed = true
		}
		if f.Status.Before == f.Status.After && f.Severity.Before == f.Severity.After && f.Outcome.Before == f.Outcome.After {
			said++
			continue
		}
		w.line("  ", f.ID+"  "+f.Title)
		w.sides(report.Sides{
			Before: findingWords(f.Status.Before, f.Severity.Before, f.Outcome.Before),
			After:  findingWords(f.Status.After, f.Severity.After, f.Outcome.After),
		})
	}
	if said > 0 {
		w.line("  ", fmt.Sprintf("%s the same result for other reasons, or at other places; -f json lists which",
			count(said, "finding has", "findings have")))
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
