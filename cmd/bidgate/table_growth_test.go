package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/tender"
)

// growthByComponents is the whole command: what a component more costs.
func growthByComponents(t *testing.T, m *material, out *table) {
	out.head("Growth with components: bidgate screen, baseline", "components", "time", "processor", "peak", "for each component more")
	before, at := taken{}, 0
	for _, n := range []int{100, 1_000, 10_000, 100_000} {
		c := m.run(t, "bidgate", "screen", m.sbom(t, n, "0.01"), "--profile", "baseline", "--as-of", "2026-11-21")
		more := ""
		if at > 0 {
			more = fmt.Sprintf("%.1f µs, %.2f kB", float64((c.processor-before.processor).Microseconds())/float64(n-at), float64(c.peak-before.peak)*1.024/float64(n-at))
		}
		out.row(append(append([]string{strconv.Itoa(n)}, c.cells()...), more)...)
		before, at = c, n
	}
	for _, bound := range evidence.Bounds() {
		if bound.Name == "MaxComponents" || bound.Name == "MaxFileBytes" {
			out.row("more is refused", fmt.Sprintf("%s: %d (%s)", bound.Name, bound.Default, bound.Bounds))
		}
	}
}

// growthByFindings is the whole command on 10,000 components with more and more
// wrong with them.
func growthByFindings(t *testing.T, m *material, out *table) {
	out.head("Growth with findings: bidgate screen, baseline, 10000 components", "components with each defect", "time", "processor", "peak")
	for _, share := range []string{"0", "0.01", "0.1", "0.3"} {
		c := m.run(t, "bidgate", "screen", m.sbom(t, 10_000, share), "--profile", "baseline", "--as-of", "2026-11-21")
		out.row(append([]string{share}, c.cells()...)...)
	}
}

// addedRequirement is one of an added pack, like those of the library.
const addedRequirement = `# METADATA
# title: Every component states its version
# description: Asks for a version of each component.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources: []
#   messages: {no_version: "{n} components state no version", versions_stated: "{n} components state a version"}
#   remedy: Add versions.
#   question: Please supply versions.
package bidgate.requirement.acme.NAME

violation contains {"code": "no_version", "args": {"n": share.total - share.stated}, "at": ["sboms", i]} if {
	some i, _ in input.sboms
	share := input.sboms[i].facts.component_version.all
	share.stated < share.total
}

basis contains {"code": "versions_stated", "args": {"n": share.stated}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	share := input.sboms[i].facts.component_version.all
	share.stated >= share.total
}
`

// growthByRequirements is an Engine with a pack of more and more requirements:
// what it takes until the first decision, and from then on.
func growthByRequirements(t *testing.T, m *material, out *table) {
	bundle := bundleOf(t, m.sbom(t, 300, "0.01"))
	out.head("Growth with requirements: an Engine, 300 components", "requirements", "until the first decision", "each screening", "allocated by each")
	for _, n := range []int{10, 100, 300} {
		pack := fstest.MapFS{}
		for i := range n {
			name := fmt.Sprintf("versions_%d", i)
			pack[name+".rego"] = &fstest.MapFile{Data: []byte(strings.Replace(addedRequirement, "NAME", name, 1))}
		}
		begun := time.Now()
		e, err := engine.New(t.Context(), engine.WithPolicies(pack))
		if err != nil {
			t.Fatal(err)
		}
		profile, err := tender.ParseProfile("acme.yaml", []byte("profile: 1\nid: acme\nedition: \"1\"\ntitle: Acme\nuse: [acme]\n"))
		if err != nil {
			t.Fatal(err)
		}
		s := engine.Screening{Profile: profile, AsOf: "2026-11-21"}
		screenOnce(t, e, bundle, s)
		first := time.Since(begun)
		each, bytes := m.warm(t, e, bundle, s)
		out.row(strconv.Itoa(n), first.Round(time.Millisecond).String(), each.Round(100*time.Microsecond).String(), kilobytes(bytes))
	}
}

// growthByDocuments is one bundle with more and more SBOMs of 300 components.
func growthByDocuments(t *testing.T, m *material, out *table) {
	data, err := os.ReadFile(m.sbom(t, 300, "0.01"))
	if err != nil {
		t.Fatal(err)
	}
	e, s := builtInEngine(t)
	out.head("Growth with documents: an Engine, baseline, 300 components in each", "documents", "each screening", "allocated by each")
	for _, n := range []int{1, 10, 100} {
		files := fstest.MapFS{}
		for i := range n {
			serial := fmt.Sprintf("3e671687-395b-41f5-a30f-%012d", i)
			files[fmt.Sprintf("sbom-%d.cdx.json", i)] = &fstest.MapFile{Data: []byte(strings.Replace(string(data), "3e671687-395b-41f5-a30f-000000000001", serial, 1))}
		}
		bundle, err := evidence.OpenFS(files, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		screenOnce(t, e, bundle, s)
		each, bytes := m.warm(t, e, bundle, s)
		out.row(strconv.Itoa(n), each.Round(100*time.Microsecond).String(), kilobytes(bytes))
	}
}

func kilobytes(bytes uint64) string { return fmt.Sprintf("%d kB", bytes/1000) }

// bundleOf is a bundle of one file.
func bundleOf(t *testing.T, path string) *evidence.Bundle {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := evidence.OpenFS(fstest.MapFS{"sbom.cdx.json": {Data: data}}, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return bundle
}

func builtInEngine(t *testing.T) (*engine.Engine, engine.Screening) {
	t.Helper()
	e, err := engine.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	profile, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	return e, engine.Screening{Profile: profile, AsOf: "2026-11-21"}
}

func screenOnce(t *testing.T, e *engine.Engine, b *evidence.Bundle, s engine.Screening) {
	t.Helper()
	if _, err := e.Screen(context.Background(), b, s); err != nil {
		t.Fatal(err)
	}
}

// warm is the median time of a screening by an Engine that has decided before,
// and what one allocates.
func (m *material) warm(t *testing.T, e *engine.Engine, b *evidence.Bundle, s engine.Screening) (time.Duration, uint64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	times := []time.Duration{}
	for range 3 * m.samples {
		begun := time.Now()
		screenOnce(t, e, b, s)
		times = append(times, time.Since(begun))
	}
	runtime.ReadMemStats(&after)
	return median(times), (after.TotalAlloc - before.TotalAlloc) / uint64(len(times))
}
