package evidence

import (
	"cmp"
	"strings"
)

// modelCounts are the counts of a model that was read, by the names that the
// manifest has for them.
func modelCounts(m *ThreatModel) map[string]int {
	counts := map[string]int{
		"threats": len(m.Threats.Items), "instances": len(m.Threats.Items), "assumptions": len(m.Assumptions.Items), "controls": len(m.Mitigations.Items),
		"mitigations": len(m.Mitigations.Items), "risks": len(m.Risks.Items), "assets": len(m.Assets.Items), "failure_modes": len(m.FailureModes.Items),
		"trust_zones": len(m.TrustZones.Items), "trustZones": len(m.TrustZones.Items), "data_flows": len(m.DataFlows.Items),
		"dataflows": len(m.DataFlows.Items), "out_of_scope": len(m.Scope.Out.Items), "elements/Flow": len(m.DataFlows.Items),
		"elements/Boundary": len(m.TrustBoundaries.Items),
	}
	if m.Format == "otm" { // the manifest counts definitions
		ids := map[string]bool{}
		for _, c := range m.Threats.Items {
			ids[c.ID.Value] = true
		}
		counts["threats"] = len(ids)
		ids = map[string]bool{}
		for _, c := range m.Mitigations.Items {
			ids[c.ID.Value] = true
		}
		counts["mitigations"] = len(ids)
	}
	for _, c := range m.Threats.Items {
		counts["threats/"+c.StatusRaw]++
		counts["instances/"+c.StatusRaw]++
	}
	for _, c := range m.Mitigations.Items {
		counts["mitigations/"+c.StatusRaw]++
		counts["controls/"+c.StatusRaw]++
	}
	names := map[string]string{"external": "elements/Actor", "process": "elements/Process", "data_store": "elements/Store"}
	for _, p := range m.Components.Items {
		counts[names[p.Kind.Value]]++
	}
	counts["data_stores"] = counts["elements/Store"]
	counts["components"] = len(m.Components.Items)
	if m.Format == "threagile" || m.Format == "threagile-risks" {
		threagileCounts(m, counts)
	}
	if m.Format == "tmt" {
		counts["stencils"], counts["flows"], counts["boundaries"] = len(m.Components.Items), len(m.DataFlows.Items), len(m.TrustBoundaries.Items)
	}
	if m.Format == "pytm" {
		counts["elements"], counts["flows"], counts["findings"] = len(m.Components.Items), len(m.DataFlows.Items), len(m.Threats.Items)
		counts["boundaries"], counts["data"] = len(m.TrustBoundaries.Items), len(m.Assets.Items)
	}
	if m.Format == "tm-bom" {
		counts["components"] -= counts["data_stores"]
	}
	return counts
}

// threagileCounts counts by the names that Threagile has. The manifest lists
// the words of the list of risks, "absent" where one is left out.
func threagileCounts(m *ThreatModel, counts map[string]int) {
	counts["technical_assets"], counts["data_assets"], counts["communication_links"] = len(m.Components.Items), len(m.Assets.Items), len(m.DataFlows.Items)
	counts["trust_boundaries"], counts["individual_risks"] = len(m.TrustBoundaries.Items), len(m.Risks.Items)
	for _, c := range m.Mitigations.Items {
		counts["risk_tracking/"+c.StatusRaw]++
	}
	for _, c := range m.Threats.Items {
		if c.StatusRaw == "" {
			counts["threats/absent"]++
		}
		counts["severity/"+cmp.Or(c.SeverityRaw, "absent")]++
	}
	for _, w := range m.Warnings {
		if strings.HasPrefix(w.Text, "the include") {
			counts["includes"]++
		}
	}
}
