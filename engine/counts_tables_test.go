package engine

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
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

// at is the list at the path.
func at(value any, path []any) []any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			value = value.(map[string]any)[step]
		case int:
			value = value.([]any)[step]
		}
	}
	return value.([]any)
}

// comparesPairs are requirements that hold rows of a list against each other, so
// that the work grows with the square of few.
var comparesPairs = map[string]string{
	"conformity.consensus_first": "looks for the claims of each declaration among those of all; MaxDocuments bounds them",
	"sbom.each_component":        "looks for what is told of each SBOM among that of all; MaxDocuments bounds them",
	"support.lifecycle_agrees":   "holds the records of one SBOM against each other; MaxDocuments bounds them",
}

// sampled are bids in which a list once grew faster than in proportion, and one
// of every kind.
var sampled = []string{"bidgate-itself", "bridge-ai-denied", "controller-acquisition", "edk2-meets", "meter-every-kind"}

// TestEachListGrowsInProportion: whatever list of the input has two and three
// times its rows, each requirement that reads it does as much more for the third
// as for the second. CI looks at whole documents of some bids, make growth at
// every list of every bid, which takes 5 minutes on 2 cores.
func TestEachListGrowsInProportion(t *testing.T) {
	OneGoroutine(t) // it only counts; that screenings may run side by side is shown elsewhere
	bids, deepest := sampled, 1
	if os.Getenv("BIDGATE_EVERYTHING") != "" {
		folders, err := filepath.Glob("../fixtures/*/bundle")
		if err != nil {
			t.Fatal(err)
		}
		bids, deepest = nil, 6
		for _, folder := range folders {
			bids = append(bids, filepath.Base(filepath.Dir(folder)))
		}
	}
	e := Compiled(t)
	g := growth{t: t, engine: e, words: libraryWords(t, e), fields: schemaNames(t), looked: map[string]bool{}}
	for _, bid := range bids {
		g.bid(bid, deepest)
	}
}

// growth is what one run of the test needs.
type growth struct {
	t      *testing.T
	engine *Engine
	words  map[string]map[string]bool // by requirement
	fields map[string]bool            // names that an input may have
	looked map[string]bool            // requirements with lists that an earlier bid had
}

// A grownList is one list of a bid, and the requirements that may read it.
type grownList struct {
	path []any
	rows int
	ids  []string
}

// bid looks at the lists of a bid, as many at once as there are processors.
func (g *growth) bid(name string, deepest int) {
	g.t.Helper()
	bundle, err := evidence.OpenFS(os.DirFS("../fixtures/"+name+"/bundle"), evidence.Limits{})
	if err != nil {
		g.t.Fatal(err)
	}
	c, in, encoded := preparedOf(g.t, g.engine, asksEverything(g.t, g.engine), bundle)
	var input map[string]any
	if err := json.Unmarshal(encoded, &input); err != nil {
		g.t.Fatal(err)
	}
	once := events(g.t, g.engine, c.choice.IDs, in)
	var lists []grownList
	for _, key := range slices.Sorted(maps.Keys(input)) {
		if key == "profile" || key == "parameters" { // these are the buyer's
			continue
		}
		var paths [][]any
		growable(input[key], []any{key}, deepest, &paths)
		for _, path := range paths {
			lists = append(lists, grownList{path, len(at(input, path)), g.readers(c.choice.IDs, input[key], path, once)})
		}
	}
	lists = slices.DeleteFunc(lists, func(l grownList) bool { return len(l.ids) == 0 })
	if len(lists) == 0 && name == sampled[0] {
		g.t.Errorf("%s: no requirement reads a list", name)
	}
	work := make(chan grownList)
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for list := range work {
				g.inProportion(name, list, input, once)
			}
		})
	}
	for _, list := range lists {
		work <- list
	}
	close(work)
	all.Wait()
}

// inProportion counts what requirements do for one list of three sizes: n, 2n
// and 3n times its rows, which are three at least, as fewer do not show a
// square. Most do nothing for any of them, and are asked no more.
func (g *growth) inProportion(bid string, list grownList, input map[string]any, once map[string]int) {
	n := (list.rows + 2) / list.rows
	twice := g.count(list.ids, input, list.path, 2*n)
	ids := slices.DeleteFunc(slices.Clone(list.ids), func(id string) bool { return twice[id] == once[id] })
	first := once
	if n > 1 {
		first = g.count(ids, input, list.path, n)
	}
	thrice := g.count(ids, input, list.path, 3*n)
	for _, id := range ids {
		second, third := twice[id]-first[id], thrice[id]-twice[id]
		if float64(third) > 1.02*float64(second)+10 {
			g.t.Errorf("%s: %s does %d events more for the second %d times %v, and %d for the third", bid, id, second, n, list.path, third)
		}
	}
}

// count is what requirements do for the input with n times the list, of which
// no more is read than they read.
func (g *growth) count(ids []string, input map[string]any, path []any, n int) map[string]int {
	if len(ids) == 0 {
		return nil
	}
	read := maps.Clone(input)
	keys := g.engine.library.InputKeys(ids)
	maps.DeleteFunc(read, func(key string, _ any) bool { return !keys[key] })
	text, err := json.Marshal(grown(read, path, n))
	if err != nil {
		g.t.Error(err)
		return nil
	}
	in, err := policy.ParseInput(text)
	if err != nil {
		g.t.Error(err)
		return nil
	}
	counts, err := g.engine.library.Events(g.t.Context(), ids, in)
	if err != nil {
		g.t.Error(err)
	}
	return counts
}
