package evidence

import (
	"fmt"
	"sort"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
)

// provenanceAgrees compares pedigree, evidence and compositions with what
// cyclonedx-go finds of the components that a document delivers.
func provenanceAgrees(t *testing.T, bom *cdx.BOM, ours reading) {
	t.Helper()
	if diff := cmp.Diff(oracleProvenance(bom), ourProvenance(ours)); diff != "" {
		t.Errorf("pedigree, evidence and compositions (-cyclonedx-go +ours):\n%s", diff)
	}
}

func oracleProvenance(bom *cdx.BOM) []string {
	lines := []string{}
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	var visit func(components *[]cdx.Component)
	visit = func(components *[]cdx.Component) {
		for _, c := range all(components) {
			if p := c.Pedigree; p != nil {
				for _, commit := range all(p.Commits) {
					add("commit %s %s", usable(commit.UID), usable(commit.URL))
				}
				for _, patch := range all(p.Patches) {
					add("patch %s resolves %d", patch.Type, len(all(patch.Resolves)))
				}
				if p.Notes != "" {
					add("notes %s", p.Notes)
				}
			}
			if e := c.Evidence; e != nil {
				for _, id := range oracleIdentities(e.Identity) {
					add("identity %s methods %d", id.Field, len(all(id.Methods)))
				}
				frames := 0
				if e.Callstack != nil {
					frames = len(all(e.Callstack.Frames))
				}
				add("evidence %d %d %d", len(all(e.Occurrences)), frames, len(all(e.Copyright)))
			}
			visit(c.Components)
		}
	}
	if bom.Metadata != nil && bom.Metadata.Component != nil {
		visit(&[]cdx.Component{*bom.Metadata.Component})
	}
	visit(bom.Components)
	for _, c := range all(bom.Compositions) {
		add("composition of %d, %d, %d", len(all(c.Assemblies)), len(all(c.Dependencies)), len(all(c.Vulnerabilities)))
	}
	sort.Strings(lines)
	return lines
}

// oracleIdentities are what is one object to CycloneDX 1.5, and a list after it.
func oracleIdentities(choice *cdx.EvidenceIdentityChoice) []cdx.EvidenceIdentity {
	switch {
	case choice == nil:
		return nil
	case choice.Identity != nil: //nolint:staticcheck // the form to 1.5
		return []cdx.EvidenceIdentity{*choice.Identity} //nolint:staticcheck // the form to 1.5
	}
	return all(choice.Identities)
}

func ourProvenance(r reading) []string {
	lines := []string{}
	add := func(row int, format string, args ...any) {
		if row < 0 || delivered(&r.components[row]) {
			lines = append(lines, fmt.Sprintf(format, args...))
		}
	}
	for _, c := range r.changes {
		switch c.Kind {
		case "commit":
			add(c.Row, "commit %s %s", c.UID, c.URL)
		case "patch":
			add(c.Row, "patch %s resolves %d", c.Type, len(c.Resolves))
		default:
			add(c.Row, "notes %s", c.Text)
		}
	}
	for _, e := range r.proofs {
		for _, id := range e.Identities {
			add(e.Row, "identity %s methods %d", id.Field, len(id.Methods))
		}
		add(e.Row, "evidence %d %d %d", len(e.Occurrences), len(e.Frames), len(e.Copyright))
	}
	for _, c := range r.compositions {
		add(-1, "composition of %d, %d, %d", len(c.Assemblies), len(c.Dependencies), len(c.Vulnerabilities))
	}
	sort.Strings(lines)
	return lines
}
