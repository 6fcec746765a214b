package policy

import (
	"testing"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// broken is a tracer that panics in the middle of an evaluation, as a bug in a
// builtin would.
type broken struct{ counter }

func (*broken) TraceEvent(topdown.Event) { panic("a bug") }

// TestPanicIsTheRequirementsError: a breakdown is a result and never a pass.
func TestPanicIsTheRequirementsError(t *testing.T) {
	tree := fstest.MapFS{"bidgate/requirement/acme/small/small.rego": &fstest.MapFile{Data: []byte(`# METADATA
# title: Small
# description: Small.
# custom: {contract: 1, severity: info, section: governance, evidence: {}, over: bundle, sources: [], messages: {no: "No", yes: "Yes"}, remedy: R, question: Q}
package bidgate.requirement.acme.small

violation contains {"code": "no", "args": {}, "at": ["bundle"]} if input.bundle.digest == ""

basis contains {"code": "yes", "args": {}, "at": ["bundle"], "level": "asserted"} if input.bundle.digest != ""
`)}}
	lib, err := Check(t.Context(), []Pack{{BuiltIn: true, FS: tree}})
	if err != nil {
		t.Fatal(err)
	}
	in, err := ParseInput([]byte(`{"bundle": {"digest": "x"}}`))
	if err != nil {
		t.Fatal(err)
	}
	results, err := lib.trace(t.Context(), []string{"acme.small"}, in, 1, &broken{})
	if err != nil {
		t.Fatal(err)
	}
	if got := results.Error("acme.small"); got != "evaluation broke down: a bug" {
		t.Errorf("got %q", got)
	}
}
