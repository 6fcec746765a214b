package bidgate.lib.states_test

import data.bidgate.lib.states
import data.bidgate.lib.testing

test_every_unstated_state_is_sorted if {
	union({states.missing, states.told}) == testing.unstated
}

test_no_state_is_sorted_twice if {
	states.missing & states.told == set()
}
