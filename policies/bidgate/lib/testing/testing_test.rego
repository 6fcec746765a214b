package bidgate.lib.testing_test

import data.bidgate.lib.testing

test_fields_are_laid_over_an_empty_object if {
	sbom := testing.sbom({"subject": {"name": testing.stated("FG-200")}})
	sbom.subject.name.value == "FG-200"
	sbom.subject.version.state == "absent"
}

test_misspelt_field_makes_no_object if {
	not testing.sbom({"subjekt": {}})
	not testing.sbom({"subject": {"nahme": testing.stated("FG-200")}})
	not testing.bundle_input({"bundle": {"manifest": {"stat": "absent"}}})
}

test_open_maps_take_any_key if {
	testing.bundle_input({"parameters": {"sbom": {"subject": {"any": 1}}}}).parameters.sbom.subject.any == 1
}
