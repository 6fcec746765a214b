package policy

import (
	"context"
	"io/fs"
	"path"
	"sync"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/bidgate/bidgate/policies"
)

// What tests over the whole library share is made once: loading, compiling all
// Rego tests and running them cost more than most of what is then looked at.
// None of it changes.
var (
	sharedLibrary = sync.OnceValues(func() (*Library, error) {
		return Load(context.Background(), []Pack{{BuiltIn: true, FS: policies.FS}})
	})
	sharedRunner = sync.OnceValues(func() (runner, error) {
		lib, err := sharedLibrary()
		if err != nil {
			return runner{}, err
		}
		c, err := compileWithTests()
		return runner{compiler: c, data: base{catalogue: lib.described}}, err
	})
	sharedExamples = sync.OnceValues(func() (map[string][]Input, error) {
		run, err := sharedRunner()
		if err != nil {
			return nil, err
		}
		return exampleInputs(run)
	})
)

// wholeLibrary is the built-in library, with the inputs of its Rego tests by
// requirement.
func wholeLibrary(t *testing.T) (*Library, map[string][]Input) {
	t.Helper()
	lib, err := sharedLibrary()
	if err != nil {
		t.Fatal(err)
	}
	inputs, err := sharedExamples()
	if err != nil {
		t.Fatal(err)
	}
	return lib, inputs
}

// compileWithTests compiles every module of the built-in tree, tests included.
func compileWithTests() (*ast.Compiler, error) {
	modules := map[string]*ast.Module{}
	err := fs.WalkDir(policies.FS, "bidgate", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".rego" {
			return err
		}
		text, err := fs.ReadFile(policies.FS, name)
		if err != nil {
			return err
		}
		modules[name], err = ast.ParseModule(name, string(text))
		return err
	})
	if err != nil {
		return nil, err
	}
	c := ast.NewCompiler()
	if c.Compile(modules); c.Failed() {
		return nil, c.Errors
	}
	return c, nil
}

// runner evaluates terms over all modules, tests included.
type runner struct {
	compiler *ast.Compiler
	data     base
}

// given is the value of a reference or call over the whole library.
func given(t *testing.T, text string) ast.Value {
	t.Helper()
	run, err := sharedRunner()
	if err != nil {
		t.Fatal(err)
	}
	v, err := run.value(text, nil)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// value is that of a reference or call; nil when it is undefined.
func (r runner) value(text string, tracer topdown.QueryTracer) (ast.Value, error) {
	body, err := r.compiler.QueryCompiler().Compile(ast.MustParseBody("answer = " + text))
	if err != nil {
		return nil, err
	}
	q := topdown.NewQuery(body).WithCompiler(r.compiler).WithStore(store{}).WithTransaction(r.data)
	if tracer != nil {
		q = q.WithQueryTracer(tracer)
	}
	var v ast.Value
	err = q.Iter(context.Background(), func(found topdown.QueryResult) error {
		v = found[answer].Value
		return nil
	})
	return v, err
}
