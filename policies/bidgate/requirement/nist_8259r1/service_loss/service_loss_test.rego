package bidgate.requirement.nist_8259r1.service_loss_test

import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.service_loss as requirement

_input(losses, services) := testing.bundle_input({
	"declarations": [testing.declaration({"service_loss": losses})],
	"sboms": [testing.sbom({"facts": {"services": services}})],
})

_at := ["declarations", 0, "service_loss"]

_loss(effect, fallback) := testing.items([testing.loss({"service": testing.stated("cloud"), "effect": effect, "fallback": fallback})])

_told := testing.stated("Readings stop.")

test_effect_and_fallback_are_a_basis if {
	given := _input(_loss(_told, _told), 1)
	requirement.basis == {{"code": "covered", "args": {"n": 1}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_service_without_a_word_on_its_loss_is_a_violation if {
	every state, said in {"absent": "absent", "placeholder": "placeholder", "invalid": "invalid", "stated": "empty"} {
		given := _input({"state": state, "items": []}, 2)
		requirement.violation == {{"code": "missing", "args": {"n": 2, "state": said}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field, losses in {"the effect": _loss({"state": "absent"}, _told), "the fallback": _loss(_told, {"state": "absent"})} {
		given := _input(losses, 1)
		requirement.violation == {{
			"code": "not_stated",
			"args": {"service": "cloud", "field": field, "state": "absent"},
			"at": ["declarations", 0, "service_loss", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_what_is_not_told_is_for_review if {
	list := _input({"state": "withheld", "items": []}, 1)
	requirement.review == {{"code": "declared", "args": {"state": "withheld"}, "at": _at}} with input as list
	field := _input(_loss({"state": "unknown"}, _told), 1)
	{r.code | some r in requirement.review} == {"field_declared"} with input as field
	requirement.basis == set() with input as field
}

test_product_without_services_is_not_asked if {
	given := _input({"state": "absent", "items": []}, 0)
	requirement.not_applicable == {{"code": "no_service", "args": {}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}
