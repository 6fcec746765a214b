package render

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// noteColumn is the last column of the tables that may leave rows out: their
// last row then says so, so that a table is never taken for more than it is.
const noteColumn = "note"

// csvOf gives the writer of one table, by name, for a spreadsheet or a database.
func csvOf(name string) func(io.Writer, *report.Report, Options) error {
	return func(w io.Writer, r *report.Report, _ Options) error {
		list, err := Tables(r)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(list, func(t Table) bool { return t.Name == name })
		return writeTable(w, list[at])
	}
}

// writeTable writes a row for each row of the table; findings and documents
// are always whole and have no note.
func writeTable(w io.Writer, t Table) error {
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	noted := t.Name != "findings" && t.Name != "documents" && t.Name != "comparison"
	head := slices.Clone(t.Columns)
	if noted {
		head = append(head, noteColumn)
	}
	_ = c.Write(head) // to memory
	row := make([]string, len(head))
	for cells := range t.Rows {
		for i, cell := range cells {
			row[i] = formulaless(cell.Text)
		}
		_ = c.Write(row)
	}
	if noted && t.Note != "" {
		clear(row)
		row[len(row)-2], row[len(row)-1] = t.Digest, t.Note
		_ = c.Write(row)
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return send(w, "csv", b.Bytes())
}

// findingTable has a row for each statement and place of a finding.
func findingTable(v view, t *Table) {
	t.Columns = []string{
		"finding", "requirement", "member", "family", "title", "section", "severity", "status", "outcome", "in_force", "level", "level_needed",
		"kind", "code", "message", "document", "line", "column", "pointer", "name", "places", "remedy", "question", "sources", "exception", "core_area", "csf", "report",
	}
	t.Rows = func(yield func([]Cell) bool) {
		for i := range v.Findings {
			for row := range v.findingRows(&v.Findings[i]) {
				if !yield(row) {
					return
				}
			}
		}
	}
}

func (v view) findingRows(f *report.Finding) func(func([]Cell) bool) {
	var sources []string
	for _, s := range f.Sources {
		sources = append(sources, cite(s))
	}
	begin := append(textCells(f.ID, f.Requirement, f.Member, strings.TrimSpace(f.Family+" "+f.FamilyTitle), f.Title, f.Section,
		string(f.Severity), string(f.Status), string(f.Outcome)), truthCell(!f.Advisory && !f.PartOnly), textCell(string(f.Level)), textCell(string(f.LevelNeeded)))
	end := append(textCells(f.Remedy, f.Question), lineCell(strings.Join(sources, " | ")), Cell{Text: Line(v.excuse(f), 2*maxMessage)}, textCell(tagged(f, "core_area")), textCell(tagged(f, "csf")), textCell(v.digest))
	return func(yield func([]Cell) bool) {
		for kind, s := range listed(f) {
			total := max(s.PlacesTotal, len(s.Places))
			places := s.Places
			if len(places) == 0 {
				places = []report.Place{{}}
			}
			for _, at := range places {
				row := append(textCells(kind, s.Code, s.Message, at.Document), placeCell(at.Line), placeCell(at.Column), textCell(at.Pointer), textCell(at.Name), numberCell(total))
				if !yield(slices.Concat(begin, row, end)) {
					return
				}
			}
		}
	}
}

// tagged are the values of a tag, by which a spreadsheet can be pivoted: the core
// area of NISTIR 8074 and 8200, and the functions of the NIST CSF 2.0.
func tagged(f *report.Finding, key string) string {
	var values []string
	for _, tag := range f.Tags {
		if of, value, _ := strings.Cut(tag, ":"); of == key {
			values = append(values, value)
		}
	}
	return strings.Join(values, " ")
}

// listed gives every statement of a finding with its kind, and one without
// words where there is none.
func listed(f *report.Finding) func(func(string, report.Statement) bool) {
	type row struct {
		kind string
		said report.Statement
	}
	var rows []row
	for _, part := range []struct {
		kind string
		list []report.Statement
	}{{"violation", f.Violations}, {"review", f.Reviews}, {"basis", f.Basis}, {"not_applicable", f.NotApplicable}} {
		for _, s := range part.list {
			rows = append(rows, row{part.kind, s})
		}
	}
	for _, e := range f.Errors {
		rows = append(rows, row{"error", report.Statement{Message: e}})
	}
	for _, m := range f.NotSupplied {
		rows = append(rows, row{"not_supplied", report.Statement{Code: m.Kind, Message: missingMessage(owed(f))}})
	}
	if len(rows) == 0 {
		rows = append(rows, row{})
	}
	return func(yield func(string, report.Statement) bool) {
		for _, r := range rows {
			if !yield(r.kind, r.said) {
				return
			}
		}
	}
}
