package tender

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// Tender is one procurement as its file states it. The files that it names are
// relative to it and are not opened here.
type Tender struct {
	ID      string
	AsOf    Day // zero where the file leaves the date to the caller
	Profile ProfileRef
	// Parameters is keyed by the id of the requirement, then by parameter; the
	// values are as in a Choice.
	Parameters     map[string]map[string]any
	Exceptions     string // file name, or ""
	Determinations string // file name, or ""
	Limits         string // file name, or ""
	Keys           string // file name of the keys to trust for signatures in bundles, or ""
	Data           string // folder of data sets, or ""
	Annex          string // file name of the annex that was published, as JSON, or ""
	RecordKeys     string // file name of the keys that must have signed exceptions and determinations, or ""
	Offers         []Offer
}

// ProfileRef names a profile, by name or by file; both are "" when the tender
// names none.
type ProfileRef struct {
	Name   string
	File   string
	Digest string // "sha256:" and hex, of the file's bytes; "" where it is not stated
}

// Offer is one bid: where its bundle is, and what the buyer calls it.
type Offer struct {
	Bundle string
	Vendor string
	Items  []Item
}

// Item is one product offered.
type Item struct {
	Product string
	Version string // may be ""
}

// ParseTender reads a tender; name is the file's name for errors.
func ParseTender(name string, data []byte) (*Tender, error) {
	d, o := parse(name, data, "tender", "id", "as_of", "profile", "parameters",
		"exceptions", "determinations", "limits", "keys", "data", "annex", "record_keys", "offers")
	if o == nil {
		return nil, d.faults
	}
	o.need("id")
	t := &Tender{
		ID:             o.text("id"),
		AsOf:           o.day("as_of"),
		Parameters:     map[string]map[string]any{},
		Exceptions:     o.text("exceptions"),
		Determinations: o.text("determinations"),
		Limits:         o.text("limits"),
		Keys:           o.text("keys"),
		Data:           o.text("data"),
		Annex:          o.text("annex"),
		RecordKeys:     o.text("record_keys"),
		Offers:         each(o, "offers", d.offer),
	}
	if o.has("profile") {
		t.Profile = d.profileRef(o.values["profile"])
	}
	o.entries("parameters", func(id string, n *yaml.Node, place string) {
		if m := findingForm().FindStringSubmatch(id); m == nil || m[2] != "" {
			d.fault(d.lines[place], place, "is not the id of a requirement", idHint)
			return
		}
		t.Parameters[id] = d.values(n, place)
	})
	t.checkBundles(d)
	if len(d.faults) > 0 {
		return nil, d.faults.sorted()
	}
	return t, nil
}

func (d *document) profileRef(n *yaml.Node) ProfileRef {
	o := d.object(n, "profile", "a tender's profile", "name", "file", "digest")
	if n.Kind == yaml.MappingNode && o.has("name") == o.has("file") {
		d.fault(n.Line, "profile", "must give either name or file", "write `profile: {name: baseline}` or `profile: {file: profile.yaml}`")
	}
	ref := ProfileRef{Name: o.profileID("name"), File: o.text("file")}
	if digest := o.digest("digest"); digest != "" {
		ref.Digest = "sha256:" + digest
	}
	return ref
}

func (d *document) offer(n *yaml.Node, place string) Offer {
	o := d.object(n, place, "an offer", "bundle", "vendor", "items")
	o.need("bundle", "vendor")
	return Offer{Bundle: o.text("bundle"), Vendor: o.text("vendor"), Items: each(o, "items", d.item)}
}

func (d *document) item(n *yaml.Node, place string) Item {
	o := d.object(n, place, "an item", "product", "version")
	o.need("product")
	return Item{Product: o.text("product"), Version: o.text("version")}
}

func (d *document) values(n *yaml.Node, place string) map[string]any {
	values := map[string]any{}
	if n.Kind != yaml.MappingNode {
		d.fault(n.Line, place, "must hold keys and values", "write one `parameter: value` a line below it")
		return values
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		values[name] = d.parameter(n.Content[i+1], join(place, name))
	}
	return values
}

// checkBundles refuses one bundle under two offers: two verdicts on one bundle
// would differ only by what the buyer calls it.
func (t *Tender) checkBundles(d *document) {
	seen := map[string]bool{}
	for i, offer := range t.Offers {
		if offer.Bundle != "" && seen[offer.Bundle] {
			key := fmt.Sprintf("offers[%d].bundle", i)
			d.fault(d.lines[key], key, quoted(offer.Bundle)+" is named by an earlier offer", "keep one offer for each bundle")
		}
		seen[offer.Bundle] = true
	}
}
