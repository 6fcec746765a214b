// Package xlsx writes a report as a workbook for spreadsheet programs: a sheet
// for each table of package render, with numbers, days and truths as such.
// It stands apart because its library is large, and a program that only needs
// a page should not link it.
//
// Every text is a text cell and never a formula, and stays one when somebody
// edits it. The same report gives the same bytes; nothing is written to a disk.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// maxRows is how many rows a sheet has, of the 1,048,576 that programs take:
// more are no use to a reader, and cost memory. A last row says what is cut.
const maxRows = 200_000

// noFolder is no folder, so that nothing is kept on a disk on the way: a
// vendor's evidence has no business in a folder for temporary files.
const noFolder = "\x00"

// Format describes the format.
func Format() render.Format {
	return render.Format{Name: "xlsx", Help: "for spreadsheets: a workbook with findings, components, threats, answers and documents", Binary: true}
}

// Write writes the workbook. The error is the writer's.
func Write(w io.Writer, r *report.Report, _ render.Options) error {
	tables, err := render.Tables(r)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	data, err := workbook(tables, maxRows)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// Compare writes a workbook of bids side by side. The error is the writer's.
func Compare(w io.Writer, c *report.Comparison, _ render.Options) error {
	data, err := workbook([]render.Table{render.BidTable(c), render.SideTable(c), render.ComparisonTable(c)}, maxRows)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func workbook(tables []render.Table, most int) ([]byte, error) {
	f := excelize.NewFile(excelize.Options{TmpDir: noFolder})
	defer f.Close() //nolint:errcheck // nothing is open
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &archive{w: w} })
	if err := f.SetDocProps(&excelize.DocProperties{Title: "bidgate report", Creator: "bidgate", LastModifiedBy: "bidgate", Language: "en",
		Created: epoch.Format(time.RFC3339), Modified: epoch.Format(time.RFC3339)}); err != nil {
		return nil, err
	}
	looks, err := newLooks(f)
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		if i == 0 {
			err = f.SetSheetName("Sheet1", t.Title)
		} else {
			_, err = f.NewSheet(t.Title)
		}
		if err == nil {
			err = fill(f, looks, t, most)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.Name, err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// looks are the styles of cells.
type looks struct{ head, text, number, truth, day int }

// newLooks makes the styles. A text cell has the format of text, so that what
// it holds is no formula either when somebody edits it.
func newLooks(f *excelize.File) (looks, error) {
	var l looks
	day := "yyyy-mm-dd"
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&l.head, excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true, Family: "Calibri", Size: 11}, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&l.text, excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&l.number, excelize.Style{NumFmt: 1, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&l.truth, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&l.day, excelize.Style{CustomNumFmt: &day, Alignment: &excelize.Alignment{Vertical: "top"}}},
	} {
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return l, err
		}
		*s.to = id
	}
	return l, nil
}
