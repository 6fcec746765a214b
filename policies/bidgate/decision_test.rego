package bidgate_test

import data.bidgate

# One requirement over sboms; each test replaces what its rules said.
catalogue := {"requirements": {
	"a.one": {
		"area": "a", "over": "sboms", "messages": {"bad": "bad", "good": "good", "look": "look", "not_for_us": "no"},
		"evidence": {"all": ["sbom"], "any": [], "buyer": []},
		"effective_from": {"set": false}, "effective_to": {"set": false},
		"members": {}, "composed_of": [],
	},
	"a.table": {
		"area": "a", "over": "bundle", "messages": {"bad": "bad", "good": "good"},
		"evidence": {"all": [], "any": ["sbom", "declaration"], "buyer": ["kev"]},
		"effective_from": {"set": true, "day": 20000}, "effective_to": {"set": true, "day": 30000},
		"members": {"m-1": {}, "m-2": {}}, "composed_of": [],
	},
	"a.whole": {
		"area": "a", "over": "bundle", "messages": {},
		"evidence": {"all": [], "any": [], "buyer": []},
		"effective_from": {"set": false}, "effective_to": {"set": false},
		"members": {}, "composed_of": ["a.one"],
	},
}}

kind(readable, unreadable, candidates) := {"readable": readable, "unreadable": unreadable, "candidates": candidates}

selected(requirement, member, severity) := {
	"requirement": requirement, "area": "a", "name": split(requirement, ".")[1], "member": member,
	"severity": severity, "level": "asserted", "accept_not_applicable": false, "part_only": false,
}

sbom := {"document": 0, "facts": {"component_version": {"software": {"absent": [3, 5]}}}}

base := {
	"as_of": {"day": 20778, "text": "2026-11-21"},
	"offer": {"vendor": "", "items": []},
	"bundle": {
		"digest": "sha256:00",
		"documents": [{"path": "a.cdx.json", "readable": true, "kinds": ["sbom"]}],
		"kinds": {
			"sbom": kind(1, 0, []), "threat_model": kind(0, 0, []), "declaration": kind(0, 0, []),
			"vex": kind(0, 0, []), "lifecycle": kind(0, 0, []), "attachment": kind(0, 0, []),
		},
	},
	"sboms": [sbom],
	"threat_models": [],
	"declarations": [],
	"data_sets": [],
	"profile": {
		"id": "p", "edition": "1", "reject_at": "blocking", "clarify_at": "major",
		"requirements": {"a.one": selected("a.one", "", "blocking")},
	},
	"exceptions": [],
	"determinations": [],
	"errored": [],
}

good := {"code": "good", "args": {}, "at": ["sboms", 0], "level": "verified"}

bad := {"code": "bad", "args": {}, "at": ["sboms", 0, "facts", "component_version", "software", "absent"]}

# decide runs the decision over given results of the requirements.
decide(doc, results) := result if {
	result := bidgate.decision with input as doc
		with data.bidgate.requirement as results
		with data.bidgate.catalog as catalogue
}

one(results) := {"a": {"one": results}}

first(decision) := decision.findings[0]

test_basis_alone_passes if {
	got := decide(base, one({"basis": [good], "violation": []}))
	got.verdict == "meets"
	first(got).status == "pass"
	first(got).level == "verified"
}

test_violation_alone_fails if {
	got := decide(base, one({"basis": [], "violation": [bad]}))
	got.verdict == "does_not_meet"
	got.reasons == ["a.one"]
}

test_silence_is_review if {
	got := decide(base, one({"basis": [], "violation": []}))
	got.verdict == "undetermined"
	first(got).status == "review"
	first(got).notes == [{"code": "silent", "args": {}, "at": ["sboms", 0]}]
}

test_no_results_at_all_is_review if {
	got := decide(base, {})
	got.verdict == "undetermined"
	first(got).status == "review"
}

test_one_silent_subject_of_two_is_review if {
	two := object.union(base, {"sboms": [sbom, sbom]})
	got := decide(two, one({"basis": [good], "violation": []}))
	first(got).status == "review"
}

test_violation_of_one_subject_outweighs_the_other if {
	two := object.union(base, {"sboms": [sbom, sbom]})
	failing := object.union(bad, {"at": ["sboms", 1]})
	first(decide(two, one({"basis": [good], "violation": [failing]}))).status == "fail"
}

test_basis_and_violation_of_one_subject_is_an_error if {
	got := decide(base, one({"basis": [good], "violation": [bad]}))
	first(got).status == "error"
	first(got).errors == ["basis_and_violation"]
	got.verdict == "undetermined"
}

test_review_statement_is_review if {
	look := {"code": "look", "args": {}, "at": ["sboms", 0]}
	first(decide(base, one({"basis": [good], "violation": [], "review": [look]}))).status == "review"
}

test_errored_requirement_is_an_error if {
	got := decide(object.union(base, {"errored": ["a.one"]}), one({"basis": [good]}))
	first(got).errors == ["evaluation"]
	got.verdict == "undetermined"
}

malformed := {
	"number": 42,
	"unknown code": object.union(good, {"code": "nope"}),
	"no args": object.remove(good, ["args"]),
	"no level": object.remove(good, ["level"]),
	"odd level": object.union(good, {"level": "sure"}),
	"no such subject": object.union(good, {"at": ["sboms", 7]}),
	"other table": object.union(good, {"at": ["threat_models", 0]}),
	"a member of no table": object.union(good, {"member": "m-1"}),
	"a key too many": object.union(good, {"extra": 1}),
	"no place": object.remove(good, ["at"]),
}

test_malformed_statement_is_an_error if {
	every _, statement in malformed {
		got := decide(base, one({"basis": [good, statement], "violation": []}))
		first(got).status == "error"
		got.verdict == "undetermined"
	}
	every statement in [42, object.union(bad, {"level": "verified"})] {
		first(decide(base, one({"basis": [], "violation": [statement]}))).status == "error"
	}
}

test_unknown_requirement_is_an_error if {
	doc := object.union(base, {"profile": {"requirements": {"a.two": selected("a.two", "", "info")}}})
	some found in decide(doc, one({"basis": [good]})).findings
	found.id == "a.two"
	found.status == "error"
}

test_absent_kind_is_not_supplied if {
	doc := object.union(base, {"sboms": [], "bundle": {"kinds": {"sbom": kind(0, 0, [])}}})
	got := decide(doc, one({"basis": [], "violation": []}))
	first(got).status == "not_supplied"
	first(got).not_supplied == [{"kind": "sbom", "from": "vendor"}]
	got.verdict == "undetermined"
}

test_candidate_for_an_absent_kind_is_review if {
	doc := object.union(base, {"sboms": [], "bundle": {"kinds": {"sbom": kind(0, 0, [0])}}})
	got := first(decide(doc, one({"basis": [], "violation": []})))
	got.status == "review"
	got.notes == [{"code": "candidate", "args": {}, "at": ["bundle", "documents", 0]}]
}

test_unreadable_document_of_a_needed_kind_is_review if {
	doc := object.union(base, {"bundle": {
		"kinds": {"sbom": kind(1, 1, [])},
		"documents": [base.bundle.documents[0], {"path": "b", "readable": false, "kinds": ["sbom"]}],
	}})
	got := decide(doc, one({"basis": [good], "violation": []}))
	first(got).status == "review"
	first(got).notes[0].code == "unreadable"
	got.verdict == "undetermined"
}

test_unreadable_document_of_another_kind_is_undetermined if {
	doc := object.union(base, {"bundle": {"documents": [
		base.bundle.documents[0],
		{"path": "b", "readable": false, "kinds": ["vex"]},
	]}})
	got := decide(doc, one({"basis": [good], "violation": []}))
	first(got).status == "pass"
	got.verdict == "undetermined"
}

test_weak_basis_is_review if {
	doc := object.union(base, {"profile": {"requirements": {"a.one": {"level": "evidenced"}}}})
	weak := object.union(good, {"level": "asserted"})
	got := first(decide(doc, one({"basis": [good, weak], "violation": []})))
	got.status == "review"
	got.notes[0].code == "weak_basis"
}

excused(level) := {"code": "not_for_us", "args": {}, "at": ["sboms", 0], "level": level}

test_not_applicable_everywhere_is_not_applicable_and_undetermined if {
	got := decide(base, one({"not_applicable": [excused("verified")]}))
	first(got).status == "not_applicable"
	got.verdict == "undetermined"
}

test_not_applicable_on_the_vendors_word_is_review_unless_accepted if {
	first(decide(base, one({"not_applicable": [excused("asserted")]}))).status == "review"
	doc := object.union(base, {"profile": {"requirements": {"a.one": {"accept_not_applicable": true}}}})
	first(decide(doc, one({"not_applicable": [excused("asserted")]}))).status == "not_applicable"
}

test_nothing_selected_is_undetermined if {
	doc := object.union(object.remove(base, ["profile"]), {"profile": object.union(
		object.remove(base.profile, ["requirements"]),
		{"requirements": {}},
	)})
	decide(doc, {}).verdict == "undetermined"
}

table := object.union(object.remove(base, ["profile"]), {
	"profile": object.union(
		object.remove(base.profile, ["requirements"]),
		{"requirements": {
			"a.table.m-1": selected("a.table", "m-1", "minor"),
			"a.table.m-2": selected("a.table", "m-2", "major"),
		}},
	),
	"data_sets": [{"kind": "kev"}],
})

row(code, member) := {"code": code, "args": {}, "at": ["bundle"], "member": member}

test_members_are_found_apart if {
	got := decide(table, {"a": {"table": {
		"basis": [object.union(row("good", "m-2"), {"level": "verified"})],
		"violation": [row("bad", "m-1")],
	}}})
	{found.id: found.status | some found in got.findings} == {"a.table.m-1": "fail", "a.table.m-2": "pass"}
	got.verdict == "meets"
}

test_doubt_of_one_finding_is_not_that_of_the_next if {
	doc := object.union(table, {"profile": {"requirements": {"a.table.m-1": {"level": "evidenced"}}}})
	weak := decide(doc, {"a": {"table": {
		"basis": [object.union(row("good", m), {"level": "asserted"}) | some m in ["m-1", "m-2"]],
		"violation": [],
	}}})
	{found.id: [note.code | some note in found.notes] | some found in weak.findings} == {
		"a.table.m-1": ["weak_basis"],
		"a.table.m-2": [],
	}
	alone := decide(doc, {"a": {"table": {
		"not_applicable": [object.union(row("good", "m-1"), {"level": "asserted"})],
		"basis": [object.union(row("good", "m-2"), {"level": "asserted"})],
	}}})
	{found.id: [note.code | some note in found.notes] | some found in alone.findings} == {
		"a.table.m-1": ["word_alone"],
		"a.table.m-2": [],
	}
}

test_unknown_member_is_an_error_of_all_members if {
	got := decide(table, {"a": {"table": {"basis": [object.union(row("good", "m-9"), {"level": "verified"})], "violation": []}}})
	{found.status | some found in got.findings} == {"error"}
}

test_buyer_data_not_supplied if {
	got := decide(object.union(table, {"data_sets": []}), {})
	first(got).not_supplied == [{"kind": "kev", "from": "buyer"}]
}

test_outside_its_dates_a_requirement_only_advises if {
	early := object.union(table, {"as_of": {"day": 19999}})
	late := object.union(table, {"as_of": {"day": 30001}})
	results := {"a": {"table": {"basis": [], "violation": [row("bad", "m-2")]}}}
	every doc in [early, late] {
		got := decide(doc, results)
		{found.advisory | some found in got.findings} == {true}
		got.reasons == []
		got.verdict == "undetermined"
	}
}

composed := object.union(base, {"profile": {"requirements": {"a.whole": selected("a.whole", "", "blocking")}}})

test_composed_requirement_folds_its_parts if {
	statuses(composed, {"basis": [good], "violation": []}) == {"a.one": "pass", "a.whole": "pass"}
	statuses(composed, {"basis": [], "violation": [bad]}) == {"a.one": "fail", "a.whole": "fail"}
	alone := object.union(composed, {"profile": {"requirements": {"a.one": {"requirement": "a.none"}}}})
	statuses(alone, {})["a.whole"] == "review"
}

statuses(doc, results) := {found.id: found.status | some found in decide(doc, one(results)).findings}

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

determination := {"requirement": "a.one", "member": "", "outcome": "met", "applies": true, "date": {"day": 20700}}

determined(change, results) := decide(
	object.union(base, {"determinations": [object.union(determination, change)]}),
	one(results),
)

test_determination_settles_what_a_person_must_look_at if {
	determined({}, {}).verdict == "meets"
	first(determined({}, {})).status == "review"
	determined({}, {}).determinations == [{"used": true}]
	determined({"outcome": "not_met"}, {}).verdict == "does_not_meet"
	determined({"applies": false}, {}).verdict == "undetermined"
	determined({"date": {"day": 20779}}, {}).verdict == "undetermined"
	determined({"requirement": "a.two"}, {}).verdict == "undetermined"
}

test_determination_never_settles_a_failure if {
	determined({}, {"basis": [], "violation": [bad]}).verdict == "does_not_meet"
}

test_determination_not_met_wins_over_met if {
	doc := object.union(base, {"determinations": [determination, object.union(determination, {"outcome": "not_met"})]})
	decide(doc, one({})).verdict == "does_not_meet"
}

test_composed_finding_is_settled_with_its_parts if {
	doc := object.union(composed, {"determinations": [determination]})
	found := {f.id: f.outcome | some f in decide(doc, one({})).findings}
	found["a.one"] == "met"
	found["a.whole"] == "met"
	excepted := object.union(composed, {"exceptions": [exception]})
	parts := {f.id: f.outcome | some f in decide(excepted, one({"basis": [], "violation": [bad]})).findings}
	parts["a.whole"] == "excused"
	direct := object.union(composed, {"exceptions": [object.union(exception, {"requirement": "a.whole"})]})
	got := {f.id: f.outcome | some f in decide(direct, one({"basis": [], "violation": [bad]})).findings}
	got["a.whole"] == "excused"
}

# One part was looked at by a person, the other is excused.
test_composed_finding_with_parts_settled_in_both_ways_is_excused if {
	whole := object.union(catalogue, {"requirements": {"a.whole": {"composed_of": ["a.one", "a.table"]}}})
	doc := object.union(composed, {
		"profile": {"requirements": {"a.table.m-2": selected("a.table", "m-2", "info")}},
		"determinations": [determination],
		"exceptions": [object.union(exception, {"requirement": "a.table"})],
	})
	results := {"a": {
		"one": {"basis": [], "violation": []},
		"table": {"basis": [], "violation": [row("bad", "m-2")]},
	}}
	got := bidgate.decision with input as doc with data.bidgate.catalog as whole with data.bidgate.requirement as results
	outcomes := {f.id: f.outcome | some f in got.findings}
	outcomes["a.one"] == "met"
	outcomes["a.table.m-2"] == "excused"
	outcomes["a.whole"] == "excused"
}

test_screening_house_keeping_is_not_a_pass if {
	doc := object.union(object.remove(base, ["profile"]), {"profile": object.union(
		object.remove(base.profile, ["requirements"]),
		{"requirements": {"screening.documents_readable": object.union(selected("a.one", "", "major"), {})}},
	)})
	got := decide(doc, one({"basis": [good], "violation": []}))
	first(got).status == "pass"
	got.verdict == "undetermined"
}

test_unreadable_document_that_was_looked_at if {
	doc := object.union(base, {
		"bundle": {"documents": [base.bundle.documents[0], {"path": "b", "readable": false, "kinds": ["vex"]}]},
		"profile": {"requirements": {"screening.documents_readable": selected("a.one", "", "major")}},
	})
	decide(doc, one({"basis": [good], "violation": []})).verdict == "meets"
}

test_part_only_finding_does_not_weigh if {
	doc := object.union(base, {"profile": {"requirements": {"a.one": {"part_only": true}}}})
	got := decide(doc, one({"basis": [], "violation": [bad]}))
	got.verdict == "undetermined"
	got.reasons == []
}

test_weak_basis_and_word_alone_are_both_told if {
	doc := object.union(base, {
		"sboms": [sbom, sbom],
		"profile": {"requirements": {"a.one": {"level": "evidenced"}}},
	})
	got := first(decide(doc, one({
		"basis": [object.union(good, {"level": "asserted"})],
		"not_applicable": [{"code": "not_for_us", "args": {}, "at": ["sboms", 1], "level": "asserted"}],
	})))
	got.status == "review"
	{note.code | some note in got.notes} == {"weak_basis", "word_alone"}
}
