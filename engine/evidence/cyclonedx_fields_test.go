package evidence

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cdxFamily is a family of fields of CycloneDX 1.7: one object of its schema,
// with a document that has it. Base is the smallest such object that says
// something, and %s in the document is where it stands.
type cdxFamily struct {
	name, schema, base, document string
}

const (
	inBOM       = `{"bomFormat": "CycloneDX", "specVersion": "1.7", "metadata": {"component": {"bom-ref": "p", "type": "firmware", "name": "gw"}}, `
	inComponent = inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a", %s}]}`
	inCrypto    = inBOM + `"components": [{"type": "cryptographic-asset", "bom-ref": "c", "name": "a", "cryptoProperties": `
	inModel     = inBOM + `"components": [{"type": "machine-learning-model", "bom-ref": "c", "name": "a", "modelCard": `
)

// cdxFamilies are the families whose every field the table tells of. Objects
// that a field not read leads to are not in it: they are not read with it.
var cdxFamilies = []cdxFamily{
	{"bom", "", `{"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [{"type": "library", "bom-ref": "c", "name": "a"}]}`, "%s"},
	{"metadata", "metadata", `{"component": {"bom-ref": "p", "type": "firmware", "name": "gw"}}`, `{"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [{"type": "library", "name": "a"}], "metadata": %s}`},
	{"component", "component", `{"type": "library", "bom-ref": "c", "name": "a"}`, inBOM + `"components": [%s]}`},
	{"pedigree", "component/pedigree", `{}`, strings.Replace(inComponent, "%s", `"pedigree": %s`, 1)},
	{"evidence", "componentEvidence", `{}`, strings.Replace(inComponent, "%s", `"evidence": %s`, 1)},
	{"external reference", "externalReference", `{"type": "bom", "url": "other.cdx.json"}`, strings.Replace(inComponent, "%s", `"externalReferences": [%s]`, 1)},
	{"licence", "license", `{"id": "MIT"}`, strings.Replace(inComponent, "%s", `"licenses": [{"license": %s}]`, 1)},
	{"SWID", "swid", `{"tagId": "swid-1", "name": "a"}`, strings.Replace(inComponent, "%s", `"swid": %s`, 1)},
	{"organisation", "organizationalEntity", `{}`, strings.Replace(inComponent, "%s", `"supplier": %s`, 1)},
	{"service", "service", `{"name": "api"}`, inBOM + `"services": [%s]}`},
	{"dependency", "dependency", `{"ref": "p", "dependsOn": ["c"]}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "dependencies": [%s]}`},
	{"composition", "compositions", `{"aggregate": "complete", "assemblies": ["p"]}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "compositions": [%s]}`},
	{"vulnerability", "vulnerability", `{"id": "CVE-2026-1"}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "vulnerabilities": [%s]}`},
	{"analysis", "vulnerability/analysis", `{"state": "exploitable"}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "vulnerabilities": [{"id": "CVE-2026-1", "analysis": %s}]}`},
	{"crypto", "cryptoProperties", `{"assetType": "algorithm"}`, inCrypto + `%s}]}`},
	{"crypto algorithm", "cryptoProperties/algorithmProperties", `{}`, inCrypto + `{"assetType": "algorithm", "algorithmProperties": %s}}]}`},
	{"crypto certificate", "cryptoProperties/certificateProperties", `{}`, inCrypto + `{"assetType": "certificate", "certificateProperties": %s}}]}`},
	{"crypto material", "cryptoProperties/relatedCryptoMaterialProperties", `{}`, inCrypto + `{"assetType": "related-crypto-material", "relatedCryptoMaterialProperties": %s}}]}`},
	{"crypto protocol", "cryptoProperties/protocolProperties", `{}`, inCrypto + `{"assetType": "protocol", "protocolProperties": %s}}]}`},
	{"model card", "modelCard", `{}`, inModel + `%s}]}`},
	{"model parameters", "modelCard/modelParameters", `{}`, inModel + `{"modelParameters": %s}}]}`},
	{"model analysis", "modelCard/quantitativeAnalysis", `{}`, inModel + `{"quantitativeAnalysis": %s}}]}`},
	{"model considerations", "modelCard/considerations", `{}`, inModel + `{"considerations": %s}}]}`},

	// Objects in those above.
	{"lifecycle", "metadata/lifecycles/[]/|1", `{"name": "a"}`, `{"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [{"type": "library", "name": "a"}], "metadata": {"lifecycles": [%s]}}`},
	{"contact", "organizationalContact", `{}`, strings.Replace(inComponent, "%s", `"supplier": {"contact": [%s]}`, 1)},
	{"licensing", "licensing", `{}`, strings.Replace(inComponent, "%s", `"licenses": [{"license": {"id": "MIT", "licensing": %s}}]`, 1)},
	{"release notes", "releaseNotes", `{"type": "minor"}`, strings.Replace(inComponent, "%s", `"releaseNotes": %s`, 1)},
	{"component data", "componentData", `{"type": "dataset"}`, strings.Replace(inComponent, "%s", `"data": [%s]`, 1)},
	{"commit", "commit", `{}`, strings.Replace(inComponent, "%s", `"pedigree": {"commits": [%s]}`, 1)},
	{"patch", "patch", `{"type": "monkey"}`, strings.Replace(inComponent, "%s", `"pedigree": {"patches": [%s]}`, 1)},
	{"issue", "issue", `{"type": "security"}`, strings.Replace(inComponent, "%s", `"pedigree": {"patches": [{"type": "monkey", "resolves": [%s]}]}`, 1)},
	{"identity", "componentIdentityEvidence", `{"field": "purl"}`, strings.Replace(inComponent, "%s", `"evidence": {"identity": [%s]}`, 1)},
	{"identity method", "componentIdentityEvidence/methods/[]", `{"technique": "filename", "confidence": 0.1}`, strings.Replace(inComponent, "%s", `"evidence": {"identity": [{"field": "purl", "methods": [%s]}]}`, 1)},
	{"occurrence", "componentEvidence/occurrences/[]", `{"location": "/a"}`, strings.Replace(inComponent, "%s", `"evidence": {"occurrences": [%s]}`, 1)},
	{"frame", "componentEvidence/callstack/frames/[]", `{"module": "a"}`, strings.Replace(inComponent, "%s", `"evidence": {"callstack": {"frames": [%s]}}`, 1)},
	{"service data", "serviceData", `{"flow": "unknown", "classification": "PII"}`, inBOM + `"services": [{"name": "api", "data": [%s]}]}`},
	{"rating", "rating", `{"severity": "high"}`, inBOM + `"vulnerabilities": [{"id": "CVE-2026-1", "ratings": [%s]}], "components": [{"type": "library", "name": "a"}]}`},
	{"advisory", "advisory", `{"url": "https://acme.example"}`, inBOM + `"vulnerabilities": [{"id": "CVE-2026-1", "advisories": [%s]}], "components": [{"type": "library", "name": "a"}]}`},
	{"cipher suite", "cipherSuite", `{}`, inCrypto + `{"assetType": "protocol", "protocolProperties": {"cipherSuites": [%s]}}}]}`},
	{"certificate state", "cryptoProperties/certificateProperties/certificateState/[]/|1", `{"name": "a"}`, inCrypto + `{"assetType": "certificate", "certificateProperties": {"certificateState": [%s]}}}]}`},
	{"secured by", "securedBy", `{}`, inCrypto + `{"assetType": "related-crypto-material", "relatedCryptoMaterialProperties": {"securedBy": %s}}}]}`},
	{"dataset", "componentData", `{"type": "dataset"}`, inModel + `{"modelParameters": {"datasets": [%s]}}}]}`},
	{"metric", "performanceMetric", `{}`, inModel + `{"quantitativeAnalysis": {"performanceMetrics": [%s]}}}]}`},
	{"risk", "risk", `{}`, inModel + `{"considerations": {"ethicalConsiderations": [%s]}}}]}`},
	{"fairness", "fairnessAssessment", `{}`, inModel + `{"considerations": {"fairnessAssessments": [%s]}}}]}`},
	{"annotation", "annotations", `{"subjects": ["c"], "annotator": {"individual": {"name": "Ann"}}, "timestamp": "2025-02-03T04:05:06Z", "text": "x"}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "annotations": [%s]}`},
	{"formula", "formula", `{}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "formulation": [%s]}`},
	{"citation", "citation", `{"pointers": ["/components/0"], "timestamp": "2025-02-03T04:05:06Z", "attributedTo": "p"}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "citations": [%s]}`},
	{"patent", "patent", `{"patentNumber": "US123", "jurisdiction": "DE", "patentLegalStatus": "granted"}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "definitions": {"patents": [%s]}}`},
	{"patent family", "patentFamily", `{"familyId": "f"}`, inBOM + `"components": [{"type": "library", "bom-ref": "c", "name": "a"}], "definitions": {"patents": [%s]}}`},
	{"patent assertion", "patentAssertions/[]", `{"assertionType": "license", "asserter": "p"}`, strings.Replace(inComponent, "%s", `"patentAssertions": [%s]`, 1)},
}

// TestCycloneDXFields finds out of every field of CycloneDX 1.7 whether the
// dossier is another one with it, and holds the answers to a golden. What is
// not read has a reason.
func TestCycloneDXFields(t *testing.T) {
	OneGoroutine(t)
	s := cdxSampler(t)
	table, reasons := []string{"object\tfield\tin the dossier\twhy not"}, maps.Clone(cdxNotRead)
	for _, family := range cdxFamilies {
		definition := s.find(family.schema)
		properties, _ := definition["properties"].(map[string]any)
		if len(properties) == 0 {
			t.Fatalf("%s: no properties", family.name)
		}
		for _, field := range slices.Sorted(maps.Keys(properties)) {
			id, where, why := family.name+"/"+field, s.place(t, family, field, properties[field]), ""
			if where == "" {
				why = reasons[id]
				if why == "" {
					t.Errorf("%s is not read, and cdxNotRead has no reason", id)
				}
				delete(reasons, id)
			}
			table = append(table, strings.Join([]string{family.name, field, where, why}, "\t"))
		}
	}
	for id := range reasons {
		t.Errorf("cdxNotRead has %s, which is read or is no field", id)
	}
	got := strings.Join(table, "\n") + "\n"
	const golden = "testdata/cyclonedx-fields.tsv"
	if *updateReference {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s; run make golden (-want +got):\n%s", golden, diff)
	}
}

// place names the parts of the dossier that a field changes; "" for none.
func (s sampler) place(t *testing.T, family cdxFamily, field string, schema any) string {
	t.Helper()
	var base, more map[string]any
	for _, m := range []*map[string]any{&base, &more} {
		if err := json.Unmarshal([]byte(family.base), m); err != nil {
			t.Fatal(family.name, err)
		}
	}
	value, told := cdxSamples[family.name+"/"+field]
	if !told {
		value, told = cdxSamples[field]
	}
	more[field] = value
	if !told {
		more[field] = s.sample(schema, 0)
	}
	switch family.name + "/" + field {
	case "licence/name":
		delete(more, "id")
	case "citation/expressions":
		delete(more, "pointers")
	case "component/versionRange":
		base["isExternal"], more["isExternal"] = true, true
	}
	left, right := s.dossier(t, family, base), s.dossier(t, family, more)
	var places []string
	for key := range right {
		if !cmp.Equal(left[key], right[key]) {
			places = append(places, key)
		}
	}
	slices.Sort(places)
	return strings.Join(places, " ")
}

// dossier is the dossier of a document with the object, by its tables; SBOMs
// by their fields.
func (s sampler) dossier(t *testing.T, family cdxFamily, object map[string]any) map[string]any {
	t.Helper()
	text, err := json.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	whole := fmt.Sprintf(family.document, text)
	d := read(t, map[string]string{"a.cdx.json": whole})
	for _, p := range d.Bundle.Documents[0].Problems {
		if p.Code != codeDangling {
			t.Errorf("%s: %s %s: %s", whole, p.Code, p.At.Pointer, p.Message)
		}
	}
	d.Bundle.Documents[0].Size, d.Bundle.Documents[0].SHA256, d.Bundle.Digest = 0, "", ""
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var tables map[string]any
	if err := json.Unmarshal(data, &tables); err != nil {
		t.Fatal(err)
	}
	delete(tables, "text") // counts the texts that the other tables have
	if list, is := tables["sboms"].([]any); is && len(list) == 1 {
		for key, value := range list[0].(map[string]any) {
			tables["sboms."+key] = value
		}
		delete(tables, "sboms")
	}
	return tables
}
