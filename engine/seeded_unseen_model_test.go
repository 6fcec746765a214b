package engine_test

import "strings"

// unseenModels are gaps and contradictions of a threat model as a whole.
var unseenModels = []plant{
	{"control that rests on a paper which is not there", oneOf("threat_model.", "screening.documents_sound.reference", "screening.manifest"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "mitigations", func(row object) bool { return row["evidence"] != nil })
		if row == nil {
			return false
		}
		row["evidence"] = []any{object{"path": "evidence/never-written.md"}}
		return true
	}},
	{"part out of scope without a reason", oneOf("threat_model.scope", "threat_model.element"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "components", func(row object) bool { return row["in_scope"] == false })
		if row == nil {
			return false
		}
		delete(row, "reason")
		return true
	}},
	{"flow over a boundary that the model does not have", oneOf("screening.documents_sound.reference", "threat_model.trust_boundaries", "threat_model.boundary_coverage"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "data_flows", func(row object) bool { return row["crosses"] != nil })
		if row == nil {
			return false
		}
		row["crosses"] = []any{"B-99"}
		return true
	}},
	{"part in a zone that the model does not have", oneOf("screening.documents_sound.reference", "threat_model.trust_boundaries"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "components", func(row object) bool { return row["zone"] != nil })
		if row == nil {
			return false
		}
		row["zone"] = "no-such-zone"
		return true
	}},
	{"sensitive data to whoever answers, and access said to be guarded", oneOf("consistency.answer.", "threat_model."), oneOf("threat_model.", "nist_8259", "consistency.answer."), func(b *seedbed) bool {
		flow := b.one(b.model(), "data_flows", func(row object) bool { return row["sensitive"] == true && row["authenticated"] == true })
		if flow == nil {
			return false
		}
		claim(b, "ir8259a-LA-2", "Only parts and people that prove who they are get in.")
		flow["authenticated"] = false
		return true
	}},
	{"owner that is a placeholder", oneOf("threat_model.owner"), oneOf("threat_model.", "screening.documents_sound"), func(b *seedbed) bool {
		b.model()["owner"] = object{"name": "TBD"}
		return true
	}},
	{"reviewer without a name", oneOf("threat_model.independent_reviewer"), oneOf("threat_model.", "screening.documents_sound"), func(b *seedbed) bool {
		b.model()["reviewers"] = []any{object{"role": "reviewer"}}
		return true
	}},
	{"failure without a fallback, and harm is possible", oneOf("threat_model.failure_modes", "threat_model.safety"), oneOf("threat_model.", "verification."), func(b *seedbed) bool {
		row := b.one(b.model(), "failure_modes", nil)
		if row == nil {
			return false
		}
		delete(row, "fallback")
		delete(row, "safe_state")
		return true
	}},
	{"assumption that nobody has confirmed", oneOf("threat_model.assumption_status"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "assumptions", nil)
		if row == nil {
			return false
		}
		row["status"] = "unconfirmed"
		return true
	}},
	{"model of an earlier product with the names changed by halves", oneOf("product.same_product", "threat_model.names_product"), oneOf("threat_model.", "product.", "consistency.documents.purl"), func(b *seedbed) bool {
		// One of another type may name the same product where it is kept elsewhere.
		purl, _ := at(b.model(), "product")["purl"].(string)
		kind, _, found := strings.Cut(purl, "/")
		at(b.model(), "product")["purl"] = kind + "/other-maker/other-product@2.4.0"
		return found
	}},
}

// unseenThreats are gaps and contradictions within one threat.
var unseenThreats = []plant{
	{"risk accepted until a day that has passed", oneOf("threat_model.accepted_risk_approved"), oneOf("threat_model.", "consistency.answer.", "screening.documents_sound.contradiction"), func(b *seedbed) bool {
		threat := b.settled()
		threat["status"], threat["response"], threat["justification"], threat["approver"], threat["expires"] = "accepted", "accept", "It is rare.", "Ines Tallfell", "2026-05-01"
		return true
	}},
	{"risk accepted without a reason", oneOf("threat_model.accepted_risk_approved"), oneOf("threat_model.", "consistency.answer.", "screening.documents_sound.contradiction"), func(b *seedbed) bool {
		threat := b.settled()
		threat["status"], threat["response"], threat["justification"], threat["approver"], threat["expires"] = "accepted", "accept", "n/a", "Ines Tallfell", "2027-05-01"
		return true
	}},
	{"threat is met, and its answer is to accept it", oneOf("threat_model.", "screening.documents_sound.contradiction"), oneOf("threat_model."), func(b *seedbed) bool {
		b.settled()["response"] = "accept"
		return true
	}},
	{"statement that is a placeholder", oneOf("threat_model.threat_details", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.settled()
		threat["title"], threat["statement"] = "TODO", "TODO"
		return true
	}},
	{"category that STRIDE does not have", oneOf("threat_model.threat_details", "threat_model.category_coverage", "screening.documents_sound.value"), oneOf("threat_model.", "consistency.answer."), func(b *seedbed) bool {
		b.settled()["categories"] = []any{object{"taxonomy": "STRIDE", "name": "mischief"}}
		return true
	}},
	{"does not apply, and nothing says why", oneOf("threat_model.threat_response", "threat_model.threat_details", "threat_model.high_threat_controls"), oneOf("threat_model.", "consistency.answer."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" && row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		threat["status"], threat["mitigations"] = "not_applicable", []any{}
		delete(threat, "justification")
		delete(threat, "response")
		return true
	}},
	{"rare and slight, and severe by its own words", oneOf("threat_model.threats_rated"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.settled()
		threat["likelihood"], threat["impact"], threat["severity"] = "rare", "negligible", "critical"
		return true
	}},
	{"adversary that the model does not have", oneOf("screening.documents_sound.reference", "threat_model.threat_details"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["adversary"] != nil })
		if threat == nil {
			return false
		}
		threat["adversary"] = "ADV-99"
		return true
	}},
	{"weakness with a number that is none", oneOf("screening.documents_sound", "threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		b.settled()["weaknesses"] = []any{"CWE-two hundred"}
		return true
	}},
}
