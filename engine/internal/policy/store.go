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

// base is the base data of one evaluation.
type base struct {
	data ast.Object
}

// ID satisfies storage.Transaction; nothing tells transactions apart by it.
func (base) ID() uint64 { return 0 }

func (store) NewTransaction(context.Context, ...storage.TransactionParams) (storage.Transaction, error) {
	return base{data: ast.NewObject()}, nil
}

func (store) Read(_ context.Context, txn storage.Transaction, path storage.Path) (any, error) {
	var at ast.Value = txn.(base).data
	for _, step := range path {
		next := child(at, step)
		if next == nil {
			return nil, &storage.Error{Code: storage.NotFoundErr}
		}
		at = next.Value
	}
	return at, nil
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
