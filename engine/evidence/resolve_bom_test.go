package evidence

import (
	"crypto/sha1" //nolint:gosec // what SPDX 2 states
	"crypto/sha512"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDocumentLinks finds the documents that SBOMs name, by what they name
// them, in the bundle alone.
func TestDocumentLinks(t *testing.T) {
	inner := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 1, "components": [{"type": "library", "name": "a"}]}`
	bom := func(url, hashes string) string {
		return `{"type": "bom", "url": "` + url + `"` + hashes + `}`
	}
	outer := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "externalReferences": [` + strings.Join([]string{
		bom("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1", ""),
		bom("inner.cdx.json", `, "hashes": [{"alg": "SHA-1", "content": "`+strings.Repeat("01", 20)+`"}]`),
		bom("gone.cdx.json", ""), bom("https://example.com/bom", ""),
		bom("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1", `, "hashes": [{"alg": "SHA-256", "content": "`+strings.Repeat("01", 32)+`"}]`),
		bom("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1", fmt.Sprintf(`, "hashes": [{"alg": "SHA-512", "content": "%x"}]`, sha512.Sum512([]byte(inner)))),
		bom("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/7", "")}, ",\n") + `],
"components": [{"type": "library", "name": "b", "externalReferences": [` + bom("inner.cdx.json", "") + `]}]}`
	spdx := strings.Replace(spdxSmall, `"packages"`, fmt.Sprintf(`"externalDocumentRefs": [{"externalDocumentId": "DocumentRef-a", "spdxDocument": "https://example.com/other", "checksum": {"algorithm": "SHA1", "checksumValue": "%x"}}],
"packages"`, sha1.Sum([]byte("x"))), 1) //nolint:gosec // what SPDX 2 states
	other := strings.Replace(spdxSmall, "https://example.com/spdx/gateway-1", "https://example.com/other", 1)
	d := read(t, map[string]string{"inner.cdx.json": inner, "outer.cdx.json": outer, "spdx.spdx.json": spdx, "other.spdx.json": other})
	var got []string
	for i, link := range d.Links.Documents {
		places, _, err := d.Locate([]any{"links", "documents", i}, 10)
		if err != nil || len(places) != 1 {
			t.Fatal(places, err)
		}
		got = append(got, fmt.Sprintf("%d/%d %s -> %d/%d %s %s:%d", link.SBOM, link.Row, link.Target.Value, link.Document, link.To, link.Outcome, link.Location, places[0].Line))
	}
	want := []string{
		"2/-1 urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1 -> 0/0 no_digest /externalReferences/0:1",
		"2/-1 inner.cdx.json -> 0/0 differs /externalReferences/1:2",
		"2/-1 gone.cdx.json -> -1/-1 missing /externalReferences/2:3",
		"2/-1 https://example.com/bom -> -1/-1 outside /externalReferences/3:4",
		"2/-1 urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1 -> 0/0 differs /externalReferences/4:5",
		"2/-1 urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1 -> 0/0 same /externalReferences/5:6",
		"2/-1 urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/7 -> 0/0 differs /externalReferences/6:7",
		"2/0 inner.cdx.json -> 0/0 no_digest /components/0/externalReferences/0:8",
		"3/-1 https://example.com/other -> 1/1 differs /externalDocumentRefs/0:5",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestGenerators knows the tools that made the SBOMs of the corpus.
func TestGenerators(t *testing.T) {
	for tool, want := range map[string]string{
		"syft": "syft", "cdxgen": "cdxgen", "@cyclonedx/cdxgen": "cdxgen", "trivy": "trivy", "cyclonedx-gomod": "cyclonedx-gomod",
		"@cyclonedx/cyclonedx-npm": "cyclonedx-npm", "CycloneDX Maven plugin": "cyclonedx-maven-plugin", "cyclonedx-maven-plugin": "cyclonedx-maven-plugin",
		"cyclonedx-gradle-plugin": "cyclonedx-gradle-plugin",
		"cyclonedx-php-composer":  "cyclonedx-php-composer", "cyclonedx-py": "cyclonedx-python", "CycloneDX module for .NET": "cyclonedx-dotnet",
		"Node.js module": "cyclonedx-node-module", "@cyclonedx/cyclonedx-library": "", "cargo-cyclonedx": "cyclonedx-rust-cargo", "Microsoft.SBOMTool": "sbom-tool", "edk2-BuildReport-Y-SPDX": "edk2",
		"edk2 BuildReport (-Y SBOM)": "edk2", "sigs.k8s.io/bom/pkg/spdx": "kubernetes-bom", "tern": "tern", "syft-like": "",
	} {
		g := generatorOf([]Tool{{Name: Text{State: Stated, Value: tool}, Version: Text{State: Absent}}})
		if g.Known != want || g.Name != tool {
			t.Errorf("%s: %+v, want %q", tool, g, want)
		}
	}
}
