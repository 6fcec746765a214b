package engine_test

import "strings"

// toldOfVEX are findings that rightly say more once a vulnerability is told of.
var toldOfVEX = oneOf("vulnerability.", "threat_model.open_vulnerabilities", "cra.", "disclosure.")

// lawyerJoins are contradictions between two documents.
var lawyerJoins = []plant{
	{"purl of the declaration is that of an older version", oneOf("product.", "consistency.documents."), oneOf("product.", "declaration.", "threat_model.names_product"), func(b *seedbed) bool {
		p := at(b.declaration(), "product")
		name, _, _ := strings.Cut(p["purl"].(string), "@")
		p["purl"] = name + "@1.0.3"
		return true
	}},
	{"purl of the threat model is that of another product", oneOf("product.", "threat_model.names_product", "consistency.documents."), oneOf("product.", "threat_model."), func(b *seedbed) bool {
		at(b.model(), "product")["purl"] = "pkg:generic/quite/another@5.1.0"
		return true
	}},
	{"manifest is of another version", oneOf("product.", "screening.", "consistency.documents."), oneOf("product.", "screening.", "threat_model.names_product", "consistency.part"), func(b *seedbed) bool {
		was := string(b.files["bundle.yaml"])
		b.files["bundle.yaml"] = []byte(strings.ReplaceAll(was, at(b.declaration(), "product")["version"].(string), "0.8.8"))
		return was != string(b.files["bundle.yaml"])
	}},
	{"manifest calls the SBOM a threat model", oneOf("screening."), oneOf("screening.", "product.", "sbom.", "threat_model.", "consistency.", "declaration."), func(b *seedbed) bool {
		was := string(b.files["bundle.yaml"])
		b.files["bundle.yaml"] = []byte(strings.Replace(was, "kind: sbom", "kind: threat_model", 1))
		return true
	}},
	{"declaration of another maker than the SBOM names", oneOf("product.", "consistency.", "declaration.", "consistency.documents."), oneOf("product.", "conformity.", "attestation_form.", "declaration."), func(b *seedbed) bool {
		at(b.declaration(), "manufacturer")["name"] = "Somebody Else Holding Ltd."
		return true
	}},
	{"part of another version than its SBOM", oneOf("product.same_product", "consistency.part"), oneOf("product.", "consistency.part", "threat_model.scope_covers_parts"), func(b *seedbed) bool {
		row := b.one(at(b.declaration(), "product"), "parts", func(row object) bool { return row["version"] != nil })
		if row == nil {
			return false
		}
		row["version"] = "0.4.4"
		return true
	}},
	{"declaration says that the product can do no harm, and the model weighs harm to people", oneOf("threat_model.safety", "consistency.", "product."), oneOf("threat_model.", "medical."), func(b *seedbed) bool {
		p := at(b.declaration(), "product")
		domains, _ := b.model()["impact_domains"].([]any)
		if p["safety_relevant"] != true || len(domains) == 0 {
			return false
		}
		p["safety_relevant"] = false
		return true
	}},
	{"test report that is the SBOM", oneOf("declaration.", "verification.report", "conformity.test_report", "consistency.", "screening.", "consistency.documents."), oneOf("declaration.", "nist_8259", "conformity.", "verification.", "sag.", "iec_62443."), func(b *seedbed) bool {
		list := b.one(b.declaration(), "evidence", func(row object) bool { return row["kind"] == "sbom" })
		test := b.one(b.declaration(), "evidence", func(row object) bool { return row["kind"] == "pentest-report" || row["kind"] == "test-report" })
		if list == nil || test == nil {
			return false
		}
		test["path"], test["digest"] = list["path"], list["digest"]
		return true
	}},
	{"used for longer than it is supported", oneOf("support.covers_use", "nist_8259r1.support_planned", "cra.support_period", "support.", "consistency.declared."), oneOf("support.", "cra.", "nist_8259r1."), func(b *seedbed) bool {
		row := b.one(b.declaration(), "use_cases", func(row object) bool { return row["lifetime_years"] != nil })
		if row == nil {
			return false
		}
		row["lifetime_years"] = 30
		return true
	}},
	{"TLS 1.0 in a flow of the model", oneOf("network.", "cryptography.", "threat_model.", "consistency.", "consistency.documents."), nil, func(b *seedbed) bool {
		flow := b.one(b.model(), "data_flows", func(row object) bool { return row["encrypted"] == true })
		if flow == nil {
			return false
		}
		flow["protocol"] = "TLS 1.0"
		return true
	}},
	{"flow by plain HTTP that is said to be encrypted", oneOf("threat_model.", "network.", "consistency.", "screening.documents_sound", "consistency.documents."), oneOf("cryptography."), func(b *seedbed) bool {
		flow := b.one(b.model(), "data_flows", func(row object) bool { return row["encrypted"] == true })
		if flow == nil {
			return false
		}
		flow["protocol"] = "HTTP"
		return true
	}},
	{"commands that nobody authenticates, and access said to be guarded", oneOf("consistency.", "threat_model.", "network.", "consistency.documents."), nil, func(b *seedbed) bool {
		flow := b.one(b.model(), "data_flows", func(row object) bool { return row["authenticated"] == true && row["sensitive"] == true })
		if flow == nil {
			return false
		}
		claim(b, "ir8259a-LA-2", "Every access asks who it is.")
		flow["authenticated"] = false
		return true
	}},
	{"service of the SBOM by plain HTTP, and data said to be protected", oneOf("network.", "consistency.", "cryptography.", "consistency.documents."), oneOf("nist_8259r1.service_loss", "threat_model.", "sbom."), func(b *seedbed) bool {
		claim(b, "ir8259a-DP-1", "All data on the way is encrypted.")
		services := rowsOf(b.sbom(), "services")
		if len(services) == 0 {
			return false
		}
		services[0]["endpoints"] = []any{"http://ingest.vendor.example/v2"}
		return true
	}},
	{"broken protocol in the SBOM, and only TLS 1.3 declared", oneOf("network.tls", "cryptography."), oneOf("sbom.", "cryptography."), func(b *seedbed) bool {
		if !b.written("1.6") {
			return false
		}
		at(b.declaration(), "networks")["tls_versions"] = []any{"1.3"}
		add(b.sbom(), "components", object{"type": "cryptographic-asset", "bom-ref": "planted-tls", "name": "TLS 1.0",
			"cryptoProperties": object{"assetType": "protocol", "protocolProperties": object{"type": "tls", "version": "1.0"}}})
		return true
	}},
}

// lawyerVEX are gaps and contradictions in what is said of vulnerabilities.
var lawyerVEX = []plant{
	{"not affected, and nobody says why", oneOf("vulnerability."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(_, s object) { delete(s, "justification"); delete(s, "impact_statement") })
	}},
	{"affected, and nobody says what to do", oneOf("vulnerability.", "cra."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(_, s object) { s["status"] = "affected"; delete(s, "justification"); delete(s, "impact_statement") })
	}},
	{"two answers to one vulnerability", oneOf("vulnerability."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(doc, s object) {
			add(doc, "statements", object{"vulnerability": s["vulnerability"], "products": s["products"], "timestamp": s["timestamp"],
				"status": "affected", "action_statement": "Install the next version."})
		})
	}},
	{"VEX for a product that the bundle does not have", oneOf("vulnerability.", "product."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(_, s object) { s["products"] = []any{object{"@id": "pkg:generic/someone/else@2.2.2"}} })
	}},
	{"VEX of a day to come", oneOf("product.dates_past", "vulnerability."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(doc, s object) { doc["timestamp"], s["timestamp"] = "2028-05-05T00:00:00Z", "2028-05-05T00:00:00Z" })
	}},
	{"VEX without any day", oneOf("vulnerability."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(doc, s object) { delete(doc, "timestamp"); delete(s, "timestamp") })
	}},
	{"investigated for three years", oneOf("vulnerability.", "cra."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(doc, s object) {
			delete(s, "justification")
			delete(s, "impact_statement")
			s["status"], s["timestamp"], doc["timestamp"] = "under_investigation", "2023-11-10T09:00:00Z", "2023-11-10T09:00:00Z"
		})
	}},
	{"VEX with a status that is no word for one", oneOf("vulnerability.", "screening."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(_, s object) { s["status"] = "mostly_fine" })
	}},
	{"a reason that VEX does not know", oneOf("vulnerability.", "screening."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(_, s object) { s["justification"] = "we_think_so"; delete(s, "impact_statement") })
	}},
	{"no known weakness declared, and a VEX that tells of one", oneOf("cra.", "consistency.", "vulnerability."), append(oneOf("conformity.other_schemes"), toldOfVEX...), func(b *seedbed) bool {
		claim(b, "cra-I-2a", "The product has no known weakness that can be exploited.")
		return vexed(b, func(_, s object) {
			delete(s, "justification")
			delete(s, "impact_statement")
			s["status"], s["action_statement"] = "affected", "Wait for the next version."
		})
	}},
	{"VEX that says nothing", oneOf("vulnerability.", "screening."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(doc, _ object) { doc["statements"] = []any{} })
	}},
	{"VEX that nobody stands behind", oneOf("vulnerability.", "screening."), toldOfVEX, func(b *seedbed) bool {
		return vexed(b, func(doc, _ object) { delete(doc, "author") })
	}},
}
