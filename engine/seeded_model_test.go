package engine_test

// threatPlants are gaps and contradictions within one threat.
var threatPlants = []plant{
	{"high threat without a control", oneOf("threat_model.high_threat_controls"), oneOf("threat_model.", "screening.documents_sound.contradiction"), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" || row["severity"] == "critical" })
		if threat == nil {
			return false
		}
		threat["mitigations"] = []any{}
		return true
	}},
	{"threat met by a control that is not listed", oneOf("threat_model.high_threat_controls"), oneOf("threat_model.", "screening.documents_sound"), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" || row["severity"] == "critical" })
		if threat == nil {
			return false
		}
		threat["mitigations"] = []any{"M-no-such"}
		return true
	}},
	{"severity is not what the matrix gives", oneOf("threat_model.threats_rated"), oneOf("threat_model."), func(b *seedbed) bool {
		if at(b.model(), "scale")["matrix"] == nil {
			return false
		}
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" })
		if threat == nil {
			return false
		}
		threat["severity"] = "low"
		return true
	}},
	{"threat without a likelihood", oneOf("threat_model.threats_rated"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.one(b.model(), "threats", nil), "likelihood")
		return true
	}},
	{"likelihood that is not of the scale", oneOf("threat_model.threats_rated"), oneOf("threat_model."), func(b *seedbed) bool {
		b.one(b.model(), "threats", nil)["likelihood"] = "whenever"
		return true
	}},
	{"risk accepted, and by nobody", oneOf("threat_model.accepted_risk_approved"), oneOf("threat_model.", "consistency.answer."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", nil)
		threat["status"], threat["response"] = "accepted", "accept"
		delete(threat, "approver")
		delete(threat, "acceptance")
		return true
	}},
	{"threat without a category", oneOf("threat_model.threat_details"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.one(b.model(), "threats", nil), "categories")
		return true
	}},
	{"high threat is open, and nobody plans anything", oneOf("threat_model.high_open_threats"), oneOf("threat_model.", "consistency.", "nist_8259ab."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" && row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		threat["status"], threat["mitigations"] = "open", []any{}
		return true
	}},
	{"threat with an unknown part", oneOf("threat_model.threat_details", "threat_model.element", "threat_model.component_links", "screening.documents_sound.reference"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["components"] != nil })
		if threat == nil {
			return false
		}
		threat["components"] = []any{"no-such-part"}
		return true
	}},
	// A status that is left out follows from the mitigations, and is marked so; one
	// that says nothing hides what it is.
	{"threat with a status that says nothing", oneOf("threat_model.threat_response"), oneOf("threat_model.", "consistency."), func(b *seedbed) bool {
		b.one(b.model(), "threats", nil)["status"] = "TBD"
		return true
	}},
	{"severe risk remains, and is said to be solved", oneOf("threat_model.residual_risk", "threat_model.high_open_threats", "threat_model.threats_rated"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["residual"] != nil && row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		threat["residual"] = "critical"
		return true
	}},
}

// modelPlants are gaps and contradictions of a threat model as a whole.
var modelPlants = []plant{
	{"review is overdue", oneOf("threat_model.next_review"), oneOf("threat_model."), func(b *seedbed) bool {
		b.model()["next_review"] = "2026-10-01"
		return true
	}},
	{"model without a date", oneOf("threat_model.dated"), oneOf("threat_model.", "nist_8259r1."), func(b *seedbed) bool {
		delete(b.model(), "date")
		return true
	}},
	{"model of a day to come", oneOf("product.dates_past", "threat_model.dated"), oneOf("threat_model.", "nist_8259r1."), func(b *seedbed) bool {
		b.model()["date"] = "2029-01-01"
		return true
	}},
	{"reviewer is the author", oneOf("threat_model.independent_reviewer"), nil, func(b *seedbed) bool {
		b.model()["reviewers"] = b.model()["authors"]
		return true
	}},
	{"model without an owner", oneOf("threat_model.owner"), nil, func(b *seedbed) bool {
		delete(b.model(), "owner")
		return true
	}},
	{"model without a method", oneOf("threat_model.method"), nil, func(b *seedbed) bool {
		delete(b.model(), "method")
		return true
	}},
	{"assumption that nobody owns", oneOf("threat_model.assumption_owners"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "assumptions", nil)
		if row == nil {
			return false
		}
		delete(row, "owner")
		return true
	}},
	{"assumption that turned out false", oneOf("threat_model.assumption_status"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "assumptions", nil)
		if row == nil {
			return false
		}
		row["status"] = "rejected"
		return true
	}},
	{"model without assets", oneOf("threat_model.assets"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.model(), "assets")
		return true
	}},
	{"model without boundaries of trust", oneOf("threat_model.trust_boundaries"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.model(), "trust_boundaries")
		for _, flow := range rowsOf(b.model(), "data_flows") {
			delete(flow, "crosses")
		}
		return true
	}},
	{"model without a scope", oneOf("threat_model.scope"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.model(), "scope")
		return true
	}},
	{"model of one kind of threat only", oneOf("threat_model.category_coverage"), oneOf("threat_model.", "consistency.", "privacy.threats"), func(b *seedbed) bool {
		for _, threat := range rowsOf(b.model(), "threats") {
			threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": "spoofing"}}
		}
		return true
	}},
	{"model with the digest of another SBOM", oneOf("threat_model.names_product", "product.same_product"), oneOf("threat_model.", "product."), func(b *seedbed) bool {
		if b.model()["sbom_ref"] == nil {
			return false
		}
		at(b.model(), "sbom_ref")["digest"] = "sha256:" + digest([]byte("another"))
		return true
	}},
}
