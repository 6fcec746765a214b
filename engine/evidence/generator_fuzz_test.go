package evidence

import (
	"testing"
)

// FuzzGenerator: the tool that is taken to have made an SBOM is one of those
// that it states, and known by a name of the table or by none; a tool that
// bidgate knows is found wherever it stands.
func FuzzGenerator(f *testing.F) {
	f.Add("syft", "1.2.3", "CycloneDX Generator")
	f.Add("@cyclonedx/cyclonedx-npm", "", "npm")
	f.Add("Microsoft.SBOMTool-2.2.3", "2.2.3", "")
	f.Add("sigs.k8s.io/bom/pkg/spdx", "v0", "spdx")
	f.Fuzz(func(t *testing.T, name, version, other string) {
		one := Tool{Name: statedText(name), Version: statedText(version)}
		two := Tool{Name: statedText(other), Version: Text{State: Absent}}
		first, second := generatorOf([]Tool{one, two}), generatorOf([]Tool{two, one})
		if (first.Known == "") != (second.Known == "") {
			t.Fatalf("%+v, and in the other order %+v", first, second)
		}
		for _, g := range []Generator{first, second} {
			if g.Name != one.Name.Value && g.Name != two.Name.Value {
				t.Fatalf("%+v is none of the tools", g)
			}
			known := false
			for _, row := range generators {
				known = known || row.known == g.Known
			}
			if g.Known != "" && !known {
				t.Fatalf("%+v is not in the table", g)
			}
		}
	})
}
