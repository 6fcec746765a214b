package engine

import (
	"strings"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/tender"
)

// exceptions resolves the buyer's exceptions against offer and evidence.
func (c *screening) exceptions() []policy.Exception {
	resolved := []policy.Exception{}
	rows := c.componentRows()
	for _, e := range c.Exceptions {
		x := policy.Exception{
			ID: e.ID, Requirement: e.Requirement, Member: e.Member,
			Vendor: e.Vendor, Product: e.Product, Version: e.Version,
			Applies: e.WholeTender || c.offered(e.Vendor, e.Product, e.Version),
			Reason:  e.Reason, Approver: e.Approver,
			From: policy.Day(e.From), Until: policy.Day(e.Until),
			LimitedToDocument: e.Document != "", Documents: c.documents(e.Document),
			LimitedToComponents: len(e.Components) > 0, Rows: make([][]int, len(c.dossier.Components)),
			UnknownComponents: []string{},
		}
		for _, name := range e.Components {
			found := false
			for i := range x.Rows {
				x.Rows[i] = append(x.Rows[i], rows[i][name]...)
				found = found || len(rows[i][name]) > 0
			}
			if !found {
				x.UnknownComponents = append(x.UnknownComponents, name)
			}
		}
		for i := range x.Rows {
			if x.Rows[i] == nil {
				x.Rows[i] = []int{}
			}
		}
		resolved = append(resolved, x)
	}
	return resolved
}

// subjectRow stands for an SBOM's subject where rows of components are told.
const subjectRow = -1

// componentRows maps purl and bom-ref to rows, SBOM by SBOM, the subject's too;
// empty when no exception names a component.
func (c *screening) componentRows() []map[string][]int {
	maps := make([]map[string][]int, len(c.dossier.Components))
	named := false
	for _, e := range c.Exceptions {
		named = named || len(e.Components) > 0
	}
	if !named {
		return maps
	}
	for i, table := range c.dossier.Components {
		maps[i] = map[string][]int{}
		add := func(row int, ref, purl string) {
			if ref != "" {
				maps[i][ref] = append(maps[i][ref], row)
			}
			if purl != "" && purl != ref {
				maps[i][purl] = append(maps[i][purl], row)
			}
		}
		subject := &c.dossier.SBOMs[i].Subject
		add(subjectRow, subject.BOMRef.Value, subject.PURL.Value)
		for row := range table {
			add(row, table[row].BOMRef, table[row].PURL)
		}
	}
	return maps
}

// determinations resolves the buyer's determinations.
func (c *screening) determinations() []policy.Determination {
	resolved := []policy.Determination{}
	for _, d := range c.Determinations {
		resolved = append(resolved, policy.Determination{
			Requirement: d.Requirement, Member: d.Member, Outcome: string(d.Outcome),
			Reason: d.Reason, Place: d.Place, By: d.By, Date: policy.Day(d.Date),
			Applies: c.determinationApplies(d),
		})
	}
	return resolved
}

func (c *screening) determinationApplies(d tender.Determination) bool {
	if d.Document != "" && len(c.documents(d.Document)) == 0 {
		return false
	}
	return d.Product == "" && d.Vendor == "" || c.offered(d.Vendor, d.Product, "")
}

// documents are the rows of the documents that have this SHA-256.
func (c *screening) documents(sum string) []int {
	rows := []int{}
	for i, document := range c.dossier.Bundle.Documents {
		if sum != "" && strings.EqualFold(document.SHA256, sum) {
			rows = append(rows, i)
		}
	}
	return rows
}

// offered says that the buyer's offer is of this vendor and has this product;
// an empty name fits any, and versions compare without a leading v.
func (c *screening) offered(vendor, product, version string) bool {
	if vendor != "" && !sameName(vendor, c.Offer.Vendor) {
		return false
	}
	for _, item := range c.Offer.Items {
		if (product == "" || sameName(product, item.Product)) &&
			(version == "" || strings.TrimPrefix(version, "v") == strings.TrimPrefix(item.Version, "v")) {
			return true
		}
	}
	return product == "" && version == "" && vendor != ""
}

// sameName compares names without regard to case and white space.
func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
