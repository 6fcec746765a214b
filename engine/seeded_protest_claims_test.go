package engine_test

import "slices"

// claimTells are findings that rightly follow where something else contradicts an
// answer.
var claimTells = append(oneOf("nist_8259", "cra.", "etsi_303645.", "sbom.", "threat_model.", "network.", "product."), answerTells...)

// protestClaims are answers that the SBOM, the model or the form contradicts.
var protestClaims = []plant{
	{"service open to everyone, and access said to be guarded", oneOf("consistency.", "network."), claimTells, func(b *seedbed) bool {
		say(b, "ir8259a-LA-2", "Only parts and people that prove who they are get in.")
		return served(b, object{"bom-ref": "planted-service", "provider": object{"name": at(b.declaration(), "manufacturer")["name"]}, "name": "diagnostics", "version": "1.4",
			"endpoints": []any{"https://diagnostics.vendor.example/v1"}, "authenticated": false, "x-trust-boundary": true})
	}},
	{"personal data to another company by the SBOM, and sharing denied", oneOf("privacy.", "consistency."), claimTells, func(b *seedbed) bool {
		say(b, "bidgate-privacy-sharing", "Nothing about people is passed on.")
		return served(b, object{"bom-ref": "planted-service", "provider": object{"name": "Adscope Inc."}, "name": "usage", "version": "1.4",
			"endpoints": []any{"https://collect.adscope.example/v1"}, "authenticated": true, "x-trust-boundary": true,
			"data": []any{object{"flow": "outbound", "classification": "PII"}}})
	}},
	{"no way back to an older release, and said that there is one", oneOf("consistency.", "nist_8259ab."), claimTells, func(b *seedbed) bool {
		say(b, "ir8259a-SU-3", "An operator can go back to the release before.")
		at(b.declaration(), "updates")["rollback"] = "not possible"
		return true
	}},
	{"updates by hand alone, and said to install themselves", oneOf("consistency.", "support.updates", "nist_8259ab."), claimTells, func(b *seedbed) bool {
		say(b, "ir8259a-SU-1", "Updates install by themselves, nobody has to do anything.")
		at(b.declaration(), "updates")["mechanism"] = "manual"
		return true
	}},
	{"data that cannot be erased, and said that it can", oneOf("consistency.", "nist_8259ab."), claimTells, func(b *seedbed) bool {
		say(b, "ir8259a-DP-2", "All data can be erased by its owner.")
		at(b.declaration(), "retirement")["erase"] = "not possible"
		at(b.declaration(), "support", "eol_plan")["data_removal"] = "not possible"
		return true
	}},
	{"personal data in the model, and none in the declaration", oneOf("privacy.", "consistency.", "threat_model."), oneOf("privacy.", "threat_model.", "consistency."), func(b *seedbed) bool {
		if !b.whole() {
			return false
		}
		b.declaration()["data"] = []any{object{"item": "settings", "purpose": "control", "sensitivity": "low"}}
		add(b.model(), "assets", object{"id": "A-planted", "name": "names and addresses of residents", "kind": "personal data", "sensitivity": []any{"confidentiality"}})
		return true
	}},
	{"signatures by one scheme here, and by another there", oneOf("consistency.", "cryptography."), claimTells, func(b *seedbed) bool {
		b.declaration()["signature_scheme"] = "RSA-3072 with SHA-256"
		return true
	}},
	{"validated module that no SBOM lists", oneOf("cryptography.", "consistency."), oneOf("cryptography."), func(b *seedbed) bool {
		b.declaration()["cmvp"] = []any{object{"certificate": "4985", "module": "Wolfvault Cryptographic Module", "version": "5.2.1"}}
		return true
	}},
	{"model counts on a factory password being changed, and there is said to be none", oneOf("consistency.", "consumer.", "threat_model."), claimTells, func(b *seedbed) bool {
		if !b.whole() {
			return false
		}
		say(b, "ir8259a-LA-4", "No device has a password as shipped.")
		add(b.model(), "assumptions", object{"id": "S-planted", "text": "Installers change the factory password at the first log-in.", "status": "confirmed", "owner": at(b.model(), "owner")["name"]})
		return true
	}},
	{"AI declared, and no SBOM lists its model", oneOf("ai.", "consistency."), oneOf("ai.", "iso_42001.", "threat_model.", "sbom.", "cra.", "screening.documents_sound.reference"), func(b *seedbed) bool {
		b.declaration()["ai"] = object{"used": true, "features": []any{object{"id": "F1", "purpose": "forecast what will be needed", "decision_scope": "set points within two degrees", "autonomy": "bounded",
			"fallback": "the fixed plan", "oversight": "the operator can switch it off", "monitoring": "the error of each forecast is logged", "training_data_limits": "offices in Europe",
			"explanation": "forecast and inputs are shown", "model": object{"name": "forecast", "version": "3.1"}}}}
		return true
	}},
}

// served lists a service in the SBOM.
func served(b *seedbed, service object) bool {
	add(b.sbom(), "services", service)
	return b.written("1.4")
}

// protestPromises are promises that do not agree with each other, or that are none.
var protestPromises = []plant{
	{"sold in the Union, and its law is not among those that apply", oneOf("nist_8259r1.", "cra.", "consistency.", "conformity."), oneOf("nist_8259", "cra."), func(b *seedbed) bool {
		markets, _ := at(b.declaration(), "product")["markets"].([]any)
		b.declaration()["regimes"] = []any{"UK PSTI"}
		return slices.Contains(markets, any("EU"))
	}},
	{"router that is called a product of no class", oneOf("cra."), oneOf("cra.", "origin.", "consumer.", "trust_mark.", "nist_8259"), func(b *seedbed) bool {
		b.declaration()["product_category"] = "router"
		b.declaration()["cra"] = object{"class": "default", "route": "module_a"}
		return true
	}},
	{"route of a notified body, and the maker assesses itself", oneOf("cra.", "conformity."), oneOf("cra.", "conformity."), func(b *seedbed) bool {
		b.declaration()["cra"] = object{"class": "important_2", "route": "module_h"}
		b.declaration()["assessor"] = object{"type": "self", "organization": at(b.declaration(), "manufacturer")["name"]}
		return true
	}},
	{"another end of support in an answer than in the form", oneOf("consistency.", "support."), oneOf("nist_8259", "support."), func(b *seedbed) bool {
		say(b, "ir8259r1-A5", "Support is planned and staffed; security updates are given until 30 June 2029.")
		return true
	}},
	{"reports confirmed in a week by the form, and in two days by the answer", oneOf("consistency.", "disclosure."), oneOf("nist_8259", "disclosure.", "cra.", "psti."), func(b *seedbed) bool {
		say(b, "ir8259b-IQ-1", "Anyone may report a weakness; we confirm within 2 days.")
		at(b.declaration(), "vulnerability_disclosure")["acknowledgement_days"] = 7
		return true
	}},
	{"one use that is meant and excluded", oneOf("nist_8259r1.", "consistency.", "screening."), oneOf("nist_8259"), func(b *seedbed) bool {
		use := b.one(b.declaration(), "use_cases", nil)
		if use == nil {
			return false
		}
		uses, _ := b.declaration()["excluded_uses"].([]any)
		b.declaration()["excluded_uses"] = append(uses, use["purpose"])
		return true
	}},
	{"no room for updates, and support for years", oneOf("nist_8259r1.", "support.", "consistency."), oneOf("nist_8259", "support."), func(b *seedbed) bool {
		b.declaration()["update_headroom"] = "none"
		return true
	}},
	{"service is lost, and nothing is said of what goes on", oneOf("nist_8259r1.", "screening."), oneOf("nist_8259"), func(b *seedbed) bool {
		b.declaration()["service_loss"] = []any{object{"service": "updates.vendor.example", "effect": "no updates and no reports"}}
		return true
	}},
}

// protestSigning are declarations that are signed for less than they say, or at a
// time that cannot be.
var protestSigning = []plant{
	{"affirmed, and taken back in the same sentence", append(oneOf("consistency.terms.affirmation"), signing...), signing, func(b *seedbed) bool {
		at(b.declaration(), "affirmation")["statement"] = "The answers above are given without guarantee, and no liability is taken for their being true."
		return true
	}},
	{"answers given after the signature", append(oneOf("consistency."), signing...), append(oneOf("nist_8259"), signing...), func(b *seedbed) bool {
		for _, row := range rowsOf(b.declaration(), "answers") {
			row["date"] = "2026-11-18"
		}
		return true
	}},
	{"SBOM made after the declaration that states its digest", append(oneOf("product.", "consistency.", "sbom."), signing...), append(oneOf("product.", "sbom."), signing...), func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "2026-11-19T08:00:00Z"
		return true
	}},
}
