package engine_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
)

const assessedDeclaration = `declaration: 1
id: "urn:uuid:b7c2d1e0-55d3-4b0e-9a4f-7f40c1a3e6d2"
date: "2026-11-05"
manufacturer: {name: Maker, address: Somewhere 1}
product: {name: Gateway, version: "1.0", type: device}
evidence:
  - {id: E1, kind: test_report, path: report.pdf, author: Barred Labs}
  - {id: E2, kind: certificate, path: certificate.pdf, author: Barred Body}
  - {id: E3, kind: policy, path: policy.pdf, author: Barred Writers}
assessor:
  type: third_party
  organization: Barred Labs
`

// TestLaboratoriesAreLookedUp: who made a test report or gave a certificate, and
// who assessed the claims, is looked up in lists of barred sources; who wrote
// another paper is not.
func TestLaboratoriesAreLookedUp(t *testing.T) {
	rules := fstest.MapFS{"one.rego": file(strings.Replace(metadata, "over: sboms", "over: bundle", 1) + lineRule)}
	e := newEngine(t, engine.WithPolicies(rules), engine.WithoutLibrary())
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	for _, assessor := range []string{"Barred Labs", "Maker"} {
		text := strings.Replace(assessedDeclaration, "organization: Barred Labs", "organization: "+assessor, 1)
		bundle := open(t, fstest.MapFS{"a.cdx.json": file(listedSBOM), "declaration.yaml": file(text)})
		data := advisory.New(advisory.Content{Set: advisory.Set{Name: "lists", Kind: advisory.KindSources, Format: "sources", Date: "2026-11-01"},
			Entities: []advisory.Entity{{ID: "1", Name: "Barred", LegalBasis: "Act 1"}}})
		result := screen(t, e, bundle, engine.Screening{Profile: p, Data: data})
		got := map[string]string{}
		for _, s := range foundOne(t, result.Report).Violations {
			for _, at := range s.Places {
				got[at.Pointer] = at.Document
			}
		}
		want := map[string]string{"/evidence": "declaration.yaml"}
		if assessor == "Barred Labs" {
			want["/assessor"] = "declaration.yaml"
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("assessor %s: %s", assessor, diff)
		}
	}
}
