# METADATA
# title: Nothing is on the FCC Covered List
# description: |
#   Looks up every supplier, producer, publisher, domain and identifier that the
#   bundle names in the buyer's lists under the Covered List of the FCC, and
#   compares the declared category of the product with the categories that the
#   list covers whoever makes them, such as consumer routers and drones. In such
#   a category the design, the development and the assembly must all be in the
#   home countries. A listed source fails, and so does production elsewhere; a
#   conditional approval is recorded as an exception. A fit by name alone, a
#   category or country that is not stated, and a list without entries are for a
#   person. This cannot tell whether the declared category and countries are true.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom, declaration], buyer: [prohibited_sources]}
#   over: bundle
#   sources:
#     - {standard: Secure and Trusted Communications Networks Act, edition: "2020", clause: Section 2, confidence: secondary}
#     - {standard: FCC Covered List, edition: "2026", clause: Categories by country of production, confidence: secondary}
#   parameters:
#     legal_bases: {type: strings, default: [FCC Covered List], description: "Legal bases, as your lists name them, whose entries count here."}
#     categories: {type: strings, default: [consumer_router, drone], description: "Categories of products that must be made in the home countries."}
#     home_countries: {type: strings, default: [US], description: "Countries, as two letters, in which such products may be made."}
#   messages:
#     listed: "{value} (the {field}) fits {name} by {by}, which is listed under {basis}."
#     by_name: "{value} (the {field}) fits {name} by name alone, which is listed under {basis}, so a person must confirm it."
#     made_elsewhere: "The product is declared to be a {category}, and its {stage} is in {countries}; the Covered List asks for {home}."
#     no_category: "The category of the product is {state}, so a person must find out whether the Covered List covers it."
#     no_country: "The product is declared to be a {category}, and where its {stage} is stands {state}, so a person must ask."
#     no_list: "Your lists have no entry under {bases}, so a person must look for these sources."
#     nothing_looked_up: "The bundle names nobody who could be looked up in the lists, so a person must ask where the product comes from."
#     not_covered: "The declared category and countries are not covered; {looked_up:name was|names were} looked up in {entries:entry|entries} under {bases}, and none is listed ({sets})."
#   remedy: Offer a product that the Covered List does not cover, and declare its category and where it is designed, developed and assembled.
#   question: What category of product is this, and in which countries is it designed, developed and assembled?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.origin.fcc_covered

import data.bidgate.lib.lookup
import data.bidgate.lib.source_list

_parameters := input.parameters.origin.fcc_covered

_fits := source_list.fits(_parameters.legal_bases)

# Categories as declared, without regard to case, spaces and hyphens.
_category := {i: regex.replace(lower(declaration.product_category.value), `[\s-]+`, "_") |
	some i, declaration in input.declarations
	declaration.product_category.state == "stated"
}

_stages contains {"i": i, "category": category, "stage": stage, "state": countries[0], "countries": countries[1]} if {
	some i, category in _category
	category in _parameters.categories
	origin := input.declarations[i].country_of_production
	some stage, countries in {
		"design": [origin.design.state, origin.design.items],
		"development": [origin.development.state, origin.development.items],
		"assembly": [origin.assembly.state, origin.assembly.items],
	}
}

_elsewhere(countries) := [country | some country in countries; not country in _parameters.home_countries]

# Declarations whose product the categories do not bar.
_free := {i |
	some i, category in _category
	not category in _parameters.categories
} | {i |
	some i, _ in _category
	homely := [1 |
		some stage in _stages
		stage.i == i
		stage.state == "stated"
		count(stage.countries) > 0
		_elsewhere(stage.countries) == []
	]
	count(homely) == 3
}

violation contains {"code": "listed", "args": fit.args, "at": fit.at} if {
	some fit in _fits
	not fit.weak
}

violation contains {
	"code": "made_elsewhere",
	"args": {"category": stage.category, "stage": stage.stage, "countries": elsewhere, "home": _parameters.home_countries},
	"at": ["declarations", stage.i, "country_of_production", stage.stage],
} if {
	some stage in _stages
	elsewhere := _elsewhere(stage.countries)
	count(elsewhere) > 0
}

review contains {"code": "by_name", "args": fit.args, "at": fit.at} if {
	some fit in _fits
	fit.weak
}

review contains {
	"code": "no_category",
	"args": {"state": declaration.product_category.state},
	"at": ["declarations", i, "product_category"],
} if {
	some i, declaration in input.declarations
	declaration.product_category.state != "stated"
}

review contains {
	"code": "no_country",
	"args": {"category": stage.category, "stage": stage.stage, "state": stage.state},
	"at": ["declarations", stage.i, "country_of_production"],
} if {
	some stage in _stages
	count(stage.countries) == 0
}

review contains {"code": "no_list", "args": {"bases": _parameters.legal_bases}, "at": ["sources"]} if {
	not source_list.covered(_parameters.legal_bases)
}

review contains {"code": "nothing_looked_up", "args": {}, "at": ["sources"]} if input.sources.looked_up == 0

basis contains {
	"code": "not_covered",
	"args": {
		"looked_up": input.sources.looked_up,
		"entries": source_list.entries(_parameters.legal_bases),
		"bases": _parameters.legal_bases,
		"sets": lookup.sets({"prohibited_sources"}),
	},
	"at": ["sources"],
	"level": "asserted",
} if {
	source_list.covered(_parameters.legal_bases)
	input.sources.looked_up > 0
	count(_fits) == 0
	count(_free) > 0
	count(_free) == count(input.declarations)
}
