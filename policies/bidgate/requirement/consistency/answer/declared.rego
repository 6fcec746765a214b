# What the declaration says elsewhere, and which documents there are, for and
# against an answer.
package bidgate.requirement.consistency.answer

import data.bidgate.lib.states

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
