package policy

import (
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// The bounds of what policies may bring and say. What crosses one is refused
// in the same words wherever policies are evaluated.
const (
	maxSource       = 4 << 20   // bytes of one policy file
	maxPackFiles    = 2_000     // files of one pack
	maxPackBytes    = 32 << 20  // bytes of one pack
	maxProblems     = 1_000     // problems that one load tells of
	maxProblemText  = 2_000     // bytes of one problem's text
	maxErrorText    = 300       // characters that an error, which may quote evidence, adds to a report
	maxStatements   = 10_000    // statements of one requirement
	maxMessage      = 4_000     // bytes of one message of the catalogue
	maxText         = 64 << 10  // bytes of one text in a statement
	maxSaid         = 16 << 20  // bytes of all that one requirement says
	maxValueDepth   = 64        // depth of a statement
	maxPointedAt    = 1_000_000 // places in the evidence that the statements of one finding point at
	maxAnswerDepth  = 200       // depth of an answer from another process
	maxKeysAnswered = 64        // keys of the input that one requirement reads
)

// bounded holds what a requirement said to the bounds: the error names the one
// that is crossed, and is then the requirement's result. A requirement that
// says too much is never taken at a part of its word.
func bounded(rules ast.Object) error {
	statements, said := 0, sayings{}
	for _, name := range publicRules {
		set := rules.Get(ast.StringTerm(name))
		if set == nil {
			return fmt.Errorf("the rule %s gave no set", name)
		}
		list, ok := set.Value.(ast.Set)
		if !ok {
			return fmt.Errorf("the rule %s gave no set", name)
		}
		if statements += list.Len(); statements > maxStatements {
			return fmt.Errorf("the rules gave more than %d statements", maxStatements)
		}
		if err := list.Iter(func(t *ast.Term) error { return said.count(t.Value, 1) }); err != nil {
			return err
		}
	}
	return nil
}

// CheckPlaces turns the result of a requirement that points at nothing, or at
// more places of the evidence than anyone can mean, into an error; the others
// stand. What count says of a path is the number of places that it stands for,
// or why it leads nowhere.
func (r Results) CheckPlaces(count func(at []any) (int, error)) {
	for id, result := range r {
		if result.err != "" {
			continue
		}
		if err := checkPlaces(result.rules, count); err != nil {
			r[id] = Result{err: firstLine(err.Error())}
		}
	}
}

// checkPlaces counts the places of the member with most of them, until there
// are too many.
func checkPlaces(rules ast.Object, count func(at []any) (int, error)) error {
	byMember := map[string]int{}
	each := func(t *ast.Term) error {
		s, ok := t.Value.(ast.Object)
		if !ok {
			return nil // the decision says so
		}
		at := s.Get(ast.StringTerm("at"))
		if at == nil {
			return errors.New("a statement has no at")
		}
		if _, list := at.Value.(*ast.Array); !list {
			return errors.New("the at of a statement is not a list")
		}
		plain, err := ast.JSON(at.Value)
		if err != nil {
			return err
		}
		path, _ := plain.([]any)
		member := ""
		if m := s.Get(ast.StringTerm("member")); m != nil {
			member = m.String()
		}
		places, err := count(path)
		if err != nil {
			return fmt.Errorf("a statement points at something that is not in the evidence: %w", err)
		}
		if byMember[member] += places; byMember[member] > maxPointedAt {
			return fmt.Errorf("the rules point at more than %d places of the evidence", maxPointedAt)
		}
		return nil
	}
	for _, name := range publicRules {
		if set, ok := rules.Get(ast.StringTerm(name)).Value.(ast.Set); ok {
			if err := set.Iter(each); err != nil {
				return err
			}
		}
	}
	return nil
}

// sayings counts the size of what was said.
type sayings struct {
	bytes int
}

func (s *sayings) count(v ast.Value, depth int) error {
	s.bytes += 8 // of any value, so that many small ones count too
	each := func(t *ast.Term) error { return s.count(t.Value, depth+1) }
	var err error
	switch v := v.(type) {
	case ast.String:
		s.bytes += len(v)
		if len(v) > maxText {
			return fmt.Errorf("the rules gave a text of more than %d bytes", maxText)
		}
	case ast.Number:
		s.bytes += len(v)
		if len(v) > maxText {
			return fmt.Errorf("the rules gave a number of more than %d digits", maxText)
		}
	case *ast.Array:
		err = v.Iter(each)
	case ast.Set:
		err = v.Iter(each)
	case ast.Object:
		err = v.Iter(func(k, value *ast.Term) error {
			if err := each(k); err != nil {
				return err
			}
			return each(value)
		})
	}
	switch {
	case err != nil:
		return err
	case depth > maxValueDepth:
		return fmt.Errorf("the rules gave a value deeper than %d", maxValueDepth)
	case s.bytes > maxSaid:
		return fmt.Errorf("the rules gave more than %d bytes", maxSaid)
	}
	return nil
}
