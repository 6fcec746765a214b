package authoring

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/util"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// TestReport is what the tests of a tree showed.
type TestReport struct {
	Tests    int        `json:"tests"`    // that were found
	Failures []Failure  `json:"failures"` // in order of file and line; one a test
	Coverage []Coverage `json:"coverage"` // of every Rego file of the tree, tests too, in order
}

// Failure is one test that did not pass.
type Failure struct {
	Test string `json:"test"` // package, without data, and rule
	File string `json:"file"`
	Line int    `json:"line"` // of the expression that was not true, else of the test
	Text string `json:"text"` // what went wrong
	// Excerpt is that expression with the values of its variables, and Output
	// what the test printed; lines without a last newline, or "".
	Excerpt string `json:"excerpt"`
	Output  string `json:"output"`
	// Read are the paths of the input that the policies read last before they
	// gave up, deepest first; at most maxRead.
	Read []string `json:"read"`
}

// maxTest bounds the time of one test: policies are small, and one that runs
// longer never ends.
const maxTest = time.Minute

// Test runs the rules of the tree's *_test.rego files, with the built-in
// helpers (bidgate.lib, with bidgate.lib.testing to build inputs) beside the
// tree. A test that is undefined, false, in error, longer than a minute or
// left out by its name (todo_test_) is a failure, and so is a requirement of a
// pack whose basis holds where no document was sent.
func Test(ctx context.Context, tree fs.FS, o Options) (*TestReport, error) {
	run, err := o.prepare(ctx, tree)
	if err != nil {
		return nil, err
	}
	covered := cover.New()
	runner := run.runner().SetModules(run.modules).SetCoverageQueryTracer(covered).SetCoverageRuns(nil)
	report := &TestReport{Failures: []Failure{}}
	traced := map[string]int{} // failures to look into, by test
	err = run.each(ctx, runner, func(r *tester.Result) {
		report.Tests++
		if failure, failed := failureOf(r); failed {
			if r.Fail && r.Error == nil {
				traced[testName(r)] = len(report.Failures)
			}
			report.Failures = append(report.Failures, failure)
		}
	})
	if err != nil {
		return nil, err
	}
	if err := run.explain(ctx, report.Failures, traced); err != nil {
		return nil, err
	}
	if !o.BuiltIn { // which has tests of its own for this
		vacuous, err := run.onNothing(ctx)
		if err != nil {
			return nil, err
		}
		report.Failures = append(report.Failures, vacuous...)
	}
	slices.SortFunc(report.Failures, func(a, b Failure) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Test, b.Test))
	})
	report.Coverage = coverage(run.files, covered.Report(run.modules))
	return report, nil
}

// testRun is a tree made ready for its tests.
type testRun struct {
	files    []file
	modules  map[string]*ast.Module // with the helpers
	compiler *ast.Compiler          // without the schema, which refuses inputs that tests make
	store    storage.Store
	library  *policy.Library
}

func (o Options) prepare(ctx context.Context, tree fs.FS) (*testRun, error) {
	files, err := o.files(tree)
	if err != nil {
		return nil, err
	}
	library, err := policy.Load(ctx, o.packs(tree))
	if err != nil {
		return nil, err
	}
	modules, err := o.modules(files)
	if err != nil {
		return nil, err
	}
	data, err := baseData(library)
	if err != nil {
		return nil, err
	}
	return &testRun{
		files:    files,
		modules:  modules,
		compiler: ast.NewCompiler().WithCapabilities(testCapabilities()).WithEnablePrintStatements(true),
		store:    inmem.NewFromObject(data),
		library:  library,
	}, nil
}

// baseData is the catalogue, and the tables of packs, as requirements and tests
// see them.
func baseData(library *policy.Library) (map[string]any, error) {
	text, err := library.Catalogue().JSON()
	if err != nil {
		return nil, err
	}
	var catalogue any
	if err := util.Unmarshal(text, &catalogue); err != nil {
		return nil, err
	}
	tables, err := library.Tables()
	if err != nil {
		return nil, err
	}
	return map[string]any{"bidgate": map[string]any{"catalog": catalogue, "table": tables}}, nil
}

func (t *testRun) runner() *tester.Runner {
	return tester.NewRunner().SetCompiler(t.compiler).SetStore(t.store).
		SetTimeout(maxTest).RaiseBuiltinErrors(true).SetParallel(runtime.GOMAXPROCS(0))
}

// each runs the tests; results come in no order, one at a time.
func (t *testRun) each(ctx context.Context, runner *tester.Runner, visit func(*tester.Result)) error {
	err := storage.Txn(ctx, t.store, storage.TransactionParams{}, func(txn storage.Transaction) error {
		results, err := runner.RunTests(ctx, txn)
		if err != nil {
			return &policy.LoadError{Problems: policy.FromOPA(err, "")}
		}
		for r := range results {
			visit(r)
		}
		return nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func testName(r *tester.Result) string {
	return strings.TrimPrefix(r.Package, "data.") + "." + r.Name
}

// failureOf says what is wrong with a result, if anything.
func failureOf(r *tester.Result) (Failure, bool) {
	f := Failure{Test: testName(r), Read: []string{}, Output: strings.TrimRight(string(r.Output), "\n")}
	if r.Location != nil {
		f.File, f.Line = r.Location.File, r.Location.Row
	}
	var raised *topdown.Error
	switch {
	case errors.As(r.Error, &raised) && raised.Location != nil:
		f.File, f.Line, f.Text = raised.Location.File, raised.Location.Row, "stopped: "+raised.Message
	case r.Error != nil:
		f.Text = "stopped: " + r.Error.Error()
	case r.Skip:
		f.Text = "is left out by its name; begin the name with test_ or remove it"
	case r.Fail:
		f.Text = "is not true"
	default:
		return Failure{}, false
	}
	return f, true
}
