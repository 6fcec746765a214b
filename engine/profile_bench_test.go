package engine

import (
	"context"
	"os"
	"testing"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/tender"
)

// wholeCase is a bid with an SBOM of 311 components, a threat model, a
// declaration and the documents that they name.
const wholeCase = "../fixtures/edk2-meets/bundle"

// profiles runs a benchmark for each built-in profile.
func profiles(b *testing.B, run func(b *testing.B, id string)) {
	b.Helper()
	for _, id := range Compiled(b).Profiles() {
		b.Run(id, func(b *testing.B) { run(b, id) })
	}
}

// BenchmarkProfileCompile is what a program waits for before its first
// decision: the library is loaded and checked, and what the profile selects is
// compiled.
func BenchmarkProfileCompile(b *testing.B) {
	profiles(b, func(b *testing.B, id string) {
		b.ReportAllocs()
		for b.Loop() {
			e, err := New(context.Background())
			if err != nil {
				b.Fatal(err)
			}
			if err := e.library.Prepare(selected(b, e, id).choice.IDs); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkProfileEvaluate is the evaluation of a whole bid: every requirement
// that the profile selects, and the decision.
func BenchmarkProfileEvaluate(b *testing.B) {
	profiles(b, func(b *testing.B, id string) {
		e := Compiled(b)
		c := selected(b, e, id)
		encoded := encodedCase(b, c)
		b.ReportAllocs()
		for b.Loop() {
			in, err := policy.ParseInput(encoded)
			if err != nil {
				b.Fatal(err)
			}
			results, err := e.library.Results(context.Background(), c.choice.IDs, in, 2)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := e.library.Decide(context.Background(), in, results); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(c.choice.IDs)), "requirements")
	})
}

// selected is a screening by the profile before anything is read.
func selected(b *testing.B, e *Engine, id string) *screening {
	b.Helper()
	p, err := e.Profile(id)
	if err != nil {
		b.Fatal(err)
	}
	choice, err := e.library.Catalogue().Select([]*tender.Profile{p}, nil)
	if err != nil {
		b.Fatal(err)
	}
	return &screening{engine: e, Screening: Screening{Profile: p, AsOf: "2026-11-21"}, choice: choice}
}

// encodedCase reads the whole case into the input that the profile needs.
func encodedCase(b *testing.B, c *screening) []byte {
	b.Helper()
	bundle, err := evidence.OpenFS(os.DirFS(wholeCase), evidence.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	c.dossier = evidence.Read(bundle)
	day, err := dayOf(c.AsOf)
	if err != nil {
		b.Fatal(err)
	}
	c.fill(day)
	keys := c.engine.library.InputKeys(c.choice.IDs)
	for key := range c.engine.library.DecisionKeys() {
		keys[key] = true
	}
	encoded, err := c.input.encode(keys)
	if err != nil {
		b.Fatal(err)
	}
	return encoded
}
