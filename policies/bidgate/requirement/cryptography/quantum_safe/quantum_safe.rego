# METADATA
# title: There is an algorithm or a plan against quantum computers, in time
# description: |
#   Looks in the SBOMs for algorithms that withstand quantum computers, and else
#   in the answer on the plan for them (bidgate-CRY-04) for a day: for agreeing
#   keys and for signatures it must not be later than the day of the table. A plan
#   without a day, and an answer declared unknown or withheld, are for a person.
#   It asks more than the answer alone, which another requirement judges. This
#   cannot tell whether the algorithm is used, nor whether the plan is kept.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EO 14412, edition: "2026", clause: "Key establishment and signatures", confidence: secondary}
#     - {standard: OMB M-26-15, edition: "2026", clause: "Plans", confidence: secondary}
#   messages:
#     too_late: "The plan for this is for {due:date}, and systems of high value need it by {by}."
#     no_plan: "No SBOM lists such an algorithm, and the declaration gives no plan for it."
#     no_day: "The declaration answers that there is a plan and gives no day, so a person must ask for it."
#     untold: "The declaration does not tell the plan, so a person must ask for it."
#     listed: "An SBOM lists {asset}, which is such an algorithm."
#     planned: "The plan for this is for {due:date}, and systems of high value need it by {by}."
#   remedy: List the algorithm in the SBOM, or answer bidgate-CRY-04 with a plan and its day in `remediation`.
#   question: By which day will the product have such an algorithm?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.cryptography.quantum_safe

import data.bidgate.lib.reply

_members := data.bidgate.catalog.requirements["cryptography.quantum_safe"].members

_listed[member] contains name if {
	some i, assets in input.crypto
	some asset in assets
	name := input.components[i][asset.row].name
	plain := replace(replace(lower(name), "-", ""), "_", "")
	some member, row in _members
	some beginning in row.columns.names
	startswith(plain, beginning)
}

_plans contains {"i": i, "a": a, "outcome": reply.outcome(i, a), "due": answer.due} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	lower(answer.requirement.value) == "bidgate-cry-04"
}

_with_plan := {"met", "partial", "partial_with_plan"}

_outcomes contains {"i": plan.i, "a": plan.a, "member": member, "due": plan.due.value.day, "by": row.columns.by, "code": _code(plan, row.columns.by)} if {
	some plan in _plans
	some member, row in _members
	not member in object.keys(_listed)
}

_code(plan, by) := "planned" if {
	plan.outcome in _with_plan
	plan.due.state == "stated"
	plan.due.value.text <= by
} else := "too_late" if {
	plan.outcome in _with_plan
	plan.due.state == "stated"
} else := "no_day" if {
	plan.outcome in _with_plan
} else := "untold" if {
	plan.outcome in {"unknown", "untold"}
} else := "no_plan"

_at(o) := ["declarations", o.i, "answers", o.a]

violation contains {"member": o.member, "code": o.code, "args": {"due": o.due, "by": o.by}, "at": _at(o)} if {
	some o in _outcomes
	o.code in {"too_late", "no_plan"}
}

violation contains {"member": member, "code": "no_plan", "args": {}, "at": ["declarations", i]} if {
	some i, _ in input.declarations
	not i in {plan.i | some plan in _plans}
	some member, _ in _members
	not member in object.keys(_listed)
}

review contains {"member": o.member, "code": o.code, "args": {}, "at": _at(o)} if {
	some o in _outcomes
	o.code in {"no_day", "untold"}
}

basis contains {"member": member, "code": "listed", "args": {"asset": min(names)}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	some member, names in _listed
}

basis contains {"member": o.member, "code": "planned", "args": {"due": o.due, "by": o.by}, "at": _at(o), "level": "asserted"} if {
	some o in _outcomes
	o.code == "planned"
	not [o.i, o.member] in {[other.i, other.member] | some other in _outcomes; other.code != "planned"}
}
