# METADATA
# title: The security.txt names a contact and has not expired
# description: |
#   Reads the security.txt files (RFC 9116) that the bundle holds, as they were
#   fetched: each needs a contact and one day on which it expires, which lies
#   ahead and at most as far as the buyer asks. Past that day nobody may rely on
#   it. A bundle that holds none is judged by the contact that the declaration
#   names; where it gives the address of a security.txt, fetch the file and add
#   it. A file of which each contact is at another place than those that the
#   declarations name is for a person. A signature over the file is not verified.
#   This cannot tell whether the file is the one that is published.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {any: [sbom, declaration]}
#   over: bundle
#   sources:
#     - {standard: RFC 9116, edition: "2022", clause: "2.5.3, 2.5.5", confidence: memory}
#   parameters:
#     max_days: {type: number, default: 400, min: 1, description: "Days that the end may lie ahead; the RFC advises less than a year."}
#   messages:
#     no_contact: "The security.txt names no contact."
#     no_end: "The security.txt does not say when it expires; the entry is {state}."
#     expired: "The security.txt expired on {day:date}."
#     too_far: "The security.txt holds until {day:date}, more than {max_days} days ahead, so a person must ask whether somebody looks after it."
#     other_contact: "The security.txt sends reports to {contact}, and the declaration to {declared}, so a person must ask which one holds."
#     none: "The bundle holds no security.txt."
#     current: "The security.txt names {contacts:contact|contacts} and holds until {day:date}."
#   remedy: Publish a security.txt with a contact and one day of expiry within a year, and renew it before.
#   question: Who renews the security.txt, and when?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.security_txt

import data.bidgate.lib.states

_max := input.parameters.disclosure.security_txt.max_days

_files := {j: file.security_txt |
	some j, file in input.attachments
	file.form == "security_txt"
}

_contacts := {j: states.list(file.contacts.state, count(file.contacts.items)) | some j, file in _files}

_ends := {j: left |
	some j, file in _files
	file.expires.state == "stated"
	left := file.expires.value.day - input.as_of.day
}

# Where the declarations want reports to go.
_declared := {contact.value |
	some declaration in input.declarations
	contact := declaration.vulnerability_disclosure.contact
	contact.state == "stated"
	contact.well_formed
}

_declared_places := {_place(value) | some value in _declared}

# The host of an address, or a telephone number as it is.
_place(value) := found[0][1] if {
	found := regex.find_all_string_submatch_n(`(?:@|//)([^/?#:@]+)(?:[:/?#]|$)`, lower(value), 1)
	count(found) > 0
} else := lower(value)

# Files of which no contact is at a place that a declaration names.
_elsewhere contains j if {
	some j, file in _files
	_contacts[j] == "stated"
	count(_declared_places) > 0
	count([1 |
		some contact in file.contacts.items
		some place in _declared_places
		_near(_place(contact), place)
	]) == 0
}

_near(one, other) if one == other

_near(one, other) if endswith(one, concat("", [".", other]))

_near(one, other) if endswith(other, concat("", [".", one]))

# Two names below one, such as those for mail and for the web.
_near(one, other) if {
	above := regex.replace(one, `^[^.]*\.`, "")
	contains(above, ".")
	above == regex.replace(other, `^[^.]*\.`, "")
}

review contains {"code": "other_contact", "args": {"contact": _files[j].contacts.items[0], "declared": min(_declared)}, "at": ["attachments", j]} if {
	some j in _elsewhere
}

violation contains {"code": "no_contact", "args": {}, "at": ["attachments", j]} if {
	some j, state in _contacts
	state != "stated"
}

violation contains {"code": "no_end", "args": {"state": file.expires.state}, "at": ["attachments", j]} if {
	some j, file in _files
	file.expires.state != "stated"
}

violation contains {"code": "expired", "args": {"day": _files[j].expires.value.day}, "at": ["attachments", j]} if {
	some j, left in _ends
	left < 0
}

review contains {"code": "too_far", "args": {"day": _files[j].expires.value.day, "max_days": _max}, "at": ["attachments", j]} if {
	some j, left in _ends
	left > _max
}

not_applicable contains {"code": "none", "args": {}, "at": ["bundle"], "level": "verified"} if count(_files) == 0

basis contains {
	"code": "current",
	"args": {"contacts": count(_files[j].contacts.items), "day": _files[j].expires.value.day},
	"at": ["attachments", j],
	"level": "evidenced",
} if {
	some j, left in _ends
	left >= 0
	left <= _max
	_contacts[j] == "stated"
	not j in _elsewhere
}
