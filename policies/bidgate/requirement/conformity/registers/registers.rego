# METADATA
# title: Bodies and laboratories are in the registers that you looked in
# description: |
#   Compares who gave each certificate and who made each test report with the
#   bodies and laboratories that the buyer found in a register of accreditation,
#   and the papers with those that the register shows as suspended or withdrawn.
#   Registers are web pages of many bodies, so that a person looks in them once
#   and writes down in accredited and suspended what they say. A paper that is
#   suspended fails; a body that the buyer did not write down is for a person.
#   While both lists are empty, nothing is judged here. Names are compared without regard to
#   case. This cannot tell whether the scope of a certificate covers the product:
#   a person reads that, and records it as a determination.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17065, edition: "2012", clause: "7.11", confidence: memory}
#     - {standard: ISO/IEC 17025, edition: "2017", clause: "Scope", confidence: memory}
#   parameters:
#     accredited: {type: strings, default: [], description: "Bodies and laboratories that you found in a register of accreditation, as certificates and reports name them."}
#     suspended: {type: strings, default: [], description: "Certificates and reports, by id or title, that a register shows as suspended or withdrawn."}
#   messages:
#     suspended: "Your list says that {id} of {body} is suspended or withdrawn."
#     not_looked_up: "The paper {id} is of {body}, which your list of accredited bodies does not name, so a person must look in the register."
#     no_body: "It is not known who gave the paper {id}; the entry is {state}, so nobody can be looked up."
#     no_id: "A paper of {body} has no id, so a person must see whether it is on your list of suspended ones."
#     list_declared: "The list of evidence is declared {state}, so a person must ask for it."
#     not_asked: "You wrote down nothing from a register, so nobody is looked up; certificates are to be looked up by hand."
#     no_papers: "The declaration lists no certificate and no test report."
#     accredited: "The paper {id} is of {body}, which your list names as accredited, and is not on your list of suspended papers."
#   remedy: Offer a certificate or report of a body that is accredited for it, and that is in force.
#   question: Which accreditation does the body have, and in which register does it stand?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.conformity.registers

import data.bidgate.lib.states

_parameters := input.parameters.conformity.registers

_accredited contains lower(trim_space(name)) if some name in _parameters.accredited

_suspended contains lower(trim_space(name)) if some name in _parameters.suspended

_asked if count(_accredited) + count(_suspended) > 0

_papers contains {"i": i, "row": j, "id": item.id.value, "named": item.id.state, "title": item.title.value, "body": item.author.value, "state": item.author.state} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.kind.state == "stated"
	item.kind.value in {"certificate", "test_report", "pentest_report"}
}

_outcomes contains {"paper": paper, "code": _code(paper)} if {
	_asked
	some paper in _papers
}

_code(paper) := "suspended" if {
	some name in [paper.id, paper.title]
	lower(trim_space(name)) in _suspended
} else := "no_id" if {
	paper.named != "stated"
} else := "no_body" if {
	paper.state != "stated"
} else := "accredited" if {
	lower(trim_space(paper.body)) in _accredited
} else := "not_looked_up"

_args(paper) := {"id": paper.id, "body": paper.body, "state": paper.state}

_at(paper) := ["declarations", paper.i, "evidence", "items", paper.row]

violation contains {"code": "suspended", "args": _args(found.paper), "at": _at(found.paper)} if {
	some found in _outcomes
	found.code == "suspended"
}

review contains {"code": found.code, "args": _args(found.paper), "at": _at(found.paper)} if {
	some found in _outcomes
	found.code in {"no_body", "no_id", "not_looked_up"}
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["declarations", i, "evidence"]} if {
	_asked
	some i, declaration in input.declarations
	state := declaration.evidence.state
	state in states.told
}

not_applicable contains {"code": "not_asked", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	not _asked
	some i, _ in input.declarations
}

not_applicable contains {"code": "no_papers", "args": {}, "at": ["declarations", i, "evidence"], "level": "verified"} if {
	_asked
	some i, declaration in input.declarations
	not declaration.evidence.state in states.told
	not i in {paper.i | some paper in _papers}
}

basis contains {"code": "accredited", "args": _args(found.paper), "at": _at(found.paper), "level": "verified"} if {
	some found in _outcomes
	found.code == "accredited"
	not found.paper.i in {other.paper.i | some other in _outcomes; other.code != "accredited"}
}
