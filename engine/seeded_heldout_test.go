package engine_test

import "strings"

// heldOutPlants are facts that were chosen, with their labels, before any rule was
// mended for them. They stand in fixtures in which no rule was mended either. At
// the first look recall over 210 bundles was 139 of 188 (0.739) and precision 827
// of 881 (0.939). Most of what was missed or wrong was told by a requirement that
// the labels could not name yet, as it was made after them: these labels are wider
// now. Where nothing told it, a rule was mended, or explained says why not. So this
// set is seen from then on, and only the figures above are those of a set unseen.
func heldOutPlants() []plant {
	var all []plant
	for _, of := range [][]plant{heldOutJoins, heldOutDeclarations, heldOutModels, heldOutThreats, heldOutSBOMs, heldOutHarmless} {
		all = append(all, of...)
	}
	return all
}

// claim makes a declaration answer a clause as met.
func claim(b *seedbed, clause, statement string) {
	if a := answer(b.declaration(), clause); a != nil {
		clear(a)
		a["requirement"], a["status"], a["statement"], a["date"] = clause, "met", statement, "2026-10-01"
		return
	}
	add(b.declaration(), "answers", object{"requirement": clause, "status": "met", "statement": statement, "date": "2026-10-01"})
}

// heldOutJoins are contradictions between two documents.
var heldOutJoins = []plant{
	{"declaration with the digest of another SBOM", oneOf("product.same_product"), oneOf("consistency.", "product.", "declaration."), func(b *seedbed) bool {
		ref := at(b.declaration(), "product", "sbom")
		if ref["digest"] == nil {
			return false
		}
		ref["digest"] = "sha256:" + digest([]byte("some other list"))
		return true
	}},
	{"threat model with the serial number of another SBOM", oneOf("product.same_product", "threat_model.names_product"), oneOf("threat_model.", "product."), func(b *seedbed) bool {
		ref := at(b.model(), "sbom_ref")
		delete(ref, "digest")
		ref["serial_number"] = "urn:uuid:00000000-1111-4222-8333-444444444444"
		return true
	}},
	{"threat model with a path at which no SBOM is", oneOf("threat_model.names_product"), oneOf("threat_model.", "product.", "screening.documents_sound.reference"), func(b *seedbed) bool {
		b.model()["sbom_ref"] = object{"path": "sbom/of-another-day.json"}
		return true
	}},
	{"part of the model that stands for no component of the SBOM", oneOf("threat_model.component_links", "screening.documents_sound.reference"), oneOf("threat_model."), func(b *seedbed) bool {
		part := b.one(b.model(), "components", func(row object) bool { return row["bom_ref"] != nil })
		if part == nil {
			return false
		}
		part["bom_ref"] = "pkg:generic/never-shipped@0.1"
		return true
	}},
	{"open threat to the options, in other words, and settings said to be guarded", oneOf("consistency.answer.settings"), oneOf("threat_model.", "nist_8259ab.", "consistency.answer."), func(b *seedbed) bool {
		claim(b, "ir8259a-DC-2", "Only administrators can change how the product works.")
		threat := b.one(b.model(), "threats", nil)
		threat["title"], threat["status"] = "Options are switched by a guest", "open"
		threat["statement"] = "A guest changes the preferences of the product without signing in."
		threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": "elevation_of_privilege"}}
		return true
	}},
	{"open threat of a counterfeit build, and updates said to be checked", oneOf("consistency.answer.update_check"), oneOf("threat_model.", "nist_8259ab.", "consistency.answer."), func(b *seedbed) bool {
		claim(b, "ir8259a-SU-2", "A signature is checked before anything is installed.")
		threat := b.one(b.model(), "threats", nil)
		threat["title"], threat["status"] = "Counterfeit release", "open"
		threat["statement"] = "Someone puts a counterfeit build on a mirror, and customers install it."
		threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": "tampering"}}
		return true
	}},
	{"updates cannot be put off, and said that they can", oneOf("consistency.answer.opt_out"), oneOf("nist_8259", "cra.", "consistency."), func(b *seedbed) bool {
		claim(b, "ir8259a-SU-4", "The owner can put updates off.")
		at(b.declaration(), "updates")["opt_out"] = false
		return true
	}},
	{"no signature of updates, and updates said to be checked", oneOf("consistency.answer.update_check"), oneOf("nist_8259", "cra.", "consistency.", "psti.", "consumer."), func(b *seedbed) bool {
		claim(b, "ir8259a-SU-2", "Updates are checked.")
		b.declaration()["signature_scheme"] = "none"
		at(b.declaration(), "updates")["verification"] = "none"
		return true
	}},
	{"suppliers need not tell, and said that they must", oneOf("consistency.answer.suppliers", "disclosure.suppliers"), oneOf("sag.", "disclosure.", "cra."), func(b *seedbed) bool {
		claim(b, "sag-VULN-08", "Each supplier is bound to tell us.")
		at(b.declaration(), "vulnerability_disclosure")["supplier_disclosure"] = false
		return true
	}},
	{"known risk that points to a threat which is not there", oneOf("consistency.", "declaration.", "threat_model.", "nist_8259r1.", "screening.documents_sound.reference"), nil, func(b *seedbed) bool {
		risk := b.one(b.declaration(), "known_risks", func(row object) bool { return row["threat"] != nil })
		if risk == nil {
			return false
		}
		risk["threat"] = "T-never"
		return true
	}},
	{"safety at stake, and the model weighs no harm to people", oneOf("threat_model.safety"), oneOf("threat_model.", "medical.", "nist_8259", "verification."), func(b *seedbed) bool {
		was := at(b.declaration(), "product")["safety_relevant"]
		at(b.declaration(), "product")["safety_relevant"] = true
		return was == false
	}},
	{"manifest with the digest of another file", oneOf("screening.manifest"), nil, func(b *seedbed) bool {
		name, _ := b.in("threat-model")
		b.files["bundle.yaml"] = []byte(strings.ReplaceAll(string(b.files["bundle.yaml"]), digest(b.files[name]), digest([]byte("another file"))))
		return true
	}},
	{"second SBOM that is cut off", oneOf("screening.documents_readable"), oneOf("sbom.", "product.", "screening.", "cra.", "cryptography.", "ai.", "origin.", "support.", "vulnerability.", "threat_model.component_links", "consistency.part", "consistency.service", "consistency.documents.", "disclosure.", "nist_8259r1.service_loss", "verification."), func(b *seedbed) bool {
		b.files["sbom/more.cdx.json"] = []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "libr`)
		return true
	}},
}

// heldOutDeclarations are gaps and contradictions within the declaration.
var heldOutDeclarations = []plant{
	{"checked updates refused", oneOf("nist_8259ab.capability.ir8259a-SU-2", "nist_8259ab.not_refused"), oneOf("nist_8259", "consistency.", "cra.essential.", "cra.user_info.", "etsi_303645.provision.en303645-5.3-10"), func(b *seedbed) bool {
		a := answer(b.declaration(), "ir8259a-SU-2")
		if a == nil || a["status"] == "not-met" {
			return false
		}
		clear(a)
		a["requirement"], a["status"], a["justification"] = "ir8259a-SU-2", "not-met", "Signatures are too slow."
		return true
	}},
	{"evidence that has expired", oneOf("declaration.", "conformity.", "verification.", "nist_8259ab.", "consistency."), nil, func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["kind"] == "test-report" })
		if row == nil {
			return false
		}
		row["expires"] = "2026-01-31"
		return true
	}},
	{"evidence without a digest", oneOf("declaration.evidence_unchanged"), oneOf("declaration.", "nist_8259ab.", "conformity.", "product."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["digest"] != nil })
		if row == nil {
			return false
		}
		delete(row, "digest")
		return true
	}},
	{"evidence made on a day to come", oneOf("product.dates_past"), oneOf("conformity.", "declaration.", "nist_8259", "verification.", "consistency.declared.evidence_date"), func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["created"] != nil })
		if row == nil {
			return false
		}
		row["created"] = "2028-02-20"
		delete(row, "expires")
		return true
	}},
	{"affirmed on a day to come", oneOf("product.dates_past", "attestation_form.affirmed"), oneOf("attestation_form.", "conformity.", "declaration.", "nist_8259", "cra."), func(b *seedbed) bool {
		at(b.declaration(), "affirmation")["date"] = "2028-11-05"
		return true
	}},
	{"answer of a day to come", oneOf("product.dates_past"), oneOf("nist_8259", "declaration."), func(b *seedbed) bool {
		a := b.one(b.declaration(), "answers", func(row object) bool { return row["status"] == "met" })
		if a == nil {
			return false
		}
		a["date"] = "2028-11-05"
		return true
	}},
	{"signed by a person who is not listed", oneOf("attestation_form.affirmed", "conformity.declaration_fields", "nist_8259r1.statement", "declaration.", "screening.documents_sound.reference"), oneOf("attestation_form.", "conformity.", "nist_8259", "cra.", "psti."), func(b *seedbed) bool {
		row := b.one(at(b.declaration(), "affirmation"), "signatories", nil)
		if row == nil {
			return false
		}
		row["person"] = "somebody"
		return true
	}},
	{"risk accepted by nobody", oneOf("threat_model.accepted_risk_approved", "nist_8259r1.", "declaration.", "cra."), nil, func(b *seedbed) bool {
		risk := b.one(b.declaration(), "known_risks", nil)
		if risk == nil {
			return false
		}
		risk["response"] = "accept"
		delete(risk, "accepted_by")
		return true
	}},
	{"no times for fixes", oneOf("disclosure.fix_times"), oneOf("disclosure.", "nist_8259", "cra.", "psti."), func(b *seedbed) bool {
		u := at(b.declaration(), "updates")
		had := u["sla_days"] != nil
		delete(u, "sla_days")
		return had
	}},
	{"no time for fixes of severe weaknesses", oneOf("disclosure.fix_times"), oneOf("disclosure.", "nist_8259", "cra.", "psti."), func(b *seedbed) bool {
		u := at(b.declaration(), "updates")
		had := u["sla_days"] != nil
		if had {
			delete(at(u, "sla_days"), "critical")
		}
		return had
	}},
	{"reports are answered at no stated time", oneOf("disclosure.response_times"), oneOf("disclosure.", "nist_8259", "cra.", "psti."), func(b *seedbed) bool {
		d := at(b.declaration(), "vulnerability_disclosure")
		_, had := d["acknowledgement_days"].(int)
		delete(d, "acknowledgement_days")
		return had
	}},
	{"advisories nowhere", oneOf("disclosure.advisories"), oneOf("disclosure.", "nist_8259", "cra."), func(b *seedbed) bool {
		d := at(b.declaration(), "vulnerability_disclosure")
		had := d["advisories"] != nil
		delete(d, "advisories")
		return had
	}},
	{"honest testing is not allowed", oneOf("disclosure.policy"), oneOf("disclosure.", "cra."), func(b *seedbed) bool {
		d := at(b.declaration(), "vulnerability_disclosure")
		had := d["good_faith_testing"] == true
		d["good_faith_testing"] = false
		return had
	}},
	{"support of two years without a reason", oneOf("support.five_years"), oneOf("support.", "cra.", "nist_8259r1.", "consistency.declared.market"), func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		s["start"], s["period"], s["end"] = "2026-03-01", "P2Y", "2028-03-01"
		delete(s, "reason_if_short")
		return true
	}},
	{"support ends before it starts", oneOf("support.end_agrees", "support.period_end", "support.period_published"), oneOf("support.", "cra.", "psti.", "nist_8259r1.", "consistency.declared.last_update"), func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		delete(s, "period")
		s["start"], s["end"] = "2031-03-01", "2030-03-01"
		return true
	}},
	{"nothing said of AI", oneOf("ai.use_declared"), oneOf("ai.", "iso_42001."), func(b *seedbed) bool {
		delete(b.declaration(), "ai")
		return true
	}},
	{"duty of the customer that nobody is told", oneOf("nist_8259r1.customer_duties_told"), oneOf("nist_8259"), func(b *seedbed) bool {
		row := b.one(b.declaration(), "responsibility_matrix", func(row object) bool { return row["told_in"] != nil && row["deployer"] == "required" })
		if row == nil {
			return false
		}
		delete(row, "told_in")
		return true
	}},
	{"product with a hidden sign in its name", oneOf("product.plain_text"), oneOf("product.", "threat_model.names_product", "consistency.part"), func(b *seedbed) bool {
		p := at(b.declaration(), "product")
		name, _ := p["name"].(string)
		p["name"] = name[:3] + "\u200b" + name[3:]
		return true
	}},
}
