package bidgate.requirement.sbom.timestamp_current_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.timestamp_current as requirement

_input(timestamp, limit, offered) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({"timestamp": timestamp})],
	"links": {"offered": offered},
	"parameters": {"sbom": {"timestamp_current": {"max_age_days": limit}}},
})

_set := {"set": true, "value": 365}

_at := ["sboms", 0, "timestamp"]

test_recent_date_is_a_basis if {
	given := _input(testing.date(635), _set, [])
	requirement.basis == {{
		"code": "recent",
		"args": {"day": 635, "max_age_days": 365},
		"at": _at,
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_old_date_is_for_review if {
	given := _input(testing.date(634), _set, [])
	requirement.review == {{"code": "old", "args": {"day": 634, "max_age_days": 365}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_old_date_of_the_version_offered_is_a_basis if {
	offered := testing.offered({"document": {"kind": "sbom", "index": 0}, "version": {"outcome": "equal"}})
	given := _input(testing.date(1), _set, [offered])
	requirement.basis == {{"code": "as_offered", "args": {"day": 1}, "at": _at, "level": "verified"}} with input as given
	requirement.review == set() with input as given
}

test_missing_date_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state}, _set, [])
		requirement.violation == {{"code": "no_date", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_date_is_for_review if {
	every state in states.told {
		given := _input({"state": state}, _set, [])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_date_in_the_future_shows_nothing if {
	given := _input(testing.date(1001), _set, [])
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_limit_that_is_not_set_makes_it_not_applicable if {
	given := _input(testing.date(1), {"set": false, "value": 0}, [])
	requirement.not_applicable == {{"code": "not_set", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_no_sbom_is_silent if {
	given := object.union(_input(testing.date(1), _set, []), {"sboms": []})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}
