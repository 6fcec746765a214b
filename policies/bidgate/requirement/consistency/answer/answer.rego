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

import data.bidgate.lib.concern
import data.bidgate.lib.reply
import data.bidgate.lib.states

_members := object.keys(data.bidgate.catalog.requirements["consistency.answer"].members)

# Answers that claim something.
_claims := {row | some row in reply.of("consistency.answer"); row.outcome == "met"}

_claimed := {[row.i, row.member] | some row in _claims}

# What speaks against a claim, wherever it stands in the bundle.
_against contains {"i": i, "member": "passwords", "code": "shared_password", "args": {"value": scheme.value}} if {
	some i, declaration in input.declarations
	scheme := declaration.password_scheme
	scheme.value in {"universal", "incremental", "derived"}
}

_against contains {"i": i, "member": "updates", "code": "no_way_to_update", "args": {}} if {
	some i, declaration in input.declarations
	declaration.updates.mechanism.value == "none"
}

_against contains {"i": i, "member": "update_check", "code": "not_checked", "args": {"value": said.value}} if {
	some i, declaration in input.declarations
	some said in [declaration.signature_scheme, declaration.updates.verification]
	said.state == "stated"
	lower(said.value) in {word | some word in data.bidgate.catalog.requirements["consistency.answer"].members.update_check.columns.denials}
}

_against contains {"i": i, "member": "update_check", "code": "forgeable", "args": {"value": said.value}} if {
	some i, declaration in input.declarations
	some said in [declaration.signature_scheme, declaration.updates.verification]
	said.state == "stated"
	_forgeable(lower(said.value))
}

# A check that anyone can make, with no word of one that needs a key.
_forgeable(text) if {
	columns := data.bidgate.catalog.requirements["consistency.answer"].members.update_check.columns
	some weak in columns.forgeable
	regex.match(weak, text)
	count([1 | some strong in columns.unforgeable; regex.match(strong, text)]) == 0
}

_against contains {"i": i, "member": found.member, "code": code, "args": {"threat": found.threat}} if {
	some i, _ in input.declarations
	some found in concern.threats("consistency.answer")
	found.status == "open"
	code := {true: "open_threat", false: "unsafe"}[found.member == "update_check"]
}

_against contains {"i": i, "member": "opt_out", "code": "no_opt_out", "args": {}} if {
	some i, declaration in input.declarations
	declaration.updates.opt_out.state == "stated"
	not declaration.updates.opt_out.value
}

_against contains {"i": i, "member": "staying_current", "code": "nobody_told", "args": {}} if {
	some i, declaration in input.declarations
	declaration.updates.mechanism.value in {"manual", "none"}
	declaration.updates.notification.state in states.missing
}

_against contains {"i": i, "member": "log_events", "code": "events_missing", "args": {"events": concat(", ", sort(missing))}} if {
	some i, declaration in input.declarations
	declaration.log_events.state == "stated"
	missing := _events - {event | some event in declaration.log_events.items}
	count(missing) > 0
}

_against contains {"i": i, "member": "encryption", "code": "plain_flow", "args": {"flow": flow.id.value}} if {
	some i, _ in input.declarations
	some model in input.threat_models
	some flow in model.data_flows.items
	flow.sensitive.value
	flow.encrypted.state == "stated"
	not flow.encrypted.value
}

_against contains {"i": i, "member": "interfaces", "code": "open_interface", "args": {"interface": interface.name.value}} if {
	some i, _ in input.declarations
	some model in input.threat_models
	some interface in model.interfaces.items
	{interface.necessary, interface.disabled} == {{"state": "stated", "value": false}}
}

# A flow at which somebody must prove who is there, and nobody does.
_against contains {"i": i, "member": "access", "code": "open_flow", "args": {"flow": flow.id.value}} if {
	some i, _ in input.declarations
	some [m, f] in _ways_in
	flow := input.threat_models[m].data_flows.items[f]
	flow.authenticated == {"state": "stated", "value": false}
}

# Flows across a boundary and those of sensitive data.
_ways_in contains [m, f] if {
	some m, model in input.threat_models
	some f, flow in model.data_flows.items
	count(flow.crosses.items) > 0
}

_ways_in contains [m, f] if {
	some m, model in input.threat_models
	some f, flow in model.data_flows.items
	flow.sensitive.value
}

_against contains {"i": i, "member": "roll_back", "code": "no_roll_back", "args": {"value": declaration.updates.rollback.value}} if {
	some i, declaration in input.declarations
	declaration.updates.rollback.state == "stated"
	lower(declaration.updates.rollback.value) in {word | some word in data.bidgate.catalog.requirements["consistency.answer"].members.roll_back.columns.denials}
}

_against contains {"i": i, "member": "sbom", "code": "no_sbom", "args": {}} if {
	some i, _ in input.declarations
	input.bundle.kinds.sbom.readable + input.bundle.kinds.sbom.unreadable == 0
	count(input.bundle.kinds.sbom.candidates) == 0
}

_against contains {"i": i, "member": "threat_model", "code": "no_threat_model", "args": {}} if {
	some i, _ in input.declarations
	input.bundle.kinds.threat_model.readable + input.bundle.kinds.threat_model.unreadable == 0
	count(input.bundle.kinds.threat_model.candidates) == 0
}

_against contains {"i": i, "member": "machine_readable", "code": "no_form", "args": {}} if {
	some i, declaration in input.declarations
	declaration.vulnerability_disclosure.machine_readable.state == "stated"
	count(declaration.vulnerability_disclosure.machine_readable.items) == 0
	count(input.vex) == 0
}

_against contains {"i": i, "member": "suppliers", "code": "not_bound", "args": {}} if {
	some i, declaration in input.declarations
	declaration.vulnerability_disclosure.supplier_disclosure.state == "stated"
	not declaration.vulnerability_disclosure.supplier_disclosure.value
}

_events := {"configuration", "identity", "data_access"}

# What speaks for a claim: declarations and members that other statements agree with.
_for contains [i, "passwords"] if {
	some i, declaration in input.declarations
	declaration.password_scheme.value in {"none", "user_set", "unique_random", "unique_keyed"}
}

_for contains [i, "updates"] if {
	some i, declaration in input.declarations
	declaration.updates.mechanism.value in {"automatic", "assisted", "manual"}
}

_for contains [i, "update_check"] if {
	some i, declaration in input.declarations
	declaration.signature_scheme.state == "stated"
}

_for contains [i, found.member] if {
	some i, _ in input.declarations
	some found in concern.threats("consistency.answer")
	found.status == "mitigated"
}

_for contains [i, "opt_out"] if {
	some i, declaration in input.declarations
	declaration.updates.opt_out.value
}

_for contains [i, "staying_current"] if {
	some i, declaration in input.declarations
	declaration.updates.mechanism.value == "automatic"
}

_for contains [i, "staying_current"] if {
	some i, declaration in input.declarations
	declaration.updates.notification.state == "stated"
}

_for contains [i, "log_events"] if {
	some i, declaration in input.declarations
	_events - {event | some event in declaration.log_events.items} == set()
}

_for contains [i, "encryption"] if {
	some i, _ in input.declarations
	some model in input.threat_models
	some flow in model.data_flows.items
	flow.sensitive.value
	flow.encrypted.value
}

_for contains [i, "interfaces"] if {
	some i, _ in input.declarations
	some model in input.threat_models
	some interface in model.interfaces.items
	true in {interface.necessary.value, interface.disabled.value}
}

_for contains [i, "access"] if {
	some i, _ in input.declarations
	some [m, f] in _ways_in
	input.threat_models[m].data_flows.items[f].authenticated.value
}

_for contains [i, "roll_back"] if {
	some i, declaration in input.declarations
	declaration.updates.rollback.state == "stated"
}

_for contains [i, "sbom"] if {
	some i, _ in input.declarations
	count(input.sboms) > 0
}

_for contains [i, "threat_model"] if {
	some i, _ in input.declarations
	count(input.threat_models) > 0
}

_for contains [i, "machine_readable"] if {
	some i, declaration in input.declarations
	count(declaration.vulnerability_disclosure.machine_readable.items) + count(input.vex) > 0
}

_for contains [i, "suppliers"] if {
	some i, declaration in input.declarations
	declaration.vulnerability_disclosure.supplier_disclosure.value
}

# Declarations that say of what keeps older software out, and not how updates
# are set back in spite of it.
_guarded contains i if {
	some i, declaration in input.declarations
	declaration.updates.rollback.state != "stated"
	some said in ({declaration.signature_scheme.value, declaration.updates.verification.value} | {answer.statement.value | some answer in declaration.answers})
	some guard in data.bidgate.catalog.requirements["consistency.answer"].members.roll_back.columns.guards
	regex.match(guard, lower(said))
}

_contrary := {[found.i, found.member] | some found in _against}

_settled := _contrary | _for

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
	not [claim.i, claim.member] in _contrary
}
