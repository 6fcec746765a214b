package bidgate.requirement.product.same_product_test

import data.bidgate.lib.testing
import data.bidgate.requirement.product.same_product as requirement

_rows := {"sbom": 0, "threat_model": 1, "declaration": 2}

_unknown := {"left": "", "right": "", "outcome": "not_comparable"}

_equal(value) := {"left": value, "right": value, "outcome": "equal"}

_unequal(left, right) := {"left": left, "right": right, "outcome": "unequal"}

_pair(left, right, link, fields) := object.union(
	testing.pair({
		"left": {"kind": left, "document": _rows[left]},
		"right": {"kind": right, "document": _rows[right]},
		"link": link,
		"name": _equal("fg-200"),
		"version": _unknown,
		"purl": _unknown,
		"digest": _unknown,
		"serial": _unknown,
	}),
	fields,
)

_same := {"version": _equal("2.1.0")}

_input(counts, pairs) := testing.bundle_input({
	"bundle": {"documents": [testing.document({"path": path}) | some path in ["a.cdx.json", "b.tm.yaml", "c.decl.yaml", "d.cdx.json"]]},
	"sboms": [testing.sbom({}) | some _ in numbers.range(1, counts[0]); counts[0] > 0],
	"threat_models": [testing.threat_model({}) | some _ in numbers.range(1, counts[1]); counts[1] > 0],
	"declarations": [testing.declaration({}) | some _ in numbers.range(1, counts[2]); counts[2] > 0],
	"links": {"pairs": pairs},
})

_basis(table, others) := {
	"code": "documents_agree",
	"args": {"others": others},
	"at": [table, 0],
	"level": "verified",
}

_chain := [
	_pair("threat_model", "sbom", "digest", {"digest": _equal("sha256:1")}),
	_pair("declaration", "sbom", "name", _same),
	_pair("threat_model", "declaration", "none", {"name": _unequal("x", "y")}),
]

test_documents_that_agree_are_a_basis if {
	given := _input([1, 1, 1], _chain)
	requirement.basis == {_basis("sboms", 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_two_kinds_are_enough if {
	given := _input([1, 0, 1], [_pair("declaration", "sbom", "serial_number", {"serial": _equal("urn:uuid:1")})])
	requirement.basis == {_basis("sboms", 1), _basis("declarations", 1)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_other_version_is_a_violation_on_both_sides if {
	given := _input([1, 0, 1], [_pair("declaration", "sbom", "name", {"version": _unequal("2.1.0", "2.0.0")})])
	requirement.violation == {
		{"code": "version_differs", "args": {"own": "2.1.0", "other": "2.0.0", "document": "a.cdx.json"}, "at": ["declarations", 0, "product", "version"]},
		{"code": "version_differs", "args": {"own": "2.0.0", "other": "2.1.0", "document": "c.decl.yaml"}, "at": ["sboms", 0, "subject", "version"]},
	} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_other_digest_is_a_violation_of_who_states_it if {
	given := _input([1, 1, 1], array.concat(_chain, [_pair(
		"declaration", "sbom", "path",
		object.union(_same, {"digest": _unequal("sha256:2", "sha256:1")}),
	)]))
	requirement.violation == {{
		"code": "reference_differs",
		"args": {"field": "digest", "own": "sha256:2", "other": "sha256:1", "document": "a.cdx.json"},
		"at": ["declarations", 0, "sbom_ref", "digest"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_other_serial_number_is_a_violation_without_a_link if {
	given := _input([1, 1, 0], [_pair("threat_model", "sbom", "none", {"serial": _unequal("urn:uuid:2", "urn:uuid:1")})])
	{v.code | some v in requirement.violation} == {"reference_differs"} with input as given
	requirement.basis == set() with input as given
}

test_right_reference_to_one_sbom_does_not_contradict_another if {
	second := {"right": {"kind": "sbom", "index": 1, "document": 3, "part": "app"}}
	given := _input([2, 1, 1], array.concat(_chain, [
		_pair("threat_model", "sbom", "none", object.union(second, {"digest": _unequal("sha256:1", "sha256:3")})),
		_pair("declaration", "sbom", "name", object.union(second, _same)),
		_pair("declaration", "threat_model", "name", _same),
	]))
	requirement.violation == set() with input as given
	requirement.basis == {_basis("declarations", 3)} with input as given
	requirement.review == set() with input as given
}

test_path_with_another_digest_contradicts_in_any_case if {
	second := {"right": {"kind": "sbom", "index": 1, "document": 3, "part": ""}}
	given := _input([2, 1, 0], [
		_pair("threat_model", "sbom", "digest", {"digest": _equal("sha256:1")}),
		_pair("threat_model", "sbom", "path", object.union(second, {"digest": _unequal("sha256:1", "sha256:3")})),
	])
	{v.at | some v in requirement.violation} == {["threat_models", 0, "sbom_ref", "digest"]} with input as given
	requirement.basis == set() with input as given
}

test_names_that_differ_without_a_link_are_for_review if {
	given := _input([1, 0, 1], [_pair("declaration", "sbom", "none", {"name": _unequal("fg-200", "gateway")})])
	requirement.review == {
		{"code": "not_linked", "args": {}, "at": ["declarations", 0]},
		{"code": "not_linked", "args": {}, "at": ["sboms", 0]},
	} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_link_without_comparable_values_is_for_review if {
	given := _input([1, 0, 1], [_pair("declaration", "sbom", "name", {})])
	requirement.review == {
		{"code": "not_comparable", "args": {"link": "name", "document": "a.cdx.json"}, "at": ["declarations", 0]},
		{"code": "not_comparable", "args": {"link": "name", "document": "c.decl.yaml"}, "at": ["sboms", 0]},
	} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_documents_that_agree_two_by_two_are_for_review if {
	second := {"right": {"kind": "sbom", "index": 1, "document": 3, "part": ""}}
	given := _input([2, 1, 1], [
		_pair("threat_model", "sbom", "name", _same),
		_pair("declaration", "sbom", "name", object.union(_same, second)),
	])
	{r.code | some r in requirement.review} == {"no_common_document"} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_kind_that_stands_alone_is_for_review if {
	every counts in [[1, 0, 0], [0, 2, 0], [0, 0, 1]] {
		given := _input(counts, [])
		{r.code | some r in requirement.review} == {"one_kind_only"} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_empty_bundle_is_silent if {
	given := _input([0, 0, 0], [])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

_listed_as(fields) := [
	_pair("threat_model", "sbom", "digest", {"digest": _equal("sha256:1")}),
	_pair("declaration", "sbom", "name", _same),
	_pair("threat_model", "declaration", "digest", object.union({"digest": _equal("sha256:3")}, fields)),
]

test_right_digest_of_the_model_excuses_no_wrong_one_of_the_sbom if {
	given := _input([1, 1, 1], [
		_pair("threat_model", "sbom", "serial_number", {"digest": _unequal("sha256:9", "sha256:1"), "serial": _equal("urn:uuid:1")}),
		_pair("declaration", "sbom", "name", _same),
		_pair("threat_model", "declaration", "digest", {"digest": _equal("sha256:3")}),
	])
	requirement.violation == {{
		"code": "reference_differs",
		"args": {"field": "digest", "own": "sha256:9", "other": "sha256:1", "document": "a.cdx.json"},
		"at": ["threat_models", 0, "sbom_ref", "digest"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_model_that_is_listed_with_another_digest_is_a_violation if {
	given := _input([1, 1, 1], _listed_as({"link": "path", "digest": _unequal("sha256:3", "sha256:4")}))
	requirement.violation == {{
		"code": "listed_differs",
		"args": {"own": "sha256:3", "other": "sha256:4", "document": "c.decl.yaml"},
		"at": ["threat_models", 0],
	}} with input as given
	requirement.basis == set() with input as given
}

test_model_that_is_listed_under_another_name_is_for_review if {
	given := _input([1, 1, 1], _listed_as({"name": _unequal("fg-200", "web-9")}))
	requirement.review == {{
		"code": "names_differ",
		"args": {"own": "fg-200", "other": "web-9", "document": "c.decl.yaml"},
		"at": ["threat_models", 0, "product"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_other_name_of_one_package_is_no_matter if {
	given := _input([1, 1, 1], _listed_as({"name": _unequal("fg-200", "FG 200"), "purl": _equal("pkg:generic/fg-200")}))
	requirement.review == set() with input as given
	count(requirement.basis) > 0 with input as given
}

_parted(kind, part, type) := object.union(_input([1, 1, 0], [_chain[0]]), {"declarations": [testing.declaration({
	"product": {"name": testing.stated("FG-200"), "version": testing.stated("2.1.0")},
	"product_details": {"type": testing.stated(type), "parts": testing.items([testing.part({
		"name": testing.stated("fg-200"),
		"kind": testing.stated(kind),
		"version": testing.stated(part),
	})])},
})]})

test_part_of_one_name_and_another_version_is_for_review if {
	given := _parted("app", "2.0.0", "application")
	{r | some r in requirement.review; r.code == "part_version"} == {{
		"code": "part_version",
		"args": {"own": "2.1.0", "other": "2.0.0"},
		"at": ["declarations", 0, "product_details", "parts", "items", 0],
	}} with input as given
}

test_part_of_the_same_version_is_no_matter if {
	given := _parted("app", "v2.1.0", "application")
	{r | some r in requirement.review; r.code == "part_version"} == set() with input as given
}

test_firmware_of_a_device_has_its_own_version if {
	given := _parted("firmware", "2.0.0", "device")
	{r | some r in requirement.review; r.code == "part_version"} == set() with input as given
}

_purls(left, right) := _input([1, 0, 1], [_pair("declaration", "sbom", "name", object.union(_same, {"purl": _unequal(left, right)}))])

test_purls_of_one_type_that_differ_are_for_review if {
	given := _purls("pkg:generic/acme/fg-200@0.0.7", "pkg:generic/acme/fg-200@2.1.0")
	{[r.code, r.args.own] | some r in requirement.review} == {
		["purl_differs", "pkg:generic/acme/fg-200@0.0.7"],
		["purl_differs", "pkg:generic/acme/fg-200@2.1.0"],
	} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_purls_of_other_types_or_qualifiers_agree if {
	every right in ["pkg:github/acme/fg-200@v2.1.0", "pkg:generic/acme/fg-200@2.1.0?arch=arm"] {
		given := _purls("pkg:generic/acme/fg-200@2.1.0", right)
		requirement.review == set() with input as given
		count(requirement.basis) == 2 with input as given
	}
}

_makers(manufacturer, supplier) := object.union(_input([1, 0, 1], [_pair("sbom", "declaration", "name", _same)]), {
	"sboms": [testing.sbom({"subject": {"manufacturer": manufacturer, "supplier": supplier}})],
	"declarations": [testing.declaration({"manufacturer": {"name": testing.stated("Acme Works GmbH")}})],
})

test_another_maker_in_the_sbom_is_for_review if {
	given := _makers(testing.stated("Quite Another plc"), testing.stated("ACME"))
	requirement.review == {{
		"code": "other_maker",
		"args": {"own": "Quite Another plc", "other": "Acme Works GmbH"},
		"at": ["sboms", 0, "subject"],
	}} with input as given
	requirement.basis == set() with input as given
	every case in [[testing.stated("ACME"), testing.stated("Dealer plc")], [{"state": "absent"}, testing.stated("Dealer plc")], [{"state": "absent"}, {"state": "absent"}]] {
		[manufacturer, supplier] := case
		requirement.review == set() with input as _makers(manufacturer, supplier)
	}
}
