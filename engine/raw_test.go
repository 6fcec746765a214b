package engine_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

const rawRule = `violation contains {"code": "bad", "args": {}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	some raw in input.raw
	raw.document == sbom.document
	raw.tree.metadata.component.version != "1.0"
}

basis contains {"code": "good", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	some raw in input.raw
	raw.document == sbom.document
	raw.tree.metadata.component.version == "1.0"
}
`

// TestRawTreeOnRequest: a requirement that says so sees the vendor's own tree,
// one that does not is refused, and nothing else puts it into the input.
func TestRawTreeOnRequest(t *testing.T) {
	engine.OneGoroutine(t)
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM), "tm.yaml": file("threat_model: 1\n")})
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	asked := fstest.MapFS{"one.rego": file(strings.Replace(metadata, "#   tags: []", "#   tags: []\n#   raw: true", 1) + rawRule)}
	result := screen(t, newEngine(t, engine.WithPolicies(asked)), bundle, engine.Screening{Profile: p})
	if result.Report.Verdict != report.Meets {
		t.Errorf("verdict %s, %+v", result.Report.Verdict, result.Report.Findings)
	}
	if !strings.Contains(string(result.Input), `"raw":[{"document":0,`) {
		t.Error("the export does not hold the tree that was evaluated")
	}
	_, err := engine.New(context.Background(), engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + rawRule)}))
	if err == nil || !strings.Contains(err.Error(), "raw: true") {
		t.Errorf("without raw: true: %v", err)
	}
	e := newEngine(t)
	baseline, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	if result := screen(t, e, bundle, engine.Screening{Profile: baseline}); strings.Contains(string(result.Input), `"raw":`) {
		t.Error("baseline's input holds the vendor's own tree")
	}
}
