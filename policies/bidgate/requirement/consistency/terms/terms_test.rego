package bidgate.requirement.consistency.terms_test

import data.bidgate.lib.testing
import data.bidgate.requirement.consistency.terms as requirement

_input(fields) := testing.bundle_input({"as_of": testing.day(20500), "declarations": [testing.declaration(fields)]})

_answer(clause, statement) := testing.answer({"requirement": testing.stated(clause), "status": testing.stated("met"), "statement": testing.stated(statement)})

_saying(clause, statement, fields) := _input(object.union({"answers": [_answer(clause, statement)]}, fields))

_told(member, given) := {[doubt.code, doubt.args] | some doubt in all; doubt.member == member} if {
	all := told with input as given
}

told := requirement.violation | requirement.review

_agreed(member, given) := {found.args.n | some found in all; found.member == member} if {
	all := requirement.basis with input as given
}

_nothing(member, given) := {found.code | some found in all; found.member == member} if {
	all := requirement.not_applicable with input as given
}

_end := {"support": {"end": testing.stated({"day": 26297, "text": "2041-12-31"})}}

test_declaration_that_says_nothing_crosses_nothing if {
	given := _input({})
	told == set() with input as given
	requirement.basis == set() with input as given
	count(requirement.not_applicable) == 10 with input as given
}

test_answer_with_another_end_of_support_is_for_review if {
	other := _saying("ir8259r1-A5", "Security updates are given until 30 June 2029.", _end)
	_told("support_end", other) == {["other_end", {"clause": "ir8259r1-A5", "year": "2029", "day": 26297}]}
	same := _saying("ir8259r1-A5", "Support is planned and staffed until 2041; flash is spare.", _end)
	_told("support_end", same) == set()
	_agreed("support_end", same) == {1}
	_nothing("support_end", _saying("ir8259r1-A5", "The test ran until 2026.", _end)) == {"nothing"}
}

_reports(days) := {"vulnerability_disclosure": {"acknowledgement_days": testing.stated(days)}}

test_answer_with_another_time_for_reports_is_for_review if {
	other := _saying("ir8259b-IQ-1", "Anyone may write; we confirm within 2 days.", _reports(7))
	_told("confirmation", other) == {["other_time", {"clause": "ir8259b-IQ-1", "said": 2, "days": 7}]}
	_agreed("confirmation", _saying("ir8259b-IQ-1", "We acknowledge reports within 7 working days.", _reports(7))) == {1}
}

_by(mechanism) := {"updates": {"mechanism": testing.stated(mechanism)}}

test_updates_by_hand_that_are_said_to_come_by_themselves_are_for_review if {
	other := _saying("ir8259a-SU-1", "Updates install by themselves.", _by("manual"))
	_told("updating", other) == {["by_hand", {"clause": "ir8259a-SU-1"}]}
	_agreed("updating", _saying("ir8259a-SU-1", "Updates install by themselves.", _by("automatic"))) == {1}
	_nothing("updating", _saying("ir8259a-SU-1", "Updates are never automatic.", _by("manual"))) == {"nothing"}
}

test_data_that_cannot_be_erased_and_is_said_to_be_is_a_violation if {
	other := _saying("ir8259a-DP-2", "All data can be erased.", {"retirement": {"erase": testing.stated("Not possible.")}})
	_told("erasing", other) == {["cannot_erase", {"clause": "ir8259a-DP-2", "value": "Not possible."}]}
	planned := _saying("ir8259a-DP-2", "All data can be erased.", {"support": {"eol_plan": {"data_removal": testing.stated("None")}}})
	_told("erasing", planned) == {["cannot_erase", {"clause": "ir8259a-DP-2", "value": "None"}]}
	_agreed("erasing", _saying("ir8259a-DP-2", "All data can be erased.", {"retirement": {"erase": testing.stated("By the reset key")}})) == {1}
}

_signed(scheme, check) := _input({"signature_scheme": testing.stated(scheme), "updates": {"verification": testing.stated(check)}})

test_two_schemes_of_signatures_are_for_review if {
	_told("signature_scheme", _signed("RSA-3072", "ECDSA signature")) == {["other_scheme", {"scheme": "RSA-3072", "check": "ECDSA signature"}]}
	every check in ["Ed25519 signature and a counter", "checked by the boot loader", "RSA or Ed25519"] {
		_agreed("signature_scheme", _signed("Ed25519", check)) == {1}
	}
}

_used(excluded) := _input({"use_cases": testing.items([testing.use_case({"purpose": testing.stated("Control of rooms")})]), "excluded_uses": testing.items([excluded])})

test_use_that_is_meant_and_excluded_is_a_violation if {
	_told("excluded_use", _used("control of rooms ")) == {["meant_and_excluded", {"use": "control of rooms"}]}
	_agreed("excluded_use", _used("Control of machines")) == {1}
}

_selling(market, law) := _input({"regimes": testing.items([law]), "product_details": {"markets": testing.items([market])}})

test_market_without_its_law_is_for_review if {
	_told("market_laws", _selling("EU", "UK PSTI")) == {["law_missing", {"market": "EU"}]}
	every law in ["EU CRA", "Cyber Resilience Act", "Regulation (EU) 2017/745"] {
		_agreed("market_laws", _selling("EU", law)) == {1}
	}
	_nothing("market_laws", _selling("US", "none")) == {"nothing"}
}

_affirming(statement) := _input({"affirmation": {"statement": testing.stated(statement)}})

test_affirmation_that_takes_itself_back_is_for_review if {
	_told("affirmation", _affirming("Given without guarantee; No liability is taken.")) == {["taken_back", {"words": "no liability”, “without guarantee"}]}
	_agreed("affirmation", _affirming("We declare under our sole responsibility.")) == {1}
}

_dated(answered, affirmed, declared) := _input({
	"date": declared,
	"affirmation": {"date": testing.date(affirmed)},
	"answers": [testing.answer({"date": testing.date(day)}) | some day in answered],
})

test_answers_after_the_signature_are_a_violation if {
	_told("signed_answers", _dated([20001, 20003, 20000], 20000, testing.date(20000))) == {["answered_later", {"n": 2, "day": 20003, "affirmed": 20000}]}
	_told("signed_answers", _dated([20003], 20000, {"state": "absent"})) == {["answered_later", {"n": 1, "day": 20003, "affirmed": 20000}]}
	_agreed("signed_answers", _dated([20000, 19990], 20000, testing.date(20000))) == {2}
}

# Other requirements tell of days to come, and of an affirmation before its text.
test_days_that_others_tell_of_are_left_to_them if {
	_nothing("signed_answers", _dated([20600], 20000, testing.date(20000))) == {"nothing"}
	_nothing("signed_answers", _dated([20003], 19000, testing.date(20000))) == {"nothing"}
}

_reviewing(reviewer) := _input({"evidence": testing.items([testing.evidence_item({
	"id": testing.stated("ST-1"),
	"author": testing.stated("rhea"),
	"reviewer": testing.stated(reviewer),
})])})

test_evidence_that_its_author_reviewed_is_for_review if {
	_told("own_review", _reviewing("Rhea")) == {["same_person", {"evidence": "ST-1"}]}
	_agreed("own_review", _reviewing("piet")) == {1}
}
