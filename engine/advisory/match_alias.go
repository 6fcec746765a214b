package advisory

import (
	"slices"
	"strings"
)

// groups joins ids that name one vulnerability, by union-find.
type groups struct{ parent map[string]string }

func newGroups() *groups { return &groups{parent: map[string]string{}} }

func (g *groups) find(id string) string {
	p, ok := g.parent[id]
	if !ok {
		g.parent[id] = id
		return id
	}
	if p == id {
		return id
	}
	root := g.find(p)
	g.parent[id] = root
	return root
}

// join makes the ids one. The smaller root stays, so that the order of joining
// does not show.
func (g *groups) join(a, b string) {
	ra, rb := g.find(a), g.find(b)
	if ra == rb {
		return
	}
	if rb < ra {
		ra, rb = rb, ra
	}
	g.parent[rb] = ra
}

// mostAliases bounds how many ids one vulnerability gathers: more is an error
// in somebody's data, not a fact about a vulnerability.
const mostAliases = 64

// aliases are all ids that the data holds for one vulnerability, in order,
// starting from those given. Withdrawn records join nothing.
func (r *reader) aliases(ids []string) ([]string, error) {
	list := make([]string, 0, len(ids)+2)
	add := func(id string) {
		if id != "" && len(list) < mostAliases && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	for _, id := range ids {
		add(id)
	}
	var more []string
	for i := 0; i < len(list); i++ {
		hits, err := r.hits(keyOfID(list[i]))
		if err != nil {
			return nil, err
		}
		more = more[:0]
		for _, hit := range hits {
			if hit.Advisory.Withdrawn == "" {
				more = append(append(more, hit.Advisory.ID), hit.Advisory.Aliases...)
			}
		}
		slices.Sort(more)
		for _, id := range more {
			add(id)
		}
	}
	slices.SortFunc(list, compareIDs)
	return list, nil
}

// compareIDs puts CVEs first, and else orders by text.
func compareIDs(a, b string) int {
	if ca, cb := isCVE(a), isCVE(b); ca != cb {
		if ca {
			return -1
		}
		return 1
	}
	return strings.Compare(a, b)
}

func isCVE(id string) bool { return strings.HasPrefix(id, "CVE-") }
