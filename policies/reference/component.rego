# What one component states, field by field.
package reference

_declared_fields := {
	"name": "name", "version": "version", "supplier": "supplier",
	"purl": "identifier", "cpe": "identifier", "swid": "identifier",
	"identifier": "identifier", "identifiers": "identifier", "software identifiers": "identifier",
	"producer": "producer", "manufacturer": "producer", "author": "producer",
	"authors": "producer", "publisher": "producer", "hash": "hash", "hashes": "hash",
	"licence": "licence", "licences": "licence", "license": "licence", "licenses": "licence",
}

_declaring := {"cdx:cisa:unknown-information": "unknown", "cdx:cisa:withheld-information": "withheld"}

_properties(o) := [p | some p in items(o, "properties").list; is_object(p); is_string(object.get(p, "name", 0))]

_declared(o, field) := best([_declaring[p.name] |
	some p in _properties(o)
	words := object.get(p, "value", "")
	is_string(words)
	some word in split(lower(words), ",")
	_declared_fields[trim_prefix(trim_space(word), "component ")] == field
])

# What is declared not known stands in for what is absent or a placeholder.
_with_declared(o, field, found) := _declared(o, field) if {
	found in {"absent", "placeholder"}
	_declared(o, field) != "absent"
} else := found

authors(o) := pick(array.concat([{"s": items(o, "authors").state, "v": ""}], [party(a) | some a in items(o, "authors").list]))

producer(o) := pick([party_member(o, "manufacturer"), authors(o), member(o, "author"), member(o, "publisher")])

_swid(o) := "absent" if {
	not "swid" in object.keys(o)
} else := "stated" if {
	is_object(o.swid)
	state_of(object.get(o.swid, "tagId", "")) == "stated"
	state_of(object.get(o.swid, "name", "")) == "stated"
} else := "invalid"

_each_like(o, key, pattern) := best(array.concat([items(o, key).state], [state_like(v, pattern) | some v in items(o, key).list]))

_own_hashes(o) := items(o, "hashes").list

_references(o, kind) := [r | some r in items(o, "externalReferences").list; is_object(r); object.get(r, "type", 0) == kind]

_distribution_hashes(o) := [h | some r in _references(o, "distribution"); some h in items(r, "hashes").list]

_own_hash_state(o) := best(array.concat([items(o, "hashes").state], [hash_state(h) | some h in _own_hashes(o)]))

_distribution_hash_state(o) := best(array.concat(
	[items(r, "hashes").state | some r in _references(o, "distribution")],
	[hash_state(h) | some h in _distribution_hashes(o)],
))

_algorithms(hashes) := {h.alg | some h in hashes; hash_state(h) == "stated"}

_sha512(o) := "absent" if {
	_distribution_hash_state(o) == "stated"
	not "SHA-512" in _algorithms(_distribution_hashes(o))
} else := _distribution_hash_state(o)

_entries(o) := [e | some e in items(o, "licenses").list]

_single(e) := as_object(object.get(as_object(e), "license", {}))

_entry_state(e) := "invalid" if {
	not is_object(e)
} else := state if {
	state := best([_expression(e), state_of(object.get(_single(e), "id", "")), state_of(object.get(_single(e), "name", ""))])
	state != "absent"
} else := "invalid"

_expression(e) := state_of(object.get(as_object(e), "expression", ""))

_acknowledged(e) := value(pick([member(_single(e), "acknowledgement"), member(as_object(e), "acknowledgement")]))

_by_acknowledgement(o, wanted) := best([_entry_state(e) | some e in _entries(o); _acknowledged(e) in wanted])

_unclassified(o) := best([_entry_state(e) | some e in _entries(o); not _acknowledged(e) in {"declared", "concluded"}])

licence_state(o) := best(array.concat([items(o, "licenses").state], [_entry_state(e) | some e in _entries(o)]))

_irregular(o) := union({
	{"bad_expression" | some e in _entries(o); _expression(e) == "stated"; not expression(e.expression)},
	{"unknown_id" |
		some e in _entries(o)
		state_of(object.get(_single(e), "id", "")) == "stated"
		not _single(e).id in licence_ids
	},
	{"free_text" |
		some e in _entries(o)
		state_of(object.get(_single(e), "id", "")) != "stated"
		state_of(object.get(_single(e), "name", "")) == "stated"
	},
})

_spdx(o) := "invalid" if {
	_states(o).licence == "stated"
	count(_irregular(o)) > 0
} else := _states(o).licence

# Properties that are to be stated once.
_once(o, name, words) := "invalid" if {
	count([p | some p in _properties(o); p.name == name]) > 1
} else := "invalid" if {
	some p in _properties(o)
	p.name == name
	state_of(object.get(p, "value", "")) == "stated"
	count(words) > 0
	not p.value in words
} else := best([state_of(object.get(p, "value", "")) | some p in _properties(o); p.name == name])

_runs(o) if {
	some p in _properties(o)
	p.name == "bsi:component:executable"
	object.get(p, "value", "") == "executable"
}

day(v) := floor(time.parse_ns("2006-01-02", v) / 86400000000000) if {
	regex.match(`^\d{4}-\d\d-\d\d$`, v)
} else := floor(time.parse_rfc3339_ns(v) / 86400000000000) if {
	regex.match(`^\d{4}-\d\d-\d\dT`, v)
}

date_state(v) := "invalid" if {
	state_of(v) == "stated"
	not day(v)
} else := state_of(v)

_milestone(o, prefix) := best([date_state(object.get(p, "value", "")) | some p in _properties(o); startswith(p.name, prefix)])

_end_of_support(o) := best([date_state(object.get(p, "value", "")) |
	some p in _properties(o)
	p.name == "cdx:lifecycle:milestone:endOfSupport"
])

_url(o, kind) := best([state_of(object.get(r, "url", "")) | some r in _references(o, kind); is_string(object.get(r, "url", ""))])

# METADATA
# description: The states of the fields that coverage speaks of.
_states(o) := {
	"name": _with_declared(o, "name", state_of(object.get(o, "name", ""))),
	"version": _with_declared(o, "version", state_of(object.get(o, "version", ""))),
	"identifier": _with_declared(o, "identifier", _identifier(o)),
	"producer": _with_declared(o, "producer", producer(o).s),
	"supplier": _with_declared(o, "supplier", party_member(o, "supplier").s),
	"hash": _with_declared(o, "hash", best([_own_hash_state(o), _distribution_hash_state(o)])),
	"licence": _with_declared(o, "licence", licence_state(o)),
}

_identifier(o) := best([
	purl_state(object.get(o, "purl", "")), cpe_state(object.get(o, "cpe", "")),
	_swid(o), _each_like(o, "omniborId", omnibor), _each_like(o, "swhid", swhid),
])

states(o) := _states(o) if {
	is_object(o)
} else := {name: "invalid" | some name in ["name", "version", "identifier", "producer", "supplier", "hash", "licence"]}

_firmware(o, s) := "stated" if {
	s.identifier == "stated"
} else := "stated" if {
	s.supplier == "stated"
	regex.match(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`, ref_of(o))
} else := "stated" if {
	some alg in _algorithms(array.concat(_own_hashes(o), _distribution_hashes(o)))
	not alg in {"MD5", "SHA-1"}
} else := s.identifier

ref_of(o) := object.get(as_object(o), "bom-ref", "") if {
	is_string(object.get(as_object(o), "bom-ref", ""))
} else := ""

# METADATA
# description: The states of the single fields.
fields(o) := {
	"manufacturer": party_member(o, "manufacturer").s,
	"authors": authors(o).s,
	"author": state_of(object.get(o, "author", "")),
	"publisher": state_of(object.get(o, "publisher", "")),
	"purl": purl_state(object.get(o, "purl", "")),
	"cpe": cpe_state(object.get(o, "cpe", "")),
	"swid": _swid(o),
	"omnibor_id": _each_like(o, "omniborId", omnibor),
	"swhid": _each_like(o, "swhid", swhid),
	"hash_at_component": _own_hash_state(o),
	"hash_at_distribution": _distribution_hash_state(o),
	"distribution_sha512": _sha512(o),
	"licence_declared": _by_acknowledgement(o, {"declared"}),
	"licence_concluded": _by_acknowledgement(o, {"concluded"}),
	"licence_unclassified": _unclassified(o),
	"licence_spdx": _spdx(o),
	"effective_licence": _once(o, "bsi:component:effectiveLicence", {}),
	"filename": _once(o, "bsi:component:filename", {}),
	"executable": _once(o, "bsi:component:executable", {"executable", "non-executable"}),
	"archive": _once(o, "bsi:component:archive", {"archive", "no archive"}),
	"structured": _once(o, "bsi:component:structured", {"structured", "unstructured"}),
	"source_uri": _url(o, "source-distribution"),
	"deployable_uri": _url(o, "distribution"),
	"milestone": _milestone(o, "cdx:lifecycle:milestone:"),
	"end_of_support": _end_of_support(o),
}

# A component that is no object states nothing, and these fields wrongly.
all_fields(o) := fields(o) if {
	is_object(o)
} else := object.union(fields({}), {name: "invalid" | some name in ["author", "purl", "hash_at_component", "licence_spdx"]})
