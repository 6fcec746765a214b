package bidgate.requirement.consistency.documents_test

import data.bidgate.lib.testing
import data.bidgate.requirement.consistency.documents as requirement

_told(member, given) := {[doubt.code, doubt.args] | some doubt in all; doubt.member == member} if {
	all := told with input as given
}

# What is told, as wrong or as a doubt.
told := requirement.violation | requirement.review

_agreed(member, given) := {found.args.n | some found in all; found.member == member} if {
	all := requirement.basis with input as given
}

_nothing(member, given) := {found.code | some found in all; found.member == member} if {
	all := requirement.not_applicable with input as given
}

_declared(fields) := testing.bundle_input({"declarations": [testing.declaration(fields)]})

_product(purl, version) := {"name": testing.stated("RM-8"), "purl": testing.stated(purl), "version": testing.stated(version)}

test_purl_of_another_version_is_for_review if {
	every given in [
		_declared({"product": _product("pkg:generic/rill/rm-8@1.0.3", "3.2.0")}),
		testing.bundle_input({"threat_models": [testing.threat_model({"product": _product("pkg:generic/rill/rm-8@1.0.3", "3.2.0")})]}),
	] {
		_told("purl", given) == {["purl_version", {"purl": "pkg:generic/rill/rm-8@1.0.3", "version": "3.2.0"}]}
		_agreed("purl", given) == set()
	}
}

test_purl_of_the_version_is_a_basis if {
	every purl in ["pkg:generic/rill/rm-8@v3.2.0", "pkg:generic/rill/rm-8@3.2.0?arch=arm", "pkg:npm/%40rill/rm-8@3.2.0"] {
		_agreed("purl", _declared({"product": _product(purl, "3.2.0")})) == {1}
	}
}

test_purl_without_a_version_of_digits_is_held_against_nothing if {
	every purl in ["pkg:generic/rill/rm-8", "pkg:github/rill/rm-8@stable-2"] {
		_nothing("purl", _declared({"product": _product(purl, "3.2.0")})) == {"nothing"}
	}
}

_pair(left, right, outcome, part) := testing.bundle_input({"links": {"pairs": [testing.pair({
	"left": {"kind": "declaration", "part": part},
	"name": {"left": "RM-8", "right": "RM-8", "outcome": "equal"},
	"purl": {"left": left, "right": right, "outcome": outcome},
})]}})

test_purl_of_another_product_is_for_review if {
	given := _pair("pkg:generic/rill/rm-8@3.2.0", "pkg:generic/else/rm-8@3.2.0", "unequal", "")
	_told("purl", given) == {["purl_differs", {"own": "pkg:generic/rill/rm-8@3.2.0", "other": "pkg:generic/else/rm-8@3.2.0"}]}
	_told("purl", _pair("pkg:generic/rill/rm-8@3.2.0", "pkg:generic/rill/RM-8@3.1.0", "unequal", "")) == set()
	_told("purl", _pair("pkg:generic/rill/rm-8@3.2.0", "pkg:generic/rill/app@3.2.0", "unequal", "app")) == set()
	_agreed("purl", _pair("pkg:generic/rill/rm-8@3.2.0", "pkg:generic/rill/rm-8@3.2.0", "equal", "")) == {1}
}

_proof(kind, is) := testing.bundle_input({
	"declarations": [testing.declaration({"evidence": testing.items([testing.evidence_item({
		"id": testing.stated("test"),
		"kind": testing.stated(kind),
		"file": {"document": 0},
	})])})],
	"bundle": object.union(testing.bundle_input({}).bundle, {"documents": [testing.document({"kinds": [is]})]}),
})

test_report_that_is_an_sbom_is_a_violation if {
	_told("evidence_kind", _proof("test_report", "sbom")) == {["other_kind", {"evidence": "test", "kind": "test_report", "is": "sbom"}]}
	_agreed("evidence_kind", _proof("test_report", "attachment")) == {1}
	_nothing("evidence_kind", _proof("sbom", "sbom")) == {"nothing"}
}

_flow(protocol, encrypted) := testing.bundle_input({"threat_models": [testing.threat_model({"data_flows": testing.items([testing.data_flow({
	"id": testing.stated("F-1"),
	"protocol": testing.stated(protocol),
	"encrypted": testing.stated(encrypted),
})])})]})

test_encrypted_flow_of_a_plain_protocol_is_a_violation if {
	_told("flow_protocol", _flow("HTTP", true)) == {["plain", {"flow": "F-1", "protocol": "HTTP"}]}
	_agreed("flow_protocol", _flow("HTTP", false)) == {1}
	_agreed("flow_protocol", _flow("HTTP over TLS 1.3", true)) == {1}
}

test_flow_of_a_broken_protocol_is_for_review if {
	every protocol in ["TLS 1.0", "SSLv3", "tls1.1", "HTTPS (TLSv1.0)"] {
		_told("flow_protocol", _flow(protocol, true)) == {["broken", {"flow": "F-1", "protocol": protocol}]}
	}
}

_service(endpoint) := testing.bundle_input({"services": [[testing.service({"name": "ingest", "endpoints": [endpoint]})]]})

test_service_in_clear_is_for_review if {
	_told("service_endpoint", _service("http://ingest.example/v2")) == {["in_clear", {"service": "ingest", "endpoint": "http://ingest.example/v2"}]}
	every endpoint in ["https://ingest.example/v2", "http://localhost:8080", "http://127.0.0.1/"] {
		_agreed("service_endpoint", _service(endpoint)) == {1}
	}
}

_claim(clause, words, counts) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated(clause),
		"status": testing.stated("met"),
		"statement": testing.stated(words),
	})]})],
	"vex": [testing.vex({"counts": c}) | some c in counts],
})

test_known_weakness_against_an_answer_is_for_review if {
	every given in [
		_claim("cra-I-2a", "It is so.", [{"affected": 2}, {"affected": 1}]),
		_claim("cra-I-2A", "See the list.", [{"affected": 3}]),
	] {
		{[code, args.n] | some [code, args] in _told("known_weaknesses", given)} == {["weakness_told", 3]}
		_agreed("known_weaknesses", given) == set()
	}
	worded := _claim("own-1", "We ship with no known exploitable vulnerabilities.", [{"affected": 1}])
	_told("known_weaknesses", worded) == {["weakness_told", {"clause": "own-1", "n": 1}]}
}

test_answer_that_no_statement_speaks_against_is_a_basis if {
	_agreed("known_weaknesses", _claim("cra-I-2a", "It is so.", [{"not_affected": 2}])) == {1}
	_nothing("known_weaknesses", _claim("cra-I-2a", "It is so.", [])) == {"nothing"}
	_nothing("known_weaknesses", _claim("own-1", "Known vulnerabilities are mended.", [{"affected": 1}])) == {"nothing"}
}

test_what_is_not_stated_crosses_nothing if {
	given := testing.bundle_input({"declarations": [testing.declaration({})], "threat_models": [testing.threat_model({})], "sboms": [testing.sbom({})]})
	told == set() with input as given
	requirement.basis == set() with input as given
	count(requirement.not_applicable) == 10 with input as given
}

_statement(outcome) := testing.bundle_input({"attachments": [testing.attachment({"subjects": testing.items([{
	"name": testing.stated("sbom/a.json"),
	"digest": {"state": "absent", "value": ""},
	"outcome": outcome,
	"document": -1,
	"location": "/subject/0",
}])})]})

test_statement_on_another_file_is_a_violation if {
	_told("subject", _statement("differs")) == {["other_file", {"name": "sbom/a.json"}]}
	_agreed("subject", _statement("same")) == {1}
	_nothing("subject", _statement("missing")) == {"nothing"}
}

_made(day, created) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({"document": 1, "timestamp": testing.date(day)})],
	"declarations": [testing.declaration({
		"date": testing.date(900),
		"evidence": testing.items([testing.evidence_item({"created": created, "file": {"outcome": "same", "document": 1}})]),
	})],
})

test_sbom_younger_than_the_declaration_with_its_digest_is_a_violation if {
	every created in [testing.date(900), {"state": "absent"}] {
		_told("digest_date", _made(902, created)) == {["younger", {"day": 902, "declared": 900}]}
	}
	_agreed("digest_date", _made(901, {"state": "absent"})) == {1}
}

# Other requirements tell of days to come, and of a later day that is listed.
test_days_that_others_tell_of_are_left_to_them if {
	_nothing("digest_date", _made(1001, {"state": "absent"})) == {"nothing"}
	_nothing("digest_date", _made(902, testing.date(902))) == {"nothing"}
}

_weak(status, threat, text) := testing.bundle_input({
	"vex": [testing.vex({})],
	"vex_statements": [[testing.vex_statement({"vulnerability": "CVE-2026-20001", "status": status})]],
	"threat_models": [testing.threat_model({"threats": testing.items([testing.threat({
		"key": "T-1",
		"title": testing.stated(text),
		"status": testing.stated(threat),
	})])})],
})

test_open_threat_of_a_vulnerability_that_is_settled_is_for_review if {
	every status in ["not_affected", "fixed"] {
		_told("weakness", _weak(status, "open", "CVE-2026-20001 stops it")) == {["open_threat", {"vulnerability": "CVE-2026-20001", "threat": "T-1"}]}
		_agreed("weakness", _weak(status, "mitigated", "cve-2026-20001 stops it")) == {1}
	}
	_nothing("weakness", _weak("affected", "open", "CVE-2026-20001 stops it")) == {"nothing"}
	_nothing("weakness", _weak("fixed", "open", "CVE-2026-2000 stops it")) == {"nothing"}
}

_assuming(text) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [testing.answer({"requirement": testing.stated("ir8259a-LA-4"), "status": testing.stated("met")})]})],
	"threat_models": [testing.threat_model({"assumptions": testing.items([testing.assumption({"id": testing.stated("S-1"), "text": testing.stated(text)})])})],
})

test_password_that_is_denied_and_assumed_is_for_review if {
	_told("factory_password", _assuming("Installers change the factory password.")) == {["password_assumed", {"clause": "ir8259a-LA-4", "assumption": "S-1"}]}
	every text in ["There is no factory password.", "Staff choose good passwords."] {
		_agreed("factory_password", _assuming(text)) == {1}
	}
}

_data(item, asset) := testing.bundle_input({
	"declarations": [testing.declaration({"data": testing.items([testing.data_item({"item": testing.stated(item)})])})],
	"threat_models": [testing.threat_model({"assets": testing.items([testing.asset({"name": testing.stated(asset)})])})],
})

test_data_on_people_that_is_guarded_and_not_declared_is_for_review if {
	_told("personal_data", _data("settings", "names of residents")) == {["not_declared", {"asset": "names of residents"}]}
	_agreed("personal_data", _data("contact of the user", "names of residents")) == {1}
	_nothing("personal_data", _data("settings", "firmware")) == {"nothing"}
}
