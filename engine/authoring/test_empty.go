package authoring

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// onNothing are the requirements of the tree that would pass without any
// evidence: their basis holds where no document was sent. Parameters have their
// defaults. It reads the compiler of a run that has ended.
func (t *testRun) onNothing(ctx context.Context) ([]Failure, error) {
	ids := t.own()
	if len(ids) == 0 {
		return nil, nil
	}
	empty, err := t.value(ctx, "data.bidgate.lib.testing.bundle_input(input)", map[string]any{"parameters": t.library.Catalogue().Defaults()})
	if err != nil {
		return nil, err
	}
	var found []Failure
	for _, id := range ids {
		basis, err := t.value(ctx, "data.bidgate.requirement."+id+".basis", empty)
		if err != nil {
			return nil, err
		}
		if rows, ok := basis.([]any); ok && len(rows) > 0 {
			m := t.module(id)
			found = append(found, Failure{
				Test: "bidgate.requirement." + id, File: m.Package.Location.File, Line: m.Package.Location.Row, Read: []string{},
				Text: fmt.Sprintf("it is met where no document was sent (%s); let its basis name what was found", ast.MustInterfaceToValue(rows[0])),
			})
		}
	}
	return found, nil
}

// own are the ids of the tree's own requirements that have rules.
func (t *testRun) own() []string {
	var ids []string
	for _, id := range t.library.Catalogue().IDs() {
		if t.module(id) != nil && len(t.library.Catalogue().Requirement(id).ComposedOf) == 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// module is that of a requirement of the tree, or nil.
func (t *testRun) module(id string) *ast.Module {
	for _, f := range t.files {
		m := t.modules[f.name]
		if m != nil && !f.test() && m.Package.Path.String() == "data.bidgate.requirement."+id {
			return m
		}
	}
	return nil
}

// value is that of a reference or call; nil where it is undefined.
func (t *testRun) value(ctx context.Context, query string, input any) (any, error) {
	found, err := rego.New(rego.Compiler(t.compiler), rego.Store(t.store), rego.Query(query), rego.Input(input)).Eval(ctx)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0].Expressions[0].Value, nil
}
