package advisory

import (
	"cmp"
	"slices"
	"strings"
)

// SourceBasis is how many entries one data set has under one legal basis.
type SourceBasis struct {
	Set     int // row in Sets
	Basis   string
	Entries int
}

// Bases counts the entries by set and legal basis, in that order. Under a
// basis that is not among them nothing can be found.
func (s *Sources) Bases() []SourceBasis {
	list := []SourceBasis{}
	for _, hit := range s.entities {
		is := func(b SourceBasis) bool { return b.Set == hit.Set && b.Basis == hit.Entity.LegalBasis }
		i := slices.IndexFunc(list, is)
		if i < 0 {
			i = len(list)
			list = append(list, SourceBasis{Set: hit.Set, Basis: hit.Entity.LegalBasis})
		}
		list[i].Entries++
	}
	slices.SortFunc(list, func(a, b SourceBasis) int {
		return cmp.Or(cmp.Compare(a.Set, b.Set), strings.Compare(a.Basis, b.Basis))
	})
	return list
}
