package engine_test

// answerPlants are answers that something else in the declaration or the threat
// model contradicts.
var answerPlants = []plant{
	{"one password for all, and access said to be safe", oneOf("consistency.answer.passwords", "consumer.password_scheme"), oneOf("nist_8259ab.", "psti."), func(b *seedbed) bool {
		b.declaration()["password_scheme"] = "universal"
		a := answer(b.declaration(), "ir8259a-LA-4", "ir8259a-LA")
		return a != nil && a["status"] == "met"
	}},
	{"no way to update, and updates said to be possible", oneOf("consistency.answer.updates"), oneOf("support.updates_available", "nist_8259ab.", "consistency.", "cra.", "psti.", "nist_8259r1."), func(b *seedbed) bool {
		at(b.declaration(), "updates")["mechanism"] = "none"
		a := answer(b.declaration(), "ir8259a-SU-1", "ir8259a-SU")
		return a != nil && a["status"] == "met"
	}},
	{"sensitive data in plain, and data said to be protected", oneOf("consistency.answer.encryption"), oneOf("threat_model.", "network."), func(b *seedbed) bool {
		flow := b.one(b.model(), "data_flows", func(row object) bool { return row["sensitive"] == true })
		a := answer(b.declaration(), "ir8259a-DP-1", "ir8259a-DP")
		if flow == nil || a == nil || a["status"] != "met" {
			return false
		}
		flow["encrypted"] = false
		return true
	}},
	{"interface that nobody needs is open, and interfaces said to be off", oneOf("consistency.answer.interfaces"), oneOf("threat_model."), func(b *seedbed) bool {
		interfaces := b.one(b.model(), "interfaces", nil)
		a := answer(b.declaration(), "ir8259a-LA-1", "ir8259a-LA")
		if interfaces == nil || a == nil || a["status"] != "met" {
			return false
		}
		interfaces["necessary"], interfaces["disabled"] = false, false
		return true
	}},
	{"only some events logged, and logging said to be whole", oneOf("consistency.answer.log_events"), oneOf("nist_8259ab."), func(b *seedbed) bool {
		b.declaration()["log_events"] = []any{"configuration"}
		a := answer(b.declaration(), "ir8259a-CS-4", "ir8259a-CS")
		return a != nil && a["status"] == "met"
	}},
	{"capability refused", oneOf("nist_8259ab.capability.ir8259a-SU-1", "nist_8259ab.not_refused"), oneOf("nist_8259", "consistency.", "cra.essential.cra-I-2c-1", "etsi_303645.provision.en303645-5.3-2"), func(b *seedbed) bool {
		a := answer(b.declaration(), "ir8259a-SU-1")
		if a == nil || a["status"] != "met" {
			return false
		}
		clear(a)
		a["requirement"], a["status"], a["justification"] = "ir8259a-SU-1", "not-met", "There is none."
		return true
	}},
	{"capability not applicable, without a reason", oneOf("nist_8259ab.", "declaration.family_answers"), oneOf("nist_8259", "consistency."), func(b *seedbed) bool {
		a := answer(b.declaration(), "ir8259a-DI")
		if a == nil {
			return false
		}
		clear(a)
		a["requirement"], a["status"] = "ir8259a-DI", "not-applicable"
		return true
	}},
	{"capability not answered", oneOf("nist_8259ab.capability"), oneOf("nist_8259", "consistency."), func(b *seedbed) bool {
		items, _ := b.declaration()["answers"].([]any)
		kept := []any{}
		for _, item := range items {
			if clause, _ := item.(object)["requirement"].(string); len(clause) < 10 || clause[:10] != "ir8259a-DI" {
				kept = append(kept, item)
			}
		}
		b.declaration()["answers"] = kept
		return len(kept) < len(items)
	}},
	{"answer without a statement", oneOf("nist_8259ab.", "declaration.family_answers"), oneOf("nist_8259", "consistency."), func(b *seedbed) bool {
		a := answer(b.declaration(), "ir8259a-DC")
		if a == nil || a["status"] != "met" {
			return false
		}
		delete(a, "statement")
		return true
	}},
}

// declarationPlants are gaps and contradictions within the declaration.
var declarationPlants = []plant{
	{"end of support is not start plus length", oneOf("support.end_agrees"), oneOf("support.", "cra.support_period", "psti."), func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		if s["period"] == nil || s["start"] == nil {
			return false
		}
		s["period"] = "P9Y"
		return true
	}},
	{"support has ended", oneOf("support.not_ended"), oneOf("support.", "cra.", "psti.", "nist_8259r1.", "consistency.terms.support_end"), func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		s["end"] = "2026-06-30"
		delete(s, "period")
		return true
	}},
	{"support without an end", oneOf("support.period_end"), oneOf("support.", "cra.", "psti.", "nist_8259r1."), func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		delete(s, "end")
		delete(s, "period")
		return true
	}},
	{"declaration of a day to come", oneOf("product.dates_past"), oneOf("nist_8259r1.", "declaration.", "attestation_form.", "conformity.", "consistency.declared"), func(b *seedbed) bool {
		b.declaration()["date"] = "2029-01-01"
		return true
	}},
	{"nobody to report weaknesses to", oneOf("disclosure.contact"), oneOf("disclosure.", "cra.", "psti.", "nist_8259"), func(b *seedbed) bool {
		d := at(b.declaration(), "vulnerability_disclosure")
		delete(d, "contact")
		delete(d, "security_txt")
		delete(at(b.declaration(), "manufacturer"), "contact")
		return true
	}},
	{"no policy for reports of weaknesses", oneOf("disclosure.policy"), oneOf("disclosure.", "cra.", "psti.", "nist_8259"), func(b *seedbed) bool {
		delete(at(b.declaration(), "vulnerability_disclosure"), "policy")
		return true
	}},
	{"contact that is a placeholder", oneOf("disclosure.contact"), oneOf("disclosure.", "cra.", "psti.", "nist_8259"), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["contact"] = "TBD"
		delete(at(b.declaration(), "vulnerability_disclosure"), "security_txt")
		return true
	}},
	{"nobody signed", oneOf("nist_8259r1.statement", "attestation_form.affirmed"), oneOf("nist_8259", "attestation_form.", "conformity.", "declaration.", "cra.", "psti."), func(b *seedbed) bool {
		delete(at(b.declaration(), "affirmation"), "signatories")
		return true
	}},
	{"no plan for the end of life", oneOf("nist_8259r1.end_of_life_plan"), oneOf("nist_8259r1.", "support."), func(b *seedbed) bool {
		delete(at(b.declaration(), "support"), "eol_plan")
		return true
	}},
	{"AI used, and no feature described", oneOf("ai."), oneOf("ai.", "iso_42001."), func(b *seedbed) bool {
		b.declaration()["ai"] = object{"used": true}
		return true
	}},
	{"answer by a person who is not listed", oneOf("nist_8259r1.accountable_person", "nist_8259ab."), oneOf("nist_8259", "declaration.", "screening.documents_sound.reference"), func(b *seedbed) bool {
		a := answer(b.declaration(), "ir8259r1-A0.1")
		if a == nil {
			return false
		}
		a["responsible"] = "nobody-we-know"
		return true
	}},
	{"listed document is not in the bundle", oneOf("screening.manifest"), oneOf("declaration.", "nist_8259", "consistency.", "conformity.", "screening.", "verification."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool {
			name, _ := row["path"].(string)
			return len(name) > 9 && name[:9] == "evidence/"
		})
		if row == nil {
			return false
		}
		delete(b.files, row["path"].(string))
		return true
	}},
}
