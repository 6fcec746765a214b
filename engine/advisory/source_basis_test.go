package advisory_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

func TestBasesCountEntriesBySetAndBasis(t *testing.T) {
	list := func(name string, bases ...string) advisory.Content {
		c := advisory.Content{Set: advisory.Set{Name: name, Kind: advisory.KindSources}}
		for i, basis := range bases {
			c.Entities = append(c.Entities, advisory.Entity{ID: name + string(rune('a'+i)), Name: name, LegalBasis: basis})
		}
		return c
	}
	s, err := advisory.New(list("one", "B", "A", "B"), list("two", "A")).Sources()
	if err != nil {
		t.Fatal(err)
	}
	want := []advisory.SourceBasis{{Set: 0, Basis: "A", Entries: 1}, {Set: 0, Basis: "B", Entries: 2}, {Set: 1, Basis: "A", Entries: 1}}
	if diff := cmp.Diff(want, s.Bases()); diff != "" {
		t.Error(diff)
	}
}
