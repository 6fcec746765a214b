package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/bidgate/bidgate/engine/render/pdf"
)

// fleet is the largest real SBOM of the corpus: 15,271 components.
const fleet = "../../../shared/corpus/sbom/generated-syft-lockfile-fleet.1.6.cdx.json"

// BenchmarkCold starts the program anew each time: screen with baseline, and
// version for what a start costs. Peak memory is the process's own.
func BenchmarkCold(b *testing.B) {
	program := builtBeside(b)
	b.Run("version", func(b *testing.B) { cold(b, program, "version") })
	for _, n := range []int{300, 1_000, 100_000} {
		b.Run(fmt.Sprintf("components=%d", n), func(b *testing.B) {
			name := filepath.Join(b.TempDir(), "a.cdx.json")
			if err := os.WriteFile(name, components(n), 0o600); err != nil {
				b.Fatal(err)
			}
			cold(b, program, "screen", name, "--as-of", "2026-11-21", "--profile", "baseline", "--fail-on", "none")
		})
	}
	b.Run("components=15271", func(b *testing.B) {
		if _, err := os.Stat(fleet); err != nil {
			b.Skip("the corpus is not beside the project")
		}
		cold(b, program, "screen", fleet, "--as-of", "2026-11-21", "--profile", "baseline", "--fail-on", "none")
	})
}

// BenchmarkRenderCold renders a stored report of 5,000 findings in a process of
// its own, in each format: peak memory is that of reading the report, and of
// what is written.
func BenchmarkRenderCold(b *testing.B) {
	program := builtBeside(b)
	r, err := readReport("../../fixtures/keycloak-contradicts/report.json")
	if err != nil {
		b.Fatal(err)
	}
	shown := r.Findings
	for i := range 5_000 {
		f := shown[i%len(shown)]
		f.ID, f.ComposedOf = fmt.Sprint(f.ID, ".", i), nil
		if i >= len(shown) {
			r.Findings = append(r.Findings, f)
		}
	}
	file := filepath.Join(b.TempDir(), "report.json")
	out, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(r.Encode(out), out.Close()); err != nil {
		b.Fatal(err)
	}
	for _, f := range formatTable("") {
		if _, err := pdf.Find(""); f.Name == "pdf" && err != nil {
			continue
		}
		b.Run(f.Name, func(b *testing.B) { cold(b, program, "render", file, "--fail-on", "none", "-f", f.Name) })
	}
}

// cold starts a program that lies beside measure.
func cold(b *testing.B, program string, args ...string) {
	b.Helper()
	peak := int64(0)
	for b.Loop() {
		peak = max(peak, takenBy(b, filepath.Join(filepath.Dir(program), "measure"), append([]string{program}, args...)...).peak)
	}
	b.ReportMetric(float64(peak)/1024, "peak-MiB")
}

// builtBeside are this program and measure, in a folder of their own.
func builtBeside(b *testing.B) (program string) {
	b.Helper()
	dir := b.TempDir()
	for name, source := range map[string]string{"bidgate": ".", "measure": "./testdata/bench/measure"} {
		if out, err := exec.Command("go", "build", "-trimpath", "-pgo=auto", "-o", filepath.Join(dir, name), source).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	return filepath.Join(dir, "bidgate")
}

// components is an SBOM of n components, a tenth of which state only a name.
func components(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"component":{"type":"application","bom-ref":"r","name":"p","version":"1"}},"components":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"library","bom-ref":"c%d","name":"c%d"`, i, i)
		if i%10 > 0 {
			fmt.Fprintf(&b, `,"version":"1.%d","purl":"pkg:npm/c%d@1.%d"`, i, i, i)
		}
		b.WriteByte('}')
	}
	b.WriteString(`],"dependencies":[{"ref":"r","dependsOn":["c0"]}]}`)
	return b.Bytes()
}

// TestUnvalidatedFits: what make bench builds without validation still fits the
// package that it is put into.
func TestUnvalidatedFits(t *testing.T) {
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(t.TempDir(), "overlay.json")
	text := fmt.Sprintf(`{"Replace": {%q: %q}}`, filepath.Join(here, "../../engine/evidence/schema_read.go"), filepath.Join(here, "testdata/bench/unvalidated/schema_read.go"))
	if err := os.WriteFile(overlay, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-overlay", overlay, "../../engine/evidence").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}
