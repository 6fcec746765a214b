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

test_what_is_not_stated_crosses_nothing if {
	given := testing.bundle_input({"declarations": [testing.declaration({})], "threat_models": [testing.threat_model({})], "sboms": [testing.sbom({})]})
	told == set() with input as given
	requirement.basis == set() with input as given
	count(requirement.not_applicable) == 4 with input as given
}
