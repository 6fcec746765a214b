package xlsx

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/bidgate/bidgate/engine/render"
)

// fill writes one sheet: the names of the columns, which stay in sight, the
// first most rows with a filter on each column, and what they leave out.
func fill(f *excelize.File, l looks, t render.Table, most int) error {
	s, err := f.NewStreamWriter(t.Title)
	if err != nil {
		return err
	}
	if err := s.SetPanes(panes(t.Fixed)); err != nil {
		return err
	}
	for i, name := range t.Columns {
		if err := s.SetColWidth(i+1, i+1, widthOf(name)); err != nil {
			return err
		}
	}
	rows, cut, err := write(s, l, t, most)
	if err != nil {
		return err
	}
	if rows > 0 {
		last, err := excelize.CoordinatesToCellName(len(t.Columns), rows+1)
		if err == nil {
			err = s.AddTable(&excelize.Table{Range: "A1:" + last, Name: t.Name, StyleName: "TableStyleLight1"})
		}
		if err != nil {
			return err
		}
	}
	for i, note := range []string{t.Note, cutRows(cut)} {
		if note == "" {
			continue
		}
		if err := s.SetRow(fmt.Sprintf("A%d", rows+3+i), []any{excelize.Cell{StyleID: l.text, Value: note}}); err != nil {
			return err
		}
	}
	return s.Flush()
}

// panes keep the head and so many columns in sight.
func panes(columns int) *excelize.Panes {
	if columns == 0 {
		return &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	}
	corner, _ := excelize.CoordinatesToCellName(columns+1, 2) // columns are few
	return &excelize.Panes{Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"}
}

// write writes head and rows, and gives how many, and how many were too many.
func write(s *excelize.StreamWriter, l looks, t render.Table, most int) (rows, cut int, err error) {
	values := make([]any, len(t.Columns))
	for i, name := range t.Columns {
		values[i] = excelize.Cell{StyleID: l.head, Value: name}
	}
	if err := s.SetRow("A1", values); err != nil {
		return 0, 0, err
	}
	for cells := range t.Rows {
		if rows == most {
			cut++
			continue
		}
		for i, c := range cells {
			values[i] = l.cell(c)
		}
		rows++
		if err := s.SetRow(fmt.Sprintf("A%d", rows+1), values); err != nil {
			return 0, 0, err
		}
	}
	return rows, cut, nil
}

// cell is a value in its own type; nothing stays empty.
func (l looks) cell(c render.Cell) any {
	switch v := c.Value.(type) {
	case int64:
		return excelize.Cell{StyleID: l.number, Value: v}
	case bool:
		return excelize.Cell{StyleID: l.truth, Value: v}
	case time.Time:
		return excelize.Cell{StyleID: l.day, Value: v}
	}
	if c.Text == "" {
		return nil
	}
	return excelize.Cell{StyleID: l.text, Value: c.Text}
}

// widths are those of columns by name, in characters.
var widths = map[string]float64{
	"fact": 34, "value": 90, "title": 50, "message": 70, "statement": 60, "justification": 40, "remedy": 50, "question": 50, "sources": 40, "problem": 60,
	"document": 36, "pointer": 28, "finding": 36, "purl": 44, "name": 32, "plan": 32, "exception": 40, "products": 36, "bid": 30, "says": 70, "row": 6, "line": 8, "column": 8,
}

func widthOf(column string) float64 {
	if w, ok := widths[column]; ok {
		return w
	}
	if column[0] >= '0' && column[0] <= '9' { // a bid of a comparison, by its number
		return 40
	}
	return 16
}

// cutRows says how many rows a sheet leaves out.
func cutRows(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d more rows are not listed. The JSON report has all.", n)
}
