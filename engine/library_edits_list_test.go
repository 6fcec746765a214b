package engine_test

import (
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
)

// brings gives the buyer lists.
func brings(contents ...advisory.Content) func(t *testing.T, s *engine.Screening) {
	return func(_ *testing.T, s *engine.Screening) { s.Data = advisory.New(contents...) }
}

// set describes a list of the buyer.
func set(name string, kind advisory.Kind, date string) advisory.Set {
	return advisory.Set{Name: name, Kind: kind, Format: string(kind), Date: date}
}

// bases are the legal bases that the library asks for by itself, and one more.
var bases = []string{"FCC Covered List", "NDAA FY19 section 889", "NDAA FY23 section 5949", "FASCSA", "NDAA FY18 section 1634", "No TikTok on Government Devices Act", "NDAA FY25 section 1709", "Section 1260H"}

// sourcesOn is a list that has this domain under each legal basis.
func sourcesOn(name, domain string) advisory.Content {
	c := advisory.Content{Set: set("sources", advisory.KindSources, "2026-11-01")}
	for i, basis := range bases {
		c.Entities = append(c.Entities, advisory.Entity{ID: string(rune('a' + i)), Name: name, Domains: []string{domain}, LegalBasis: basis})
	}
	return c
}

// honest answers what section 889 and the Covered List ask.
func honest(b *seedbed) bool {
	d := b.declaration()
	d["section_889"] = object{"part_a": false, "part_b": false}
	d["product_category"] = "office software"
	return true
}

// listExhibits show what depends on lists of the buyer, but for vulnerabilities.
var listExhibits = []exhibit{
	{
		plant: plant{fact: "section 889 is answered, and the category is stated", put: honest},
		buyer: "brings a list of barred sources that has nobody of this bundle",
		asks:  asked("origin.other_lists", "legal_bases", []string{"Section 1260H"}), with: brings(sourcesOn("Barred Maker Ltd", "barred.example")),
	},
	{
		plant: plant{fact: "section 889 is answered, and the category is stated", put: honest},
		buyer: "brings a list of barred sources that has the maker's domain",
		asks:  asked("origin.other_lists", "legal_bases", []string{"Section 1260H"}), with: brings(sourcesOn("Fjordpost Drift AS", "fjordpost.example")),
	},
	{
		plant: plant{fact: "a validated cryptographic module is named", put: namesModule},
		buyer: "brings a list in which the certificate is active", with: brings(certificateThatIs("active")),
	},
	{
		plant: plant{fact: "a validated cryptographic module is named", put: namesModule},
		buyer: "brings a list in which the certificate is historical", with: brings(certificateThatIs("historical")),
	},
	{buyer: "brings a list that is a month old", with: brings(sourcesOn("Barred Maker Ltd", "barred.example"))},
	{buyer: "brings a list that is two years old", with: func(_ *testing.T, s *engine.Screening) {
		old := sourcesOn("Barred Maker Ltd", "barred.example")
		old.Date = "2024-11-01"
		s.Data = advisory.New(old)
	}},
	{
		plant: plant{fact: "the SBOM lists two components", put: short},
		buyer: "brings a list in which both are supported longer than the product", with: brings(supportUntil("2032-12-31")),
	},
	{
		plant: plant{fact: "the SBOM lists two components", put: short},
		buyer: "brings a list in which the support of both has ended", with: brings(supportUntil("2024-12-31")),
	},
}

func short(b *seedbed) bool {
	b.few(2)
	return true
}

func namesModule(b *seedbed) bool {
	add(b.declaration(), "cmvp", object{"certificate": "9999", "module": "Fjordpost Crypto Module", "version": "2.1"})
	return true
}

func certificateThatIs(status string) advisory.Content {
	return advisory.Content{Set: set("modules", advisory.KindCertificates, "2026-11-01"), Certificates: []advisory.Certificate{{
		Number: "9999", Module: "Fjordpost Crypto Module", Vendor: "Fjordpost Drift AS", Standard: "FIPS 140-3", Status: status, Versions: []string{"2.1"},
		Validated: "2025-03-01", Sunset: "2030-02-28",
	}}}
}

// supportUntil is a list with the end of support of the components that short leaves.
func supportUntil(day string) advisory.Content {
	c := advisory.Content{Set: set("support", advisory.KindLifecycle, "2026-11-01")}
	for _, name := range []string{"github.com/0xAX/notificator", "github.com/AndreasBriese/bbloom"} {
		c.Cycles = append(c.Cycles, advisory.Cycle{Product: name, PURLs: []string{"pkg:golang/" + name}, EndOfSecurity: day})
	}
	return c
}
