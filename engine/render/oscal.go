package render

import (
	"io"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/report"
)

// oscalVersion is the version of OSCAL that is written: the newest for which
// its users' libraries have the schema.
const oscalVersion = "1.1.3"

// The bounds of one observation; the number of all places is said.
const oscalPlaces = 50

// writeOSCAL writes OSCAL assessment results. What passed or failed is a
// finding about its requirement; what a person must look at, what was not
// supplied and what does not apply are observations alone, since OSCAL's
// findings know no third answer. An excused failure stays a finding, with a
// risk whose deviation is approved. Names are made from the report's digest, so
// that they are the same from run to run.
func writeOSCAL(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	o := &oscal{view: v, at: oscalTime(r.AsOf)}
	a := oscalResults{
		UUID: o.uuid("results"),
		Metadata: oscalMetadata{
			Title: oscalMarks(oscalTitle + ": " + offered(r.Offer)), Modified: o.at, Version: oscalText(r.AsOf), OSCAL: oscalVersion,
			Props: o.props(digests(v)), Remarks: markup(r.Notice),
		},
		Plan:    oscalReference{"#" + o.uuid("plan")},
		Results: []oscalResult{o.result()},
		Back:    oscalBackMatter{o.resources()},
	}
	return writeIndented(w, "oscal", map[string]oscalResults{"assessment-results": a})
}

// oscal makes the parts of one file.
type oscal struct {
	view
	at string
}

// uuid names a part of this report, as UUIDs of version 5 do.
func (o *oscal) uuid(parts ...string) string { return uuidOf(o.digest, parts...) }

// oscalTime is the start of the day decided for: no clock is asked.
func oscalTime(day string) string {
	if t, err := time.Parse(time.DateOnly, day); err == nil && t.Year() >= 1900 && t.Year() < 3000 {
		return t.Format(time.RFC3339)
	}
	return "1970-01-01T00:00:00Z"
}

// markup is text from outside in a field that OSCAL reads as Markdown.
func markup(s string) string { return orNone(escapeOSCAL(s, maxMessage)) }

// oscalText is text from outside in a field that is one plain, non-empty string.
func oscalText(s string) string { return orNone(strings.TrimSpace(Escape(s, maxMessage))) }

func orNone(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// oscalToken is an id as OSCAL takes one: a letter or underscore, then letters,
// digits, dots, hyphens and underscores.
func oscalToken(id string) string {
	var b strings.Builder
	for i, r := range Escape(id, maxID) {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
		switch {
		case letter || i > 0 && (r >= '0' && r <= '9' || r == '.' || r == '-'):
			b.WriteRune(r)
		case i == 0 && r >= '0' && r <= '9':
			b.WriteString("_" + string(r))
		default:
			b.WriteByte('_')
		}
	}
	if b.Len() == 0 {
		return "_"
	}
	return b.String()
}

func (o *oscal) props(list []namedDigest) []oscalProp {
	var props []oscalProp
	for _, d := range list {
		if d.value != "" {
			props = append(props, oscalProp{Name: oscalToken(d.name), NS: oscalNamespace, Value: oscalText(d.value)})
		}
	}
	return props
}

func (o *oscal) result() oscalResult {
	r := oscalResult{
		UUID: o.uuid("result"), Title: markup(oscalResultTitle), Description: oscalMarks(annotationOfVerdict(o.view).title+". ") + markup(o.Notice), Start: o.at, End: o.at,
		Props: o.props([]namedDigest{{"verdict", string(o.Verdict)}, {"report", o.digest}}),
	}
	var controls []oscalControl
	seen := map[string]bool{}
	for _, f := range o.findings {
		if id := oscalToken(f.ID); !seen[id] {
			seen[id] = true
			controls = append(controls, oscalControl{id})
		}
		r.add(o, f)
	}
	selection := oscalSelection{Controls: controls}
	if len(controls) == 0 {
		selection.All = &struct{}{}
	}
	r.Reviewed.Selections = []oscalSelection{selection}
	return r
}

// add tells one finding.
func (r *oscalResult) add(o *oscal, f *report.Finding) {
	observation := o.observation(f)
	r.Observations = append(r.Observations, observation)
	state, reason := oscalState(f)
	if state == "" {
		return
	}
	finding := oscalFinding{
		UUID: o.uuid("finding", f.ID), Title: markup(f.Title), Description: observation.Description, Props: o.findingProps(f),
		Target:       oscalTarget{Type: "objective-id", ID: oscalToken(f.ID), Status: oscalStatus{state, reason}},
		Observations: []oscalObserved{{observation.UUID}}, Remarks: oscalRemarks(f.Remedy),
	}
	if f.Outcome == report.OutcomeExcused {
		risk := o.risk(f, observation)
		r.Risks = append(r.Risks, risk)
		finding.Risks = []oscalRisked{{risk.UUID}}
	}
	r.Findings = append(r.Findings, finding)
}

// oscalState is what OSCAL calls an outcome; "" is neither answer.
func oscalState(f *report.Finding) (state, reason string) {
	switch {
	case f.Outcome == report.OutcomeMet && f.Status == report.Pass:
		return "satisfied", "pass"
	case f.Outcome == report.OutcomeMet:
		return "satisfied", "other" // a person looked
	case f.Outcome == report.OutcomeNotMet, f.Outcome == report.OutcomeExcused && f.Status == report.Fail:
		return "not-satisfied", "fail"
	default:
		return "", ""
	}
}

func oscalRemarks(s string) string {
	if s == "" {
		return ""
	}
	return markup(s)
}
