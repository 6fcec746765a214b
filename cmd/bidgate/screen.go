package main

import (
	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

const screenHelp = `
A bundle is a folder, a .zip, .tar or .tar.gz archive or one document; - reads
an archive or document from standard input. With --tender the bundles are those
of its offers, unless some are named; a flag replaces what the tender says of
the same thing. A tender has id, as_of, profile, parameters, offers, and the
names of files beside it: exceptions, determinations, record_keys, limits, keys,
data, annex.
Several bundles give several reports, one after the other. An --export can be
replayed with the public opa program.

With --baseline the exit status is 0 where everything that decides the verdict
stood in that report already, with the same reasons and places; the report and
its verdict stay what they are.

For many bids, name them with --bids or in the tender and give --results: every
bid has a folder there with its report in json, html and the formats asked for,
and index.html leads to them. A bid that is decided already, with the same bytes
and settings, is kept; one that cannot be opened is told, and stops no other.`

func (p *program) screenCommand() *cli.Command {
	return &cli.Command{
		Name:        "screen",
		Usage:       "Decide whether a bundle meets a profile",
		ArgsUsage:   "BUNDLE...",
		Description: screenHelp,
		Action:      p.screen,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "tender", Usage: "`FILE` with all that belongs to one procurement"},
			&cli.StringFlag{Name: "profile", Usage: "profile to decide against: its `NAME|FILE`"},
			&cli.StringSliceFlag{Name: "param", Usage: "set a parameter: `ID.NAME=VALUE` (repeatable)"},
			&cli.StringFlag{Name: "exceptions", Usage: "`FILE` of recorded leaves to fail"},
			&cli.StringFlag{Name: "determinations", Usage: "`FILE` of what people found"},
			recordKeysFlag(),
			annexFlag(),
			dataFlag(),
			keysFlag(),
			bundleSignatureFlag(),
			limitsFlag(),
			&cli.StringFlag{Name: "as-of", Usage: "`DATE` to decide for, YYYY-MM-DD (the tender's, else today)"},
			&cli.StringFlag{Name: "offer-vendor", Usage: "vendor's `NAME`, as the buyer writes it"},
			&cli.StringFlag{Name: "offer-product", Usage: "product's `NAME`, as the buyer writes it"},
			&cli.StringFlag{Name: "offer-version", Usage: "product's `VERSION`"},
			&cli.BoolFlag{Name: "inventory", Usage: "put the components, threats and answers read into the report, for tables"},
			&cli.StringFlag{Name: "baseline", Usage: "`REPORT` of before: what stood in it already does not fail the command"},
			&cli.StringFlag{Name: "bids", Usage: "`PATH` of many bundles: a folder that holds them, or a file with the path of one on each line"},
			&cli.StringFlag{Name: "results", Usage: "write the results of each bid to a folder in `DIR`, go on where a run ended, and let no bid stop the others"},
			&cli.IntFlag{Name: "workers", Usage: "screen so many bids at once, with --results: `N` (one for each processor)"},
			&cli.IntFlag{Name: "memory", Usage: "`MIB` of memory that the bids screened at once may be expected to need, with --results (2048)"},
			&cli.StringFlag{Name: "export", Usage: "write policy, input and decision to `DIR` for a replay"},
		}, append(outputFlags(), policyFlags()...)...),
	}
}

// policyFlags choose what policies are loaded.
func policyFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.StringSliceFlag{Name: "policy", Usage: "add the policies in `DIR` (repeatable)"},
		noBuiltinFlag(),
	}, isolateFlags()...)
}

func noBuiltinFlag() cli.Flag {
	return &cli.BoolFlag{Name: "no-builtin", Usage: "leave out the built-in requirements"}
}

// screen decides every bundle before it writes anything, so that what cannot
// be decided leaves nothing half told.
func (p *program) screen(c *cli.Context) error {
	out, err := p.outputs(c)
	if err != nil {
		return err
	}
	if _, err := parseFailOn(either(c.String("fail-on"), "all")); err != nil {
		return err
	}
	b, err := p.buyer(c)
	if err != nil {
		return err
	}
	if out.export != "" && len(b.bids) > 1 {
		return exportOne(len(b.bids))
	}
	dir := c.String("results")
	if dir == "" {
		err = out.single(len(b.bids))
	} else {
		err = out.intoFolder(b)
	}
	if err != nil {
		return err
	}
	baseline, err := p.baseline(c, len(b.bids))
	if err != nil {
		return err
	}
	open := p.openAhead(c.Context, b, dir == "" && len(b.bids) == 1)
	e, err := p.load(c)
	if err != nil {
		return err
	}
	if dir != "" {
		return p.screenInto(c, e, b, out, dir)
	}
	results, failOn, err := p.decide(c, e, b, open)
	if err != nil {
		return err
	}
	files, err := exported(e, out.export, results[0])
	if err != nil {
		return err
	}
	reports, verdicts := make([]titled, len(results)), make([]report.Verdict, len(results))
	for i, result := range results {
		reports[i] = titled{b.bids[i].path, result.Report}
		verdicts[i] = result.Report.Verdict
	}
	if err := p.deliver(c.Context, out, reports, files); err != nil {
		return err
	}
	p.status = worst(verdicts, failOn)
	if baseline != nil {
		newly := report.Since(baseline, results[0].Report)
		p.note(sinceBaseline(results[0].Report, newly))
		if len(newly) == 0 && sameReasons(baseline, results[0].Report) {
			p.status = statusMeets
		}
	}
	return nil
}

// baseline is the report that failures are held against, if there is one.
func (p *program) baseline(c *cli.Context, bids int) (*report.Report, error) {
	path := c.String("baseline")
	switch {
	case path == "":
		return nil, nil //nolint:nilnil // there need be none
	case bids > 1 || c.IsSet("results"):
		return nil, baselineOfOne()
	}
	return readReport(path)
}

// sameReasons says that a verdict without findings that decide it, because
// nothing passed, was so before.
func sameReasons(baseline, now *report.Report) bool {
	return len(now.Reasons) > 0 || baseline.Verdict == now.Verdict
}

// settled is what every bid of one run is decided by.
type settled struct {
	screening engine.Screening // without the offer and the other bids
	others    [][]evidence.Bid // for each bid
	failOn    []report.Verdict
	close     func() // of the buyer's data
}

// of is what one bid is decided by.
func (s *settled) of(b *buyer, bid int) engine.Screening {
	one := s.screening
	one.Offer, one.Others = b.bids[bid].offer, s.others[bid]
	return one
}

// settle reads everything that the bids are decided by; the caller closes it.
func (p *program) settle(c *cli.Context, e *engine.Engine, b *buyer, unread func(error) error) (*settled, error) {
	profile, err := b.choose(e)
	if err != nil {
		return nil, err
	}
	s := &settled{close: func() {}}
	if s.failOn, err = failOn(c, e, profile); err != nil {
		return nil, err
	}
	parameters, err := parameters(e, b.tender, c.StringSlice("param"))
	if err != nil {
		return nil, err
	}
	if s.others, err = p.others(c, b, unread); err != nil {
		return nil, err
	}
	paths := make([]string, len(b.bids))
	for i, bid := range b.bids {
		paths[i] = bid.path
	}
	verifier, err := verifierOf(either(c.String("keys"), b.tender.Keys), b.asOf, paths)
	if err != nil {
		return nil, err
	}
	signature, err := bundleSignatureOf(c.String("bundle-signature"), len(b.bids))
	if err != nil {
		return nil, err
	}
	s.screening = engine.Screening{
		Profile:        profile,
		AsOf:           b.asOf,
		Tender:         b.tender.ID,
		Parameters:     parameters,
		Exceptions:     b.exceptions,
		Determinations: b.determinations,
		Verifier:       verifier,
		Inventory:      c.Bool("inventory"),
		Annex:          b.annex,
		Records:        b.records,

		BundleSignature: signature,
	}
	if dir := either(c.String("data"), b.tender.Data); dir != "" {
		data, err := openDataIn(dir)
		if err != nil {
			return nil, err
		}
		s.screening.Data, s.close = data, func() { _ = data.Close() } // only read
	}
	return s, nil
}

// decide screens the bids one after the other: one may need much memory.
func (p *program) decide(c *cli.Context, e *engine.Engine, b *buyer, open opener) ([]*engine.Result, []report.Verdict, error) {
	s, err := p.settle(c, e, b, func(err error) error { return err })
	if err != nil {
		return nil, nil, err
	}
	defer s.close()
	results := make([]*engine.Result, len(b.bids))
	for i, bid := range b.bids {
		bundle, err := open(bid.path)
		if err != nil {
			return nil, nil, err
		}
		if results[i], err = e.Screen(c.Context, bundle, s.of(b, i)); err != nil {
			return nil, nil, err
		}
		if len(b.bids) > 1 {
			results[i].Input = nil // as large as the bundle, and only an export needs it
		}
	}
	return results, s.failOn, nil
}

// heading parts the text reports of several bundles.
func heading(path string, i int) string {
	line := "=== " + oneLine(path) + " ===\n\n"
	if i > 0 {
		line = "\n" + line
	}
	return line
}
