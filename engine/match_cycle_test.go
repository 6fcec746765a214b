package engine_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/report"
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

// yoctoSerial is the serial number of the SBOM that yocto's VEX document is on.
const yoctoSerial = "87b5cc5a-ee50-449f-bcdf-cabea628c2a2"

// yoctoVEX is what the test needs of yocto's VEX document.
type yoctoVEX struct {
	Vulnerabilities []struct {
		ID      string
		Affects []struct{ Ref string }
	}
}

// yoctoSBOM is an SBOM of the components that the VEX document names; it does
// not say what they are. The one that has CVE-2016-5195 is the kernel, as a
// package that the buyer's advisory knows.
func yoctoSBOM(t *testing.T, vex []byte) []byte {
	t.Helper()
	var doc yoctoVEX
	if err := json.Unmarshal(vex, &doc); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var components []map[string]string
	for _, v := range doc.Vulnerabilities {
		for _, a := range v.Affects {
			_, ref, _ := strings.Cut(a.Ref, "#")
			if !seen[ref] {
				seen[ref] = true
				components = append(components, map[string]string{"type": "library", "bom-ref": ref, "name": fmt.Sprintf("part-%d", len(seen)), "version": "1"})
			}
			if v.ID == "CVE-2016-5195" {
				i := slices.IndexFunc(components, func(c map[string]string) bool { return c["bom-ref"] == ref })
				components[i]["name"], components[i]["version"], components[i]["purl"] = "linux", "4.8.2-1", "pkg:deb/debian/linux@4.8.2-1?distro=debian-8"
			}
		}
	}
	text, err := json.Marshal(map[string]any{"bomFormat": "CycloneDX", "specVersion": "1.4", "version": 1, "serialNumber": "urn:uuid:" + yoctoSerial, "components": components})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// yoctoData is the catalogue of the corpus and one advisory on the kernel.
func yoctoData(t *testing.T) *advisory.Data {
	t.Helper()
	text, err := os.ReadFile(feeds + "kev/known_exploited_vulnerabilities.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalogue struct {
		Vulnerabilities []struct{ CVEID, VulnerabilityName, DateAdded, DueDate string }
	}
	if err := json.Unmarshal(text, &catalogue); err != nil {
		t.Fatal(err)
	}
	kev := advisory.Content{Set: advisory.Set{Name: "kev", Kind: advisory.KindKEV, Format: "kev", Date: "2025-08-25"}}
	for _, v := range catalogue.Vulnerabilities {
		kev.Exploited = append(kev.Exploited, advisory.Exploited{CVE: v.CVEID, Name: v.VulnerabilityName, Added: v.DateAdded, Due: v.DueDate})
	}
	return advisory.New(kev, advisory.Content{Set: advisory.Set{Name: "osv-debian", Kind: advisory.KindAdvisories, Format: "osv", Date: "2025-08-25"},
		Advisories: []advisory.Advisory{{ID: "DEBIAN-CVE-2016-5195", Upstream: []string{"CVE-2016-5195"}, Affected: []advisory.Affected{{Ecosystem: "Debian:8", Name: "linux",
			Ranges: []advisory.Range{{Type: "ECOSYSTEM", Events: []advisory.Event{{Introduced: "0"}, {Fixed: "4.8.11-1"}}}}}}}}})
}

// TestYoctoCycle joins yocto's 7,239 statements with an SBOM of the serial
// number that they name and with the buyer's data: every statement is in force
// for its component, those that the catalogue lists are marked, and the one that
// an advisory finds too is one vulnerability.
func TestYoctoCycle(t *testing.T) {
	engine.OneGoroutine(t)
	if _, err := os.Stat(feeds); err != nil {
		t.Skip("the corpus is not beside the project")
	}
	files := corpusFiles(t, "sbom/yocto-image-vex.1.4.cdx.json")
	files["image.cdx.json"] = file(string(yoctoSBOM(t, files["yocto-image-vex.1.4.cdx.json"].Data)))
	in := matchBundle(t, yoctoData(t), files)
	if len(in.Matches) != 1 {
		t.Fatalf("%d SBOMs", len(in.Matches))
	}
	states, by, listed := map[string]int{}, map[string]int{}, 0
	for _, v := range in.Matches[0].Vulnerabilities {
		states[v.Status.Status]++
		by[v.By]++
		if v.KEV.Listed {
			listed++
		}
		if v.ID == "CVE-2016-5195" && (v.By != "purl" || !v.KEV.Listed || len(v.Said) != 1 || len(v.Records) != 1) {
			t.Errorf("%+v", v)
		}
	}
	if diff := cmp.Diff(map[string]int{"not_affected": 4182, "fixed": 3057}, states); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"purl": 1, "vendor": 7238}, by); diff != "" {
		t.Error(diff)
	}
	if listed != 20 {
		t.Errorf("%d are in the catalogue", listed)
	}
}

// TestCycleIsJudged judges real evidence with its VEX by the requirements on
// vulnerabilities: what each comes to is kept beside the tests.
func TestCycleIsJudged(t *testing.T) {
	engine.OneGoroutine(t)
	data := corpusData(t)
	e := newEngine(t)
	p, err := e.Profile("buyer-data")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		paths []string
	}{
		{"appthreat", []string{"sbom/appthreat-vex.1.4.cdx.json"}},
		{"edk2", []string{"sbom/edk2-firmware.1.6.cdx.json", "advisories/openvex/firmware-sbom-supplychain-vex.openvex.json", "advisories/csaf/vendor-vex.csaf.json"}},
		{"yocto", []string{"sbom/yocto-image-vex.1.4.cdx.json"}},
	} {
		result, err := e.Screen(context.Background(), open(t, corpusFiles(t, c.paths...)), engine.Screening{Profile: p, AsOf: matchDay, Data: data})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, f := range result.Report.Findings {
			if !strings.HasPrefix(f.Requirement, "vulnerability.") {
				continue
			}
			fmt.Fprintf(&b, "%s: %s\n", f.ID, f.Status)
			for _, statements := range [][]report.Statement{f.Violations, f.Reviews, f.Basis} {
				for _, s := range statements[:min(len(statements), 3)] {
					fmt.Fprintf(&b, "  %s\n", s.Message)
				}
			}
		}
		golden(t, "testdata/cycle/"+c.name+".txt", []byte(b.String()))
	}
}
