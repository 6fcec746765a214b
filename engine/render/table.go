package render

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/report"
)

// Table is a list of rows, for spreadsheets and databases. All text in it is
// inert for a terminal; a format that could take a text for more, such as a
// formula, says what it does against that.
type Table struct {
	Name, Title string
	Columns     []string
	Rows        iter.Seq[[]Cell] // each as long as Columns
	// Note says what the rows leave out, in one sentence; "" is nothing.
	Note   string
	Digest string // of the report
	Fixed  int    // so many columns on the left stay in sight
}

// Cell is one value of a table.
type Cell struct {
	Text string
	// Value is what Text says where that is a number (int64), a truth (bool) or
	// a day (time.Time in UTC); nil is text, or nothing.
	Value any
}

// tables is the closed set of tables, which are the sheets of a workbook. Each
// but the first has a format of its own in CSV.
var tables = []struct {
	name, title string
	make        func(view, *Table)
}{
	{"report", "Report", factTable},
	{"findings", "Findings", findingTable},
	{"components", "Components", componentTable},
	{"threats", "Threats", threatTable},
	{"answers", "Answers", answerTable},
	{"documents", "Documents", documentTable},
}

// Tables gives every table of a report in one order.
func Tables(r *report.Report) ([]Table, error) {
	v, err := newView(r)
	if err != nil {
		return nil, err
	}
	list := make([]Table, len(tables))
	for i, t := range tables {
		list[i] = Table{Name: t.name, Title: t.title, Digest: v.digest}
		t.make(v, &list[i])
	}
	return list, nil
}

// factTable is what the other tables are of, in a row each.
func factTable(v view, t *Table) {
	t.Columns = []string{"fact", "value"}
	rows := [][]Cell{
		{{Text: labelResult}, lineCell(annotationOfVerdict(v).title)}, {{Text: labelOffer}, lineCell(offered(v.Offer))},
		{{Text: labelProfile}, textCell(v.Profile.Title)}, {{Text: labelTender}, lineCell(tenderName(v.Report))}, {{Text: labelAsOf}, dayCell(v.AsOf)},
	}
	for _, s := range report.Statuses() {
		rows = append(rows, []Cell{lineCell(headFound + ": " + statusWords[s].words), numberCell(counts(v.Counts)[s])})
	}
	for _, d := range digests(v) {
		rows = append(rows, []Cell{{Text: d.name}, textCell(d.value)})
	}
	t.Rows = slices.Values(rows)
}

// cellText is how long a cell may be: a spreadsheet takes 32,767 characters.
const cellText = 4_000

// textCell is a cell of text from outside.
func textCell(s string) Cell { return Cell{Text: Escape(s, cellText)} }

func textCells(list ...string) []Cell {
	cells := make([]Cell, len(list))
	for i, s := range list {
		cells[i] = textCell(s)
	}
	return cells
}

// lineCell is a cell of text that is composed of inert pieces.
func lineCell(s string) Cell { return Cell{Text: Line(s, cellText)} }

// listCell is a cell of several texts from outside.
func listCell(list []string) Cell {
	pieces := make([]string, len(list))
	for i, s := range list {
		pieces[i] = Escape(s, cellText)
	}
	return lineCell(strings.Join(pieces, " | "))
}

func numberCell(n int) Cell { return Cell{strconv.Itoa(n), int64(n)} }

// placeCell is a number, and nothing where it is not stated.
func placeCell(n int) Cell {
	if n == 0 {
		return Cell{}
	}
	return numberCell(n)
}

func truthCell(b bool) Cell { return Cell{strconv.FormatBool(b), b} }

// dayCell is a date where it is written as one, and else the text that stands there.
func dayCell(s string) Cell {
	if t, err := time.Parse(time.DateOnly, s); err == nil && t.Year() >= 1900 {
		return Cell{s, t}
	}
	return textCell(s)
}
