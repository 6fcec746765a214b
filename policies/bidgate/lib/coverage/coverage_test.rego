package bidgate.lib.coverage_test

import data.bidgate.lib.coverage

test_no_population_is_empty if {
	coverage.outcome(0, 0, 0, 0) == "empty"
}

test_enough_stated_is_met if {
	coverage.outcome(20, 19, 0, 0.95) == "met"
}

test_nothing_stated_is_never_met if {
	coverage.outcome(20, 0, 0, 0) == "told"
}

test_stated_and_told_together_are_told if {
	coverage.outcome(20, 10, 9, 0.95) == "told"
}

test_too_few_are_short if {
	coverage.outcome(20, 18, 0, 0.95) == "short"
}
