package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestModelsOfParts keeps several threat models of one bundle apart: one of the
// whole product, one of a part of it by a tool that cannot say versions, and one
// of something else. Each is compared with the SBOM and the part that it names.
func TestModelsOfParts(t *testing.T) {
	sbom := func(name, version string) string {
		return `{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"component":{"type":"application","name":"` + name + `","version":"` + version + `"}}}`
	}
	dragon := func(name string) string {
		return `{"version":"2.3.0","summary":{"title":"` + name + `","owner":"Ann"},"detail":{"diagrams":[{"diagramType":"STRIDE","cells":[]}]}}`
	}
	d := read(t, map[string]string{
		"a-device.cdx.json": sbom("Meter", "3"), "b-cloud.cdx.json": sbom("meter-cloud", "2026.9"),
		"c-meter.yaml": "threat_model: 1\nproduct: {name: Meter, version: \"3\"}\n", "d-cloud.json": dragon("Meter-Cloud"), "e-other.json": dragon("Kettle"),
		"f.yaml": "declaration: 1\nproduct: {name: Meter, version: \"3\", parts: [{id: cloud, kind: service, name: meter-cloud, version: \"2026.9\"}]}\n",
	})
	var models []string
	for _, m := range d.ThreatModels {
		models = append(models, m.Product.Name.Value+" "+m.Product.Version.Value+" "+string(m.Product.Version.State))
	}
	if diff := cmp.Diff([]string{"Meter 3 stated", "Meter-Cloud  unsupported", "Kettle  unsupported"}, models); diff != "" {
		t.Error(diff)
	}
	const rest = "purl not_comparable, digest not_comparable, serial not_comparable"
	want := []string{
		"sbom 0 - threat_model 0: name; name equal, version equal, " + rest,
		"sbom 0 - threat_model 1: none; name unequal, version not_comparable, " + rest,
		"sbom 0 - threat_model 2: none; name unequal, version not_comparable, " + rest,
		"sbom 0 - declaration 0: name; name equal, version equal, " + rest,
		"sbom 1 - threat_model 0 (cloud): name; name equal, version equal, " + rest, // the model is of the product that has this part
		"sbom 1 - threat_model 1: name; name equal, version not_comparable, " + rest,
		"sbom 1 - threat_model 2: none; name unequal, version not_comparable, " + rest,
		"sbom 1 - declaration 0 (cloud): name; name equal, version equal, " + rest,
		"threat_model 0 - declaration 0: name; name equal, version equal, " + rest,
		"threat_model 1 - declaration 0 (cloud): name; name equal, version not_comparable, " + rest,
		"threat_model 2 - declaration 0: none; name unequal, version not_comparable, " + rest,
	}
	var got []string
	for _, p := range d.Links.Pairs {
		got = append(got, pairText(p))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
