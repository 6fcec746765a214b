package engine_test

// lawyerModels are gaps and contradictions of a threat model as a whole.
var lawyerModels = []plant{
	{"part that is in scope and out of it", oneOf("threat_model.scope", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		in, _ := at(b.model(), "scope")["in"].([]any)
		if len(in) == 0 {
			return false
		}
		add(at(b.model(), "scope"), "out", object{"item": in[0], "reason": "Looked at elsewhere."})
		return true
	}},
	{"scope with a part that the model does not have", oneOf("threat_model.scope", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		scope := at(b.model(), "scope")
		in, _ := scope["in"].([]any)
		scope["in"] = append(in, "phone-app")
		return b.whole()
	}},
	{"part left out of scope without a reason", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "components", func(row object) bool { return row["in_scope"] == false })
		if row == nil {
			return false
		}
		delete(row, "reason")
		return true
	}},
	{"boundary to a zone that the model does not have", oneOf("threat_model.", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "trust_boundaries", nil)
		if row == nil {
			return false
		}
		row["zones"] = []any{"moon", "mars"}
		return true
	}},
	{"flow that crosses a boundary which the model does not have", oneOf("threat_model.", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "data_flows", func(row object) bool { return row["crosses"] != nil })
		if row == nil {
			return false
		}
		row["crosses"] = []any{"B-99"}
		return true
	}},
	{"assumption on threats that are not there", oneOf("threat_model.", "screening.documents_sound"), nil, func(b *seedbed) bool {
		row := b.one(b.model(), "assumptions", nil)
		row["threats"] = []any{"T-77"}
		return b.whole()
	}},
	{"assumption that nobody has looked into", oneOf("threat_model.assumption_status"), nil, func(b *seedbed) bool {
		b.one(b.model(), "assumptions", nil)["status"] = "unconfirmed"
		return true
	}},
	{"failure without anything to fall back to", oneOf("threat_model.failure_modes"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.one(b.model(), "failure_modes", nil), "fallback")
		return true
	}},
	{"asset that is sensitive in no way", oneOf("threat_model.assets"), oneOf("threat_model."), func(b *seedbed) bool {
		delete(b.one(b.model(), "assets", nil), "sensitivity")
		return true
	}},
	{"adversary of whom nothing is said", oneOf("threat_model.element"), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "adversaries", nil)
		if row == nil {
			return false
		}
		delete(row, "skill")
		delete(row, "access")
		return true
	}},
	{"model checked on a day to come", oneOf("product.dates_past", "threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "validation", nil)
		if row == nil {
			return false
		}
		row["date"] = "2028-09-18"
		return true
	}},
	{"next review in twenty years", oneOf("threat_model.next_review"), nil, func(b *seedbed) bool {
		b.model()["next_review"] = "2046-08-24"
		return true
	}},
	{"authors that are placeholders", oneOf("threat_model.independent_reviewer"), oneOf("threat_model."), func(b *seedbed) bool {
		b.model()["authors"] = []any{object{"name": "TBD"}}
		return b.docs["threat-model/hk-3.yaml"] != nil
	}},
	{"owner that is a placeholder", oneOf("threat_model.owner"), oneOf("threat_model."), func(b *seedbed) bool {
		whole := b.whole()
		b.model()["owner"] = object{"name": "N/A"}
		return whole
	}},
	{"reviewer who is the author under a shorter name", oneOf("threat_model.independent_reviewer"), oneOf("threat_model."), func(b *seedbed) bool {
		whole := b.whole()
		b.model()["reviewers"] = []any{object{"name": "R. Moor", "email": "rhea.moor@tallfell.example"}}
		return whole
	}},
	{"control that is proved by a file which is not there", oneOf("threat_model.", "screening.documents_sound", "declaration."), oneOf("threat_model."), func(b *seedbed) bool {
		row := b.one(b.model(), "mitigations", func(row object) bool { return row["evidence"] != nil })
		row["evidence"] = []any{object{"path": "evidence/never-sent.md"}}
		return true
	}},
	{"control said to be verified, with nothing that shows it", oneOf("threat_model.", "consistency."), nil, func(b *seedbed) bool {
		row := b.one(b.model(), "mitigations", func(row object) bool { return row["evidence"] != nil && row["status"] == "verified" })
		delete(row, "evidence")
		return true
	}},
	{"two controls with one id", oneOf("threat_model.", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		rows := rowsOf(b.model(), "mitigations")
		rows[1]["id"] = rows[0]["id"]
		return true
	}},
}

// lawyerThreats are gaps and contradictions within one threat.
var lawyerThreats = []plant{
	{"open threat with a plan whose day has passed", oneOf("threat_model."), oneOf("threat_model.", "consistency.", "nist_8259ab."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" })
		if threat == nil {
			return false
		}
		add(b.model(), "mitigations", object{"id": "M-planted", "title": "A better lock", "status": "planned", "owner": "Rhea Moor", "due": "2025-02-01"})
		threat["status"], threat["mitigations"] = "open", []any{"M-planted"}
		return true
	}},
	{"what remains is worse than what was there", oneOf("threat_model.", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "low" })
		if threat == nil {
			return false
		}
		threat["residual"] = "medium"
		return true
	}},
	{"risk accepted until a day that has passed", oneOf("threat_model.accepted_risk_approved"), oneOf("threat_model.", "consistency."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", nil)
		threat["status"], threat["response"], threat["approver"] = "accepted", "accept", "Ines Tallfell"
		threat["justification"], threat["expires"] = "It is rare.", "2025-12-31"
		return b.whole()
	}},
	{"risk accepted by a placeholder", oneOf("threat_model.accepted_risk_approved"), oneOf("threat_model.", "consistency."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", nil)
		threat["status"], threat["response"], threat["approver"] = "accepted", "accept", "TBD"
		threat["justification"], threat["expires"] = "It is rare.", "2027-12-31"
		return b.whole()
	}},
	{"threat that is said not to apply, without a reason", oneOf("threat_model.threat_response"), oneOf("threat_model.", "consistency.", "screening.documents_sound"), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", nil)
		threat["status"] = "not_applicable"
		delete(threat, "justification")
		delete(threat, "response")
		return b.whole()
	}},
	{"middling threat that is met by nothing and said to be met", oneOf("threat_model.", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "medium" })
		if threat == nil {
			return false
		}
		threat["mitigations"] = []any{}
		return true
	}},
	{"threat by an adversary whom the model does not have", oneOf("threat_model.", "screening.documents_sound"), nil, func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["adversary"] != nil })
		if threat == nil {
			return false
		}
		threat["adversary"] = "ADV-99"
		return true
	}},
	{"threat that is certain and severe, and called low", oneOf("threat_model."), oneOf("threat_model."), func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["severity"] == "high" })
		if threat == nil {
			return false
		}
		threat["likelihood"], threat["impact"], threat["severity"] = "certain", "severe", "low"
		return true
	}},
	{"threat that is a copy of another", oneOf("threat_model.", "screening.documents_sound"), oneOf("threat_model."), func(b *seedbed) bool {
		rows := rowsOf(b.model(), "threats")
		if !b.whole() {
			return false
		}
		rows[4]["title"], rows[4]["statement"] = rows[3]["title"], rows[3]["statement"]
		return true
	}},
	{"weakness that is no CWE", oneOf("threat_model.", "screening.documents_sound"), nil, func(b *seedbed) bool {
		threat := b.one(b.model(), "threats", func(row object) bool { return row["weaknesses"] != nil })
		threat["weaknesses"] = []any{"CWE-buffer"}
		return true
	}},
	{"open threat by a shared password, and passwords said to be unique", oneOf("consistency.", "consumer."), oneOf("threat_model.", "nist_8259ab.", "consistency."), func(b *seedbed) bool {
		claim(b, "ir8259a-LA-4", "No two devices share a password.")
		return opened(b, "Factory login known to all", "Whoever knows the factory login of one unit signs in to every other one.", "spoofing", "CWE-1392")
	}},
	{"open threat to data on the way, and data said to be protected", oneOf("consistency."), oneOf("threat_model.", "nist_8259ab.", "consistency."), func(b *seedbed) bool {
		claim(b, "ir8259a-DP-1", "All data on the way is encrypted.")
		return opened(b, "Readings can be overheard", "Values go over the air in clear and anyone nearby reads them.", "information_disclosure", "CWE-319")
	}},
	{"open threat to the log, and logging said to be whole", oneOf("consistency."), oneOf("threat_model.", "nist_8259ab.", "consistency."), func(b *seedbed) bool {
		claim(b, "ir8259a-CS-4", "All events are logged and guarded.")
		return opened(b, "Traces are wiped", "An intruder deletes the log, so that nobody can tell what was done.", "repudiation", "CWE-778")
	}},
	{"open threat by the debug port, and ports said to be off", oneOf("consistency."), oneOf("threat_model.", "nist_8259ab.", "consistency."), func(b *seedbed) bool {
		claim(b, "ir8259a-LA-1", "Ports that are not needed are off.")
		return opened(b, "JTAG is left open", "Whoever opens the case reads out memory by JTAG.", "information_disclosure", "CWE-1191")
	}},
}

// opened makes one threat of a whole model an open one of these words.
func opened(b *seedbed, title, statement, kind, weakness string) bool {
	if !b.whole() {
		return false
	}
	threat := b.one(b.model(), "threats", nil)
	threat["title"], threat["statement"], threat["status"] = title, statement, "open"
	threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": kind}}
	threat["weaknesses"] = []any{weakness}
	return true
}
