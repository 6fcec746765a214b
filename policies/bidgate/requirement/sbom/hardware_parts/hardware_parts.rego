# METADATA
# title: Parts of hardware are listed with maker and number, where you ask for them
# description: |
#   Asks of an SBOM that it lists the hardware (an HBOM): components of the type
#   device, each with a maker and a number by which it can be bought and looked
#   up. CycloneDX has no field for the number of a part: an identifier (package
#   URL, CPE, SWID), one of the properties that the buyer names, or else the name
#   itself where it holds a digit is taken. A maker or name that is declared unknown or withheld is
#   for a person. While the buyer does not ask for hardware, nothing is judged.
#   This cannot tell whether all parts are listed.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: OMB M-26-05, edition: "2026", clause: "Hardware bill of materials", confidence: secondary}
#     - {standard: CISA HBOM Framework, edition: "2023", clause: "Part details", confidence: memory}
#   parameters:
#     required: {type: boolean, default: false, description: Whether the SBOM must list the parts of the hardware.}
#     number_properties: {type: strings, default: ["cdx:device:sku", "cdx:device:partNumber"], description: Names of properties that hold the number of a part.}
#   messages:
#     no_parts: "You ask for the parts of the hardware, and the SBOM lists no device."
#     no_maker: "The device {device} states no maker; the entry is {state}."
#     no_number: "The device {device} has no number: no identifier, no such property, and no digit in its name."
#     declared: "The maker of the device {device} is declared {state}, so a person must ask for it."
#     not_asked: "You do not ask for the parts of the hardware."
#     listed: "{n:device listed has|devices listed each have} a maker and a number."
#   remedy: List each device with `manufacturer` or `supplier`, and its number as name or in a property such as cdx:device:sku.
#   question: Which parts does the hardware have, who makes them, and under which number?
#   tags: [core_area:hardware_assurance, csf:ID, csf2:ID.AM-01]
package bidgate.requirement.sbom.hardware_parts

import data.bidgate.lib.states

_parameters := input.parameters.sbom.hardware_parts

# The maker is who made the device, or who supplies it.
_devices contains {"i": i, "row": row, "device": component.name, "maker": _best(component.states.producer, component.states.supplier), "numbered": count([true | _numbered(i, row)]) > 0} if {
	_parameters.required
	some i, components in input.components
	some row, component in components
	component.type == "device"
	component.from in {"metadata", "components", "nested"}
}

_best(producer, supplier) := "stated" if {
	"stated" in {producer, supplier}
} else := min(told) if {
	told := {state | some state in {producer, supplier}; state in states.told}
	count(told) > 0
} else := producer

_numbered(i, row) if input.components[i][row].states.identifier == "stated"

_numbered(i, row) if regex.match(`\d`, input.components[i][row].name)

_numbered(i, row) if {
	some property in input.properties[i]
	property.of == "component"
	property.row == row
	property.name in _parameters.number_properties
	trim_space(property.value) != ""
}

_at(d) := ["components", d.i, d.row]

violation contains {"code": "no_parts", "args": {}, "at": ["sboms", i]} if {
	_parameters.required
	some i, _ in input.sboms
	not i in {d.i | some d in _devices}
}

violation contains {"code": "no_maker", "args": {"device": d.device, "state": d.maker}, "at": _at(d)} if {
	some d in _devices
	d.maker in states.missing
}

violation contains {"code": "no_number", "args": {"device": d.device}, "at": _at(d)} if {
	some d in _devices
	not d.numbered
}

review contains {"code": "declared", "args": {"device": d.device, "state": d.maker}, "at": _at(d)} if {
	some d in _devices
	d.maker in states.told
}

not_applicable contains {"code": "not_asked", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	not _parameters.required
	some i, _ in input.sboms
}

basis contains {"code": "listed", "args": {"n": count(devices)}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	devices := {d | some d in _devices; d.i == i}
	{[d.maker, d.numbered] | some d in devices} == {["stated", true]}
}
