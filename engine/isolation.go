package engine

import (
	"context"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// Isolation has policies evaluated in another process. The zero value has none.
type Isolation struct {
	// Run carries a request to a process that can be killed and brings its
	// answer back; isolate.Runner makes one. What it brings is checked like any
	// other input, and where it errs nothing is decided.
	Run func(ctx context.Context, request []byte) (answer []byte, err error)
	// Everything has the built-in requirements evaluated there too; otherwise
	// only the policies that WithPolicies adds are.
	Everything bool
}

// WithIsolation has added policies parsed, compiled and evaluated in a process
// of their own. Reports and errors are the same bytes as without it. Without
// it, a pack that never ends, or that takes all memory, does so in this
// process: the limits of package evidence bound bundles, not policies.
func WithIsolation(i Isolation) Option {
	return func(o *options) error {
		o.isolation = i
		return nil
	}
}

func (i Isolation) load(ctx context.Context, packs []policy.Pack) (*policy.Library, error) {
	if i.Run == nil || len(packs) == 1 && !i.Everything {
		return policy.Load(ctx, packs)
	}
	return policy.LoadIsolated(ctx, packs, policy.Isolation{Run: i.Run, Everything: i.Everything})
}
