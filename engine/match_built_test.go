package engine_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

// builtSBOM has a binary package twice: as Trivy writes it, with its source
// package in properties, and without them.
const builtSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "components": [
  {"type": "library", "name": "libssl3", "version": "3.0.11-1~deb12u1", "purl": "pkg:deb/debian/libssl3@3.0.11-1~deb12u1?distro=debian-12",
   "properties": [{"name": "aquasecurity:trivy:SrcName", "value": "openssl"}, {"name": "aquasecurity:trivy:SrcVersion", "value": "3.0.11"},
    {"name": "aquasecurity:trivy:SrcRelease", "value": "1~deb12u1"}, {"name": "aquasecurity:trivy:SrcEpoch", "value": "0"}]},
  {"type": "library", "name": "libssl3", "version": "3.0.11-1~deb12u2", "purl": "pkg:deb/debian/libssl3@3.0.11-1~deb12u2?distro=debian-12"}
 ]}`

// TestSourcePackageOfTrivy: Debian's advisories name source packages; what Trivy
// says of them in properties is looked up, and a binary package without it is
// looked up by its own name only.
func TestSourcePackageOfTrivy(t *testing.T) {
	data := advisory.New(advisory.Content{Set: advisory.Set{Name: "osv", Kind: advisory.KindAdvisories, Format: "osv", Date: "2026-11-01"},
		Advisories: []advisory.Advisory{{ID: "DEBIAN-CVE-2023-5678", Upstream: []string{"CVE-2023-5678"}, Affected: []advisory.Affected{{Ecosystem: "Debian:12", Name: "openssl",
			Ranges: []advisory.Range{{Type: "ECOSYSTEM", Events: []advisory.Event{{Introduced: "0"}, {Fixed: "3.0.13-1~deb12u1"}}}}}}}}})
	in := matchBundle(t, data, fstest.MapFS{"a.cdx.json": file(builtSBOM)})
	const want = `2 delivered: looked_up 1 by_name 1 no_identifier 0 no_version 0 bad_version 0 not_covered 0
libssl3@3.0.11-1~deb12u1: CVE-2023-5678, by purl; DEBIAN-CVE-2023-5678 before 3.0.13-1~deb12u1; fixed in 3.0.13-1~deb12u1
`
	if diff := cmp.Diff(want, in.table(0)); diff != "" {
		t.Error(diff)
	}
}
