package engine

import (
	"context"
	"fmt"
	"io"
	"os"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
)

// fleet is the largest real SBOM of the corpus: 15,271 components.
const fleet = "../../shared/corpus/sbom/generated-syft-lockfile-fleet.1.6.cdx.json"

// sizes are the bundles of the benchmarks, one SBOM each.
func sizes(b *testing.B, run func(b *testing.B, sbom []byte)) {
	b.Helper()
	for _, n := range []int{300, 1_000} {
		b.Run(fmt.Sprintf("components=%d", n), func(b *testing.B) { run(b, generated(n, 10)) })
	}
	b.Run("components=15271", func(b *testing.B) {
		data, err := os.ReadFile(fleet)
		if err != nil {
			b.Skip("the corpus is not beside the project")
		}
		run(b, data)
	})
}

func opened(b *testing.B, sbom []byte) *evidence.Bundle {
	b.Helper()
	bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: sbom}}, evidence.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	return bundle
}

// BenchmarkScreen is the whole of Screen with the profile baseline.
func BenchmarkScreen(b *testing.B) {
	e := Compiled(b)
	p, err := e.Profile("baseline")
	if err != nil {
		b.Fatal(err)
	}
	sizes(b, func(b *testing.B, sbom []byte) {
		bundle := opened(b, sbom)
		b.SetBytes(int64(len(sbom)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := e.Screen(context.Background(), bundle, Screening{Profile: p, AsOf: "2026-11-21"}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRead is the part of Screen that reads and measures.
func BenchmarkRead(b *testing.B) {
	sizes(b, func(b *testing.B, sbom []byte) {
		bundle := opened(b, sbom)
		b.SetBytes(int64(len(sbom)))
		b.ReportAllocs()
		for b.Loop() {
			evidence.Read(bundle)
		}
	})
}

// BenchmarkEvaluate is the part that evaluates the requirements and decides.
func BenchmarkEvaluate(b *testing.B) {
	e := Compiled(b)
	sizes(b, func(b *testing.B, sbom []byte) {
		c, _, encoded := preparedFrom(b, e, sbom)
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
	})
}

// BenchmarkDecide is the decision alone, which folds what the requirements said
// into findings and a verdict.
func BenchmarkDecide(b *testing.B) {
	e := Compiled(b)
	c, in, _ := preparedFrom(b, e, generated(300, 10))
	results, err := e.library.Results(context.Background(), c.choice.IDs, in, 2)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.library.Decide(context.Background(), in, results); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReport is the part that finds places, fills sentences and encodes.
func BenchmarkReport(b *testing.B) {
	e := Compiled(b)
	sizes(b, func(b *testing.B, sbom []byte) {
		c, _, _ := preparedFrom(b, e, sbom)
		if _, err := c.run(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			r, err := c.report()
			if err != nil {
				b.Fatal(err)
			}
			if err := r.Encode(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRender is the text that an officer reads, from a report.
func BenchmarkRender(b *testing.B) {
	e := Compiled(b)
	sizes(b, func(b *testing.B, sbom []byte) {
		c, _, _ := preparedFrom(b, e, sbom)
		result, err := c.run(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := render.Render(io.Discard, result.Report, "text", render.Options{Width: 80}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkNew is loading, checking and compiling the built-in library.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
