package engine_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
)

// TestReplay decides the input of a screening again, and gives its decision
// byte for byte; another input gives another one, or an error.
func TestReplay(t *testing.T) {
	e := engine.Compiled(t)
	b, err := evidence.OpenFS(os.DirFS("../fixtures/mongo-no-declaration/bundle"), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	baseline, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	result := screen(t, e, b, engine.Screening{Profile: baseline, AsOf: asOf})
	if got := e.PolicyDigest(); got != result.Report.Provenance.Policy {
		t.Errorf("policies %s, and the report has %s", got, result.Report.Provenance.Policy)
	}
	again, err := e.Replay(t.Context(), result.Input)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again, result.Decision) {
		t.Errorf("another decision:\n%.500s\nwant\n%.500s", again, result.Decision)
	}
	unnamed := bytes.Replace(result.Input, []byte(`"requirement":"sbom.component_version"`), []byte(`"requirement":"sbom.component_colour"`), 1)
	for name, input := range map[string][]byte{"no input": nil, "no object": []byte("[]"), "a requirement that there is not": unnamed} {
		if decision, err := e.Replay(t.Context(), input); err == nil || !strings.Contains(err.Error(), "input: ") || decision != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if b.Contents() == nil || evidence.ContentDigest(b.Contents()) != result.Report.Provenance.Bundle {
		t.Error("the contents of the bundle have another digest than the report states")
	}
}
