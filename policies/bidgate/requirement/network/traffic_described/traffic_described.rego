# METADATA
# title: The traffic that the product needs is described
# description: |
#   Asks for a manufacturer usage description (MUD): the hosts that the product
#   talks with, in a form from which a network can be closed to all else. It must
#   hold rules, and must not say that the maker no longer supports the product
#   while the declaration promises support. A host that is in no DNS zone of the
#   declaration and is no endpoint of a service in an SBOM is for a person, who
#   asks whose host it is; so is a bundle without such a description. Another
#   product or release than the declaration is about is for a person. This cannot
#   tell whether the product keeps to it.
# custom:
#   contract: 1
#   severity: info
#   section: deployment
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: RFC 8520, edition: "2019", clause: "2 and 3", confidence: secondary}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: DEP.11.02, confidence: secondary}
#   messages:
#     not_supported: "The description of traffic says that the maker no longer supports the product, and the declaration promises support until {day:date}."
#     out_of_support: "The description of traffic says that the maker no longer supports the product, so a person must ask."
#     support_not_told: "The description of traffic does not say whether the maker supports the product; that is {state}."
#     of_another: "The description of traffic gives the {field} {own}, and the declaration {other}, so a person must ask which product it is of."
#     no_rules: "The description of traffic holds no rule, so it describes nothing."
#     other_host: "The description of traffic names the host {host}, which no other document speaks of, so a person must ask whose it is."
#     not_described: "Nothing in the bundle describes the traffic that the product needs, so a person must ask for it."
#     described: "The traffic that the product needs is described in {rules:rule|rules}; hosts that they name: {hosts}."
#   remedy: Send a MUD file (RFC 8520) for the product version on offer, and name its hosts in the declaration.
#   question: With which hosts, protocols and ports does the product talk?
#   tags: [core_area:network_security, csf:PR, csf2:PR.IR-01]
package bidgate.requirement.network.traffic_described

_described contains i if {
	some i, attachment in input.attachments
	attachment.form == "mud"
	attachment.traffic.state == "stated"
}

_declared_ends contains end.value.day if {
	some declaration in input.declarations
	end := declaration.support.end
	end.state == "stated"
	end.value.day >= input.as_of.day
}

_given_up contains i if {
	some i in _described
	input.attachments[i].traffic.supported.state == "stated"
	input.attachments[i].traffic.supported.value == false
}

_kept contains i if {
	some i in _described
	input.attachments[i].traffic.supported.state == "stated"
	input.attachments[i].traffic.supported.value == true
}

_other_hosts contains ["attachments", i, "traffic", "hosts", "items", j] if {
	some i in _described
	some j, host in input.attachments[i].traffic.hosts.items
	host.declared == "none"
}

# Descriptions of another product or release than the declarations are about.
_of_another contains {"i": i, "field": field, "own": own, "other": other} if {
	some i in _described
	about := input.attachments[i].product
	some declaration in input.declarations
	product := declaration.product
	some field, [mine, theirs] in {"name": [about.name, product.name], "version": [about.version, product.version]}
	{mine.state, theirs.state} == {"stated"}
	own := mine.value
	other := theirs.value
	not _fits(field, about, lower(own), lower(other))
	count(input.declarations) == 1
}

_fits("name", _, own, other) if contains(other, own)

_fits("name", _, own, other) if contains(own, other)

_fits("version", _, own, other) if trim_prefix(own, "v") == trim_prefix(other, "v")

review contains {
	"code": "of_another",
	"args": {"field": another.field, "own": another.own, "other": another.other},
	"at": ["attachments", another.i, "product", another.field],
} if {
	some another in _of_another
}

_without_rules contains i if {
	some i in _described
	input.attachments[i].traffic.rules == 0
}

violation contains {
	"code": "not_supported",
	"args": {"day": max(_declared_ends)},
	"at": ["attachments", i, "traffic", "supported"],
} if {
	some i in _given_up
}

review contains {"code": "out_of_support", "args": {}, "at": ["attachments", i, "traffic", "supported"]} if {
	some i in _given_up
	count(_declared_ends) == 0
}

review contains {
	"code": "support_not_told",
	"args": {"state": state},
	"at": ["attachments", i, "traffic", "supported"],
} if {
	some i in (_described - (_given_up | _kept))
	state := input.attachments[i].traffic.supported.state
}

review contains {"code": "no_rules", "args": {}, "at": ["attachments", i, "traffic"]} if {
	some i in _without_rules
}

review contains {"code": "other_host", "args": {"host": input.attachments[at[1]].traffic.hosts.items[at[5]].name}, "at": at} if {
	some at in _other_hosts
}

review contains {"code": "not_described", "args": {}, "at": ["bundle"]} if {
	count(_described) == 0
}

basis contains {
	"code": "described",
	"args": {"rules": traffic.rules, "hosts": count(traffic.hosts.items)},
	"at": ["attachments", i, "traffic"],
	"level": "asserted",
} if {
	some i in _kept
	count(_given_up) == 0
	count(_other_hosts) + count(_of_another) == 0
	traffic := input.attachments[i].traffic
	traffic.rules > 0
}
