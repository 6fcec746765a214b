package engine_test

import (
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

// TestPackCannotTakeTheNameOfABuiltInFile: what counts is a module's package,
// and a file that lies where the decision does stands beside it.
func TestPackCannotTakeTheNameOfABuiltInFile(t *testing.T) {
	engine.OneGoroutine(t)
	failing := "import data.bidgate.lib.coverage\n\nviolation contains {\"code\": \"bad\", \"args\": {}, \"at\": [\"sboms\", i]} if {\n\tsome i, _ in input.sboms\n\tcoverage.outcome(1, 1, 0, 1) == \"met\"\n}\n\n" +
		"basis contains {\"code\": \"good\", \"args\": {}, \"at\": [\"sboms\", i], \"level\": \"verified\"} if {\n\tsome i, sbom in input.sboms\n\tsbom.spec_version == \"9\"\n}\n"
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM)})
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme, sbom]\nrequirements: {acme.one: {severity: blocking}}\n")
	for _, name := range []string{
		"bidgate/decision.rego", "bidgate/lib/verdict/verdict.rego", "bidgate/lib/coverage/coverage.rego",
		"bidgate/requirement/sbom/subject/subject.rego",
	} {
		e := newEngine(t, engine.WithPolicies(fstest.MapFS{name: file(metadata + failing)}))
		r := screen(t, e, bundle, engine.Screening{Profile: p}).Report
		statuses := map[string]report.Status{}
		for _, f := range r.Findings {
			statuses[f.ID] = f.Status
		}
		if r.Verdict != report.DoesNotMeet || statuses["acme.one"] != report.Fail || statuses["sbom.subject"] != report.Pass {
			t.Errorf("%s: verdict %s, %v", name, r.Verdict, statuses)
		}
	}
}
