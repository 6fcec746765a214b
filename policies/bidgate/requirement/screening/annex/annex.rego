# METADATA
# title: The screening rests on what was published
# description: |
#   Looks at the buyer's own rules: where an annex was published before bids were
#   judged (`bidgate policy annex`) and is given, the policies, the profile with
#   its parameters and the tender must be those that it names, by their digests.
#   Another day is for a person to look at, for other requirements may be in force
#   on it. Without an annex there is nothing to hold the screening against. This
#   cannot tell whether the annex given is the one that was published.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: Annex, confidence: source}
#   messages:
#     other_policy: "The annex was published with the policies {published}, and this screening rests on {applied}."
#     other_profile: "The annex was published with the profile {published}, and this screening is against {applied}."
#     other_tender: "The annex was published for the tender {published}, and this screening is for {applied}."
#     other_day: "The annex was published for {published}, and this screening is for {applied}, when other requirements may be in force."
#     no_annex: "No annex was given, so the screening was held against none."
#     as_published: "The policies, the profile with its parameters, the day and the tender are those of the annex {digest}."
#   remedy: Screen with the policies, the profile, the parameters and the day that the annex names, or publish it anew before bids are judged.
#   question: This concerns the buyer's own records; the vendor need not answer.
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.screening.annex

_same contains rule.rule if {
	some rule in input.annex.rules
	rule.published == rule.applied
}

_differs contains {"rule": rule.rule, "row": row, "published": _named(rule.published), "applied": _named(rule.applied)} if {
	some row, rule in input.annex.rules
	rule.published != rule.applied
}

_named(text) := text if {
	text != ""
} else := "none"

violation contains {
	"code": "other_policy",
	"args": {"published": d.published, "applied": d.applied},
	"at": ["annex", "rules", d.row],
} if {
	some d in _differs
	d.rule == "policy"
}

violation contains {
	"code": "other_profile",
	"args": {"published": d.published, "applied": d.applied},
	"at": ["annex", "rules", d.row],
} if {
	some d in _differs
	d.rule == "profile"
}

violation contains {
	"code": "other_tender",
	"args": {"published": d.published, "applied": d.applied},
	"at": ["annex", "rules", d.row],
} if {
	some d in _differs
	d.rule == "tender"
}

review contains {
	"code": "other_day",
	"args": {"published": d.published, "applied": d.applied},
	"at": ["annex", "rules", d.row],
} if {
	some d in _differs
	d.rule == "day"
}

not_applicable contains {"code": "no_annex", "args": {}, "at": ["annex"], "level": "verified"} if {
	input.annex.given == false
}

basis contains {
	"code": "as_published",
	"args": {"digest": input.annex.digest},
	"at": ["annex"],
	"level": "verified",
} if {
	input.annex.given
	_same == {"policy", "profile", "day", "tender"}
}
