package engine_test

// open turns a settled threat into an open one of the words and kind given.
func (b *seedbed) open(title, statement, kind string) {
	threat := b.settled()
	threat["title"], threat["statement"], threat["status"], threat["weaknesses"] = title, statement, "open", []any{}
	threat["categories"] = []any{object{"taxonomy": "STRIDE", "name": kind}}
}

// openTells are consequences of an open threat.
var openTells = oneOf("threat_model.", "nist_8259", "consistency.answer.", "screening.documents_sound.contradiction")

// unseenClaims are answers that something else in the bundle contradicts.
var unseenClaims = []plant{
	{"open threat of a password in the code, and none said to be shared", oneOf("consistency.answer.passwords"), openTells, func(b *seedbed) bool {
		claim(b, "ir8259a-LA-4", "Each device has a password of its own.")
		b.open("Service password in the firmware", "The same service password stands in every image, and whoever finds it can log in to all devices.", "spoofing")
		return true
	}},
	{"open threat that traffic is read, and data said to be protected", oneOf("consistency.answer.encryption"), openTells, func(b *seedbed) bool {
		claim(b, "ir8259a-DP-1", "All data is encrypted on the way.")
		b.open("Traffic is read on the way", "Someone on the network reads values and names, which go over the wire in clear text.", "information_disclosure")
		return true
	}},
	{"open threat by a debug port, and interfaces said to be off", oneOf("consistency.answer.interfaces"), openTells, func(b *seedbed) bool {
		claim(b, "ir8259a-LA-1", "Interfaces that nobody needs are off.")
		b.open("JTAG is left on", "Someone who opens the case reads memory through the debug port, which is on as shipped.", "information_disclosure")
		return true
	}},
	{"open threat of actions that nobody records, and logging said to be whole", oneOf("consistency.answer.log_events"), openTells, func(b *seedbed) bool {
		claim(b, "ir8259a-CS-4", "All events are logged.")
		b.open("Changes are not logged", "A user changes the plan, and no record tells who it was.", "repudiation")
		return true
	}},
	{"updates said to be checked, by a checksum alone", oneOf("consistency.answer.update_check", "cra.updates"), oneOf("nist_8259", "cra.", "consistency."), func(b *seedbed) bool {
		claim(b, "ir8259a-SU-2", "Updates are checked before they are installed.")
		at(b.declaration(), "updates")["verification"] = "CRC32 checksum"
		delete(b.declaration(), "signature_scheme")
		return true
	}},
	{"signatures by MD5 and a key of 512 bits", oneOf("cryptography.", "consistency.", "bad_practices.", "cra.updates"), oneOf("nist_8259", "cra."), func(b *seedbed) bool {
		b.declaration()["signature_scheme"] = "RSA-512 with MD5"
		return true
	}},
	{"customers said to be told of weaknesses, and messages denied", oneOf("consistency.", "nist_8259", "disclosure."), oneOf("cra.", "nist_8259"), func(b *seedbed) bool {
		claim(b, "ir8259b-ID-1", "We tell customers of each weakness.")
		at(b.declaration(), "broadcasts")["vulnerabilities"] = false
		return true
	}},
	{"met, and only planned by its own words", oneOf("consistency.", "nist_8259ab.", "declaration."), oneOf("nist_8259"), func(b *seedbed) bool {
		claim(b, "ir8259a-SU-3", "Not implemented yet; planned for the next release.")
		return true
	}},
	{"met, and the statement is a placeholder", oneOf("nist_8259ab.", "screening.documents_sound", "declaration."), oneOf("nist_8259", "consistency.answer.", "cra.essential.", "etsi_303645."), func(b *seedbed) bool {
		claim(b, "ir8259a-SU-2", "TODO")
		return true
	}},
	{"one clause answered twice, yes and no", oneOf("screening.documents_sound", "nist_8259ab.", "consistency."), oneOf("nist_8259", "consistency.", "cra.", "etsi_303645.", "sag."), func(b *seedbed) bool {
		claim(b, "ir8259a-DP-2", "Data can be erased.")
		add(b.declaration(), "answers", object{"requirement": "ir8259a-DP-2", "status": "not-met", "justification": "There is no way to erase it.", "date": "2026-10-01"})
		return true
	}},
	{"answer to a clause that no standard has", oneOf("screening.documents_sound", "declaration.", "nist_8259"), oneOf("conformity.other_schemes"), func(b *seedbed) bool {
		add(b.declaration(), "answers", object{"requirement": "ir8259a-SU-99", "status": "met", "statement": "We do this.", "date": "2026-10-01"})
		return true
	}},
	{"answer that points to a place which its document does not have", oneOf("declaration.evidence_resolves"), oneOf("nist_8259", "consistency.", "cra."), func(b *seedbed) bool {
		a := b.one(b.declaration(), "answers", func(row object) bool { return row["status"] == "met" })
		name, _ := b.in("threat-model")
		row := b.one(b.declaration(), "evidence", func(row object) bool { return row["path"] == name })
		if a == nil || row == nil {
			return false
		}
		a["evidence"] = []any{object{"ref": row["id"], "pointer": "/threats/99"}}
		return true
	}},
}

// unseenPapers are gaps in the papers that a declaration lists, and in its form.
var unseenPapers = []plant{
	{"report that is an empty file", oneOf("declaration.", "verification.", "conformity.", "screening."), oneOf("nist_8259", "consistency."), func(b *seedbed) bool {
		row := b.proof()
		if row != nil {
			b.later[row["path"].(string)] = []byte{}
		}
		return row != nil
	}},
	{"reports of seven years ago", oneOf("verification.report", "conformity.test_report", "declaration."), oneOf("verification.", "conformity."), func(b *seedbed) bool {
		row := b.proof("test-report", "pentest-report")
		if row == nil {
			return false
		}
		for _, row := range rowsOf(b.declaration(), "evidence") {
			if kind := row["kind"]; kind == "test-report" || kind == "pentest-report" {
				row["created"] = "2019-03-01"
				delete(row, "expires")
			}
		}
		return true
	}},
	{"report that lies nowhere", oneOf("declaration.evidence_resolves", "verification.report"), oneOf("verification.", "conformity.", "declaration.", "nist_8259", "consistency.", "screening."), func(b *seedbed) bool {
		row := b.proof("test-report", "pentest-report")
		if row == nil {
			return false
		}
		delete(row, "path")
		delete(row, "digest")
		return true
	}},
	{"report on the disk of the maker", oneOf("declaration.evidence_resolves", "screening."), oneOf("verification.", "conformity.", "declaration.", "nist_8259", "consistency.", "screening."), func(b *seedbed) bool {
		row := b.proof("test-report", "pentest-report")
		if row == nil {
			return false
		}
		row["path"] = "C:/Users/release/Desktop/report-final-2.md"
		return true
	}},
	{"two papers with one id", oneOf("screening.documents_sound", "declaration."), oneOf("declaration.", "nist_8259", "verification.", "conformity."), func(b *seedbed) bool {
		rows := rowsOf(b.declaration(), "evidence")
		if len(rows) < 2 {
			return false
		}
		rows[len(rows)-1]["id"] = rows[len(rows)-2]["id"]
		return true
	}},
	{"maker without an address", oneOf("conformity.declaration_fields", "cra.declaration_of_conformity", "psti.statement"), oneOf("conformity.", "cra.", "psti.", "nist_8259", "attestation_form."), func(b *seedbed) bool {
		had := at(b.declaration(), "manufacturer")["address"] != nil
		delete(at(b.declaration(), "manufacturer"), "address")
		return had
	}},
	{"standard claimed that was withdrawn", oneOf("conformity.standard_state"), oneOf("conformity."), func(b *seedbed) bool {
		add(b.declaration(), "standards", object{"id": "fips-140-2", "edition": "2001"})
		return true
	}},
	{"people who answer without a role", oneOf("nist_8259r1.accountable_person", "conformity.declaration_fields", "attestation_form.affirmed"), oneOf("nist_8259", "conformity.", "attestation_form.", "cra.", "psti."), func(b *seedbed) bool {
		for _, row := range rowsOf(b.declaration(), "people") {
			delete(row, "role")
		}
		return true
	}},
	{"affirmed without a sentence", oneOf("attestation_form.affirmed", "conformity.declaration_fields", "cra.declaration_of_conformity"), oneOf("attestation_form.", "conformity.", "cra.", "psti.", "nist_8259"), func(b *seedbed) bool {
		had := at(b.declaration(), "affirmation")["statement"] != nil
		delete(at(b.declaration(), "affirmation"), "statement")
		return had
	}},
}
