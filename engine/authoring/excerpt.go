package authoring

import (
	"bytes"
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// The bounds of an excerpt: an input in it can be as large as a bundle. A
// trace is many times larger than what it shows, so only some are taken.
const (
	maxExcerpts     = 50
	maxExcerptLines = 20
	maxExcerptLine  = 200 // bytes
)

// explain runs failed tests again with a trace, which excludes coverage, and
// puts into failures where each of them stopped being true.
func (t *testRun) explain(ctx context.Context, failures []Failure, traced map[string]int) error {
	if len(traced) == 0 {
		return nil
	}
	names := slices.Sorted(maps.Keys(traced))
	names = names[:min(len(names), maxExcerpts)]
	for i, name := range names {
		names[i] = regexp.QuoteMeta("data." + name)
	}
	runner := t.runner().SetParallel(1).EnableTracing(true).Filter("^(" + strings.Join(names, "|") + ")$")
	return t.each(ctx, runner, func(r *tester.Result) {
		i, known := traced[testName(r)]
		stop := lastFail(r.Trace)
		if !known || stop == nil {
			return
		}
		failures[i].File, failures[i].Line = stop.Location.File, stop.Location.Row
		failures[i].Excerpt = excerpt(stop)
		failures[i].Read = lastRead(r.Trace)
	})
}

// maxRead bounds the paths of the input that a failure names.
const maxRead = 5

// lastRead are the paths of the input that the bodies of policies read which
// did not hold, the last one first, with the values of their variables.
func lastRead(trace []*topdown.Event) []string {
	paths := []string{}
	gaveUp := map[uint64]bool{}
	for _, e := range slices.Backward(trace) {
		if e.Location == nil || e.Location.File == "" || isTest(e.Location.File) {
			continue
		}
		if e.Op == topdown.FailOp {
			gaveUp[e.QueryID] = true
		}
		if _, expr := e.Node.(*ast.Expr); !expr || !gaveUp[e.QueryID] {
			continue
		}
		ast.WalkRefs(e.Node, func(ref ast.Ref) bool {
			if path := inputPath(e, ref); path != "" && !slices.Contains(paths, path) && len(paths) < maxRead {
				paths = append(paths, path)
			}
			return false
		})
	}
	return paths
}

// inputPath writes a reference into the input as far as its keys are known.
func inputPath(e *topdown.Event, ref ast.Ref) string {
	if !ref[0].Equal(ast.InputRootDocument) || len(ref) < 2 {
		return ""
	}
	known := ast.Ref{ref[0]}
	for _, key := range ref[1:] {
		if _, variable := key.Value.(ast.Var); variable && e.Locals != nil {
			if value := e.Locals.Get(key.Value); value != nil {
				key = ast.NewTerm(value)
			}
		}
		if !key.IsGround() {
			break
		}
		known = append(known, key)
	}
	return known.String()
}

// lastFail is the event at which evaluation gave up: the last expression that
// was not true. An every fails after the expression in it that is to blame.
func lastFail(trace []*topdown.Event) *topdown.Event {
	for _, e := range slices.Backward(trace) {
		if e.Op != topdown.FailOp || e.Location == nil || e.Location.File == "" || e.QueryID == 0 {
			continue
		}
		if expr, ok := e.Node.(*ast.Expr); ok {
			if _, every := expr.Terms.(*ast.Every); every {
				continue
			}
		}
		return e
	}
	return nil
}

func excerpt(e *topdown.Event) string {
	var b bytes.Buffer
	if err := topdown.PrettyEvent(&b, e, topdown.PrettyEventOpts{PrettyVars: true}); err != nil {
		return string(e.Location.Text)
	}
	var lines []string
	for line := range strings.Lines(b.String()) {
		if len(lines) == maxExcerptLines {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, clip(strings.TrimRight(line, " \n")))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

func clip(line string) string {
	if len(line) <= maxExcerptLine {
		return line
	}
	end := maxExcerptLine
	for end > 0 && !utf8.RuneStart(line[end]) {
		end--
	}
	return line[:end] + "…"
}
