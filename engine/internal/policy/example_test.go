package policy

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

type entry struct {
	id string
	in *ast.Term
}

// inputTracer keeps the input of every requirement whose rules are entered.
type inputTracer struct {
	seen   map[entry]bool
	inputs map[string]map[int][]ast.Object // by requirement, by hash; small changes often have the same
}

func (inputTracer) Enabled() bool               { return true }
func (inputTracer) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

func (tr inputTracer) TraceEvent(e topdown.Event) {
	rule, ok := e.Node.(*ast.Rule)
	if !ok || e.Op != topdown.EnterOp || e.Input() == nil {
		return
	}
	parts := strings.Split(rule.Module.Package.Path.String(), ".")
	in, ok := e.Input().Value.(ast.Object)
	if len(parts) != 5 || parts[2] != "requirement" || !ok {
		return
	}
	id := parts[3] + "." + parts[4]
	if tr.seen[entry{id, e.Input()}] {
		return
	}
	tr.seen[entry{id, e.Input()}] = true
	if tr.inputs[id] == nil {
		tr.inputs[id] = map[int][]ast.Object{}
	}
	alike := tr.inputs[id][in.Hash()]
	if !slices.ContainsFunc(alike, func(other ast.Object) bool { return other.Compare(in) == 0 }) {
		tr.inputs[id][in.Hash()] = append(alike, in)
	}
}

// exampleInputs runs every Rego test of a requirement and collects the inputs
// by requirement.
func exampleInputs(run runner) (map[string][]Input, error) {
	tracer := inputTracer{seen: map[entry]bool{}, inputs: map[string]map[int][]ast.Object{}}
	for _, m := range run.compiler.Modules {
		if !strings.HasPrefix(m.Package.Path.String(), "data.bidgate.requirement.") {
			continue // tests of helpers and of the decision run no requirement
		}
		for _, rule := range m.Rules {
			if strings.HasPrefix(rule.Head.Name.String(), "test_") {
				if _, err := run.value(rule.Ref().String(), tracer); err != nil {
					return nil, err
				}
			}
		}
	}
	inputs := map[string][]Input{}
	for id, found := range tracer.inputs {
		for _, hash := range slices.Sorted(maps.Keys(found)) {
			for _, in := range found[hash] {
				inputs[id] = append(inputs[id], Input{value: in})
			}
		}
	}
	return inputs, nil
}
