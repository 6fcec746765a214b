package bidgate.requirement.sbom.timestamp_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.timestamp as requirement

_input(dates) := testing.bundle_input({
	"as_of": testing.day(100),
	"sboms": [testing.sbom({"timestamp": d}) | some d in dates],
})

_basis(i, day) := {"code": "dated", "args": {"day": day}, "at": ["sboms", i, "timestamp"], "level": "verified"}

test_date_up_to_the_day_of_screening_is_a_basis if {
	given := _input([testing.date(99), testing.date(100)])
	requirement.basis == {_basis(0, 99), _basis(1, 100)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_date_in_the_future_is_a_violation if {
	given := _input([testing.date(101)])
	requirement.violation == {{
		"code": "in_future",
		"args": {"day": 101, "as_of": 100},
		"at": ["sboms", 0, "timestamp"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_missing_date_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{
			"code": "not_stated",
			"args": {"state": state},
			"at": ["sboms", 0, "timestamp"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_date_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{
			"code": "declared",
			"args": {"state": state},
			"at": ["sboms", 0, "timestamp"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_sbom_speaks_for_itself if {
	given := _input([testing.date(5), {"state": "absent"}])
	requirement.basis == {_basis(0, 5)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_sbom_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_date_before_the_form_was_there_is_for_review if {
	every case in [["2016-01-01", {"before_format"}], ["2022-01-01", set()], ["2025-06-01", set()]] {
		[text, codes] := case
		given := testing.bundle_input({
			"as_of": testing.day(100),
			"parameters": {"sbom": {"timestamp": {"first_years": ["cyclonedx 1.6 2024"], "slack_years": 2}}},
			"sboms": [testing.sbom({
				"format": "cyclonedx",
				"spec_version": "1.6",
				"timestamp": {"state": "stated", "value": {"day": 5, "text": text}},
			})],
		})
		{r.code | some r in requirement.review} == codes with input as given
		count(requirement.basis) == 1 - count(codes) with input as given
	}
}
