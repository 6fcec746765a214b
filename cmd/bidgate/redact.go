package main

import (
	"fmt"
	"path"

	"github.com/bidgate/bidgate/engine/report"
)

// redacted is a copy of a report in which nothing names the product: documents
// are numbered and keep their ending, names and pointers are left out, and
// messages are those without what they quote. Lines, counts, tools and the
// verdict stay, so that others can help.
func redacted(r *report.Report) *report.Report {
	out := *r
	names := map[string]string{}
	out.Documents = make([]report.Document, len(r.Documents))
	for i, d := range r.Documents {
		names[d.Path] = fmt.Sprintf("document-%d%s", i+1, path.Ext(d.Path))
		d.Path = names[d.Path]
		out.Documents[i] = d
	}
	out.Evidence.SBOMs = make([]report.SBOM, len(r.Evidence.SBOMs))
	for i, s := range r.Evidence.SBOMs {
		s.Document = names[s.Document]
		out.Evidence.SBOMs[i] = s
	}
	statements := func(list []report.Statement) []report.Statement {
		told := make([]report.Statement, len(list))
		for i, s := range list {
			if s.Public != "" {
				s.Message = s.Public
			}
			places := make([]report.Place, len(s.Places))
			for j, p := range s.Places {
				places[j] = report.Place{Document: names[p.Document], Line: p.Line, Column: p.Column}
			}
			s.Places = places
			told[i] = s
		}
		return told
	}
	out.Findings = make([]report.Finding, len(r.Findings))
	for i, f := range r.Findings {
		f.Violations, f.Reviews = statements(f.Violations), statements(f.Reviews)
		out.Findings[i] = f
	}
	return &out
}

// redactedLines say where something was mended, and not what.
func redactedLines(list []mendedLine) []mendedLine {
	out := make([]mendedLine, len(list))
	for i, m := range list {
		out[i] = mendedLine{File: "document" + path.Ext(m.File), Line: m.Line}
	}
	return out
}
