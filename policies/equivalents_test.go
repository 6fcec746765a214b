package policies_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// otherStandards are the beginnings of clause ids, with the standard of each.
var otherStandards = []struct{ id, standard string }{
	{"en303645-", "ETSI EN 303 645"}, {"ir8259a-", "NIST IR 8259A"}, {"ir8259b-", "NIST IR 8259B"},
	{"ssdf-1.1-", "NIST SP 800-218"}, {"cra-", "EU Cyber Resilience Act"},
}

// inWords are the standards whose clauses are written as the law writes them,
// not as our ids do.
var inWords = []string{"EU Cyber Resilience Act"}

type equivalents struct {
	Equivalents []struct {
		Standard string `json:"standard"`
		Clause   string `json:"clause"`
	} `json:"equivalents"`
	Members map[string]struct {
		Columns struct {
			Also []string `json:"also"`
		} `json:"columns"`
	} `json:"members"`
}

// TestEquivalentsAreHonoured: what METADATA says is taken in place of a clause
// is what the rows take, and the other way round. A document that a buyer hands
// out says so, and a bidder relies on it.
func TestEquivalentsAreHonoured(t *testing.T) {
	data, err := os.ReadFile("bidgate/catalog/data.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalogue struct {
		Requirements map[string]equivalents `json:"requirements"`
	}
	if err := json.Unmarshal(data, &catalogue); err != nil {
		t.Fatal(err)
	}
	named := 0
	for id, r := range catalogue.Requirements {
		taken := r.taken()
		if id == "nist_8259ab.not_refused" { // it reads the rows of the other
			taken = catalogue.Requirements["nist_8259ab.capability"].taken()
		} else if slices.Contains(heldAgainst, id) {
			continue // there the other clauses are the claims that are held against evidence
		}
		told := map[string]bool{}
		for _, e := range r.Equivalents {
			named++
			told[e.Standard] = true
			for clause := range strings.SplitSeq(e.Clause, ", ") {
				if !slices.Contains(taken[e.Standard], clause) && (!slices.Contains(inWords, e.Standard) || len(taken[e.Standard]) == 0) {
					t.Errorf("%s names %s %s as equal, and no row takes an answer to it", id, e.Standard, clause)
				}
			}
		}
		for standard, clauses := range taken {
			if !told[standard] && !(standard == "EU Cyber Resilience Act" && strings.HasPrefix(id, "cra.")) {
				t.Errorf("%s takes answers to %s %v, and does not name it in equivalents", id, standard, clauses)
			}
		}
	}
	if named < 8 {
		t.Errorf("%d equivalents in the library", named)
	}
}

// taken are the clauses of other standards that rows take, by standard.
func (r equivalents) taken() map[string][]string {
	found := map[string][]string{}
	for _, row := range r.Members {
		for _, also := range row.Columns.Also {
			for _, other := range otherStandards {
				if clause, ok := strings.CutPrefix(also, other.id); ok {
					found[other.standard] = append(found[other.standard], clause)
				}
			}
		}
	}
	return found
}
