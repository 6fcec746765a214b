package bidgate.lib.coverage_test

import data.bidgate.lib.coverage
import data.bidgate.lib.testing

test_no_population_is_empty if {
	coverage.outcome(0, 0, 0, 0) == "empty"
}

test_enough_stated_is_met if {
	coverage.outcome(20, 19, 0, 0.95) == "met"
}

test_nothing_stated_is_never_met if {
	coverage.outcome(20, 0, 0, 0) == "told"
}

test_stated_and_told_together_are_told if {
	coverage.outcome(20, 10, 9, 0.95) == "told"
}

test_too_few_are_short if {
	coverage.outcome(20, 18, 0, 0.95) == "short"
}

_facts := coverage.every_sbom(["component_licence", "software"])

_input(share) := testing.bundle_input({"sboms": [testing.sbom({"facts": {
	"components": {"all": 4},
	"component_licence": {"software": testing.share(share)},
}})]})

test_fact_that_is_no_fact_has_no_share if {
	not coverage.share(0, ["component_colour", "software"]) with input as _input({})
}

test_missing_is_told_by_state_and_place if {
	given := _input({"total": 4, "stated": 1, "absent": [1], "invalid": [2, 3]})
	at := ["sboms", 0, "facts", "component_licence", "software"]
	coverage.missing(_facts, 1) == {
		{"n": 1, "total": 4, "state": "absent", "at": array.concat(at, ["absent"])},
		{"n": 2, "total": 4, "state": "invalid", "at": array.concat(at, ["invalid"])},
	} with input as given
	coverage.met(_facts, 1) == set() with input as given
}

test_told_ones_are_not_missing if {
	given := _input({"total": 4, "stated": 1, "unknown": [1], "unsupported": 2})
	coverage.missing(_facts, 1) == set() with input as given
	{group.state | some group in coverage.declared(_facts, 1)} == {"unknown"} with input as given
	coverage.unsupported(_facts, 1) == {{"i": 0, "n": 2, "total": 4}} with input as given
}

test_services_alone_are_nobody_to_ask if {
	given := testing.bundle_input({"sboms": [testing.sbom({"facts": {"services": 3}}), testing.sbom({})]})
	coverage.asking_nobody(_facts) == {{"i": 0, "components": 0, "services": 3}} with input as given
	coverage.listing_nothing == {1} with input as given
}
