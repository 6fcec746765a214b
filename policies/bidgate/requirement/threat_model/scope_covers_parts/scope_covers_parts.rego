# METADATA
# title: The scope of the threat model mentions every part of the product
# description: |
#   Asks that each part of the product that a declaration lists, such as a device,
#   an app or a cloud service, is named in the threat model: in what it covers, in
#   what it leaves out, or among its components. Parts are found by id or name,
#   without regard to case. A part that nobody looked at is where attackers look
#   first. Where the declaration lists no parts, there is nothing to compare. A
#   scope given in words only, a scope that is declared unknown or withheld, and a
#   list of parts that cannot be read are for a person. This cannot tell how well
#   a part was looked at.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model, declaration]}
#   over: threat_models
#   sources:
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: Architecture views, confidence: memory}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "2.2", confidence: memory}
#   messages:
#     not_mentioned: "The declaration lists the part {part}, and the threat model does not mention it."
#     in_words: "The threat model gives its scope in words and does not list the part {part}, so a person must read whether it is covered."
#     scope_declared: "The scope of the threat model is declared {state}, so a person must ask whether it covers the part {part}."
#     parts_not_told: "The declaration does not tell the parts of the product; its list is {state}, so a person must ask for them."
#     no_parts: "The declaration lists no parts of the product, so the scope is not compared with them."
#     mentioned: "The threat model mentions all that the declaration lists: {parts:part|parts}."
#   remedy: Name in `scope.in` or `scope.out` of the threat model each part listed, with the id or name that the declaration gives it.
#   question: Does the threat model cover the parts listed, and if not, why?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-01]
package bidgate.requirement.threat_model.scope_covers_parts

import data.bidgate.lib.states

_parts contains {"name": _label(part.name.value, part.id.value), "called": called} if {
	some declaration in input.declarations
	some part in declaration.product_details.parts.items
	called := {lower(text.value) | some text in [part.id, part.name]; text.state == "stated"}
}

_label(name, id) := name if {
	name != ""
} else := id if {
	id != ""
} else := "without a name"

# Lists of parts that are there and cannot be compared.
_unread contains {"row": i, "state": state} if {
	some i, declaration in input.declarations
	state := declaration.product_details.parts.state
	not state in {"stated", "absent"}
}

_mentioned := {i: names |
	some i, model in input.threat_models
	covered := {lower(item) | some item in model.scope["in"].items; model.scope["in"].state == "stated"}
	left_out := {lower(out.item.value) | some out in model.scope.out.items; out.item.state == "stated"}
	named := {lower(text.value) |
		some component in model.components.items
		some text in [component.id, component.name]
		text.state == "stated"
	}
	names := (covered | left_out) | named
}

_missed contains {"model": i, "part": part.name} if {
	some i, names in _mentioned
	some part in _parts
	count(part.called & names) == 0
}

# By model, why its list of what it covers cannot be held against it.
_excuse := {i: _excused(model.scope.state, model.scope["in"].state, model.scope.description.state) | some i, model in input.threat_models}

_excused(scope, listed, words) := listed if {
	listed in states.told
} else := scope if {
	scope in states.told
} else := "words" if {
	listed != "stated"
	words == "stated"
} else := "none"

violation contains {"code": "not_mentioned", "args": {"part": missed.part}, "at": ["threat_models", missed.model, "scope"]} if {
	some missed in _missed
	_excuse[missed.model] == "none"
}

review contains {"code": "in_words", "args": {"part": missed.part}, "at": ["threat_models", missed.model, "scope"]} if {
	some missed in _missed
	_excuse[missed.model] == "words"
}

review contains {
	"code": "scope_declared",
	"args": {"part": missed.part, "state": state},
	"at": ["threat_models", missed.model, "scope"],
} if {
	some missed in _missed
	state := _excuse[missed.model]
	state in states.told
}

review contains {"code": "parts_not_told", "args": {"state": unread.state}, "at": ["threat_models", i, "scope"]} if {
	some i, _ in input.threat_models
	some unread in _unread
}

not_applicable contains {"code": "no_parts", "args": {}, "at": ["threat_models", i, "scope"], "level": "verified"} if {
	some i, _ in input.threat_models
	count(_parts) == 0
	count(_unread) == 0
}

basis contains {
	"code": "mentioned",
	"args": {"parts": count(_parts)},
	"at": ["threat_models", i, "scope"],
	"level": "asserted",
} if {
	some i, _ in input.threat_models
	count(_parts) > 0
	count(_unread) == 0
	left := {missed | some missed in _missed; missed.model == i}
	count(left) == 0
}
