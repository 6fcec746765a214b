package bidgate.requirement.privacy.threats_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.privacy.threats as requirement

_threat(kind, fields) := testing.threat(object.union({"categories": testing.items([{"taxonomy": testing.stated("LINDDUN"), "name": testing.stated(kind)}])}, fields))

_input(model, held) := testing.bundle_input({
	"threat_models": [testing.threat_model(model)],
	"declarations": [testing.declaration({"data": testing.items(held)})],
})

_kinds := ["Linkability", "identifying", "non-repudiation", "detecting", "Data disclosure", "unawareness", "non-compliance"]

_personal := [testing.data_item({"item": testing.stated("log-in name"), "sensitivity": testing.stated("Personal")})]

test_each_kind_with_a_threat_is_a_basis if {
	given := _input({"threats": testing.items([_threat(kind, {}) | some kind in _kinds])}, _personal)
	count(requirement.basis) == 7 with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_kind_without_a_threat_is_a_violation if {
	given := _input({"method": testing.items(["LINDDUN GO"]), "threats": testing.items([_threat("linking", {})])}, [])
	count(requirement.violation) == 6 with input as given
	{b.member | some b in requirement.basis} == {"linking"} with input as given
}

test_threat_that_does_not_apply_needs_a_reason if {
	dropped := {"status": testing.stated("not_applicable")}
	given := _input({"threats": testing.items([_threat("linking", dropped)])}, [])
	requirement.basis == set() with input as given
	count(requirement.violation) == 7 with input as given
	withheld := _input({"threats": testing.items([_threat("linking", object.union(dropped, {"justification": {"state": "withheld"}}))])}, [])
	{r.member | some r in requirement.review} == {"linking", "identifying", "non_repudiation", "detecting", "data_disclosure", "unawareness", "non_compliance"} with input as withheld
	reasoned := _input({"threats": testing.items([_threat("linking", object.union(dropped, {"justification": testing.stated("No data is kept.")}))])}, [])
	{b.member | some b in requirement.basis} == {"linking"} with input as reasoned
}

test_threats_that_are_not_told_are_for_review if {
	every state in states.told {
		every model in [
			{"method": testing.items(["LINDDUN"]), "threats": {"state": state, "items": []}},
			{"method": testing.items(["LINDDUN"]), "threats": testing.items([testing.threat({"categories": {"state": state, "items": []}})])},
		] {
			given := _input(model, [])
			{r.code | some r in requirement.review} == {"gap_untold"} with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_personal_data_without_the_method_is_for_review if {
	given := _input({"method": testing.items(["STRIDE"])}, _personal)
	{r.code | some r in requirement.review} == {"personal"} with input as given
	requirement.basis == set() with input as given
}

test_model_that_concerns_nobody_is_nothing_to_judge if {
	given := _input({"method": testing.items(["STRIDE"])}, [testing.data_item({"item": testing.stated("readings")})])
	{n.code | some n in requirement.not_applicable} == {"not_used"} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}
