package engine_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

const listedModel = `threat_model: 1
product: {name: Gateway, version: "1.0"}
threats:
  - {id: T-1, title: Forged update, status: accepted, categories: [{taxonomy: STRIDE, name: tampering}]}
  - {id: T-2, statement: "Someone listens", mitigations: [M-1]}
mitigations:
  - {id: M-1, title: TLS}
`

// TestInventoryIsAskedFor: the rows of the evidence stand in the report, each
// with its line, where they are asked for, and the decision is the same.
func TestInventoryIsAskedFor(t *testing.T) {
	e := newEngine(t, engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + exploitedRule)}))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	files := fstest.MapFS{"a.cdx.json": file(matchedSBOM), "model.yaml": file(listedModel)}
	without := screen(t, e, open(t, files), engine.Screening{Profile: p})
	with := screen(t, e, open(t, files), engine.Screening{Profile: p, Inventory: true})
	if without.Report.Inventory != nil || !bytes.Equal(without.Decision, with.Decision) || !bytes.Equal(without.Input, with.Input) {
		t.Error("the inventory is there unasked, or changes what is decided")
	}
	got := with.Report.Inventory
	want := &report.Inventory{
		Components: []report.Component{
			{Place: report.Place{Document: "a.cdx.json", Pointer: "/components/0", Line: 4, Column: 3, Name: "org.apache.logging.log4j/log4j-core@2.14.1"}, From: "components",
				Type: "library", Group: "org.apache.logging.log4j", Name: "log4j-core", Version: "2.14.1", PURL: "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1", Hashes: []string{}, Licences: []string{}},
			{Place: report.Place{Document: "a.cdx.json", Pointer: "/components/1", Line: 6, Column: 3, Name: "b@1"}, From: "components", Type: "library", Name: "b", Version: "1", Hashes: []string{}, Licences: []string{}},
		}, ComponentsTotal: 2,
		Threats: []report.Threat{
			{Place: report.Place{Document: "model.yaml", Pointer: "/threats/0", Line: 4, Column: 5, Name: "Forged update"}, ID: "T-1", Title: "Forged update", Categories: []string{"STRIDE tampering"}, Status: "accepted"},
			{Place: report.Place{Document: "model.yaml", Pointer: "/threats/1", Line: 5, Column: 5, Name: "Someone listens"}, ID: "T-2", Title: "Someone listens", Categories: []string{}, Status: "open", Mitigations: 1},
		}, ThreatsTotal: 2,
		Answers: []report.GivenAnswer{},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestInventoryIsBounded: of more rows than its bound the first are listed and
// all are counted, and none is looked up in vain.
func TestInventoryIsBounded(t *testing.T) {
	engine.OneGoroutine(t)
	var b strings.Builder
	b.WriteString(`{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[`)
	for i := range report.MaxInventory + 5 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"library","name":"c%d"}`, i)
	}
	b.WriteString(`]}`)
	e := newEngine(t, engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + exploitedRule)}))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	got := screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(b.String())}), engine.Screening{Profile: p, Inventory: true}).Report.Inventory
	if len(got.Components) != report.MaxInventory || got.ComponentsTotal != report.MaxInventory+5 {
		t.Errorf("%d of %d", len(got.Components), got.ComponentsTotal)
	}
}

// TestAgesOfVulnerabilities: what the data ties to components is counted by
// the days since it was published, and without any there is nothing to count.
func TestAgesOfVulnerabilities(t *testing.T) {
	age := matchedScreening(t, logData()).Report.Evidence.VulnerabilityAge
	if age == nil {
		t.Fatal("no ages")
	}
	for _, span := range age.Ages {
		want := map[string]report.AgeSpan{
			"over_1095": {Span: "over_1095", Total: 1, Exploited: 1, Settled: 1}, // VEX says not affected
			"unknown":   {Span: "unknown", Total: 1},                             // the vendor's word alone
		}[span.Span]
		want.Span = span.Span
		if diff := cmp.Diff(want, span); diff != "" {
			t.Error(diff)
		}
	}
	if age.OldestID != "" {
		t.Errorf("the oldest is %s, which is settled", age.OldestID)
	}
	e := newEngine(t, engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + exploitedRule)}))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	if age := screen(t, e, open(t, fstest.MapFS{"model.yaml": file(listedModel)}), engine.Screening{Profile: p}).Report.Evidence.VulnerabilityAge; age != nil {
		t.Errorf("%+v without any vulnerability", age)
	}
}
