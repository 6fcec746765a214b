package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/xlsx"
	"github.com/bidgate/bidgate/engine/report"
)

// TestHostileTextEverywhere puts hostile texts into every field of a report
// that can carry one, each time others, and reads every format that comes of it.
func TestHostileTextEverywhere(t *testing.T) {
	OneGoroutine(t)
	texts := []string{}
	for _, text := range render.Misleading() {
		if len(text) < 100_000 { // longer ones are below
			texts = append(texts, text)
		}
	}
	slices.Sort(texts)
	for round := range 4 {
		r := undetermined()
		if round%2 == 1 {
			r = meetsWithExceptions()
		}
		next := round * 13
		fillEach(reflect.ValueOf(&r).Elem(), func() string { next++; return texts[next%len(texts)] })
		r = unique(r, "")
		for _, f := range render.Formats() {
			inertOutput(t, fmt.Sprint(round, "/", f.Name), f.Name, renderTo(t, &r, f.Name, render.Options{}))
		}
	}
}

// TestHostileTextInAWorkbook: the same, in every cell of a workbook, which is
// read part by part as an archive of XML.
func TestHostileTextInAWorkbook(t *testing.T) {
	texts := []string{}
	for _, text := range render.Misleading() {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	r, next := meetsWithExceptions(), 0
	fillEach(reflect.ValueOf(&r).Elem(), func() string { next++; return texts[next%len(texts)] })
	var b bytes.Buffer
	if err := xlsx.Write(&b, &r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(part); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch token := token.(type) {
			case xml.CharData:
				if text := strings.TrimSpace(string(token)); text != "" { // a cell begins no line of a log
					inertOutput(t, f.Name, "xlsx", "cell: "+strings.NewReplacer("_x005F_", "_").Replace(text))
				}
			case xml.StartElement:
				if slices.Contains([]string{"f", "hyperlink", "definedName", "oleObject", "ddeLink", "externalReference", "drawing"}, token.Name.Local) {
					t.Errorf("%s: there is a %s", f.Name, token.Name.Local)
				}
			}
		}
	}
}

// filledWith is the report with every text of it replaced. Ids and paths stay
// different from each other: they are in every report.
func filledWith(r report.Report, text string) report.Report {
	everywhere(&r, text)
	return unique(r, text)
}

func unique(r report.Report, text string) report.Report {
	for i := range r.Findings {
		r.Findings[i].ID = fmt.Sprint(i, text)
	}
	for i := range r.Documents {
		r.Documents[i].Path = fmt.Sprint(i, text)
	}
	return r
}

// TestLongTextIsCut: a name of a million bytes is not written whole by any
// format that people or code hosts read.
func TestLongTextIsCut(t *testing.T) {
	long := strings.Repeat("<=@x", 1<<18)
	r := undetermined()
	r.Offer.Vendor, r.Documents[0].FormatVersion = long, long
	r.Findings[2].Title, r.Findings[2].Reviews[0].Message = long, long
	r.Findings[2].Reviews[0].Places = []report.Place{{Document: r.Documents[0].Path, Pointer: "/" + long, Name: long, Line: 1, Column: 1}}
	for _, f := range render.Formats() {
		out := renderTo(t, &r, f.Name, render.Options{})
		inertOutput(t, f.Name, f.Name, out)
		if f.Name != "json" && len(out) > 200_000 {
			t.Errorf("%s: %d bytes", f.Name, len(out))
		}
	}
}

// FuzzFormats puts hostile text into every field that could carry it, and
// reads every format.
func FuzzFormats(f *testing.F) {
	f.Add(nasty)
	f.Fuzz(func(t *testing.T, s string) {
		small := undetermined()
		small.Findings = small.Findings[1:4]
		small.Inventory, small.Evidence.VulnerabilityAge = inventory(), meetsWithExceptions().Evidence.VulnerabilityAge
		r := filledWith(small, s)
		for _, format := range render.Formats() {
			var b bytes.Buffer
			if err := render.Render(&b, &r, format.Name, render.Options{}); err != nil {
				t.Fatal(err)
			}
			inertOutput(t, format.Name, format.Name, b.String())
			if format.Name != "json" && b.Len() > 1<<20 {
				t.Fatalf("%s: %d bytes for one small report", format.Name, b.Len())
			}
		}
	})
}
