package bidgate.requirement.sbom.subject_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.subject as requirement

_stated := {"state": "stated", "name": testing.stated("FG-200"), "version": testing.stated("2.1.0")}

_input(subjects) := testing.bundle_input({"sboms": [testing.sbom({"subject": s}) | some s in subjects]})

_basis(i) := {
	"code": "named",
	"args": {"name": "FG-200", "version": "2.1.0"},
	"at": ["sboms", i, "subject"],
	"level": "verified",
}

_without(field, state) := object.union(_stated, {field: {"state": state, "value": ""}})

test_name_and_version_are_a_basis if {
	given := _input([_stated])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_no_subject_is_a_violation if {
	every state in states.missing {
		given := _input([object.union(_stated, {"state": state})])
		requirement.violation == {{"code": "no_subject", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
	}
}

test_declared_subject_is_for_review if {
	every state in states.told {
		given := _input([object.union(_stated, {"state": state})])
		requirement.review == {{"code": "subject_declared", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field in ["name", "version"] {
		every state in states.missing {
			given := _input([_without(field, state)])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"field": field, "state": state},
				"at": ["sboms", 0, "subject", field],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field in ["name", "version"] {
		every state in states.told {
			given := _input([_without(field, state)])
			requirement.review == {{
				"code": "declared",
				"args": {"field": field, "state": state},
				"at": ["sboms", 0, "subject", field],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_sbom_speaks_for_itself if {
	given := _input([_without("name", "absent"), _stated])
	requirement.basis == {_basis(1)} with input as given
	{v.at[1] | some v in requirement.violation} == {0} with input as given
}

test_no_sbom_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}
