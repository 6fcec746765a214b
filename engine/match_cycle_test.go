package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMatchWithVEX takes real evidence through the whole cycle: what the
// vendors' own documents say stands with what the feeds say. The VEX document
// of the pair names the serial number of another SBOM, edk2's names a CPE
// without a version, and yocto's 7,239 statements are on no component of the
// bundle: none of them is in force for a component.
func TestMatchWithVEX(t *testing.T) {
	data := corpusData(t)
	for _, c := range []struct {
		name  string
		paths []string
		want  map[string]int // vulnerabilities that the documents speak of, by the status in force
	}{
		{"appthreat", []string{"sbom/appthreat-vex.1.4.cdx.json"}, map[string]int{"affected": 38}},
		{"pair", []string{"sbom/vex-pair-bom.1.3.cdx.json", "sbom/vex-pair-vex.1.4.cdx.json"}, map[string]int{}},
		{"edk2", []string{"sbom/edk2-firmware.1.6.cdx.json", "advisories/openvex/firmware-sbom-supplychain-vex.openvex.json", "advisories/csaf/vendor-vex.csaf.json"}, map[string]int{"none": 1}},
		{"yocto", []string{"sbom/yocto-image-vex.1.4.cdx.json"}, map[string]int{}},
	} {
		in := matchFiles(t, data, c.paths...)
		said := map[string]int{}
		for i := range in.Matches {
			for _, v := range in.Matches[i].Vulnerabilities {
				if len(v.Said) > 0 {
					said[v.Status.Status]++
				}
			}
			t.Logf("%s: %s", c.name, in.table(i))
		}
		if diff := cmp.Diff(c.want, said); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
