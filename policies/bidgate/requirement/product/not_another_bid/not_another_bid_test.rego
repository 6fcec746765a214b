package bidgate.requirement.product.not_another_bid_test

import data.bidgate.lib.testing
import data.bidgate.requirement.product.not_another_bid as requirement

_at := ["sboms", 0]

_input(items, shared) := testing.bundle_input({
	"offer": {"vendor": "Acme", "items": items},
	"sboms": [testing.sbom({})],
	"others": [
		testing.other_bid({"vendor": "Bolt", "shared": [testing.shared_id(s) | some s in shared]}),
		testing.other_bid({"vendor": "Cog"}),
	],
})

_item := {"product": "Pump", "version": "1"}

_shared(by, ours, theirs) := {"document": {"kind": "sbom", "index": 0}, "by": by, "value": "x", "ours": ours, "theirs": theirs}

test_nothing_in_common_is_a_basis if {
	given := _input([_item], [])
	requirement.basis == {{"code": "own", "args": {"documents": 1, "others": 2}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_bid_alone_is_not_judged if {
	given := object.union(_input([_item], []), {"others": []})
	requirement.not_applicable == {{"code": "no_other_bids", "args": {}, "at": ["offer"], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
}

test_product_of_another_bid_is_a_violation if {
	given := _input([_item], [_shared("product", false, true)])
	requirement.violation == {{"code": "other_product", "args": {"product": "x", "vendor": "Bolt"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_product_of_another_bid_is_for_review_where_ours_is_not_named if {
	given := _input([], [_shared("product", false, true)])
	requirement.review == {{"code": "not_named", "args": {"product": "x", "vendor": "Bolt"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_product_that_both_offer_is_a_basis if {
	given := _input([_item], [_shared("product", true, true)])
	{b.code | some b in requirement.basis} == {"own"} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_sbom_of_another_bid_is_a_violation if {
	cases := [["digest", false, true], ["digest", false, false], ["serial_number", true, false], ["serial_number", false, true], ["serial_number", false, false]]
	fields := {"digest": "digest", "serial_number": "serial number"}
	every case in cases {
		given := _input([_item], [_shared(case[0], case[1], case[2])])
		requirement.violation == {{"code": "shared_sbom", "args": {"field": fields[case[0]], "vendor": "Bolt"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_sbom_of_a_product_that_both_offer_is_for_review if {
	every by, field in {"digest": "digest", "serial_number": "serial number"} {
		given := _input([_item], [_shared(by, true, true)])
		requirement.review == {{"code": "both_offer", "args": {"field": field, "vendor": "Bolt"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_sbom_of_another_bid_of_the_same_vendor_is_for_review if {
	given := object.union(_input([_item], [_shared("serial_number", false, false)]), {"offer": {"vendor": " bolt", "items": [_item]}})
	{r.code | some r in requirement.review} == {"both_offer"} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_own_sbom_in_the_bid_of_another_does_no_harm if {
	given := _input([_item], [_shared("digest", true, false)])
	{b.code | some b in requirement.basis} == {"own"} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}
