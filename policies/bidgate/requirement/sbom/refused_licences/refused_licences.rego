# METADATA
# title: No component is under a licence that the buyer refuses
# description: |
#   Compares the licences that software components state with the licences that
#   the buyer refuses, by SPDX ids without regard to case; an entry of the buyer's
#   list that ends with a star stands for every id that begins so. A refused
#   licence fails. Where an expression leaves a choice ("A OR B") it passes as long
#   as one choice has no refused licence. A refused licence with an exception, in
#   an expression with brackets or beside other entries is for a person, for what
#   then holds is a question of law; so are components without a licence, or
#   with one in words. While the buyer refuses none, nothing is judged. This
#   cannot tell whether the licence stated is the right one.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "6.1", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "License", confidence: secondary}
#   parameters:
#     refused: {type: strings, default: [], description: "SPDX ids of licences that you refuse, such as AGPL-3.0-only or AGPL-*; empty refuses none."}
#     max_unknown_share: {type: number, default: 0, min: 0, max: 1, description: Share of the software components whose licence may be missing or in words.}
#   messages:
#     refused: "{component} is under {licence}, and you refuse {hit}."
#     with_exception: "{component} is under {licence} with an exception, and you refuse {hit}, so a person must see what the exception changes."
#     mixed: "{component} names {hit}, which you refuse, in {licence}, so a person must see whether it applies."
#     beside: "{component} names {hit}, which you refuse, beside other licences, so a person must see which of them applies."
#     not_compared: "{n} of {total} software components state no licence that can be compared, and at most {max_share:percent} may, so a person must look at them."
#     none_refused: "You refuse no licence."
#     no_software: "The SBOM lists no software component."
#     clean: "None of the licences of {compared} of {total} software components is one that you refuse."
#   remedy: Replace the component, or offer it under another licence.
#   question: Under which licence do you supply each component listed?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.sbom.refused_licences

_parameters := input.parameters.sbom.refused_licences

_refused contains lower(trim_space(name)) if some name in _parameters.refused

_asked if count(_refused) > 0

# Each entry of a component that names a refused licence. Components are read
# only where the buyer refuses some.
_hits contains {"i": i, "row": row, "code": _code(entry, count(component.licences)), "args": {"component": component.name, "licence": entry, "hit": hit}} if {
	_asked
	some i, components in input.components
	some row, component in components
	component.from in {"metadata", "components", "nested"}
	component.scope != "excluded"
	some entry in component.licences
	hit := _hit(entry)
	not _choice(entry)
}

# The first id of an entry that is refused.
_hit(entry) := min(found) if {
	found := {id |
		some id in _ids(entry)
		some name in _refused
		_fits(lower(id), name)
	}
	count(found) > 0
}

_ids(entry) := {word |
	some word in regex.split(`[\s()]+`, entry)
	not upper(word) in {"", "AND", "OR", "WITH"}
}

_fits(id, name) if id == name

_fits(id, name) if {
	endswith(name, "*")
	startswith(id, trim_suffix(name, "*"))
}

# A plain choice in which one side holds no refused licence.
_choice(entry) if {
	not contains(entry, "(")
	some side in regex.split(`(?i)\s+or\s+`, entry)
	not _hit(side)
}

# Of several entries it is open which applies.
_code(entry, n) := "beside" if {
	n > 1
} else := "with_exception" if {
	regex.match(`(?i)\swith\s`, entry)
} else := "mixed" if {
	contains(entry, "(")
} else := "refused"

_at(hit) := ["components", hit.i, hit.row]

violation contains {"code": "refused", "args": hit.args, "at": _at(hit)} if {
	some hit in _hits
	hit.code == "refused"
}

review contains {"code": hit.code, "args": hit.args, "at": _at(hit)} if {
	some hit in _hits
	hit.code != "refused"
}

# How many components state a licence that can be compared.
_compared contains {"i": i, "total": tally.total, "compared": tally.stated, "left": tally.total - tally.stated} if {
	_asked
	some i, sbom in input.sboms
	tally := sbom.facts.fields.licence_spdx.software
}

_too_few(c) if c.left > _parameters.max_unknown_share * c.total

review contains {
	"code": "not_compared",
	"args": {"n": c.left, "total": c.total, "max_share": _parameters.max_unknown_share},
	"at": ["sboms", c.i, "facts", "fields", "licence_spdx"],
} if {
	some c in _compared
	_too_few(c)
}

not_applicable contains {"code": "none_refused", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	not _asked
	some i, _ in input.sboms
}

not_applicable contains {"code": "no_software", "args": {}, "at": ["sboms", c.i], "level": "verified"} if {
	some c in _compared
	c.total == 0
	not c.i in {hit.i | some hit in _hits}
}

basis contains {"code": "clean", "args": {"compared": c.compared, "total": c.total}, "at": ["sboms", c.i], "level": "verified"} if {
	some c in _compared
	c.total > 0
	not _too_few(c)
	not c.i in {hit.i | some hit in _hits}
}
