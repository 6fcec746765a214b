package engine_test

import (
	"encoding/json"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
)

// exhibitKey is by what a recorded example names its exhibit.
type exhibitKey struct{ fixture, fact, buyer string }

// TestExamplesAreJudgedSo screens exhibits again, and holds that each example
// recorded of them is still what is said of it. All of them take a minute, so
// that CI takes some: which ones depends on the library and on the examples, so
// that they change with each change of either. BIDGATE_EVERYTHING takes all.
func TestExamplesAreJudgedSo(t *testing.T) {
	engine.OneGoroutine(t)
	text, err := os.ReadFile(recordFile)
	if err != nil {
		t.Fatal(err)
	}
	var recorded []authoring.Recorded
	if err := json.Unmarshal(text, &recorded); err != nil {
		t.Fatal(err)
	}
	h := newHarvest(t)
	of := map[exhibitKey][]authoring.Recorded{}
	for _, r := range recorded {
		key := exhibitKey{r.Bundle, r.Edit, r.Buyer}
		of[key] = append(of[key], r)
	}
	judged := 0
	for _, x := range exhibits(t, h.seeded) {
		key := x.key()
		examples := of[key]
		delete(of, key)
		if len(examples) == 0 || os.Getenv("BIDGATE_EVERYTHING") == "" && !drawn(text, key) {
			continue
		}
		judged += len(examples)
		h.compare(t, x, examples, recorded)
	}
	for key, examples := range of {
		t.Errorf("%v: %d examples are of an exhibit that is not there; record them again with -update-examples", key, len(examples))
	}
	t.Logf("%d of %d examples judged again", judged, len(recorded))
}

// perDraw is how many exhibits go into one that CI takes.
const perDraw = 8

// drawn chooses exhibits by the digest of what is recorded.
func drawn(recorded []byte, key exhibitKey) bool {
	sum := fnv.New64a()
	for _, part := range []string{string(recorded), key.fixture, key.fact, key.buyer} {
		_, _ = sum.Write([]byte(part + "\x00"))
	}
	return sum.Sum64()%perDraw == 0
}

// compare holds what was recorded of one exhibit to what is said of it now, by a
// profile of the requirements that it shows.
func (h *harvest) compare(t *testing.T, x exhibit, examples, all []authoring.Recorded) {
	t.Helper()
	shows := map[string]bool{}
	for _, e := range examples {
		shows[e.Requirement] = true
	}
	files, findings := x.judge(t, h.selecting(t, shows))
	got := map[string]authoring.Recorded{}
	for _, f := range findings {
		if r, ok := h.record(x, files, f); ok {
			got[f.ID] = r
		}
	}
	for _, e := range examples {
		for _, id := range h.meant(e, all) {
			r := got[id]
			if e.Member == authoring.AnyMember {
				r = common(r)
			}
			if diff := cmp.Diff(e, r); diff != "" {
				t.Errorf("%s: the example is not judged as recorded; look why, and record it again with -update-examples (-recorded +now)\n%s", id, diff)
			}
		}
	}
}

// selecting is a judge by these requirements, and by the one that the buyer's
// records of the exhibits are for.
func (h *harvest) selecting(t *testing.T, ids map[string]bool) seeded {
	t.Helper()
	text := "profile: 1\nid: shown\nedition: \"1\"\ntitle: What an exhibit shows\nuse:\n  - sbom.component_version\n"
	delete(ids, "sbom.component_version")
	for id := range ids {
		text += "  - " + id + "\n"
	}
	return seeded{engine: h.engine, profile: profile(t, text)}
}

// meant are the findings that an example stands for: one of every member for
// those that have none of their own.
func (h *harvest) meant(e authoring.Recorded, all []authoring.Recorded) []string {
	if e.Member != authoring.AnyMember {
		return []string{strings.TrimSuffix(e.Requirement+"."+e.Member, ".")}
	}
	var ids []string
	for _, member := range h.members[e.Requirement] {
		if !slices.ContainsFunc(all, func(r authoring.Recorded) bool {
			return r.Requirement == e.Requirement && r.Member == member && r.Good == e.Good
		}) {
			ids = append(ids, e.Requirement+"."+member)
		}
	}
	return ids
}
