package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// view is a report as formats see it that list findings one by one: heaviest
// first, and parts of a composed requirement with it and nowhere else.
type view struct {
	*report.Report
	sorted
	digest   string // of the report, "sha256:…"
	findings []*report.Finding
}

func newView(r *report.Report) (view, error) {
	digest, err := r.Digest()
	if err != nil {
		return view{}, err
	}
	v := view{Report: r, sorted: sortOut(r), digest: digest}
	for _, section := range [][]*report.Finding{v.fix, v.answer, v.errors, v.lesser, v.excused, v.advice, v.met, v.apart} {
		v.findings = append(v.findings, section...)
	}
	slices.SortStableFunc(v.findings, func(a, b *report.Finding) int {
		switch {
		case report.Less(a, b):
			return -1
		case report.Less(b, a):
			return 1
		default:
			return 0
		}
	})
	return v, nil
}

// said is why a finding stands as it does, those of its open parts included:
// what is wrong or open, else what it rests on. Its text is as the report has
// it, not yet inert.
func (v view) said(f *report.Finding) []report.Statement {
	switch f.Outcome {
	case report.OutcomeMet:
		if f.Status == report.Pass {
			return f.Basis
		}
	case report.OutcomeNotApplicable:
		return f.NotApplicable
	}
	list := slices.Concat(f.Violations, f.Reviews)
	for _, e := range f.Errors {
		list = append(list, report.Statement{Code: "error", Message: e})
	}
	if len(f.NotSupplied) > 0 {
		list = append(list, report.Statement{Code: "not_supplied", Message: missingMessage(owed(f))})
	}
	for _, part := range v.openParts(f) {
		list = append(list, v.said(part)...)
	}
	if len(list) == 0 {
		list = append(list, report.Statement{Message: noReason})
	}
	return list
}

// owed lists the kinds of evidence that are absent and who owes them, not yet
// inert.
func owed(f *report.Finding) string {
	var kinds []string
	for _, m := range f.NotSupplied {
		words, known := missingWords(m)
		if !known {
			words = m.Kind
		}
		kinds = append(kinds, missingFrom(words, m.From))
	}
	return listing(kinds)
}

// spots are the places of a finding, at most most of them, and how many there
// are in all.
func spots(said []report.Statement, most int) (shown []report.Place, total int) {
	for _, s := range said {
		total += max(s.PlacesTotal, len(s.Places))
		shown = append(shown, s.Places[:min(len(s.Places), most-len(shown))]...)
	}
	return shown, total
}

// home is the document that stands for the bundle as a whole where a format
// needs a file: the vendor's own list of it, else its first document.
func home(r *report.Report) string {
	for _, d := range r.Documents {
		if d.Format == manifestFormat {
			return d.Path
		}
	}
	if len(r.Documents) > 0 {
		return r.Documents[0].Path
	}
	return "."
}

// located is a place of which every part is stated: a document and a line.
func located(r *report.Report, at report.Place) report.Place {
	if at.Document == "" {
		at.Document = home(r)
	}
	at.Line, at.Column = max(at.Line, 1), max(at.Column, 1)
	return at
}

// excuse says which exception or look of a person a finding has on file, not
// yet inert; "" without any.
func (v view) excuse(f *report.Finding) string {
	var parts []string
	if a := f.Exception; a != nil {
		for _, row := range a.Exceptions {
			if row >= 0 && row < len(v.Exceptions) {
				e := v.Exceptions[row]
				parts = append(parts, labelException+" "+covers(e.ID, *a, e.Until, e.Approver)+". "+labelReason+": "+e.Reason)
			}
		}
	}
	if a := f.Determination; a != nil && a.Determination >= 0 && a.Determination < len(v.Determinations) {
		d := v.Determinations[a.Determination]
		parts = append(parts, labelPerson+": "+determined(d.Outcome, d.By, d.Date, d.Reason))
	}
	return strings.Join(parts, " ")
}

// writeIndented writes a value as JSON that is inert where it is shown.
func writeIndented(w io.Writer, format string, value any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return fmt.Errorf("%s: %w", format, err)
	}
	return send(w, format, report.Inert(b.Bytes()))
}

// send writes all of a format at once.
func send(w io.Writer, format string, data []byte) error {
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("%s: %w", format, err)
	}
	return nil
}
