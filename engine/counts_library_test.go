package engine

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
)

// generatedVEX is an OpenVEX document of n statements.
func generatedVEX(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://a.example/vex","author":"a","timestamp":"2026-10-01T00:00:00Z","version":1,"statements":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"vulnerability":{"name":"CVE-2026-%05d"},"products":[{"@id":"pkg:npm/c%d@1.%d"}],"status":"under_investigation"}`, i, i, i)
	}
	b.WriteString("]}")
	return b.Bytes()
}

// generatedModel is an OTM threat model of n threats, each at a component of its own.
func generatedModel(n int) []byte {
	var threats, components bytes.Buffer
	for i := range n {
		if i > 0 {
			threats.WriteByte(',')
			components.WriteByte(',')
		}
		fmt.Fprintf(&threats, `{"id":"t%d","name":"threat %d","categories":["Spoofing"],"risk":{"likelihood":50,"impact":50}}`, i, i)
		fmt.Fprintf(&components, `{"id":"c%d","name":"c%d","type":"process","parent":{"trustZone":"z"},"threats":[{"threat":"t%d","state":"exposed"}]}`, i, i, i)
	}
	return fmt.Appendf(nil, `{"otmVersion":"0.2.0","project":{"name":"pump","id":"pump","owner":"o"},"trustZones":[{"id":"z","name":"z","risk":{"trustRating":1}}],"components":[%s],"threats":[%s]}`,
		&components, &threats)
}

// wholeInput is the input of all that the library asks, over one document of
// each large kind.
func wholeInput(t *testing.T, e *Engine, sbom, rest, bad int) (*screening, policy.Input, []byte) {
	t.Helper()
	bundle, err := evidence.OpenFS(fstest.MapFS{
		"a.cdx.json": {Data: generated(sbom, bad)}, "b.openvex.json": {Data: generatedVEX(rest)}, "c.otm.json": {Data: generatedModel(rest)},
	}, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	c, in, encoded := preparedOf(t, e, asksEverything(t, e), bundle)
	if n := len(c.dossier.VEX) + len(c.dossier.ThreatModels) + len(c.dossier.SBOMs); n != 3 {
		t.Fatalf("%d of 3 documents are read: %+v", n, c.dossier.Bundle.Documents)
	}
	return c, in, encoded
}

// rowTables are the parts of the input that have a row for each component or
// more; what reads them pays for each.
var rowTables = []string{"components", "dependencies", "compositions", "component_evidence", "crypto", "extras", "matches", "model_cards", "pedigree", "properties", "services", "text"}

// TestNoRequirementGrowsWithComponents: on a clean SBOM the work of a
// requirement is the same for three times the components, unless it reads rows.
func TestNoRequirementGrowsWithComponents(t *testing.T) {
	OneGoroutine(t)
	e := Compiled(t)
	c, small, _ := wholeInput(t, e, 100, 10, 0)
	_, large, _ := wholeInput(t, e, 300, 10, 0)
	before, after := events(t, e, c.choice.IDs, small), events(t, e, c.choice.IDs, large)
	free := 0
	for _, id := range c.choice.IDs {
		keys := e.library.InputKeys([]string{id})
		if slices.ContainsFunc(rowTables, func(table string) bool { return keys[table] }) {
			continue
		}
		free++
		if before[id] != after[id] {
			t.Errorf("%s: %d events at 100 components, %d at 300", id, before[id], after[id])
		}
	}
	if free < len(c.choice.IDs)/2 {
		t.Errorf("only %d of %d requirements do without rows", free, len(c.choice.IDs))
	}
}

// TestNoRequirementGrowsFaster: for every requirement, twice the components,
// statements and threats, half of them with defects, are at most 2.2 times the
// work, and each further one costs no more than the last.
func TestNoRequirementGrowsFaster(t *testing.T) {
	OneGoroutine(t)
	e := Compiled(t)
	const n = 60
	c, one, _ := wholeInput(t, e, n, n, 2)
	_, two, _ := wholeInput(t, e, 2*n, 2*n, 2)
	_, three, _ := wholeInput(t, e, 3*n, 3*n, 2)
	a, b, d := events(t, e, c.choice.IDs, one), events(t, e, c.choice.IDs, two), events(t, e, c.choice.IDs, three)
	for _, id := range c.choice.IDs {
		if float64(b[id]) > 2.2*float64(a[id]) {
			t.Errorf("%s: %d events for n, %d for 2n", id, a[id], b[id])
		}
		if float64(d[id]-b[id]) > 1.1*float64(b[id]-a[id])+20 {
			t.Errorf("%s: %d further places cost %d events, then %d", id, n, b[id]-a[id], d[id]-b[id])
		}
	}
}

// TestWholeExportGrowsWithRows: what the whole library reads of a component is
// so many bytes of the export, and not more of them in a large SBOM.
func TestWholeExportGrowsWithRows(t *testing.T) {
	OneGoroutine(t)
	e := Compiled(t)
	_, _, one := wholeInput(t, e, 500, 1, 0)
	_, _, two := wholeInput(t, e, 1_000, 1, 0)
	_, _, four := wholeInput(t, e, 2_000, 1, 0)
	first, then := float64(len(two)-len(one))/500, float64(len(four)-len(two))/1_000
	if then > 1.05*first || then > 2_000 {
		t.Errorf("a component is %.0f bytes of the export at 1,000, and %.0f at 2,000", first, then)
	}
}
