package policy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// errUndefined: no pack has the rule decision, or it has no value for this input.
var errUndefined = errors.New("decision: data.bidgate.decision is undefined")

// Decide evaluates data.bidgate.decision with the results in the place of the
// requirements' own rules. The input's errored list must be results.Errored().
// The bytes are those that stock opa eval -f raw writes, without its newline.
func (l *Library) Decide(ctx context.Context, in Input, results Results) (json.RawMessage, error) {
	return l.decide(ctx, in, results, nil)
}

func (l *Library) decide(ctx context.Context, in Input, results Results, tracer topdown.QueryTracer) (json.RawMessage, error) {
	q, err := l.units[decisionUnit].query(decisionUnit, func(*ast.Compiler) ast.Body {
		return ast.NewBody(ast.Equality.Expr(ast.NewTerm(answer), ast.NewTerm(decisionRef)))
	})
	if err != nil {
		return nil, fmt.Errorf("decision: %w", err)
	}
	cache, known := topdown.VirtualCache(nil), true
	if q.unit.sound && tracer == nil {
		cache, known = l.memory.recall(in)
	}
	v, err := l.run(ctx, q, in, base{catalogue: l.described, results: l.said(results)}, cache, tracer)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("decision: %s", l.errorText(err))
	case v == nil:
		return nil, errUndefined
	}
	if !known {
		l.memory.keep(in, q.unit.compiler, cache)
	}
	text, err := encode(nil, v)
	if err != nil {
		return nil, fmt.Errorf("decision: %w", err)
	}
	return text, nil
}

// decisionRef is the rule that decides.
var decisionRef = dataRef("bidgate", "decision")

// said are the rules of each evaluated requirement, where stock opa would
// evaluate them.
func (l *Library) said(results Results) ast.Object {
	areas := map[string]ast.Object{}
	for _, id := range sortedKeys(results) {
		if results[id].err != "" {
			continue
		}
		q := l.catalogue.Requirement(id)
		if areas[q.Area] == nil {
			areas[q.Area] = ast.NewObject()
		}
		areas[q.Area].Insert(ast.StringTerm(q.Name), ast.NewTerm(results[id].rules))
	}
	requirement := ast.NewObject()
	for _, area := range sortedKeys(areas) {
		requirement.Insert(ast.StringTerm(area), ast.NewTerm(areas[area]))
	}
	return requirement
}
