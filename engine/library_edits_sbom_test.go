package engine_test

import "fmt"

// sbomExhibits are changes of an SBOM.
var sbomExhibits = []exhibit{
	{plant: plant{fact: "each component has the fields that the BSI and the FDA ask for", put: func(b *seedbed) bool {
		for i, c := range b.few(2) {
			name := fmt.Sprintf("part-%d.so", i)
			c["properties"] = []any{
				property("bsi:component:filename", name), property("bsi:component:executable", "executable"),
				property("bsi:component:archive", "no archive"), property("bsi:component:structured", "unstructured"),
				property("cdx:lifecycle:milestone:generalAvailability", "2024-05-01"),
				property("cdx:lifecycle:milestone:endOfSupport", "2031-05-01"),
			}
			c["licenses"] = []any{object{"license": object{"id": "MIT", "acknowledgement": "concluded"}}}
			c["externalReferences"] = []any{
				object{"type": "source-distribution", "url": "https://fjordpost.example/source/" + name},
				object{"type": "distribution", "url": "https://fjordpost.example/file/" + name, "hashes": []any{object{"alg": "SHA-512", "content": longDigest}}},
			}
		}
		b.sbom()["specVersion"] = "1.6"
		return true
	}}},
	{plant: plant{fact: "a small dependency graph names a part that is not listed", put: func(b *seedbed) bool {
		b.few(2)
		rowsOf(b.sbom(), "dependencies")[0]["dependsOn"] = []any{"no-such-part"}
		return true
	}}},
	{plant: plant{fact: "the licence of one component is a placeholder", put: func(b *seedbed) bool {
		rowsOf(b.sbom(), "components")[7]["licenses"] = []any{object{"license": object{"name": "NOASSERTION"}}}
		return true
	}}},
	{plant: plant{fact: "every component is marked as excluded", put: func(b *seedbed) bool {
		for _, c := range rowsOf(b.sbom(), "components") {
			c["scope"] = "excluded"
		}
		return true
	}}},
	{plant: plant{fact: "a certificate that is in force is listed", put: withAsset("certificate", object{"certificateProperties": object{"subjectName": "CN=updates.fjordpost.example", "notValidAfter": "2027-06-30T00:00:00Z"}}, "update server")}},
	{plant: plant{fact: "a certificate that has ended is listed", put: withAsset("certificate", object{"certificateProperties": object{"subjectName": "CN=updates.fjordpost.example", "notValidAfter": "2024-06-30T00:00:00Z"}}, "update server")}},
	{plant: plant{fact: "algorithms of the CNSA suite 2.0 are listed", put: algorithms(map[string]string{"AES-256": "block-cipher", "SHA-384": "hash", "ML-KEM-1024": "kem", "ML-DSA-87": "signature"})}},
	{plant: plant{fact: "algorithms that are not of the CNSA suite 2.0 are listed", put: algorithms(map[string]string{"AES-128": "block-cipher", "SHA-256": "hash", "X25519": "key-agree", "Ed25519": "signature"})}},
	{plant: plant{fact: "the parts of the product are a device, its firmware, an app and a gateway, and no SBOM has them", put: func(b *seedbed) bool {
		at(b.sbom(), "metadata", "component")["type"] = "library"
		return parts(b)
	}}},
	{plant: plant{fact: "the parts of the product are a device, its firmware, an app and a gateway, and the SBOM lists them", put: func(b *seedbed) bool {
		types := map[string]string{"app": "application", "gateway": "device", "device": "device", "firmware": "firmware"}
		for _, kind := range inOrder(partNames) {
			add(b.sbom(), "components", object{"type": types[kind], "bom-ref": "part-" + kind, "name": partNames[kind], "version": "1.0"})
		}
		return parts(b)
	}}},
}

// longDigest has the form of a SHA-512.
const longDigest = "1a1aaf66e3ad4fa74b783e81e9e480a7ef10a37319ae47db1a4cc8a9f51a30ce621f98f9bc577534d658dead64dd4ba4b32f695188a89f4fe9ac8fc496a69077"

// few leaves a handful of components in the SBOM, so that all can be written,
// and gives them.
func (b *seedbed) few(n int) []object {
	s := b.sbom()
	s["components"] = s["components"].([]any)[:n]
	refs := []any{}
	list := []any{}
	for _, c := range rowsOf(s, "components") {
		refs = append(refs, c["bom-ref"])
		list = append(list, object{"ref": c["bom-ref"], "dependsOn": []any{}})
	}
	s["dependencies"] = append(list, object{"ref": at(s, "metadata", "component")["bom-ref"], "dependsOn": refs})
	return rowsOf(s, "components")
}

func property(name, value string) object { return object{"name": name, "value": value} }

// withAsset puts a cryptographic asset into the SBOM.
func withAsset(kind string, properties object, name string) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		whole := object{"assetType": kind}
		for key, value := range properties {
			whole[key] = value
		}
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "asset-" + name, "name": name, "cryptoProperties": whole})
		b.sbom()["specVersion"] = "1.6"
		return true
	}
}

// algorithms puts algorithms into the SBOM, by name, with what each is for.
func algorithms(primitives map[string]string) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		for _, name := range inOrder(primitives) {
			withAsset("algorithm", object{"algorithmProperties": object{"primitive": primitives[name]}}, name)(b)
		}
		return true
	}
}

// partNames are the parts of a product, by kind.
var partNames = map[string]string{"device": "Sensor head", "firmware": "Sensor firmware", "app": "Pocket app", "gateway": "Radio gateway"}

// parts declares them.
func parts(b *seedbed) bool {
	for _, kind := range inOrder(partNames) {
		add(at(b.declaration(), "product"), "parts", object{"id": "part-" + kind, "kind": kind, "name": partNames[kind], "version": "1.0"})
	}
	return true
}
