# METADATA
# title: The end of the product's life is planned
# description: |
#   Asks that the declaration says four things of the end of the product's life:
#   how customers are told, when the last update comes, how data is removed, and
#   how the product behaves afterwards. A buyer who knows them can replace the
#   product in time. A value that is declared unknown or withheld is an honest
#   answer, and a person looks at it; one that is left out, is a placeholder or
#   has a wrong form counts as not stated. This cannot tell whether the plan will
#   be kept.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 4.1", confidence: secondary}
#   messages:
#     no_plan: "The plan for the end of the product's life is {state}."
#     not_stated: "The plan for the end of the product's life does not state {field}; the entry is {state}."
#     plan_declared: "The plan for the end of the product's life is declared {state}, so a person must ask for it."
#     declared: "The plan for the end of the product's life declares {field} {state}, so a person must ask for it."
#     planned: "The plan for the end of the product's life states notice, last update, removal of data and behaviour afterwards."
#   remedy: State in `support.eol_plan` the notice, the last update, the removal of data and the behaviour afterwards.
#   question: How will you tell us that the product's life ends, when is its last update, how is data removed, and how does it behave afterwards?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.nist_8259r1.end_of_life_plan

import data.bidgate.lib.states

_plan[i] := _of(declaration.support.state, declaration.support.eol_plan.state) if some i, declaration in input.declarations

_of(support, plan) := plan if {
	support == "stated"
} else := support

_fields contains {"declaration": i, "field": field, "state": state} if {
	some i, plan in _plan
	plan == "stated"
	eol := input.declarations[i].support.eol_plan
	some field, state in {
		"the notice": eol.notice.state,
		"the last update": eol.last_update.state,
		"the removal of data": eol.data_removal.state,
		"the behaviour afterwards": eol.behaviour_after.state,
	}
}

violation contains {"code": "no_plan", "args": {"state": state}, "at": ["declarations", i, "support", "eol_plan"]} if {
	some i, state in _plan
	state in states.missing
}

violation contains {
	"code": "not_stated",
	"args": {"field": f.field, "state": f.state},
	"at": ["declarations", f.declaration, "support", "eol_plan"],
} if {
	some f in _fields
	f.state in states.missing
}

review contains {"code": "plan_declared", "args": {"state": state}, "at": ["declarations", i, "support", "eol_plan"]} if {
	some i, state in _plan
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"field": f.field, "state": f.state},
	"at": ["declarations", f.declaration, "support", "eol_plan"],
} if {
	some f in _fields
	f.state in states.told
}

basis contains {"code": "planned", "args": {}, "at": ["declarations", i, "support", "eol_plan"], "level": "asserted"} if {
	some i, _ in _plan
	said := {f.state | some f in _fields; f.declaration == i}
	said == {"stated"}
}
