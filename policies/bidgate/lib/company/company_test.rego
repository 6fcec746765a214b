package bidgate.lib.company_test

import data.bidgate.lib.company

test_one_word_in_common_fits if company.fits("Rillstone Instruments GmbH", "rillstone")

test_equal_names_of_common_words_fit if company.fits("The Software Company", "the software company ")

test_name_without_a_word_of_its_own_fits_any if {
	company.fits("The Project Team", "Rillstone GmbH")
	company.fits("Rillstone GmbH", "The Project Team")
}

test_other_names_do_not_fit if not company.fits("Rillstone Instruments GmbH", "Tallfell Instruments GmbH")
