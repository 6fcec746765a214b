package policy

import (
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
)

// Reasons why a vendor gains nothing by a loss that betters a finding.
const (
	// A row of a list that only the vendor can complete: that one is missing
	// cannot be seen. The help on bundles names these lists.
	ofList = "a row of a list that only the vendor can complete"
	// Two statements that cannot both be true. Correcting the wrong one is what
	// the finding asks for.
	contradiction = "one of two statements that cannot both be true"
	// Several answers to one clause, of which the worst counts.
	twice = "one of two answers to the same clause that differ"
	// Another requirement asks for the statement.
	elsewhere = "another requirement asks for it with the same weight"
)

// honestyKnown are the losses that better a finding that weighs. A row for what
// is asked elsewhere names the requirement that then stands in the way instead.
var honestyKnown = []struct {
	requirement string
	shapes      []string
	asked       string // a requirement that fails or asks without the statement
	reason      string
}{
	{"ai.adversarial_testing", []string{"row declarations/*/answers/*"}, "", twice},
	{"ai.models", []string{"row components/*/*", "sboms/*/subject/type"}, "", ofList},
	{"ai.models", []string{"declarations/*/ai/used"}, "ai.use_declared", elsewhere},
	{"ai.threats", []string{"threat_models/*/threats/items/*/status"}, "threat_model.high_open_threats", elsewhere},
	{"ai.use_declared", []string{"sboms/*/subject/type", "declarations/*/ai/features"}, "", contradiction},
	{"consistency.answer", []string{
		"row declarations/*/answers/*", "declarations/*/answers/*/requirement", "declarations/*/answers/*/statement", "declarations/*/answers/*/status",
	}, "", contradiction},
	{"consistency.answer", []string{"row threat_models/*/threats/items/*", "threat_models/*/threats"}, "", ofList},
	{"consistency.answer", []string{
		"threat_models/*/threats/items/*/title", "threat_models/*/threats/items/*/categories", "threat_models/*/threats/items/*/categories/items/*/name",
		"row threat_models/*/threats/items/*/categories/items/*",
	}, "", "what a threat is about, told so that programs cannot see it, is like leaving the threat out"},
	{"consistency.answer", []string{
		"attachments/*/traffic/ports", "row attachments/*/traffic/ports/items/*", "threat_models/*/data_flows",
		"threat_models/*/data_flows/items/*/protocol",
	}, "", contradiction},
	{"consumer.password_scheme", []string{
		"row declarations/*/answers/*", "declarations/*/answers/*/requirement", "declarations/*/answers/*/status",
	}, "", contradiction},
	{"cra.class_route", []string{"declarations/*/product_details/type"}, "", "the category stays, and says as much of what the product is"},
	{"cra.declaration_of_conformity", []string{"row declarations/*/answers/*"}, "", twice},
	{"cra.essential", []string{"row declarations/*/answers/*"}, "", twice},
	{"cryptography.cnsa_2", []string{"row components/*/*", "row crypto/*/*"}, "", ofList},
	{"cryptography.module_validated", []string{"row declarations/*/cmvp/items/*", "declarations/*/cmvp"}, "",
		"where it weighs a module is required, so that none fails; the inputs of the tests ask for none"},
	{"cryptography.use_agrees", []string{
		"row declarations/*/answers/*", "declarations/*/answers/*/requirement", "declarations/*/answers/*/status",
	}, "", contradiction},
	{"cryptography.quantum_safe", []string{"row declarations/*/answers/*"}, "", twice},
	{"cryptography.use_agrees", []string{
		"declarations/*/cmvp", "declarations/*/cmvp/items/*/module", "row declarations/*/cmvp/items/*",
	}, "", contradiction},
	{"declaration.evidence_unchanged", []string{
		"declarations/*/evidence", "row declarations/*/evidence/items/*", "declarations/*/affirmation/signatories", "row declarations/*/affirmation/signatories/items/*",
	}, "", contradiction},
	{"declaration.known_risks", []string{
		"declarations/*/known_risks", "declarations/*/known_risks/items/*/severity", "declarations/*/known_risks/items/*/threat",
		"row declarations/*/known_risks/items/*", "threat_models/*/threats/items/*/id", "threat_models/*/threats/items/*/severity",
		"threat_models/*/threats/items/*/status",
	}, "", contradiction},
	{"declaration.known_risks", []string{"row threat_models/*/threats/items/*", "threat_models/*/threats"}, "", ofList},
	{"disclosure.contact", []string{"sboms/*/facts/security_contact"}, "", "a contact that nobody can reach beside one that is good"},
	{"etsi_303645.provision", []string{"row declarations/*/answers/*", "declarations/*/answers/*/requirement"}, "", twice},
	{"iec_62443.maturity", []string{"declarations/*/answers/*/requirement"}, "", twice},
	{"iec_62443.process", []string{"row declarations/*/answers/*"}, "", twice},
	{"medical.control_family", []string{"row declarations/*/answers/*"}, "", twice},
	{"medical.submission", []string{"row declarations/*/answers/*"}, "", twice},
	{"nist_8259ab.capability", []string{"row declarations/*/answers/*"}, "", twice},
	{"nist_8259r1.accountable_person", []string{"row declarations/*/answers/*"}, "", contradiction},
	{"product.same_product", []string{"links/pairs/*/serial/outcome", "links/pairs/*/version/outcome", "links/pairs/*/name/outcome"}, "", contradiction},
	{"product.same_product", []string{"links/pairs/*/purl/outcome", "declarations/*/manufacturer/name", "sboms/*/subject/manufacturer"}, "", contradiction},
	{"support.covers_use", []string{
		"row declarations/*/use_cases/items/*", "declarations/*/support/end", "declarations/*/support/start", "declarations/*/use_cases",
		"declarations/*/use_cases/items/*/lifetime_years",
	}, "", contradiction},
	{"psti.statement", []string{"row declarations/*/answers/*"}, "", twice},
	{"radio.essential", []string{"row declarations/*/answers/*"}, "", twice},
	{"threat_model.dated", []string{"threat_models/*/reviewed_at"}, "", contradiction},
	{"threat_model.threat_response", []string{"row threat_models/*/threats/items/*"}, "", ofList},
	{"sag.control", []string{"row declarations/*/answers/*"}, "", twice},
	{"sbom.dependency_references", []string{"sboms/*/facts/graph"}, "sbom.dependency_relationship", elsewhere},
	{"sbom.graph_connected", []string{"sboms/*/facts/graph"}, "sbom.dependency_relationship", elsewhere},
	{"sbom.transitive_parts", []string{"sboms/*/facts/graph"}, "sbom.dependency_relationship", elsewhere},
	{"sbom.identifiers_valid", []string{"sboms/*/facts/agreement/subject_name"}, "", contradiction},
	{"screening.manifest", []string{
		"bundle/manifest", "bundle/manifest/product", "bundle/manifest/version", "declarations/*/product/name", "declarations/*/product/version",
	}, "", contradiction},
	{"support.lifecycle_agrees", []string{
		"declarations/*/product_details/first_market_date", "declarations/*/support/end", "lifecycle/*/end_of_security_support",
		"lifecycle/*/end_of_support", "lifecycle/*/events", "lifecycle/*/general_availability", "row lifecycle/*/events/items/*",
		"lifecycle/*/end_of_life", "lifecycle/*/end_of_sales", "lifecycle/*/events/items/*/effective", "lifecycle/*/events/items/*/type",
	}, "", contradiction},
	{"threat_model.accepted_risk_approved", []string{
		"row threat_models/*/authors/items/*", "threat_models/*/authors", "threat_models/*/authors/items/*/name",
	}, "", contradiction},
	{"threat_model.dated", []string{"threat_models/*/validation"}, "", contradiction},
	{"threat_model.high_open_threats", []string{"threat_models/*/threats/items/*/residual"}, "", contradiction},
	{"threat_model.residual_risk", []string{"row threat_models/*/threats/items/*", "threat_models/*/threats"}, "", ofList},
	{"threat_model.scope", []string{"row threat_models/*/scope/out/items/*", "threat_models/*/scope/out"}, "", ofList},
	{"threat_model.scope", []string{
		"row threat_models/*/components/items/*", "threat_models/*/components", "threat_models/*/components/items/*/id",
		"threat_models/*/components/items/*/in_scope", "threat_models/*/components/items/*/name",
	}, "", contradiction},
	{"threat_model.scope_covers_parts", []string{"row declarations/*/product_details/parts/items/*", "declarations/*/product_details/parts"}, "", ofList},
	{"threat_model.threat_details", []string{"row threat_models/*/threats/items/*"}, "", ofList},
	{"threat_model.threat_details", []string{"threat_models/*/threats/items/*/categories/items/*/taxonomy"}, "", contradiction},
	{"threat_model.threats_rated", []string{
		"threat_models/*/threats/items/*/severity", "row threat_models/*/scale/matrix/items/*", "threat_models/*/scale/matrix",
		"threat_models/*/threats/items/*/residual", "threat_models/*/scale/impact", "threat_models/*/scale/likelihood",
	}, "", contradiction},
	{"threat_model.threats_rated", []string{"row threat_models/*/threats/items/*"}, "", ofList},
	{"threat_model.transferred_risk", []string{"row threat_models/*/threats/items/*", "threat_models/*/threats"}, "", ofList},
	{"threat_model.transferred_risk", []string{"threat_models/*/threats/items/*/status", "threat_models/*/threats/items/*/response"}, "threat_model.threat_response", elsewhere},
	{"vulnerability.vex_statements", []string{"row vex_statements/*/*", "row vex_statements/*/*/products/*"}, "", ofList},
}

// explained notes which rows of honestyKnown were needed.
type explained struct {
	used    []bool
	weights Weights
}

// explains says whether a row explains the gain. What another requirement asks
// for must be asked in each of the profiles, with no less weight than a letter.
func (e explained) explains(t *testing.T, id, shape string, profiles []string) bool {
	t.Helper()
	found := false
	for i, row := range honestyKnown {
		if row.requirement != id || !slices.Contains(row.shapes, shape) {
			continue
		}
		e.used[i], found = true, true
		for _, profile := range profiles {
			if s := e.weights[profile][row.asked]; row.asked != "" && s != report.Major && s != report.Blocking {
				t.Errorf("%s: without %s it asks nothing more under %s, where %s does not weigh", id, shape, profile, row.asked)
			}
		}
	}
	return found
}
