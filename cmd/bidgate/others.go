package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// others gives for each bid what is known of the other bids of the tender:
// what they offer, and by what their SBOMs are told apart where their bundles
// are screened in the same run. Bundles that no offer names are no bids: two
// of them may be drafts of one. They are read ahead of the screening and
// dropped again, because all of them together may need much memory. What becomes
// of a bundle that cannot be opened is for unread to say.
func (p *program) others(c *cli.Context, b *buyer, unread func(error) error) ([][]evidence.Bid, error) {
	known, of := []evidence.Bid{}, make([]int, len(b.bids))
	named := 0
	for i := range b.bids {
		of[i] = -1
		if b.bids[i].offer.Vendor != "" {
			named++
		}
	}
	for i, bid := range b.bids {
		if bid.offer.Vendor == "" {
			continue
		}
		other := bidOf(bid.offer)
		if named > 1 {
			bundle, err := p.openBundle(c.Context, bid.path, b.limits)
			if err != nil {
				if err = unread(err); err != nil {
					return nil, err
				}
			} else {
				other.SBOMs = evidence.Read(bundle).SBOMIdentities()
			}
		}
		of[i] = len(known)
		known = append(known, other)
	}
	for _, offer := range b.tender.Offers {
		if !slices.ContainsFunc(b.bids, func(bid bid) bool { return samePath(bid.path, offer.Bundle) }) {
			known = append(known, bidOf(reported(offer)))
		}
	}
	others := make([][]evidence.Bid, len(b.bids))
	for i, own := range of {
		if own >= 0 {
			others[i] = slices.Delete(slices.Clone(known), own, own+1)
		}
	}
	return others, nil
}

func bidOf(offer report.Offer) evidence.Bid {
	bid := evidence.Bid{Vendor: offer.Vendor}
	for _, item := range offer.Items {
		bid.Items = append(bid.Items, evidence.OfferItem(item))
	}
	return bid
}
