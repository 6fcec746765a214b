package engine

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/tender"
)

// wholeCase is a bid with an SBOM of 311 components, a threat model, a
// declaration and the documents that they name.
const wholeCase = "../fixtures/edk2-meets/bundle"

// everything is the name of the profile that asks all there is.
const everything = "everything"

// profiles runs a benchmark for each built-in profile, and for everything.
func profiles(b *testing.B, run func(b *testing.B, id string)) {
	b.Helper()
	for _, id := range append(Compiled(b).Profiles(), everything) {
		b.Run(id, func(b *testing.B) { run(b, id) })
	}
}

// asksEverything is a profile that uses every area of the library.
func asksEverything(b testing.TB, e *Engine) *tender.Profile {
	b.Helper()
	var areas []string
	for _, r := range e.library.Catalogue().All() {
		areas = append(areas, r.Area)
	}
	slices.Sort(areas)
	text := "profile: 1\nid: everything\nedition: \"1\"\ntitle: Everything\nuse: [" + strings.Join(slices.Compact(areas), ", ") + "]\n"
	p, err := tender.ParseProfile(everything, []byte(text))
	if err != nil {
		b.Fatal(err)
	}
	return p
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
			in, err := e.library.ParseInput(encoded)
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
	p, chain := (*tender.Profile)(nil), []*tender.Profile{}
	if id == everything {
		p = asksEverything(b, e)
		chain = append(chain, p)
	} else {
		var err error
		if p, err = e.Profile(id); err != nil {
			b.Fatal(err)
		}
		if chain, err = e.chain(p); err != nil {
			b.Fatal(err)
		}
	}
	choice, err := e.library.Catalogue().Select(chain, nil)
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
	if err := c.fill(day); err != nil {
		b.Fatal(err)
	}
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
