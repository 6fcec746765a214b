package policies_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/util"
)

// TestRego does what `opa check --strict -s schema/input.json`, `opa fmt` and
// `opa test --coverage` do, so that one command holds the whole tree to them.
func TestRego(t *testing.T) {
	modules := parse(t)
	compiler := ast.NewCompiler().WithStrict(true).WithSchemas(inputSchema(t))
	if compiler.Compile(maps.Clone(modules)); compiler.Failed() {
		t.Fatal(compiler.Errors)
	}
	// A compiler that knows the schema refuses `with input as`, which the tests need.
	covered := cover.New()
	store := inmem.NewFromObject(catalogue(t))
	err := storage.Txn(t.Context(), store, storage.TransactionParams{}, func(txn storage.Transaction) error {
		results, err := tester.NewRunner().SetStore(store).SetModules(modules).
			SetCoverageQueryTracer(covered).RaiseBuiltinErrors(true).RunTests(t.Context(), txn)
		if err != nil {
			return err
		}
		ran := 0
		for r := range results {
			ran++
			if r.Fail || r.Error != nil || r.Skip {
				t.Errorf("%s: %s.%s failed: %v", r.Location, r.Package, r.Name, r.Error)
			}
		}
		if ran == 0 {
			t.Error("no Rego test ran")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	report := covered.Report(modules)
	for _, name := range slices.Sorted(maps.Keys(report.Files)) {
		for _, lines := range report.Files[name].NotCovered {
			t.Errorf("%s:%d: no test reaches this rule", name, lines.Start.Row)
		}
	}
}

// TestRegoIsFormatted holds every file to opa fmt.
func TestRegoIsFormatted(t *testing.T) {
	eachRego(t, func(name string, source []byte) {
		formatted, err := format.Source(name, source)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(formatted, source) {
			t.Errorf("%s is not formatted; run make fmt", name)
		}
	})
}

func parse(t *testing.T) map[string]*ast.Module {
	t.Helper()
	modules := map[string]*ast.Module{}
	eachRego(t, func(name string, source []byte) {
		m, err := ast.ParseModuleWithOpts(name, string(source), ast.ParserOptions{ProcessAnnotation: true})
		if err != nil {
			t.Fatal(err)
		}
		modules[name] = m
	})
	return modules
}

func eachRego(t *testing.T, do func(name string, source []byte)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("."), "bidgate", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".rego") {
			return err
		}
		source, err := os.ReadFile(name)
		if err == nil {
			do(name, source)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func inputSchema(t *testing.T) *ast.SchemaSet {
	t.Helper()
	var raw any
	read(t, "schema/input.json", func(text []byte) error { return util.Unmarshal(text, &raw) })
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, raw)
	return schemas
}

func catalogue(t *testing.T) map[string]any {
	t.Helper()
	var catalog any
	read(t, "bidgate/catalog/data.json", func(text []byte) error { return json.Unmarshal(text, &catalog) })
	return map[string]any{"bidgate": map[string]any{"catalog": catalog}}
}

func read(t *testing.T, name string, decode func([]byte) error) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err == nil {
		err = decode(text)
	}
	if err != nil {
		t.Fatal(err)
	}
}
