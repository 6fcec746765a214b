package render_test

import (
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestBeside: each kind of evidence beside SBOMs, threat models and
// declarations is told in a line or two.
func TestBeside(t *testing.T) {
	r := base()
	e := &r.Evidence
	e.SBOMs[0].Format, e.SBOMs[0].SpecVersion, e.SBOMs[0].Generator = "spdx", "2.3", "syft 1.2"
	e.SBOMs[0].Vulnerabilities, e.SBOMs[0].CryptoAssets, e.SBOMs[0].ModelCards = 2, 1, 1
	m := &e.ThreatModels[0]
	m.Untouched, m.DemoOf, m.SupplementedBy, m.Supplements, m.Unsupported = 3, "A tool: demo", "more.yaml", "other.json", []string{"owner", "date"}
	e.Declarations[0].Evidence, e.Declarations[0].SupportEnd = 3, "2031-12-01"
	e.Attestations = []report.Attestation{{Document: "a.json", Date: "2026-01-01", Claims: 6, CounterClaims: 1, Entries: 6, WithClause: 5, Signed: true}}
	e.Catalogues = []report.Catalogue{{Document: "s.json", Name: "IR 8259A", Version: "2020", Owner: "NIST", Clauses: 3}}
	e.VEX = []report.VEX{{Document: "v.json", Author: "Acme", AuthorIs: "third_party", Date: "2026-02-01", Name: "Gateway", Version: "1",
		Statements: 5, Vulnerabilities: 4, NotAffected: 1, Affected: 1, Fixed: 1, UnderInvestigation: 1, WithoutStatus: 1, UnknownProduct: 2}}
	e.Lifecycle = []report.Lifecycle{{Document: "l.json"}, {Document: "c.json", Name: "zlib", Version: "1.3", Component: true, EndOfSupport: "2030-01-01"}}
	for range 12 {
		e.Attachments = append(e.Attachments, report.Attachment{Document: "t.xml", Form: "junit", Title: "Tests", Tool: "go 1.26", Date: "2026-03-01", Name: "Gateway", Tests: 9, Failed: 1, Signatures: 1})
	}
	e.Attachments[0].Form = "other_form"
	text := string(renderTo(t, &r, "text", render.Options{Width: 200}))
	for _, want := range []string{
		"SPDX 2.3, made with syft 1.2", "2 vulnerabilities, 1 cryptographic asset, 1 model card", "; 3 as a tool made them",
		"the example that comes with a tool: A tool: demo", "completed by more.yaml", "says that it completes other.json, and does not",
		"its form has no place for 2 fields of a threat model", "; 3 supporting documents; security support until 2031-12-01",
		"dated 2026-01-01; 6 claims, 1 counter-claim, 5 of 6 entries with a requirement; signed, which is not checked here",
		"IR 8259A 2020, by NIST; 3 clauses", "by Acme (not the vendor); dated 2026-02-01; of Gateway 1",
		"5 statements on 4 vulnerabilities, 1 not affected, 1 affected, 1 fixed, 1 under investigation, 1 without a status; 2 on products that the bundle does not have",
		"of a product that its form does not name; no day is stated on which anything ends", "of zlib 1.3, a component; support ends 2030-01-01",
		"test report (JUnit): Tests; of Gateway; made with go 1.26; dated 2026-03-01; 9 tests, 1 of them failed; 1 signature, not checked here",
		"other_form: Tests", "and 2 more of this kind",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
