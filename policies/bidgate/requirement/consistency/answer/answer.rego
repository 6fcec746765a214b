# METADATA
# title: Answers agree with what the bundle shows
# description: |
#   Holds answers that a maker gives as met against what stands elsewhere in the
#   bundle: the password scheme, the way of updates, the list of logged events,
#   the flows, interfaces and threats of the threat model, and the documents
#   that are there. An answer that nothing can be held against is for a person;
#   what nobody claims is not asked here. A threat that is open, or does not say
#   how it stands, speaks against an answer where its kind and words, or its
#   weakness (CWE), are those of the table; one in words that the table does not
#   have is not seen. This cannot tell which of two statements is true.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Answers agree with evidence", confidence: secondary}
#   messages:
#     shared_password: "The maker answers that no default password is shared, and states the password scheme {value}."
#     no_way_to_update: "The maker answers that the software can be updated, and states that there is no way to do it."
#     open_threat: "The maker answers that updates are checked, and the threat {threat} of tampering with updates is open."
#     not_checked: "The maker answers that updates are checked, and states elsewhere that the check of updates is {value}."
#     forgeable: "The maker answers that updates are checked, and the check that is stated can be forged: {value}."
#     open_flow: "The maker answers that each way in is for those who may, and the flow {flow} of the threat model is sensitive or crosses a boundary and nobody proves who is there."
#     unsafe: "The maker answers that this is guarded, and the threat {threat} to it is open."
#     no_opt_out: "The maker answers that updating can be turned off or put off, and states that it cannot."
#     nobody_told: "The maker answers that the product stays current, and states that updates come by hand and that nobody is told of them."
#     events_missing: "The maker answers that events are logged, and the events listed leave out {events}."
#     plain_flow: "The maker answers that data is protected, and the threat model sends sensitive data in the flow {flow} without encryption."
#     plain_protocol: "The maker answers that data is protected, and the flow {flow} of sensitive data goes by {protocol}, which sends in clear."
#     plain_way_in: "The maker answers that interfaces that are not needed are off, and the flow {flow} goes by {protocol}, which sends in clear, so a person must ask whether it is needed."
#     plain_port: "The maker answers that interfaces that are not needed are off, and the description of traffic lets through port {port} ({service}), which sends in clear, so a person must ask."
#     open_interface: "The maker answers that interfaces that are not needed are off, and the threat model shows {interface} as neither needed nor off."
#     no_roll_back: "The maker answers that older software can be set back, and states elsewhere that roll-back is {value}."
#     guarded: "The maker answers that older software can be set back and that it is kept out, and does not say how both go together, so a person must ask."
#     no_sbom: "The maker answers that there is an SBOM, and the bundle has none."
#     no_threat_model: "The maker answers that threats are modelled, and the bundle has no threat model."
#     no_form: "The maker answers that programs can read of weaknesses, and states that there is no form for it."
#     not_bound: "The maker answers that suppliers must tell of weaknesses, and states elsewhere that they need not."
#     silent: "The maker answers that this is met, and nothing in the bundle can be held against the answer, so a person must ask."
#     not_claimed: "The maker does not claim this."
#     agrees: "The answer agrees with what the bundle shows elsewhere."
#   remedy: Correct whichever of the two statements is wrong.
#   question: Which of the two statements is right, and what shows it?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.consistency.answer

import data.bidgate.lib.reply

_members := object.keys(data.bidgate.catalog.requirements["consistency.answer"].members)

# Answers that claim something.
_claims := {row | some row in reply.of("consistency.answer"); row.outcome == "met"}

_claimed := {[row.i, row.member] | some row in _claims}

_contrary := {[found.i, found.member] | some found in _against}

_doubted := {[found.i, found.member] | some found in _odd}

_settled := (_contrary | _doubted) | _for

violation contains {"member": claim.member, "code": found.code, "args": found.args, "at": claim.at} if {
	some found in _against
	some claim in _claims_of[found.i]
	claim.member == found.member
}

_claims_of := {i: claims |
	some i, _ in input.declarations
	claims := {claim | some claim in _claims; claim.i == i}
}

review contains {"member": claim.member, "code": "silent", "args": {}, "at": claim.at} if {
	some claim in _claims
	not [claim.i, claim.member] in _settled
	not _both(claim)
}

review contains {"member": claim.member, "code": found.code, "args": found.args, "at": claim.at} if {
	some found in _odd
	some claim in _claims_of[found.i]
	claim.member == found.member
}

review contains {"member": "roll_back", "code": "guarded", "args": {}, "at": claim.at} if {
	some claim in _claims
	_both(claim)
}

_both(claim) if {
	claim.member == "roll_back"
	claim.i in _guarded
}

not_applicable contains {"member": member, "code": "not_claimed", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	some member in _members
	not [i, member] in _claimed
}

basis contains {"member": claim.member, "code": "agrees", "args": {}, "at": claim.at, "level": claim.level} if {
	some claim in _claims
	[claim.i, claim.member] in _for
	not [claim.i, claim.member] in (_contrary | _doubted)
}
