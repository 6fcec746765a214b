package tender

import "go.yaml.in/yaml/v3"

// Outcome is what a person found.
type Outcome string

// The outcomes. The zero value is never that of a parsed determination.
const (
	Met    Outcome = "met"
	NotMet Outcome = "not_met"
)

var outcomes = []Outcome{Met, NotMet}

// Determination is a person's recorded look at what a machine cannot read.
type Determination struct {
	Requirement string // area and name
	Member      string // "" is every member
	Vendor      string // with Product, the offer it is about; or ""
	Product     string
	Outcome     Outcome
	Reason      string
	Place       string // where in the document, in words
	Document    string // SHA-256 in hex of what was looked at; or ""
	By          string
	Date        Day
}

// ParseDeterminations reads a file of determinations, in the order of the
// file; name is the file's name for errors.
func ParseDeterminations(name string, data []byte) ([]Determination, error) {
	d, o := parse(name, data, "determinations", "list")
	if o == nil {
		return nil, d.faults
	}
	o.need("list")
	determinations := each(o, "list", d.determination)
	if len(d.faults) > 0 {
		return nil, d.faults.sorted()
	}
	return determinations, nil
}

func (d *document) determination(n *yaml.Node, place string) Determination {
	o := d.object(n, place, "a determination", "requirement", "member", "vendor", "product", "outcome",
		"reason", "place", "document", "by", "date")
	o.need("requirement", "outcome", "reason", "place", "by", "date")
	found := Determination{
		Vendor:   o.text("vendor"),
		Product:  o.text("product"),
		Outcome:  choice(o, "outcome", "an outcome", outcomes),
		Reason:   o.text("reason"),
		Place:    o.text("place"),
		Document: o.digest("document"),
		By:       o.text("by"),
		Date:     o.day("date"),
	}
	found.Requirement, found.Member = o.finding()
	// Without a scope it would settle the same finding of every other bid.
	if unscoped := !o.has("vendor") && !o.has("document"); o.values != nil && (unscoped || o.has("vendor") != o.has("product")) {
		d.fault(n.Line, place, "does not say what it is about", "give vendor and product, or document, or all three")
	}
	return found
}
