# Where vulnerabilities can be reported.
package reference

_contact_types := ["security-contact", "rfc-9116", "advisories"]

# The references of the document come before those of its subject.
_contacts := [{"state": state_of(url), "value": value(text(url)), "well_formed": _usable(value(text(url))), "location": location} |
	some kind in _contact_types
	some holder in [{"object": _root, "at": ""}, {"object": _subject, "at": "/metadata/component"}]
	some i, reference in items(holder.object, "externalReferences").list
	object.get(as_object(reference), "type", 0) == kind
	url := _written(object.get(reference, "url", ""))
	location := sprintf("%s/externalReferences/%d", [holder.at, i])
]

_written(url) := url if {
	is_string(url)
} else := ""

# METADATA
# description: The first contact of those that tell most.
security_contact := found[0] if {
	most := max([_rank[contact.state] | some contact in _contacts])
	found := [contact | some contact in _contacts; _rank[contact.state] == most]
} else := {"state": "absent", "value": "", "well_formed": false, "location": ""}

_atom := "[^\\x00-\\x20\\x7f()<>\\[\\]:;@\\\\,.\"]+"

_mail := sprintf(`%s(\.%s)*@%s(\.%s)+`, [_atom, _atom, _atom, _atom])

_host := `(\[[0-9a-f:.]+\]|[^\x00-\x20\x7f/?#@:\[\]<>"\\^|{}%]+)`

_contact_forms := [
	concat("", [`^https?://([^/?#@]*@)?`, _host, `(:[0-9]*)?([/?#].*)?$`]),
	concat("", [`^(mailto:)?`, _mail, `$`]),
	concat("", [`^mailto:`, _mail, `[?].*$`]),
	`^tel:[-+0-9.()]*[0-9][-+0-9.()]*$`,
]

default _usable(_) := false

_usable(v) if {
	count(v) <= 2000
	not regex.match(`[\x00-\x20\x7f]`, v)
	not regex.match(`%([^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)`, v)
	some form in _contact_forms
	regex.match(form, lower(v))
}
