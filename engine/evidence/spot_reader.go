package evidence

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// spotReader turns values of a gated tree into fields and collects what is
// wrong with them, for documents that are no form of ours: a value of another
// type or form than its format asks for is invalid and told.
type spotReader struct {
	limits   Limits
	problems []Problem
	dropped  int
}

// problem tells what is wrong at a place, up to the bound on problems.
func (r *spotReader) problem(code string, at spot, format string, args ...any) {
	if len(r.problems) >= r.limits.MaxProblems {
		r.dropped++
		return
	}
	r.problems = append(r.problems, problemAt(code, at.at, at.n, format, args...))
}

// result is the problems; where there are more than the bound, the last says so.
func (r *spotReader) result() []Problem {
	if r.dropped > 0 {
		all := fmt.Sprintf("the number of problems, %d,", len(r.problems)+r.dropped)
		r.problems = append(r.problems, *limitProblem("MaxProblems", r.limits.MaxProblems, all, Position{}))
	}
	return r.problems
}

// text reads a text, or a number as it is written.
func (r *spotReader) text(s spot) Text {
	switch {
	case !s.there():
		return Text{State: Absent}
	case s.n.kind != stringNode && s.n.kind != numberNode:
		r.problem(codeWrongType, s, "this must be a text; write it as one")
		return Text{State: Invalid}
	}
	return statedText(s.n.text)
}

// date reads a calendar date or a date-time.
func (r *spotReader) date(s spot) Date {
	t := r.text(s)
	if t.State != Stated {
		return Date{State: t.State}
	}
	day, ok := parseTimestamp(t.Value)
	if !ok {
		day, ok = parseDay(t.Value)
	}
	if !ok {
		r.problem(codeBadDate, s, "%s is not a date; write it as year, month and day, such as \"2026-09-14\"", quoted(t.Value))
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

// flag reads a truth value.
func (r *spotReader) flag(s spot) Flag {
	switch {
	case !s.there():
		return Flag{State: Absent}
	case s.n.kind != boolNode:
		r.problem(codeWrongType, s, "this must be true or false; write one of them")
		return Flag{State: Invalid}
	}
	return Flag{State: Stated, Value: s.n.text == "true"}
}

// number reads a number, also in quotes.
func (r *spotReader) number(s spot) Number {
	t := r.text(s)
	if t.State != Stated {
		return Number{State: t.State}
	}
	value, err := strconv.ParseFloat(strings.TrimSpace(t.Value), 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		r.problem(codeBadNumber, s, "%s is not a number; write one", quoted(t.Value))
		return Number{State: Invalid}
	}
	return Number{State: Stated, Value: value}
}

// entries are the items of a list; a value that is no list is told.
func (r *spotReader) entries(s spot) []spot {
	if s.there() && s.n.kind != arrayNode {
		r.problem(codeWrongType, s, "this must be a list; write it as one")
	}
	return s.list()
}

// texts reads the texts of a list; entries that say nothing are left out.
func (r *spotReader) texts(s spot) []string {
	list := []string{}
	for _, entry := range r.entries(s) {
		if t := r.text(entry); t.State == Stated {
			list = append(list, t.Value)
		}
	}
	return list
}

// object says whether an entry that must be an object is one, and tells it if not.
func (r *spotReader) object(s spot) bool {
	if s.n != nil && s.n.kind == objectNode {
		return true
	}
	r.problem(codeWrongType, s, "this must be an object with fields; write it so")
	return false
}
