package policy

// contradicting are statements that can only contradict another one or raise a
// doubt, so that a pass outlives their loss; what passes are the statements that
// other rows of the same requirement, or other requirements, ask for.
var contradicting = []struct {
	requirement string
	shapes      []string
}{
	{"consistency.declared", []string{
		"declarations/*/answers/*/plan",
		"declarations/*/answers/*/requirement",
		"declarations/*/evidence/items/*/id",
		"declarations/*/people/items/*/name",
		"declarations/*/responsibility_matrix/items/*/topic",
		"declarations/*/responsibility_matrix/items/*/user",
	}},
	{"declaration.answer_words", []string{"declarations/*/answers/*/requirement"}},
	{"declaration.evidence_in_force", []string{"declarations/*/date", "declarations/*/evidence/items/*/created"}},
	{"declaration.known_risks", []string{
		"declarations/*/known_risks/items/*/id",
		"declarations/*/known_risks/items/*/severity",
		"threat_models/*/threats/items/*/severity",
		"threat_models/*/threats/items/*/status",
	}},
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
		"lifecycle/*/events",
		"lifecycle/*/general_availability",
	}},
	{"threat_model.scope", []string{
		"threat_models/*/components",
		"threat_models/*/components/items/*/id",
		"threat_models/*/components/items/*/in_scope",
		"threat_models/*/components/items/*/name",
	}},
	{"threat_model.threat_details", []string{"threat_models/*/threats/items/*/categories/items/*/taxonomy"}},
	{"threat_model.threats_rated", []string{"threat_models/*/scale/likelihood"}},
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
