# METADATA
# title: The route of assessment fits the class of the product
# description: |
#   Asks that the declaration states the class of the product under the CRA and
#   the route by which it is assessed, and that the route is open to the class:
#   the maker alone (module A) for default products, and for important ones of
#   class I only with standards that the EU has listed. Free and open-source products may take module A
#   where their papers are public; write free_software: true. A product of the
#   class default whose type or category sounds like one of the lists of Annexes III
#   and IV is for a person, and so is one that states neither; the words looked
#   for are from memory. A route that needs a body, where nothing says that
#   somebody from outside assesses the product, is for a person too. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it.
#   Before 11 December 2027 the finding is advice. This cannot tell whether a
#   standard was applied in full.
# custom:
#   contract: 1
#   severity: blocking
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 32", confidence: secondary}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex VIII", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annexes III and IV, words", confidence: memory}
#   effective_from: "2027-12-11"
#   parameters:
#     free_software: {type: boolean, default: false, description: Whether the product is free and open-source with public technical papers.}
#     self_assessed: {type: strings, default: [default], description: Classes that the maker may assess alone.}
#     self_assessed_with_standards: {type: strings, default: [important_1], description: Classes that the maker may assess alone where listed standards are applied in full.}
#     self_assessed_if_free: {type: strings, default: [important_1, important_2], description: Classes that the maker of a free and open-source product may assess alone.}
#     listed_words: {type: strings, default: [identity management, access management, biometric, browser, password manager, antivirus, malware, vpn, network management, siem, boot manager, public key, certificate authority, network interface, operating system, router, modem, switch, microprocessor, microcontroller, asic, fpga, virtual assistant, smart lock, security camera, baby monitor, alarm system, toy, wearable, hypervisor, container runtime, firewall, intrusion, tamper, security box, smart meter gateway, smartcard, secure element], description: Words of Annexes III and IV that a type or category may have.}
#   messages:
#     not_stated: "The declaration does not state the {field} under the CRA; the entry is {state}."
#     declared: "The {field} under the CRA is declared {state}, so a person must ask for it."
#     alone: "The declaration states the class {class}, which the maker may not assess alone, and the route module A."
#     no_listed_standard: "The maker assesses a product of class {class} alone, and no standard in the declaration is listed by the EU for this."
#     standards: "The maker assesses a product of class {class} alone by {standards}, so a person must see that it is applied in full."
#     free: "The maker of free software assesses a product of class {class} alone, so a person must see that the technical papers are public."
#     sounds_listed: "The declaration states the class default, and the type or category of the product has the words {words}, so a person must compare it with Annexes III and IV."
#     no_type: "The declaration states the class default, and neither a type nor a category, so a person must compare the product with Annexes III and IV."
#     no_body: "The declaration states the route {route}, for which a body from outside is needed, and names no assessor from outside, so a person must ask for the body."
#     open: "The declaration states the class {class} and the route {route}, which is open to it."
#   remedy: State `cra.class` and `cra.route`, and take a body in where the class asks for one.
#   question: Which class does the product have under the CRA, and by which route is it assessed?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.cra.class_route

import data.bidgate.lib.states

_parameters := input.parameters.cra.class_route

_fields contains {"i": i, "field": field, "key": key, "state": state} if {
	some i, declaration in input.declarations
	some [field, key], state in {
		["class", "class"]: declaration.cra.class.state,
		["route of assessment", "route"]: declaration.cra.route.state,
	}
}

# Declarations that state both, with what the pair comes to.
_judged := {i: _outcome(i) |
	some i, declaration in input.declarations
	declaration.cra.class.state == "stated"
	declaration.cra.route.state == "stated"
}

_outcome(i) := "no_body" if {
	input.declarations[i].cra.route.value != "module_a"
	input.declarations[i].assessor.type.value != "third_party"
} else := "open" if {
	input.declarations[i].cra.route.value != "module_a"
	not _to_compare[i]
} else := "open" if {
	input.declarations[i].cra.class.value in _parameters.self_assessed
	not _to_compare[i]
} else := outcome if {
	outcome := _to_compare[i]
} else := "free" if {
	_parameters.free_software
	input.declarations[i].cra.class.value in _parameters.self_assessed_if_free
} else := "alone" if {
	not input.declarations[i].cra.class.value in _parameters.self_assessed_with_standards
} else := "standards" if {
	_listed[i]
} else := "no_listed_standard"

# Words of the lists in the type and category of a product of the class default.
_words := {i: concat(", ", sort(words)) |
	some i, declaration in input.declarations
	declaration.cra.class.value == "default"
	spoken := replace(lower(concat(" ", ["", declaration.product_details.type.value, declaration.product_category.value, ""])), "-", " ")
	words := {word | some word in _parameters.listed_words; contains(spoken, concat("", [" ", word, " "]))}
	count(words) > 0
}

# Products of the class default that a person must hold against the lists.
_to_compare[i] := "sounds_listed" if some i, _ in _words

_to_compare[i] := "no_type" if {
	some i, declaration in input.declarations
	declaration.cra.class.value == "default"
	{declaration.product_details.type.state, declaration.product_category.state} & {"stated"} == set()
}

# Standards that the declaration names and that the EU lists for the CRA.
_listed := {i: concat(", ", sort(ids)) |
	some i, declaration in input.declarations
	ids := {standard.id.value |
		some standard in declaration.standards.items
		some row in data.bidgate.catalog.requirements["conformity.known_standard"].members
		lower(standard.id.value) in row.columns.names
		row.columns.listed_for_cra <= input.as_of.text
	}
	count(ids) > 0
}

_args(i) := {
	"class": replace(input.declarations[i].cra.class.value, "_", " "),
	"route": replace(input.declarations[i].cra.route.value, "_", " "),
}

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.state}, "at": ["declarations", f.i, "cra", f.key]} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"code": outcome, "args": {"class": _args(i).class}, "at": ["declarations", i, "cra", "route"]} if {
	some i, outcome in _judged
	outcome in {"alone", "no_listed_standard"}
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.state}, "at": ["declarations", f.i, "cra", f.key]} if {
	some f in _fields
	f.state in states.told
}

review contains {"code": "no_body", "args": {"route": _args(i).route}, "at": ["declarations", i, "cra", "route"]} if {
	some i, "no_body" in _judged
}

review contains {"code": "free", "args": {"class": _args(i).class}, "at": ["declarations", i, "cra", "route"]} if {
	some i, "free" in _judged
}

review contains {"code": "standards", "args": {"class": _args(i).class, "standards": _listed[i]}, "at": ["declarations", i, "cra", "route"]} if {
	some i, "standards" in _judged
}

review contains {"code": "sounds_listed", "args": {"words": _words[i]}, "at": ["declarations", i, "cra", "class"]} if {
	some i, "sounds_listed" in _judged
}

review contains {"code": "no_type", "args": {}, "at": ["declarations", i, "cra", "class"]} if {
	some i, "no_type" in _judged
}

basis contains {"code": "open", "args": _args(i), "at": ["declarations", i, "cra"], "level": "asserted"} if {
	some i, "open" in _judged
}
