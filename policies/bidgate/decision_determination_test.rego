package bidgate_test

import data.bidgate

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
