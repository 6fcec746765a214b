package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
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
