package render

import (
	_ "embed" // the page and its style
	"io"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

//go:embed page/compare.html
var htmlCompare string

//go:embed page/compare.css
var compareStyle string

// compareData is what the page of a comparison is filled with.
type compareData struct {
	htmlStyled
	Facts []storyPair
	Bids  []compareBid
	Rows  []compareRow
	// Counts of what each choice of the filter shows.
	Choices []storyPair // the anchor and the words
	Policy  string
}

type compareBid struct {
	Number              int
	Name, Offer, Result string
	Verdict             storyMark
}

type compareRow struct {
	Class, Title, ID, Weight, Note string
	Cells                          []compareCell
}

type compareCell struct {
	Mark storyMark
	Text string
}

// compareHTML writes one page without script: headings that stay in sight, and
// a filter that is a choice of the style alone.
func compareHTML(w io.Writer, c *report.Comparison, _ Options) error {
	d := compareData{htmlStyled: styled(compareStyle), Policy: Escape(c.Policy, maxPath), Facts: []storyPair{
		{labelProfile, comparedProfile(c)}, {labelAsOf, stated(c.AsOf, maxWord)}, {labelTender, comparedTender(c)},
	}}
	for i, b := range c.Bids {
		d.Bids = append(d.Bids, compareBid{i + 1, bidName(b), offered(b.Offer), results(b.Counts), storyMarkOf(verdictOf(b.Verdict))})
	}
	differ, open := 0, 0
	for _, row := range c.Rows {
		r := compareRow{Title: stated(row.Title, maxTitle), ID: Escape(row.ID, maxID), Weight: rowWeight(row), Note: unevenText(c, row)}
		var classes []string
		if row.Differs {
			differ++
			classes = append(classes, "differs")
		}
		for _, x := range row.Cells {
			r.Cells = append(r.Cells, compareCell{storyMarkOf(markOfCell(x)), comparedText(x)})
		}
		if opened(row) {
			open++
			classes = append(classes, "open")
		}
		r.Class = strings.Join(classes, " ")
		d.Rows = append(d.Rows, r)
	}
	d.Choices = []storyPair{
		{"show-all", compareEvery + " (" + strconv.Itoa(len(c.Rows)) + ")"},
		{"show-differs", compareOnlyDiff + " (" + strconv.Itoa(differ) + ")"},
		{"show-open", compareOnlyOpen + " (" + strconv.Itoa(open) + ")"},
	}
	return execute(w, "html", htmlCompare, d)
}

// opened says that a bid has something to answer for in the row.
func opened(row report.Row) bool {
	for _, x := range row.Cells {
		switch x.Outcome {
		case report.OutcomeNotMet, report.OutcomeOpen, report.OutcomeError, report.OutcomeExcused:
			return true
		case report.OutcomeMet, report.OutcomeNotApplicable:
		}
	}
	return false
}
