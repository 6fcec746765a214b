package bidgate.lib.place_test

import data.bidgate.lib.place

test_version_stands_at_the_subject_or_the_product if {
	place.version("sboms", 1) == ["sboms", 1, "subject", "version"]
	place.version("threat_models", 0) == ["threat_models", 0, "product", "version"]
	place.version("declarations", 2) == ["declarations", 2, "product", "version"]
}
