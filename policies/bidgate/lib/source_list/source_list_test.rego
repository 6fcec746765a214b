package bidgate.lib.source_list_test

import data.bidgate.lib.source_list
import data.bidgate.lib.testing

_input(fits) := testing.bundle_input({
	"as_of": testing.day(100),
	"sources": {
		"looked_up": 9,
		"lists": [
			{"data_set": 0, "legal_basis": "A", "entries": 3},
			{"data_set": 1, "legal_basis": "A", "entries": 2},
			{"data_set": 1, "legal_basis": "B", "entries": 0},
		],
		"matches": fits,
	},
})

_fit(fields) := testing.source_match(object.union(
	{"name": "Bad Ltd", "alias": "Bad", "legal_basis": "A", "field": "supplier", "value": "BAD", "by": "cpe_vendor"},
	fields,
))

_found := {
	"at": ["sources", "matches", 0],
	"weak": false,
	"args": {"name": "Bad Ltd", "basis": "A", "field": "supplier", "value": "BAD", "alias": "Bad", "by": "cpe vendor"},
}

test_entries_are_counted_by_basis if {
	source_list.covered({"A", "C"}) with input as _input([])
	source_list.entries({"A", "C"}) == 5 with input as _input([])
	not source_list.covered({"B"}) with input as _input([])
	not source_list.covered({"C"}) with input as _input([])
}

test_fits_are_picked_by_basis if {
	given := _input([_fit({}), _fit({"legal_basis": "B"})])
	source_list.fits({"A"}) == {_found} with input as given
}

test_fit_that_is_not_in_force_is_left_out if {
	source_list.fits({"A"}) == {_found} with input as _input([_fit({"from": testing.date(100), "until": testing.date(100)})])
	source_list.fits({"A"}) == set() with input as _input([_fit({"from": testing.date(101)})])
	source_list.fits({"A"}) == set() with input as _input([_fit({"until": testing.date(99)})])
}
