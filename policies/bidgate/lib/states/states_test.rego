package bidgate.lib.states_test

import data.bidgate.lib.states
import data.bidgate.lib.testing

test_every_unstated_state_is_sorted if {
	union({states.missing, states.told}) == testing.unstated
}

test_no_state_is_sorted_twice if {
	states.missing & states.told == set()
}

test_list_without_items_is_empty if {
	states.list("stated", 0) == "empty"
	states.list("stated", 1) == "stated"
	every state in testing.unstated {
		states.list(state, 0) == state
	}
}

test_empty_list_counts_as_missing if {
	states.missing_list - states.missing == {"empty"}
}
