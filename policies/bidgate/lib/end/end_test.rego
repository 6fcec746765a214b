package bidgate.lib.end_test

import data.bidgate.lib.end
import data.bidgate.lib.testing

_input(fields) := testing.bundle_input({"matches": [testing.matches({"lifecycle": [testing.lifecycle_match(fields)]})]})

test_end_of_security_support_comes_first if {
	all := {
		"end_of_security_support": testing.date(3),
		"end_of_life": testing.date(2),
		"end_of_support": testing.date(1),
	}
	end.day(0, 0) == 3 with input as _input(all)
	end.day(0, 0) == 2 with input as _input(object.remove(all, ["end_of_security_support"]))
	end.day(0, 0) == 1 with input as _input({"end_of_support": testing.date(1)})
	end.told(0, 0) == "dated" with input as _input(all)
}

test_record_without_a_day_may_still_tell if {
	not end.day(0, 0) with input as _input({})
	end.told(0, 0) == "not_told" with input as _input({})
	end.told(0, 0) == "ended" with input as _input({"ended": testing.stated(true)})
	end.told(0, 0) == "open" with input as _input({"ended": testing.stated(false)})
}
