package engine_test

import "fmt"

// heldOutSBOMs are gaps and contradictions within an SBOM.
var heldOutSBOMs = []plant{
	{"CPE of another version", oneOf("sbom.identifiers_valid"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["cpe"] = "cpe:2.3:a:planted:" + "part:77.7.7:*:*:*:*:*:*:*" })
	}},
	{"purl of another name", oneOf("sbom.identifiers_valid"), oneOf("sbom.", "threat_model.component_links"), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["name"] = "something-quite-different" })
	}},
	{"hash of the wrong length", oneOf("sbom.schema", "sbom.hash_strength", "sbom.component_hash"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["hashes"] = []any{object{"alg": "SHA-256", "content": "abc123"}} })
	}},
	{"component that others need is counted out", oneOf("sbom.hidden_components", "sbom.excluded_components"), oneOf("sbom."), func(b *seedbed) bool {
		needed := map[any]bool{}
		for _, row := range rowsOf(b.sbom(), "dependencies") {
			deps, _ := row["dependsOn"].([]any)
			for _, ref := range deps {
				needed[ref] = true
			}
		}
		c := b.one(b.sbom(), "components", func(c object) bool { return needed[c["bom-ref"]] })
		if c == nil {
			return false
		}
		c["scope"] = "excluded"
		return true
	}},
	{"component with a hidden sign in its name", oneOf("product.plain_text"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["name"] = fmt.Sprint(c["name"]) + "\u200d" })
	}},
	{"component with a letter of another script in its name", oneOf("product.plain_text"), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["name"] = "\u043e" + fmt.Sprint(c["name"]) })
	}},
	{"SBOM of years ago", oneOf("sbom.timestamp"), oneOf("sbom."), func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "2016-01-01T00:00:00Z"
		return true
	}},
	{"author that is the tool", oneOf("sbom.author_not_tool"), oneOf("sbom."), func(b *seedbed) bool {
		at(b.sbom(), "metadata")["tools"] = []any{object{"vendor": "Planted", "name": "list-maker", "version": "1"}}
		at(b.sbom(), "metadata")["authors"] = []any{object{"name": "list-maker"}}
		return true
	}},
	{"supplier that is a placeholder", oneOf("sbom.component_supplier", "sbom.placeholders", "sbom.each_component.value"), oneOf("sbom.", "cra.", "origin."), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["supplier"] = object{"name": "NOASSERTION"}
			delete(c, "properties") // one may declare that the supplier is not known, which is an honest answer
		})
	}},
	{"component of a maker whom orders bar", oneOf("origin."), oneOf("sbom."), func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["supplier"] = object{"name": "Hangzhou Hikvision Digital Technology Co., Ltd."}
		})
	}},
	{"SBOM without a format version that exists", oneOf("sbom.", "screening.documents_readable"), oneOf("sbom.", "cra.", "screening.", "product.", "threat_model.", "consistency.", "cryptography.", "ai.", "origin.", "support.", "vulnerability.", "nist_8259r1.", "disclosure.", "verification."), func(b *seedbed) bool {
		b.sbom()["specVersion"] = "9.9"
		return true
	}},
	{"SBOM that knows itself to be incomplete", oneOf("sbom.completeness_stated", "sbom.bsi_field.bsi-completeness"), oneOf("sbom."), func(b *seedbed) bool {
		if v := fmt.Sprint(b.sbom()["specVersion"]); v < "1.3" {
			return false
		}
		b.sbom()["compositions"] = []any{object{"aggregate": "incomplete", "assemblies": []any{at(b.sbom(), "metadata", "component")["bom-ref"]}}}
		return true
	}},
	{"severe vulnerability that nobody answers", oneOf("sbom.no_vulnerabilities", "vulnerability."), oneOf("sbom.", "vulnerability.", "cra.", "threat_model.open_vulnerabilities"), func(b *seedbed) bool {
		if v := fmt.Sprint(b.sbom()["specVersion"]); v < "1.4" {
			return false
		}
		b.sbom()["vulnerabilities"] = []any{object{"bom-ref": "v-1", "id": "CVE-2026-0001",
			"ratings": []any{object{"severity": "critical", "score": 9.8, "method": "CVSSv31"}}, "affects": []any{object{"ref": rowsOf(b.sbom(), "components")[0]["bom-ref"]}}}}
		return true
	}},
	{"broken algorithm listed", oneOf("cryptography.sound"), oneOf("cryptography.", "sbom.", "bad_practices."), func(b *seedbed) bool {
		if v := fmt.Sprint(b.sbom()["specVersion"]); v < "1.6" {
			return false
		}
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "planted-md5", "name": "MD5",
			"cryptoProperties": object{"assetType": "algorithm", "algorithmProperties": object{"primitive": "hash"}}})
		return true
	}},
	{"product that the graph leaves out", oneOf("sbom.graph_connected"), oneOf("sbom.", "cra."), func(b *seedbed) bool {
		subject := at(b.sbom(), "metadata", "component")["bom-ref"]
		kept, items := []any{}, rowsOf(b.sbom(), "dependencies")
		for _, row := range items {
			if row["ref"] != subject {
				kept = append(kept, row)
			}
		}
		b.sbom()["dependencies"] = kept
		return len(kept) < len(items) && len(kept) > 0
	}},
	{"one component listed twice", oneOf("sbom."), oneOf("sbom."), func(b *seedbed) bool {
		c := b.one(b.sbom(), "components", func(c object) bool { return c["purl"] != nil && c["bom-ref"] != nil })
		if c == nil {
			return false
		}
		twin := object{"type": c["type"], "bom-ref": "planted-twin", "name": c["name"], "version": c["version"], "purl": c["purl"],
			"hashes": []any{object{"alg": "SHA-256", "content": digest([]byte("another file"))}}}
		add(b.sbom(), "components", twin)
		return true
	}},
}

// heldOutHarmless are changes in which nothing is wrong.
var heldOutHarmless = []plant{
	{"nothing: answers in another order", nil, nil, func(b *seedbed) bool {
		items, _ := b.declaration()["answers"].([]any)
		b.rand.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		return len(items) > 1
	}},
	{"nothing: dependencies in another order", nil, nil, func(b *seedbed) bool {
		items, _ := b.sbom()["dependencies"].([]any)
		b.rand.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		return len(items) > 1
	}},
	{"nothing: a further person", nil, nil, func(b *seedbed) bool {
		add(b.declaration(), "people", object{"id": "planted", "name": "A Colleague", "role": "Engineer", "organization": "The same", "email": "colleague@vendor.example"})
		return true
	}},
	{"nothing: a control in other words", nil, nil, func(b *seedbed) bool {
		row := b.one(b.model(), "mitigations", nil)
		if row == nil {
			return false
		}
		row["text"] = "The same control, written anew."
		return true
	}},
	{"nothing: a property of a component", nil, nil, func(b *seedbed) bool {
		return withComponent(b, func(c object) { add(c, "properties", object{"name": "vendor:shelf", "value": "12"}) })
	}},
	{"nothing: a threat that is met speaks of updates and settings", nil, nil, func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		threat["statement"] = "An update with changed settings and false firmware is installed from a crafted image."
		return true
	}},
	{"nothing: support lasts a year longer", nil, nil, func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		if s["end"] != "2030-03-01" || s["period"] != "P4Y" {
			return false
		}
		s["period"], s["end"] = "P5Y", "2031-03-01"
		at(s, "eol_plan")["last_update"] = "2031-03-01"
		return true
	}},
	{"nothing: SBOM made this autumn", nil, nil, func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "2026-10-01T00:00:00Z"
		return true
	}},
}
