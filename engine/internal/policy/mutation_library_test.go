package policy

import (
	"maps"
	"slices"
	"testing"
)

// spared are the losses that a pass may outlive although nothing else that is
// read makes up for them, each with the reason. All others are a requirement's
// fault. Where another statement does make up for a loss (a title for a
// statement), the test finds that by itself and no row is needed.
var spared = []struct {
	requirement, shape string
	states             []string // empty stands for all
	label              bool     // it never decides; otherwise it must, in another input (CI may leave that one out)
	reason             string
}{
	{"ai.datasets", "components/*/*", []string{"absent"}, false,
		"other data sets are judged by themselves"},
	{"ai.feature_details", "declarations/*/ai/features/items/*/explanation", nil, false,
		"each row judges one of the fields, and the others do not rest on it"},
	{"ai.feature_details", "declarations/*/ai/features/items/*/fallback", nil, false,
		"each row judges one of the fields, and the others do not rest on it"},
	{"ai.feature_details", "declarations/*/ai/features/items/*/monitoring", nil, false,
		"each row judges one of the fields, and the others do not rest on it"},
	{"ai.feature_details", "declarations/*/ai/features/items/*/oversight", nil, false,
		"each row judges one of the fields, and the others do not rest on it"},
	{"ai.feature_details", "declarations/*/ai/features/items/*/training_data_limits", nil, false,
		"each row judges one of the fields, and the others do not rest on it"},
	{"ai.feature_details", "declarations/*/ai/features/items/*/id", nil, true,
		"it names the feature in a message, and a topic may name AI in other words"},
	{"ai.models", "declarations/*/ai/used", nil, true,
		"it can only raise doubt, where an SBOM lists no model"},
	{"ai.models", "sboms/*/subject/name", nil, true,
		"it names the model in a message"},
	{"ai.models", "sboms/*/subject/type", nil, false,
		"other models are described"},
	{"ai.threats", "threat_models/*/threats/items/*/status", nil, true,
		"it only takes threats away; one without a status counts"},
	{"ai.use_declared", "declarations/*/ai/features/items/*/id", nil, true,
		"it names the feature in a message"},
	{"ai.use_declared", "sboms/*/subject/type", nil, true,
		"it can only contradict: a model in an SBOM where the declaration denies AI"},
	{"consistency.answer", "declarations/*/answers/*", nil, false,
		"an answer to the family speaks where the row's own is gone"},
	{"consistency.part", "declarations/*/product_details/parts/items/*/id", nil, true,
		"a part may be found by its name"},
	{"conformity.certificate", "declarations/*/evidence/items/*/id", nil, true,
		"it names the certificate in a message"},
	{"conformity.certificate", "declarations/*/evidence/items/*/kind", nil, false,
		"evidence of another kind is no certificate"},
	{"conformity.test_report", "attachments/*/product/version", nil, true,
		"it can only raise doubt, where a report is about another version"},
	{"conformity.test_report", "declarations/*/evidence/items/*/id", nil, true,
		"it names the report in a message"},
	{"conformity.test_report", "declarations/*/evidence/items/*/kind", nil, false,
		"evidence of another kind is no report"},
	{"conformity.test_report", "declarations/*/product/version", nil, true,
		"it can only raise doubt, where a report is about another version"},
	{"consumer.password_scheme", "declarations/*/answers/*/requirement", nil, true,
		"it can only contradict; how passwords are set is what passes"},
	{"consumer.password_scheme", "declarations/*/answers/*/status", nil, true,
		"it can only contradict; how passwords are set is what passes"},
	{"declaration.evidence_in_force", "declarations/*/evidence/items/*/id", nil, true,
		"it names the evidence in a message"},
	{"declaration.evidence_unchanged", "declarations/*/affirmation/signatories", nil, false,
		"a signature that is not there contradicts nothing, where other files were compared"},
	{"declaration.signature_verified", "declarations/*", nil, true,
		"a signature is over the bytes, whatever they state"},
	{"disclosure.contact", "sboms/*/facts/security_contact", nil, false,
		"a contact of a wrong form beside a usable one carries nothing"},
	{"etsi_303645.recommendations", "declarations/*/answers/*/requirement", nil, false,
		"an answer to a mandatory provision says nothing of recommendations"},
	{"network.traffic_described", "attachments/*/traffic/hosts", nil, true,
		"it can only raise doubt, where nothing else speaks of a host"},
	{"nist_8259r1.capability_families", "declarations/*/answers/*/requirement", nil, false,
		"an answer outside the families asked for says nothing of them"},
	{"nist_8259r1.capability_families", "declarations/*/answers/*/status", nil, false,
		"an answer outside the families asked for says nothing of them"},
	{"nist_8259r1.edition", "declarations/*/standards/items/*/id", nil, false,
		"other standards, and older editions beside the one asked for, say nothing of it"},
	{"nist_8259r1.edition", "declarations/*/standards/items/*/edition", nil, false,
		"an older edition beside the one asked for says nothing of it"},
	{"nist_8259r1.needs_allocated", "declarations/*/needs/items/*/id", nil, true,
		"it names the need in a message"},
	{"nist_8259r1.service_loss", "declarations/*/service_loss/items/*/service", nil, true,
		"it names the service in a message"},
	{"nist_8259r1.threat_model_before_market", "threat_models/*/date", nil, false,
		"a second model, made after the first, does not make the first later"},
	{"product.same_product", "links/pairs/*/digest/outcome", nil, false,
		"a document that names one SBOM rightly does not name the others"},
	{"sbom.author_signature", "sboms/*", nil, false,
		"a signature beside the SBOM is over its bytes, whatever they state"},
	{"sbom.component_supplier", "sboms/*/facts/component_supplier/software", nil, false,
		"suppliers do not count where more components name a producer"},
	{"sbom.excluded_components", "threat_models/*/threats", nil, true,
		"it can only raise doubt, where a threat names a component that is counted out"},
	{"sbom.excluded_components", "threat_models/*/threats/items/*/bom_refs", nil, true,
		"it can only raise doubt, where a threat names a component that is counted out"},
	{"sbom.identifiers_valid", "sboms/*/facts/agreement/subject_name", nil, true,
		"it can only contradict; that identifiers are there and valid is what passes"},
	{"sbom.identifiers_valid", "sboms/*/facts/agreement/subject_version", nil, true,
		"it can only contradict; that identifiers are there and valid is what passes"},
	{"sbom.signature_verified", "sboms/*", nil, true,
		"a signature is over the bytes, whatever they state"},
	{"product.same_product", "declarations/*", nil, false,
		"it can only raise doubt, where the product and its part of the same name have two versions"},
	{"product.same_product", "declarations/*/product/name", nil, true,
		"it can only raise doubt, where a part has the same name"},
	{"product.same_product", "declarations/*/product/version", nil, true,
		"it can only raise doubt, where a part has the same name"},
	{"product.same_product", "declarations/*/product_details/parts", nil, true,
		"it can only raise doubt, where a part has the product's name"},
	{"product.same_product", "declarations/*/product_details/parts/items/*/name", nil, true,
		"it can only raise doubt, where it is the product's name"},
	{"product.same_product", "declarations/*/product_details/parts/items/*/version", nil, true,
		"it can only raise doubt, where the part has the product's name"},
	{"product.same_product", "links/pairs/*/name/outcome", nil, true,
		"it can only raise doubt; the link and what is equal on it are what passes"},
	{"sbom.each_component", "sboms/*/facts/component_firmware_identifier/software", nil, false,
		"each row judges one of the facts, and the others do not rest on it"},
	{"sbom.each_component", "sboms/*/facts/component_hash/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_identifier/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_identifier/software", nil, false,
		"each row judges one of the facts, and the others do not rest on it"},
	{"sbom.each_component", "sboms/*/facts/component_licence/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_name/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_name/software", nil, false,
		"each row judges one of the facts, and the others do not rest on it"},
	{"sbom.each_component", "sboms/*/facts/component_producer/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_supplier/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_version/all", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*/facts/component_version/software", nil, false,
		"each row judges one of the facts, and the others do not rest on it"},
	{"sbom.each_component", "sboms/*/facts/component_hash/software", nil, true,
		"it can only say that another requirement lists what is left out"},
	{"sbom.each_component", "sboms/*/facts/component_licence/software", nil, true,
		"it can only say that another requirement lists what is left out"},
	{"sbom.each_component", "sboms/*/facts/component_producer/software", nil, true,
		"it can only say that another requirement lists what is left out"},
	{"sbom.each_component", "sboms/*/facts/component_supplier/software", nil, true,
		"it can only say that another requirement lists what is left out"},
	{"sbom.each_component", "sboms/*/facts/fields/licence_spdx/software", nil, true,
		"it can only say that another requirement lists what is left out"},
	{"sbom.each_component", "sboms/*/facts/graph", nil, true,
		"it can only contradict; what is left out is judged by the requirement on the field"},
	{"sbom.each_component", "sboms/*", nil, false,
		"each row judges one of the facts, and the others do not rest on it"},
	{"sbom.each_component", "sboms/*/subject/type", nil, false,
		"only the row on identifiers rests on it"},
	{"sbom.transitive_parts", "sboms/*/facts/graph", nil, false,
		"a list that is stated to be complete needs no depth"},
	{"threat_model.boundary_coverage", "threat_models/*/data_flows/items/*/destination", nil, false,
		"a threat may name the flow, or either end of it"},
	{"threat_model.boundary_coverage", "threat_models/*/data_flows/items/*/id", nil, false,
		"a threat may name the flow, or either end of it"},
	{"threat_model.boundary_coverage", "threat_models/*/data_flows/items/*/name", nil, true,
		"a threat may name the flow, or either end of it"},
	{"threat_model.boundary_coverage", "threat_models/*/data_flows/items/*/source", nil, false,
		"a threat may name the flow, or either end of it"},
	{"threat_model.boundary_coverage", "threat_models/*/interfaces", nil, false,
		"another requirement asks for entry points, and boundaries are judged by themselves"},
	{"threat_model.boundary_coverage", "threat_models/*/interfaces/items/*/component", nil, false,
		"a threat may name the entry point or its part"},
	{"threat_model.boundary_coverage", "threat_models/*/interfaces/items/*/disabled", nil, true,
		"it only takes entry points away; one that does not say so counts"},
	{"threat_model.boundary_coverage", "threat_models/*/interfaces/items/*/id", nil, false,
		"a threat may name the entry point or its part"},
	{"threat_model.boundary_coverage", "threat_models/*/interfaces/items/*/name", nil, false,
		"a threat may name the entry point or its part"},
	{"threat_model.boundary_coverage", "threat_models/*/trust_boundaries/items/*/name", nil, true,
		"it names the boundary in a message"},
	{"threat_model.category_coverage", "threat_models/*/threats/items/*/status", nil, true,
		"it only takes threats away; one without a status counts"},
	{"threat_model.high_open_threats", "threat_models/*/threats/items/*/residual", nil, true,
		"it can only contradict a status; the buyer's limit asks for it elsewhere"},
	{"threat_model.high_open_threats", "threat_models/*/threats/items/*/status", nil, false,
		"a threat without a status counts as open"},
	{"threat_model.high_threat_controls", "threat_models/*/threats/items/*/status", nil, false,
		"a threat without a status counts as one that needs a control"},
	{"threat_model.high_threat_controls", "threat_models/*/threats/items/*/severity", nil, false,
		"a threat that has a control needs no severity here"},
	{"threat_model.independent_reviewer", "threat_models/*/reviewers/items/*/name", nil, false,
		"a reviewer who is an author is not the independent one"},
	{"threat_model.residual_risk", "threat_models/*/threats/items/*/status", nil, false,
		"a threat without a status counts as one that remains"},
	{"threat_model.scope", "threat_models/*/scope/out", []string{"absent"}, false,
		"a model need not leave anything out"},
	{"threat_model.scope_covers_parts", "declarations/*/product_details/parts/items/*/id", nil, false,
		"a part may be mentioned by its name"},
	{"threat_model.scope_covers_parts", "declarations/*/product_details/parts/items/*/name", nil, false,
		"a part may be mentioned by its id"},
	{"threat_model.scope_covers_parts", "threat_models/*/components/items/*/id", nil, true,
		"a part may be mentioned elsewhere"},
	{"threat_model.threats_rated", "threat_models/*/scale/matrix", nil, true,
		"it can only contradict; likelihood and impact are what is asked"},
	{"threat_model.threats_rated", "threat_models/*/threats/items/*/residual", nil, true,
		"it can only contradict; the buyer's limit asks for it elsewhere"},
	{"threat_model.threats_rated", "threat_models/*/threats/items/*/severity", nil, true,
		"it can only contradict; other requirements ask for a severity"},
	{"verification.build_provenance", "attachments/*/build/builder", nil, false,
		"it only raises the level: a lower one, and the level that a summary states, do not rest on it"},
	{"verification.build_provenance", "attachments/*/subjects/items/*/digest", nil, false,
		"a subject that is a document of the bundle was compared already"},
}

// NoPassSurvivesALoss takes every input on which a requirement passes, of
// Rego tests and of fixtures, and in it makes unknown, withheld, placeholder,
// invalid, unsupported or absent, one at a time, each place that its basis
// points to and each stated value that its rules read. None may pass then,
// unless another statement makes up for the loss: with that one lost too, it
// must not.
func NoPassSurvivesALoss(t *testing.T, fixtures map[string][]byte) {
	lib, inputs := wholeLibrary(t)
	m := newMutations(t, lib)
	var whole []Input
	for _, name := range slices.Sorted(maps.Keys(fixtures)) {
		in, err := ParseInput(fixtures[name])
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, in)
	}
	needed := make([]bool, len(spared))
	for _, id := range lib.Catalogue().IDs() {
		if len(lib.Catalogue().Requirement(id).ComposedOf) > 0 {
			continue
		}
		tried := 0
		found := map[string]*mutant{}
		m.mutants(id, inputs[id], false, found)
		m.mutants(id, whole, true, found)
		for _, name := range slices.Sorted(maps.Keys(found)) {
			mutant := found[name]
			tried += mutant.tried
			for i, row := range spared {
				if row.requirement == id && row.shape == name {
					needed[i] = mutant.spare(row.states)
					if row.label && mutant.decided > 0 || !row.label && mutant.decided == 0 && everything() {
						t.Errorf("%s: %s decides %d times: correct its row of spared", id, name, mutant.decided)
					}
				}
			}
			if len(mutant.survived) > 0 {
				t.Errorf("%s passes although %s is %v, and nothing makes up for it; on\n%s", id, name, mutant.survived, mutant.example)
			}
			if len(mutant.instead) > 0 {
				t.Logf("%s: instead of %s, %v", id, name, slices.Sorted(maps.Keys(mutant.instead)))
			}
		}
		if tried == 0 {
			t.Errorf("%s: no input of a Rego test or fixture makes it pass, so nothing was tried", id)
		}
	}
	for i, row := range spared {
		if !needed[i] {
			t.Errorf("the row %s %s of spared is not needed; remove it", row.requirement, row.shape)
		}
	}
}

// spare strikes these states, or all, from those that were survived. It says
// whether there were any.
func (m *mutant) spare(states []string) bool {
	before := len(m.survived)
	m.survived = slices.DeleteFunc(m.survived, func(state string) bool {
		return len(states) == 0 || slices.Contains(states, state)
	})
	return len(m.survived) < before
}
