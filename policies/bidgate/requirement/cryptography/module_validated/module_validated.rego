# METADATA
# title: Cryptographic modules hold a certificate that is in force
# description: |
#   Looks up each cryptographic module that the declaration names in the buyer's
#   list of FIPS 140 certificates. The certificate must be active on the day of
#   the screening, under FIPS 140-3, or under FIPS 140-2 up to the last day on
#   which the buyer takes it. A historical or revoked certificate, one past its
#   last day, and one for another version of the module fail. A claim without
#   a number, a number that the list does not have, another name, and a version
#   that cannot be compared are for a person. A declaration that names no module
#   fails where the buyer asks for one, and needs no answer otherwise. This cannot
#   tell whether the product runs the module in its validated mode and on a
#   validated platform.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [declaration], buyer: [certificates]}
#   over: declarations
#   sources:
#     - {standard: FIPS 140-3, edition: "2019", clause: Validation, confidence: secondary}
#     - {standard: NIST CMVP, edition: "2026", clause: "FIPS 140-2 transition, 22 September 2026", confidence: secondary}
#   parameters:
#     required: {type: boolean, default: false, description: Whether the product must name a validated module.}
#     last_day_140_2: {type: date, default: "2026-09-21", description: Last day on which a FIPS 140-2 certificate is taken.}
#   messages:
#     none_named: "You ask for a validated cryptographic module, and the declaration names none; the list of modules is {state}."
#     none_told: "Which cryptographic modules the product has is declared {state}, so a person must ask."
#     none_needed: "The declaration names no cryptographic module, and you do not ask for a validated one."
#     no_number: "The declaration names the module {module} without a certificate number (it is {state}), and no claim stands for a number, so a person must ask for it."
#     not_found: "Your list has no certificate {number}, so a person must look for it."
#     not_active: "Certificate {number} is {status}."
#     sunset: "Certificate {number} ended on {day:date}."
#     superseded: "Certificate {number} is for FIPS 140-2, which you take until {day:date}."
#     other_version: "Certificate {number} is for another version than the {version} that the declaration states."
#     version_unknown: "Whether certificate {number} is for the declared version cannot be compared, so a person must look."
#     other_name: "Certificate {number} is for {module}, another name than the declaration states, so a person must compare them."
#     unclear: "Your list does not say of certificate {number} whether it is active or under which standard, so a person must look."
#     validated: "{n:declared module holds|declared modules each hold} an active certificate ({sets})."
#   remedy: Use a module with an active FIPS 140-3 certificate, and state its number, name and version in `cmvp`.
#   question: Which validated cryptographic modules does the product use, in which versions, and under which certificate numbers?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-01]
package bidgate.requirement.cryptography.module_validated

import data.bidgate.lib.lookup
import data.bidgate.lib.states

_parameters := input.parameters.cryptography.module_validated

# Certificates with a number, with what each comes to.
_looked_up contains {"i": match.declaration, "row": match.row, "outcome": _outcome(k), "args": _args(k)} if {
	some k, match in input.certificates
	input.declarations[match.declaration].cmvp.items[match.row].certificate.state == "stated"
}

_args(k) := {
	"number": match.number,
	"status": match.status,
	"module": match.module.value,
	"version": input.declarations[match.declaration].cmvp.items[match.row].version.value,
	"day": _day(k),
} if {
	match := input.certificates[k]
}

_day(k) := input.certificates[k].sunset.value.day if _over(k)

_day(k) := _parameters.last_day_140_2.day if not _over(k)

_over(k) if {
	input.certificates[k].sunset.state == "stated"
	input.certificates[k].sunset.value.day < input.as_of.day
}

_outcome(k) := "not_found" if {
	not input.certificates[k].found
} else := "not_active" if {
	input.certificates[k].status in {"historical", "revoked"}
} else := "sunset" if {
	_over(k)
} else := "superseded" if {
	id := _standard(k)
	not _current(id)
	input.as_of.day > _parameters.last_day_140_2.day
} else := "other_version" if {
	input.certificates[k].version_agrees == "unequal"
} else := "unclear" if {
	input.certificates[k].status != "active"
} else := "unclear" if {
	not _standard(k)
} else := "other_name" if {
	input.certificates[k].name_agrees == "unequal"
} else := "version_unknown" if {
	not _version_known(k)
} else := "validated"

# The row of the table of standards for a standard of modules, and whether it has
# an edition that counts for good.
_standard(k) := id if {
	some id, row in data.bidgate.catalog.requirements["conformity.known_standard"].members
	row.columns.modules
	lower(input.certificates[k].standard.value) in row.columns.names
}

_current(id) if data.bidgate.catalog.requirements["conformity.known_standard"].members[id].columns.current

_version_known(k) if {
	match := input.certificates[k]
	match.version_agrees == "equal"
	input.declarations[match.declaration].cmvp.items[match.row].version.state == "stated"
}

_named := {i: state |
	some i, declaration in input.declarations
	state := states.list(declaration.cmvp.state, count(declaration.cmvp.items))
}

_at(found) := ["declarations", found.i, "cmvp", "items", found.row]

violation contains {"code": found.outcome, "args": found.args, "at": _at(found)} if {
	some found in _looked_up
	found.outcome in {"not_active", "sunset", "superseded", "other_version"}
}

violation contains {"code": "none_named", "args": {"state": state}, "at": ["declarations", i, "cmvp"]} if {
	_parameters.required
	some i, state in _named
	state in states.missing_list
}

review contains {"code": found.outcome, "args": found.args, "at": _at(found)} if {
	some found in _looked_up
	found.outcome in {"not_found", "unclear", "other_name", "version_unknown"}
}

review contains {
	"code": "no_number",
	"args": {"module": item.module.value, "state": item.certificate.state},
	"at": ["declarations", i, "cmvp", "items", row],
} if {
	some i, declaration in input.declarations
	some row, item in declaration.cmvp.items
	item.certificate.state != "stated"
}

review contains {"code": "none_told", "args": {"state": state}, "at": ["declarations", i, "cmvp"]} if {
	some i, state in _named
	state in states.told
}

not_applicable contains {"code": "none_needed", "args": {}, "at": ["declarations", i, "cmvp"], "level": "verified"} if {
	not _parameters.required
	some i, state in _named
	state in states.missing_list
}

basis contains {
	"code": "validated",
	"args": {"n": count(rows), "sets": lookup.sets({"certificates"})},
	"at": ["declarations", i, "cmvp"],
	"level": "verified",
} if {
	some i, "stated" in _named
	rows := {found.row | some found in _looked_up; found.i == i; found.outcome == "validated"}
	count(rows) > 0
	count(rows) == count(input.declarations[i].cmvp.items)
}
