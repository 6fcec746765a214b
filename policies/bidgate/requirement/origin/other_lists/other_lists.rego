# METADATA
# title: Nothing comes from sources on other lists that the buyer chose
# description: |
#   Looks up every supplier, producer, publisher, domain and identifier that the
#   bundle names in those of the buyer's lists that the buyer chose, such as the
#   list of Chinese military companies (section 1260H), the exclusions of SAM, or
#   export lists. While none is chosen it does not apply. A listed source fails. A
#   fit by name alone, and a list without entries, are for a person. This cannot
#   tell who is behind a name that the bundle does not state.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom], buyer: [prohibited_sources]}
#   over: bundle
#   sources:
#     - {standard: NDAA FY21, edition: "2021", clause: Section 1260H, confidence: memory}
#     - {standard: FAR, edition: "2026", clause: Subpart 9.4, confidence: memory}
#   parameters:
#     legal_bases: {type: strings, default: [], description: "Legal bases, as your lists name them, whose entries count here; empty chooses none."}
#   messages:
#     listed: "{value} (the {field}) fits {name} by {by}, which the buyer may not buy from under {basis}."
#     by_name: "{value} (the {field}) fits {name} by name alone, which the buyer may not buy from under {basis}, so a person must confirm it."
#     no_list: "Your lists have no entry under {bases}, so a person must look for these sources."
#     nothing_looked_up: "The bundle names nobody who could be looked up in the lists, so a person must ask where the product comes from."
#     none_chosen: "You chose no other list."
#     none_listed: "{looked_up:name was|names were} looked up in {entries:entry|entries} under {bases}, and none is listed ({sets})."
#   remedy: Offer a product without parts, services or suppliers that are listed.
#   question: Does the product or your company use anything of the sources listed, and what?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.origin.other_lists

import data.bidgate.lib.lookup
import data.bidgate.lib.source_list

_bases := input.parameters.origin.other_lists.legal_bases

_fits := source_list.fits(_bases)

violation contains {"code": "listed", "args": fit.args, "at": fit.at} if {
	some fit in _fits
	not fit.weak
}

review contains {"code": "by_name", "args": fit.args, "at": fit.at} if {
	some fit in _fits
	fit.weak
}

review contains {"code": "no_list", "args": {"bases": _bases}, "at": ["sources"]} if {
	count(_bases) > 0
	not source_list.covered(_bases)
}

review contains {"code": "nothing_looked_up", "args": {}, "at": ["sources"]} if input.sources.looked_up == 0

not_applicable contains {"code": "none_chosen", "args": {}, "at": ["bundle"], "level": "verified"} if count(_bases) == 0

basis contains {
	"code": "none_listed",
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
