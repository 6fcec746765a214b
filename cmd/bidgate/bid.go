package main

import (
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// bid is one bundle to screen, with what the buyer says is offered in it.
type bid struct {
	path  string
	offer report.Offer
}

// listBids takes the bundles of the arguments, else those of the tender. An
// argument that is the bundle of an offer in the tender is that offer.
func (b *buyer) listBids(c *cli.Context) error {
	for _, path := range c.Args().Slice() {
		b.bids = append(b.bids, bid{path: path, offer: b.offerOf(path)})
	}
	if len(b.bids) == 0 {
		for _, offer := range b.tender.Offers {
			b.bids = append(b.bids, bid{path: offer.Bundle, offer: reported(offer)})
		}
	}
	if len(b.bids) == 0 {
		return noBundle()
	}
	seen := map[string]bool{}
	for _, bid := range b.bids {
		if seen[filepath.Clean(bid.path)] {
			return bundleTwice(bid.path)
		}
		seen[filepath.Clean(bid.path)] = true
	}
	return b.offerFlags(c)
}

func (b *buyer) offerOf(path string) report.Offer {
	for _, offer := range b.tender.Offers {
		if samePath(offer.Bundle, path) {
			return reported(offer)
		}
	}
	return report.Offer{}
}

func (b *buyer) offerFlags(c *cli.Context) error {
	vendor, product, version := c.String("offer-vendor"), c.String("offer-product"), c.String("offer-version")
	switch {
	case vendor == "" && product == "" && version == "":
		return nil
	case len(b.bids) > 1:
		return oneOffer(len(b.bids))
	case version != "" && product == "":
		return versionWithoutProduct()
	}
	offer := &b.bids[0].offer
	offer.Vendor = either(vendor, offer.Vendor)
	if product != "" {
		offer.Items = []report.Item{{Product: product, Version: version}}
	}
	return nil
}

func reported(offer tender.Offer) report.Offer {
	items := make([]report.Item, len(offer.Items))
	for i, item := range offer.Items {
		items[i] = report.Item(item)
	}
	return report.Offer{Vendor: offer.Vendor, Items: items}
}

func samePath(a, b string) bool {
	absA, errA := filepath.Abs(a)
	absB, errB := filepath.Abs(b)
	return errA == nil && errB == nil && absA == absB
}
