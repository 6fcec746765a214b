package bidgate.lib.lookup_test

import data.bidgate.lib.lookup
import data.bidgate.lib.testing

_matches(kind, lists) := testing.matches({"coverage": {"total": 10, kind: lists}})

_input(kind, lists) := testing.bundle_input({"matches": [_matches(kind, lists)]})

test_all_looked_up_is_enough if {
	every kind in ["advisory", "lifecycle"] {
		given := _input(kind, {"looked_up": numbers.range(0, 9)})
		lookup.enough(kind, 1, false) == {0: {"looked_up": 10, "total": 10}} with input as given
		lookup.gaps(kind, 1, false) == set() with input as given
	}
}

test_look_by_name_counts_only_where_the_buyer_takes_it if {
	given := _input("advisory", {"looked_up": numbers.range(0, 7), "by_name": [8, 9]})
	lookup.enough("advisory", 1, true) == {0: {"looked_up": 10, "total": 10}} with input as given
	lookup.enough("advisory", 1, false) == {} with input as given
	lookup.gaps("advisory", 1, false) == {{
		"i": 0,
		"way": "by_name",
		"n": 2,
		"total": 10,
		"at": ["matches", 0, "coverage", "advisory", "by_name"],
	}} with input as given
}

test_each_way_not_to_be_looked_up_is_a_gap if {
	every kind in ["advisory", "lifecycle"] {
		given := _input(kind, {
			"looked_up": [0, 1],
			"no_identifier": [2],
			"no_version": [3, 4],
			"bad_version": [5],
			"not_covered": [6, 7, 8, 9],
		})
		{[gap.way, gap.n] | some gap in lookup.gaps(kind, 0.5, false)} == {
			["no_identifier", 1],
			["no_version", 2],
			["bad_version", 1],
			["not_covered", 4],
		} with input as given
	}
}

test_gaps_within_the_share_are_taken if {
	given := _input("advisory", {"looked_up": numbers.range(0, 8), "no_version": [9]})
	lookup.enough("advisory", 0.9, false) == {0: {"looked_up": 9, "total": 10}} with input as given
	lookup.gaps("advisory", 0.9, false) == set() with input as given
}

test_nothing_looked_up_is_never_enough if {
	given := _input("advisory", {"not_covered": numbers.range(0, 9)})
	lookup.enough("advisory", 0, false) == {} with input as given
	{gap.n | some gap in lookup.gaps("advisory", 0, false)} == {10} with input as given
}

test_sbom_without_components_has_nothing_to_look_up if {
	given := testing.bundle_input({
		"sboms": [testing.sbom({}), testing.sbom({"facts": {"components": {"third_party": 10}}})],
		"matches": [testing.matches({}), _matches("advisory", {})],
	})
	lookup.nothing == {0} with input as given
	lookup.enough("advisory", 0, false) == {} with input as given
}

test_too_few_looked_up_are_counted if {
	given := _input("advisory", {"looked_up": [0, 1], "by_name": [2]})
	lookup.short("advisory", 1, false) == {{"i": 0, "n": 8, "total": 10}} with input as given
	lookup.short("advisory", 1, true) == {{"i": 0, "n": 7, "total": 10}} with input as given
	lookup.short("advisory", 0.2, false) == set() with input as given
	lookup.short("advisory", 1, false) == set() with input as testing.bundle_input({"matches": [testing.matches({})]})
}

test_sets_are_named_with_their_dates_and_records if {
	given := testing.bundle_input({"data_sets": [
		testing.data_set({"name": "osv-go", "kind": "advisories", "records": 1404}),
		testing.data_set({"name": "kev", "kind": "kev", "dated": true, "date": testing.day(7), "records": 1}),
		testing.data_set({"name": "epss", "kind": "epss"}),
	]})
	lookup.sets({"kev", "advisories"}) == ["kev day 7 (1 record)", "osv-go (1404 records)"] with input as given
}
