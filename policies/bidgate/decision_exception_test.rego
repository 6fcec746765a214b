package bidgate_test

exception := {
	"id": "E-1", "requirement": "a.one", "member": "", "applies": true, "limited_to_document": false, "documents": [],
	"limited_to_components": false, "rows": [], "unknown_components": [],
	"from": {"day": 20000}, "until": {"day": 21000},
}

excepted(change, results) := decide(
	object.union(composed, {
		"exceptions": [object.union(exception, change)],
		"data_sets": [{"kind": "kev"}],
		"profile": {"requirements": {"a.table.m-2": selected("a.table", "m-2", "info")}},
	}),
	{"a": {
		"one": results,
		"table": {"basis": [object.union(row("good", "m-2"), {"level": "verified"})], "violation": []},
	}},
)

verdicts := [
	{"change": {}, "verdict": "meets_with_exceptions", "state": "in_force"},
	{"change": {"applies": false}, "verdict": "does_not_meet", "state": "other_offer"},
	{"change": {"until": {"day": 20777}}, "verdict": "does_not_meet", "state": "expired"},
	{"change": {"from": {"day": 20779}}, "verdict": "does_not_meet", "state": "not_yet"},
	{"change": {"member": "m-1"}, "verdict": "does_not_meet", "state": "in_force"},
	{"change": {"requirement": "a.two"}, "verdict": "does_not_meet", "state": "in_force"},
	{"change": {"limited_to_document": true, "documents": [0]}, "verdict": "meets_with_exceptions", "state": "in_force"},
	{"change": {"limited_to_document": true, "documents": []}, "verdict": "does_not_meet", "state": "in_force"},
	{"change": {"limited_to_components": true, "rows": [[3, 5]]}, "verdict": "meets_with_exceptions", "state": "in_force"},
	{"change": {"limited_to_components": true, "rows": [[3]]}, "verdict": "does_not_meet", "state": "in_force"},
]

test_exception_excuses_a_failure_only_if_it_covers_every_place if {
	every want in verdicts {
		got := excepted(want.change, {"basis": [], "violation": [bad]})
		got.verdict == want.verdict
		got.exceptions[0].state == want.state
		first(got).status == "fail"
	}
}

test_exception_says_how_many_places_it_covers if {
	got := first(excepted({"limited_to_components": true, "rows": [[3]]}, {"basis": [], "violation": [bad]}))
	got.exception == {"exceptions": [0], "covered": 1, "places": 2, "excuses": false}
}

test_exception_limited_to_components_reaches_every_component_table if {
	limited := {"limited_to_components": true, "rows": [[3]]}
	paths := [
		{"at": ["components", 0, 3], "excuses": true},
		{"at": ["components", 0, 4], "excuses": false},
		{"at": ["sboms", 0, "facts", "graph", "orphans"], "excuses": false},
		{"at": ["sboms", 0], "excuses": false},
	]
	every path in paths {
		got := first(excepted(limited, {"basis": [], "violation": [object.union(bad, {"at": path.at})]}))
		got.exception.excuses == path.excuses
	}
	graph := object.union(composed, {
		"sboms": [object.union(sbom, {"facts": {"graph": {"orphans": [3]}}})],
		"exceptions": [object.union(exception, limited)],
	})
	orphan := object.union(bad, {"at": ["sboms", 0, "facts", "graph", "orphans"]})
	first(decide(graph, one({"basis": [], "violation": [orphan]}))).exception.excuses
}

# What the buyer's data says of component 3 and of the subject.
matched := object.union(base, {
	"declarations": [{"document": 0}],
	"matches": [{
		"vulnerabilities": [{"row": 3}, {"row": 4}, {"row": -1}],
		"lifecycle": [{"row": 3}],
		"coverage": {"advisory": {"no_version": [3], "bad_version": [3, 4], "no_identifier": []}},
	}],
	"sources": {"matches": [
		{"table": "components", "index": 0, "row": 3},
		{"table": "components", "index": 0, "row": 4},
		{"table": "declarations", "index": 0, "row": -1},
		{"table": "sboms", "index": 0, "row": -1, "field": "supplier"},
		{"table": "sboms", "index": 0, "row": -1, "field": "author"},
	]},
	"certificates": [{"declaration": 0, "row": 0}],
})

match_paths := [
	{"at": ["matches", 0, "vulnerabilities", 0], "excuses": true},
	{"at": ["matches", 0, "vulnerabilities", 0, "said", 1], "excuses": true},
	{"at": ["matches", 0, "vulnerabilities", 1], "excuses": false},
	{"at": ["matches", 0, "vulnerabilities", 2], "excuses": false},
	{"at": ["matches", 0, "lifecycle", 0], "excuses": true},
	{"at": ["matches", 0, "coverage", "advisory", "no_version"], "excuses": true},
	{"at": ["matches", 0, "coverage", "advisory", "bad_version"], "excuses": false},
	{"at": ["matches", 0, "coverage", "advisory", "bad_version", 0], "excuses": true},
	{"at": ["matches", 0, "coverage", "advisory", "no_identifier"], "excuses": false},
	{"at": ["matches", 0], "excuses": false},
]

test_exception_limited_to_components_reaches_matches if {
	every path in match_paths {
		doc := object.union(matched, {"exceptions": [object.union(exception, {"limited_to_components": true, "rows": [[3]]})]})
		got := first(decide(doc, one({"basis": [], "violation": [object.union(bad, {"at": path.at})]})))
		got.exception.excuses == path.excuses
	}
}

# An exception that names the subject has row -1.
subject_paths := [
	{"at": ["matches", 0, "vulnerabilities", 2], "excuses": true},
	{"at": ["matches", 0, "vulnerabilities", 0], "excuses": false},
	{"at": ["matches", 0, "vulnerabilities"], "excuses": false},
	{"at": ["matches", 0, "coverage", "advisory", "no_identifier"], "excuses": false},
	{"at": ["components", 0], "excuses": false},
	{"at": ["components", 0, 3], "excuses": false},
	{"at": ["sources", "matches", 0], "excuses": false},
	{"at": ["sources", "matches", 2], "excuses": false},
	{"at": ["sources", "matches", 3], "excuses": true},
	{"at": ["sources", "matches", 4], "excuses": false},
]

test_exception_limited_to_the_subject_reaches_its_matches if {
	every path in subject_paths {
		said := {"a": {"table": {"violation": [{"code": "bad", "args": {}, "at": path.at, "member": "m-1"}], "basis": []}}}
		limit := {"requirement": "a.table", "limited_to_components": true, "rows": [[-1]]}
		doc := object.union(object.union(table, object.remove(matched, ["profile", "data_sets"])), {"exceptions": [object.union(exception, limit)]})
		found := [f | some f in decide(doc, said).findings; f.member == "m-1"]
		found[0].exception.excuses == path.excuses
	}
}

source_paths := [
	{"at": ["sources", "matches", 0], "component": true, "document": true},
	{"at": ["sources", "matches", 1], "component": false, "document": true},
	{"at": ["sources", "matches", 2], "component": false, "document": true},
	{"at": ["sources"], "component": false, "document": false},
	{"at": ["certificates", 0], "component": false, "document": true},
	{"at": ["certificates", 7], "component": false, "document": false},
]

test_exception_limited_reaches_matches_of_the_whole_bundle if {
	every path in source_paths {
		said := {"a": {"table": {"violation": [{"code": "bad", "args": {}, "at": path.at, "member": "m-1"}], "basis": []}}}
		limits := {"component": {"limited_to_components": true, "rows": [[3]]}, "document": {"limited_to_document": true, "documents": [0]}}
		every kind, limit in limits {
			doc := object.union(object.union(table, object.remove(matched, ["profile", "data_sets"])), {"exceptions": [object.union(object.union(exception, {"requirement": "a.table"}), limit)]})
			found := [f | some f in decide(doc, said).findings; f.member == "m-1"]
			found[0].exception.excuses == path[kind]
		}
	}
}

test_exception_covers_a_document_of_the_bundle if {
	doc := object.union(table, {"exceptions": [object.union(exception, {
		"requirement": "a.table", "limited_to_document": true, "documents": [0],
	})]})
	place := object.union(row("bad", "m-2"), {"at": ["bundle", "documents", 0]})
	got := decide(doc, {"a": {"table": {"basis": [], "violation": [place]}}})
	{found.id: found.outcome | some found in got.findings}["a.table.m-2"] == "excused"
}

test_exception_excuses_doubt_and_absence_only_as_a_whole if {
	excepted({}, {"basis": [], "violation": []}).verdict == "meets_with_exceptions"
	full := object.union(composed, {"exceptions": [exception]})
	found := {f.id: f.outcome | some f in decide(full, one({"basis": [], "violation": []})).findings}
	found["a.one"] == "excused"
	part := object.union(composed, {"exceptions": [object.union(exception, {"limited_to_document": true})]})
	still := {f.id: f.outcome | some f in decide(part, one({"basis": [], "violation": []})).findings}
	still["a.one"] == "open"
}

test_exception_never_excuses_an_error if {
	got := excepted({}, {"basis": [42], "violation": []})
	first(got).outcome == "error"
	got.verdict == "undetermined"
}
