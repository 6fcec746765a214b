package evidence

import "testing"

// FuzzSPDX reads anything as SPDX 2 in JSON.
func FuzzSPDX(f *testing.F) {
	f.Add(spdxSmall)
	f.Add(`{"spdxVersion": "SPDX-2.2", "packages": [1, {"checksums": [null]}], "relationships": [{}], "files": {}}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzSBOM(t, "spdx-json", "a.spdx.json", text) })
}

// FuzzSPDX3 reads anything as SPDX 3.
func FuzzSPDX3(f *testing.F) {
	f.Add(`{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [{"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1"}, {"type": "SpdxDocument", "spdxId": "x:d", "creationInfo": "_:c", "rootElement": ["x:p"]},
{"type": "software_Package", "spdxId": "x:p", "suppliedBy": {"name": "a"}, "verifiedUsing": {}}, {"type": "Relationship", "from": "x:p", "to": ["x:q", {}], "relationshipType": "dependsOn", "completeness": "complete"}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzSBOM(t, "spdx3-json", "a.spdx3.json", text) })
}

// FuzzTagValue reads anything as SPDX 2 in tag-value form.
func FuzzTagValue(f *testing.F) {
	f.Add("SPDXVersion: SPDX-2.3\nPackageName: <text>a\nb</text>\nSPDXID: SPDXRef-a\nExternalRef: SECURITY cpe23Type cpe:2.3:a:b:c:1:*:*:*:*:*:*:*\nFileName: f\nSPDXID: SPDXRef-f\nRelationship: SPDXRef-a CONTAINS SPDXRef-f\n")
	f.Fuzz(func(t *testing.T, text string) { fuzzSBOM(t, "spdx-tag-value", "a.spdx", text) })
}

// fuzzSBOM is fuzzAs for an SBOM: what is refused gives nothing.
func fuzzSBOM(t *testing.T, form, name, text string) {
	t.Helper()
	src := &source{path: name, data: []byte(text), syntax: syntaxOfName(name)}
	got := formNamed(t, form).read(src, Limits{})
	if got.readable != (got.sbom != nil) || !got.readable && (len(got.problems) == 0 || len(got.components) > 0) {
		t.Fatalf("readable %v with %v", got.readable, got.problems)
	}
	fuzzAs(t, form, name, text, nil)
}
