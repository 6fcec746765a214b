# What a value of an SBOM tells: its state, and the one of several that tells
# most. A text is held as {"s": state, "v": value}.
package reference

_rank := {"absent": 0, "unsupported": 1, "placeholder": 2, "invalid": 3, "unknown": 4, "withheld": 5, "stated": 6}

_state_of_rank := {number: state | some state, number in _rank}

# The words that tools and templates write where a value should stand.
_placeholders := {
	"change me", "changeme", "fixme", "insert here", "lorem ipsum", "n.a.", "n/a", "na", "nil",
	"no assertion", "noassertion", "not applicable", "not available", "not known",
	"not provided", "not set", "not specified", "not supplied", "null", "placeholder", "tba",
	"tbc", "tbd", "to be announced", "to be completed", "to be confirmed", "to be decided",
	"to be defined", "to be determined", "to be done", "todo", "undefined", "undetermined",
	"unknown", "unset", "unspecified", "xxx", "xxxx",
}

state_of(v) := "invalid" if {
	not is_string(v)
} else := "absent" if {
	trim_space(v) == ""
} else := "placeholder" if {
	lower(trim_space(v)) in {"none", "(devel)", "0.0.0-unknown"}
} else := "placeholder" if {
	not regex.match(`[\p{L}\p{Nd}]`, v)
} else := "placeholder" if {
	word := lower(_spaced(v))
	count(base64.encode(word)) <= 108 # 81 bytes
	_fills(word)
} else := "stated"

_fills(word) if {
	some mark in [["<", ">"], ["${", "}"], ["{{", "}}"], ["@@", "@@"]]
	startswith(word, mark[0])
	endswith(word, mark[1])
}

_fills(word) if {
	bare := trim_space(trim(word, "[]<>{}()\"'"))
	replace(bare, "_", " ") in _placeholders
}

# A placeholder with the names of fields and small words around it.
_fills(word) if {
	bare := replace(trim_space(trim(word, "[]<>{}()\"'")), "_", " ")
	words := [w | some w in regex.split(`[ :,]+`, bare); w != ""]
	left := [w | some w in words; not trim_right(w, ".") in _nouns]
	count(left) < count(words)
	some rest in [concat(" ", left), trim_right(concat(" ", left), ".")]
	rest in (_placeholders | {"no known", "none given", "none known", "none stated"})
}

_nouns := {
	"are", "author", "authors", "company", "contact", "date", "e-mail", "email", "is", "licence", "license", "maker", "manufacturer",
	"name", "organisation", "organization", "owner", "producer", "publisher", "supplier", "the", "vendor", "version", "was", "yet",
}

_spaced(v) := concat(" ", [w | some w in regex.split(`[\s\v\x{85}\p{Z}]+`, v); w != ""])

# A text that must also match a form.
state_like(v, pattern) := "invalid" if {
	state_of(v) == "stated"
	not regex.match(pattern, v)
} else := state_of(v)

# A list that is absent says nothing; one that is none is invalid.
items(object_, key) := {"list": [], "state": "absent"} if {
	not key in object.keys(object_)
} else := {"list": object_[key], "state": "absent"} if {
	is_array(object_[key])
} else := {"list": [], "state": "invalid"}

best(states) := _state_of_rank[max({_rank[s] | some s in states} | {0})]

least(states) := _state_of_rank[min({_rank[s] | some s in states})]

text(v) := {"s": state_of(v), "v": v}

member(object_, key) := text(object.get(object_, key, ""))

pick(texts) := found[0] if {
	most := max([_rank[t.s] | some t in texts])
	found := [t | some t in texts; _rank[t.s] == most]
} else := {"s": "absent", "v": ""}

value(t) := t.v if {
	t.s == "stated"
} else := ""

as_object(v) := v if {
	is_object(v)
} else := {}

# METADATA
# description: Names an organisation or a person in one text - name, URL, e-mail address.
party(v) := pick([member(v, "name"), party_url(v), party_mail(v)]) if {
	is_object(v)
} else := {"s": "invalid", "v": ""}

party_url(v) := pick(array.concat([{"s": items(v, "url").state, "v": ""}], [text(u) | some u in items(v, "url").list]))

party_mail(v) := pick(array.concat(
	[member(v, "email"), {"s": items(v, "contact").state, "v": ""}],
	[member(c, "email") | some c in items(v, "contact").list; is_object(c)],
))

party_member(object_, key) := party(object_[key]) if {
	key in object.keys(object_)
} else := {"s": "absent", "v": ""}

# Names of makers and tools are compared without case and outer white space.
same_name(name) := lower(trim_space(name))

before(s, sign) := split(s, sign)[0]

after(s, sign) := concat(sign, array.slice(split(s, sign), 1, count(split(s, sign))))
