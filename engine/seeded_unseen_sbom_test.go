package engine_test

// hashed changes a component that has hashes.
func hashed(b *seedbed, algorithm, content string) bool {
	c := b.one(b.sbom(), "components", func(c object) bool { return c["hashes"] != nil })
	if c == nil {
		return false
	}
	c["hashes"] = []any{object{"alg": algorithm, "content": content}}
	return true
}

// unseenSBOMs are gaps and contradictions within an SBOM.
var unseenSBOMs = []plant{
	{"hash of nothing at all", oneOf("sbom.placeholders", "sbom.hash_strength", "sbom.component_hash", "sbom.each_component", "sbom.identifiers_valid"), oneOf("sbom."), func(b *seedbed) bool {
		return hashed(b, "SHA-256", digest(nil))
	}},
	{"hash of zeros", oneOf("sbom.placeholders", "sbom.hash_strength", "sbom.component_hash", "sbom.each_component", "sbom.identifiers_valid"), oneOf("sbom."), func(b *seedbed) bool {
		return hashed(b, "SHA-256", "0000000000000000000000000000000000000000000000000000000000000000")
	}},
	{"two components with one hash", oneOf("sbom."), oneOf("sbom."), func(b *seedbed) bool {
		var rows []object
		for _, c := range rowsOf(b.sbom(), "components") {
			if c["hashes"] != nil {
				rows = append(rows, c)
			}
		}
		if len(rows) < 2 {
			return false
		}
		rows[0]["hashes"] = rows[1]["hashes"]
		return true
	}},
	{"licence that is no expression", oneOf("sbom.licences_valid", "sbom.each_component.licence"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["licenses"] = []any{object{"expression": "MIT AND OR Apache-2.0"}} })
	}},
	{"licence that nobody asserts", oneOf("sbom.component_licence", "sbom.licences_valid", "sbom.placeholders", "sbom.each_component"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["licenses"] = []any{object{"license": object{"name": "NOASSERTION"}}} })
	}},
	{"CPE that is cut off", oneOf("sbom.identifiers_valid", "sbom.schema"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["cpe"] = "cpe:2.3:a:vendor" })
	}},
	// Chosen as harmless, for tools write it; in most it stands for another part,
	// which a person asks for since.
	{"component that depends on itself", oneOf("sbom."), oneOf("sbom."), func(b *seedbed) bool {
		row := b.one(b.sbom(), "dependencies", nil)
		if row == nil {
			return false
		}
		deps, _ := row["dependsOn"].([]any)
		row["dependsOn"] = append(deps, row["ref"])
		return true
	}},
	{"version that is a range", oneOf("sbom.component_version", "sbom.placeholders", "sbom.each_component", "sbom.identifiers_valid"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["version"], c["purl"] = "^1.2.0", "pkg:generic/part"
			delete(c, "cpe")
		})
	}},
	{"version that says only the newest", oneOf("sbom.component_version", "sbom.placeholders", "sbom.each_component", "sbom.identifiers_valid"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["version"], c["purl"] = "latest", "pkg:generic/part@latest"
			delete(c, "cpe")
		})
	}},
	{"time of the SBOM that is no time", oneOf("sbom.timestamp", "sbom.schema"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "last Tuesday"
		return true
	}},
	{"product without a version in the SBOM", oneOf("sbom.subject"), oneOf("sbom.", "product.", "cra.", "threat_model.", "consistency."), func(b *seedbed) bool {
		subject := at(b.sbom(), "metadata", "component")
		had := subject["version"] != nil
		delete(subject, "version")
		return had
	}},
	{"serial number of zeros", oneOf("sbom.document_identity"), oneOf("sbom.", "threat_model.names_product", "product."), func(b *seedbed) bool {
		b.sbom()["serialNumber"] = "urn:uuid:00000000-0000-0000-0000-000000000000"
		delete(at(b.model(), "sbom_ref"), "serial_number")
		return true
	}},
	{"author that is a placeholder", oneOf("sbom.author", "sbom.placeholders"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		at(b.sbom(), "metadata")["authors"] = []any{object{"name": "TBD"}}
		return true
	}},
	{"weakness called harmless without a reason", oneOf("vulnerability.", "sbom.no_vulnerabilities"), oneOf("sbom.", "vulnerability.", "cra.", "threat_model.open_vulnerabilities"), func(b *seedbed) bool {
		return weak(b, object{"state": "not_affected"})
	}},
	{"weakness that is exploitable, and nothing to do about it", oneOf("vulnerability.", "sbom.no_vulnerabilities"), oneOf("sbom.", "vulnerability.", "cra.", "threat_model.open_vulnerabilities"), func(b *seedbed) bool {
		return weak(b, object{"state": "exploitable"})
	}},
	{"TLS of a version that is broken", oneOf("network.tls", "cryptography."), oneOf("cryptography.", "sbom.", "network.", "bad_practices."), func(b *seedbed) bool {
		return cryptographic(b, object{"assetType": "protocol", "protocolProperties": object{"type": "tls", "version": "1.0"}})
	}},
	{"certificate that has run out", oneOf("cryptography.certificates"), oneOf("cryptography.", "sbom.", "network."), func(b *seedbed) bool {
		return cryptographic(b, object{"assetType": "certificate", "certificateProperties": object{"subjectName": "CN=device", "issuerName": "CN=maker",
			"notValidBefore": "2023-01-01T00:00:00Z", "notValidAfter": "2025-01-01T00:00:00Z"}})
	}},
	{"key that is too short", oneOf("cryptography."), oneOf("cryptography.", "sbom.", "bad_practices."), func(b *seedbed) bool {
		return cryptographic(b, object{"assetType": "algorithm", "algorithmProperties": object{"primitive": "signature", "parameterSetIdentifier": "1024", "cryptoFunctions": []any{"sign"}}, "oid": "1.2.840.113549.1.1.1"})
	}},
	{"AI denied, and a library for it is linked", oneOf("ai.use_declared"), oneOf("ai.", "sbom.", "iso_42001.", "cra."), func(b *seedbed) bool {
		at(b.declaration(), "ai")["used"] = false
		add(b.sbom(), "components", object{"type": "library", "bom-ref": "planted-ml", "name": "tensorflow-lite", "version": "2.16.1", "purl": "pkg:pypi/tensorflow-lite@2.16.1"})
		return true
	}},
}

// weak puts a vulnerability with an analysis into an SBOM.
func weak(b *seedbed, analysis object) bool {
	if !b.written("1.4") {
		return false
	}
	b.sbom()["vulnerabilities"] = []any{object{"bom-ref": "v-1", "id": "CVE-2026-0002", "analysis": analysis,
		"ratings": []any{object{"severity": "high", "score": 8.1, "method": "CVSSv31"}}, "affects": []any{object{"ref": rowsOf(b.sbom(), "components")[0]["bom-ref"]}}}}
	return true
}

// cryptographic puts a cryptographic asset into an SBOM.
func cryptographic(b *seedbed, properties object) bool {
	if !b.written("1.6") {
		return false
	}
	name := "planted"
	if properties["assetType"] == "algorithm" {
		name = "RSA-1024"
	}
	add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "planted-crypto", "name": name, "version": "1", "cryptoProperties": properties})
	return true
}
