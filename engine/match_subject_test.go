package engine_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// subjectSBOM is of a product that the buyer's data knows itself.
const subjectSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "metadata": {"timestamp": "2026-10-01T00:00:00Z",
  "component": {"type": "library", "group": "org.apache.logging.log4j", "name": "log4j-core", "version": "2.14.1", "bom-ref": "root",
   "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}},
 "components": [{"type": "library", "bom-ref": "b", "name": "b", "version": "1", "purl": "pkg:maven/acme/b@1"}]}`

// TestExceptionOnTheSubject: an exception that names the subject by purl or ref
// covers what the buyer's data says of the subject, and one that names a
// component does not.
func TestExceptionOnTheSubject(t *testing.T) {
	e := newEngine(t, engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + exploitedRule)}))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(subjectSBOM)})
	for name, covered := range map[string]int{"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1": 1, "root": 1, "pkg:maven/acme/b@1": 0} {
		x := tender.Exception{Requirement: "acme.one", WholeTender: true, Reason: "R", Approver: "A",
			Until: tender.Day{Day: 30_000, Text: "2052-02-20"}, Components: []string{name}}
		f := foundOne(t, screen(t, e, bundle, engine.Screening{Profile: p, Data: logData(), Exceptions: []tender.Exception{x}}).Report)
		if f.Status != report.Fail || f.Exception == nil || f.Exception.Places != 1 || f.Exception.Covered != covered {
			t.Errorf("%s: %s %+v", name, f.Status, f.Exception)
		}
		want := []report.Place{{Document: "a.cdx.json", Pointer: "/metadata/component", Line: 3, Column: 16}}
		if diff := cmp.Diff(want, f.Violations[0].Places); diff != "" {
			t.Error(diff)
		}
	}
}

// blindRule points at what could not be compared and at what was withdrawn.
const blindRule = `violation contains {"code": "bad", "args": {}, "at": ["matches", i, "coverage", part, "rows"]} if {
	some i, _ in input.sboms
	some part, found in {"blind": input.matches[i].coverage.blind, "withdrawn": input.matches[i].coverage.withdrawn}
	found.records > 0
}

basis contains {"code": "good", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	input.matches[i].coverage.total < 0
}
`

// TestBlindAndWithdrawnAreAtTheirComponents: records that give only commits, and
// records that were withdrawn, lead to the lines of what they are on, the
// subject too.
func TestBlindAndWithdrawnAreAtTheirComponents(t *testing.T) {
	e := newEngine(t, engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + blindRule)}))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	f := foundOne(t, screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(subjectSBOM)}), engine.Screening{Profile: p, Data: blindData()}).Report)
	var got []string
	for _, s := range f.Violations {
		for _, place := range s.Places {
			got = append(got, place.Pointer)
		}
	}
	if diff := cmp.Diff("/metadata/component /components/0 /metadata/component", strings.Join(got, " ")); diff != "" {
		t.Error(diff)
	}
}

// blindData has a record of commits only on each package, and a withdrawn one
// on the subject's.
func blindData() *advisory.Data {
	on := func(id, name, kind, withdrawn string) advisory.Advisory {
		return advisory.Advisory{ID: id, Withdrawn: withdrawn, Affected: []advisory.Affected{{Ecosystem: "Maven", Name: name,
			Ranges: []advisory.Range{{Type: kind, Events: []advisory.Event{{Introduced: "0"}}}}}}}
	}
	const log4j = "org.apache.logging.log4j:log4j-core"
	return advisory.New(advisory.Content{Set: advisory.Set{Name: "osv", Kind: advisory.KindAdvisories, Format: "osv", Date: "2026-11-01"},
		Advisories: []advisory.Advisory{on("A-1", log4j, "GIT", ""), on("A-2", "acme:b", "GIT", ""), on("A-3", log4j, "ECOSYSTEM", "2026-10-01T00:00:00Z")}})
}
