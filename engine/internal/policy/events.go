package policy

import (
	"context"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// Events counts the steps of each requirement's evaluation. Unlike time, the
// count is the same on every host: tests hold cost to it.
func (l *Library) Events(ctx context.Context, ids []string, in Input) (map[string]int, error) {
	counts := map[string]int{}
	for _, id := range ids {
		var c counter
		if _, err := l.trace(ctx, []string{id}, in, 1, &c); err != nil {
			return nil, err
		}
		counts[id] = int(c)
	}
	return counts, nil
}

// counter is a tracer that keeps nothing but the number of events.
type counter int

// Enabled satisfies topdown.QueryTracer.
func (*counter) Enabled() bool { return true }

// TraceEvent satisfies topdown.QueryTracer.
func (c *counter) TraceEvent(topdown.Event) { *c++ }

// Config satisfies topdown.QueryTracer.
func (*counter) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

// DecisionEvents counts the steps of the decision over these results.
func (l *Library) DecisionEvents(ctx context.Context, in Input, results Results) (int, error) {
	var c counter
	_, err := l.decide(ctx, in, results, &c)
	return int(c), err
}
