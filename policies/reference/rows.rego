# The components of a document from every place, with their populations.
package reference

_root := as_object(input)

_metadata := as_object(object.get(_root, "metadata", {}))

_subject := as_object(object.get(_metadata, "component", {}))

_subject_there if is_object(object.get(_metadata, "component", 0))

# A path as one text: .name for a member, #3 for an item of a list.
_place(path) := concat("", [_step(step) | some step in path])

_step(step) := sprintf("#%d", [step]) if {
	is_number(step)
} else := concat("", [".", regex.replace(step, `[.#]`, "!")])

_component_place := `^(\.components#\d+|\.metadata\.component|\.metadata\.tools\.components#\d+|(\.formulation#\d+|\.declarations\.targets|\.vulnerabilities#\d+\.tools)\.components#\d+|\.annotations#\d+\.annotator\.component)((\.components|\.pedigree\.(ancestors|descendants|variants))#\d+)*$`

# METADATA
# description: Each component by its JSON Pointer.
parts := {pointer: {"place": place, "path": path, "object": object_} |
	some section in ["components", "metadata", "formulation", "declarations", "vulnerabilities", "annotations"]
	walk({section: object.get(_root, section, {})}, [path, object_])
	place := _place(path)
	place != ".metadata.component"
	regex.match(_component_place, place)
	pointer := _pointer(path)
}

_pointer(path) := concat("", [sprintf("/%v", [step]) | some step in path])

from(place) := "pedigree" if {
	contains(place, ".pedigree.")
} else := "metadata" if {
	startswith(place, ".metadata.component.")
} else := "tools" if {
	startswith(place, ".metadata")
} else := split(regex.replace(place, `[.#]`, "|"), "|")[1] if {
	not startswith(place, ".components")
} else := "components" if {
	regex.match(`^\.components#\d+$`, place)
} else := "nested"

# The pointer of the component that one is nested in; "" at the top.
_parent(pointer) := found[0] if {
	found := [p |
		p := regex.replace(pointer, `(/components|/pedigree/(ancestors|descendants|variants))/\d+$`, "")
		p != pointer
		parts[p]
	]
} else := ""

# METADATA
# description: What is measured of each delivered component.
rows := [row |
	some pointer, part in parts
	from(part.place) in {"components", "nested", "metadata"}
	row := _row(pointer, part)
]

_row(pointer, part) := {
	"pointer": pointer, "from": from(part.place), "ref": ref_of(o), "parent": _parent(pointer),
	"group": value(member(o, "group")), "name": value(member(o, "name")), "version": value(member(o, "version")),
	"purl": _valid(o, "purl", purl_state(object.get(o, "purl", ""))),
	"cpe": _valid(o, "cpe", cpe_state(object.get(o, "cpe", ""))),
	"scope": value(member(o, "scope")), "software": _software(value(member(o, "type"))), "type": _type(value(member(o, "type"))),
	"executable": _executable(o), "first_party": _made(o),
	"states": object.union(stated, {"firmware_identifier": _firmware(o, stated)}),
	"fields": all_fields(part.object),
	"irregular": _irregular(o), "hashes": _algorithms(_own_hashes(o)),
	"distributed": _algorithms(_distribution_hashes(o)), "strongest": _strongest(o),
	"hash_of_nothing": _hash_of_nothing(o), "filler": _filler(o),
} if {
	o := as_object(part.object)
	stated := states(part.object)
}

_hash_of_nothing(o) := count([1 | some h in array.concat(_own_hashes(o), _distribution_hashes(o)); hash_of_nothing(h)]) > 0

# A digest of one digit over and over.
_filler(o) := count([1 |
	some h in array.concat(_own_hashes(o), _distribution_hashes(o))
	hash_state(h) == "placeholder"
	state_of(object.get(h, "content", "")) == "stated"
	state_of(object.get(h, "alg", "")) == "stated"
]) > 0

_valid(o, key, "stated") := o[key]

_valid(_, _, state) := "" if state != "stated"

default _type(_) := "other"

_type(kind) := kind if kind in {
	"application", "framework", "library", "container", "platform", "operating-system", "device-driver", "firmware",
	"file", "data", "device", "machine-learning-model", "cryptographic-asset",
}

default _software(_) := true

_software(kind) := false if kind in {"file", "data", "device", "machine-learning-model", "cryptographic-asset"}

default _executable(_) := false

_executable(o) if value(member(o, "type")) in {"application", "firmware", "device-driver", "container", "operating-system", "platform"}

_executable(o) if _runs(o)

_maker_names := {name |
	some text_ in [
		pick([producer(_subject), party_member(_metadata, "manufacture")]),
		pick([party_member(_subject, "supplier"), party_member(_metadata, "supplier")]),
	]
	_subject_there
	name := same_name(value(text_))
	name != ""
}

default _made(_) := false

_made(o) if same_name(value(producer(o))) in _maker_names

_made(o) if same_name(value(party_member(o, "supplier"))) in _maker_names

_made(o) if {
	value(member(o, "group")) != ""
	same_name(value(member(o, "group"))) == same_name(value(member(_subject, "group")))
}

# The strongest algorithm of a component's own hashes and its values in lower case.
_strongest(o) := {"alg": alg, "values": {lower(h.content) | some h in _own_hashes(o); hash_state(h) == "stated"; h.alg == alg}} if {
	most := max({hash_rank(a) | some a in _algorithms(_own_hashes(o))})
	some alg in algorithms
	hash_rank(alg) == most
} else := {"alg": "", "values": set()}
