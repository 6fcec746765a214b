package remedy_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/remedy"
)

// summary is one that completes the threat model of a tool.
type summary struct {
	head map[string]any
	rows map[string]map[string]map[string]any // by list, then by id
	ids  map[string][]string                  // of the model, by list
}

// lists are where the rows of an edit stand.
var lists = map[string]string{"threat": "threats", "assumption": "assumptions", "asset": "assets", "adversary": "adversaries", "flow": "data_flows"}

func newSummary(document string, m *evidence.ThreatModel) *summary {
	s := &summary{rows: map[string]map[string]map[string]any{}, ids: map[string][]string{}, head: map[string]any{
		"threat_model": 1, "supplements": document, "version": "1", "date": "2026-09-14",
		"product": map[string]any{"name": either(m.Product.Name.Value, "Gateway"), "version": either(m.Product.Version.Value, "1.0.0")},
	}}
	for _, row := range m.Threats.Items {
		s.ids["threats"] = append(s.ids["threats"], row.ID.Value)
	}
	for _, row := range m.Assumptions.Items {
		s.ids["assumptions"] = append(s.ids["assumptions"], row.ID.Value)
	}
	for _, row := range m.Assets.Items {
		s.ids["assets"] = append(s.ids["assets"], row.ID.Value)
	}
	for _, row := range m.Adversaries.Items {
		s.ids["adversaries"] = append(s.ids["adversaries"], row.ID.Value)
	}
	for _, row := range m.DataFlows.Items {
		s.ids["data_flows"] = append(s.ids["data_flows"], row.ID.Value)
	}
	for _, row := range m.Components.Items {
		s.ids["components"] = append(s.ids["components"], row.ID.Value)
	}
	for _, row := range m.TrustBoundaries.Items {
		s.ids["trust_boundaries"] = append(s.ids["trust_boundaries"], row.ID.Value)
	}
	return s
}

// add makes an edit in the summary, for each row of its list.
func (s *summary) add(t *testing.T, edit remedy.Edit, done map[string]bool) {
	t.Helper()
	if done[edit.Where+edit.Add] {
		return
	}
	done[edit.Where+edit.Add] = true
	var members map[string]any
	if err := yaml.Unmarshal([]byte(s.filled(edit.Add)), &members); err != nil {
		t.Fatalf("%s: %v", edit.Add, err)
	}
	list, ofRows := lists[edit.Where]
	if !ofRows {
		maps.Copy(s.head, members)
		return
	}
	if s.rows[list] == nil {
		s.rows[list] = map[string]map[string]any{}
	}
	for _, id := range s.ids[list] {
		if id == "" {
			continue // nothing tells which one is meant
		}
		if s.rows[list][id] == nil {
			s.rows[list][id] = map[string]any{"id": id}
		}
		maps.Copy(s.rows[list][id], members)
	}
}

// filled puts what a vendor knows in the place of the words in capitals.
func (s *summary) filled(text string) string {
	first := func(list, other string) string {
		for _, id := range s.ids[list] {
			if id != "" {
				return `"` + id + `"`
			}
		}
		return other
	}
	return strings.NewReplacer(
		"BOM-REF", "part", "[COMPONENT]", "["+first("components", "part")+"]", "[BOUNDARY]", "["+strings.Join(s.ids["trust_boundaries"], ", ")+"]", "METHOD", "PASTA", "source: FROM", "source: "+first("components", "part"),
		"destination: TO", "destination: "+first("components", "part"), "[MITIGATION]", "[M-01]", "{path: SBOM}", "{path: sbom.cdx.json}",
		"expires: \"YYYY-MM-DD\"", "expires: \"2027-10-01\"", "YYYY-MM-DD", "2026-10-01", `"VERSION"`, `"1.0.0"`, "PRODUCT", "Gateway", "REVIEWER", "Alice Example", "AUTHOR", "Dan Example", "NAME", "Bob Example",
	).Replace(text)
}

// files is the summary as a file.
func (s *summary) files(t *testing.T) map[string][]byte {
	t.Helper()
	all := maps.Clone(s.head)
	if len(s.ids["components"]) == 0 {
		all["components"] = []any{map[string]any{"id": "part", "name": "Part"}}
	}
	for list, rows := range s.rows {
		entries := []any{}
		for _, id := range slices.Sorted(maps.Keys(rows)) {
			entries = append(entries, rows[id])
		}
		all[list] = entries
	}
	if strings.Contains(string(mustYAML(t, all)), "M-01") {
		all["mitigations"] = []any{map[string]any{"id": "M-01", "title": "Signed updates", "status": "implemented", "owner": "Bob Example", "due": "2026-12-31"}}
	}
	return map[string][]byte{"summary.yaml": mustYAML(t, all)}
}

func mustYAML(t *testing.T, v any) []byte {
	t.Helper()
	data, err := yaml.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
