package render_test

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// someAnnex asks for one thing in each way.
func someAnnex() *report.Annex {
	source := report.Source{Standard: "NISTIR 8259A", Edition: "2020", Clause: "Software Update 2", Confidence: "memory"}
	return &report.Annex{
		Contract: 1, Notice: notice, AsOf: "2026-11-30", Tender: report.Tender{ID: "RFP-2026-0417"}, Profile: base().Profile, Policy: "sha256:aa",
		Description: "For gateways.", Command: "bidgate screen BUNDLE --profile us-federal-iot --as-of 2026-11-30", Parameters: []report.Parameter{},
		Asked: []report.Asked{
			{ID: "sbom.component_version", Title: "Every component states its version", Section: "supply-chain", Severity: report.Blocking, Level: report.Evidenced,
				Asks: "Asks for `version`.", Evidence: report.Needed{All: []string{"sbom"}, Buyer: []string{"kev"}}, Send: "Add `version`.", Sources: []report.Source{source},
				Parameters: []report.Parameter{{Name: "min_share", Set: true, Value: 0.95}, {Name: "list"}}, Members: []report.AskedMember{},
				Equivalents: []report.Clause{{Standard: "ETSI EN 303 645", Clause: "5.3-2"}}},
			{ID: "nist_8259ab.capability", Title: "Capabilities", Section: "development", Severity: report.Minor, Advisory: true, From: "2027-01-01",
				Evidence: report.Needed{Any: []string{"declaration", "attestation"}}, Members: []report.AskedMember{{ID: "nist_8259ab.capability.ir8259a-SU-1", Title: "Updates"}, {ID: "x", Title: "Y"}}},
		},
	}
}

// TestAnnex: what is published names every requirement and member, parameters
// set and not set, what is taken in its place, and how sure the source is.
func TestAnnex(t *testing.T) {
	for format, name := range map[string]string{"markdown": "annex.md", "html": "annex.html"} {
		var b strings.Builder
		if err := render.Annex(&b, someAnnex(), format); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", name), b.String())
		for _, want := range []string{"min_share: 0.95", "not set by the buyer", "ETSI EN 303 645", "from memory, check before quoting", "mandatory", "not in force on the day", "Updates"} {
			if !strings.Contains(strings.ReplaceAll(b.String(), `\`, ""), want) {
				t.Errorf("%s: no %q", format, want)
			}
		}
		if format == "html" {
			checkHTML(t, "annex", b.String())
		}
	}
	var b strings.Builder
	if err := render.Annex(&b, someAnnex(), "json"); err != nil {
		t.Fatal(err)
	}
	var got report.Annex
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(*someAnnex(), got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if err := render.Annex(&b, someAnnex(), "pdf"); err == nil {
		t.Error("an unknown format is written")
	}
}

// TestAnnexIsInert puts hostile text into every field.
func TestAnnexIsInert(t *testing.T) {
	for _, text := range render.Misleading() {
		if len(text) > 10_000 {
			continue
		}
		a := someAnnex()
		fillEach(reflect.ValueOf(a).Elem(), func() string { return text })
		for _, f := range render.AnnexFormats() {
			var b strings.Builder
			if err := render.Annex(&b, a, f.Name); err != nil && f.Name != "profile" { // it is refused there
				t.Fatal(err)
			}
			inertOutput(t, "annex/"+f.Name, f.Name, b.String())
		}
	}
}
