package policy

import (
	"context"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
)

// store reads base data from the transaction itself: values that OPA takes
// without conversion, sets included, and that are never changed, so that any
// number of evaluations run at once over one catalogue.
type store struct {
	storage.PolicyNotSupported
	storage.TriggersNotSupported
	storage.WritesNotSupported
}

// base is the base data of one evaluation: the catalogue and, for the decision,
// the results of requirements.
type base struct {
	catalogue *described
	results   ast.Object // nil where the requirements' own rules stand
}

// ID satisfies storage.Transaction; nothing tells transactions apart by it.
func (base) ID() uint64 { return 0 }

func (store) NewTransaction(context.Context, ...storage.TransactionParams) (storage.Transaction, error) {
	return base{catalogue: &described{whole: func() (*ast.Term, error) { return ast.ObjectTerm(), nil }}}, nil
}

func (store) Read(_ context.Context, txn storage.Transaction, path storage.Path) (any, error) {
	b := txn.(base)
	var v ast.Value
	var err error
	switch {
	case len(path) < 2:
		if v, err = b.whole(); err == nil {
			v = below(v, path)
		}
	case path[0] == "bidgate" && path[1] == "catalog":
		v, err = b.catalogue.read(path[2:])
	case path[0] == "bidgate" && path[1] == tableFolder && b.catalogue.tables != nil:
		v = below(b.catalogue.tables, path[2:])
	case path[0] == "bidgate" && path[1] == "requirement" && b.results != nil:
		v = below(b.results, path[2:])
	}
	switch {
	case err != nil:
		return nil, err
	case v == nil:
		return nil, &storage.Error{Code: storage.NotFoundErr}
	}
	return v, nil
}

// whole is all of the base data.
func (b base) whole() (ast.Value, error) {
	catalogue, err := b.catalogue.read(nil)
	if err != nil {
		return nil, err
	}
	items := [][2]*ast.Term{ast.Item(ast.StringTerm("catalog"), ast.NewTerm(catalogue))}
	if b.catalogue.tables != nil && b.catalogue.tables.Len() > 0 {
		items = append(items, ast.Item(ast.StringTerm(tableFolder), ast.NewTerm(b.catalogue.tables)))
	}
	if b.results != nil {
		items = append(items, ast.Item(ast.StringTerm("requirement"), ast.NewTerm(b.results)))
	}
	return ast.NewObject(ast.Item(ast.StringTerm("bidgate"), ast.ObjectTerm(items...))), nil
}

// below is what stands at a path in a value; nil is nothing.
func below(v ast.Value, path []string) ast.Value {
	for _, step := range path {
		next := child(v, step)
		if next == nil {
			return nil
		}
		v = next.Value
	}
	return v
}

func child(v ast.Value, step string) *ast.Term {
	switch v := v.(type) {
	case ast.Object:
		return v.Get(ast.StringTerm(step))
	case *ast.Array:
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < v.Len() {
			return v.Elem(i)
		}
	case ast.Set:
		if member := ast.StringTerm(step); v.Contains(member) {
			return member
		}
	}
	return nil
}

func (store) Commit(context.Context, storage.Transaction) error { return nil }

func (store) Abort(context.Context, storage.Transaction) {}

func (store) Truncate(context.Context, storage.Transaction, storage.TransactionParams, storage.Iterator) error {
	return &storage.Error{Code: storage.WritesNotSupportedErr}
}
