package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/report"
)

// junitPlaces is how many places of one finding are listed.
const junitPlaces = 50

// writeJUnit writes a test report along JUnit.xsd, which is stricter than its
// readers: a suite for the verdict and one for each section. Runners count
// what is skipped as no failure, so the verdict is a test of its own: what is
// undetermined fails there.
func writeJUnit(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "  ")
	suites := junitSuites{Suites: []junitSuite{junitVerdict(v)}}
	for _, section := range sectionWords {
		suite := junitSuite{Name: section.words}
		for _, f := range v.findings {
			if f.Section == section.id || section.id == "" && !known(f.Section) {
				suite.add(junitCaseOf(v, f))
			}
		}
		if suite.Tests > 0 {
			suites.Suites = append(suites.Suites, suite)
		}
	}
	for i := range suites.Suites {
		s := &suites.Suites[i]
		s.ID, s.Package, s.Host, s.Time, s.Stamp = i, "bidgate", "localhost", "0", junitStamp(r.AsOf)
		s.Properties = junitProperties(v)
	}
	if err := enc.Encode(suites); err != nil {
		return fmt.Errorf("junit: %w", err)
	}
	b.WriteByte('\n')
	return send(w, "junit", b.Bytes())
}

// known says that a section has a place of its own.
func known(section string) bool {
	for _, s := range sectionWords {
		if s.id == section && s.id != "" {
			return true
		}
	}
	return false
}

// junitVerdict is the suite of one test: does the bundle meet the profile?
func junitVerdict(v view) junitSuite {
	m, ok := verdictWords[v.Verdict]
	if !ok {
		m = noVerdict
	}
	c := junitCase{Name: junitAsked, Class: "bidgate.verdict", Time: "0"}
	if v.Verdict != report.Meets && v.Verdict != report.MeetsWithExceptions {
		text := "- " + meaning(v.Report, v.tally(v.Report)) + "\n- " + Escape(v.Notice, maxMessage)
		c.Failure = &junitOutcome{Message: m.words, Type: stated(string(v.Verdict), maxWord), Text: text}
	}
	s := junitSuite{Name: junitVerdictName}
	s.add(c)
	return s
}

func (s *junitSuite) add(c junitCase) {
	s.Tests++
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Error != nil:
		s.Errors++
	case c.Skipped != nil:
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

// junitCaseOf is one finding as a test. Open and excused ones are skipped, with
// the reason.
func junitCaseOf(v view, f *report.Finding) junitCase {
	c := junitCase{Name: Line(Escape(f.ID, maxID)+": "+stated(f.Title, maxTitle), maxMessage), Class: "bidgate." + Escape(f.Requirement, maxID), Time: "0"}
	said := v.said(f)
	o := &junitOutcome{Message: markOf(f).words + " (" + severity(f.Severity) + ")", Type: stated(string(f.Severity), maxWord)}
	if len(said) > 0 {
		o.Message = Line(o.Message+": "+Escape(said[0].Message, maxMessage), maxMessage)
	}
	o.Text = junitText(v, f, said)
	switch {
	case f.Advisory, f.Outcome == report.OutcomeNotApplicable, f.Outcome == report.OutcomeExcused:
		c.Skipped = &junitSkipped{o.Message, o.Text}
	case f.Outcome == report.OutcomeMet:
	case f.Outcome == report.OutcomeNotMet:
		c.Failure = o
	case f.Outcome == report.OutcomeError:
		c.Error = o
	default:
		c.Skipped = &junitSkipped{o.Message, o.Text}
	}
	return c
}

// junitText lists reasons and places, a line each. Every line begins with a
// mark of ours: a log may show it.
func junitText(v view, f *report.Finding, said []report.Statement) string {
	var lines []string
	listed := 0
	for _, s := range said {
		lines = append(lines, "- "+stated(s.Message, maxMessage))
		n := min(len(s.Places), junitPlaces-listed)
		for _, at := range s.Places[:n] {
			lines = append(lines, "  at "+strings.TrimSpace(position(at)+" "+Escape(at.Pointer, maxPath)+" "+Escape(at.Name, maxName)))
		}
		listed += n
		if rest := max(s.PlacesTotal, len(s.Places)) - n; rest > 0 {
			lines = append(lines, "  "+unlisted(rest))
		}
	}
	if note := v.excuse(f); note != "" {
		lines = append(lines, "- "+Escape(note, 2*maxMessage))
	}
	if f.Remedy != "" {
		lines = append(lines, "- "+labelFix+": "+Escape(f.Remedy, maxMessage))
	}
	return strings.Join(lines, "\n")
}

// junitStamp is the start of the day decided for: no clock is asked.
func junitStamp(day string) string {
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return t.Format("2006-01-02T15:04:05")
	}
	return "1970-01-01T00:00:00"
}

func junitProperties(v view) []junitProperty {
	list := []junitProperty{}
	for _, p := range digests(v) {
		list = append(list, junitProperty{p.name, stated(p.value, maxMessage)})
	}
	return list
}

// escapeXML makes text from outside inert in XML, attribute or content. What
// XML cannot hold is not left by Escape.
func escapeXML(s string, columns int) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(Escape(s, columns))) // a builder takes all
	return b.String()
}

type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Package    string          `xml:"package,attr"`
	ID         int             `xml:"id,attr"`
	Name       string          `xml:"name,attr"`
	Stamp      string          `xml:"timestamp,attr"`
	Host       string          `xml:"hostname,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Time       string          `xml:"time,attr"`
	Properties []junitProperty `xml:"properties>property"`
	Cases      []junitCase     `xml:"testcase"`
	Out        string          `xml:"system-out"`
	Err        string          `xml:"system-err"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Time    string        `xml:"time,attr"`
	Skipped *junitSkipped `xml:"skipped"`
	Error   *junitOutcome `xml:"error"`
	Failure *junitOutcome `xml:"failure"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}
