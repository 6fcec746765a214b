# METADATA
# title: Components that lose support before the product have a plan
# description: |
#   Compares the end of support of each component in the buyer's list with the
#   end of security support that the declaration states for the product; with
#   several declarations the latest end counts. Where a component ends earlier,
#   the declaration must answer NIST IR 8259r1 activity 6.4 (a plan for components
#   that lose support first) with "met" and a statement. An answer that is
#   partial, unknown or not told is for a person, and so are a product end that
#   is not stated, a match by name or CPE alone, a record without a day, and an
#   SBOM of which too few components are in the list. This cannot tell whether the
#   plan will be kept.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [sbom, declaration], buyer: [lifecycle]}
#   over: sboms
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 6.4", confidence: secondary}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: V.A.4, confidence: secondary}
#   parameters:
#     min_looked_up: {type: number, default: 1, min: 0, max: 1, description: Share of the delivered components that must be in the list.}
#     accept_name_look: {type: boolean, default: true, description: Whether a component that was looked up by CPE or name alone counts as looked up.}
#   messages:
#     no_plan: "Security support for {product} {cycle} ends on {day:date}, before that of the product on {product_end:date}, and the declaration has no plan for it."
#     plan_in_doubt: "Security support for {product} {cycle} ends on {day:date}, before that of the product on {product_end:date}, and the declaration does not tell all of the plan for it, so a person must ask."
#     weak_match: "Security support for {product} {cycle} ends on {day:date}, before that of the product, and it fits this component by {by} alone, so a person must confirm it."
#     not_told: "The list does not state on which day support for {product} {cycle} ends, so a person must find out."
#     no_product_end: "No declaration states when security support for the product ends, so a person must compare the components with it."
#     not_looked_up: "Of {total:delivered component|delivered components}, {n:is|are} not in the lists of support dates, so a person must find out when their support ends."
#     nothing_to_look_up: "The SBOM lists no software that is delivered, so nothing could be looked up."
#     none_earlier: "{looked_up} of {total:delivered component|delivered components} were looked up in {sets}, and none loses support before the product on {product_end:date}."
#     planned: "{looked_up} of {total:delivered component|delivered components} were looked up in {sets}; those that lose support before the product on {product_end:date}, {earlier}, have a plan in the declaration."
#   remedy: Answer ir8259r1-A6.4 in the declaration with the plan for the components listed, or replace them.
#   question: What happens to the components listed when their support ends before that of the product?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.component_plan

import data.bidgate.lib.end
import data.bidgate.lib.lookup
import data.bidgate.lib.states

_parameters := input.parameters.support.component_plan

_product_end := max({declaration.support.end.value.day |
	some declaration in input.declarations
	declaration.support.end.state == "stated"
})

# What the declarations answer to activity 6.4.
_answers contains {"status": answer.status.value, "told": _told(answer.status.state, answer.statement.state)} if {
	some declaration in input.declarations
	some a in declaration.clauses["ir8259r1-A6.4"].answers
	answer := declaration.answers[a]
}

_told(status, statement) := "stated" if {
	status == "stated"
	statement == "stated"
} else := "untold" if {
	status in states.told
} else := "untold" if {
	status == "stated"
	statement in states.told
} else := "missing"

_plan := "planned" if {
	{answer.status | some answer in _answers} == {"met"}
	{answer.told | some answer in _answers} == {"stated"}
} else := "doubt" if {
	some answer in _answers
	answer.told == "untold"
} else := "doubt" if {
	some answer in _answers
	answer.status in {"partial", "unknown"}
} else := "none"

_records := {i: entries |
	some i, match in input.matches
	entries := {{"at": ["matches", i, "lifecycle", k], "outcome": _outcome(i, k), "args": _args(i, k)} |
		some k, _ in match.lifecycle
	}
}

_args(i, k) := object.union(_days(i, k), {"product": record.product, "cycle": record.cycle, "by": record.by}) if {
	record := input.matches[i].lifecycle[k]
}

_days(i, k) := {"day": end.day(i, k), "product_end": _product_end} if {
	end.told(i, k) == "dated"
} else := {}

_outcome(i, k) := "not_told" if {
	end.told(i, k) in {"not_told", "ended"}
} else := "later" if {
	end.told(i, k) == "open"
} else := "later" if {
	end.day(i, k) >= _product_end
} else := "weak_match" if {
	input.matches[i].lifecycle[k].weak
} else := "plan_in_doubt" if {
	_plan == "doubt"
} else := "planned" if {
	_plan == "planned"
} else := "no_plan"

violation contains {"code": "no_plan", "args": entry.args, "at": entry.at} if {
	_product_end
	some entries in _records
	some entry in entries
	entry.outcome == "no_plan"
}

review contains {"code": entry.outcome, "args": entry.args, "at": entry.at} if {
	_product_end
	some entries in _records
	some entry in entries
	entry.outcome in {"not_told", "weak_match", "plan_in_doubt"}
}

review contains {"code": "no_product_end", "args": {}, "at": ["sboms", i]} if {
	not _product_end
	some i, _ in input.sboms
}

review contains {"code": "not_looked_up", "args": {"n": gap.n, "total": gap.total}, "at": ["sboms", gap.i]} if {
	some gap in lookup.short("lifecycle", _parameters.min_looked_up, _parameters.accept_name_look)
}

review contains {"code": "nothing_to_look_up", "args": {}, "at": ["sboms", i]} if some i in lookup.nothing

_calm := {i: object.union(reached, {"sets": lookup.sets({"lifecycle"}), "product_end": _product_end, "earlier": earlier}) |
	some i, reached in lookup.enough("lifecycle", _parameters.min_looked_up, _parameters.accept_name_look)
	calm := {entry | some entry in _records[i]; entry.outcome in {"later", "planned"}}
	calm == _records[i]
	earlier := count([1 | some entry in calm; entry.outcome == "planned"])
}

basis contains {"code": "none_earlier", "args": args, "at": ["matches", i, "coverage", "lifecycle"], "level": "verified"} if {
	some i, args in _calm
	args.earlier == 0
}

basis contains {"code": "planned", "args": args, "at": ["matches", i, "coverage", "lifecycle"], "level": "asserted"} if {
	some i, args in _calm
	args.earlier > 0
}
