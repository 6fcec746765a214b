package policies_test

import (
	"testing"
)

// knownStandard is what CNF-06 asks of a row in the table of standards.
type knownStandard struct {
	ID     string         `yaml:"id"`
	Title  string         `yaml:"title"`
	Names  []string       `yaml:"names"`
	Body   string         `yaml:"body"`
	Kind   string         `yaml:"kind"`
	Reason string         `yaml:"reason"`
	Others map[string]any `yaml:",inline"`
}

// TestGovernmentStandardsHaveAReason: policies prefer voluntary consensus
// standards, so each publication of a government in the table of standards
// says why it is used (OMB A-119). Names are told apart, for a claim is looked
// up by them.
func TestGovernmentStandardsHaveAReason(t *testing.T) {
	kinds := map[string]bool{"voluntary_consensus": true, "industry": true, "government": true, "regulation": true}
	named := map[string]string{}
	for _, row := range decodeYAML[[]knownStandard](t, "bidgate/requirement/conformity/known_standard/rows.yaml") {
		if !kinds[row.Kind] || row.Body == "" || len(row.Names) == 0 {
			t.Errorf("%s: name its body, one of the kinds of standards, and at least one name", row.ID)
		}
		if row.Kind == "government" && row.Reason == "" {
			t.Errorf("%s is a publication of a government: say in reason why it is used", row.ID)
		}
		for _, name := range row.Names {
			if other, twice := named[name]; twice {
				t.Errorf("%s and %s have the name %q", other, row.ID, name)
			}
			named[name] = row.ID
		}
	}
}
