package bidgate.lib.finding_test

import data.bidgate.lib.finding
import data.bidgate.lib.testing

_catalog(over, evidence) := {"requirements": {"a.one": {
	"area": "a",
	"over": over,
	"messages": {"good": "good"},
	"evidence": evidence,
	"effective_from": {"set": false},
	"effective_to": {"set": false},
	"members": {},
	"composed_of": [],
}}}

_input(kinds) := testing.bundle_input({
	"bundle": {"kinds": kinds},
	"profile": {"requirements": {"a.one": testing.selected({"requirement": "a.one", "area": "a", "name": "one"})}},
})

_any := {"all": [], "any": ["sbom", "declaration"], "buyer": []}

_said := {"a": {"one": {
	"violation": set(),
	"review": set(),
	"not_applicable": set(),
	"basis": {{"code": "good", "args": {}, "at": ["bundle"], "level": "verified"}},
}}}

_found(evidence, kinds) := found if {
	found := finding.findings["a.one"] with input as _input(kinds)
		with data.bidgate.catalog as _catalog("bundle", evidence)
		with data.bidgate.requirement as _said
}

test_none_of_several_kinds_is_not_supplied if {
	found := _found(_any, {})
	found.status == "not_supplied"
	found.not_supplied == [{"kind": "declaration", "from": "vendor"}, {"kind": "sbom", "from": "vendor"}]
}

test_one_of_several_kinds_is_enough if {
	_found(_any, {"declaration": {"readable": 1}}).status == "pass"
}

test_document_that_may_be_one_of_several_kinds_is_for_review if {
	found := _found(_any, {"declaration": {"candidates": [0]}})
	found.status == "review"
	found.not_supplied == []
}

test_absent_buyer_data_is_not_supplied if {
	found := _found({"all": [], "any": [], "buyer": ["kev"]}, {})
	found.status == "not_supplied"
	found.not_supplied == [{"kind": "kev", "from": "buyer"}]
}

test_requirement_without_a_subject_is_for_review if {
	finding.findings["a.one"].status == "review" with input as _input({"declaration": {"readable": 1}})
		with data.bidgate.catalog as _catalog("sboms", _any)
		with data.bidgate.requirement as {"a": {"one": {"basis": set()}}}
}
