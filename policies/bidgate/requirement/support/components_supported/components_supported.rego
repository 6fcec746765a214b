# METADATA
# title: No component is past its end of support
# description: |
#   Looks up each delivered component in the buyer's list of support dates. One
#   whose maker no longer gives security fixes on the day of the screening fails,
#   unless it ended less than the buyer's days of grace before. The end of
#   security support counts; where it is not stated, the end of all support does,
#   and then the end of active support. A record that states no end, and a match
#   by name or CPE alone, are for a person, and so is an SBOM of which too few
#   components are in the list. This cannot tell whether the vendor maintains a
#   component itself.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [sbom], buyer: [lifecycle]}
#   over: sboms
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: DEV.22.02, confidence: source}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: V.A.4, confidence: secondary}
#   parameters:
#     grace_days: {type: integer, default: 0, min: 0, description: Days after the end of support in which a component still passes.}
#     min_looked_up: {type: number, default: 1, min: 0, max: 1, description: Share of the delivered components that must be in the list.}
#     accept_name_look: {type: boolean, default: true, description: Whether a component that was looked up by CPE or name alone counts as looked up.}
#   messages:
#     ended: "Security support for {product} {cycle} ended on {day:date}, {late:day|days} before the day of the screening; at most {grace} are allowed."
#     ended_sometime: "Support for {product} {cycle} has ended, on a day that the list does not state."
#     weak_match: "Security support for {product} {cycle} has ended, and it fits this component by {by} alone, so a person must confirm it."
#     not_told: "The list does not state when support for {product} {cycle} ends, so a person must find out."
#     not_looked_up: "Of {total:delivered component|delivered components}, {n:is|are} not in the lists of support dates, so a person must find out whether they are still supported."
#     nothing_to_look_up: "The SBOM lists no software that is delivered, so nothing could be looked up."
#     supported: "{looked_up} of {total:delivered component|delivered components} were looked up in {sets}, and none of them is past its end of support."
#   remedy: Replace each component listed by a version that is still supported.
#   question: Who gives security fixes for the components listed, until when, and when will they be replaced?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.components_supported

import data.bidgate.lib.end
import data.bidgate.lib.lookup

_parameters := input.parameters.support.components_supported

_records := {i: entries |
	some i, match in input.matches
	entries := {{"at": ["matches", i, "lifecycle", k], "outcome": _outcome(i, k), "args": _args(i, k)} |
		some k, _ in match.lifecycle
	}
}

_args(i, k) := object.union(_late(i, k), {
	"product": record.product,
	"cycle": record.cycle,
	"by": record.by,
	"grace": _parameters.grace_days,
}) if {
	record := input.matches[i].lifecycle[k]
}

_late(i, k) := {"day": end.day(i, k), "late": input.as_of.day - end.day(i, k)} if {
	end.told(i, k) == "dated"
} else := {}

_outcome(i, k) := "not_told" if {
	end.told(i, k) == "not_told"
} else := "supported" if {
	end.told(i, k) == "open"
} else := "supported" if {
	input.as_of.day - end.day(i, k) <= _parameters.grace_days
} else := "weak_match" if {
	input.matches[i].lifecycle[k].weak
} else := "ended_sometime" if {
	end.told(i, k) == "ended"
} else := "ended"

violation contains {"code": entry.outcome, "args": entry.args, "at": entry.at} if {
	some entries in _records
	some entry in entries
	entry.outcome in {"ended", "ended_sometime"}
}

review contains {"code": entry.outcome, "args": entry.args, "at": entry.at} if {
	some entries in _records
	some entry in entries
	entry.outcome in {"weak_match", "not_told"}
}

review contains {"code": "not_looked_up", "args": {"n": gap.n, "total": gap.total}, "at": ["sboms", gap.i]} if {
	some gap in lookup.short("lifecycle", _parameters.min_looked_up, _parameters.accept_name_look)
}

review contains {"code": "nothing_to_look_up", "args": {}, "at": ["sboms", i]} if some i in lookup.nothing

basis contains {"code": "supported", "args": args, "at": ["matches", i, "coverage", "lifecycle"], "level": "verified"} if {
	some i, reached in lookup.enough("lifecycle", _parameters.min_looked_up, _parameters.accept_name_look)
	supported := {entry | some entry in _records[i]; entry.outcome == "supported"}
	supported == _records[i]
	args := object.union(reached, {"sets": lookup.sets({"lifecycle"})})
}
