package bidgate.requirement.threat_model.path_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.path as requirement

_input(titles) := testing.bundle_input({"threat_models": [testing.threat_model({"threats": testing.items([
testing.threat({"title": testing.stated(title)}) |
	some title in titles
])})]})

test_threat_on_a_path_is_a_basis if {
	every member, title in {"supply_chain": "Malicious Supplier", "update": "False update", "debugging": "Open JTAG port", "provisioning": "Rogue pairing", "end_of_life": "Data left after disposal"} {
		given := _input([title])
		requirement.basis == {{"member": member, "code": "mentioned", "args": {}, "at": ["threat_models", 0, "threats", "items", 0], "level": "asserted"}} with input as given
		{r.member | some r in requirement.review} == object.keys({"supply_chain": 1, "update": 1, "debugging": 1, "provisioning": 1, "end_of_life": 1}) - {member} with input as given
	}
}

test_threats_on_something_else_are_for_review if {
	given := _input(["Flooded radio"])
	count(requirement.review) == 5 with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_word_within_another_is_not_on_the_path if {
	given := _input(["Keys left after decommissioning"])
	{b.member | some b in requirement.basis} == {"end_of_life"} with input as given
}

test_model_without_threats_is_a_violation if {
	given := _input([])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	count(requirement.violation) == 5 with input as given
	requirement.basis == set() with input as given
}
