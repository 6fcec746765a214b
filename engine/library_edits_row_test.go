package engine_test

import (
	"fmt"
	"maps"

	"github.com/bidgate/bidgate/engine/advisory"
)

// rowExhibits show single rows of the catalogue that no other exhibit shows.
var rowExhibits = []exhibit{
	{plant: plant{fact: "the SBOM lists services of AI, and model and declaration name them", put: func(b *seedbed) bool {
		serves(b, "met")
		for _, name := range servicesOfAI {
			add(b.model(), "dependencies", object{"id": "D-" + name, "name": name})
		}
		return true
	}}},
	{plant: plant{fact: "the SBOM lists services of AI, and one without a name, and the declaration says that none is named", put: func(b *seedbed) bool {
		serves(b, "not-met")
		add(b.sbom(), "services", object{"bom-ref": "svc-nameless"})
		return true
	}}},
	{plant: plant{fact: "a standard is claimed without its name", put: func(b *seedbed) bool {
		add(b.declaration(), "standards", object{"edition": "2018"})
		return true
	}}},
	{
		plant: plant{fact: "a certificate of a body is listed", put: certified},
		buyer: "found the body in a register", asks: asked("conformity.registers", "accredited", []string{"Fjord Certification AS"}),
	},
	{
		plant: plant{fact: "a certificate of a body is listed", put: certified},
		buyer: "found the certificate suspended in a register", asks: asked("conformity.registers", "suspended", []string{"C-1"}),
	},
	{plant: plant{fact: "roll-back is answered met, and stated as none", put: func(b *seedbed) bool {
		add(b.declaration(), "answers", object{"requirement": "ir8259a-SU-3", "status": "met", "statement": "By the user."})
		at(b.declaration(), "updates")["rollback"] = "not possible"
		return true
	}}},
	{
		plant: plant{fact: "the maturity of all practices is stated", put: func(b *seedbed) bool {
			add(b.declaration(), "answers", object{"requirement": "iec62443-4-1-ML-3", "status": "met", "statement": "By the certificate C-1."})
			return true
		}},
		buyer: asksMaturity, asks: asked("iec_62443.maturity", "min_level", 2.0),
	},
	{buyer: asksMaturity, asks: asked("iec_62443.maturity", "min_level", 2.0)},
	{buyer: "brings a list of projects that nobody maintains, with none of this bundle", asks: keptList(), with: brings(unkept("abandoned.example"))},
	{buyer: "brings a list of projects that nobody maintains, with one of this bundle", asks: keptList(), with: brings(unkept("fjordpost.example"))},
	{
		plant: plant{fact: "the parts of the hardware are listed", put: func(b *seedbed) bool {
			add(b.sbom(), "components", object{"type": "device", "bom-ref": "plug", "name": "5622-4100-ML", "supplier": object{"name": "3M"}})
			return true
		}},
		buyer: asksHardware, asks: asked("sbom.hardware_parts", "required", true),
	},
	{
		plant: plant{fact: "a part of the hardware has neither maker nor number", put: func(b *seedbed) bool {
			add(b.sbom(), "components", object{"type": "device", "bom-ref": "plug", "name": "plug"})
			return true
		}},
		buyer: asksHardware, asks: asked("sbom.hardware_parts", "required", true),
	},
	{plant: plant{fact: "both components are under MIT", put: under("MIT")}, buyer: refusesAGPL, asks: asked("sbom.refused_licences", "refused", []string{"AGPL-*"})},
	{plant: plant{fact: "a component is under AGPL", put: under("AGPL-3.0-only")}, buyer: refusesAGPL, asks: asked("sbom.refused_licences", "refused", []string{"AGPL-*"})},
	{plant: plant{fact: "a flow over a boundary is plain, its end cannot be read, and no threat is about it", put: func(b *seedbed) bool {
		flow := rowsOf(b.model(), "data_flows")[0]
		flow["encrypted"], flow["source"] = false, []any{"user", "program"}
		for _, threat := range rowsOf(b.model(), "threats") {
			delete(threat, "data_flows")
		}
		return true
	}}},
	{plant: plant{fact: "the plan against quantum computers has a day", put: func(b *seedbed) bool {
		add(b.declaration(), "answers", object{"requirement": "bidgate-CRY-04", "status": "partial", "statement": "ML-KEM and ML-DSA come with release 5.",
			"remediation": object{"text": "Release 5 has both.", "due": "2029-06-30"}})
		return true
	}}},
	{plant: plant{fact: "the model looks at each kind of LINDDUN", put: func(b *seedbed) bool {
		b.model()["method"] = []any{"STRIDE", "LINDDUN"}
		for i, kind := range []string{"linking", "identifying", "non-repudiation", "detecting", "data disclosure", "unawareness", "non-compliance"} {
			add(b.model(), "threats", object{"id": fmt.Sprintf("P-%d", i+1), "title": "Privacy: " + kind, "statement": "Mails of the user show more than they should.",
				"status": "mitigated", "categories": []any{object{"taxonomy": "LINDDUN", "name": kind}}})
		}
		return true
	}}},
	{plant: plant{fact: "the model says that it was made by LINDDUN, and has none of its kinds", put: func(b *seedbed) bool {
		b.model()["method"] = []any{"LINDDUN"}
		return true
	}}},
	{plant: plant{fact: "all threats are in the same words", put: func(b *seedbed) bool {
		for _, threat := range rowsOf(b.model(), "threats") {
			threat["title"], threat["statement"] = "Attack", "The system is attacked."
		}
		return true
	}}},
}

const (
	asksMaturity = "asks for level 2 of maturity in each practice"
	asksHardware = "asks for the parts of the hardware"
	refusesAGPL  = "refuses licences of the AGPL"
)

// servicesOfAI are services whose names speak of AI, one for each kind.
var servicesOfAI = []string{"LLM gateway", "speech to text", "inference cluster"}

// serves lists services of AI and answers whether they are named.
func serves(b *seedbed, status string) {
	for _, name := range servicesOfAI {
		add(b.sbom(), "services", object{"bom-ref": "svc-" + name, "name": name})
	}
	b.declaration()["ai"] = object{"used": true}
	add(b.declaration(), "answers", object{"requirement": "bidgate-AI-12", "status": status,
		"statement": "LLM gateway, speech to text and inference cluster, each under a contract of 2026."})
}

// certified lists a certificate and no other evidence.
func certified(b *seedbed) bool {
	b.declaration()["evidence"] = []any{}
	b.paper("C-1", "certificate", object{"author": "Fjord Certification AS", "created": "2026-01-10", "expires": "2029-01-10"})
	return true
}

// under leaves two components under a licence.
func under(licence string) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		b.few(2)
		for _, c := range rowsOf(b.sbom(), "components") {
			c["licenses"] = []any{object{"license": object{"id": licence}}}
		}
		return true
	}
}

// keptList chooses the names under which projects are listed that are not kept,
// and takes none of them.
func keptList() map[string]map[string]any {
	asks := asked("origin.upkeep", "legal_bases", []string{"not maintained"})
	maps.Copy(asks["origin.upkeep"], map[string]any{"refused": []string{"not maintained"}})
	return asks
}

// unkept is a list of one project that nobody maintains, by its domain.
func unkept(domain string) advisory.Content {
	return advisory.Content{Set: set("upkeep", advisory.KindSources, "2026-11-01"), Entities: []advisory.Entity{
		{ID: "1", Name: "A project that nobody keeps", Domains: []string{domain}, LegalBasis: "not maintained"},
	}}
}
