package bidgate.requirement.threat_model.category_coverage_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.category_coverage as requirement

_input(models) := testing.bundle_input({
	"threat_models": [testing.threat_model(object.union(
		{
			"method": testing.items(["STRIDE"]),
			"threats": testing.items([_threat("spoofing", {}), _threat("denial_of_service", {})]),
		},
		m,
	)) |
		some m in models
	],
	"parameters": {"threat_model": {"category_coverage": {
		"methods": ["STRIDE"],
		"taxonomy": "STRIDE",
		"categories": ["spoofing", "denial_of_service"],
	}}},
})

_threat(name, fields) := testing.threat(object.union(
	{"categories": testing.items([_category(testing.stated(name))])},
	fields,
))

_category(name) := {"taxonomy": testing.stated("STRIDE"), "name": name}

_threats(list) := {"threats": testing.items(list)}

_at := ["threat_models", 0, "threats"]

_basis(i) := {"code": "covered", "args": {"categories": 2}, "at": ["threat_models", i, "threats"], "level": "asserted"}

_gap := {{"code": "gap", "args": {"methods": ["STRIDE"], "missing": ["denial of service"]}, "at": _at}}

_gap_untold := {{"code": "gap_untold", "args": {"missing": ["denial of service"]}, "at": _at}}

_not_applicable := {"status": testing.stated("not_applicable"), "justification": testing.stated("nothing to flood")}

test_threat_of_each_kind_is_a_basis if {
	given := _input([{}])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_kind_that_does_not_apply_with_a_reason_is_covered if {
	given := _input([_threats([_threat("spoofing", {}), _threat("denial_of_service", _not_applicable)])])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
}

test_kind_that_does_not_apply_without_a_reason_is_a_violation if {
	every state in states.missing {
		dropped := object.union(_not_applicable, {"justification": {"state": state, "value": ""}})
		given := _input([_threats([_threat("spoofing", {}), _threat("denial_of_service", dropped)])])
		requirement.violation == _gap with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_kind_that_does_not_apply_with_an_untold_reason_is_for_review if {
	every state in states.told {
		dropped := object.union(_not_applicable, {"justification": {"state": state, "value": ""}})
		given := _input([_threats([_threat("spoofing", {}), _threat("denial_of_service", dropped)])])
		requirement.review == _gap_untold with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_gap_is_a_violation if {
	given := _input([_threats([_threat("spoofing", {})])])
	requirement.violation == _gap with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_kind_of_another_taxonomy_does_not_count if {
	other := {"taxonomy": testing.stated("LINDDUN"), "name": testing.stated("denial_of_service")}
	given := _input([_threats([_threat("spoofing", {}), testing.threat({"categories": testing.items([other])})])])
	requirement.violation == _gap with input as given
	requirement.basis == set() with input as given
}

test_missing_kinds_are_a_violation if {
	every state in states.missing {
		every categories in [{"state": state}, testing.items([_category({"state": state, "value": ""})])] {
			given := _input([_threats([_threat("spoofing", {}), testing.threat({"categories": categories})])])
			requirement.violation == _gap with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_untold_kinds_are_for_review if {
	every state in states.told {
		every categories in [{"state": state}, testing.items([_category({"state": state, "value": ""})])] {
			given := _input([_threats([_threat("spoofing", {}), testing.threat({"categories": categories})])])
			requirement.review == _gap_untold with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_threats_is_a_violation if {
	every state in states.missing {
		given := _input([{"threats": {"state": state, "items": []}}])
		{v.args.missing | some v in requirement.violation} == {["denial of service", "spoofing"]} with input as given
		requirement.basis == set() with input as given
	}
}

test_untold_threats_are_for_review if {
	every state in states.told {
		given := _input([{"threats": {"state": state, "items": []}}])
		{r.args.missing | some r in requirement.review} == {["denial of service", "spoofing"]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_other_method_makes_it_not_applicable if {
	given := _input([{"method": testing.items(["TARA", "PASTA"])}])
	requirement.not_applicable == {{
		"code": "other_method",
		"args": {"methods": ["PASTA", "TARA"]},
		"at": ["threat_models", 0, "method"],
		"level": "verified",
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_method_that_is_not_told_is_for_review if {
	every method in {testing.items([])} | {{"state": state, "items": []} | some state in testing.unstated} {
		given := _input([{"method": method}])
		requirement.review == {{"code": "method_not_told", "args": {}, "at": ["threat_models", 0, "method"]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([{}, _threats([])])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}
