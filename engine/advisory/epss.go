package advisory

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// sheet is a CSV document with a heading, read row by row.
type sheet struct {
	name    string
	rows    *csv.Reader
	columns map[string]int // by heading, in lower case
	before  int            // lines before the heading
	row     []string
}

// readSheet reads the heading and calls for every row after it. Every row must
// have as many cells as the heading.
func readSheet(d document, before int, call func(*sheet) error) error {
	s := &sheet{name: d.name, rows: csv.NewReader(io.LimitReader(d.read, maxDocument)), before: before}
	s.rows.ReuseRecord = true
	heading, err := s.rows.Read()
	if err != nil {
		return s.fault(err)
	}
	s.columns = make(map[string]int, len(heading))
	for i, cell := range heading {
		name := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff")))
		if _, twice := s.columns[name]; twice {
			return s.refuse("the column " + printable(name) + " stands twice in the heading")
		}
		s.columns[name] = i
	}
	for {
		if s.row, err = s.rows.Read(); err == io.EOF { //nolint:errorlint // the reader gives it bare
			return nil
		}
		if err != nil {
			return s.fault(err)
		}
		for _, cell := range s.row {
			if !utf8.ValidString(cell) {
				return s.refuse("a cell is not text in UTF-8")
			}
		}
		if err := call(s); err != nil {
			return err
		}
	}
}

// cell gives the cell under the first of the headings that is there.
func (s *sheet) cell(headings ...string) string {
	for _, name := range headings {
		if i, ok := s.columns[name]; ok {
			return strings.TrimSpace(s.row[i])
		}
	}
	return ""
}

// lacks says that none of the headings is there.
func (s *sheet) lacks(headings ...string) bool {
	for _, name := range headings {
		if _, ok := s.columns[name]; ok {
			return false
		}
	}
	return true
}

// refuse makes an error at the row read last.
func (s *sheet) refuse(what string) error {
	line := 1
	if len(s.row) > 0 {
		line, _ = s.rows.FieldPos(0)
	}
	return &ImportError{File: s.name, Line: s.before + line, What: what}
}

func (s *sheet) fault(err error) error {
	wrong := (*csv.ParseError)(nil)
	switch {
	case errors.As(err, &wrong):
		what := "the row is not CSV: " + wrong.Err.Error()
		if errors.Is(err, csv.ErrFieldCount) {
			what = "the row has another number of cells than the heading: the file was cut off or changed"
		}
		return &ImportError{File: s.name, Line: s.before + wrong.Line, Column: wrong.Column, What: what}
	case errors.Is(err, io.EOF):
		return &ImportError{File: s.name, What: "the file is empty"}
	}
	return err
}

var cvePattern = pattern.Lazy(`^CVE-[0-9]{4}-[0-9]{4,19}$`)

// readEPSS reads the scores as FIRST gives them out, below a line that states
// model and date, or any table with the columns cve, epss and percentile.
func readEPSS(r *reading, d document) error {
	before := 0
	if front, err := d.read.Peek(1); err == nil && front[0] == '#' {
		line, err := d.line(r.limits.Record, 1)
		if err != nil {
			return &ImportError{File: d.name, Line: 1, What: "the file ends after its first line"}
		}
		before++
		for _, part := range bytes.Split(bytes.TrimSpace(line[1:]), []byte(",")) {
			if date, ok := bytes.CutPrefix(part, []byte("score_date:")); ok {
				if err := r.datedStrictly(string(date)); err != nil {
					return within(err, d.name, nil, 1, "")
				}
			}
		}
	}
	return readSheet(d, before, func(s *sheet) error {
		if s.lacks("cve") || s.lacks("epss") || s.lacks("percentile", "epss percentile") {
			return &ImportError{File: d.name, Line: before + 1, What: "the heading lacks one of the columns cve, epss and percentile"}
		}
		score := Score{CVE: s.cell("cve")}
		if !cvePattern().MatchString(score.CVE) {
			return s.refuse(printable(score.CVE) + " is not a CVE id")
		}
		for _, cell := range []struct {
			text string
			to   *float64
		}{{s.cell("epss"), &score.Probability}, {s.cell("percentile", "epss percentile"), &score.Percentile}} {
			value, err := strconv.ParseFloat(cell.text, 64)
			if err != nil || !(value >= 0 && value <= 1) {
				return s.refuse("a score of " + score.CVE + " is not a number from 0 to 1: " + printable(cell.text))
			}
			*cell.to = value
		}
		if err := r.add(scoreRecord(&score)); err != nil {
			return s.refuse(err.Error())
		}
		return nil
	})
}
