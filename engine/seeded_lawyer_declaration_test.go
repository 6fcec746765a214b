package engine_test

// answerTells are findings that rightly follow where an answer loses its worth.
var answerTells = oneOf("nist_8259", "sag.", "iec_62443.", "network.", "privacy.", "consistency.", "declaration.", "cra.", "etsi_303645.", "psti.", "attestation_form.", "bad_practices.", "support.", "disclosure.")

// saidYes gives a good answer of the declaration, whichever clause it has.
func saidYes(b *seedbed) object {
	return b.one(b.declaration(), "answers", func(row object) bool { return row["status"] == "met" && row["statement"] != nil })
}

// lawyerAnswers are answers that do not say what they claim.
var lawyerAnswers = []plant{
	{"answered yes, and the words say not yet", answerTells, answerTells, func(b *seedbed) bool {
		saidYes(b)["statement"] = "Not implemented yet; it is planned for the next major release."
		return true
	}},
	{"answered yes, and a plan to get there", answerTells, oneOf("screening."), func(b *seedbed) bool {
		saidYes(b)["remediation"] = object{"text": "Build it.", "due": "2027-09-30"}
		return true
	}},
	{"answered yes with a placeholder", answerTells, answerTells, func(b *seedbed) bool {
		saidYes(b)["statement"] = "TBD"
		return true
	}},
	{"answered yes with a blank", answerTells, answerTells, func(b *seedbed) bool {
		saidYes(b)["statement"] = " "
		return true
	}},
	{"one text for every answer", answerTells, answerTells, func(b *seedbed) bool {
		for _, row := range rowsOf(b.declaration(), "answers") {
			row["statement"] = "We take security very seriously and follow best practice."
		}
		return true
	}},
	{"one clause answered yes and no", oneOf("screening.documents_sound", "nist_8259", "sag."), answerTells, func(b *seedbed) bool {
		a := saidYes(b)
		add(b.declaration(), "answers", object{"requirement": a["requirement"], "status": "not-met", "justification": "There was no time.", "date": a["date"]})
		return true
	}},
	{"answer to a clause that nobody knows", oneOf("screening.documents_sound", "declaration.", "conformity.other_schemes"), answerTells, func(b *seedbed) bool {
		add(b.declaration(), "answers", object{"requirement": "ir8259a-ZZ-9", "status": "met", "statement": "Done.", "date": "2026-10-12"})
		return true
	}},
	{"answer that rests on a place which the document does not have", oneOf("declaration.evidence_resolves"), answerTells, func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["kind"] == "sbom" })
		if row == nil {
			return false
		}
		saidYes(b)["evidence"] = []any{object{"ref": row["id"], "pointer": "/components/9999"}}
		return true
	}},
	{"answer from before the product was designed", answerTells, answerTells, func(b *seedbed) bool {
		saidYes(b)["date"] = "2003-01-01"
		return true
	}},
	{"status that is no word for one", oneOf("screening.documents_sound", "nist_8259", "sag."), answerTells, func(b *seedbed) bool {
		saidYes(b)["status"] = "mostly"
		return true
	}},
	{"AI denied, and a feature of it described", oneOf("ai.", "screening.documents_sound"), oneOf("ai.", "iso_42001."), func(b *seedbed) bool {
		b.declaration()["ai"] = object{"used": false, "features": []any{object{"id": "F1", "purpose": "guess when people come home", "autonomy": "full"}}}
		return true
	}},
}

// signing are findings on who signs, and when.
var signing = oneOf("consistency.declared.", "attestation_form.", "conformity.", "declaration.", "nist_8259r1.", "cra.", "psti.", "product.dates_past")

// lawyerDeclarations are gaps and contradictions within the declaration.
var lawyerDeclarations = []plant{
	{"declared before the evidence was made", oneOf("declaration.", "conformity.", "product.", "nist_8259r1.", "consistency.declared."), signing, func(b *seedbed) bool {
		b.declaration()["date"] = "2024-01-05"
		return true
	}},
	{"affirmed long before it was written", signing, signing, func(b *seedbed) bool {
		at(b.declaration(), "affirmation")["date"] = "2019-03-03"
		return true
	}},
	{"affirmed in no words", signing, signing, func(b *seedbed) bool {
		delete(at(b.declaration(), "affirmation"), "statement")
		return true
	}},
	{"signed by somebody of another company", signing, signing, func(b *seedbed) bool {
		by := b.one(at(b.declaration(), "affirmation"), "signatories", nil)
		row := b.one(b.declaration(), "people", func(row object) bool { return row["id"] == by["person"] })
		if row == nil {
			return false
		}
		row["organization"] = "Hired Pens Ltd."
		return true
	}},
	{"third party that is the maker itself", oneOf("conformity.assessment_type"), oneOf("conformity."), func(b *seedbed) bool {
		b.declaration()["assessor"] = object{"type": "third-party", "organization": at(b.declaration(), "manufacturer")["name"]}
		return true
	}},
	{"nobody says who assessed", oneOf("conformity.assessment_type"), oneOf("conformity.", "cra."), func(b *seedbed) bool {
		_, had := b.declaration()["assessor"]
		delete(b.declaration(), "assessor")
		return had
	}},
	{"edition of a standard that does not exist", oneOf("conformity.", "nist_8259r1.edition"), oneOf("conformity."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "standards", nil)
		row["edition"] = "2031-01"
		return true
	}},
	{"last update long before the end of support", oneOf("support.", "nist_8259r1.", "consistency.declared."), oneOf("support.", "nist_8259r1."), func(b *seedbed) bool {
		at(b.declaration(), "support", "eol_plan")["last_update"] = "2028-01-31"
		return true
	}},
	{"support that starts before the product is sold", oneOf("support.", "product.", "consistency.declared."), oneOf("support.", "nist_8259r1.", "cra."), func(b *seedbed) bool {
		at(b.declaration(), "product")["first_market_date"] = "2029-05-01"
		return true
	}},
	{"severe weaknesses are mended last", oneOf("disclosure.fix_times", "consistency.declared."), oneOf("disclosure.", "cra."), func(b *seedbed) bool {
		days := at(b.declaration(), "updates", "sla_days")
		days["critical"], days["low"] = 29, 5
		return true
	}},
	{"reports are answered after half a year", oneOf("disclosure.response_times"), oneOf("disclosure.", "cra.", "consistency.terms.confirmation"), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["acknowledgement_days"] = 180
		return true
	}},
	{"policy on reports is no address", oneOf("disclosure.policy"), oneOf("disclosure.", "cra.", "psti.", "nist_8259r1."), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["policy"] = "see our website"
		return true
	}},
	{"contact that no message can reach", oneOf("disclosure.contact"), oneOf("disclosure.", "cra.", "psti.", "nist_8259r1."), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["contact"] = "security at the front desk"
		return true
	}},
	{"barred equipment admitted", oneOf("origin.section_889"), oneOf("origin."), func(b *seedbed) bool {
		b.declaration()["section_889"] = object{"part_a": false, "part_b": true}
		return true
	}},
	{"need of a use that is not listed", oneOf("screening.documents_sound", "nist_8259r1."), oneOf("nist_8259r1."), func(b *seedbed) bool {
		b.one(b.declaration(), "needs", nil)["use_cases"] = []any{"UC-77"}
		return true
	}},
	{"need that nobody meets", oneOf("nist_8259r1.needs_allocated"), oneOf("nist_8259"), func(b *seedbed) bool {
		delete(b.one(b.declaration(), "needs", nil), "allocated_to")
		return true
	}},
	{"task that nobody does", oneOf("nist_8259", "consistency.declared."), oneOf("nist_8259", "screening."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "responsibility_matrix", nil)
		row["manufacturer"], row["deployer"], row["user"] = "none", "none", "none"
		return true
	}},
	{"data without a purpose", oneOf("privacy."), oneOf("privacy."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "data", nil)
		if row == nil {
			return false
		}
		delete(row, "purpose")
		return true
	}},
	{"two people with one id", oneOf("screening.documents_sound", "nist_8259r1."), oneOf("nist_8259r1.", "declaration."), func(b *seedbed) bool {
		rows := rowsOf(b.declaration(), "people")
		rows[1]["id"] = rows[0]["id"]
		return true
	}},
	{"evidence that the maker only points to on the web", oneOf("declaration.", "verification.", "conformity."), answerTells, func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["kind"] != "sbom" && row["kind"] != "threat-model" })
		delete(row, "path")
		delete(row, "digest")
		row["url"] = "https://vendor.example/report"
		return true
	}},
	{"test report of years ago", oneOf("verification.report", "conformity."), oneOf("verification.", "conformity."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["kind"] == "pentest-report" || row["kind"] == "test-report" })
		row["created"] = "2019-09-21"
		delete(row, "expires")
		return true
	}},
	{"form in which weaknesses are told is no form", oneOf("disclosure.machine_readable", "screening."), oneOf("disclosure."), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["machine_readable"] = []any{"newsletter"}
		return true
	}},
	{"end of support is announced a week ahead", oneOf("support.notice"), oneOf("support."), func(b *seedbed) bool {
		at(b.declaration(), "support")["notice_days"] = 7
		return true
	}},
}

// lawyerHarmless are changes in which nothing is wrong.
var lawyerHarmless = []plant{
	{"nothing: a weakness that does not touch the product, with a reason", nil, nil, func(b *seedbed) bool {
		return vexed(b, func(_, _ object) {})
	}},
	{"nothing: an answer says it in other words", nil, nil, func(b *seedbed) bool {
		saidYes(b)["statement"] = "Done in each release, shown in the test named, and planned reviews keep it so."
		return true
	}},
	{"nothing: the answers of a declaration are a week older", nil, nil, func(b *seedbed) bool {
		for _, row := range rowsOf(b.declaration(), "answers") {
			row["date"] = "2026-10-05"
		}
		return true
	}},
	{"nothing: threats are fixed faster", nil, nil, func(b *seedbed) bool {
		at(b.declaration(), "updates", "sla_days")["critical"] = 3
		return true
	}},
	{"nothing: a further reviewer", nil, nil, func(b *seedbed) bool {
		if b.whole() {
			add(b.model(), "reviewers", object{"name": "Somebody Outside", "role": "tester"})
		}
		return b.whole()
	}},
	{"nothing: a property of the product", nil, nil, func(b *seedbed) bool {
		add(at(b.sbom(), "metadata"), "properties", object{"name": "vendor:line", "value": "7"})
		return b.written("1.3")
	}},
	{"nothing: a further, planned control beside the first", nil, nil, func(b *seedbed) bool {
		if !b.whole() {
			return false
		}
		add(b.model(), "mitigations", object{"id": "M-more", "title": "A second lock", "status": "planned", "owner": "Rhea Moor", "due": "2027-06-30"})
		threat := b.one(b.model(), "threats", nil)
		with, _ := threat["mitigations"].([]any)
		threat["mitigations"] = append(with, "M-more")
		return true
	}},
	{"nothing: another host of the maker", nil, nil, func(b *seedbed) bool {
		_, ok := b.doc("network")
		add(b.model(), "assets", object{"id": "A-more", "name": "list of hosts", "kind": "data", "sensitivity": []any{"integrity"}})
		return ok
	}},
}
