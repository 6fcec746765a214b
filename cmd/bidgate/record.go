package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// The two kinds of records that a buyer keeps have the same three commands.

const exceptionHelp = `
An exception is a recorded leave to fail: of one offer, or of all bids of the
tender, for a reason, by an approver, until a day. Narrow it to a member, a
document or components where you can. The failure stays visible in every report.`

const determinationHelp = `
A determination is what a person found where a machine cannot read: in a PDF, a
drawing, a site visit. It settles only what is for a person to look at or not
supplied, and never a failure.`

const addHelp = `
The record is put behind the last one of FILE, which begins anew where it is not
there; all else in it stays as it is. With --report the offer is that of the
report, --document may name a document of it by its path, and the requirement
must be one that the record can settle there.`

const checkHelp = `
Tells what in the files excuses or settles nothing, more than it should, or the
same twice: requirements that are not loaded, expired and over-broad records,
duplicates, and with --report those that counted in none of the reports.

Exit status: 0 nothing to mend, 1 something to mend, 2 could not run.`

func (p *program) exceptionCommand() *cli.Command {
	return &cli.Command{
		Name:        "exception",
		Usage:       "Record, list and check leaves to fail",
		Description: exceptionHelp,
		Subcommands: []*cli.Command{
			{Name: "add", Usage: "Record an exception", ArgsUsage: "FILE", Description: addHelp, Action: p.exceptionAdd, Flags: append(recordFlags(),
				&cli.StringFlag{Name: "id", Usage: "`ID` of the record"},
				&cli.StringFlag{Name: "version", Usage: "`VERSION` of the product, as the buyer writes it"},
				&cli.BoolFlag{Name: "whole-tender", Usage: "for all bids, in the place of one offer"},
				&cli.StringSliceFlag{Name: "component", Usage: "`PURL|REF` of a component that it is for (repeatable; all)"},
				&cli.StringFlag{Name: "approver", Usage: "`NAME` of who gives the leave"},
				&cli.StringFlag{Name: "from", Usage: "first `DATE`, YYYY-MM-DD"},
				&cli.StringFlag{Name: "until", Usage: "last `DATE`, YYYY-MM-DD"})},
			{Name: "list", Usage: "List exceptions and whether they are in force", ArgsUsage: "FILE", Action: p.exceptionList, Flags: []cli.Flag{asOfFlag(), listFormatFlag()}},
			{Name: "check", Usage: "Find what is wrong with exceptions", ArgsUsage: "FILE...", Description: checkHelp, Action: p.exceptionCheck, Flags: append(checkFlags(),
				&cli.IntFlag{Name: "max-days", Usage: "longest that an exception may run: `DAYS` (as screening.exceptions has it)"})},
		},
	}
}

func (p *program) determineCommand() *cli.Command {
	return &cli.Command{
		Name:        "determine",
		Usage:       "Record, list and check what a person found",
		Description: determinationHelp,
		Subcommands: []*cli.Command{
			{Name: "add", Usage: "Record a determination", ArgsUsage: "FILE", Description: addHelp, Action: p.determineAdd, Flags: append(recordFlags(),
				&cli.StringFlag{Name: "outcome", Usage: "`OUTCOME`: met or not_met"},
				&cli.StringFlag{Name: "place", Usage: "`WHERE` in the document, in words"},
				&cli.StringFlag{Name: "by", Usage: "`NAME` of who looked"},
				&cli.StringFlag{Name: "date", Usage: "`DATE` of the look, YYYY-MM-DD (today)"})},
			{Name: "list", Usage: "List determinations", ArgsUsage: "FILE", Action: p.determineList, Flags: []cli.Flag{listFormatFlag()}},
			{Name: "check", Usage: "Find what is wrong with determinations", ArgsUsage: "FILE...", Description: checkHelp, Action: p.determineCheck, Flags: checkFlags()},
		},
	}
}

func asOfFlag() cli.Flag {
	return &cli.StringFlag{Name: "as-of", Usage: "`DATE` to tell it for, YYYY-MM-DD (today)"}
}

func recordFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "requirement", Usage: "`ID` of the requirement, with the member if there is one"},
		&cli.StringFlag{Name: "vendor", Usage: "vendor's `NAME`, as the buyer writes it"},
		&cli.StringFlag{Name: "product", Usage: "product's `NAME`, as the buyer writes it"},
		&cli.StringFlag{Name: "document", Usage: "`SHA256` of the document that it is about, or its path in the report"},
		&cli.StringFlag{Name: "reason", Usage: "`WHY`, in a sentence"},
		&cli.StringFlag{Name: "report", Usage: "`REPORT` of the bid, as `bidgate screen -f json=FILE` wrote it"},
	}
}

func checkFlags() []cli.Flag {
	return append([]cli.Flag{
		asOfFlag(),
		&cli.StringSliceFlag{Name: "report", Usage: "`REPORT` of a bid, or a folder of results (repeatable)"},
		&cli.StringSliceFlag{Name: "policy", Usage: "add the policies in `DIR` (repeatable)"},
		noBuiltinFlag(),
	}, isolateFlags()...)
}

func (p *program) exceptionAdd(c *cli.Context) error {
	about, err := p.about(c, report.OutcomeNotMet, report.OutcomeOpen)
	if err != nil {
		return err
	}
	e := tender.Exception{
		ID: c.String("id"), Requirement: about.requirement, Member: about.member, Vendor: about.vendor, Product: about.product,
		Version: either(c.String("version"), about.version), WholeTender: c.Bool("whole-tender"), Document: about.document,
		Components: c.StringSlice("component"), Reason: c.String("reason"), Approver: c.String("approver"),
	}
	if e.WholeTender {
		e.Vendor, e.Product, e.Version = "", "", ""
	}
	if e.From, err = dayFlag(c, "from"); err != nil {
		return err
	}
	if e.Until, err = dayFlag(c, "until"); err != nil {
		return err
	}
	return p.addTo(c.Args().First(), func(text []byte) ([]byte, error) { return tender.AddException(c.Args().First(), text, e) })
}

func (p *program) determineAdd(c *cli.Context) error {
	about, err := p.about(c, report.OutcomeOpen)
	if err != nil {
		return err
	}
	d := tender.Determination{
		Requirement: about.requirement, Member: about.member, Vendor: about.vendor, Product: about.product, Document: about.document,
		Outcome: tender.Outcome(c.String("outcome")), Reason: c.String("reason"), Place: c.String("place"), By: c.String("by"),
	}
	if d.Date, err = dayFlag(c, "date"); err != nil {
		return err
	}
	if d.Date.Text == "" {
		if d.Date, err = p.today(""); err != nil {
			return err
		}
	}
	return p.addTo(c.Args().First(), func(text []byte) ([]byte, error) { return tender.AddDetermination(c.Args().First(), text, d) })
}

// addTo puts a record into a file, which may not be there yet.
func (p *program) addTo(path string, add func([]byte) ([]byte, error)) error {
	text, err := parseFile(path, func(_ string, data []byte) ([]byte, error) { return data, nil })
	if _, statErr := os.Stat(path); err != nil && !errors.Is(statErr, fs.ErrNotExist) {
		return err
	}
	if text, err = add(text); err != nil {
		return err
	}
	if err := p.writeFiles(outFile{path, text}); err != nil {
		return err
	}
	return p.write(recordAdded(path))
}

// about is what a record is about.
type about struct {
	requirement, member, vendor, product, version, document string
}

// about reads what the flags and the report of the bid say together. A record
// settles the outcomes that are given.
func (p *program) about(c *cli.Context, settles ...report.Outcome) (about, error) {
	if c.NArg() != 1 {
		return about{}, wrongArguments(c.Command.HelpName, "one file", c.NArg())
	}
	id := c.String("requirement")
	parts := strings.SplitN(id, ".", 3)
	if len(parts) < 2 {
		return about{}, noRequirement(id)
	}
	a := about{requirement: parts[0] + "." + parts[1], vendor: c.String("vendor"), product: c.String("product"),
		document: strings.TrimPrefix(c.String("document"), "sha256:")}
	if len(parts) == 3 {
		a.member = parts[2]
	}
	path := c.String("report")
	if path == "" {
		return a, nil
	}
	r, err := readReport(path)
	if err != nil {
		return about{}, err
	}
	return a, a.take(r, path, id, settles)
}

// take fills in from the report of the bid what the flags left open.
func (a *about) take(r *report.Report, path, id string, settles []report.Outcome) error {
	a.vendor = either(a.vendor, r.Offer.Vendor)
	for _, item := range r.Offer.Items {
		if a.product == "" || a.product == item.Product {
			a.product, a.version = item.Product, item.Version
			break
		}
	}
	for _, d := range r.Documents {
		if d.Path == a.document {
			a.document = d.SHA256
		}
	}
	open := []string{}
	for _, f := range r.Findings {
		if !slices.Contains(settles, f.Outcome) {
			continue
		}
		if open = append(open, f.ID); f.ID == id || f.Requirement == id {
			return nil
		}
	}
	return nothingToSettle(path, id, open)
}

// dayFlag reads a flag that is a day; without it the zero Day.
func dayFlag(c *cli.Context, flag string) (tender.Day, error) {
	text := c.String(flag)
	if text == "" {
		return tender.Day{}, nil
	}
	day, err := tender.ParseDay(text)
	if err != nil {
		return tender.Day{}, badDate("--"+flag, err)
	}
	return day, nil
}

// today is the day of a text, else the clock's in UTC.
func (p *program) today(text string) (tender.Day, error) {
	day, err := tender.ParseDay(either(text, p.now().UTC().Format("2006-01-02")))
	if err != nil {
		return tender.Day{}, badDate("--as-of", err)
	}
	return day, nil
}

// recordFile is how a record's file is named in sentences.
func recordFile(path string) string { return render.Escape(filepath.ToSlash(path), 200) }
