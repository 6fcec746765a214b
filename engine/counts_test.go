package engine

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/tender"
)

// generated is an SBOM of n components; every bad-th one states
// nothing but its name (0: all are clean).
func generated(n, bad int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",` +
		`"metadata":{"timestamp":"2026-10-01T00:00:00Z","component":{"type":"application","bom-ref":"root","name":"pump","version":"1.0"}},"components":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"library","bom-ref":"c%d","name":"c%d"`, i, i)
		if bad == 0 || i%bad != 0 {
			fmt.Fprintf(&b, `,"version":"1.%d","purl":"pkg:npm/c%d@1.%d","supplier":{"name":"s"},"publisher":"p",`+
				`"hashes":[{"alg":"SHA-256","content":"%064d"}],"licenses":[{"license":{"id":"MIT"}}]`, i, i, i, i)
		}
		b.WriteByte('}')
	}
	b.WriteString(`],"dependencies":[{"ref":"root","dependsOn":["c0"]}`)
	for i := range n - 1 {
		fmt.Fprintf(&b, `,{"ref":"c%d","dependsOn":["c%d"]}`, i, i+1)
	}
	b.WriteString("]}")
	return b.Bytes()
}

// prepared is an input of baseline over one generated SBOM.
func prepared(t testing.TB, e *Engine, n, bad int) (*screening, policy.Input, []byte) {
	t.Helper()
	return preparedFrom(t, e, generated(n, bad))
}

func preparedFrom(t testing.TB, e *Engine, sbom []byte) (*screening, policy.Input, []byte) {
	t.Helper()
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	return preparedBy(t, e, p, sbom)
}

// preparedBy is an input of a profile over one SBOM.
func preparedBy(t testing.TB, e *Engine, p *tender.Profile, sbom []byte) (*screening, policy.Input, []byte) {
	t.Helper()
	bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: sbom}}, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return preparedOf(t, e, p, bundle)
}

// preparedOf is an input of a profile over a bundle.
func preparedOf(t testing.TB, e *Engine, p *tender.Profile, bundle *evidence.Bundle) (*screening, policy.Input, []byte) {
	t.Helper()
	choice, err := e.library.Catalogue().Select([]*tender.Profile{p}, nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &screening{engine: e, Screening: Screening{Profile: p, AsOf: "2026-11-21"}, choice: choice, dossier: evidence.Read(bundle)}
	day, err := dayOf("2026-11-21")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.fill(day); err != nil {
		t.Fatal(err)
	}
	keys := e.library.InputKeys(choice.IDs)
	for key := range e.library.DecisionKeys() {
		keys[key] = true
	}
	encoded, err := c.input.encode(keys)
	if err != nil {
		t.Fatal(err)
	}
	in, err := policy.ParseInput(encoded)
	if err != nil {
		t.Fatal(err)
	}
	return c, in, encoded
}

func events(t *testing.T, e *Engine, ids []string, in policy.Input) map[string]int {
	t.Helper()
	counts, err := e.library.Events(context.Background(), ids, in)
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// TestEvaluationDoesNotGrowWithComponents: on a clean SBOM the work of every
// requirement of baseline is the same at 1,000 and at 10,000 components.
func TestEvaluationDoesNotGrowWithComponents(t *testing.T) {
	OneGoroutine(t)
	e := Compiled(t)
	c, small, _ := prepared(t, e, 1_000, 0)
	_, large, _ := prepared(t, e, 10_000, 0)
	before, after := events(t, e, c.choice.IDs, small), events(t, e, c.choice.IDs, large)
	for _, id := range c.choice.IDs {
		if before[id] != after[id] {
			t.Errorf("%s: %d events at 1,000 components, %d at 10,000", id, before[id], after[id])
		}
	}
}

// TestEvaluationOfBadComponents: on a dirty SBOM a doubling of the places at
// most doubles the work, and each further place costs the same.
func TestEvaluationOfBadComponents(t *testing.T) {
	OneGoroutine(t)
	e := Compiled(t)
	c, n1, _ := prepared(t, e, 1_000, 2)
	_, n2, _ := prepared(t, e, 2_000, 2)
	_, n3, _ := prepared(t, e, 3_000, 2)
	a, b, d := events(t, e, c.choice.IDs, n1), events(t, e, c.choice.IDs, n2), events(t, e, c.choice.IDs, n3)
	for _, id := range c.choice.IDs {
		if float64(b[id]) > 2.2*float64(a[id]) {
			t.Errorf("%s: %d events for n, %d for 2n", id, a[id], b[id])
		}
		if b[id]-a[id] != d[id]-b[id] {
			t.Errorf("%s: 500 further places cost %d events, then %d", id, b[id]-a[id], d[id]-b[id])
		}
	}
}

// TestBaselineReadsNoComponentRows: the tables of SBOM size stay out of the
// input, and so out of the export.
func TestBaselineReadsNoComponentRows(t *testing.T) {
	e := Compiled(t)
	c, _, encoded := prepared(t, e, 10, 0)
	keys := e.library.InputKeys(c.choice.IDs)
	for key := range e.library.DecisionKeys() {
		keys[key] = true
	}
	for _, table := range []string{"components", "dependencies"} {
		if keys[table] || strings.Contains(string(encoded), `"`+table+`":[[`) {
			t.Errorf("baseline reads the table %s", table)
		}
	}
}

// TestExportIsSmall: a clean SBOM's export does not grow with its components,
// and a place adds its row numbers alone.
func TestExportIsSmall(t *testing.T) {
	OneGoroutine(t)
	e := Compiled(t)
	_, _, small := prepared(t, e, 1_000, 0)
	_, _, large := prepared(t, e, 10_000, 0)
	_, _, dirty := prepared(t, e, 10_000, 1)
	lists := 2 * 7 // fields and populations
	perRow := float64(len(dirty)-len(large)) / 10_000
	if perRow > float64(lists*6) {
		t.Errorf("a bad component costs %.0f bytes of export", perRow)
	}
	clean := len(large) - len(small)
	if clean > 1_000 {
		t.Errorf("9,000 clean components cost %d bytes of export", clean)
	}
}

// TestReadingAllocatesInProportion: allocations for each component are the
// same at 20,000 components as at 10,000.
func TestReadingAllocatesInProportion(t *testing.T) {
	OneGoroutine(t)
	perComponent := func(n int) float64 {
		bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: generated(n, 0)}}, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return testing.AllocsPerRun(3, func() { evidence.Read(bundle) }) / float64(n)
	}
	if at10, at20 := perComponent(10_000), perComponent(20_000); at20 > 1.1*at10 {
		t.Errorf("%.2f allocations a component at 10,000, %.2f at 20,000", at10, at20)
	}
}
