package engine_test

// everySBOM are findings on the content of SBOMs.
var everySBOM = oneOf("sbom.")

// lawyerSBOMs are gaps and contradictions within an SBOM.
var lawyerSBOMs = []plant{
	{"two components with the hash of one", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		var hashed []object
		for _, row := range rowsOf(b.sbom(), "components") {
			if row["hashes"] != nil {
				hashed = append(hashed, row)
			}
		}
		if len(hashed) < 2 {
			return false
		}
		hashed[1]["hashes"] = hashed[0]["hashes"]
		return true
	}},
	{"hash of an empty file", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["hashes"] = []any{object{"alg": "SHA-256", "content": digest(nil)}} })
	}},
	{"hash of zeros", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["hashes"] = []any{object{"alg": "SHA-256", "content": "0000000000000000000000000000000000000000000000000000000000000000"}}
		})
	}},
	{"version that is a range", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["version"] = ">=1.2"; delete(c, "purl") })
	}},
	{"version that is latest", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["version"] = "latest"; delete(c, "purl") })
	}},
	{"component that needs itself", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		row := b.one(b.sbom(), "dependencies", nil)
		deps, _ := row["dependsOn"].([]any)
		row["dependsOn"] = append(deps, row["ref"])
		return true
	}},
	{"licence that nobody asserts", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["licenses"] = []any{object{"license": object{"name": "NOASSERTION"}}} })
	}},
	{"author that is a placeholder", oneOf("sbom.author"), everySBOM, func(b *seedbed) bool {
		at(b.sbom(), "metadata")["authors"] = []any{object{"name": "Unknown"}}
		return true
	}},
	{"component that nothing needs, in an SBOM that is said to be complete", oneOf("sbom.graph_connected"), everySBOM, func(b *seedbed) bool {
		add(b.sbom(), "components", object{"type": "library", "bom-ref": "planted-odd", "name": "left-over", "version": "1.0.0",
			"purl": "pkg:generic/left-over@1.0.0", "supplier": object{"name": "Left Over"}, "manufacturer": object{"name": "Left Over"},
			"hashes": []any{object{"alg": "SHA-256", "content": digest([]byte("left over"))}}, "licenses": []any{object{"license": object{"id": "MIT", "acknowledgement": "declared"}}}})
		return true
	}},
	{"SBOM made at the design, of what is delivered", oneOf("sbom.generation_context"), everySBOM, func(b *seedbed) bool {
		at(b.sbom(), "metadata")["lifecycles"] = []any{object{"phase": "design"}}
		return true
	}},
	{"SBOM whose parts are all counted out", oneOf("sbom.excluded_components", "sbom.hidden_components"), oneOf("sbom.", "cra.", "threat_model.", "consistency.", "cryptography.", "product.", "vulnerability.", "support."), func(b *seedbed) bool {
		for _, c := range rowsOf(b.sbom(), "components") {
			c["scope"] = "excluded"
		}
		return true
	}},
	{"hash of the download is another than that of the component", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["hashes"] = []any{object{"alg": "SHA-512", "content": digest([]byte("one")) + digest([]byte("two"))}}
			c["externalReferences"] = []any{object{"type": "distribution", "url": "https://vendor.example/file.bin",
				"hashes": []any{object{"alg": "SHA-512", "content": digest([]byte("three")) + digest([]byte("four"))}}}}
		})
	}},
	{"time of an SBOM without the hour", oneOf("sbom."), everySBOM, func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "2026-10-05"
		return true
	}},
	{"serial number of zeros", oneOf("sbom.document_identity", "product.same_product"), oneOf("sbom.", "threat_model.names_product", "product."), func(b *seedbed) bool {
		b.sbom()["serialNumber"] = "urn:uuid:00000000-0000-0000-0000-000000000000"
		return true
	}},
	{"SBOM that lists nothing", oneOf("sbom."), oneOf("sbom.", "cra.", "threat_model.", "consistency.", "cryptography.", "product.", "origin.", "vulnerability.", "support.", "declaration.", "nist_8259", "screening.documents_sound.reference"), func(b *seedbed) bool {
		b.sbom()["components"], b.sbom()["dependencies"] = []any{}, []any{}
		delete(b.sbom(), "compositions")
		return true
	}},
	{"certificate that has expired", oneOf("cryptography.certificates"), oneOf("cryptography.", "sbom."), func(b *seedbed) bool {
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "planted-cert", "name": "updates.vendor.example",
			"cryptoProperties": object{"assetType": "certificate", "certificateProperties": object{"subjectName": "CN=updates.vendor.example", "issuerName": "CN=CA",
				"notValidBefore": "2022-01-01T00:00:00Z", "notValidAfter": "2024-01-01T00:00:00Z"}}})
		return b.written("1.6")
	}},
	{"key of 1024 bits", oneOf("cryptography."), oneOf("cryptography.", "sbom."), func(b *seedbed) bool {
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "planted-rsa", "name": "RSA-1024",
			"cryptoProperties": object{"assetType": "algorithm", "algorithmProperties": object{"primitive": "signature", "parameterSetIdentifier": "1024"}}})
		return b.written("1.6")
	}},
	{"composition of a part that is not there", oneOf("sbom.", "screening.documents_sound"), everySBOM, func(b *seedbed) bool {
		add(b.sbom(), "compositions", object{"aggregate": "complete", "assemblies": []any{"no-such-ref"}})
		return true
	}},
	{"supplier that is said to be unknown in words", oneOf("sbom."), oneOf("sbom.", "origin."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["supplier"] = object{"name": "Unknown supplier"} })
	}},
	{"product that the SBOM holds as a component of itself", oneOf("sbom."), oneOf("sbom.", "product."), func(b *seedbed) bool {
		subject := at(b.sbom(), "metadata", "component")
		add(b.sbom(), "components", object{"type": subject["type"], "bom-ref": "planted-self", "name": subject["name"], "version": "0.0.1", "supplier": subject["supplier"]})
		return true
	}},
	{"component whose name is turned around", oneOf("product.plain_text"), oneOf("sbom.", "cryptography.inventory"), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["name"] = "\u202e" + "lst-ssl" })
	}},
	{"purl without a type", oneOf("sbom.identifiers_valid"), oneOf("sbom.", "threat_model.component_links"), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["purl"] = "pkg:/" + "no-type@1" })
	}},
}
