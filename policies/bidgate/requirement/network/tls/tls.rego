# METADATA
# title: Connections use a current version of TLS
# description: |
#   Asks that the declaration lists the versions of TLS that product and
#   services take, with 1.3 among them and none older than 1.2. With 1.2 alone a
#   person decides. A maker whose product has no network is asked too, and can
#   say so by declaring the list unknown. A value that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell what
#   a scan would find.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST SP 800-52r2, edition: "2019", clause: "TLS 1.2 and 1.3", confidence: secondary}
#     - {standard: EO 14306, edition: "2025", clause: "TLS 1.3 by 2 January 2030", confidence: secondary}
#   messages:
#     old: "The declaration lists {version}, which is too old to be safe."
#     not_stated: "The versions of TLS are {state} in the declaration."
#     declared: "The versions of TLS are declared {state}, so a person must ask."
#     not_newest: "TLS 1.3 is not among the versions listed, so a person must decide."
#     current: "TLS 1.3 is among the versions listed, and none is older than 1.2."
#   remedy: Turn off what is older than TLS 1.2, offer 1.3, and list `tls_versions` in `networks`.
#   question: Which versions of TLS do the product and its services take?
#   tags: [core_area:network_security, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.network.tls

import data.bidgate.lib.states

_old := {"ssl3", "tls1.0", "tls1.1"}

_versions[i] := declaration.networks.tls_versions.items if {
	some i, declaration in input.declarations
	_states[i] == "stated"
}

_states := {i: states.list(tls.state, count(tls.items)) |
	some i, declaration in input.declarations
	tls := declaration.networks.tls_versions
}

_at(i) := ["declarations", i, "networks", "tls_versions"]

violation contains {"code": "old", "args": {"version": version}, "at": _at(i)} if {
	some i, versions in _versions
	some version in versions
	version in _old
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": _at(i)} if {
	some i, state in _states
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": _at(i)} if {
	some i, state in _states
	state in states.told
}

review contains {"code": "not_newest", "args": {}, "at": _at(i)} if {
	some i, versions in _versions
	not "tls1.3" in versions
	count({version | some version in versions; version in _old}) == 0
}

basis contains {"code": "current", "args": {}, "at": _at(i), "level": "asserted"} if {
	some i, versions in _versions
	"tls1.3" in versions
	count({version | some version in versions; version in _old}) == 0
}
