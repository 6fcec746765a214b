package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// BidTable has a row for each bid, in the order in which they were given.
func BidTable(c *report.Comparison) Table {
	columns := []string{"number", "bid", "vendor", "products", "verdict", "met", "not_met", "review", "not_supplied", "error", "excepted", "bundle"}
	return Table{Name: "bids", Title: "Bids", Columns: columns, Rows: func(yield func([]Cell) bool) {
		for i, b := range c.Bids {
			items := make([]string, len(b.Offer.Items))
			for k, item := range b.Offer.Items {
				items[k] = strings.TrimSpace(item.Product + " " + item.Version)
			}
			n := b.Counts
			line := []Cell{numberCell(i + 1), textCell(b.Name), textCell(b.Offer.Vendor), listCell(items), textCell(string(b.Verdict)),
				numberCell(n.Pass), numberCell(n.Fail), numberCell(n.Review), numberCell(n.NotSupplied), numberCell(n.Error), numberCell(n.Excepted), textCell(b.Bundle)}
			if !yield(line) {
				return
			}
		}
	}}
}

// ComparisonTable has a row for each requirement and bid.
func ComparisonTable(c *report.Comparison) Table {
	columns := []string{"requirement", "title", "section", "severity", "in_force", "differs", "bid", "vendor", "verdict",
		"status", "outcome", "level", "says", "places", "records", "uneven"}
	return Table{Name: "comparison", Title: "Comparison", Columns: columns, Rows: func(yield func([]Cell) bool) {
		for _, row := range c.Rows {
			for i, x := range row.Cells {
				bid := c.Bids[i]
				line := append(textCells(row.ID, row.Title, row.Section, string(row.Severity)), truthCell(!row.Advisory), truthCell(row.Differs))
				line = append(line, textCells(bid.Name, bid.Offer.Vendor, string(bid.Verdict), string(x.Status), string(x.Outcome), string(x.Level), x.Says)...)
				if !yield(append(line, placeCell(x.Places), listCell(x.Records), truthCell(slices.Contains(row.Uneven, i)))) {
					return
				}
			}
		}
	}}
}

// SideTable has a row for each requirement and a column for each bid, which
// names what it came out as, with the record or the reason.
func SideTable(c *report.Comparison) Table {
	columns := []string{"title", "requirement", "severity", "in_force", "differs"}
	for i, b := range c.Bids {
		columns = append(columns, strconv.Itoa(i+1)+" "+bidName(b))
	}
	return Table{Name: "side_by_side", Title: "Side by side", Columns: columns, Fixed: 1, Rows: func(yield func([]Cell) bool) {
		for _, row := range c.Rows {
			line := append(textCells(row.Title, row.ID, string(row.Severity)), truthCell(!row.Advisory), truthCell(row.Differs))
			for _, x := range row.Cells {
				text := markOfCell(x).words
				if why := comparedText(x); why != "" {
					text += ": " + why
				}
				line = append(line, textCell(text))
			}
			if !yield(line) {
				return
			}
		}
	}}
}
