package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// comparisons is the closed set of formats for bids side by side.
var comparisons = []struct {
	Format
	write func(io.Writer, *report.Comparison, Options) error
}{
	{Format{Name: "text", Help: "for reading: the bids, then what differs"}, compareText},
	{Format{Name: "json", Help: "for programs: every requirement and bid"}, compareJSON},
	{Format{Name: "html", Help: "for the case file: one page without script, with a filter"}, compareHTML},
	{Format{Name: "csv", Help: "for spreadsheets: a row for each requirement and bid"}, compareCSV},
}

// ComparisonFormats lists the formats of Compare in the order of help.
func ComparisonFormats() []Format {
	list := make([]Format, len(comparisons))
	for i, f := range comparisons {
		list[i] = f.Format
	}
	return list
}

// Compare writes bids side by side in one format. The error is the writer's,
// or names a format that does not exist.
func Compare(w io.Writer, c *report.Comparison, format string, o Options) error {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	o.Width = max(o.Width, minWidth)
	for _, f := range comparisons {
		if f.Name == format {
			return f.write(w, c, o)
		}
	}
	return fmt.Errorf("no format %q for a comparison", format)
}

func compareJSON(w io.Writer, c *report.Comparison, _ Options) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(c); err != nil {
		return fmt.Errorf("json: %w", err)
	}
	return send(w, "json", report.Inert(b.Bytes()))
}

// compareText tells the bids, then row by row what differs. With Verbose the
// rows that are alike for all bids follow.
func compareText(w io.Writer, c *report.Comparison, o Options) error {
	p := &page{Options: o}
	p.para(0, span{bold, compareTitle})
	p.blank()
	p.header(labelProfile, comparedProfile(c))
	p.header(labelAsOf, stated(c.AsOf, maxWord))
	p.header(labelTender, comparedTender(c))
	p.heading(compareBids)
	for i, b := range c.Bids {
		p.hang(2, []span{{plain, strconv.Itoa(i+1) + "  "}}, []span{{bold, bidName(b)}, {plain, "  "}, verdictOf(b.Verdict).span()})
		p.para(5, span{plain, offered(b.Offer) + ". " + results(b.Counts) + "."})
	}
	p.blank()
	p.para(0, span{bold, compareNotice})
	differ, alike := 0, 0
	for _, row := range c.Rows {
		if row.Differs {
			differ++
		} else {
			alike++
		}
	}
	p.heading(fmt.Sprintf(compareDiffer, count(differ, "requirement", "requirements")))
	if differ == 0 {
		p.para(2, span{plain, compareNothing})
	}
	for _, row := range c.Rows[:differ] {
		p.comparedRow(c, row)
	}
	p.heading(fmt.Sprintf(compareAlike, count(alike, "requirement", "requirements")))
	if !o.Verbose {
		p.para(2, span{plain, alikeTally(c.Rows[differ:])})
	}
	for _, row := range c.Rows[differ:] {
		if o.Verbose {
			p.field(2, 24, markOfCell(row.Cells[0]).symbol+" "+markOfCell(row.Cells[0]).words, span{plain, stated(row.Title, maxTitle) + " (" + Escape(row.ID, maxID) + ")"})
		}
	}
	p.blank()
	p.para(0, span{dim, comparePolicy + " " + Escape(c.Policy, maxPath)})
	return send(w, "text", p.buf.Bytes())
}

func (p *page) comparedRow(c *report.Comparison, row report.Row) {
	p.blank()
	p.para(2, span{bold, stated(row.Title, maxTitle)})
	p.para(2, span{dim, rowWeight(row) + " · " + Escape(row.ID, maxID)})
	var rows [][]cell
	for i, x := range row.Cells {
		rows = append(rows, []cell{{{plain, strconv.Itoa(i + 1)}}, {markOfCell(x).span()}, {{plain, comparedText(x)}}})
	}
	p.table(4, 2, rows)
	if note := unevenText(c, row); note != "" {
		p.para(4, span{warn, note})
	}
}

func compareCSV(w io.Writer, c *report.Comparison, _ Options) error {
	return writeTable(w, ComparisonTable(c))
}

// markOfCell is markOf for one cell; a report without the finding has none.
func markOfCell(x report.Cell) mark {
	if x.Status == "" {
		return mark{dim, "–", compareAbsent}
	}
	return markOf(&report.Finding{Status: x.Status, Outcome: x.Outcome})
}

func verdictOf(v report.Verdict) mark {
	if m, known := verdictWords[v]; known {
		return mark{m.style, m.symbol, verdictName(string(v))}
	}
	return noVerdict
}

func rowWeight(row report.Row) string {
	if row.Advisory {
		return compareAdvisory
	}
	return severity(row.Severity)
}

// comparedText is why a bid has what it has: the records, then the reason.
func comparedText(x report.Cell) string {
	parts := []string{}
	if len(x.Records) > 0 {
		parts = append(parts, "by "+Escape(listing(x.Records), maxMessage))
	}
	if x.Outcome == report.OutcomeMet && x.Level != "" {
		parts = append(parts, levelWords[x.Level])
	}
	if x.Says != "" {
		parts = append(parts, Escape(x.Says, maxMessage))
	}
	return strings.Join(parts, "; ")
}

// unevenText names the bids that have no leave where another bid has one.
func unevenText(c *report.Comparison, row report.Row) string {
	if len(row.Uneven) == 0 {
		return ""
	}
	left := make([]string, len(row.Uneven))
	for i, n := range row.Uneven {
		left[i] = numbered(c, n)
	}
	var leave []string
	for i, x := range row.Cells {
		if len(x.Records) > 0 {
			leave = append(leave, numbered(c, i))
		}
	}
	return fmt.Sprintf(compareUneven, listing(leave), listing(left))
}

// numbered is how a sentence names a bid: two may be of one vendor.
func numbered(c *report.Comparison, bid int) string {
	return fmt.Sprintf(compareBidN, bid+1, bidName(c.Bids[bid]))
}

func bidName(b report.Bid) string {
	if b.Offer.Vendor != "" {
		return Escape(b.Offer.Vendor, maxName)
	}
	return Escape(b.Name, maxName)
}

func comparedProfile(c *report.Comparison) string {
	return fmt.Sprintf(profileFormat, stated(c.Profile.Title, maxTitle), stated(c.Profile.ID, maxID), stated(c.Profile.Edition, maxWord))
}

func comparedTender(c *report.Comparison) string {
	if c.Tender.ID == "" {
		return noTender
	}
	return Escape(c.Tender.ID, maxTitle)
}

// alikeTally counts by outcome the rows in which all bids are alike.
func alikeTally(rows []report.Row) string {
	n, words := map[string]int{}, []string{}
	for _, row := range rows {
		n[markOfCell(row.Cells[0]).words]++
	}
	for _, m := range cellMarks() {
		if n[m.words] > 0 {
			words = append(words, number(int64(n[m.words]))+" "+countWord(m, n[m.words]))
		}
	}
	if len(words) == 0 {
		return nothingMet
	}
	return listing(words) + "; " + compareVerbose
}

func cellMarks() []mark {
	marks := []mark{}
	for _, s := range statusOrder {
		marks = append(marks, statusWords[s])
	}
	return append(marks, excusedWords, mark{words: compareAbsent})
}
