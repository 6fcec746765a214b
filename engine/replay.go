package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// PolicyDigest names all loaded policy sources, as reports name them.
func (e *Engine) PolicyDigest() string { return e.library.Digest() }

// Replay decides an exported input again with the loaded policies and gives
// the decision, as Screen gives it. It replays the judgement alone: that the
// input is a true reading of the bundle is not looked at. An error is that of
// the context, or says that the input is not one of these policies.
func (e *Engine) Replay(ctx context.Context, input []byte) ([]byte, error) {
	return within(ctx, "the replay", func() ([]byte, error) {
		in, err := policy.ParseInput(input)
		if err != nil {
			return nil, err
		}
		ids, err := e.selected(input)
		if err != nil {
			return nil, err
		}
		results, err := e.library.Results(ctx, ids, in, runtime.GOMAXPROCS(0))
		if err != nil {
			return nil, err
		}
		decision, err := e.library.Decide(ctx, in, results)
		if err != nil {
			return nil, err
		}
		return append(decision, '\n'), nil
	})
}

// selected are the requirements with rules that an input asks for, in order.
func (e *Engine) selected(input []byte) ([]string, error) {
	var read struct {
		Profile policy.Selection `json:"profile"`
	}
	if err := json.Unmarshal(input, &read); err != nil {
		return nil, fmt.Errorf("input: the profile cannot be read: %w", err)
	}
	catalogue := e.library.Catalogue()
	ids := []string{}
	for _, chosen := range read.Profile.Requirements {
		if !catalogue.Has(chosen.Requirement) {
			return nil, fmt.Errorf("input: there is no requirement %q in these policies", chosen.Requirement)
		}
		if len(catalogue.Requirement(chosen.Requirement).ComposedOf) == 0 {
			ids = append(ids, chosen.Requirement)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
