# METADATA
# title: There is a contact for reports of vulnerabilities
# description: |
#   Asks that the SBOM or the declaration names a place where anyone can report
#   a vulnerability: an e-mail address, a telephone number or a web address. One
#   usable contact in the bundle is enough. Without one, finders go to the press
#   or to nobody. A contact that is declared unknown or withheld, a format that
#   has no place for one, and a declaration that cannot be read are for a person;
#   a contact of a wrong form counts as none, and so does one that no message can
#   reach: a name that is reserved for examples and tests, or an address that takes
#   no replies. Beside one that can be used it is for a person. The names under
#   `.example` are left to the buyer, as samples are written with them. This
#   cannot tell whether anyone answers there.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {any: [sbom, declaration]}
#   over: bundle
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: Annex II(2), confidence: source}
#     - {standard: UK PSTI Regulations, edition: "2023", clause: Schedule 1(2), confidence: secondary}
#     - {standard: ETSI EN 303 645, edition: V3.1.3, clause: 5.2-1, confidence: secondary}
#     - {standard: NIST IR 8259B, edition: "2021", clause: Information and Query Reception 1, confidence: memory}
#     - {standard: ISO/IEC 29147, edition: "2018", clause: Reporting, confidence: memory}
#     - {standard: RFC 2606, edition: "1999", clause: "2 and 3", confidence: memory}
#     - {standard: RFC 6761, edition: "2013", clause: "6", confidence: memory}
#   parameters:
#     nobody:
#       type: strings
#       default: ['^(mailto:([^@]*@)?|[^@:/]*@|https?://)([^/?#:@]*\.)?(example\.(com|net|org)|invalid|test|localhost)([:/?#]|$)', '^(mailto:)?(no|do[._-]?not)[._-]?reply[^@]*@']
#       description: "Patterns, in lower case, of contacts that no message can reach: reserved names, and addresses that take no replies."
#   messages:
#     malformed: "The contact for vulnerabilities, {contact}, is neither an e-mail address nor a telephone number nor a web address."
#     unreachable: "No message can reach the contact for vulnerabilities, {contact}: the name is reserved for examples and tests, or takes no replies."
#     beside: "The contact {contact} is of a wrong form or cannot be reached, and another one is named too, so a person must ask which one holds."
#     no_contact: "This document names no contact for reports of vulnerabilities; the entry is {state}."
#     unread: "No document that could be read names a contact for reports of vulnerabilities; this one may, so a person must look."
#     contact_declared: "The contact for vulnerabilities is declared {state}, so a person must ask for it."
#     contact_named: "Vulnerabilities can be reported to {contact}."
#   remedy: Name a public contact in `vulnerability_disclosure.contact` of the declaration, such as a mailto address.
#   question: Where can anyone report a vulnerability in this product?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.contact

_contacts contains {"at": ["sboms", i, "facts", "security_contact"], "state": c.state, "value": c.value, "usable": c.well_formed} if {
	some i, sbom in input.sboms
	c := sbom.facts.security_contact
}

_contacts contains {"at": ["declarations", i, "vulnerability_disclosure", "contact"], "state": c.state, "value": c.value, "usable": c.well_formed} if {
	some i, declaration in input.declarations
	c := declaration.vulnerability_disclosure.contact
}

_formed contains contact if {
	some contact in _contacts
	contact.state == "stated"
	contact.usable
}

# Contacts of a good form at which nobody can be.
_nobody contains contact if {
	some contact in _formed
	some pattern in input.parameters.disclosure.contact.nobody
	regex.match(pattern, lower(contact.value))
}

_usable := _formed - _nobody

_useless contains contact if {
	some contact in (_contacts - _usable)
	contact.state == "stated"
}

_declared contains contact if {
	some contact in _contacts
	contact.state in {"unknown", "withheld"}
}

# With no declaration in the bundle, an SBOM's format may have no place for a contact.
_declared contains contact if {
	count(input.declarations) == 0
	some contact in _contacts
	contact.state == "unsupported"
}

# Documents that may be a declaration with a contact in it.
_unread contains row if some row in input.bundle.kinds.declaration.candidates

violation contains {"code": "malformed", "args": {"contact": contact.value}, "at": contact.at} if {
	count(_usable) == 0
	some contact in (_useless - _nobody)
}

violation contains {"code": "unreachable", "args": {"contact": contact.value}, "at": contact.at} if {
	count(_usable) == 0
	some contact in _nobody
}

review contains {"code": "beside", "args": {"contact": contact.value}, "at": contact.at} if {
	count(_usable) > 0
	some contact in _useless
}

violation contains {"code": "no_contact", "args": {"state": contact.state}, "at": contact.at} if {
	count(_usable | _declared) == 0
	count(_unread) == 0
	some contact in _contacts
	contact.state != "stated"
}

review contains {"code": "unread", "args": {}, "at": ["bundle", "documents", row]} if {
	count(_usable) == 0
	some row in _unread
}

review contains {"code": "contact_declared", "args": {"state": contact.state}, "at": contact.at} if {
	count(_usable) == 0
	some contact in _declared
}

basis contains {"code": "contact_named", "args": {"contact": contact.value}, "at": contact.at, "level": "asserted"} if {
	some contact in _formed
	not contact in _nobody
}
