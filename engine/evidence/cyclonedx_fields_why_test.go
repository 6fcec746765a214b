package evidence

// cdxSamples are the values of fields that their schema alone does not tell,
// by field, or by family and field.
var cdxSamples = map[string]any{
	"supplier": named("Acme"), "manufacturer": named("Acme"), "manufacture": named("Acme"), "provider": named("Acme"),
	"licenses":           []any{map[string]any{"license": map[string]any{"id": "MIT"}}},
	"externalReferences": []any{map[string]any{"type": "bom", "url": "other.cdx.json"}},
	"definitions":        map[string]any{"standards": []any{map[string]any{"bom-ref": "s", "name": "S"}}},
	"declarations":       map[string]any{"claims": []any{map[string]any{"bom-ref": "d", "predicate": "x"}}},
	"citations":          []any{map[string]any{"timestamp": "2026-02-03T04:05:06Z", "attributedTo": "p", "pointers": []any{"/components/0"}}},
	"modelCard":          map[string]any{"modelParameters": map[string]any{"task": "x"}}, "modelParameters": map[string]any{"task": "x"},
	"considerations": map[string]any{"users": []any{"x"}}, "ethicalConsiderations": []any{named("x")},
	"quantitativeAnalysis":  map[string]any{"performanceMetrics": []any{map[string]any{"type": "x", "value": "1"}}},
	"datasets":              []any{map[string]any{"type": "dataset", "name": "x"}},
	"cipherSuites":          []any{named("TLS_AES_128_GCM_SHA256")},
	"certificateProperties": map[string]any{"notValidBefore": "2026-02-03T04:05:06Z"}, "protocolProperties": map[string]any{"type": "tls"},
	"ratings":               []any{map[string]any{"severity": "high"}},
	"composition/aggregate": "incomplete", "crypto/assetType": "protocol", "bom/specVersion": "1.6", "SWID/tagId": "swid-2",
	"component/data":              []any{map[string]any{"type": "dataset", "name": "x"}},
	"component/versionRange":      "vers:cargo/9.0.14",
	"formula/workflows":           []any{map[string]any{"bom-ref": "w", "uid": "w", "taskTypes": []any{"copy"}}},
	"patent assertion/asserter":   "q",
	"SWID/name":                   "b",
	"environmentalConsiderations": map[string]any{"properties": []any{map[string]any{"name": "x", "value": "y"}}},
}

func named(name string) map[string]any { return map[string]any{"name": name} }

// cdxNotRead says of the fields of CycloneDX 1.7 that the dossier does not
// have why that is so. A policy that needs one asks for the raw document.
var cdxNotRead = byField(map[string][]string{
	"it only says what the document is": {"bom/$schema", "bom/bomFormat"},
	"it is what a package tells its users, often in pages, and no evidence; the description of the product is kept":                           {"component/description"},
	"a licence of the list of SPDX is told by its id; of one that has a name of its own, the text and the address are kept beside the tables": {"licence/text", "licence/url"},
})

// byField turns a table of reasons round.
func byField(reasons map[string][]string) map[string]string {
	fields := map[string]string{}
	for why, ids := range reasons {
		for _, id := range ids {
			fields[id] = why
		}
	}
	return fields
}
