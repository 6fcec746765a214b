package engine_test

import (
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// bridgeItem is what the bundle of commonBed is of.
var bridgeItem = report.Item{Product: "github.com/ProtonMail/proton-bridge", Version: "v1.8.0"}

// onTable names what is on the table.
func onTable(vendor string, items ...report.Item) func(t *testing.T, s *engine.Screening) {
	return func(_ *testing.T, s *engine.Screening) { s.Offer = report.Offer{Vendor: vendor, Items: items} }
}

func onDay(t *testing.T, text string) tender.Day {
	t.Helper()
	day, err := tender.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// buyerExhibits show what depends on the buyer's own records.
var buyerExhibits = []exhibit{
	{buyer: "has been offered version v1.9.0", with: onTable("Fjordpost Drift AS", report.Item{Product: bridgeItem.Product, Version: "v1.9.0"})},
	{
		fixture: "edk2-meets",
		buyer:   "has another bid, for another product", with: func(_ *testing.T, s *engine.Screening) {
			s.Others = []evidence.Bid{{Vendor: "Other Maker Ltd", Items: []evidence.OfferItem{{Product: "Other Board", Version: "3"}}}}
		},
	},
	{
		buyer: "has another bid, for the product of this SBOM", with: func(t *testing.T, s *engine.Screening) {
			onTable("Fjordpost Drift AS", report.Item{Product: "Fjordpost Calendar Sync", Version: "2.7.1"})(t, s)
			s.Others = []evidence.Bid{{Vendor: "Other Maker Ltd", Items: []evidence.OfferItem{{Product: bridgeItem.Product, Version: bridgeItem.Version}}}}
		},
	},
	{
		buyer: "keeps an exception for this offer until the end of 2026", with: func(t *testing.T, s *engine.Screening) {
			onTable("Fjordpost Drift AS", bridgeItem)(t, s)
			s.Exceptions = []tender.Exception{{
				Requirement: "sbom.component_version", Vendor: "Fjordpost Drift AS", Product: bridgeItem.Product, Version: bridgeItem.Version,
				Reason: "The next release lists them.", Approver: "A. Officer", Until: onDay(t, "2026-12-31"),
			}}
		},
	},
	{
		buyer: "keeps a determination made before the screening", with: func(t *testing.T, s *engine.Screening) {
			onTable("Fjordpost Drift AS", bridgeItem)(t, s)
			s.Determinations = []tender.Determination{{
				Requirement: "sbom.component_version", Vendor: "Fjordpost Drift AS", Product: bridgeItem.Product, Outcome: "met",
				Reason: "Seen in the release notes.", Place: "page 2", By: "A. Officer", Date: onDay(t, "2026-11-15"),
			}}
		},
	},
	{
		buyer: "keeps an exception that has ended", with: func(t *testing.T, s *engine.Screening) {
			s.Exceptions = []tender.Exception{{Requirement: "sbom.component_version", WholeTender: true, Reason: "The next release lists them.", Approver: "A. Officer", Until: onDay(t, "2025-12-31")}}
		},
	},
	{
		buyer: "keeps a determination of a day to come", with: func(t *testing.T, s *engine.Screening) {
			s.Determinations = []tender.Determination{{Requirement: "sbom.component_version", Outcome: "met", Reason: "Seen in the release notes.", Place: "page 2", By: "A. Officer", Date: onDay(t, "2027-01-15")}}
		},
	},
	{buyer: "takes SBOMs of up to six years", asks: asked("sbom.timestamp_current", "max_age_days", 2190.0)},
	{plant: plant{fact: "the SBOM has no date", put: func(b *seedbed) bool {
		delete(at(b.sbom(), "metadata"), "timestamp")
		return true
	}}, buyer: "takes SBOMs of up to six years", asks: asked("sbom.timestamp_current", "max_age_days", 2190.0)},
	{buyer: "needs support until 2028", asks: asked("support.covers_use", "needed_until", "2028-01-01")},
	{buyer: "needs support until 2035", asks: asked("support.covers_use", "needed_until", "2035-01-01")},
}

// inOrder gives the keys of a map in their order.
func inOrder(m map[string]string) []string {
	keys := []string{}
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
