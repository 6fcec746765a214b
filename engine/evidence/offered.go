package evidence

import (
	"slices"
	"strings"
)

// OfferItem is one item of the buyer's offer, as the buyer names it. An empty
// Version is one that the buyer has not named.
type OfferItem struct {
	Product string
	Version string
}

// WithOffer returns a copy of the dossier, which shares all else with it,
// whose documents are compared with what the buyer says is offered. A leading
// vendor name in a product's name makes no difference. Without items nothing
// is compared.
func (d *Dossier) WithOffer(vendor string, items []OfferItem) *Dossier {
	out := *d
	out.Links.Offered = []Offered{}
	if len(items) == 0 {
		return &out
	}
	o := newOffer(vendor, items)
	l := newLinker(d)
	for _, c := range slices.Concat(l.sboms, l.models, l.decls) {
		out.Links.Offered = append(out.Links.Offered, o.compare(c))
	}
	out.Text.Misleading = append(slices.Clone(d.Text.Misleading), d.confusedWithOffer(items)...)
	return &out
}

// offer knows the items by name, without the vendor's where it leads.
type offer struct {
	vendor string
	items  []productName
	byName map[string][]int
}

func newOffer(vendor string, items []OfferItem) offer {
	o := offer{vendor: foldName(vendor), byName: map[string][]int{}}
	for i, item := range items {
		id := productName{name: item.Product, names: []string{foldName(item.Product)}, version: item.Version}
		o.items = append(o.items, id)
		for _, name := range o.names(id) {
			o.byName[name] = append(o.byName[name], i)
		}
	}
	return o
}

// names are the names of id, and what remains of them after the vendor's.
func (o offer) names(id productName) []string {
	names := slices.Clone(id.names)
	for _, name := range id.names {
		if rest, ok := strings.CutPrefix(name, o.vendor+" "); ok && o.vendor != "" && rest != "" {
			names = append(names, rest)
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// compare compares a document with the item that fits it best: one with its
// name, and of those one with its version, else the first. A part of the
// product is compared where the product as a whole fits no item.
func (o offer) compare(c claim) Offered {
	if i, ok := o.find(c.whole); ok {
		return o.with(c.side, c.whole, i)
	}
	for _, name := range c.parts.sorted() {
		part := c.parts.byName[name]
		if i, ok := o.find(part); ok {
			side := c.side
			side.Part = part.part
			return o.with(side, part, i)
		}
	}
	none := Offered{Document: c.side, Item: -1, Name: compare(c.whole.name, "", nil), Version: compare(c.whole.version, "", nil)}
	if len(o.items) == 1 {
		none.Name = compare(c.whole.name, o.items[0].name, func(string, string) bool { return false })
	}
	return none
}

func (o offer) with(side Side, id productName, item int) Offered {
	return Offered{
		Document: side, Item: item,
		Name:    compare(id.name, o.items[item].name, func(string, string) bool { return true }),
		Version: compareVersions(id.version, o.items[item].version),
	}
}

// find is the item with a name of id, and its version where one has it.
func (o offer) find(id productName) (int, bool) {
	var found []int
	for _, name := range o.names(id) {
		found = append(found, o.byName[name]...)
	}
	if len(found) == 0 {
		return -1, false
	}
	slices.Sort(found)
	for _, i := range found {
		if id.version != "" && sameVersion(id.version, o.items[i].version) {
			return i, true
		}
	}
	return found[0], true
}
