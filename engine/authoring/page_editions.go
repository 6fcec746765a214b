package authoring

import (
	"cmp"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// edition is one edition of a standard, with the ways in which clauses of it
// are known.
type edition struct {
	standard, edition string
	known             map[string]bool
}

// house is the name under which the library cites itself.
const house = "bidgate"

// howKnown orders the ways in which a source is known, the surest first.
var howKnown = []string{"source", "secondary", "memory"}

// editionRows lists the editions that the requirements of a profile rest on.
func editionRows(profile string, requirements []report.Requirement) [][]string {
	found := map[[2]string]edition{}
	for _, s := range sourcesAsked(profile, requirements) {
		if s.Standard == house {
			continue
		}
		key := [2]string{s.Standard, s.Edition}
		if found[key].known == nil {
			found[key] = edition{s.Standard, s.Edition, map[string]bool{}}
		}
		found[key].known[s.Confidence] = true
	}
	list := make([]edition, 0, len(found))
	for _, e := range found {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b edition) int {
		return cmp.Or(cmp.Compare(a.standard, b.standard), cmp.Compare(a.edition, b.edition))
	})
	rows := [][]string{{"Standard or law", "Edition", "How its clauses are known"}}
	for _, e := range list {
		var words []string
		for _, how := range howKnown {
			if e.known[how] {
				words = append(words, Confidence(how))
			}
		}
		rows = append(rows, []string{e.standard, e.edition, strings.Join(words, "; others ")})
	}
	return rows
}

// sourcesAsked are the sources of what the profile asks for; of a table only
// those of the rows that it takes.
func sourcesAsked(profile string, requirements []report.Requirement) []report.Source {
	var sources []report.Source
	for _, r := range requirements {
		taken, asked := map[string]bool{}, false
		for _, u := range r.Profiles {
			if u.Profile == profile {
				taken[u.Member], asked = true, true
			}
		}
		if asked {
			sources = append(sources, r.Sources...)
		}
		for _, m := range r.Members {
			if taken[m.ID] {
				sources = append(sources, m.Sources...)
			}
		}
	}
	return sources
}
