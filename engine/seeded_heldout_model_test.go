package engine_test

// heldOutModels are gaps and contradictions of a threat model as a whole.
var heldOutModels = []plant{
	{"model that nobody has looked at for years", oneOf("threat_model.dated"), oneOf("threat_model.", "cra.", "nist_8259r1."), func(b *seedbed) bool {
		b.model()["date"] = "2021-02-10"
		delete(b.model(), "reviewed_at")
		return true
	}},
	{"model that was reviewed before it was made", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		if b.model()["reviewed_at"] == nil {
			return false
		}
		b.model()["reviewed_at"] = "2019-02-10"
		return true
	}},
	{"model without authors", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.model(), "authors")
		return true
	}},
	{"thing left out of scope without a reason", oneOf("threat_model.scope"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(at(b.model(), "scope"), "out", nil)
		if row == nil {
			return false
		}
		delete(row, "reason")
		return true
	}},
	{"boundary that no threat looks at", oneOf("threat_model.boundary_coverage"), oneOf("threat_model."), func(b *seedbed) bool {
		add(b.model(), "trust_zones", object{"id": "planted-zone", "name": "service port in the cellar"})
		add(b.model(), "components", object{"id": "planted-part", "name": "service port", "kind": "process", "zone": "planted-zone", "in_scope": true})
		add(b.model(), "trust_boundaries", object{"id": "B-planted", "name": "cellar to product", "zones": []any{"planted-zone", rowsOf(b.model(), "trust_zones")[0]["id"]}})
		return true
	}},
	{"flow to a part that the model does not have", oneOf("threat_model.", "screening.documents_sound.reference"), oneOf("threat_model."), func(b *seedbed) bool {
		flow := b.one(b.model(), "data_flows", nil)
		if flow == nil {
			return false
		}
		flow["destination"] = "no-such-place"
		return true
	}},
	{"entry point that no threat looks at", oneOf("threat_model.boundary_coverage"), oneOf("threat_model.", "consistency.answer.interfaces"), func(b *seedbed) bool {
		add(b.model(), "components", object{"id": "planted-part", "name": "debug console", "kind": "process", "in_scope": true})
		add(b.model(), "interfaces", object{"id": "I-planted", "name": "debug console", "component": "planted-part", "kind": "debug", "necessary": true, "disabled": false})
		return true
	}},
	{"model without threats", oneOf("threat_model."), oneOf("threat_model.", "consistency.", "ai.", "cra.", "nist_8259", "declaration.", "privacy.threats", "screening.documents_sound.reference"), func(b *seedbed) bool {
		b.model()["threats"] = []any{}
		return true
	}},
	{"model without adversaries", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		had := b.model()["adversaries"] != nil
		delete(b.model(), "adversaries")
		return had
	}},
	{"model that says nothing of failures", oneOf("threat_model.failure_modes"), oneOf("threat_model."), func(b *seedbed) bool {
		had := b.model()["failure_modes"] != nil
		delete(b.model(), "failure_modes")
		return had
	}},
	// A model without a scale of its own is held to the standard words, and these are among them.
	{"nothing: scale without its words", nil, nil, func(b *seedbed) bool {
		had := b.model()["scale"] != nil
		delete(b.model(), "scale")
		return had
	}},
}

// heldOutThreats are gaps and contradictions within one threat or mitigation.
var heldOutThreats = []plant{
	{"control that is only planned, and the threat said to be met", oneOf("threat_model.", "screening.documents_sound.contradiction"), oneOf("threat_model.", "consistency."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" && row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		add(b.model(), "mitigations", object{"id": "M-planted", "title": "Something later", "text": "It will be done.", "status": "planned"})
		threat["mitigations"] = []any{"M-planted"}
		return true
	}},
	{"control that was rejected, and the threat said to be met", oneOf("threat_model."), oneOf("threat_model.", "consistency.", "screening.documents_sound.contradiction"), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" && row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		add(b.model(), "mitigations", object{"id": "M-planted", "title": "Something else", "text": "It was too dear.", "status": "rejected"})
		threat["mitigations"] = []any{"M-planted"}
		return true
	}},
	{"risk handed over to nobody", oneOf("threat_model.transferred_risk"), oneOf("threat_model.", "consistency.answer."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", nil)
		threat["status"], threat["response"] = "transferred", "transfer"
		delete(threat, "receiver")
		return true
	}},
	{"risk accepted for ever", oneOf("threat_model.accepted_risk_approved"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] != "high" })
		if threat == nil {
			return false
		}
		threat["status"], threat["response"] = "accepted", "accept"
		threat["justification"], threat["approver"] = "It is rare.", "A. Director"
		delete(threat, "expires")
		return true
	}},
	{"threat without a response", oneOf("threat_model.threat_response"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.one(b.model(), "threats", nil), "response")
		return true
	}},
	{"two threats with one id", oneOf("threat_model.threat_details", "screening.documents_sound.double"), oneOf("threat_model.", "consistency."), func(b *seedbed) bool {
		rows := rowsOf(b.model(), "threats")
		if len(rows) < 3 {
			return false
		}
		rows[2]["id"] = rows[1]["id"]
		return true
	}},
	// A title or a statement is enough to know a threat by, and the statement is there.
	{"nothing: threat without a title", nil, nil, func(b *seedbed) bool {
		delete(b.one(b.model(), "threats", nil), "title")
		return true
	}},
	{"threat with a severity that is no word for one", oneOf("threat_model.threats_rated", "screening.documents_sound.value"), oneOf("threat_model."), func(b *seedbed) bool {
		b.one(b.model(), "threats", nil)["severity"] = "quite bad"
		return true
	}},
	{"threat in a flow that the model does not have", oneOf("threat_model.threat_details", "threat_model.element", "threat_model.boundary_coverage", "screening.documents_sound.reference"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["data_flows"] != nil })
		if threat == nil {
			return false
		}
		threat["data_flows"] = []any{"F-none"}
		return true
	}},
	{"threat is open, and its answer says that nothing is to be done", oneOf("threat_model."), oneOf("threat_model.", "consistency."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" && row["status"] == "mitigated" })
		if threat == nil {
			return false
		}
		threat["status"], threat["response"], threat["mitigations"] = "open", "none", []any{}
		return true
	}},
}
