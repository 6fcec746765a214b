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
	if list, is := tables["sboms"].([]any); is && len(list) == 1 {
		for key, value := range list[0].(map[string]any) {
			tables["sboms."+key] = value
		}
		delete(tables, "sboms")
	}
	return tables
}

// sampler makes values that a schema allows.
type sampler struct{ schemas map[string]map[string]any }

func cdxSampler(t *testing.T) sampler {
	t.Helper()
	s := sampler{map[string]map[string]any{}}
	for _, name := range []string{"bom-1.7", "spdx", "jsf-0.82", "cryptography-defs"} {
		data, err := schemaFiles.ReadFile(schemaFolder + name + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := json.Unmarshal(data, &tree); err != nil {
			t.Fatal(err)
		}
		s.schemas[name+".schema.json"] = tree
	}
	return s
}

// find is the schema of an object: a definition, or a property of one.
func (s sampler) find(path string) map[string]any {
	at := s.schemas["bom-1.7.schema.json"]
	for i, step := range strings.Split(path, "/") {
		switch {
		case step == "":
		case i == 0:
			at = at["definitions"].(map[string]any)[step].(map[string]any)
		default:
			at = at["properties"].(map[string]any)[step].(map[string]any)
		}
	}
	return at
}

func (s sampler) follow(ref string) map[string]any {
	file, path, _ := strings.Cut(ref, "#")
	if file == "" {
		file = "bom-1.7.schema.json"
	}
	at := s.schemas[file]
	if strings.HasPrefix(path, "/definitions/") && at["definitions"].(map[string]any)[strings.TrimPrefix(path, "/definitions/")] == nil {
		at = s.schemas["jsf-0.82.schema.json"]
	}
	for _, step := range strings.Split(path, "/") {
		if step != "" {
			at = at[step].(map[string]any)
		}
	}
	return at
}

// sample is a small value that says something.
func (s sampler) sample(schema any, depth int) any {
	at, is := schema.(map[string]any)
	if !is || depth > 12 {
		return "x"
	}
	if ref, is := at["$ref"].(string); is {
		return s.sample(s.follow(ref), depth+1)
	}
	if enum, is := at["enum"].([]any); is {
		return enum[0]
	}
	properties, _ := at["properties"].(map[string]any)
	for _, choice := range []string{"oneOf", "anyOf"} {
		if list, is := at[choice].([]any); is && properties == nil && at["type"] != "string" {
			return s.sample(list[0], depth+1)
		}
	}
	switch at["type"] {
	case "array":
		return []any{s.sample(at["items"], depth+1)}
	case "boolean":
		return true
	case "integer":
		return 2
	case "number":
		return 0.5
	case "string":
		return s.text(at)
	}
	object, required := map[string]any{}, []any{}
	if list, is := at["required"].([]any); is {
		required = list
	}
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if (slices.Contains(required, any(name)) || len(required) == 0 && len(object) == 0) && name != "bom-ref" {
			value, told := cdxSamples[name]
			if object[name] = value; !told {
				object[name] = s.sample(properties[name], depth+1)
			}
		}
	}
	return object
}

func (s sampler) text(at map[string]any) string {
	switch at["format"] {
	case "date-time":
		return "2026-02-03T04:05:06Z"
	case "date":
		return "2026-02-03"
	case "idn-email":
		return "it@acme.example"
	case "iri-reference", "uri":
		return "https://acme.example/x"
	}
	if list, is := at["examples"].([]any); is {
		if text, is := list[0].(string); is {
			return text
		}
	}
	return "something"
}
