package bidgate.requirement.threat_model.names_product_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.names_product as requirement

_model(fields) := testing.threat_model(object.union(
	{
		"product": {"name": testing.stated("FG-200"), "version": testing.stated("2.1")},
		"sbom_ref": {"state": "stated", "path": testing.stated("fg200.cdx.json"), "document": 3},
	},
	fields,
))

_input(models) := testing.bundle_input({
	"sboms": [testing.sbom({"document": 3})],
	"threat_models": [_model(m) | some m in models],
})

_basis(i) := {
	"code": "named",
	"args": {"product": "FG-200", "version": "2.1"},
	"at": ["threat_models", i],
	"level": "asserted",
}

test_named_product_and_sbom_are_a_basis if {
	given := _input([{}])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_any_means_names_the_sbom if {
	every means in ["digest", "serial_number"] {
		given := _input([{"sbom_ref": {"path": {"state": "absent", "value": ""}, means: testing.stated("x")}}])
		requirement.basis == {_basis(0)} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_missing_name_or_version_is_a_violation if {
	every field in ["name", "version"] {
		every state in states.missing {
			given := _input([{"product": {field: {"state": state, "value": ""}}}])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"field": concat(" ", ["product", field]), "state": state},
				"at": ["threat_models", 0, "product"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_name_or_version_is_for_review if {
	every field in ["name", "version"] {
		every state in states.told {
			given := _input([{"product": {field: {"state": state, "value": ""}}}])
			requirement.review == {{
				"code": "declared",
				"args": {"field": concat(" ", ["product", field]), "state": state},
				"at": ["threat_models", 0, "product"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_model_without_an_sbom_is_a_violation if {
	every state in states.missing {
		every ref in [{"state": state}, {"path": {"state": state, "value": ""}, "digest": {"state": state}, "serial_number": {"state": state}}] {
			given := _input([{"sbom_ref": ref}])
			requirement.violation == {{
				"code": "no_sbom",
				"args": {"state": state},
				"at": ["threat_models", 0, "sbom_ref"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_sbom_is_for_review if {
	every state in states.told {
		every ref in [{"state": state}, {"path": {"state": state, "value": ""}}] {
			given := _input([{"sbom_ref": ref}])
			requirement.review == {{
				"code": "sbom_declared",
				"args": {"state": state},
				"at": ["threat_models", 0, "sbom_ref"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_sbom_that_is_not_in_the_bundle_is_a_violation if {
	every document in [-1, 2] {
		given := _input([{"sbom_ref": {"document": document}}])
		requirement.violation == {{"code": "sbom_not_found", "args": {}, "at": ["threat_models", 0, "sbom_ref"]}} with input as given
		requirement.basis == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([{}, {"product": {"name": {"state": "absent", "value": ""}}}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}
