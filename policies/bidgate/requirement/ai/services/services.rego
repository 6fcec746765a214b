# METADATA
# title: Services of AI in an SBOM are named with their terms
# description: |
#   Looks in the SBOMs for services whose name, provider or address speaks of AI,
#   by the words of a table, for nothing else in an SBOM marks them. Each must be
#   named in the answer on services of AI and their terms (bidgate-AI-12), by
#   its name or provider. An answer that they are not named fails. One that is not named, or that stands beside a
#   statement that no AI is used, is for a person: words in a name do not prove
#   what a service does. An SBOM without such a service has nothing to judge
#   here. This cannot tell what the terms are, and does not see a service whose
#   name says nothing.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [declaration, sbom]}
#   over: declarations
#   sources:
#     - {standard: NIST AI RMF, edition: "1.0", clause: "GOVERN 6", confidence: source}
#   messages:
#     no_terms: "An SBOM lists the service {service}, whose name speaks of AI, and the maker answers that such services and their terms are not named."
#     denied: "The declaration says that the product uses no AI, and an SBOM lists the service {service}, whose name speaks of it, so a person must ask."
#     not_named: "An SBOM lists the service {service}, whose name speaks of AI, and the answer bidgate-AI-12 does not name it, so a person must ask for its terms."
#     none: "No SBOM lists a service of this kind."
#     named: "The answer on services of AI and their terms names {service}, which an SBOM lists."
#   remedy: Name the service and its terms in the answer bidgate-AI-12, or say what it does instead.
#   question: What does the service do, and under which terms do you use it?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.ai.services

import data.bidgate.lib.reply

_members := data.bidgate.catalog.requirements["ai.services"].members

# Services by words of the table.
_found contains {"member": member, "service": service.name, "called": {lower(name) | some name in [service.name, service.provider]; name != ""}} if {
	some services in input.services
	some service in services
	some member, row in _members
	some pattern in row.columns.patterns
	regex.match(pattern, lower(concat(" ", array.concat([service.name, service.provider, service.group], service.endpoints))))
}

# What the answers on such services say.
_answers contains [i, lower(answer.statement.value)] if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	lower(answer.requirement.value) == "bidgate-ai-12"
	reply.outcome(i, a) == "met"
}

_outcomes contains {"i": i, "member": found.member, "service": found.service, "code": _code(i, found.called)} if {
	some i, _ in input.declarations
	some found in _found
}

_code(i, called) := "named" if {
	input.declarations[i].ai.used != {"state": "stated", "value": false}
	some [by, said] in _answers
	by == i
	some name in called
	contains(said, name)
} else := "denied" if {
	input.declarations[i].ai.used == {"state": "stated", "value": false}
} else := "not_named"

# A maker who answers that the services are not named.
_refuses contains i if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	lower(answer.requirement.value) == "bidgate-ai-12"
	reply.outcome(i, a) == "not_met"
}

violation contains {"member": o.member, "code": "no_terms", "args": {"service": o.service}, "at": ["declarations", o.i, "answers"]} if {
	some o in _outcomes
	o.code in {"denied", "not_named"}
	o.i in _refuses
}

review contains {"member": o.member, "code": o.code, "args": {"service": o.service}, "at": ["declarations", o.i, "ai"]} if {
	some o in _outcomes
	o.code in {"denied", "not_named"}
	not o.i in _refuses
}

not_applicable contains {"member": member, "code": "none", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	some member, _ in _members
	not member in {found.member | some found in _found}
}

basis contains {"member": o.member, "code": "named", "args": {"service": o.service}, "at": ["declarations", o.i, "answers"], "level": "asserted"} if {
	some o in _outcomes
	o.code == "named"
	{other.code | some other in _outcomes; [other.i, other.member] == [o.i, o.member]} == {"named"}
}
