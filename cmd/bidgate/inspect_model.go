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
		{"reviewed", m.ReviewedAt.Value.Text}, {"next review", m.NextReview.Value.Text},
		{"owner", oneLine(m.Owner.Name.Value)}, {"written by", persons(m.Authors.Items)}, {"reviewed by", persons(m.Reviewers.Items)},
		{"elements", listed(numbered{len(m.Components.Items), "parts %d"}, numbered{len(m.DataFlows.Items), "data flows %d"},
			numbered{len(m.TrustZones.Items), "trust zones %d"}, numbered{len(m.TrustBoundaries.Items), "trust boundaries %d"},
			numbered{len(m.Interfaces.Items), "interfaces %d"}, numbered{len(m.Assets.Items), "assets %d"},
			numbered{len(m.Assumptions.Items), "assumptions %d"}, numbered{len(m.FailureModes.Items), "failure modes %d"},
			numbered{len(m.Scope.Out.Items), "left out %d"})},
		{"threats", fmt.Sprintf("%d, open %d, of those high or critical %d", c.Threats, c.Open, c.OpenHigh)},
		{"decided", decided(m)},
		{"without", fmt.Sprintf("mitigation %d, category %d, response %d, status %d", c.WithoutMitigation, c.WithoutCategory, c.WithoutResponse, c.WithoutStatus)},
		{"never touched", nonzero(c.Untouched)},
		{"mitigations", nonzero(len(m.Mitigations.Items))},
	})
	folded(w, "cannot say", fields(m.Unsupported))
	if m.SupplementedBy.State == evidence.Stated {
		folded(w, "completed by", []string{path(m.SupplementedBy.Document) + ":"}, fields(m.SupplementedBy.Fields))
	}
	if m.Supplements.State == evidence.Stated {
		fmt.Fprintf(w, "  note: it says that it completes %s, and does not; see the problem of the document.\n", oneLine(m.Supplements.Path.Value))
	}
	if m.Demo {
		fmt.Fprintf(w, "  note: this is the example that comes with a tool: %s.\n", oneLine(m.DemoOf))
	}
	const most = 20
	times, order := map[string]int{}, []string{}
	for _, warning := range m.Warnings {
		if times[warning.Text]++; times[warning.Text] == 1 {
			order = append(order, warning.Text)
		}
	}
	for i, text := range order {
		if i == most {
			fmt.Fprintf(w, "  note: and %s.\n", count(len(order)-most, "more note"))
			break
		}
		if n := times[text]; n > 1 {
			text += fmt.Sprintf(" (%d times)", n)
		}
		fmt.Fprintf(w, "  note: %s\n", oneLine(text))
	}
}

func persons(list []evidence.Person) string {
	var of [][2]string
	for _, p := range list {
		of = append(of, [2]string{p.Name.Value, p.Role.Value})
	}
	return named(of)
}

// decided counts the threats that are not open by what was decided.
func decided(m *evidence.ThreatModel) string {
	by := map[string]int{}
	for i := range m.Threats.Items {
		by[m.Threats.Items[i].Status.Value]++
	}
	return listed(numbered{by["mitigated"], "mitigated %d"}, numbered{by["accepted"], "accepted %d"}, numbered{by["transferred"], "transferred %d"},
		numbered{by["avoided"], "avoided %d"}, numbered{by["not_applicable"], "not applicable %d"}, numbered{by[""], "without a status %d"})
}

// fields are the names of fields as people write them, those of one object
// together: product (version, purl).
func fields(names []string) []string {
	below, order := map[string][]string{}, []string{}
	for _, name := range names {
		object, field, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(name, "facts."), "_", " "), ".")
		if _, known := below[object]; !known {
			order = append(order, object)
			below[object] = []string{}
		}
		if field != "" {
			below[object] = append(below[object], strings.ReplaceAll(field, ".", " "))
		}
	}
	for i, object := range order {
		if len(below[object]) > 0 {
			order[i] = object + " (" + strings.Join(below[object], ", ") + ")"
		}
		if i < len(order)-1 {
			order[i] += ","
		}
	}
	return order
}

// folded writes a long list under its name, in lines that fit a page.
func folded(w *bytes.Buffer, name string, lists ...[]string) {
	const width = 96
	line := "  " + name + "  "
	indent := strings.Repeat(" ", len(line))
	empty := true
	for _, list := range lists {
		for _, word := range strings.Fields(strings.Join(list, " ")) {
			if len(line)+len(word) > width && !empty {
				fmt.Fprintln(w, inert(strings.TrimRight(line, " ")))
				line = indent
			}
			line += word + " "
			empty = false
		}
	}
	if !empty {
		fmt.Fprintln(w, inert(strings.TrimRight(line, " ")))
	}
}
