package engine

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/tender"
)

// countedRequirement is one of many that say one thing of each SBOM, for a
// member of its own where it has members.
const countedRequirement = `# METADATA
# title: Every component states its version
# description: Asks for a version of each component.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources: []
#   messages: {missing: "{n} components state no version", stated: "{n} components state a version"}
#   remedy: Add versions.
#   question: Please supply versions.
package bidgate.requirement.acme.NAME

basis contains {"code": "stated", "args": {"n": share.stated}, "at": ["sboms", i], "level": "verified"MEMBER} if {
	some i, _ in input.sboms
	share := input.sboms[i].facts.component_version.all
	share.stated >= share.total
}

violation contains {"code": "missing", "args": {"n": share.total - share.stated}, "at": ["sboms", i]MEMBER} if {
	some i, _ in input.sboms
	share := input.sboms[i].facts.component_version.all
	share.stated < share.total
}
`

// acmeEngine is an Engine with a pack of n requirements, or of one with n members.
func acmeEngine(t *testing.T, n int, members bool) (*Engine, *tender.Profile) {
	t.Helper()
	pack := fstest.MapFS{}
	if members {
		var rows strings.Builder
		for i := range n {
			fmt.Fprintf(&rows, "- {id: m-%d, title: \"Member %d of the table\", severity: major, family: m, family_title: Members, remedy: Add it., question: Please supply it., sources: []}\n", i, i)
		}
		text := strings.Replace(countedRequirement, "MEMBER", `, "member": member`, 2)
		text = strings.Replace(text, "if {\n", "if {\n\tsome member, _ in data.bidgate.catalog.requirements[\"acme.table\"].members\n", 2)
		pack["table/table.rego"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "NAME", "table", 1))}
		pack["table/rows.yaml"] = &fstest.MapFile{Data: []byte(rows.String())}
	} else {
		for i := range n {
			text := strings.Replace(countedRequirement, "MEMBER", "", 2)
			pack[fmt.Sprintf("versions_%d.rego", i)] = &fstest.MapFile{Data: []byte(strings.Replace(text, "NAME", fmt.Sprintf("versions_%d", i), 1))}
		}
	}
	e, err := New(t.Context(), WithPolicies(pack))
	if err != nil {
		t.Fatal(err)
	}
	p, err := tender.ParseProfile("acme.yaml", []byte("profile: 1\nid: acme\nedition: \"1\"\ntitle: Acme\nuse: [acme]\n"))
	if err != nil {
		t.Fatal(err)
	}
	return e, p
}

// TestDecisionGrowsWithFindings: each further requirement, and each further
// member of one, costs the decision the same.
func TestDecisionGrowsWithFindings(t *testing.T) {
	OneGoroutine(t)
	for _, members := range []bool{false, true} {
		counts := []int{}
		for _, n := range []int{20, 40, 60} {
			e, p := acmeEngine(t, n, members)
			c, in, _ := preparedBy(t, e, p, generated(10, 0))
			if got := len(c.choice.Selection.Requirements); got < n {
				t.Fatalf("%d findings, want %d and more", got, n)
			}
			results, err := e.library.Results(t.Context(), c.choice.IDs, in, 1)
			if err != nil {
				t.Fatal(err)
			}
			count, err := e.library.DecisionEvents(t.Context(), in, results)
			if err != nil {
				t.Fatal(err)
			}
			counts = append(counts, count)
		}
		if first, then := counts[1]-counts[0], counts[2]-counts[1]; float64(then) > 1.02*float64(first) {
			t.Errorf("members %v: 20 further findings cost %d events, then %d", members, first, then)
		}
	}
}
