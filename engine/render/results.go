package render

import (
	"bytes"
	_ "embed" // the page
	"strconv"

	"github.com/bidgate/bidgate/engine/report"
)

//go:embed page/results.html
var htmlResults string

// ResultsHead is what all bids of a run have in common.
type ResultsHead struct {
	Tender, Profile, AsOf, Policy string
}

// BidResult is what a run made of one bid.
type BidResult struct {
	Bid     string
	Offer   report.Offer
	Verdict report.Verdict // "" where Error is set
	Counts  report.Counts
	Error   string   // why the bid could not be opened
	Folder  string   // beside the page: letters, digits, dots, hyphens and underscores
	Files   []string // in it
}

// ResultsHTML is the page that leads from the bids of a run to their reports,
// in the order of the rows.
func ResultsHTML(head ResultsHead, rows []BidResult) ([]byte, error) {
	type link struct{ To, Text string }
	type row struct {
		Number      int
		Name, Offer string
		Verdict     storyMark
		Text        string
		Links       []link
	}
	d := struct {
		htmlStyled
		Facts []storyPair
		Rows  []row
	}{htmlStyled: styled(), Facts: []storyPair{
		{labelTender, comparedTender(&report.Comparison{Tender: report.Tender{ID: head.Tender}})}, {labelProfile, stated(head.Profile, maxID)},
		{labelAsOf, stated(head.AsOf, maxWord)}, {resultsBids, resultsTally(rows)}, {resultsPolicy, Escape(head.Policy, maxPath)},
	}}
	for i, r := range rows {
		one := row{Number: i + 1, Name: Escape(r.Bid, maxPath), Offer: offered(r.Offer), Verdict: storyMarkOf(resultMark(r)), Text: resultText(r)}
		for _, file := range r.Files {
			one.Links = append(one.Links, link{r.Folder + "/" + file, file})
		}
		d.Rows = append(d.Rows, one)
	}
	var b bytes.Buffer
	if err := execute(&b, "html", htmlResults, d); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// ResultsText sums up a run: a line for each bid, in the order of the rows.
func ResultsText(head ResultsHead, rows []BidResult, dir string, o Options) string {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	p := &page{Options: o}
	p.Width = max(p.Width, minWidth)
	var table [][]cell
	for i, r := range rows {
		table = append(table, []cell{{{dim, strconv.Itoa(i + 1)}}, {resultMark(r).span()}, {{plain, resultName(r)}}})
	}
	p.table(0, 2, table)
	p.blank()
	p.para(0, span{plain, resultsTally(rows)})
	p.para(0, span{plain, resultsWhere + " " + Escape(dir, maxPath) + "/index.html"})
	return p.buf.String()
}

func resultName(r BidResult) string {
	name := Escape(r.Bid, maxPath)
	if r.Offer.Vendor != "" {
		name = Escape(r.Offer.Vendor, maxName) + " (" + name + ")"
	}
	if r.Error != "" {
		name += ": " + Line(r.Error, maxMessage)
	}
	return name
}

func resultText(r BidResult) string {
	if r.Error != "" {
		return Line(r.Error, maxMessage)
	}
	return results(r.Counts)
}

func resultMark(r BidResult) mark {
	if r.Error != "" {
		return mark{bad, "!", resultsBroken}
	}
	return verdictOf(r.Verdict)
}

// resultsTally counts the bids by what came of them.
func resultsTally(rows []BidResult) string {
	n := map[string]int{}
	for _, r := range rows {
		n[resultMark(r).words]++
	}
	text := count(len(rows), "bid", "bids")
	for i, words := range resultOrder() {
		if n[words] > 0 {
			text += map[bool]string{true: ": ", false: ", "}[i == 0 || text == count(len(rows), "bid", "bids")] + number(int64(n[words])) + " " + verdictOfSeveral(words, n[words])
		}
	}
	return text + "."
}

func resultOrder() []string {
	words := []string{resultsBroken}
	for _, v := range report.Verdicts() {
		words = append(words, verdictName(string(v)))
	}
	return words
}
