package bidgate.requirement.threat_model.not_demo_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.not_demo as requirement

_input(models) := testing.bundle_input({"threat_models": [testing.threat_model(m) | some m in models]})

_threats(n) := testing.items([testing.threat({"key": sprintf("T-%d", [i])}) | some i in numbers.range(1, n)])

_at(i) := ["threat_models", i, "threats"]

test_threats_of_no_example_are_a_basis if {
	given := _input([{"threats": _threats(2)}])
	requirement.basis == {{"code": "own", "args": {"threats": 2}, "at": _at(0), "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_example_of_a_tool_is_a_violation if {
	given := _input([{"demo": true, "demo_of": "Open Threat Model: EXAMPLE", "threats": _threats(2)}])
	requirement.violation == {{
		"code": "example",
		"args": {"of": "Open Threat Model: EXAMPLE"},
		"at": _at(0),
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_example_without_threats_is_a_violation_too if {
	given := _input([{"demo": true, "demo_of": "A diagram"}])
	{v.code | some v in requirement.violation} == {"example"} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_model_without_threats_is_for_review if {
	given := _input([{}])
	requirement.review == {{"code": "no_threats", "args": {}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([{"demo": true}, {"threats": _threats(1)}, {}])
	{v.at[1] | some v in requirement.violation} == {0} with input as given
	{b.at[1] | some b in requirement.basis} == {1} with input as given
	{r.at[1] | some r in requirement.review} == {2} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}
