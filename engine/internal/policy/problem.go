package policy

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Problem is one thing wrong in a policy source. Text says what to do.
type Problem struct {
	File   string // pack name and path in the pack
	Line   int    // from 1; 0 where the file as a whole is meant
	Column int    // from 1; 0 where the line as a whole is meant
	Rule   string // which check found it: the step of loading; "" for OPA's own
	Text   string
}

func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// LoadError says why policy sources were refused: every problem of the first
// step that found any, in order of file and line.
type LoadError struct {
	Problems []Problem
}

// maxLines bounds the problems that an error spells out.
const maxLines = 10

// Error spells the problems out, one a line: an author mends them in one go.
func (e *LoadError) Error() string {
	lines := make([]string, 0, maxLines+1)
	for i, p := range e.Problems {
		if i == maxLines {
			lines = append(lines, fmt.Sprintf("and %d more", len(e.Problems)-i))
			break
		}
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// problems collects what one step of loading found.
type problems []Problem

func (p *problems) add(file string, line int, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if len(text) > maxProblemText {
		text = strings.ToValidUTF8(text[:maxProblemText], "") + "…"
	}
	if len(*p) < maxProblems {
		*p = append(*p, Problem{File: file, Line: line, Text: text})
	}
}

func (p *problems) at(loc *ast.Location, format string, args ...any) {
	before := len(*p)
	p.add(loc.File, loc.Row, format, args...)
	if len(*p) > before {
		(*p)[before].Column = loc.Col
	}
}

// of says which check found those that no check has claimed yet.
func (p problems) of(rule string) {
	for i := range p {
		p[i].Rule = cmp.Or(p[i].Rule, rule)
	}
}

// addOPA takes over the errors of OPA's parser or compiler.
func (p *problems) addOPA(err error, file string) {
	var list ast.Errors
	var single *ast.Error
	switch {
	case errors.As(err, &list):
	case errors.As(err, &single):
		list = ast.Errors{single}
	default:
		p.add(file, 0, "%v", err)
		return
	}
	for _, e := range list {
		if e.Location == nil {
			p.add(file, 0, "%s", e.Message)
			continue
		}
		file = e.Location.File
		p.at(e.Location, "%s", e.Message)
	}
}

// FromOPA are the problems in an error of OPA's parser or compiler; those
// without a place are of the file.
func FromOPA(err error, file string) []Problem {
	var found problems
	found.addOPA(err, file)
	return found
}

// err is nil when nothing was found.
func (p problems) err() error {
	if len(p) == 0 {
		return nil
	}
	sorted := slices.Clone(p)
	slices.SortFunc(sorted, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Text, b.Text))
	})
	return &LoadError{Problems: slices.Compact(sorted)}
}
