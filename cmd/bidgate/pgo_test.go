package main

import (
	"io"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"testing"
	"time"
)

// TestProfile writes the profile of the processor that the compiler takes for
// bidgate (default.pgo): screenings of small and large SBOMs, by few requirements
// with data and by baseline, and of the fixtures. With it a screening of 10,000
// components takes a fourteenth less of the processor's time. make pgo renews it.
func TestProfile(t *testing.T) {
	to := os.Getenv("BIDGATE_PGO")
	if to == "" {
		t.Skip("make pgo runs it")
	}
	m := newMaterial(t, os.Getenv("BIDGATE_TABLE"))
	fixtures, err := filepath.Glob("../../fixtures/*/bundle*")
	if err != nil || len(fixtures) == 0 {
		t.Fatalf("%d fixtures: %v", len(fixtures), err)
	}
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close() //nolint:errcheck // the test fails where it is not written
	if err := pprof.StartCPUProfile(out); err != nil {
		t.Fatal(err)
	}
	for _, sbom := range []struct{ components, times int }{{267, 60}, {10_000, 30}, {100_000, 2}} {
		for range sbom.times {
			for _, way := range m.ways(m.sbom(t, sbom.components, "0.01")) {
				if way.program == "bidgate" {
					quietly(t, way.args...)
				}
			}
		}
	}
	for _, bundle := range fixtures {
		quietly(t, "screen", bundle, "--profile", "baseline", "--as-of", "2026-11-21", "-f", "html")
	}
	pprof.StopCPUProfile()
}

// quietly runs bidgate in this process for its verdict.
func quietly(t *testing.T, args ...string) {
	t.Helper()
	var complaints strings.Builder
	p := program{stdin: strings.NewReader(""), stdout: io.Discard, stderr: &complaints, now: func() time.Time { return today }, getenv: func(string) string { return "" }}
	if status := p.run(t.Context(), args); status == statusCouldNotRun {
		t.Fatalf("%v: %s", args, complaints.String())
	}
}
