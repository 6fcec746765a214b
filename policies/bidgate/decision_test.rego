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
	"screening.documents_readable": {
		"area": "screening", "over": "sboms", "messages": {"good": "good"},
		"evidence": {"all": [], "any": [], "buyer": []},
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
	first(decide(base, one({"review": [look]}))).status == "review"
}

test_subjects_that_a_requirement_does_not_apply_to_leave_the_others if {
	two := object.union(base, {"sboms": [sbom, sbom]})
	not_here := {"code": "not_for_us", "args": {}, "at": ["sboms", 1], "level": "verified"}
	first(decide(two, one({"basis": [good], "not_applicable": [not_here]}))).status == "pass"
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

composed := object.union(base, {"profile": {"requirements": {"a.whole": selected("a.whole", "", "blocking")}}})

test_composed_requirement_folds_its_parts if {
	statuses(composed, {"basis": [good], "violation": []}) == {"a.one": "pass", "a.whole": "pass"}
	statuses(composed, {"basis": [], "violation": [bad]}) == {"a.one": "fail", "a.whole": "fail"}
	alone := object.union(composed, {"profile": {"requirements": {"a.one": {"requirement": "a.none"}}}})
	statuses(alone, {})["a.whole"] == "review"
}

statuses(doc, results) := {found.id: found.status | some found in decide(doc, one(results)).findings}

test_screening_house_keeping_is_not_a_pass if {
	doc := object.union(object.remove(base, ["profile"]), {"profile": object.union(
		object.remove(base.profile, ["requirements"]),
		{"requirements": {"screening.documents_readable": selected("screening.documents_readable", "", "major")}},
	)})
	got := decide(doc, _readable)
	first(got).status == "pass"
	got.verdict == "undetermined"
}

test_unreadable_document_that_was_looked_at if {
	doc := object.union(base, {
		"bundle": {"documents": [base.bundle.documents[0], {"path": "b", "readable": false, "kinds": ["vex"]}]},
		"profile": {"requirements": {"screening.documents_readable": selected("screening.documents_readable", "", "major")}},
	})
	decide(doc, object.union(_readable, one({"basis": [good], "violation": []}))).verdict == "meets"
}

_readable := {"screening": {"documents_readable": {"basis": [good], "violation": []}}}

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
