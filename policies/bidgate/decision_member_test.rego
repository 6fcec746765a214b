package bidgate_test

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

test_unknown_key_is_an_error_of_all_members if {
	got := decide(table, {"a": {"table": {"violation": [object.union(row("bad", "m-1"), {"more": 1})]}}})
	{found.errors | some found in got.findings} == {["unknown_key"]}
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
