package engine_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
)

// orderedContents are sets of which several speak of one component.
func orderedContents() []advisory.Content {
	on := func(id, fixed string, aliases ...string) advisory.Advisory {
		return advisory.Advisory{ID: id, Aliases: aliases, Affected: []advisory.Affected{{Ecosystem: "Maven", Name: "org.apache.logging.log4j:log4j-core",
			Ranges: []advisory.Range{{Type: "ECOSYSTEM", Events: []advisory.Event{{Introduced: "0"}, {Fixed: fixed}}}}}}}
	}
	set := func(name string, kind advisory.Kind, format string) advisory.Set {
		return advisory.Set{Name: name, Kind: kind, Format: format, Date: "2026-11-01"}
	}
	return []advisory.Content{
		{Set: set("a", advisory.KindAdvisories, "osv"), Advisories: []advisory.Advisory{
			on("A-1", "2.15.0", "CVE-2021-44228"), on("A-2", "2.16.0", "CVE-2021-45046"), on("A-3", "2.17.0"), {ID: "A-4", Aliases: []string{"A-3", "B-1"}}}},
		{Set: set("b", advisory.KindAdvisories, "osv"), Advisories: []advisory.Advisory{on("B-1", "2.17.1"), on("B-2", "2.15.1", "CVE-2021-44228")}},
		{Set: set("kev", advisory.KindKEV, "kev"), Exploited: []advisory.Exploited{{CVE: "CVE-2021-44228", Added: "2021-12-10"}, {CVE: "CVE-2021-45046", Added: "2023-05-01"}}},
		{Set: set("kev-old", advisory.KindKEV, "kev"), Exploited: []advisory.Exploited{{CVE: "CVE-2021-44228", Added: "2021-12-09"}}},
		{Set: set("sources", advisory.KindSources, "sources"), Entities: []advisory.Entity{
			{ID: "1", Name: "Acme", Namespaces: []string{"maven/org.apache.logging.log4j"}, LegalBasis: "Act 1"}, {ID: "2", Name: "Gateway", LegalBasis: "Act 2"}}},
	}
}

const sourcesToo = exploitedRule + `
violation contains {"code": "bad", "args": {}, "at": ["sources", "matches", k]} if some k, _ in input.sources.matches
`

// TestOrderOfDataDoesNotShow: the same sets in any order, with their records in
// any order, have the same digests and give the same input and report.
func TestOrderOfDataDoesNotShow(t *testing.T) {
	engine.OneGoroutine(t)
	rules := fstest.MapFS{"one.rego": file(strings.Replace(metadata, "over: sboms", "over: bundle", 1) + sourcesToo)}
	e := newEngine(t, engine.WithPolicies(rules), engine.WithoutLibrary())
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(subjectSBOM), "b.cdx.json": file(matchedSBOM)})
	give := func(contents []advisory.Content) (sets []advisory.Set, r *engine.Result) {
		d := advisory.New(contents...)
		return d.Sets(), screen(t, e, bundle, engine.Screening{Profile: p, Data: d})
	}
	sets, want := give(orderedContents())
	if n := len(foundOne(t, want.Report).Violations); n < 4 {
		t.Fatalf("%d violations", n)
	}
	random := rand.New(rand.NewPCG(7, 7))
	for range 20 {
		contents := orderedContents()
		random.Shuffle(len(contents), func(i, j int) { contents[i], contents[j] = contents[j], contents[i] })
		for _, c := range contents {
			random.Shuffle(len(c.Advisories), func(i, j int) { c.Advisories[i], c.Advisories[j] = c.Advisories[j], c.Advisories[i] })
			random.Shuffle(len(c.Exploited), func(i, j int) { c.Exploited[i], c.Exploited[j] = c.Exploited[j], c.Exploited[i] })
			random.Shuffle(len(c.Entities), func(i, j int) { c.Entities[i], c.Entities[j] = c.Entities[j], c.Entities[i] })
		}
		gotSets, got := give(contents)
		if diff := cmp.Diff(sets, gotSets) + cmp.Diff(string(want.Input), string(got.Input)) + cmp.Diff(want.Report, got.Report); diff != "" {
			t.Fatal(diff)
		}
	}
}
