package advisory

// again finds items that were asked about before: the same package stands many
// times in one SBOM. It remembers rows by one text, not items by all of theirs: a
// map of items was a fifth of what the matching of 100,000 components allocates
// (BenchmarkMatch).
type again struct {
	asked func(Item) Item // what of an item is asked about
	items []Item
	rows  map[string]int32 // the latest row by a text of its item
}

func newAgain(items []Item, asked func(Item) Item) *again {
	return &again{asked: asked, items: items, rows: make(map[string]int32, min(len(items), 1<<16))}
}

// earlier is a row before this one that asks the same; -1 where there is none
// known.
func (a *again) earlier(row int, item Item) int {
	text := item.PURL
	if text == "" {
		text = item.CPE + " " + item.Name
	}
	before, known := a.rows[text]
	if known && a.asked(a.items[before]) == item {
		return int(before)
	}
	a.rows[text] = int32(row) //nolint:gosec // a row of a table that memory holds
	return -1
}
