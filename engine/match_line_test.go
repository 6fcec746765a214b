package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
)

// listedSBOM names a listed source in every field that is looked up.
const listedSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "metadata": {"timestamp": "2026-10-01T00:00:00Z",
  "authors": [{"name": "Nobody",
   "email": "a@acme.example"}],
  "component": {"type": "device", "name": "Gateway", "version": "1.0",
   "supplier": {"name": "Acme"},
   "purl": "pkg:golang/acme.example/gateway@1.0"}},
 "components": [
  {"type": "library", "name": "a", "version": "1",
   "publisher": "Acme Ltd.",
   "cpe": "cpe:2.3:a:acme:a:1:*:*:*:*:*:*:*"},
  {"type": "library", "name": "b", "version": "1",
   "purl": "pkg:golang/acme.example/b@1"}]}`

const listedDeclaration = `declaration: 1
id: "urn:uuid:b7c2d1e0-55d3-4b0e-9a4f-7f40c1a3e6d2"
date: "2026-11-05"
language: en
manufacturer:
  name: Acme
  address: Somewhere 1
  url: https://www.acme.example
product:
  name: Gateway
  version: "1.0"
country_of_production:
  design: [DE]
  development: [KP]
  assembly: [DE]
cmvp:
  - { certificate: "12", module: Other Module, version: "1" }
  - { certificate: "4985", module: Acme Crypto, version: "2" }
`

const lineRule = `violation contains {"code": "bad", "args": {}, "at": ["sources", "matches", k]} if some k, _ in input.sources.matches

violation contains {"code": "bad", "args": {}, "at": ["certificates", k]} if some k, _ in input.certificates

basis contains {"code": "good", "args": {}, "at": ["bundle"], "level": "verified"} if {
	count(input.sources.matches) < 0
}
`

// TestSourcesAndCertificatesHaveLines: what the buyer's lists say of a name or a
// certificate stands at the line on which the vendor wrote it.
func TestSourcesAndCertificatesHaveLines(t *testing.T) {
	rules := fstest.MapFS{"one.rego": file(strings.Replace(metadata, "over: sboms", "over: bundle", 1) + lineRule)}
	e := newEngine(t, engine.WithPolicies(rules), engine.WithoutLibrary())
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	data := advisory.New(
		advisory.Content{Set: advisory.Set{Name: "lists", Kind: advisory.KindSources, Format: "sources", Date: "2026-11-01"}, Entities: []advisory.Entity{
			{ID: "1", Name: "Acme", Domains: []string{"acme.example"}, CPEVendors: []string{"acme"}, Namespaces: []string{"golang/acme.example"}, LegalBasis: "Act 1"},
			{ID: "2", Name: "A country", Countries: []string{"KP"}, LegalBasis: "Act 2"}}},
		advisory.Content{Set: advisory.Set{Name: "cmvp", Kind: advisory.KindCertificates, Format: "cmvp", Date: "2026-11-01"}, Certificates: []advisory.Certificate{
			{Number: "4985", Module: "Acme Crypto", Standard: "FIPS 140-3", Status: "active", Versions: []string{"2"}}}},
	)
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(listedSBOM), "declaration.yaml": file(listedDeclaration)})
	f := foundOne(t, screen(t, e, bundle, engine.Screening{Profile: p, Data: data}).Report)
	var got []string
	for _, s := range f.Violations {
		for _, at := range s.Places {
			got = append(got, fmt.Sprintf("%s:%d %s", at.Document, at.Line, at.Pointer))
		}
	}
	slices.Sort(got)
	want := []string{
		"a.cdx.json:12 /components/1/purl",
		"a.cdx.json:3 /metadata/authors",
		"a.cdx.json:6 /metadata/component/supplier",
		"a.cdx.json:7 /metadata/component/purl",
		"a.cdx.json:9 /components/0",
		"a.cdx.json:9 /components/0/cpe",
		"declaration.yaml:13 /country_of_production",
		"declaration.yaml:17 /cmvp/0",
		"declaration.yaml:18 /cmvp/1",
		"declaration.yaml:6 /manufacturer", // its name
		"declaration.yaml:6 /manufacturer", // its address on the web
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
