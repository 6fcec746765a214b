package engine_test

// unseenPromises are gaps and contradictions in what the maker promises.
var unseenPromises = []plant{
	{"severe weaknesses are mended last", oneOf("disclosure.fix_times"), oneOf("disclosure.", "cra.", "nist_8259"), func(b *seedbed) bool {
		at(b.declaration(), "updates")["sla_days"] = object{"critical": 180, "high": 90, "medium": 30, "low": 14}
		return true
	}},
	{"high weaknesses are mended before critical ones", oneOf("disclosure.fix_times"), oneOf("disclosure.", "cra.", "nist_8259"), func(b *seedbed) bool {
		at(b.declaration(), "updates")["sla_days"] = object{"critical": 30, "high": 14, "medium": 90, "low": 180}
		return true
	}},
	{"reports are confirmed after more than a year", oneOf("disclosure.response_times"), oneOf("disclosure.", "cra.", "psti.", "consistency.terms.confirmation"), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["acknowledgement_days"] = 400
		return true
	}},
	{"policy at an address that nobody outside can open", oneOf("disclosure.policy"), oneOf("disclosure.", "cra.", "psti.", "nist_8259", "sbom."), func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["policy"] = "https://localhost/policy"
		return true
	}},
	{"last update long before support ends", oneOf("support.", "nist_8259r1.end_of_life_plan", "consistency."), oneOf("support.", "cra.", "nist_8259"), func(b *seedbed) bool {
		at(b.declaration(), "support", "eol_plan")["last_update"] = "2028-01-31"
		return true
	}},
	{"support begins long after the product is sold", oneOf("support.", "nist_8259r1.support_planned", "consistency."), oneOf("support.", "cra.", "psti.", "nist_8259"), func(b *seedbed) bool {
		s := at(b.declaration(), "support")
		s["start"], s["end"] = "2029-01-01", "2044-01-01"
		delete(s, "period")
		return true
	}},
	{"product is used far longer than it is supported", oneOf("support.", "nist_8259r1.support_planned", "cra.support_period"), oneOf("support.", "cra.", "nist_8259"), func(b *seedbed) bool {
		row := b.one(b.declaration(), "use_cases", nil)
		if row == nil {
			return false
		}
		row["lifetime_years"] = 40
		return true
	}},
	{"end of support announced a week before", oneOf("support.notice"), oneOf("support.", "cra.", "nist_8259"), func(b *seedbed) bool {
		at(b.declaration(), "support")["notice_days"] = 7
		return true
	}},
	{"covered equipment is offered", oneOf("origin.section_889"), oneOf("origin."), func(b *seedbed) bool {
		at(b.declaration(), "section_889")["part_a"] = true
		return true
	}},
	{"need that nobody meets", oneOf("nist_8259r1.needs_allocated"), oneOf("nist_8259"), func(b *seedbed) bool {
		row := b.one(b.declaration(), "needs", nil)
		if row == nil {
			return false
		}
		row["allocated_to"] = []any{}
		return true
	}},
	{"password scheme in a word that says nothing", oneOf("consumer.password_scheme", "screening.documents_sound.value"), oneOf("consistency.", "nist_8259", "psti.", "consumer."), func(b *seedbed) bool {
		b.declaration()["password_scheme"] = "strong"
		return true
	}},
	{"important product, and the maker assesses it alone without a standard", oneOf("cra.class_route"), oneOf("cra."), func(b *seedbed) bool {
		b.declaration()["cra"] = object{"class": "important_2", "route": "module_a"}
		return true
	}},
	{"nothing said of where it is made", oneOf("origin.control_disclosed"), oneOf("origin."), func(b *seedbed) bool {
		had := b.declaration()["country_of_production"] != nil
		delete(b.declaration(), "country_of_production")
		return had
	}},
}

// unseenHarmless are changes in which nothing is wrong.
var unseenHarmless = []plant{
	{"nothing: a component with a name like a placeholder", nil, nil, func(b *seedbed) bool {
		return withComponent(b, func(c object) {
			c["description"] = "Stands in for values that are null, none or unknown; see TODO in its manual."
		})
	}},
	{"nothing: an answer that denies bad things", nil, nil, func(b *seedbed) bool {
		a := b.one(b.declaration(), "answers", func(row object) bool { return row["status"] == "met" && row["statement"] != nil })
		a["statement"] = a["statement"].(string) + " No password is shared, nothing unsigned is installed, and nothing is planned to change this."
		return true
	}},
	{"nothing: a met threat of everything bad", nil, nil, func(b *seedbed) bool {
		threat := b.settled()
		threat["statement"] = threat["statement"].(string) + " Debug ports, default passwords, clear text and missing logs were looked at too."
		return true
	}},
	{"nothing: a further form for advisories", nil, nil, func(b *seedbed) bool {
		at(b.declaration(), "vulnerability_disclosure")["machine_readable"] = []any{"csaf", "openvex"}
		return true
	}},
	{"nothing: a component is said to be required", nil, nil, func(b *seedbed) bool {
		return withComponent(b, func(c object) { c["scope"] = "required" })
	}},
	{"nothing: time of the SBOM in another zone", nil, nil, func(b *seedbed) bool {
		at(b.sbom(), "metadata")["timestamp"] = "2026-10-05T09:20:00+02:00"
		return true
	}},
	{"nothing: faster fixes", nil, nil, func(b *seedbed) bool {
		at(b.declaration(), "updates")["sla_days"] = object{"critical": 7, "high": 7, "medium": 30, "low": 30}
		return true
	}},
	{"nothing: a further use", nil, nil, func(b *seedbed) bool {
		add(b.declaration(), "use_cases", object{"id": "UC-planted", "purpose": "training of staff", "environment": "indoors", "network": "none", "place": "school", "lifetime_years": 5})
		return true
	}},
	{"nothing: a further duty that customers are told of", nil, nil, func(b *seedbed) bool {
		row := b.one(b.declaration(), "responsibility_matrix", func(row object) bool { return row["told_in"] != nil })
		if row != nil {
			add(b.declaration(), "responsibility_matrix", object{"topic": "training of staff", "manufacturer": "courses", "deployer": "required", "user": "none", "told_in": row["told_in"]})
		}
		return row != nil
	}},
}
