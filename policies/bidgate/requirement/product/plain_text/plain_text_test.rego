package bidgate.requirement.product.plain_text_test

import data.bidgate.lib.testing
import data.bidgate.requirement.product.plain_text as requirement

_input(facts, misleading) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"text": object.union({"looked_at": 3}, facts)}})],
	"text": {"looked_at": 4, "misleading": [testing.misleading_text(m) | some m in misleading]},
})

test_plain_texts_are_a_basis if {
	given := _input({}, [])
	requirement.basis == {{"code": "plain", "args": {"n": 7}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
}

test_each_trick_in_components_is_a_violation if {
	every kind in {"bidi", "invisible", "control", "mixed_script", "confusable"} {
		given := _input({kind: [1, 2]}, [])
		{[v.code, v.args.n, v.at] | some v in requirement.violation} == {["components", 2, ["sboms", 0, "facts", "text", kind]]} with input as given
		requirement.basis == set() with input as given
	}
}

test_each_trick_in_a_text_is_a_violation if {
	given := _input({}, [{"kind": "bidi"}, {"kind": "control"}])
	requirement.violation == {
		{"code": "text", "args": {"trick": "holds characters that turn the order of letters around"}, "at": ["text", "misleading", 0]},
		{"code": "text", "args": {"trick": "holds control characters"}, "at": ["text", "misleading", 1]},
	} with input as given
	requirement.basis == set() with input as given
}

test_product_that_looks_like_the_one_offered_is_a_violation if {
	given := _input({}, [{"kind": "confusable", "with": "Pump"}])
	requirement.violation == {{"code": "looks_like", "args": {"with": "Pump"}, "at": ["text", "misleading", 0]}} with input as given
	requirement.basis == set() with input as given
}

test_nothing_looked_at_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}
