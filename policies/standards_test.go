package policies_test

import (
	"testing"
	"time"
)

// knownStandard is what CNF-06 asks of a row in the table of standards.
type knownStandard struct {
	ID     string   `yaml:"id"`
	Title  string   `yaml:"title"`
	Names  []string `yaml:"names"`
	Body   string   `yaml:"body"`
	Kind   string   `yaml:"kind"`
	Reason string   `yaml:"reason"`
	Newest string   `yaml:"newest"`
	Until  string   `yaml:"withdrawn_on"`
	// Editions, by what has become of them.
	Current    []string `yaml:"current"`
	Superseded []string `yaml:"superseded"`
	Draft      []string `yaml:"draft"`
	Withdrawn  []string `yaml:"withdrawn"`
	// Instead names standards of consensus bodies on the same subject.
	Instead []string       `yaml:"instead"`
	Others  map[string]any `yaml:",inline"`
}

// knownStandards is the table of standards that makers claim.
const knownStandards = "bidgate/requirement/conformity/known_standard/rows.yaml"

// TestEditionsHaveAState: every standard has an edition in some state, a day
// from which withdrawn ones no longer count, and beside an edition that does
// not count, or not for long, the one that a maker should claim.
func TestEditionsHaveAState(t *testing.T) {
	for _, row := range decodeYAML[[]knownStandard](t, knownStandards) {
		old := len(row.Superseded) + len(row.Draft) + len(row.Withdrawn)
		if len(row.Current)+old == 0 {
			t.Errorf("%s has no edition", row.ID)
		}
		if old > 0 && row.Newest == "" {
			t.Errorf("%s has editions that are superseded, drafts or withdrawn: say in newest what to claim", row.ID)
		}
		if _, err := time.Parse(time.DateOnly, row.Until); (len(row.Withdrawn) > 0) != (err == nil) {
			t.Errorf("%s: withdrawn editions have a day in withdrawn_on, and others none (%v)", row.ID, err)
		}
	}
}

// TestGovernmentStandardsHaveAReason: policies prefer voluntary consensus
// standards, so each publication of a government in the table of standards
// says why it is used (OMB A-119). Names are told apart, for a claim is looked
// up by them.
func TestGovernmentStandardsHaveAReason(t *testing.T) {
	rows := decodeYAML[[]knownStandard](t, knownStandards)
	kindOf := map[string]string{}
	for _, row := range rows {
		kindOf[row.ID] = row.Kind
	}
	kinds := map[string]bool{"voluntary_consensus": true, "industry": true, "government": true, "regulation": true}
	named := map[string]string{}
	for _, row := range rows {
		if !kinds[row.Kind] || row.Body == "" || len(row.Names) == 0 {
			t.Errorf("%s: name its body, one of the kinds of standards, and at least one name", row.ID)
		}
		if row.Kind == "government" && row.Reason == "" {
			t.Errorf("%s is a publication of a government: say in reason why it is used", row.ID)
		}
		for _, other := range row.Instead {
			if row.Kind != "government" || kindOf[other] != "voluntary_consensus" {
				t.Errorf("%s names %s in instead: only publications of a government have such, and only voluntary consensus standards are named", row.ID, other)
			}
		}
		for _, name := range row.Names {
			if other, twice := named[name]; twice {
				t.Errorf("%s and %s have the name %q", other, row.ID, name)
			}
			named[name] = row.ID
		}
	}
}
