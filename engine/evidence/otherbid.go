package evidence

import (
	"cmp"
	"slices"
	"strings"
)

// Bid is what the buyer knows of another bid in the same procurement.
type Bid struct {
	Vendor string
	Items  []OfferItem
	// SBOMs are those of the bid's bundle, where it was read.
	SBOMs []SBOMIdentity
}

// SBOMIdentity is by what one SBOM is told from every other one.
type SBOMIdentity struct {
	SerialNumber string // as stated; "" when it states none
	SHA256       string // hex, lower case, of the document
}

// SBOMIdentities are those of the bundle's SBOMs.
func (d *Dossier) SBOMIdentities() []SBOMIdentity {
	identities := make([]SBOMIdentity, len(d.SBOMs))
	for i := range d.SBOMs {
		identities[i] = SBOMIdentity{SerialNumber: value(d.SBOMs[i].SerialNumber), SHA256: d.Bundle.Documents[d.SBOMs[i].Document].SHA256}
	}
	return identities
}

// OtherBid is another bid as policies see it.
type OtherBid struct {
	Vendor string     `json:"vendor"`
	Items  []Item     `json:"items"`
	Shared []SharedID `json:"shared"`
}

// Item is one product of another bid.
type Item struct {
	Product string `json:"product"`
	Version string `json:"version"`
}

// SharedID is something that tells bids apart and that a document of the
// bundle has in common with another bid.
type SharedID struct {
	Document Side `json:"document"`
	// By: "digest" and "serial_number" of an SBOM, or "product": the document
	// names an item of the other bid.
	By    string `json:"by" enum:"digest,serial_number,product"`
	Value string `json:"value"`
	// Ours says that the document names an item of the offer, too.
	Ours bool `json:"ours"`
	// Theirs says that the document names an item of the other bid.
	Theirs bool `json:"theirs"`
}

// OtherBids compares the documents with the other bids of the procurement. The
// order of the bids makes no difference.
func (d *Dossier) OtherBids(vendor string, items []OfferItem, bids []Bid) []OtherBid {
	others := make([]OtherBid, 0, len(bids))
	l, ours := newLinker(d), newOffer(vendor, items)
	for _, bid := range bids {
		other := OtherBid{Vendor: bid.Vendor, Items: []Item{}, Shared: []SharedID{}}
		for _, item := range bid.Items {
			other.Items = append(other.Items, Item(item))
		}
		theirs := newOffer(bid.Vendor, bid.Items)
		for _, c := range slices.Concat(l.sboms, l.models, l.decls) {
			other.Shared = append(other.Shared, d.shared(c, ours, theirs, bid)...)
		}
		others = append(others, other)
	}
	slices.SortStableFunc(others, func(a, b OtherBid) int {
		return cmp.Or(strings.Compare(a.Vendor, b.Vendor), slices.CompareFunc(a.Items, b.Items, Item.compare),
			slices.CompareFunc(a.Shared, b.Shared, SharedID.compare))
	})
	return others
}

func (i Item) compare(other Item) int {
	return cmp.Or(strings.Compare(i.Product, other.Product), strings.Compare(i.Version, other.Version))
}

func (s SharedID) compare(other SharedID) int {
	return cmp.Or(strings.Compare(string(s.Document.Kind), string(other.Document.Kind)), s.Document.Index-other.Document.Index,
		strings.Compare(s.By, other.By), strings.Compare(s.Value, other.Value))
}

// shared compares one document with one other bid. An SBOM that is the very
// file has the same serial number too, which is not told again.
func (d *Dossier) shared(c claim, ours, theirs offer, bid Bid) []SharedID {
	_, own := ours.find(c.whole)
	_, foreign := theirs.find(c.whole)
	id := SharedID{Document: c.side, Ours: own, Theirs: foreign}
	var shared []SharedID
	if foreign {
		id.By, id.Value = "product", c.whole.name
		shared = append(shared, id)
	}
	if c.side.Kind != KindSBOM {
		return shared
	}
	mine := d.SBOMIdentities()[c.side.Index]
	switch {
	case mine.SHA256 != "" && slices.ContainsFunc(bid.SBOMs, func(s SBOMIdentity) bool { return s.SHA256 == mine.SHA256 }):
		id.By, id.Value = "digest", "sha256:"+mine.SHA256
		shared = append(shared, id)
	case mine.SerialNumber != "" && slices.ContainsFunc(bid.SBOMs, func(s SBOMIdentity) bool { return strings.EqualFold(s.SerialNumber, mine.SerialNumber) }):
		id.By, id.Value = "serial_number", mine.SerialNumber
		shared = append(shared, id)
	}
	return shared
}
