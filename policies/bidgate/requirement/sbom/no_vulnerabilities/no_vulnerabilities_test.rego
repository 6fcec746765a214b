package bidgate.requirement.sbom.no_vulnerabilities_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.no_vulnerabilities as requirement

_input(facts) := testing.bundle_input({"sboms": [testing.sbom({"facts": facts})]})

test_components_alone_are_a_basis if {
	given := _input({"components": {"all": 3}, "vulnerabilities": 0})
	requirement.basis == {{"code": "components_only", "args": {"n": 3}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_vulnerabilities_are_a_violation if {
	given := _input({"components": {"all": 3}, "vulnerabilities": 2})
	requirement.violation == {{"code": "listed", "args": {"n": 2}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
}

test_nothing_at_all_is_for_review if {
	given := _input({})
	requirement.review == {{"code": "no_components", "args": {}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}
