package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPedigreeRows reads commits, patches and notes with their places.
func TestPedigreeRows(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": cycloneDX("\n"+`"metadata": {"component": {"type": "device", "name": "d", "pedigree": {"notes": "ours"}}}`,
		"\n"+`"components": [{"type": "library", "name": "a", "pedigree": {`+"\n"+
			`"patches": [{"type": "backport", "diff": {"url": "https://a.example/p", "text": {"content": "--- a"}},`+"\n"+
			`"resolves": [{"type": "security", "id": "CVE-2026-1", "source": {"name": "NVD"}, "description": "x"}, {"type": "defect"}]}],`+"\n"+
			`"commits": [{"uid": "abc", "url": "https://a.example/c", "message": "fix",`+"\n"+
			`"author": {"timestamp": "2026-11-21T19:14:38Z", "name": "Ann", "email": "ann@a.example"}, "committer": {"name": "Bob"}}]}}]`)})
	if p := d.Bundle.Documents[0].Problems; len(p) > 0 {
		t.Fatal(p)
	}
	never := Date{State: Absent}
	want := []Change{
		{Row: -1, Kind: "notes", Text: "ours", Date: never, Resolves: []Issue{}, Location: "/metadata/component/pedigree/notes"},
		{Row: 0, Kind: "commit", UID: "abc", URL: "https://a.example/c", Author: "Ann", Date: Date{Stated, Day{20778, "2026-11-21T19:14:38Z"}},
			Text: "fix", Resolves: []Issue{}, Location: "/components/0/pedigree/commits/0"},
		{Row: 0, Kind: "patch", Type: "backport", URL: "https://a.example/p", Date: never,
			Resolves: []Issue{{"security", "CVE-2026-1", "NVD"}, {Type: "defect"}}, Location: "/components/0/pedigree/patches/0"},
	}
	if diff := cmp.Diff(want, d.Pedigree[0]); diff != "" {
		t.Error(diff)
	}
	extras := map[string]string{}
	for _, e := range d.Extras[0] {
		extras[e.Field] = e.Value
	}
	if diff := cmp.Diff(map[string]string{"pedigree/patches/0/diff/text/content": "--- a", "pedigree/patches/0/resolves/0/description": "x",
		"pedigree/commits/0/author/email": "ann@a.example", "pedigree/commits/0/committer/name": "Bob"}, extras); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]Place{
		`["pedigree", 0, 0]`:                        {0, "/metadata/component/pedigree/notes", 2, 81, ""},
		`["pedigree", 0, 1, "author"]`:              {0, "/components/0/pedigree/commits/0/author/name", 7, 57, ""},
		`["pedigree", 0, 2, "resolves", 0, "id"]`:   {0, "/components/0/pedigree/patches/0/resolves/0/id", 5, 41, ""},
		`["pedigree", 0]`:                           {0, "/components", 3, 15, ""},
		`["pedigree", 0, 2, "resolves", 1, "type"]`: {0, "/components/0/pedigree/patches/0/resolves/1/type", 5, 112, ""},
	} {
		if diff := cmp.Diff([]Place{want}, located(t, d, path)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// TestComponentEvidence reads how tools know a component, in the forms of 1.5
// and of 1.6 on.
func TestComponentEvidence(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": cycloneDX("\n"+`"metadata": {"component": {"type": "device", "name": "d", "evidence": {"identity": {"field": "name", "confidence": 1}}}}`,
		"\n"+`"components": [{"type": "library", "name": "a", "evidence": {`+"\n"+
			`"identity": [{"field": "purl", "confidence": 0.5, "concludedValue": "pkg:npm/a@1", "tools": ["t"],`+"\n"+
			`"methods": [{"technique": "manifest-analysis", "confidence": 0.25, "value": "package.json"}]}],`+"\n"+
			`"occurrences": [{"location": "/a", "line": 0}, {"bom-ref": "o", "location": "/b", "line": 7, "offset": 3, "symbol": "f", "additionalContext": "import a"}],`+"\n"+
			`"callstack": {"frames": [{"package": "p", "module": "m", "function": "f", "parameters": ["x", ""], "line": 4, "column": 2, "fullFilename": "/m.go"}, {"module": "n"}]}, "licenses": [{"license": {"id": "MIT"}}],`+"\n"+
			`"copyright": [{"text": "(c) Acme"}]}}]`)})
	if p := d.Bundle.Documents[0].Problems; len(p) > 0 {
		t.Fatal(p)
	}
	none := Number{State: Absent}
	want := []ComponentEvidence{
		{Row: -1, Identities: []Identity{{Field: "name", Confidence: Number{Stated, 1}, Methods: []IdentityMethod{}, Tools: []string{}}},
			Occurrences: []Occurrence{}, Frames: []Frame{}, Licences: []string{}, Copyright: []string{}},
		{Row: 0, Identities: []Identity{{Field: "purl", Value: "pkg:npm/a@1", Confidence: Number{Stated, 0.5}, Tools: []string{"t"},
			Methods: []IdentityMethod{{"manifest-analysis", "package.json", Number{Stated, 0.25}}}}},
			Occurrences: []Occurrence{{Path: "/a", Line: Number{Stated, 0}, Offset: none},
				{BOMRef: "o", Path: "/b", Line: Number{Stated, 7}, Offset: Number{Stated, 3}, Symbol: "f", Context: "import a"}},
			Frames: []Frame{{Package: "p", Module: "m", Function: "f", Parameters: []string{"x", ""}, Line: Number{Stated, 4}, Column: Number{Stated, 2}, Path: "/m.go"},
				{Module: "n", Parameters: []string{}, Line: none, Column: none}},
			Licences: []string{"MIT"}, Copyright: []string{"(c) Acme"}},
	}
	if diff := cmp.Diff(want, d.ComponentEvidence[0]); diff != "" {
		t.Error(diff)
	}
	if c := d.Components[0][0]; len(c.Licences) > 0 || c.States.Licence != Absent {
		t.Errorf("a licence that a tool found counts as stated: %+v", c)
	}
	for path, want := range map[string]Place{
		`["component_evidence", 0, 0]`:                                             {0, "/metadata/component/evidence", 2, 71, ""},
		`["component_evidence", 0, 1, "identities", 0, "methods", 0, "technique"]`: {0, "/components/0/evidence/identity/0/methods/0/technique", 5, 27, "a"},
		`["component_evidence", 0, 1, "occurrences"]`:                              {0, "/components/0/evidence/occurrences", 6, 16, "a"},
		`["component_evidence", 0, 1, "occurrences", 1, "path"]`:                   {0, "/components/0/evidence/occurrences/1/location", 6, 77, "a"},
		`["component_evidence", 0, 1, "occurrences", 1, "context"]`:                {0, "/components/0/evidence/occurrences/1/additionalContext", 6, 143, "a"},
		`["component_evidence", 0, 1, "frames", 0, "path"]`:                        {0, "/components/0/evidence/callstack/frames/0/fullFilename", 7, 140, "a"},
		`["component_evidence", 0, 1, "frames", 0, "parameters", 1]`:               {0, "/components/0/evidence/callstack/frames/0/parameters/1", 7, 95, "a"},
		`["component_evidence", 0, 1, "frames"]`:                                   {0, "/components/0/evidence/callstack/frames", 7, 25, "a"},
		`["component_evidence", 0, 1, "licences", 0]`:                              {0, "/components/0/evidence/licenses", 7, 181, "a"},
	} {
		if diff := cmp.Diff([]Place{want}, located(t, d, path)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// TestCompositionRows keeps every statement of completeness with what it is about.
func TestCompositionRows(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": cycloneDX(`"components": [{"type": "library", "bom-ref": "c", "name": "a"}]`,
		"\n"+`"compositions": [{"bom-ref": "x", "aggregate": "incomplete", "assemblies": ["c"], "dependencies": ["c"]},`+"\n"+
			`{"aggregate": "unknown", "vulnerabilities": ["v"]}]`)})
	want := []Composition{
		{Aggregate: Text{Stated, "incomplete"}, BOMRef: "x", Assemblies: []string{"c"}, Dependencies: []string{"c"}, Vulnerabilities: []string{}, Location: "/compositions/0"},
		{Aggregate: Text{State: Unknown}, Assemblies: []string{}, Dependencies: []string{}, Vulnerabilities: []string{"v"}, Location: "/compositions/1"},
	}
	if diff := cmp.Diff(want, d.Compositions[0]); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]Place{
		`["compositions", 0]`:                       {0, "/compositions", 2, 17, ""},
		`["compositions", 0, 0, "bom_ref"]`:         {0, "/compositions/0/bom-ref", 2, 30, ""},
		`["compositions", 0, 1, "vulnerabilities"]`: {0, "/compositions/1/vulnerabilities", 3, 45, ""},
	} {
		if diff := cmp.Diff([]Place{want}, located(t, d, path)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// TestCertificateNames reads who a certificate is of and by, with the place of
// each field.
func TestCertificateNames(t *testing.T) {
	const hash = "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de"
	d := readFiles(t, map[string]string{"a.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [
{"type": "cryptographic-asset", "name": "k", "cryptoProperties": {"assetType": "certificate", "certificateProperties": {
"serialNumber": "0A", "subjectName": "CN=gw",
"issuerName": "CN=ca", "fingerprint": {"alg": "SHA-256", "content": "` + hash + `"}, "certificateFormat": "X.509",
"notValidBefore": "2025-01-01T00:00:00Z",
"creationDate": "2025-01-01T00:00:00Z", "revocationDate": "2026-01-01T00:00:00Z"}}},
{"type": "cryptographic-asset", "name": "m", "cryptoProperties": {"assetType": "related-crypto-material", "relatedCryptoMaterialProperties": {
"type": "secret-key", "id": "k1", "format": "raw", "size": 256,
"securedBy": {"mechanism": "HSM"}, "creationDate": "2025-01-01T00:00:00Z"}}}]}`})
	if p := d.Bundle.Documents[0].Problems; len(p) > 0 {
		t.Fatal(p)
	}
	day, later := Date{Stated, Day{20089, "2025-01-01T00:00:00Z"}}, Date{Stated, Day{20454, "2026-01-01T00:00:00Z"}}
	want := []CryptoAsset{noCrypto(func(a *CryptoAsset) {
		a.AssetType, a.Serial, a.Subject, a.Issuer, a.Fingerprint, a.Format = "certificate", "0A", "CN=gw", "CN=ca", "SHA-256:"+hash, "X.509"
		a.NotBefore, a.Created, a.Revoked = day, day, later
	}), noCrypto(func(a *CryptoAsset) {
		a.Row, a.AssetType, a.MaterialType, a.ID, a.Format, a.Size = 1, "related-crypto-material", "secret-key", "k1", "raw", Integer{Stated, 256}
		a.SecuredBy, a.Created, a.Location = "HSM", day, "/components/1/cryptoProperties"
	})}
	if diff := cmp.Diff(want, d.Crypto[0]); diff != "" {
		t.Error(diff)
	}
	for field, line := range map[string]int{"serial_number": 3, "subject": 3, "issuer": 4, "fingerprint": 4, "format": 4, "not_before": 5, "created": 6, "revoked": 6} {
		if places := located(t, d, `["crypto", 0, 0, "`+field+`"]`); places[0].Line != line || d.place(0, places[0].Pointer).Column < 10 {
			t.Errorf("%s: %+v", field, places)
		}
	}
	for field, line := range map[string]int{"id": 8, "format": 8, "size": 8, "secured_by": 9, "created": 9} {
		if places := located(t, d, `["crypto", 0, 1, "`+field+`"]`); places[0].Line != line {
			t.Errorf("%s: %+v", field, places)
		}
	}
}
