package render

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// csvHead names the columns, a row for each finding and place of it.
var csvHead = []string{
	"finding", "requirement", "member", "family", "title", "section", "severity", "status", "outcome", "in_force", "level", "level_needed",
	"kind", "code", "message", "document", "line", "column", "pointer", "name", "places", "remedy", "question", "sources", "exception", "report",
}

// csvPlaces is how many places of one statement have a row; the column places
// has the number of all.
const csvPlaces = 1_000

// writeCSV writes findings for a spreadsheet or a database: a row for each
// statement and place.
func writeCSV(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	_ = c.Write(csvHead) // to memory
	for i := range r.Findings {
		for _, row := range csvRows(v, &r.Findings[i]) {
			_ = c.Write(row)
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return send(w, "csv", b.Bytes())
}

func csvRows(v view, f *report.Finding) [][]string {
	var sources []string
	for _, s := range f.Sources {
		sources = append(sources, cite(s))
	}
	begin := cells(f.ID, f.Requirement, f.Member, strings.TrimSpace(f.Family+" "+f.FamilyTitle), f.Title, f.Section,
		string(f.Severity), string(f.Status), string(f.Outcome), strconv.FormatBool(!f.Advisory && !f.PartOnly), string(f.Level), string(f.LevelNeeded))
	end := append(cells(f.Remedy, f.Question), csvCell(strings.Join(sources, " | ")), csvCell(Line(v.excuse(f), 2*maxMessage)), v.digest)
	var rows [][]string
	row := func(kind string, s report.Statement, at report.Place, total int) {
		middle := append(cells(kind, s.Code, s.Message, at.Document), csvNumber(at.Line), csvNumber(at.Column))
		middle = append(append(middle, cells(at.Pointer, at.Name)...), strconv.Itoa(total))
		rows = append(rows, append(append(append([]string{}, begin...), middle...), end...))
	}
	for _, part := range []struct {
		kind string
		list []report.Statement
	}{{"violation", f.Violations}, {"review", f.Reviews}, {"basis", f.Basis}, {"not_applicable", f.NotApplicable}} {
		for _, s := range part.list {
			total := max(s.PlacesTotal, len(s.Places))
			for _, at := range s.Places[:min(len(s.Places), csvPlaces)] {
				row(part.kind, s, at, total)
			}
			if len(s.Places) == 0 {
				row(part.kind, s, report.Place{}, total)
			}
		}
	}
	for _, e := range f.Errors {
		row("error", report.Statement{Message: e}, report.Place{}, 0)
	}
	for _, m := range f.NotSupplied {
		row("not_supplied", report.Statement{Code: m.Kind, Message: missingMessage(owed(f))}, report.Place{}, 0)
	}
	if len(rows) == 0 {
		row("", report.Statement{}, report.Place{}, 0)
	}
	return rows
}

// csvText is how long a cell may be: a spreadsheet takes 32,767 characters.
const csvText = 4_000

func cells(texts ...string) []string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = escapeCSV(text, csvText)
	}
	return list
}

// csvCell is escapeCSV for text that is inert already.
func csvCell(text string) string { return formulaless(Line(text, csvText)) }

// csvNumber leaves out what is not stated.
func csvNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
