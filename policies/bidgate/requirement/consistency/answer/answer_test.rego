package bidgate.requirement.consistency.answer_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.consistency.answer as requirement

_input(id, declared, others) := testing.bundle_input(object.union(
	{"declarations": [testing.declaration(object.union(
		{"answers": [testing.answer({"requirement": testing.stated(id), "status": testing.stated("met"), "statement": testing.stated("As built.")})]},
		declared,
	))]},
	others,
))

_tampering := {"categories": testing.items([{"taxonomy": testing.stated("STRIDE"), "name": testing.stated("tampering")}]), "title": testing.stated("False update"), "key": "T-1"}

_flow(encrypted) := {"threat_models": [testing.threat_model({"data_flows": testing.items([testing.data_flow({
	"id": testing.stated("F-1"),
	"sensitive": testing.stated(true),
	"encrypted": testing.stated(encrypted),
})])})]}

_crossing(authenticated) := {"threat_models": [testing.threat_model({"data_flows": testing.items([testing.data_flow({
	"id": testing.stated("F-2"),
	"authenticated": testing.stated(authenticated),
	"crosses": testing.items(["B-1"]),
})])})]}

_known_sender(authenticated) := {"threat_models": [testing.threat_model({"data_flows": testing.items([testing.data_flow({
	"id": testing.stated("F-1"),
	"sensitive": testing.stated(true),
	"authenticated": testing.stated(authenticated),
})])})]}

_interface(disabled) := {"threat_models": [testing.threat_model({"interfaces": testing.items([testing.interface({
	"name": testing.stated("JTAG"),
	"necessary": testing.stated(false),
	"disabled": testing.stated(disabled),
})])})]}

_threat(title, status) := {"threat_models": [testing.threat_model({"threats": testing.items([testing.threat(object.union(_tampering, {"title": testing.stated(title), "status": testing.stated(status)}))])})]}

_updates(fields) := {"updates": object.union({"state": "stated"}, fields)}

_feed(items) := {"vulnerability_disclosure": {"state": "stated", "machine_readable": testing.items(items)}}

_bound(value) := {"vulnerability_disclosure": {"state": "stated", "supplier_disclosure": testing.stated(value)}}

# By member: the answer, what agrees with it, what contradicts it, and the code.
_cases := {
	"passwords": {"id": "ir8259a-LA-4", "for": [{"password_scheme": testing.stated("user_set")}, {}], "against": [{"password_scheme": testing.stated("universal")}, {}], "code": "shared_password"},
	"updates": {"id": "ir8259a-SU-1", "for": [{"updates": {"state": "stated", "mechanism": testing.stated("manual")}}, {}], "against": [{"updates": {"state": "stated", "mechanism": testing.stated("none")}}, {}], "code": "no_way_to_update"},
	"update_check": {"id": "ir8259a-SU-2", "for": [{"signature_scheme": testing.stated("Ed25519")}, {}], "against": [{"signature_scheme": testing.stated("Ed25519")}, {"threat_models": [testing.threat_model({"threats": testing.items([testing.threat(object.union(_tampering, {"status": testing.stated("open")}))])})]}], "code": "open_threat"},
	"settings": {"id": "ir8259a-DC-2", "for": [{}, _threat("Changed Settings", "mitigated")], "against": [{}, _threat("Changed settings", "open")], "code": "unsafe"},
	"inputs": {"id": "ir8259a-LA-5", "for": [{}, _threat("Malformed packet", "mitigated")], "against": [{}, _threat("Crafted file", "open")], "code": "unsafe"},
	"opt_out": {"id": "ir8259a-SU-4", "for": [_updates({"opt_out": testing.stated(true)}), {}], "against": [_updates({"opt_out": testing.stated(false)}), {}], "code": "no_opt_out"},
	"staying_current": {"id": "ir8259a-SU-5", "for": [_updates({"mechanism": testing.stated("automatic")}), {}], "against": [_updates({"mechanism": testing.stated("manual")}), {}], "code": "nobody_told"},
	"log_events": {"id": "ir8259a-CS-4", "for": [{"log_events": testing.items(["configuration", "identity", "data_access"])}, {}], "against": [{"log_events": testing.items(["identity"])}, {}], "code": "events_missing"},
	"encryption": {"id": "ir8259a-DP-1", "for": [{}, _flow(true)], "against": [{}, _flow(false)], "code": "plain_flow"},
	"interfaces": {"id": "ir8259a-LA-1", "for": [{}, _interface(true)], "against": [{}, _interface(false)], "code": "open_interface"},
	"access": {"id": "ir8259a-LA-2", "for": [{}, _crossing(true)], "against": [{}, _crossing(false)], "code": "open_flow"},
	"roll_back": {"id": "ir8259a-SU-3", "for": [_updates({"rollback": testing.stated("To the version before, by the owner.")}), {}], "against": [_updates({"rollback": testing.stated("Not possible")}), {}], "code": "no_roll_back"},
	"sbom": {"id": "sag-GOV-09", "for": [{}, {"sboms": [testing.sbom({})], "bundle": {"kinds": {"sbom": {"readable": 1}}}}], "against": [{}, {}], "code": "no_sbom"},
	"threat_model": {"id": "sag-DEV-15", "for": [{}, {"threat_models": [testing.threat_model({})], "bundle": {"kinds": {"threat_model": {"readable": 1}}}}], "against": [{}, {}], "code": "no_threat_model"},
	"machine_readable": {"id": "sag-VULN-03", "for": [_feed(["csaf"]), {}], "against": [_feed([]), {}], "code": "no_form"},
	"suppliers": {"id": "sag-VULN-08", "for": [_bound(true), {}], "against": [_bound(false), {}], "code": "not_bound"},
}

_at := ["declarations", 0, "answers", 0]

test_answer_that_the_bundle_agrees_with_is_a_basis if {
	every member, case in _cases {
		given := _input(case.id, case.for[0], case.for[1])
		requirement.basis == {{"member": member, "code": "agrees", "args": {}, "at": _at, "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_answer_that_the_bundle_contradicts_is_a_violation if {
	every member, case in _cases {
		given := _input(case.id, case.against[0], case.against[1])
		{[v.member, v.code, v.at] | some v in requirement.violation} == {[member, case.code, _at]} with input as given
		requirement.basis == set() with input as given
	}
}

test_arguments_name_what_contradicts if {
	values := {value |
		some case in _cases
		given := _input(case.id, case.against[0], case.against[1])
		violations := requirement.violation with input as given
		some v in violations
		some value in v.args
	}
	values == {"universal", "T-1", "configuration, data_access", "F-1", "JTAG", "F-2", "Not possible"}
}

test_answer_with_nothing_beside_it_is_for_review if {
	every member, id in {"passwords": "ir8259a-LA-4", "update_check": "ir8259a-SU-2", "suppliers": "sag-GOV-08"} {
		given := _input(id, {}, {})
		requirement.review == {{"member": member, "code": "silent", "args": {}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_what_nobody_claims_is_not_asked if {
	given := testing.bundle_input({"declarations": [testing.declaration({})]})
	{n.member | some n in requirement.not_applicable} == object.keys(_cases) with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_users_who_are_told_stay_current if {
	given := _input("ir8259a-SU-5", _updates({"mechanism": testing.stated("manual"), "notification": testing.stated("by e-mail")}), {})
	{b.member | some b in requirement.basis} == {"staying_current"} with input as given
	requirement.violation == set() with input as given
}

test_threat_that_does_not_say_how_it_stands_counts_as_open if {
	every state in states.missing {
		unstated := {"status": {"state": state, "value": ""}}
		checked := _input("ir8259a-SU-2", {"signature_scheme": testing.stated("Ed25519")}, {"threat_models": [testing.threat_model({"threats": testing.items([testing.threat(object.union(_tampering, unstated))])})]})
		{v.code | some v in requirement.violation} == {"open_threat"} with input as checked
		guarded := _input("ir8259a-LA-5", {}, {"threat_models": [testing.threat_model({"threats": testing.items([testing.threat(object.union(_tampering, object.union(unstated, {"title": testing.stated("Crafted file")})))])})]})
		{v.code | some v in requirement.violation} == {"unsafe"} with input as guarded
	}
}

_weak(id, status) := {"threat_models": [testing.threat_model({"threats": testing.items([testing.threat({
	"key": "T-2",
	"title": testing.stated("Nothing that a table knows"),
	"status": testing.stated(status),
	"weaknesses": testing.items([id]),
})])})]}

test_weakness_tells_what_a_threat_is_about if {
	every member, case in {
		"passwords": ["ir8259a-LA-4", "CWE-798", "unsafe"],
		"update_check": ["ir8259a-SU-2", "cwe-494", "open_threat"],
		"encryption": ["ir8259a-DP-1", "CWE-319", "unsafe"],
	} {
		given := _input(case[0], {}, _weak(case[1], "open"))
		requirement.violation == {{"member": member, "code": case[2], "args": {"threat": "T-2"}, "at": _at}} with input as given
		requirement.basis == set() with input as given

		met := _input(case[0], {}, _weak(case[1], "mitigated"))
		{b.member | some b in requirement.basis} == {member} with input as met
		requirement.violation == set() with input as met
	}
}

test_each_member_that_threats_are_told_of_says_what_an_open_one_means if {
	weak := {member | some member, row in data.bidgate.catalog.requirements["consistency.answer"].members; row.columns.weaknesses}
	count(weak) > 7
	every member in weak {
		some id in data.bidgate.catalog.requirements["consistency.answer"].members[member].columns.also
		some weakness in data.bidgate.catalog.requirements["consistency.answer"].members[member].columns.weaknesses
		given := _input(id, {}, _weak(weakness, "open"))
		member in {v.member | some v in requirement.violation} with input as given
	}
}

test_updates_have_many_names if {
	every title in ["A forged image is downloaded", "Somebody swaps the package", "Firmware, altered on its way", "Upgrade from a stranger"] {
		given := _input("ir8259a-SU-2", {}, _threat(title, "open"))
		{v.code | some v in requirement.violation} == {"open_threat"} with input as given
	}
}

test_update_that_nothing_checks_speaks_against_the_answer if {
	every said in [{"signature_scheme": testing.stated("None")}, _updates({"verification": testing.stated("none")})] {
		given := _input("ir8259a-SU-2", said, {})
		{v.code | some v in requirement.violation} == {"not_checked"} with input as given
		requirement.basis == set() with input as given
	}
}

test_other_tampering_is_not_about_updates if {
	given := _input("ir8259a-SU-2", {"signature_scheme": testing.stated("Ed25519")}, _threat("A reading is changed in the image of the disk viewer", "mitigated"))
	requirement.violation == set() with input as given
}

test_sensitive_flow_is_a_way_in_too if {
	given := _input("ir8259a-LA-2", {}, _known_sender(false))
	{[r.member, r.code] | some r in requirement.violation} == {["access", "open_flow"]} with input as given
	known := _input("ir8259a-LA-2", {}, _known_sender(true))
	{b.member | some b in requirement.basis} == {"access"} with input as known
}

test_flow_within_a_zone_says_nothing_of_who_comes_in if {
	every authenticated in [true, false] {
		given := _input("ir8259a-LA-2", {}, {"threat_models": [testing.threat_model({"data_flows": testing.items([testing.data_flow({"authenticated": testing.stated(authenticated)})])})]})
		{[r.member, r.code] | some r in requirement.review} == {["access", "silent"]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_roll_back_and_its_guard_need_an_explanation if {
	every declared in [
		{"signature_scheme": testing.stated("Ed25519 with anti-rollback")},
		_updates({"verification": testing.stated("A downgrade is refused by the boot loader.")}),
	] {
		given := _input("ir8259a-SU-3", declared, {})
		{[r.member, r.code] | some r in requirement.review} == {["roll_back", "guarded"]} with input as given
		requirement.basis == set() with input as given
		told := _input("ir8259a-SU-3", object.union(declared, _updates({"rollback": testing.stated("The owner allows it once, by a signed token.")})), {})
		{b.code | some b in requirement.basis} == {"agrees"} with input as told
		requirement.review == set() with input as told
	}
}

test_guard_in_another_answer_counts_too if {
	given := testing.bundle_input({"declarations": [testing.declaration({"answers": [
		testing.answer({"requirement": testing.stated("ir8259a-SU-3"), "status": testing.stated("met"), "statement": testing.stated("By the owner.")}),
		testing.answer({"requirement": testing.stated("ir8259a-SU-2"), "status": testing.stated("met"), "statement": testing.stated("Signed, with roll-back protection.")}),
	]})]})
	{r.code | some r in requirement.review; r.member == "roll_back"} == {"guarded"} with input as given
}

test_check_that_can_be_forged_contradicts_the_answer if {
	every value in ["CRC32 checksum", "RSA-512 with MD5", "SHA1 sum of the image"] {
		given := _input("ir8259a-SU-2", {"signature_scheme": testing.stated(value)}, {})
		requirement.violation == {{"member": "update_check", "code": "forgeable", "args": {"value": value}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
	every value in ["Ed25519 over the image and its checksum", "HMAC-SHA1", "RSA-3072 with SHA-256"] {
		given := _input("ir8259a-SU-2", {"signature_scheme": testing.stated(value)}, {})
		requirement.violation == set() with input as given
		{b.member | some b in requirement.basis} == {"update_check"} with input as given
	}
}

test_threats_in_the_words_of_the_table_contradict if {
	cases := [
		["passwords", "ir8259a-LA-4", "spoofing", "Service password in the firmware"],
		["encryption", "ir8259a-DP-1", "information_disclosure", "Values go over the wire in clear text"],
		["interfaces", "ir8259a-LA-1", "information_disclosure", "Debug port is left on"],
		["log_events", "ir8259a-CS-4", "repudiation", "Changes are not logged"],
	]
	every case in cases {
		[member, id, kind, title] := case
		given := _input(id, {}, {"threat_models": [testing.threat_model({"threats": testing.items([testing.threat({
			"key": "T-1",
			"title": testing.stated(title),
			"status": testing.stated("open"),
			"categories": testing.items([{"taxonomy": testing.stated("STRIDE"), "name": testing.stated(kind)}]),
		})])})]})
		requirement.violation == {{"member": member, "code": "unsafe", "args": {"threat": "T-1"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

_sent(fields) := {"threat_models": [testing.threat_model({"data_flows": testing.items([testing.data_flow(object.union({"id": testing.stated("F-1")}, fields))])})]}

test_sensitive_data_by_a_plain_protocol_contradicts if {
	sensitive := {"sensitive": testing.stated(true), "protocol": testing.stated("HTTP")}
	{v.code | some v in requirement.violation} == {"plain_protocol"} with input as _input("ir8259a-DP-1", {}, _sent(sensitive))
	every fields in [{"encrypted": testing.stated(true)}, {"protocol": testing.stated("HTTPS")}, {"sensitive": testing.stated(false)}] {
		given := _input("ir8259a-DP-1", {}, _sent(object.union(sensitive, fields)))
		requirement.violation == set() with input as given
	}
}

test_way_in_that_sends_in_clear_is_for_review if {
	every protocol in ["Telnet", "TFTP over UDP", "rlogin"] {
		given := _input("ir8259a-LA-1", {}, _sent({"protocol": testing.stated(protocol)}))
		{[r.code, r.args.protocol] | some r in requirement.review} == {["plain_way_in", protocol]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
	{r.code | some r in requirement.review} == {"silent"} with input as _input("ir8259a-LA-1", {}, _sent({"protocol": testing.stated("SFTP")}))
}

_lets_through(port) := {"attachments": [testing.attachment({"form": "mud", "traffic": {"state": "stated", "ports": testing.items([port])}})]}

test_port_that_sends_in_clear_is_for_review if {
	telnet := {"transport": "tcp", "number": 23, "toward": "device", "location": ""}
	given := _input("ir8259a-LA-1", {}, _lets_through(telnet))
	{[r.code, r.args] | some r in requirement.review} == {["plain_port", {"port": 23, "service": "telnet"}]} with input as given
	requirement.basis == set() with input as given
	every port in [object.union(telnet, {"transport": "udp"}), object.union(telnet, {"number": 443})] {
		{r.code | some r in requirement.review} == {"silent"} with input as _input("ir8259a-LA-1", {}, _lets_through(port))
	}
	agreed := _input("ir8259a-LA-1", {}, object.union(_interface(true), _lets_through(telnet)))
	requirement.basis == set() with input as agreed
}
