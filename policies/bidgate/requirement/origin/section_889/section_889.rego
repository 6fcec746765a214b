# METADATA
# title: Nothing is covered telecommunications equipment (section 889)
# description: |
#   Compares what the vendor declares under FAR 52.204-24 with the buyer's list of
#   covered makers: part A, whether covered equipment or services are offered, and
#   part B, whether the vendor itself uses them. "Yes" to either fails, and so does an
#   answer that is left out, for then nothing is represented. "No" fails
#   where the bundle names a listed source by more than its name: the two
#   contradict each other. A fit by name alone, an answer that is declared unknown
#   or withheld, and a list without entries are for a person. Entries count on the days on which
#   they are in force. This cannot tell whether a "no" is true of what the bundle
#   does not name.
# custom:
#   contract: 1
#   severity: blocking
#   section: supply-chain
#   evidence: {all: [sbom, declaration], buyer: [prohibited_sources]}
#   over: bundle
#   sources:
#     - {standard: NDAA FY19, edition: "2018", clause: Section 889, confidence: source}
#     - {standard: FAR, edition: "2026", clause: 52.204-24 and 52.204-25, confidence: secondary}
#   parameters:
#     legal_bases: {type: strings, default: [NDAA FY19 section 889], description: "Legal bases, as your lists name them, whose entries count here."}
#   messages:
#     offered: "The vendor declares that covered equipment or services are offered (section 889, part A)."
#     used: "The vendor declares to use covered equipment or services itself (section 889, part B)."
#     contradicted: "The vendor declares that nothing covered is offered, and {value} (the {field}) fits {name} by {by}, which is listed under {basis}."
#     listed: "{value} (the {field}) fits {name} by {by}, which is listed under {basis}."
#     by_name: "{value} (the {field}) fits {name} by name alone, which is listed under {basis}, so a person must confirm it."
#     not_declared: "Whether covered equipment is {what} is {state} in the declaration."
#     declared: "Whether covered equipment is {what} is declared {state}, so a person must ask."
#     no_list: "Your lists have no entry under {bases}, so a person must look for these sources."
#     nothing_looked_up: "The bundle names nobody who could be looked up in the lists, so a person must ask where the product comes from."
#     none_covered: "The vendor declares neither to offer nor to use covered equipment; {looked_up:name was|names were} looked up in {entries:entry|entries} under {bases}, and none is listed ({sets})."
#   remedy: Offer a product without covered equipment or services, and declare parts A and B of section 889.
#   question: Do you offer or use covered telecommunications equipment or services (section 889, parts A and B)?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.origin.section_889

import data.bidgate.lib.lookup
import data.bidgate.lib.source_list
import data.bidgate.lib.states

_bases := input.parameters.origin.section_889.legal_bases

_fits := source_list.fits(_bases)

# What each declaration answers to part A (offered) and part B (used).
_answers contains {"i": i, "part": part, "what": what, "state": state, "yes": yes} if {
	some i, declaration in input.declarations
	some part, answer in {
		"part_a": ["offered", declaration.section_889.part_a.state, declaration.section_889.part_a.value],
		"part_b": ["used", declaration.section_889.part_b.state, declaration.section_889.part_b.value],
	}
	[what, state, yes] := answer
}

_no_offer if {
	{answer.state | some answer in _answers; answer.part == "part_a"} == {"stated"}
	{answer.yes | some answer in _answers; answer.part == "part_a"} == {false}
}

violation contains {"code": answer.what, "args": {}, "at": ["declarations", answer.i, "section_889", answer.part]} if {
	some answer in _answers
	answer.state == "stated"
	answer.yes
}

violation contains {"code": "contradicted", "args": fit.args, "at": fit.at} if {
	_no_offer
	some fit in _fits
	not fit.weak
}

violation contains {"code": "listed", "args": fit.args, "at": fit.at} if {
	not _no_offer
	some fit in _fits
	not fit.weak
}

review contains {"code": "by_name", "args": fit.args, "at": fit.at} if {
	some fit in _fits
	fit.weak
}

violation contains {
	"code": "not_declared",
	"args": {"what": answer.what, "state": answer.state},
	"at": ["declarations", answer.i, "section_889"],
} if {
	some answer in _answers
	answer.state in states.missing
}

review contains {
	"code": "declared",
	"args": {"what": answer.what, "state": answer.state},
	"at": ["declarations", answer.i, "section_889"],
} if {
	some answer in _answers
	answer.state in states.told
}

review contains {"code": "no_list", "args": {"bases": _bases}, "at": ["sources"]} if not source_list.covered(_bases)

review contains {"code": "nothing_looked_up", "args": {}, "at": ["sources"]} if input.sources.looked_up == 0

basis contains {
	"code": "none_covered",
	"args": {
		"looked_up": input.sources.looked_up,
		"entries": source_list.entries(_bases),
		"bases": _bases,
		"sets": lookup.sets({"prohibited_sources"}),
	},
	"at": ["sources"],
	"level": "asserted",
} if {
	source_list.covered(_bases)
	input.sources.looked_up > 0
	count(_fits) == 0
	_no_offer
	{answer.state | some answer in _answers} == {"stated"}
	{answer.yes | some answer in _answers} == {false}
}
