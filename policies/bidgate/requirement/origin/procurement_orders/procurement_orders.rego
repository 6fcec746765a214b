# METADATA
# title: Nothing comes from sources barred by federal orders
# description: |
#   Looks up every supplier, producer, publisher, domain and identifier that the
#   bundle names in the buyer's lists, under the legal bases of supply-chain
#   orders and of the statutes on Kaspersky, ByteDance, and DJI and Autel. A
#   listed source fails. A fit by name alone is for a person, for many companies
#   have like names; so is a list without entries under these bases. Entries
#   count on the days on which they are in force. This cannot tell who is behind
#   a name that the bundle does not state.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom], buyer: [prohibited_sources]}
#   over: bundle
#   sources:
#     - {standard: FASCSA orders, edition: "2026", clause: FAR 52.204-30, confidence: secondary}
#     - {standard: FAR, edition: "2026", clause: 52.204-23 and 52.204-27, confidence: memory}
#     - {standard: NDAA FY25, edition: "2024", clause: Section 1709, confidence: memory}
#   parameters:
#     legal_bases: {type: strings, default: [FASCSA, NDAA FY18 section 1634, No TikTok on Government Devices Act, NDAA FY25 section 1709], description: "Legal bases, as your lists name them, whose entries count here."}
#   messages:
#     listed: "{value} (the {field}) fits {name} by {by}, which the buyer may not buy from under {basis}."
#     by_name: "{value} (the {field}) fits {name} by name alone, which the buyer may not buy from under {basis}, so a person must confirm it."
#     no_list: "Your lists have no entry under {bases}, so a person must look for these sources."
#     nothing_looked_up: "The bundle names nobody who could be looked up in the lists, so a person must ask where the product comes from."
#     none_listed: "{looked_up:name was|names were} looked up in {entries:entry|entries} under {bases}, and none is listed ({sets})."
#   remedy: Offer a product without parts, services or suppliers that are listed.
#   question: Does the product or your company use anything of the sources listed, and what?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.origin.procurement_orders

import data.bidgate.lib.lookup
import data.bidgate.lib.source_list

_bases := input.parameters.origin.procurement_orders.legal_bases

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
