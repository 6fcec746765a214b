package engine_test

import (
	"github.com/bidgate/bidgate/engine/advisory"
)

// The vulnerabilities of these exhibits are invented; their numbers are beyond
// those that are given.
const (
	weakness   = "CVE-2025-9999999"
	other      = "CVE-2025-9999998" // of nothing in the bundle
	weakPart   = "github.com/0xAX/notificator"
	weakPURL   = "pkg:golang/github.com/0xAX/notificator@v0.0.0-20191016112426-3962a5ea8da1"
	weakRating = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
)

// weaknesses are lists of vulnerabilities in which the part has one. How it is
// attacked is told by automatable and impact; "" tells nothing.
func weaknesses(exploited bool, automatable, impact string) []advisory.Content {
	lists := []advisory.Content{
		{Set: set("advisories", advisory.KindAdvisories, "2026-11-10"), Advisories: []advisory.Advisory{{
			ID: weakness, Published: "2025-02-03T00:00:00Z", Severity: []advisory.Severity{{Type: "CVSS_V3", Score: weakRating}},
			Affected: []advisory.Affected{{Ecosystem: "Go", Name: weakPart, Ranges: []advisory.Range{{Type: "SEMVER", Events: []advisory.Event{{Introduced: "0"}}}}}},
		}}},
		{Set: set("predictions", advisory.KindEPSS, "2026-11-10"), Scores: []advisory.Score{{CVE: weakness, Probability: 0.9, Percentile: 0.99}}},
		{Set: set("exploited", advisory.KindKEV, "2026-11-10"), Exploited: []advisory.Exploited{{CVE: other, Added: "2025-03-01", Due: "2025-03-22"}}},
		{Set: set("decision points", advisory.KindSSVC, "2026-11-10"), Points: []advisory.Points{{CVE: other, Exploitation: "none", Automatable: "no", Impact: "partial", Date: "2026-01-02"}}},
	}
	lists[0].Ecosystems = []string{"Go"}
	if exploited {
		lists[2].Exploited = append(lists[2].Exploited, advisory.Exploited{CVE: weakness, Added: "2025-03-01", Due: "2025-03-22"})
	}
	if automatable != "" {
		lists[3].Points = append(lists[3].Points, advisory.Points{CVE: weakness, Exploitation: "active", Automatable: automatable, Impact: impact, Date: "2026-01-02"})
	}
	return lists
}

// unharmed are lists of which nothing fits the bundle.
func unharmed() []advisory.Content {
	lists := weaknesses(false, "", "")
	lists[0].Advisories[0].Affected[0].Name = "github.com/fjordpost/other"
	return lists
}

// exposed says that the product can be reached from the internet.
func exposed(yes bool) map[string]map[string]any {
	return asked("vulnerability.remediation_deadline", "exposed", yes)
}

// told puts a statement on a vulnerability into the SBOM.
func told(id string, analysis object) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		b.few(2)
		b.sbom()["specVersion"] = "1.6"
		row := object{"id": id, "affects": []any{object{"ref": weakPURL}}}
		if analysis != nil {
			row["analysis"] = analysis
		}
		b.sbom()["vulnerabilities"] = []any{row}
		return true
	}
}

// linked ties a threat to a component of the SBOM, by its bom-ref.
func linked(ref string, then func(b *seedbed) bool) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		rowsOf(b.model(), "threats")[0]["bom_refs"] = []any{ref}
		b.model()["sbom_ref"] = b.sbom()["serialNumber"]
		return then(b)
	}
}

const twoComponents = "the SBOM lists two components"

// vulnerabilityExhibits show what depends on lists of vulnerabilities.
var vulnerabilityExhibits = []exhibit{
	{plant: plant{fact: twoComponents, put: short}, buyer: "brings lists of vulnerabilities of which none fits", with: brings(unharmed()...)},
	{plant: plant{fact: twoComponents, put: short}, buyer: "brings lists by which one has a vulnerability that is known to be exploited", with: brings(weaknesses(true, "", "")...)},
	{
		plant: plant{fact: twoComponents, put: short}, buyer: "brings lists by which one has a vulnerability whose attack can be automated, and says that the product is exposed",
		asks: exposed(true), with: brings(weaknesses(false, "yes", "total")...),
	},
	{
		plant: plant{fact: twoComponents, put: short}, buyer: "brings lists by which one has a vulnerability, and says that the product is exposed",
		asks: exposed(true), with: brings(weaknesses(false, "", "")...),
	},
	{
		plant: plant{fact: twoComponents, put: short}, buyer: "brings lists by which one has a vulnerability whose attack can be automated",
		asks: exposed(false), with: brings(weaknesses(false, "yes", "total")...),
	},
	{
		plant: plant{fact: "the SBOM tells of a vulnerability, and that it does not affect the product", put: told(weakness, object{"state": "not_affected", "justification": "code_not_reachable", "lastUpdated": "2026-10-01T00:00:00Z"})},
		buyer: "brings lists of vulnerabilities of which none fits", with: brings(unharmed()...),
	},
	{
		plant: plant{fact: "the SBOM tells of a vulnerability, and not whether it affects the product", put: told(weakness, nil)},
		buyer: "brings lists of vulnerabilities of which none fits", with: brings(unharmed()...),
	},
	{
		plant: plant{fact: "the SBOM tells that a vulnerability affects the product, and a threat is linked to its component", put: linked(weakPURL, told(weakness, object{"state": "exploitable"}))},
		buyer: "brings lists by which one component has it", with: brings(weaknesses(false, "", "")...),
	},
	{
		plant: plant{fact: "the SBOM tells that a vulnerability affects the product, and threats are linked to other components only",
			put: linked("pkg:golang/github.com/AndreasBriese/bbloom@v0.0.0-20190306092124-e2d15f34fcf9", told(weakness, object{"state": "exploitable"}))},
		buyer: "brings lists by which one component has it", with: brings(weaknesses(false, "", "")...),
	},
}
