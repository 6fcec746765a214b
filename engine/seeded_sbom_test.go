package engine_test

// sbomPlants are gaps and contradictions within an SBOM.
var sbomPlants = []plant{
	{"component without a version", oneOf("sbom.component_version", "sbom.each_component.version"), oneOf("sbom.", "bsi.", "support.", "cra."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { delete(c, "version") })
	}},
	{"version that is a placeholder", oneOf("sbom.component_version", "sbom.placeholders", "sbom.each_component"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["version"] = "UNKNOWN" })
	}},
	{"component without a name", oneOf("sbom.component_name", "sbom.each_component.name"), oneOf("sbom.", "cra.", "screening.", "cryptography.inventory"), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["name"] = "" })
	}},
	{"purl of another version", oneOf("sbom.identifiers_valid"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["version"] = "99.99.99" })
	}},
	{"purl that is none", oneOf("sbom.identifiers_valid"), oneOf("sbom.", "threat_model.component_links"), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["purl"] = "pkg:nonsense" })
	}},
	{"dependency on nothing", oneOf("sbom.dependency_references", "sbom.each_component.dependency"), oneOf("sbom."), func(b *seedbed) bool {
		row := b.one(b.sbom(), "dependencies", nil)
		if row == nil {
			return false
		}
		deps, _ := row["dependsOn"].([]any)
		row["dependsOn"] = append(deps, "no-such-ref")
		return true
	}},
	{"no dependencies", oneOf("sbom.dependency_relationship", "sbom.graph_connected"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		_, had := b.sbom()["dependencies"]
		delete(b.sbom(), "dependencies")
		delete(b.sbom(), "compositions")
		return had
	}},
	{"licence that SPDX does not have", oneOf("sbom.licences_valid", "sbom.each_component.licence"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["licenses"] = []any{object{"license": object{"id": "No-Such-Licence-1.0"}}} })
	}},
	{"serial number that is none", oneOf("sbom.document_identity"), oneOf("sbom.", "threat_model.names_product", "product."), func(b *seedbed) bool {
		b.sbom()["serialNumber"] = "urn:uuid:not-one"
		return true
	}},
	{"SBOM of a day to come", oneOf("product.dates_past", "sbom.timestamp"), oneOf("sbom.", "product."), func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "2029-01-01T00:00:00Z"
		return true
	}},
	{"SBOM without a time", oneOf("sbom.timestamp"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		delete(at(b.sbom(), "metadata"), "timestamp")
		return true
	}},
	{"SBOM without a subject", oneOf("sbom.subject"), oneOf("sbom.", "screening.documents_sound.reference", "product.", "threat_model.", "consistency.", "nist_8259r1.", "cra."), func(b *seedbed) bool {
		delete(at(b.sbom(), "metadata"), "component")
		return true
	}},
	{"two components with one reference", oneOf("sbom.schema", "sbom.each_component.own_ref"), oneOf("sbom."), func(b *seedbed) bool {
		rows := rowsOf(b.sbom(), "components")
		if len(rows) < 2 || rows[0]["bom-ref"] == nil {
			return false
		}
		rows[1]["bom-ref"] = rows[0]["bom-ref"]
		return true
	}},
	{"key that the schema does not have", oneOf("sbom.schema"), oneOf("sbom."), func(b *seedbed) bool {
		b.sbom()["planted"] = true
		return b.written("1.3") // the schema of 1.2 allows any key
	}},
	{"hash of MD5 alone", oneOf("sbom.hash_strength"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["hashes"] = []any{object{"alg": "MD5", "content": "d41d8cd98f00b204e9800998ecf8427e"}}
		})
	}},
	{"SBOM without a tool", oneOf("sbom.tool_name"), oneOf("sbom."), func(b *seedbed) bool {
		had := at(b.sbom(), "metadata")["tools"] != nil
		delete(at(b.sbom(), "metadata"), "tools")
		return had
	}},
	{"component without any identifier", oneOf("sbom.component_identifier", "sbom.each_component.identifier"), oneOf("sbom.", "support.", "threat_model.component_links"), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			delete(c, "purl")
			delete(c, "cpe")
			delete(c, "swid")
		})
	}},
}

// withComponent changes a component that is whole, has a purl, and is not a
// threat's.
func withComponent(b *seedbed, change func(object)) bool {
	c := b.one(b.sbom(), "components", func(c object) bool {
		return c["purl"] != nil && c["version"] != nil && (c["type"] == "library" || c["type"] == "application" || c["type"] == "framework")
	})
	if c == nil {
		return false
	}
	change(c)
	return true
}
