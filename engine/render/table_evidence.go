package render

import (
	"slices"
	"strconv"

	"github.com/bidgate/bidgate/engine/report"
)

// stood are the first cells of a row, with its number and place. A number
// stands first, so that no line begins with a text of a vendor's.
func stood(row int, p report.Place) []Cell {
	return []Cell{numberCell(row + 1), textCell(p.Document), placeCell(p.Line), placeCell(p.Column), textCell(p.Pointer)}
}

var stoodHead = []string{"row", "document", "line", "column", "pointer"}

func componentTable(v view, t *Table) {
	t.Columns = append(slices.Clone(stoodHead), "from", "type", "group", "name", "version", "purl", "cpe", "scope", "producer", "supplier", "hashes", "licences", "report")
	list, total := []report.Component{}, 0
	for _, s := range v.Evidence.SBOMs {
		total += s.Components
	}
	if v.Inventory != nil {
		list, total = v.Inventory.Components, max(v.Inventory.ComponentsTotal, len(v.Inventory.Components))
	}
	t.Note = v.leftOut(total-len(list), "component is", "components are")
	t.Rows = func(yield func([]Cell) bool) {
		for i := range list {
			c := &list[i]
			row := append(stood(i, c.Place), textCells(c.From, c.Type, c.Group, c.Name, c.Version, c.PURL, c.CPE, c.Scope, c.Producer, c.Supplier)...)
			if !yield(append(row, listCell(c.Hashes), listCell(c.Licences), textCell(v.digest))) {
				return
			}
		}
	}
}

func threatTable(v view, t *Table) {
	t.Columns = append(slices.Clone(stoodHead), "id", "title", "categories", "severity", "status", "response", "mitigations", "expires", "untouched", "report")
	list, total := []report.Threat{}, 0
	for _, m := range v.Evidence.ThreatModels {
		total += m.Threats
	}
	if v.Inventory != nil {
		list, total = v.Inventory.Threats, max(v.Inventory.ThreatsTotal, len(v.Inventory.Threats))
	}
	t.Note = v.leftOut(total-len(list), "threat is", "threats are")
	t.Rows = func(yield func([]Cell) bool) {
		for i := range list {
			h := &list[i]
			row := append(stood(i, h.Place), textCell(h.ID), textCell(h.Title), listCell(h.Categories), textCell(h.Severity), textCell(h.Status), textCell(h.Response),
				numberCell(h.Mitigations), dayCell(h.Expires), truthCell(h.Untouched), textCell(v.digest))
			if !yield(row) {
				return
			}
		}
	}
}

// answerTable lists the answers in full where the report has them, and else
// by clause and status, which every report has.
func answerTable(v view, t *Table) {
	t.Columns = append(slices.Clone(stoodHead), "clause", "status", "statement", "justification", "evidence", "responsible", "date", "plan", "due", "report")
	list, total := []report.GivenAnswer{}, 0
	if v.Inventory != nil {
		list, total = v.Inventory.Answers, max(v.Inventory.AnswersTotal, len(v.Inventory.Answers))
		t.Note = v.leftOut(total-len(list), "answer is", "answers are")
	} else {
		for _, d := range v.Evidence.Declarations {
			for _, a := range d.Answers {
				list = append(list, report.GivenAnswer{Place: report.Place{Document: d.Document}, Clause: a.Clause, Status: a.Status})
			}
		}
		if len(list) > 0 {
			t.Note = answersInShort
		}
	}
	full := v.Inventory != nil
	t.Rows = func(yield func([]Cell) bool) {
		for i := range list {
			a, proofs := &list[i], Cell{}
			if full {
				proofs = numberCell(a.Evidence)
			}
			row := append(stood(i, a.Place), textCell(a.Clause), textCell(a.Status), textCell(a.Statement), textCell(a.Justification), proofs,
				textCell(a.Responsible), dayCell(a.Date), textCell(a.Plan), dayCell(a.Due), textCell(v.digest))
			if !yield(row) {
				return
			}
		}
	}
}

func documentTable(v view, t *Table) {
	t.Columns = []string{"row", "document", "sha256", "bytes", "kinds", "format", "format_version", "readable", "problems", "problem", "report"}
	t.Rows = func(yield func([]Cell) bool) {
		for i := range v.Documents {
			d := &v.Documents[i]
			said := []string{}
			for _, p := range d.Problems[:min(len(d.Problems), fewItems)] {
				said = append(said, p.Message)
			}
			row := []Cell{numberCell(i + 1), textCell(d.Path), textCell(d.SHA256), {strconv.FormatInt(d.Size, 10), d.Size}, listCell(d.Kinds), textCell(d.Format), textCell(d.FormatVersion), truthCell(d.Readable),
				numberCell(len(d.Problems)), listCell(said), textCell(v.digest)}
			if !yield(row) {
				return
			}
		}
	}
}

// leftOut says how many rows of the evidence the report does not have, and
// what to do for them.
func (v view) leftOut(n int, one, many string) string {
	switch {
	case n <= 0:
		return ""
	case v.Inventory == nil:
		return rowsNotKept(n, one, many)
	default:
		return rowsCut(n, one, many)
	}
}
