# METADATA
# title: Statements on vulnerabilities come in a form that programs read
# description: |
#   Asks that the declaration names at least one form for programs, such as CSAF
#   or VEX, in which the maker tells of vulnerabilities. A buyer with many
#   products cannot read each notice by eye. A value that is declared unknown or
#   withheld is an honest answer, and a person looks at it; one that is left
#   out, is a placeholder or has a wrong form counts as not stated. Forms of
#   which none is known here are for a person. This cannot tell whether the maker
#   keeps it up.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "VULN.03", confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 7, 4.2", confidence: secondary}
#   parameters:
#     forms:
#       type: strings
#       default: ['\bcsaf\b', 'vex', '\bcyclone ?dx\b', '\bosv\b', '\bspdx\b', '\bcve\b', '\boval\b', '\bcvrf\b', '\bvdr\b', '\bopeneox\b', '\b(json|xml|yaml)\b']
#       description: "Patterns, in lower case, of forms that programs read."
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     no_form: "The maker tells of vulnerabilities as {forms}, and none of these is a form that programs are known to read, so a person must ask."
#     stated: "The declaration names a form for programs in which the maker tells of vulnerabilities."
#   remedy: Name `csaf`, `vex`, `openvex`, `cyclonedx` or `osv` in `machine_readable` of `vulnerability_disclosure`.
#   question: In which form for programs do you tell of vulnerabilities?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.machine_readable

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the form for programs", "outcome": states.list(d.vulnerability_disclosure.machine_readable.state, count(d.vulnerability_disclosure.machine_readable.items)), "at": ["declarations", i, "vulnerability_disclosure", "machine_readable"]} if {
	some i, d in input.declarations
}

# Declarations that list forms, and none that is known.
_formless contains i if {
	some i, d in input.declarations
	items := d.vulnerability_disclosure.machine_readable.items
	count(items) > 0
	count([1 |
		some item in items
		some form in input.parameters.disclosure.machine_readable.forms
		regex.match(form, lower(item))
	]) == 0
}

review contains {"code": "no_form", "args": {"forms": items}, "at": ["declarations", i, "vulnerability_disclosure", "machine_readable"]} if {
	some i in _formless
	items := input.declarations[i].vulnerability_disclosure.machine_readable.items
}

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.missing_list
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.told
}

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "machine_readable"], "level": "asserted"} if {
	some i, _ in input.declarations
	not i in _formless
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}
