package xlsx_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/xlsx"
	"github.com/bidgate/bidgate/engine/report"
)

func written(t *testing.T, r *report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(&b, r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// recorded are reports that package render keeps, one with an inventory.
func recorded(t *testing.T, file string) *report.Report {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSheetsAreTheTables: a reader that knows nothing of the writer finds every
// row of every table, each value in its type, and the same bytes a second time.
func TestSheetsAreTheTables(t *testing.T) {
	for _, file := range []string{"meets_with_exceptions.json", "undetermined.json", "hostile.json"} {
		r := recorded(t, file)
		data := written(t, r)
		if !bytes.Equal(data, written(t, r)) {
			t.Errorf("%s: other bytes a second time", file)
		}
		sheets := read(t, data)
		tables, err := render.Tables(r)
		if err != nil {
			t.Fatal(err)
		}
		if len(sheets) != len(tables) {
			t.Errorf("%s: %d sheets, %d tables", file, len(sheets), len(tables))
		}
		for _, table := range tables {
			same(t, file+": "+table.Title, sheets[table.Title], table)
		}
	}
}

func same(t *testing.T, name string, rows [][]cell, table render.Table) {
	t.Helper()
	for i, column := range table.Columns {
		if rows[0][i].text != column {
			t.Errorf("%s: column %d is %q, want %q", name, i, rows[0][i].text, column)
		}
	}
	n := 1
	for want := range table.Rows {
		for i, c := range want {
			got := cell{}
			if i < len(rows[n]) {
				got = rows[n][i]
			}
			if wanted := valueOf(c); got != wanted {
				t.Errorf("%s: row %d, %s: %+v, want %+v", name, n, table.Columns[i], got, wanted)
			}
		}
		n++
	}
	if said := len(rows) > n; said != (table.Note != "") || said && rows[len(rows)-1][0].text != table.Note {
		t.Errorf("%s: the note %q is not the last row of %d, %d", name, table.Note, len(rows), n)
	}
}

// valueOf is a cell as a workbook has it: a day is the days since 1899-12-30,
// and a text has the format of text, number 49.
func valueOf(c render.Cell) cell {
	switch v := c.Value.(type) {
	case int64:
		return cell{"", strconv.FormatInt(v, 10), 1}
	case bool:
		return cell{"b", map[bool]string{true: "1", false: "0"}[v], 0}
	case time.Time:
		return cell{"", strconv.Itoa(int(v.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)), 164}
	}
	if c.Text == "" {
		return cell{}
	}
	return cell{"inlineStr", c.Text, 49}
}

// TestNothingIsLive: what a spreadsheet would take for a formula, an escape or
// a mark of XML is text in a cell of text.
func TestNothingIsLive(t *testing.T) {
	r := recorded(t, "meets_with_exceptions.json")
	for i, text := range []string{"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "_x003D_1+1", "\x00\x1b[2J\ufffe\uffff\r\n\t", "<f>1</f>]]>", "  =1", "\U0001f600é\u202e"} {
		r.Inventory.Components = append(r.Inventory.Components, report.Component{Name: text, Version: text})
		r.Documents[i%3].Path, r.Findings[i].Title = text, text
	}
	sheets := read(t, written(t, r))
	tables, err := render.Tables(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		same(t, table.Title, sheets[table.Title], table)
	}
}

func FuzzWorkbook(f *testing.F) {
	for _, s := range []string{"=1", "_x003D_", "_x005F_x003D_", "a\x00b", "\ufffe", strings.Repeat("x", 40_000), " \u3000 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := report.Report{Contract: report.Contract, Inventory: &report.Inventory{Components: []report.Component{{Name: s, Licences: []string{s, s}}},
			Threats: []report.Threat{{ID: s, Expires: s}}, Answers: []report.GivenAnswer{{Clause: s, Due: s}}}}
		sheets := read(t, written(t, &r))
		tables, err := render.Tables(&r)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			same(t, table.Title, sheets[table.Title], table)
		}
	})
}

// TestRowsAreCut: a sheet takes what programs take, and says what it leaves.
func TestRowsAreCut(t *testing.T) {
	tables, err := render.Tables(recorded(t, "undetermined.json"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := xlsx.Workbook(tables, 3)
	if err != nil {
		t.Fatal(err)
	}
	rows := read(t, data)["Findings"]
	if last := rows[len(rows)-1][0].text; rows[3][0].text == "" || !strings.HasSuffix(last, " more rows are not listed. The JSON report has all.") {
		t.Errorf("%d rows, and the last says %q", len(rows), last)
	}
}

// TestComparisonIsAWorkbook: the sheets of a comparison are its tables, read by
// another reader.
func TestComparisonIsAWorkbook(t *testing.T) {
	a := recorded(t, "../../../fixtures/bridge-honest/report.json")
	b := recorded(t, "../../../fixtures/bridge-silent/report.json")
	b.Offer.Vendor = "=cmd|'/c calc'!A1"
	side, err := report.SideBySide([]string{"a", "b"}, []*report.Report{a, b})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := xlsx.Compare(&out, side, render.Options{}); err != nil {
		t.Fatal(err)
	}
	sheets := read(t, out.Bytes())
	for _, table := range []render.Table{render.BidTable(side), render.SideTable(side), render.ComparisonTable(side)} {
		same(t, table.Name, sheets[table.Title], table)
	}
}
