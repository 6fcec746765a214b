package engine

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
)

// growable are the lists of an input that evidence fills, by their path: those
// of rows, and those of numbers of rows that facts have.
func growable(value any, path []any, deepest int, found *[][]any) {
	if len(path) > deepest {
		return
	}
	switch v := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			growable(v[key], append(slices.Clone(path), key), deepest, found)
		}
	case []any:
		if len(v) == 0 {
			return
		}
		if _, table := v[0].([]any); !table {
			*found = append(*found, path)
		}
		growable(v[0], append(slices.Clone(path), 0), deepest, found)
	}
}

// grown is a copy of the value in which the list at the path has n times its rows.
func grown(value any, path []any, n int) any {
	if len(path) == 0 {
		return slices.Repeat(value.([]any), n)
	}
	switch step := path[0].(type) {
	case string:
		object := maps.Clone(value.(map[string]any))
		object[step] = grown(object[step], path[1:], n)
		return object
	default:
		list := slices.Clone(value.([]any))
		list[step.(int)] = grown(list[step.(int)], path[1:], n)
		return list
	}
}

// comparesPairs are requirements that hold rows of a list against each other, so
// that the work grows with the square of few.
var comparesPairs = map[string]string{
	"conformity.consensus_first": "looks for the claims of each declaration among those of all; MaxDocuments bounds them",
	"sbom.each_component":        "looks for what is told of each SBOM among that of all; MaxDocuments bounds them",
	"support.lifecycle_agrees":   "holds the records of one SBOM against each other; MaxDocuments bounds them",
}

// TestEachListGrowsInProportion: whatever list of the input has two and three
// times its rows, each requirement that reads it does as much more for the third
// as for the second. CI looks at whole documents of a bid of every kind, make growth
// at every list of every bid.
func TestEachListGrowsInProportion(t *testing.T) {
	OneGoroutine(t)
	bids, deepest := []string{"../fixtures/meter-every-kind/bundle"}, 1
	if os.Getenv("BIDGATE_EVERYTHING") != "" {
		var err error
		if bids, err = filepath.Glob("../fixtures/*/bundle"); err != nil {
			t.Fatal(err)
		}
		deepest = 6
	}
	e := Compiled(t)
	for _, bid := range bids {
		bundle, err := evidence.OpenFS(os.DirFS(bid), evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		c, _, encoded := preparedOf(t, e, asksEverything(t, e), bundle)
		var input map[string]any
		if err := json.Unmarshal(encoded, &input); err != nil {
			t.Fatal(err)
		}
		var lists [][]any
		for _, key := range slices.Sorted(maps.Keys(input)) {
			if key != "profile" && key != "parameters" { // these are the buyer's
				growable(input[key], []any{key}, deepest, &lists)
			}
		}
		if len(lists) < 8 {
			t.Errorf("%s: only %d lists have rows", bid, len(lists))
		}
		for _, path := range lists {
			var readers []string
			for _, id := range c.choice.IDs {
				if comparesPairs[id] == "" && e.library.InputKeys([]string{id})[path[0].(string)] {
					readers = append(readers, id)
				}
			}
			growsInProportion(t, e, readers, input, path)
		}
	}
}

// growsInProportion counts what requirements do for one list of three sizes.
func growsInProportion(t *testing.T, e *Engine, ids []string, input map[string]any, path []any) {
	t.Helper()
	const n = 3
	counts := make([]map[string]int, 3)
	for i := range counts {
		text, err := json.Marshal(grown(input, path, n*(i+1)))
		if err != nil {
			t.Fatal(err)
		}
		in, err := policy.ParseInput(text)
		if err != nil {
			t.Fatal(err)
		}
		counts[i] = events(t, e, ids, in)
	}
	for _, id := range ids {
		second, third := counts[1][id]-counts[0][id], counts[2][id]-counts[1][id]
		if float64(third) > 1.02*float64(second)+10 {
			t.Errorf("%s does %d events more for the second %d times %v, and %d for the third", id, second, n, path, third)
		}
	}
}
