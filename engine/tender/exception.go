package tender

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// Exception is a recorded leave to fail: for the offer that Vendor, Product and
// Version name, or for the whole tender.
type Exception struct {
	ID          string // may be ""; else no other exception has it
	Requirement string // area and name
	Member      string // "" is every member
	Vendor      string
	Product     string
	Version     string
	WholeTender bool
	Document    string   // SHA-256 in hex; "" is any document
	Components  []string // purls or bom-refs; empty is any component
	Reason      string
	Approver    string
	From        Day // first day in force; zero is from ever
	Until       Day // last day in force
}

// ParseExceptions reads a file of exceptions, in the order of the file; name
// is the file's name for errors.
func ParseExceptions(name string, data []byte) ([]Exception, error) {
	d, o := parse(name, data, "exceptions", "list")
	if o == nil {
		return nil, d.faults
	}
	o.need("list")
	exceptions := each(o, "list", d.exception)
	seen := map[string]bool{}
	for i, e := range exceptions {
		if e.ID != "" && seen[e.ID] {
			key := fmt.Sprintf("list[%d].id", i)
			d.fault(d.lines[key], key, quoted(e.ID)+" is the id of an earlier exception", "give each its own id")
		}
		seen[e.ID] = true
	}
	if len(d.faults) > 0 {
		return nil, d.faults.sorted()
	}
	return exceptions, nil
}

func (d *document) exception(n *yaml.Node, place string) Exception {
	o := d.object(n, place, "an exception", "id", "requirement", "member", "vendor", "product", "version", "tender",
		"document", "components", "reason", "approver", "from", "until")
	o.need("requirement", "reason", "approver", "until")
	e := Exception{
		ID:         o.text("id"),
		Vendor:     o.text("vendor"),
		Product:    o.text("product"),
		Version:    o.text("version"),
		Document:   o.digest("document"),
		Components: o.texts("components"),
		Reason:     o.text("reason"),
		Approver:   o.text("approver"),
		From:       o.day("from"),
		Until:      o.day("until"),
	}
	e.Requirement, e.Member = o.finding()
	if whole := o.flag("tender"); whole != nil {
		e.WholeTender = *whole
	}
	o.scope(e.WholeTender)
	if e.From.Text != "" && e.Until.Text != "" && e.From.Day > e.Until.Day {
		o.fault("until", e.Until.Text+" is before from", "give a day on or after "+e.From.Text)
	}
	return e
}

// scope holds that an exception says what it is for, and says it once.
func (o *object) scope(whole bool) {
	if o.values == nil {
		return
	}
	named := 0
	for _, key := range []string{"vendor", "product", "version"} {
		if o.has(key) {
			named++
		}
	}
	switch {
	case whole && named > 0:
		o.fault("tender", "stands beside vendor, product or version", "keep the one or the other")
	case !whole && named < 3:
		o.d.fault(o.line, o.path, "does not say what offer it is for", "give vendor, product and version, or `tender: true`")
	}
}
