# METADATA
# title: The end of support is in a form that programs read
# description: |
#   Asks that a lifecycle record of the product (OpenEoX, CLE or lifecycle
#   properties of CycloneDX) gives the day on which security support ends, so
#   that a buyer's inventory can take it up and warn in time. A day of a wrong
#   form counts as not given. A record that leaves the day open, and one of a
#   product that nothing in the bundle has, is for a person. A record of a single component is not one of the product. The
#   declaration may say the same for people; whether both agree is another
#   requirement. This cannot tell whether the maker will keep the day.
# custom:
#   contract: 1
#   severity: info
#   section: vulnerability-management
#   evidence: {all: [lifecycle]}
#   over: bundle
#   sources:
#     - {standard: Common Lifecycle Enumeration (ECMA-428), edition: "2025", clause: "6, events", confidence: source}
#     - {standard: OpenEoX, edition: CSD01, clause: Core, confidence: source}
#   messages:
#     wrong_form: "The lifecycle record gives the end of support in a wrong form; it is {state}."
#     no_day: "The lifecycle record does not give the day on which security support ends, so a person must ask for it."
#     other_product: "The lifecycle record is of a product that nothing else in the bundle has, so a person must find out whether it is meant."
#     parts_only: "The lifecycle records are of single components, so a person must ask for one of the product."
#     stated: "A lifecycle record says that security support ends on {day:date}."
#   remedy: Add a lifecycle record of the product with the day on which security support ends.
#   question: On which day does security support of the product end?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.lifecycle_readable

# Records of the product: of the subject of an SBOM, or in a form that cannot
# say what it is of.
_of_product contains i if {
	some i, record in input.lifecycle
	record.sbom >= 0
	record.row == -1
}

_of_product contains i if {
	some i, record in input.lifecycle
	"product" in record.unsupported
}

_of_other contains i if {
	some i, record in input.lifecycle
	record.sbom == -1
	not i in _of_product
}

_ends contains {"at": ["lifecycle", i, field], "day": record[field].value.day} if {
	some i in _of_product
	record := input.lifecycle[i]
	some field in {"end_of_security_support", "end_of_support"}
	record[field].state == "stated"
}

_wrong contains {"at": ["lifecycle", i, field], "state": record[field].state} if {
	count(_ends) == 0
	some i in _of_product
	record := input.lifecycle[i]
	some field in {"end_of_security_support", "end_of_support"}
	record[field].state in {"invalid", "placeholder"}
}

violation contains {"code": "wrong_form", "args": {"state": wrong.state}, "at": wrong.at} if some wrong in _wrong

review contains {"code": "no_day", "args": {}, "at": ["lifecycle", i]} if {
	count(_ends) == 0
	some i in (_of_product - {wrong.at[1] | some wrong in _wrong})
}

review contains {"code": "other_product", "args": {}, "at": ["lifecycle", i]} if {
	count(_ends) == 0
	some i in _of_other
}

review contains {"code": "parts_only", "args": {}, "at": ["lifecycle"]} if {
	count(_of_product) == 0
	count(_of_other) == 0
	count(input.lifecycle) > 0
}

basis contains {"code": "stated", "args": {"day": end.day}, "at": end.at, "level": "asserted"} if {
	some end in _ends
}
