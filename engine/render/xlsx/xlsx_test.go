package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/xlsx"
	"github.com/bidgate/bidgate/engine/report"
)

// read is a workbook as a reader of zip archives and XML sees it, without the
// library that wrote it: by sheet, the cells of each row.
func read(t *testing.T, data []byte) map[string][][]cell {
	t.Helper()
	parts := map[string][]byte{}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(f.Name, "vba") || strings.Contains(f.Name, "external") {
			t.Errorf("a part %s", f.Name)
		}
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:",attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	var styles struct {
		Formats []struct {
			Number int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	unmarshal(t, parts["xl/workbook.xml"], &book)
	unmarshal(t, parts["xl/_rels/workbook.xml.rels"], &links)
	unmarshal(t, parts["xl/styles.xml"], &styles)
	sheets := map[string][][]cell{}
	for _, s := range book.Sheets {
		for _, l := range links.Links {
			if l.Mode != "" {
				t.Errorf("a link outside: %+v", l)
			}
			if l.ID == s.ID {
				sheets[s.Name] = readSheet(t, parts["xl/"+strings.TrimPrefix(l.Target, "/xl/")], func(style int) int { return styles.Formats[style].Number })
			}
		}
	}
	return sheets
}

type cell struct {
	kind, text string
	format     int
}

func readSheet(t *testing.T, data []byte, format func(int) int) [][]cell {
	t.Helper()
	var sheet struct {
		Rows []struct {
			Cells []struct {
				Ref     string    `xml:"r,attr"`
				Style   int       `xml:"s,attr"`
				Kind    string    `xml:"t,attr"`
				Formula *struct{} `xml:"f"`
				Value   string    `xml:"v"`
				Text    string    `xml:"is>t"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
		Links *struct{} `xml:"hyperlinks"`
	}
	unmarshal(t, data, &sheet)
	if sheet.Links != nil {
		t.Error("there is a link")
	}
	var rows [][]cell
	for _, r := range sheet.Rows {
		var row []cell
		for _, c := range r.Cells {
			if c.Formula != nil {
				t.Errorf("%s is a formula", c.Ref)
			}
			at := column(c.Ref)
			for len(row) < at {
				row = append(row, cell{})
			}
			kind, text := c.Kind, c.Value
			if kind == "inlineStr" {
				text = escaped.ReplaceAllStringFunc(c.Text, unescape)
			} else if kind != "b" && kind != "" && kind != "n" {
				t.Errorf("%s is of the kind %s", c.Ref, kind)
			}
			row = append(row, cell{kind, text, format(c.Style)})
		}
		rows = append(rows, row)
	}
	return rows
}

// escaped is how a workbook writes a character by its number.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func unescape(s string) string {
	n, _ := strconv.ParseUint(s[2:6], 16, 32)
	return string(rune(n))
}

func column(ref string) int {
	n := 0
	for _, c := range strings.TrimRight(ref, "0123456789") {
		n = n*26 + int(c-'A'+1)
	}
	return n - 1
}

func unmarshal(t *testing.T, data []byte, into any) {
	t.Helper()
	if err := xml.Unmarshal(data, into); err != nil {
		t.Fatalf("%v: %.200s", err, data)
	}
}

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
