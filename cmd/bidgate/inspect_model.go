package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// modelText writes what was understood of one threat model.
func modelText(w *bytes.Buffer, m *evidence.ThreatModel, path func(int) string) {
	fmt.Fprintf(w, "\nThreat model %s\n", path(m.Document))
	c := m.Counts
	columns(w, [][2]string{
		{"product", product(m.Product)}, {"title", oneLine(m.Title.Value)}, {"date", m.Date.Value.Text},
		{"elements", listed(numbered{len(m.Components.Items), "parts %d"}, numbered{len(m.DataFlows.Items), "data flows %d"},
			numbered{len(m.TrustBoundaries.Items), "trust boundaries %d"}, numbered{len(m.Assets.Items), "assets %d"})},
		{"threats", fmt.Sprintf("%d, open %d, of them high or critical %d", c.Threats, c.Open, c.OpenHigh)},
		{"without", fmt.Sprintf("mitigation %d, category %d, response %d, status %d", c.WithoutMitigation, c.WithoutCategory, c.WithoutResponse, c.WithoutStatus)},
		{"never touched", nonzero(c.Untouched)},
		{"mitigations", nonzero(len(m.Mitigations.Items))},
		{"cannot say", words(m.Unsupported)},
		{"completed", words(m.SupplementedBy.Fields)},
	})
	if m.Demo {
		fmt.Fprintf(w, "  note: this is the example that comes with a tool: %s.\n", oneLine(m.DemoOf))
	}
	const most = 20
	for i, warning := range m.Warnings {
		if i == most {
			fmt.Fprintf(w, "  note: and %s.\n", count(len(m.Warnings)-most, "more note"))
			break
		}
		fmt.Fprintf(w, "  note: %s\n", oneLine(warning.Text))
	}
}

// words joins the names of fields as people write them.
func words(fields []string) string {
	return strings.ReplaceAll(strings.Join(fields, ", "), "_", " ")
}
