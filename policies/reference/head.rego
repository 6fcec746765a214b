# The head of the document.
package reference

_tools := array.concat(
	[t | some t in items(_metadata, "tools").list],
	array.concat(_tools_in("components"), _tools_in("services")),
)

_tools_in(section) := items(as_object(object.get(_metadata, "tools", {})), section).list

_named := [t | some t in _tools; is_object(t); state_of(object.get(t, "name", "")) == "stated"]

_tool_name(name) := replace(segments[count(segments) - 1], " ", "-") if {
	segments := split(same_name(name), "/")
}

_tool_names := {n | some t in _named; some n in {same_name(t.name), _tool_name(t.name)}}

_persons := [a | some a in items(_metadata, "authors").list; party(a).s == "stated"]

_organisations := [o | some o in [object.get(_metadata, "manufacturer", {})]; party(o).s == "stated"]

_authors := array.concat(_persons, _organisations)

head := {
	"persons": count(_persons),
	"organisations": count(_organisations),
	"authors_with_contact": count([1 | some a in _authors; "stated" in {party_mail(a).s, party_url(a).s}]),
	"authors_named_as_tool": count([1 | some a in _authors; _is_tool(value(member(a, "name")))]),
	"tools_named": count(_named),
	"tools_with_version": count([1 | some t in _named; state_of(object.get(t, "version", "")) == "stated"]),
	"generator": _generator,
	"signature": _signature,
	"end_of_support": _date,
}

_is_tool(name) if {
	name != ""
	some n in {same_name(name), _tool_name(name)}
	n in _tool_names
}

_generator := {
	"name": {"state": "stated", "value": _tool_name(t.name)},
	"version": {"state": state, "value": plain_version(value(member(t, "version")))},
} if {
	t := _named[0]
	state := _version_state(t)
} else := {"name": {"state": "absent", "value": ""}, "version": {"state": "absent", "value": ""}}

# A tool that is a component may declare its version unknown.
_version_state(t) := _states(t).version if {
	t in _tools_in("components")
} else := state_of(object.get(t, "version", ""))

_signature := "absent" if {
	not "signature" in object.keys(_root)
} else := "stated" if {
	some s in _signers
	state_of(object.get(s, "algorithm", "")) == "stated"
	state_of(object.get(s, "value", "")) == "stated"
} else := "invalid"

_signers := [s |
	some s in array.concat([_signed], array.concat(items(_signed, "signers").list, items(_signed, "chain").list))
	is_object(s)
]

_signed := as_object(object.get(_root, "signature", {}))

_date := {"state": "stated", "value": {"day": day(found[0]), "text": found[0]}} if {
	found := [p.value |
		some p in _properties(_subject)
		p.name == "cdx:lifecycle:milestone:endOfSupport"
		date_state(object.get(p, "value", "")) == "stated"
	]
	count(found) > 0
} else := {"state": _end_of_support(_subject), "value": {"day": 0, "text": ""}}
