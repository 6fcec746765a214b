package bidgate.requirement.product.dates_past_test

import data.bidgate.lib.testing
import data.bidgate.requirement.product.dates_past as requirement

_input(dates) := testing.bundle_input({
	"as_of": testing.day(1000),
	"dates": [testing.dated_statement({"what": date[0], "date": testing.day(date[1])}) | some date in dates],
})

test_dates_up_to_the_screening_are_a_basis if {
	given := _input([["declaration", 1000], ["answer", 1]])
	requirement.basis == {{"code": "past", "args": {"n": 2}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_each_date_to_come_is_a_violation if {
	things := {
		"threat_model_review": "the review of the threat model",
		"validation": "a validation of the threat model",
		"declaration": "the declaration",
		"answer": "an answer",
		"evidence": "a piece of evidence",
		"affirmation": "the affirmation",
		"attestation": "the attestation",
		"vex": "the statement on vulnerabilities",
		"lifecycle": "the lifecycle record",
		"attachment": "the attachment",
	}
	every what, thing in things {
		given := _input([["declaration", 1], [what, 1001]])
		requirement.violation == {{
			"code": "in_future",
			"args": {"what": thing, "day": 1001, "as_of": 1000},
			"at": ["dates", 1],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_dates_of_sboms_and_threat_models_are_judged_elsewhere if {
	given := _input([["sbom", 1001], ["threat_model", 1001]])
	requirement.not_applicable == {{"code": "no_dates", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}
