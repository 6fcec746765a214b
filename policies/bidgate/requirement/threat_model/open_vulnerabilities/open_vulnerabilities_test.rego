package bidgate.requirement.threat_model.open_vulnerabilities_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.open_vulnerabilities as requirement

_input(vulnerabilities, links) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"matches": [testing.matches({"vulnerabilities": vulnerabilities})],
	"threat_models": [testing.threat_model({"threats": testing.items([testing.threat({"bom_refs": testing.items(links)})])})],
	"parameters": {"threat_model": {"open_vulnerabilities": {"min_rating": "high"}}},
})

_found(fields) := testing.vulnerability(object.union({"id": "CVE-2026-1", "row": 2, "by": "purl", "severity": {"rating": "high"}}, fields))

_link(row) := {"ref": "pkg:npm/a@1", "sbom": 0, "row": row}

_at := ["matches", 0, "vulnerabilities", 0]

test_open_vulnerability_with_a_threat_is_a_basis if {
	given := _input([_found({})], [_link(2)])
	requirement.basis == {{"code": "linked", "args": {"n": 1}, "at": ["matches", 0, "vulnerabilities"], "level": "verified"}} with input as given
	requirement.review | requirement.not_applicable == set() with input as given
}

test_open_vulnerability_without_a_threat_is_for_review if {
	every more in [{}, {"severity": {"rating": "critical"}}, {"severity": {"rating": "low"}, "kev": {"listed": true}}] {
		given := _input([_found(more)], [_link(1)])
		requirement.review == {{"code": "not_linked", "args": {"vulnerability": "CVE-2026-1"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_affected_product_that_the_model_leaves_out_is_a_violation if {
	affected := {"status": {"status": "affected", "justified": false, "author_is": "vendor", "said": 0}}
	given := _input([_found(affected)], [_link(1)])
	requirement.violation == {{"code": "left_out", "args": {"vulnerability": "CVE-2026-1"}, "at": _at}} with input as given
	requirement.review | requirement.basis == set() with input as given
	unlinked := _input([_found(affected)], [])
	count(requirement.review) == 1 with input as unlinked
	requirement.violation == set() with input as unlinked
}

test_what_is_slight_settled_or_of_the_vendor_is_not_open if {
	settled := {"status": {"status": "not_affected", "justified": true, "author_is": "vendor", "said": 0}}
	every more in [{"severity": {"rating": "low"}}, {"severity": {"rating": ""}}, {"by": "vendor"}, settled] {
		given := _input([_found(more)], [])
		requirement.not_applicable == {{"code": "none_open", "args": {}, "at": ["matches", 0, "vulnerabilities"], "level": "verified"}} with input as given
		requirement.review | requirement.basis == set() with input as given
	}
}
