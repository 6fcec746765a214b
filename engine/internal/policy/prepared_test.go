package policy_test

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/policies"
)

// renamed is the embedded tree as another file system, which nothing was
// prepared of.
type renamed struct{ fs.FS }

func unprepared() policy.Pack {
	return policy.Pack{BuiltIn: true, FS: renamed{policies.FS}}
}

// TestPreparedIsWhatIsLoaded: with what was prepared and without it, the
// library is the same to everyone who uses it, whole and in part.
func TestPreparedIsWhatIsLoaded(t *testing.T) {
	if *update {
		t.Skip("what is embedded may be older than what is written now")
	}
	own := policy.Pack{Name: "pack", FS: tree(tables())}
	for _, without := range []bool{false, true} {
		for _, more := range [][]policy.Pack{nil, {own}} {
			pack, plain := policy.Pack{BuiltIn: true, FS: policies.FS, WithoutLibrary: without}, unprepared()
			plain.WithoutLibrary = without
			a, err := policy.Load(t.Context(), append([]policy.Pack{pack}, more...))
			if err != nil {
				explain(t, err)
			}
			b, err := policy.Load(t.Context(), append([]policy.Pack{plain}, more...))
			if err != nil {
				explain(t, err)
			}
			if diff := cmp.Diff(seen(t, b), seen(t, a)); diff != "" {
				t.Errorf("without library %v, with %d packs more: %s", without, len(more), diff)
			}
		}
	}
}

// seen is what a library shows.
func seen(t *testing.T, lib *policy.Library) map[string]any {
	t.Helper()
	text, err := lib.Catalogue().JSON()
	if err != nil {
		t.Fatal(err)
	}
	var bundle bytes.Buffer
	if err := lib.WriteBundle(&bundle); err != nil {
		t.Fatal(err)
	}
	says, parameters := map[string]any{}, map[string]any{} // as their types, for they become a part of inputs
	for id, q := range lib.Catalogue().All() {
		says[id], parameters[id] = lib.Says(id), q.Parameters
	}
	return map[string]any{
		"parameters": parameters,
		"digest":     lib.Digest(), "catalogue": string(text), "bundle": sha256.Sum256(bundle.Bytes()), "schema": lib.InputSchema(),
		"says": says,
	}
}

// rules are the ids of the requirements with rules, in order.
func rules(lib *policy.Library) []string {
	ids := []string{}
	for _, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirement(id).ComposedOf) == 0 {
			ids = append(ids, id)
		}
	}
	return ids
}
