package hostile

import "strings"

const bomJSON = "extra/x.cdx.json"

// cycloneDXRows break what CycloneDX asks of its own documents.
func cycloneDXRows() []Row {
	with := func(members ...string) string {
		return `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, ` + strings.Join(members, ", ") + "}"
	}
	one := func(member string) string {
		return with(`"components": [{"type": "library", "name": "a", ` + member + `}]`)
	}
	return rowsOf("cyclonedx", bomJSON, []fault{
		{"empty", "syntax", "1:1", ""},
		{"a line of SPDX in its place", "schema", "1:1", "SPDXVersion: SPDX-2.3"},
		{"cut short", "syntax", "/components/0", goodSBOM[:len(goodSBOM)-3]},
		{"another document after it", "trailing_data", "1:114", goodSBOM + " {}"},
		{"null", "not_an_object", "1:1", "null"},
		{"a list of SBOMs", "not_an_object", "1:2", " [" + goodSBOM + "]"},
		{"byte order mark", "encoding", "1:1", "\ufeff" + goodSBOM},
		{"list of components twice", "duplicate_key", "/components", with(`"components": []`, `"components": []`)},
		{"list twice by an escape", "duplicate_key", "/dependencies", with(`"dependencies": []`, `"dependencie\u0073": []`)},
		{"key in another case", "key_case", "/Components", with(`"Components": []`)},
		{"key with a long s", "key_case", "/componentſ", with(`"componentſ": []`)},
		{"key with a Kelvin sign", "key_case", "/hashes/0/Kty", with(`"hashes": [{"Kty": 1}]`)},
		{"key of a component in another case", "key_case", "/components/0/Version", one(`"Version": "1"`)},
		{"key in another case in what is skipped", "key_case", "/annotations/0/Text", with(`"annotations": [{"Text": "x"}]`)},
		{"key twice in what is skipped", "duplicate_key", "/annotations/0/text", with(`"annotations": [{"text": "x", "text": "y"}]`)},
		{"NUL in a name", "encoding", "/components/0/name", with(`"components": [{"name": "a\u0000b"}]`)},
		{"NUL in what is skipped", "encoding", "/annotations/0/text", with(`"annotations": [{"text": "\u0000"}]`)},
		{"half surrogate", "syntax", "/components/0/version", one(`"version": "\ud800"`)},
		{"not UTF-8", "encoding", "1:124", one("\"version\": \"\xff\"")},
		{"nested too deeply", "limit MaxDepth", "/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0/components/0", with(`"components": [` + strings.Repeat(`{"components":[`, 40) + strings.Repeat(`]}`, 40) + `]`)},
		{"nested too deeply in what is skipped", "limit MaxDepth", "/x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", with(`"x": ` + strings.Repeat("[", 70) + strings.Repeat("]", 70))},
		{"long number", "limit MaxNumberChars", "/y", with(`"y": ` + strings.Repeat("1", 65))},
		{"number without end", "number", "/x", with(`"x": 1e999`)},
		{"whole number that readers round", "number", "/x/1", with(`"x": [1, 18446744073709551615]`)},
		{"number that becomes zero", "number", "/x/y", with(`"x": {"y": 1e-400}`)},
		{"no bomFormat", "not_cyclonedx", "/bomFormat", `{"specVersion": "1.6", "components": []}`},
		{"no specVersion", "unsupported_version", "/specVersion", `{"bomFormat": "CycloneDX"}`},
		{"serial number that is no UUID", "schema", "/serialNumber", with(`"serialNumber": "1"`, `"components": []`)},
		{"timestamp that is a number", "schema", "/metadata/timestamp", with(`"metadata": {"timestamp": 5}`, `"components": []`)},
		{"tools that are true", "schema", "/metadata/tools", with(`"metadata": {"tools": true}`, `"components": []`)},
		{"authors that are an object", "schema", "/metadata/authors", with(`"metadata": {"authors": {}}`, `"components": []`)},
		{"subject that is a list", "schema", "/metadata/component", with(`"metadata": {"component": []}`, `"components": []`)},
		{"components that are an object", "schema", "/components", with(`"components": {}`)},
		{"dependencies that are an object", "schema", "/dependencies", with(`"dependencies": {"ref": "a"}`, `"components": []`)},
		{"a component that is a text", "schema", "/components/0", with(`"components": ["a"]`)},
		{"a type of component that is none", "schema", "/components/0/type", with(`"components": [{"type": "thing", "name": "a"}]`)},
		{"a name that is a number", "schema", "/components/0/name", with(`"components": [{"type": "library", "name": 12}]`)},
		{"hashes that are a text", "schema", "/components/0/hashes", one(`"hashes": "x"`)},
		{"a hash of no length", "schema", "/components/0/hashes/0/content", one(`"hashes": [{"alg": "SHA-256", "content": "00"}]`)},
		{"an algorithm that is none", "schema", "/components/0/hashes/0/alg", one(`"hashes": [{"alg": "SHA-257", "content": "` + strings.Repeat("0", 64) + `"}]`)},
		{"a scope that is none", "schema", "/components/0/scope", one(`"scope": "hidden"`)},
		{"a key that CycloneDX does not have", "schema", "/components/0/colour", one(`"colour": "red"`)},
		{"a licence that is a text", "schema", "/components/0/licenses/0", one(`"licenses": ["MIT"]`)},
		{"the same dependency twice", "schema", "/dependencies/1", with(`"components": []`, `"dependencies": [{"ref": "a"}, {"ref": "a"}]`)},
	})
}
