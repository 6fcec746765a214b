# METADATA
# title: No semiconductors come from barred makers
# description: |
#   Looks up every supplier, producer, publisher, domain and identifier that the
#   bundle names in the buyer's lists under section 5949 of the defence act for
#   2023 (SMIC, CXMT, YMTC). Until 23 December 2027 the finding is advice only. A
#   listed source fails then. A fit by name alone, and a list without entries, are
#   for a person. A list of software names few makers of chips, so ask for a list
#   of hardware where it matters. This cannot tell who made a chip that the bundle
#   does not name.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom], buyer: [prohibited_sources]}
#   over: bundle
#   sources:
#     - {standard: NDAA FY23, edition: "2022", clause: Section 5949, confidence: memory}
#   effective_from: "2027-12-23"
#   parameters:
#     legal_bases: {type: strings, default: [NDAA FY23 section 5949], description: "Legal bases, as your lists name them, whose entries count here."}
#   messages:
#     listed: "{value} (the {field}) fits {name} by {by}, which the buyer may not buy from under {basis}."
#     by_name: "{value} (the {field}) fits {name} by name alone, which the buyer may not buy from under {basis}, so a person must confirm it."
#     no_list: "Your lists have no entry under {bases}, so a person must look for these sources."
#     nothing_looked_up: "The bundle names nobody who could be looked up in the lists, so a person must ask where the product comes from."
#     none_listed: "{looked_up:name was|names were} looked up in {entries:entry|entries} under {bases}, and none is listed ({sets})."
#   remedy: Offer a product without parts, services or suppliers that are listed.
#   question: Does the product or your company use anything of the sources listed, and what?
#   tags: [core_area:hardware_assurance, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.origin.semiconductors

import data.bidgate.lib.lookup
import data.bidgate.lib.source_list

_bases := input.parameters.origin.semiconductors.legal_bases

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
	not source_list.covered(_bases)
}

review contains {"code": "nothing_looked_up", "args": {}, "at": ["sources"]} if input.sources.looked_up == 0

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
