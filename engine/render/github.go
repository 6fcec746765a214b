package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// annotationsShown is how many annotations of one level GitHub shows of a step.
const annotationsShown = 10

// writeGitHub writes workflow commands that GitHub Actions turns into
// annotations: the verdict, then what is not met or open, heaviest first. Of
// what would not be shown the last one gives the number.
func writeGitHub(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	lists := map[string][]annotation{}
	verdict := annotationOfVerdict(v)
	lists[verdict.level] = []annotation{verdict}
	var told []*report.Finding
	for _, f := range v.findings {
		if annotationLevel(r, f) != "" {
			told = append(told, f)
		}
	}
	for _, e := range entries(told) {
		for _, a := range annotationsOf(v, e) {
			lists[a.level] = append(lists[a.level], a)
		}
	}
	var b bytes.Buffer
	for _, level := range []string{"error", "warning", "notice"} {
		list := lists[level]
		rest := 0
		if len(list) > annotationsShown {
			rest = len(list) - (annotationsShown - 1)
			list = list[:annotationsShown-1]
		}
		for _, a := range list {
			a.write(&b)
		}
		if rest > 0 {
			annotation{level: level, title: "bidgate", message: cutAnnotations(rest, level, v.digest)}.write(&b)
		}
	}
	return send(w, "github", b.Bytes())
}

// annotation is one workflow command; its texts are inert for people, and not
// yet encoded.
type annotation struct {
	level, title, message string
	reason                string // the first of the message
	at                    report.Place
}

// annotationLevel is "" for a finding that nobody has to look at.
func annotationLevel(r *report.Report, f *report.Finding) string {
	switch {
	case f.Advisory, f.Outcome == report.OutcomeMet, f.Outcome == report.OutcomeNotApplicable:
		return ""
	case f.Outcome == report.OutcomeExcused:
		return "notice"
	case f.Outcome == report.OutcomeError, f.Outcome == report.OutcomeNotMet && f.Severity.AtLeast(r.Profile.ClarifyAt):
		return "error"
	case f.Severity.AtLeast(r.Profile.ClarifyAt):
		return "warning"
	default:
		return "notice"
	}
}

// annotationsOf are one annotation for each finding of an entry, and a single
// one where they wait for one answer.
func annotationsOf(v view, e entry) []annotation {
	var list []annotation
	for _, f := range e.findings {
		list = append(list, annotationOf(v, annotationLevel(v.Report, f), f))
	}
	if !e.same {
		return list
	}
	ids := items(e.findings, false)
	if n := len(ids) - fewItems; n > 0 {
		ids = append(ids[:fewItems:fewItems], more(n, "line more", "lines more"))
	}
	a := list[0]
	a.title, a.message = sameTitle(e), a.reason+" "+strings.Join(ids, "; ")
	return []annotation{a}
}

func annotationOf(v view, level string, f *report.Finding) annotation {
	said := v.said(f)
	a := annotation{level: level, title: stated(f.Title, maxTitle)}
	places, total := spots(said, 1)
	text := markOf(f).words + " (" + severity(f.Severity) + ")"
	if len(said) > 0 {
		a.reason = stated(said[0].Message, maxMessage)
		text += ": " + a.reason
	}
	if len(places) > 0 {
		a.at = places[0]
	}
	if total > 1 {
		text += " (" + more(total-1, "more place", "more places") + ")"
	}
	if f.Remedy != "" && f.Outcome != report.OutcomeExcused {
		text += " " + labelFix + ": " + Escape(f.Remedy, maxMessage)
	}
	a.message = text + " [" + Escape(f.ID, maxID) + "]"
	return a
}

func annotationOfVerdict(v view) annotation {
	m, ok := verdictWords[v.Verdict]
	if !ok {
		m = noVerdict
	}
	level := "notice"
	switch v.Verdict {
	case report.Meets, report.MeetsWithExceptions:
	case report.Undetermined:
		level = "warning"
	default:
		level = "error"
	}
	return annotation{level: level, title: "bidgate: " + m.words, message: meaning(v.Report, v.tally(v.Report)) + " " + reportOf(v.digest) + " " + notAward}
}

func (a annotation) write(b *bytes.Buffer) {
	fmt.Fprintf(b, "::%s ", a.level)
	if a.at.Document != "" {
		fmt.Fprintf(b, "file=%s,line=%d,col=%d,", propertyEncoding.Replace(Escape(a.at.Document, 4*maxPath)), max(a.at.Line, 1), max(a.at.Column, 1))
	}
	fmt.Fprintf(b, "title=%s::%s\n", propertyEncoding.Replace(a.title), commandEncoding.Replace(a.message))
}

// The encodings of GitHub's runner: of the text of a command, and of the value
// of one of its properties.
var (
	commandEncoding  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEncoding = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// escapeCommand makes text from outside inert in a workflow command, wherever
// in it it stands.
func escapeCommand(s string, columns int) string { return propertyEncoding.Replace(Escape(s, columns)) }
