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
	"environmentalConsiderations": map[string]any{"properties": []any{map[string]any{"name": "x", "value": "y"}}},
}

func named(name string) map[string]any { return map[string]any{"name": name} }

// cdxNotRead says of the fields of CycloneDX 1.7 that the dossier does not
// have why that is so. A policy that needs one asks for the raw document.
var cdxNotRead = byField(map[string][]string{
	"it only says what the document is": {"bom/$schema", "bom/bomFormat"},
	"text for people, by which nothing is judged": {
		"component/copyright", "component/description", "service/description", "external reference/comment", "vulnerability/description", "vulnerability/detail",
		"pedigree/notes", "organisation/address", "evidence/copyright", "model analysis/graphics",
	},
	"release notes tell what is new, and not what is in the product":                 {"component/releaseNotes", "service/releaseNotes"},
	"it tells who wrote a field or may see the document, by which nothing is judged": {"bom/citations", "metadata/distributionConstraints"},
	"it is of the document or its licence text, and not of the product":              {"metadata/licenses", "licence/bom-ref", "licence/licensing", "licence/properties", "licence/text", "licence/url"},
	"patents are not asked for":                                                                      {"component/patentAssertions", "service/patentAssertions"},
	"a signature within is not verified; that of the document is told":                               {"component/signature", "service/signature", "composition/signature"},
	"labels of the maker's own":                                                                      {"component/tags", "service/tags"},
	"the datasets of a model are read at its card":                                                   {"component/data"},
	"external components count like all others":                                                      {"component/isExternal"},
	"a range is no version, so the version is told to be absent":                                     {"component/versionRange"},
	"CycloneDX itself has given it up for pedigree":                                                  {"component/modified"},
	"the type of the component says enough":                                                          {"component/mime-type"},
	"ancestors, descendants and variants are rows; commits and patches have no place in the dossier": {"pedigree/commits", "pedigree/patches"},
	"it tells how a tool found the component, by which nothing is judged":                            {"component/evidence", "evidence/callstack", "evidence/identity", "evidence/licenses", "evidence/occurrences"},
	"properties are kept of components, the subject and the document alone":                          {"external reference/properties", "service/properties", "vulnerability/properties", "model card/properties"},
	"a SWID tag counts as an identifier by its being there":                                          {"SWID/name", "SWID/patch", "SWID/tagId", "SWID/tagVersion", "SWID/text", "SWID/url", "SWID/version"},
	"nothing refers to it":                                                                           {"organisation/bom-ref", "composition/bom-ref", "model card/bom-ref"},
	"of services, what they handle and where is read":                                                {"service/externalReferences", "service/licenses"},
	"what implements a specification is no dependency":                                               {"dependency/provides"},
	"completeness is told of what is contained, at the subject and components":                       {"composition/dependencies", "composition/vulnerabilities"},
	"a statement says what the vendor found; who found it where else is for a database of vulnerabilities": {
		"vulnerability/advisories", "vulnerability/created", "vulnerability/credits", "vulnerability/cwes", "vulnerability/proofOfConcept",
		"vulnerability/published", "vulnerability/rejected", "vulnerability/updated",
	},
	"what an algorithm is used for follows from the asset, its primitive and its strength": {
		"crypto algorithm/cryptoFunctions", "crypto algorithm/executionEnvironment", "crypto algorithm/implementationPlatform", "crypto algorithm/padding",
	},
	"of a certificate, its validity and state are read": {
		"crypto certificate/activationDate", "crypto certificate/certificateExtension", "crypto certificate/certificateExtensions", "crypto certificate/certificateFileExtension",
		"crypto certificate/certificateFormat", "crypto certificate/creationDate", "crypto certificate/deactivationDate", "crypto certificate/destructionDate",
		"crypto certificate/fingerprint", "crypto certificate/issuerName", "crypto certificate/relatedCryptographicAssets", "crypto certificate/revocationDate",
		"crypto certificate/serialNumber", "crypto certificate/signatureAlgorithmRef", "crypto certificate/subjectName", "crypto certificate/subjectPublicKeyRef",
	},
	"of key material, its type, state and dates of use are read; a key itself is never kept": {
		"crypto material/algorithmRef", "crypto material/creationDate", "crypto material/fingerprint", "crypto material/format", "crypto material/id",
		"crypto material/relatedCryptographicAssets", "crypto material/securedBy", "crypto material/size", "crypto material/updateDate", "crypto material/value",
	},
	"of a protocol, its name, version and cipher suites are read": {
		"crypto protocol/cryptoRefArray", "crypto protocol/ikev2TransformTypes", "crypto protocol/relatedCryptographicAssets",
	},
	"of a model, its task, data, limits and considerations are read": {
		"model parameters/approach", "model parameters/inputs", "model parameters/outputs", "model considerations/environmentalConsiderations",
	},
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
