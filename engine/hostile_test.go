package engine_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/hostile"
	"github.com/bidgate/bidgate/engine/report"
)

// openRow opens a row, with whatever limits it asks for.
func openRow(t testing.TB, r hostile.Row, files []hostile.File) *evidence.Bundle {
	t.Helper()
	var limits evidence.Limits
	for name, value := range r.Limits {
		if err := limits.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	var b *evidence.Bundle
	var err error
	if archive := r.Archive(files); archive != nil {
		b, err = evidence.OpenArchive(bytes.NewReader(archive), int64(len(archive)), limits)
	} else {
		folder := fstest.MapFS{}
		for path, text := range r.Folder(files) {
			folder[path] = file(text)
		}
		b, err = evidence.OpenFS(folder, limits)
	}
	if errors.Is(err, evidence.ErrNotArchive) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestMeets is the control of the table: without a fault the bundle meets.
func TestMeets(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range hostile.Meets() {
		files[f.Path] = file(f.Text)
	}
	if r := screen(t, e, open(t, files), engine.Screening{Profile: p}).Report; r.Verdict != report.Meets {
		t.Errorf("verdict %s because of %v", r.Verdict, r.Reasons)
	}
	for format, data := range hostile.Packed(hostile.Meets()) {
		b, err := evidence.OpenArchive(bytes.NewReader(data), int64(len(data)), evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if r := screen(t, e, b, engine.Screening{Profile: p}).Report; r.Verdict != report.Meets {
			t.Errorf("%s: verdict %s because of %v", format, r.Verdict, r.Reasons)
		}
	}
}

// TestHostile takes every row of the table through the whole engine: the
// problem is told with its code, bound and place, and nothing ends as meets.
// Under the race detector it takes one row in a hundred.
func TestHostile(t *testing.T) {
	e, files := newEngine(t), hostile.Meets()
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	rows := hostile.Rows()
	for i := 0; i < len(rows); i += engine.Rounds(1, 100) {
		r := rows[i]
		t.Run(r.Format+"/"+r.Name, func(t *testing.T) {
			b := openRow(t, r, files)
			if b == nil {
				if r.Code != "not_archive" {
					t.Errorf("is no archive, want %s", r.Code)
				}
				return
			}
			got := screen(t, e, b, engine.Screening{Profile: p}).Report
			checkRow(t, r, got)
			inert(t, got)
		})
	}
}

// checkRow holds a report to what the row expects.
func checkRow(t *testing.T, r hostile.Row, got *report.Report) {
	t.Helper()
	told := toldProblems(got, r)
	if r.Code == "" {
		limit, _, _ := strings.Cut(r.Name, ":")
		if slices.ContainsFunc(told, func(p report.Problem) bool { return p.Limit == limit }) {
			t.Errorf("within the bound, and it is told as crossed: %v", told)
		}
		return
	}
	if got.Verdict == report.Meets || got.Verdict == report.MeetsWithExceptions {
		t.Errorf("verdict %s", got.Verdict)
	}
	if !slices.ContainsFunc(told, func(p report.Problem) bool {
		return p.Code == r.Code && p.Limit == r.Limit && (placeOf(p) == "" || placeOf(p) == r.Place)
	}) {
		t.Errorf("got %v, want %s %s at %s", told, r.Code, r.Limit, r.Place)
	}
}

// inert holds that a report, written, obeys nobody and names nothing of the host.
func inert(t *testing.T, r *report.Report) {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	var written bytes.Buffer
	if err := r.Encode(&written); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(written.Bytes(), []byte(here)) || bytes.Contains(written.Bytes(), []byte(os.TempDir()+"/")) {
		t.Error("the report names a folder of the host")
	}
	for _, c := range written.String() {
		if c != '\n' && !report.Visible(c) {
			t.Fatalf("the report holds %U", c)
		}
	}
	if _, err := report.Decode(&written); err != nil {
		t.Errorf("the report does not decode: %v", err)
	}
}

// toldProblems are the problems of the row's document, else of the bundle.
func toldProblems(r *report.Report, row hostile.Row) []report.Problem {
	list := slices.Clone(r.Problems)
	for _, d := range r.Documents {
		if row.File == "" || d.Path == row.File {
			list = append(list, d.Problems...)
		}
	}
	return list
}

func placeOf(p report.Problem) string {
	switch {
	case p.Place.Pointer != "":
		return p.Place.Pointer
	case p.Place.Line > 0:
		return fmt.Sprintf("%d:%d", p.Place.Line, p.Place.Column)
	}
	return ""
}
