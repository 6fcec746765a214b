package evidence

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

var generated = flag.Int("generated", 120, "documents that TestReferenceOnGenerated makes")

// TestReferenceOnGenerated holds what bidgate measures equal to what the
// reference derives, on documents made from nothing, of every version.
func TestReferenceOnGenerated(t *testing.T) {
	OneGoroutine(t)
	query := reference(t)
	seen, compared := map[string]bool{}, 0
	for seed := range *generated {
		m := sbomMaker{Rand: rand.New(rand.NewPCG(uint64(seed), 7))}
		text, err := json.Marshal(m.document(cdxVersions[seed%len(cdxVersions)]))
		if err != nil {
			t.Fatal(err)
		}
		if agrees(t, query, text) {
			compared++
		}
		if t.Failed() {
			t.Fatalf("document %d: %s", seed, text)
		}
		for fact, value := range measured(t, text) {
			notes(seen, fact, value)
		}
	}
	if compared < *generated*9/10 {
		t.Errorf("only %d of %d documents were SBOMs", compared, *generated)
	}
	// Documents that leave a fact empty hold nothing.
	for _, fact := range []string{"duplicate_refs", "duplicates/purl", "duplicates/name_version", "duplicates/different_hash", "duplicates/same_hash", "graph/dangling", "graph/self", "lost_compositions", "purposes/machine_learning", "hashes/empty", "hashes/filler", "graph/orphans", "graph/depth",
		"graph/unlisted", "agreement/names", "agreement/versions", "agreement/cpe_versions", "licences/unknown_id", "licences/bad_expression", "licences/free_text",
		"hashes/weak_only", "identifiers/invalid_purl", "identifiers/invalid_cpe", "identifiers/invalid_swid", "identifiers/invalid_omnibor_id", "identifiers/invalid_swhid",
		"security_contact/value", "components/first_party", "components/excluded", "places/declarations", "places/vulnerabilities", "places/annotations", "places/formulation", "places/pedigree"} {
		if !seen[fact] {
			t.Errorf("no document has anything of %s", fact)
		}
	}
}

// notes marks a fact, and those in it, that says something.
func notes(seen map[string]bool, fact string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			notes(seen, fact+"/"+name, inner)
		}
	case []any:
		seen[fact] = seen[fact] || len(v) > 0
	default:
		seen[fact] = seen[fact] || !slices.Contains([]string{"", "0", "false"}, fmt.Sprint(v))
	}
}
