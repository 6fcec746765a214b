package bidgate.requirement.product.offered_test

import data.bidgate.lib.testing
import data.bidgate.requirement.product.offered as requirement

_items := [{"product": "FG-200", "version": "2.1.0"}, {"product": "Cloud", "version": "7"}]

_offered(kind, item, outcome, stated) := testing.offered({
	"document": {"kind": kind, "index": 0},
	"item": item,
	"version": {"left": stated, "right": "", "outcome": outcome},
})

_input(items, offered) := testing.bundle_input({
	"offer": {"vendor": "Acme", "items": items},
	"links": {"offered": offered},
})

_fg := {"product": "FG-200", "offered": "2.1.0"}

test_equal_versions_for_every_item_are_a_basis if {
	given := _input(_items, [
		_offered("sbom", 0, "equal", "2.1.0"),
		_offered("threat_model", 0, "not_comparable", ""),
		_offered("declaration", 1, "equal", "7"),
	])
	requirement.basis == {
		{"code": "as_offered", "args": _fg, "at": ["sboms", 0], "level": "verified"},
		{"code": "as_offered", "args": {"product": "Cloud", "offered": "7"}, "at": ["declarations", 0], "level": "verified"},
	} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_other_version_is_a_violation if {
	given := _input([_items[0]], [_offered("sbom", 0, "equal", "2.1.0"), _offered("declaration", 0, "unequal", "2.0.0")])
	requirement.violation == {{
		"code": "other_version",
		"args": {"product": "FG-200", "offered": "2.1.0", "stated": "2.0.0"},
		"at": ["declarations", 0, "product", "version"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_item_that_no_document_names_is_for_review if {
	given := _input(_items, [_offered("sbom", 0, "equal", "2.1.0"), _offered("declaration", -1, "not_comparable", "9")])
	requirement.review == {{"code": "not_named", "args": {"product": "Cloud"}, "at": ["offer", "items", 1]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_document_without_version_is_for_review if {
	given := _input([_items[0]], [_offered("threat_model", 0, "not_comparable", "")])
	requirement.review == {{"code": "no_version", "args": _fg, "at": ["threat_models", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_offer_that_is_not_named_makes_it_not_applicable if {
	given := _input([], [])
	requirement.not_applicable == {{"code": "offer_not_named", "args": {}, "at": ["offer"], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}
