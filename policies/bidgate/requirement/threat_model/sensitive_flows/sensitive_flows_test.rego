package bidgate.requirement.threat_model.sensitive_flows_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.sensitive_flows as requirement

_flow(fields) := testing.data_flow(object.union(
	{"id": testing.stated("F-1"), "name": testing.stated("Readings"), "sensitive": testing.stated(true), "encrypted": testing.stated(true), "crosses": testing.items(["B-1"])},
	fields,
))

_input(flows, threats) := testing.bundle_input({"threat_models": [testing.threat_model({
	"data_flows": testing.items(flows),
	"threats": testing.items([testing.threat({"data_flows": testing.items([name])}) | some name in threats]),
})]})

_at := ["threat_models", 0, "data_flows", "items", 0]

test_guarded_flows_are_a_basis if {
	plain := _flow({"encrypted": testing.stated(false)})
	every case in [[_flow({}), []], [_flow({"encrypted": testing.stated(false), "sensitive": testing.stated(false)}), []], [plain, ["F-1"]], [plain, ["Readings"]]] {
		given := _input([case[0]], case[1])
		requirement.basis == {{"code": "guarded", "args": {"n": 1}, "at": ["threat_models", 0, "data_flows"], "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_plain_flow_is_a_violation if {
	given := _input([_flow({"encrypted": testing.stated(false)}), _flow({})], ["F-2"])
	{[v.code, v.args.flow, v.at] | some v in requirement.violation} == {["plain", "Readings", _at]} with input as given
	requirement.basis == set() with input as given
	nameless := _input([_flow({"encrypted": testing.stated(false), "name": {"state": "absent"}})], [])
	{v.args.flow | some v in requirement.violation} == {"F-1"} with input as nameless
}

test_what_is_left_out_counts_against_the_flow if {
	every state in states.missing {
		given := _input([_flow({"encrypted": {"state": state}})], [])
		{[v.code, v.args.field, v.args.state] | some v in requirement.violation} == {["not_said", "whether it is encrypted", state]} with input as given
		requirement.basis == set() with input as given
		other := _input([_flow({"encrypted": testing.stated(false), "sensitive": {"state": state}})], [])
		{[v.code, v.args.field, v.args.state] | some v in requirement.violation} == {["not_said", "whether it is sensitive", state]} with input as other
		requirement.basis == set() with input as other
	}
}

test_what_is_not_told_is_for_review if {
	every state in states.told {
		every fields in [{"encrypted": {"state": state}}, {"encrypted": testing.stated(false), "sensitive": {"state": state}}] {
			given := _input([_flow(fields)], [])
			{[r.code, r.args.state, r.at] | some r in requirement.review} == {["declared", state, _at]} with input as given
			requirement.violation == set() with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_flow_within_a_zone_is_nothing_to_judge if {
	given := _input([_flow({"crosses": {"state": "absent", "items": []}, "encrypted": testing.stated(false)})], [])
	{n.code | some n in requirement.not_applicable} == {"no_crossing"} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}
