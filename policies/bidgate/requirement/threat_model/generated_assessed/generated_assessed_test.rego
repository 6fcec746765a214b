package bidgate.requirement.threat_model.generated_assessed_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.generated_assessed as requirement

_input(models) := testing.bundle_input({"threat_models": [testing.threat_model({"threats": testing.items([_threat(i, u) |
	some i, u in untouched
])}) |
	some untouched in models
]})

_threat(i, untouched) := testing.threat({"key": sprintf("T-%d", [i]), "untouched": untouched})

test_threats_that_somebody_looked_at_are_a_basis if {
	given := _input([[false, false]])
	requirement.basis == {{
		"code": "looked_at",
		"args": {"threats": 2},
		"at": ["threat_models", 0, "threats"],
		"level": "asserted",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_untouched_threat_is_a_violation if {
	given := _input([[false, true, true]])
	requirement.violation == {
		{"code": "untouched", "args": {"threat": "T-1"}, "at": ["threat_models", 0, "threats", "items", 1]},
		{"code": "untouched", "args": {"threat": "T-2"}, "at": ["threat_models", 0, "threats", "items", 2]},
	} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_model_without_threats_is_for_review if {
	given := _input([[]])
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([[true], [false], []])
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
