package evidence

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// manifestFormats are the formats of the manifest whose models are read here,
// by how their name begins.
var manifestFormats = map[string]string{
	"Threat Dragon": "threat-dragon", "OWASP TM-BOM": "tm-bom", "OTM": "otm", "AWS Threat Composer": "threat-composer", "hand-written": "summary",
	"Threagile YAML": "threagile", "Threagile risks.json": "threagile-risks", "Microsoft TMT": "tmt", "pytm": "pytm", "hcltm/threatcl JSON": "hcltm",
}

// notCounted are the counts of the manifest that the normal form has no place for.
var notCounted = []string{"diagrams", "mitigationLinks", "unlinked_threats", "elements/Text", "risk_tracking", "risk_tracking/accepted"}

// TestModelCounts holds what is read of every model of the corpus to the
// counts of its manifest.
func TestModelCounts(t *testing.T) {
	manifest, err := os.ReadFile(modelCorpus + "/MANIFEST.tsv")
	if err != nil {
		t.Skip("the corpus is not beside the project")
	}
	for _, line := range strings.Split(string(manifest), "\n") {
		column := strings.Split(line, "\t")
		for prefix, format := range manifestFormats {
			if len(column) < 6 || !strings.HasPrefix(column[4], prefix) {
				continue
			}
			t.Run(column[0], func(t *testing.T) {
				d := readCorpusModel(t, column[0])
				if len(d.ThreatModels) == 0 || d.ThreatModels[0].Format != format {
					t.Fatalf("%d models: %+v", len(d.ThreatModels), d.Bundle.Documents)
				}
				got := modelCounts(&d.ThreatModels[0])
				got["threatmodels"] = len(d.ThreatModels)
				for name, want := range manifestCounts(column[5]) {
					have, known := got[name]
					switch {
					case slices.Contains(notCounted, name):
					case !known && want > 0:
						t.Errorf("%s: the manifest has %d, and nothing counts them", name, want)
					case have != want:
						t.Errorf("%s: %d, the manifest has %d", name, have, want)
					}
				}
			})
		}
	}
}

// manifestCounts are the counts of a manifest line: "a=2 (x:1,y:1); elements A:1" is
// a, a/x, a/y and elements/A.
func manifestCounts(text string) map[string]int {
	counts := map[string]int{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' }) {
		part = strings.TrimSpace(part)
		name, _, _ := strings.Cut(part, " ")
		if key, n, ok := strings.Cut(name, "="); ok {
			name = key
			if number, err := strconv.Atoi(n); err == nil {
				counts[name] = number
			}
		}
		for _, m := range regexp.MustCompile(`([A-Za-z_ -]+):(\d+)`).FindAllStringSubmatch(part, -1) {
			n, _ := strconv.Atoi(m[2])
			key := strings.TrimSpace(m[1])
			for _, lead := range []string{"instance states ", "elements ", "risk_status present ", "severity "} {
				key = strings.TrimPrefix(key, lead)
			}
			counts[name+"/"+strings.TrimSuffix(key, "Box")] += n // a boundary is drawn as a line or a box
		}
	}
	delete(counts, "reviewed_at")
	return counts
}

// modelCounts are the same counts of a model that was read.
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

// TestManifestCounts reads a line of the manifest.
func TestManifestCounts(t *testing.T) {
	got := fmt.Sprint(manifestCounts("threats=2 (Not Applicable:1,Open:1); elements Actor:3; owner=yes; mitigations=4 (instance states a:1)"))
	if want := "map[elements/Actor:3 mitigations:4 mitigations/a:1 threats:2 threats/Not Applicable:1 threats/Open:1]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
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
