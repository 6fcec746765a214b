package policy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// publicRules are the rules of a requirement that count.
var publicRules = []string{"violation", "basis", "review", "not_applicable"}

// publicNames are publicRules as policies see them.
var publicNames = []*ast.Term{ast.StringTerm("violation"), ast.StringTerm("basis"), ast.StringTerm("review"), ast.StringTerm("not_applicable")}

// Result is what one requirement said. Exactly one of its fields is set.
type Result struct {
	rules ast.Object // the public rules and their sets
	err   string     // why it could not be evaluated
}

// Results are the results of a selection, by requirement id.
type Results map[string]Result

// Errored lists the requirements that could not be evaluated, in order.
func (r Results) Errored() []string {
	ids := []string{}
	for id, result := range r {
		if result.err != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Error says why a requirement could not be evaluated; "" when it could.
func (r Results) Error(id string) string { return r[id].err }

// query is a query as OPA's compiler leaves one, with what it is asked of.
type query struct {
	body ast.Body
	unit *unit
}

// answer is the variable that queries bind.
const answer = ast.Var("answer")

// Prepare compiles what the evaluation of these requirements and of the
// decision needs; without it the first screening does. The error names an id
// that is not in the library.
func (l *Library) Prepare(ids []string) error {
	near := make([]string, 0, len(ids))
	for _, id := range ids {
		if !l.catalogue.Has(id) {
			return fmt.Errorf("requirement %q is not in the library; policy list shows those that are", id)
		}
		if !l.far.evaluates(id) {
			near = append(near, id)
		}
	}
	l.compile(near)
	errs := make([]error, len(near))
	inParallel(runtime.GOMAXPROCS(0), len(near), func(i int) { _, errs[i] = l.query(near[i]) })
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// PrepareDecision compiles what the decision needs, which is the same for every
// selection; without it Prepare does.
func (l *Library) PrepareDecision() { l.units[decisionUnit].compile() }

// compile compiles what these requirements and the decision compile with.
func (l *Library) compile(ids []string) {
	units := append(l.unitsOf(ids), l.units[decisionUnit])
	inParallel(runtime.GOMAXPROCS(0), len(units), func(i int) { units[i].compile() })
}

// query gives the strict query for one requirement: its public rules and
// nothing else, so that private rules run only where they are used. It is of the
// form that compiling gives it, a variable for each rule and then the object of
// them, so that it needs no compiling: that was 27 of the 195 thousand allocations
// before a first decision (BenchmarkProfileCompile/baseline).
func (l *Library) query(id string) (*query, error) {
	q := l.catalogue.Requirement(id)
	return l.unit(id).query(id, func(c *ast.Compiler) ast.Body {
		items := make([][2]*ast.Term, len(publicRules))
		var body ast.Body
		of := requirementRef(q)
		for i, name := range publicRules {
			value := ast.SetTerm()
			if ref := of.Append(publicNames[i]); len(c.GetRulesExact(ref)) > 0 {
				value = ast.VarTerm("said_" + name)
				body.Append(ast.Equality.Expr(value, ast.NewTerm(ref)))
			}
			items[i] = ast.Item(publicNames[i], value)
		}
		body.Append(ast.Equality.Expr(ast.NewTerm(answer), ast.ObjectTerm(items...)))
		return body
	})
}

// requirementRef is the package of a requirement.
func requirementRef(q Requirement) ast.Ref {
	return dataRef("bidgate", "requirement", q.Area, q.Name)
}

func dataRef(steps ...string) ast.Ref {
	ref := make(ast.Ref, 1, len(steps)+1)
	ref[0] = ast.DefaultRootDocument
	for _, step := range steps {
		ref = append(ref, ast.InternedTerm(step))
	}
	return ref
}

// Results evaluates each of the requirements alone over one shared input, on
// as many goroutines as workers says. The error is the context's, or names an
// id that is not in the library.
func (l *Library) Results(ctx context.Context, ids []string, in Input, workers int) (Results, error) {
	var near, far []string
	for _, id := range ids {
		if l.far.evaluates(id) {
			far = append(far, id)
		} else {
			near = append(near, id)
		}
	}
	results, err := l.trace(ctx, near, in, workers, nil)
	if err != nil || len(far) == 0 {
		return results, err
	}
	others, err := l.far.results(ctx, far, in)
	if err != nil {
		return nil, err
	}
	maps.Copy(results, others)
	return results, nil
}

func (l *Library) trace(ctx context.Context, ids []string, in Input, workers int, tracer topdown.QueryTracer) (Results, error) {
	if err := l.Prepare(ids); err != nil {
		return nil, err
	}
	results := make([]Result, len(ids))
	errs := make([]error, len(ids))
	caches := share(workers, in, tracer)
	inParallel(workers, len(ids), func(i int) {
		if ctx.Err() == nil {
			cache := caches.take()
			results[i], errs[i] = l.result(ctx, ids[i], in, cache, tracer)
			caches.back(cache, errs[i] == nil && results[i].err == "")
		}
	})
	if err := errors.Join(ctx.Err(), errors.Join(errs...)); err != nil {
		return nil, err
	}
	byID := make(Results, len(ids))
	for i, id := range ids {
		byID[id] = results[i]
	}
	return byID, nil
}

func (l *Library) result(ctx context.Context, id string, in Input, cache topdown.VirtualCache, tracer topdown.QueryTracer) (Result, error) {
	q, err := l.query(id)
	if err != nil {
		return Result{}, err
	}
	v, err := l.run(ctx, q, in, base{catalogue: l.described}, cache, tracer)
	switch {
	case ctx.Err() != nil:
		return Result{}, ctx.Err()
	case err != nil:
		return Result{err: l.errorText(err)}, nil
	case v == nil:
		return Result{err: "the rules gave no result"}, nil
	}
	rules, _ := v.(ast.Object)
	if err := bounded(rules); err != nil {
		return Result{err: err.Error()}, nil
	}
	return Result{rules: rules}, nil
}

// run evaluates a query; the value is nil when it is undefined. The cache of
// rules may hold some that were evaluated before, and may be nil. A panic below
// is an error.
func (l *Library) run(ctx context.Context, q *query, in Input, data base, cache topdown.VirtualCache, tracer topdown.QueryTracer) (v ast.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			v, err = nil, brokeDown("evaluation", p)
		}
	}()
	cancel := topdown.NewCancel()
	stop := context.AfterFunc(ctx, cancel.Cancel)
	defer stop()
	eval := topdown.NewQuery(q.body).
		WithCompiler(q.unit.compiler).
		WithStore(store{}).
		WithTransaction(data).
		WithInput(ast.NewTerm(in.value)).
		WithCancel(cancel).
		WithMetrics(metrics.NoOp()).
		WithStrictBuiltinErrors(true).
		WithTime(time.Unix(0, 0).UTC()).
		WithSeed(bytes.NewReader(make([]byte, 64)))
	if cache != nil {
		eval = eval.WithVirtualCache(cache)
	}
	if tracer != nil {
		eval = eval.WithQueryTracer(tracer)
	}
	err = eval.Iter(ctx, func(result topdown.QueryResult) error {
		v = result[answer].Value
		return nil
	})
	if err != nil {
		return nil, err
	}
	return v, nil
}

// errorText is the same on every host: the first line, with files named by
// their place in the exported bundle.
func (l *Library) errorText(err error) string {
	var e *topdown.Error
	if !errors.As(err, &e) {
		return firstLine(err.Error())
	}
	if e.Location == nil {
		return firstLine(e.Message)
	}
	file := e.Location.File
	for _, m := range l.modules {
		if m.source.name == file {
			file = m.canonical()
		}
	}
	return fmt.Sprintf("%s:%d: %s", file, e.Location.Row, firstLine(e.Message))
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	line = strings.TrimSuffix(line, ":")
	if runes := []rune(line); len(runes) > maxErrorText {
		line = string(runes[:maxErrorText]) + "…"
	}
	return line
}
