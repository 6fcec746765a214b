package engine_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
)

// besides are pairs that may list the same: a producer stands for a supplier, so
// that what names neither lacks both.
var besides = map[[2]string]bool{{"sbom.component_producer", "sbom.component_supplier"}: true}

// toldOnce holds that no fact of an SBOM is told by two findings: a list of the
// components that lack something stands in one violation.
func toldOnce(t *testing.T, name string, result *engine.Result) {
	t.Helper()
	var decision struct {
		Findings []struct {
			ID         string `json:"id"`
			PartOnly   bool   `json:"part_only"`
			Violations []struct {
				At []any `json:"at"`
			} `json:"violations"`
		} `json:"findings"`
	}
	if err := json.Unmarshal(result.Decision, &decision); err != nil {
		t.Fatal(err)
	}
	told := map[string]string{}
	for _, f := range decision.Findings {
		for _, v := range f.Violations {
			at, err := json.Marshal(v.At)
			if err != nil {
				t.Fatal(err)
			}
			fact := string(at)
			if f.PartOnly || !strings.Contains(fact, `"facts"`) {
				continue
			}
			if other := told[fact]; other != "" && other != f.ID && !besides[[2]string{other, f.ID}] {
				t.Errorf("%s: %s and %s both list %s: one fact is told by one requirement", name, other, f.ID, fact)
			}
			told[fact] = f.ID
		}
	}
}
