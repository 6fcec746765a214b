# METADATA
# title: Components that nobody or one person maintains are looked at
# description: |
#   Looks up every name and identifier in the bundle in the buyer's lists of
#   projects that are not maintained, or by one person alone: lists in the form of
#   prohibited sources, under the legal bases that the buyer names here. Such a
#   project is no ground to refuse, so that a fit is for a person; one under a
#   basis that the buyer names in refused fails, unless it fits by name alone.
#   While none is chosen, it does not apply. This cannot tell how well a project
#   is kept that no list names.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom], buyer: [prohibited_sources]}
#   over: bundle
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "SC.04.03", confidence: source}
#   parameters:
#     legal_bases: {type: strings, default: [], description: "Names under which your lists have such projects, such as not maintained; empty chooses none."}
#     refused: {type: strings, default: [], description: "Those of the names in legal_bases whose projects you do not take, such as abandoned."}
#   messages:
#     abandoned: "{value} (the {field}) fits {name} by {by}, which your list has as {basis}, and you do not take such projects."
#     flagged: "{value} (the {field}) fits {name} by {by}, which your list has as {basis}, so a person must ask how it is kept."
#     no_list: "Your lists have no entry under {bases}, so nobody was looked up."
#     none_chosen: "You chose no list of projects that are not maintained."
#     none_flagged: "{looked_up:name was|names were} looked up in {entries:entry|entries} under {bases}, and none is there ({sets})."
#   remedy: Say who maintains the component, or replace it.
#   question: Who mends weaknesses in the components listed, and what do you do if nobody does?
#   tags: [core_area:scrm, csf:ID, csf2:ID.RA-10]
package bidgate.requirement.origin.upkeep

import data.bidgate.lib.lookup
import data.bidgate.lib.source_list

_parameters := input.parameters.origin.upkeep

_bases := _parameters.legal_bases

_fits := source_list.fits(_bases)

_refused contains fit if {
	some fit in _fits
	not fit.weak
	fit.args.basis in _parameters.refused
}

violation contains {"code": "abandoned", "args": fit.args, "at": fit.at} if some fit in _refused

review contains {"code": "flagged", "args": fit.args, "at": fit.at} if {
	some fit in _fits
	not fit in _refused
}

review contains {"code": "no_list", "args": {"bases": _bases}, "at": ["sources"]} if {
	count(_bases) > 0
	not source_list.covered(_bases)
}

not_applicable contains {"code": "none_chosen", "args": {}, "at": ["bundle"], "level": "verified"} if count(_bases) == 0

basis contains {
	"code": "none_flagged",
	"args": {
		"looked_up": input.sources.looked_up,
		"entries": source_list.entries(_bases),
		"bases": _bases,
		"sets": lookup.sets({"prohibited_sources"}),
	},
	"at": ["sources"],
	"level": "verified",
} if {
	source_list.covered(_bases)
	input.sources.looked_up > 0
	count(_fits) == 0
}
