package main

import (
	"os"
	"path/filepath"
	"strings"

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
	if list := c.String("bids"); list != "" {
		paths, err := bundlesOf(list)
		if err != nil {
			return err
		}
		for _, path := range paths {
			b.bids = append(b.bids, bid{path: path, offer: b.offerOf(path)})
		}
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

// bundlesOf are the bundles that a folder holds, hidden files left out, or that
// a file names, one on each line; a path in it starts from the file's folder.
func bundlesOf(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotRead(path, err, giveBids)
	}
	var bundles []string
	if info.IsDir() {
		entries, err := os.ReadDir(path)
		if err != nil {
			return nil, cannotRead(path, err, giveBids)
		}
		for _, entry := range entries {
			if !strings.HasPrefix(entry.Name(), ".") {
				bundles = append(bundles, filepath.Join(path, entry.Name()))
			}
		}
	} else {
		text, err := parseFile(path, func(_ string, data []byte) (string, error) {
			if len(data) >= maxFile {
				return "", listTooLong(path, maxFile>>20)
			}
			return string(data), nil
		})
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				bundles = append(bundles, beside(filepath.Dir(path), line))
			}
		}
	}
	if len(bundles) == 0 {
		return nil, noBundleIn(path)
	}
	return bundles, nil
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
