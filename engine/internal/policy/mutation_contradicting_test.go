package policy

// contradicting are statements that can only contradict another one or raise a
// doubt, so that a pass outlives their loss; what passes are the statements that
// other rows of the same requirement, or other requirements, ask for.
var contradicting = []struct {
	requirement string
	shapes      []string
}{
	{"conformity.test_report", []string{
		"declarations/*/evidence/items/*/title",
	}},
	{"consistency.declared", []string{
		"declarations/*/answers/*/plan",
		"declarations/*/answers/*/requirement",
		"declarations/*/evidence/items/*/id",
		"declarations/*/people/items/*/name",
		"declarations/*/responsibility_matrix/items/*/topic",
		"declarations/*/responsibility_matrix/items/*/user",
	}},
	{"consistency.terms", []string{
		"declarations/*/date",
		"declarations/*/evidence/items/*/id",
		"declarations/*/support/eol_plan/data_removal",
	}},
	{"declaration.answer_words", []string{"declarations/*/answers/*/requirement"}},
	{"declaration.evidence_in_force", []string{"declarations/*/date", "declarations/*/evidence/items/*/created"}},
	{"declaration.known_risks", []string{
		"declarations/*/known_risks/items/*/id",
		"declarations/*/known_risks/items/*/severity",
		"threat_models/*/threats/items/*/severity",
		"threat_models/*/threats/items/*/status",
	}},
	{"disclosure.security_txt", []string{"declarations/*/vulnerability_disclosure/contact"}},
	{"network.traffic_described", []string{
		"attachments/*/product/name",
		"attachments/*/product/version",
		"declarations/*/product/name",
		"declarations/*/product/version",
	}},
	{"product.same_product", []string{
		"declarations/*/manufacturer/name",
		"sboms/*/subject/manufacturer",
	}},
	{"screening.manifest", []string{
		"bundle/manifest/product",
		"bundle/manifest/version",
		"declarations/*/product/name",
		"declarations/*/product/version",
	}},
	{"support.covers_use", []string{
		"declarations/*/support/start",
		"declarations/*/use_cases",
		"declarations/*/use_cases/items/*/lifetime_years",
	}},
	{"support.end_agrees", []string{"declarations/*/support/eol_plan/last_update"}},
	{"support.lifecycle_agrees", []string{
		"declarations/*/product_details/first_market_date",
		"lifecycle/*/end_of_life",
		"lifecycle/*/events",
		"lifecycle/*/events/items/*/type",
		"lifecycle/*/general_availability",
	}},
	{"threat_model.accepted_risk_approved", []string{
		"threat_models/*/authors",
		"threat_models/*/authors/items/*/name",
	}},
	{"threat_model.dated", []string{
		"threat_models/*/validation",
	}},
	{"threat_model.control_claims", []string{
		"threat_models/*/mitigations/items/*/id",
		"threat_models/*/mitigations/items/*/text",
		"threat_models/*/mitigations/items/*/title",
		"threat_models/*/threats",
	}},
	{"threat_model.independent_reviewer", []string{"threat_models/*/authors/items/*/email", "threat_models/*/reviewers/items/*/email"}},
	{"threat_model.next_review", []string{"threat_models/*/date", "threat_models/*/reviewed_at"}},
	{"threat_model.scope", []string{
		"declarations/*/product_details/parts",
		"declarations/*/product_details/parts/items/*/id",
		"declarations/*/product_details/parts/items/*/name",
		"threat_models/*/actors",
		"threat_models/*/actors/items/*/id",
		"threat_models/*/actors/items/*/name",
		"threat_models/*/assets",
		"threat_models/*/assets/items/*/id",
		"threat_models/*/assets/items/*/name",
		"threat_models/*/components",
		"threat_models/*/components/items/*/in_scope",
		"threat_models/*/data_flows",
		"threat_models/*/data_flows/items/*/id",
		"threat_models/*/data_flows/items/*/name",
		"threat_models/*/dependencies",
		"threat_models/*/dependencies/items/*/id",
		"threat_models/*/dependencies/items/*/name",
		"threat_models/*/interfaces",
		"threat_models/*/interfaces/items/*/id",
		"threat_models/*/interfaces/items/*/name",
		"threat_models/*/product/name",
		"threat_models/*/title",
		"threat_models/*/trust_zones",
		"threat_models/*/trust_zones/items/*/id",
		"threat_models/*/trust_zones/items/*/name",
	}},
	{"threat_model.threat_details", []string{"threat_models/*/threats/items/*/categories/items/*/taxonomy"}},
	{"threat_model.threats_rated", []string{"threat_models/*/scale/likelihood"}},
	{"vulnerability.vex_statements", []string{
		"vex_statements/*/*/states/justification",
		"vex_statements/*/*/states/status",
	}},
}

// outlivedLosses are all that a pass may outlive.
func outlivedLosses() []outlived {
	all := append([]outlived{}, spared...)
	for _, row := range contradicting {
		for _, shape := range row.shapes {
			all = append(all, outlived{row.requirement, shape, nil, true, "it can only contradict or raise a doubt"})
		}
	}
	return all
}
