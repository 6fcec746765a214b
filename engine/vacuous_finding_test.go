package engine_test

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/report"
)

const soundByLittle = "documents that say little say nothing twice, and nothing wrong"

// metByLittle are the findings that documents without content may meet, each
// with the reason. All others pass on something that was said.
var metByLittle = map[string]string{
	"conformity.declaration_fields.cnf-limits": "an empty list of limits says that there are none",
	"product.plain_text":                       "what names there are deceive nobody",
	"sbom.schema":                              "the schema allows an SBOM without components",
	"sbom.schema_core":                         "the schema allows an SBOM without components",
	"screening.documents_readable":             "each document can be read, whatever it holds",
	"screening.documents_sound.contradiction":  soundByLittle,
	"screening.documents_sound.double":         soundByLittle,
	"screening.documents_sound.entry":          soundByLittle,
	"screening.documents_sound.reference":      soundByLittle,
	"screening.documents_sound.value":          soundByLittle,
	"screening.documents_sound.whole":          soundByLittle,
	"vulnerability.data_age":                   "it is about the buyer's lists, which have a date",
}

// TestNoFindingPassesOnEmptyDocuments judges documents that hold nothing by
// every requirement, before a buyer whose lists hold nothing either.
func TestNoFindingPassesOnEmptyDocuments(t *testing.T) {
	engine.OneGoroutine(t)
	s := newSeeded(t, "")
	cases := map[string]fstest.MapFS{
		"nothing":   {},
		"documents": {"a.cdx.json": file(emptyList), "tm.yaml": file("threat_model: 1\n"), "d.yaml": file("declaration: 1\n")},
		"lists": {
			"a.cdx.json": file(barest),
			"tm.yaml":    file("threat_model: 1\nthreats: []\nassets: []\nassumptions: []\nmethod: []\ndata_flows: []\ncomponents: []\nmitigations: []\n"),
			"d.yaml":     file("declaration: 1\nanswers: []\nevidence: []\nstandards: []\npeople: []\nknown_risks: []\nlimitations: []\nresponsibility_matrix: []\nai: {}\nsupport: {}\nupdates: {}\nvulnerability_disclosure: {}\n"),
		},
	}
	met := map[string]bool{}
	for name, files := range cases {
		for _, f := range screen(t, s.engine, open(t, files), engine.Screening{Profile: s.profile, Data: emptyLists()}).Report.Findings {
			if f.Status != report.Pass || len(f.ComposedOf) > 0 {
				continue
			}
			if met[f.ID] = true; metByLittle[f.ID] == "" {
				t.Errorf("%s: %s passes: %s", name, f.ID, f.Basis[0].Message)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(metByLittle)) {
		if !met[id] {
			t.Errorf("%s: does not pass; remove its row of metByLittle", id)
		}
	}
}

// emptyLists has one list of each kind, and no record in any.
func emptyLists() *advisory.Data {
	var contents []advisory.Content
	for _, kind := range []advisory.Kind{
		advisory.KindAdvisories, advisory.KindKEV, advisory.KindEPSS, advisory.KindSSVC, advisory.KindLifecycle, advisory.KindSources, advisory.KindCertificates,
	} {
		contents = append(contents, advisory.Content{Set: set(string(kind), kind, "2026-11-10")})
	}
	return advisory.New(contents...)
}
