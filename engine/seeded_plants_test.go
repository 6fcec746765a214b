package engine_test

// plant is one contradiction or gap that is put into a good bundle. The label is
// the fact, and finds are the requirements of which one must tell it: a start of
// finding ids, up to a point. Others in also tell a consequence of the same fact;
// every other finding that gets worse is a false alarm.
type plant struct {
	fact        string
	finds, also []string
	put         func(b *seedbed) bool // false: the bundle has no place for it
}

// plants are all facts, documents that contradict each other first.
func plants() []plant {
	var all []plant
	for _, of := range [][]plant{joinPlants, answerPlants, threatPlants, modelPlants, declarationPlants, sbomPlants, harmless} {
		all = append(all, of...)
	}
	return all
}

// joinPlants are contradictions between two documents.
var joinPlants = []plant{
	{"threat model of another version", oneOf("product.same_product", "threat_model.names_product"), oneOf("product.offered"), func(b *seedbed) bool {
		if !b.together() {
			return false
		}
		at(b.model(), "product")["version"] = "0.0.9-old"
		delete(at(b.model(), "product"), "purl")
		return true
	}},
	{"threat model of another product", oneOf("product.same_product", "threat_model.names_product"), oneOf("product.offered"), func(b *seedbed) bool {
		if !b.together() {
			return false
		}
		at(b.model(), "product")["name"] = "Quite Another Thing"
		delete(at(b.model(), "product"), "purl")
		delete(b.model(), "sbom_ref")
		return true
	}},
	{"declaration of another version", oneOf("product.same_product", "product.offered"), oneOf("threat_model.names_product", "declaration.", "consistency.", "screening.manifest"), func(b *seedbed) bool {
		if !b.together() {
			return false
		}
		at(b.declaration(), "product")["version"] = "0.0.9-old"
		delete(at(b.declaration(), "product"), "purl")
		return true
	}},
	{"SBOM of another version", oneOf("product.same_product", "threat_model.names_product"), oneOf("sbom.identifiers_valid", "product.offered", "consistency.part", "sbom.graph_connected", "threat_model."), func(b *seedbed) bool {
		if !b.together() {
			return false
		}
		subject := at(b.sbom(), "metadata", "component")
		subject["version"] = "0.0.9-old"
		return true
	}},
	{"AI denied, and the SBOM has a model", oneOf("ai.use_declared"), oneOf("ai.", "sbom.", "iso_42001."), func(b *seedbed) bool {
		if !b.written("1.5") { // the first version that has models
			return false
		}
		at(b.declaration(), "ai")["used"] = false
		add(b.sbom(), "components", object{"type": "machine-learning-model", "bom-ref": "planted-model", "name": "leak-finder", "version": "3.1.0"})
		return true
	}},
	{"open threat of tampering with updates, and updates said to be checked", oneOf("consistency.answer.update_check"), oneOf("threat_model.", "nist_8259ab.capability.ir8259a-SU", "screening.documents_sound.contradiction", "consistency.answer."), func(b *seedbed) bool {
		if a := answer(b.declaration(), "ir8259a-SU-2"); a == nil || a["status"] != "met" {
			return false
		}
		threat := b.one(b.model(), "threats", func(row object) bool { return row["status"] != "open" }) // an open one may be told already
		threat["title"], threat["status"] = "A changed update is installed", "open"
		threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": "tampering"}}
		return true
	}},
	{"open threat of a false package, in other words, and updates said to be checked", oneOf("consistency.answer.update_check"), oneOf("threat_model.", "nist_8259ab.capability.ir8259a-SU", "consistency.answer.", "screening.documents_sound.contradiction"), func(b *seedbed) bool {
		if a := answer(b.declaration(), "ir8259a-SU-2"); a == nil || a["status"] != "met" {
			return false
		}
		threat := b.one(b.model(), "threats", nil)
		threat["title"], threat["status"] = "A changed firmware image is installed", "open"
		threat["statement"] = "An attacker swaps the image on the download server, and the device installs it."
		threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": "tampering"}}
		return true
	}},
	{"part without an SBOM", oneOf("consistency.part"), oneOf("threat_model.scope_covers_parts", "cra.components_listed", "sbom.", "product.same_product"), func(b *seedbed) bool {
		add(at(b.declaration(), "product"), "parts", object{"id": "planted", "kind": "app", "name": "Companion App", "version": "9.9"})
		return true
	}},
	{"threat linked to a component that no SBOM has", oneOf("threat_model.component_links"), nil, func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["bom_refs"] != nil })
		if threat == nil {
			return false
		}
		threat["bom_refs"] = []any{"pkg:npm/no-such-part@1.0.0"}
		return true
	}},
	{"evidence that was changed after it was listed", oneOf("declaration.evidence_unchanged"), oneOf("screening.manifest", "nist_8259ab.", "conformity.", "nist_8259r1.", "consistency.", "product.same_product", "declaration.", "verification."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool {
			name, _ := row["path"].(string)
			return len(name) > 9 && name[:9] == "evidence/"
		})
		if row == nil {
			return false
		}
		name := row["path"].(string)
		b.unsealed[name] = true
		b.files[name] = append(b.files[name], " One line more.\n"...)
		return true
	}},
	{"answer that points to evidence nobody listed", oneOf("declaration.evidence_resolves"), oneOf("nist_8259ab.", "nist_8259r1.", "consistency."), func(b *seedbed) bool {
		a := b.one(b.declaration(), "answers", func(row object) bool { return row["evidence"] != nil })
		if a == nil {
			return false
		}
		a["evidence"] = []any{object{"ref": "no-such-report"}}
		return true
	}},
	{"threat model made after the product was sold", oneOf("nist_8259r1.threat_model_before_market"), oneOf("product.dates_past", "threat_model.next_review", "threat_model.dated", "support.covers_use", "support.end_agrees", "consistency.terms.support_end", "consistency.declared.last_update"), func(b *seedbed) bool {
		if at(b.declaration(), "product")["first_market_date"] == nil {
			return false
		}
		at(b.declaration(), "product")["first_market_date"] = "2025-01-15"
		s := at(b.declaration(), "support")
		s["start"], s["period"], s["end"] = "2025-01-15", "P6Y", "2031-01-15"
		return true
	}},
	{"no cryptography declared, and the SBOM has a library of it", oneOf("cryptography."), oneOf("sbom.", "consistency.", "nist_8259", "cra.essential.cra-I-2e"), func(b *seedbed) bool {
		a := answer(b.declaration(), "ir8259a-DP-1")
		if a == nil {
			return false
		}
		clear(a)
		a["requirement"], a["status"], a["justification"], a["date"] = "ir8259a-DP-1", "not-applicable", "The product uses no cryptography.", "2026-10-01"
		add(b.sbom(), "components", object{"type": "library", "bom-ref": "planted-ssl", "name": "openssl", "version": "3.0.1", "purl": "pkg:generic/openssl@3.0.1"})
		return true
	}},
	{"part in scope that the model leaves out", oneOf("threat_model.scope_covers_parts"), oneOf("consistency.part", "threat_model."), func(b *seedbed) bool {
		add(at(b.declaration(), "product"), "parts", object{"id": "planted", "kind": "service", "name": "planted.example", "version": "1"})
		return true
	}},
}

// harmless are changes in which nothing is wrong: whatever gets worse is a false alarm.
var harmless = []plant{
	{"nothing: a threat has another title", nil, nil, func(b *seedbed) bool {
		b.one(b.model(), "threats", nil)["title"] = "The same thing in other words"
		return true
	}},
	{"nothing: a description is longer", nil, nil, func(b *seedbed) bool {
		at(b.declaration(), "product")["description"] = "The product, with a sentence more that says nothing new."
		return true
	}},
	{"nothing: components in another order", nil, nil, func(b *seedbed) bool {
		items, _ := b.sbom()["components"].([]any)
		b.rand.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		return len(items) > 1
	}},
	{"nothing: threats in another order", nil, nil, func(b *seedbed) bool {
		items, _ := b.model()["threats"].([]any)
		b.rand.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		return len(items) > 1
	}},
	{"nothing: a further asset", nil, nil, func(b *seedbed) bool {
		add(b.model(), "assets", object{"id": "A-planted", "name": "log of the updates", "kind": "data", "sensitivity": []any{"integrity"}})
		return true
	}},
	{"nothing: an answer is said at more length", nil, nil, func(b *seedbed) bool {
		a := b.one(b.declaration(), "answers", func(row object) bool { return row["status"] == "met" && row["statement"] != nil })
		if a == nil {
			return false
		}
		a["statement"] = a["statement"].(string) + " We test this with every release."
		return true
	}},
}

func oneOf(ids ...string) []string { return ids }

// add puts rows at the end of a list.
func add(of object, name string, rows ...object) {
	items, _ := of[name].([]any)
	for _, row := range rows {
		items = append(items, row)
	}
	of[name] = items
}
