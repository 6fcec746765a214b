package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// buyer is what the tender file and the flags say together. A flag replaces
// what the tender says of the same thing; parameters are replaced one by one.
type buyer struct {
	tender         *tender.Tender // without --tender an empty one
	asOf           string
	profile        tender.ProfileRef
	flagProfile    string // --profile: a name or a file
	exceptions     []tender.Exception
	determinations []tender.Determination
	annex          *report.Annex // what was published; nil where none is given
	records        []report.RecordFile
	bids           []bid
	limits         evidence.Limits
}

// buyer reads all of the buyer's files but the profile, for whose name the
// engine is needed.
func (p *program) buyer(c *cli.Context) (*buyer, error) {
	b := &buyer{tender: &tender.Tender{}, flagProfile: c.String("profile")}
	steps := []func(*cli.Context) error{b.readTender, b.readAnnex, p.decideFor(b), b.readRecords, b.listBids, b.readLimits, b.annexApart}
	for _, step := range steps {
		if err := step(c); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *buyer) readTender(c *cli.Context) error {
	file := c.String("tender")
	if file == "" {
		return nil
	}
	t, err := parseFile(file, tender.ParseTender)
	if err != nil {
		return err
	}
	folder := filepath.Dir(file)
	for _, name := range []*string{&t.Profile.File, &t.Exceptions, &t.Determinations, &t.Limits, &t.Keys, &t.Data, &t.Annex, &t.RecordKeys} {
		if *name != "" {
			*name = beside(folder, *name)
		}
	}
	for i := range t.Offers {
		t.Offers[i].Bundle = beside(folder, t.Offers[i].Bundle)
	}
	b.tender, b.profile = t, t.Profile
	return nil
}

// decideFor settles the date: the flag's, else the tender's, else the annex's,
// else today's in UTC.
func (p *program) decideFor(b *buyer) func(*cli.Context) error {
	return func(c *cli.Context) error {
		b.asOf = b.tender.AsOf.Text
		if b.asOf == "" && b.fromAnnex(c) {
			b.asOf = b.annex.AsOf
		}
		if text := c.String("as-of"); c.IsSet("as-of") {
			day, err := tender.ParseDay(text)
			if err != nil {
				return badDate("--as-of", err)
			}
			b.asOf = day.Text
		}
		if b.asOf == "" {
			b.asOf = p.now().UTC().Format("2006-01-02")
		}
		return nil
	}
}

// readRecords reads the files of records, and holds each against its signature
// where keys for them are given: before anything in it is parsed.
func (b *buyer) readRecords(c *cli.Context) (err error) {
	keys := either(c.String("record-keys"), b.tender.RecordKeys)
	exceptions, determinations := either(c.String("exceptions"), b.tender.Exceptions), either(c.String("determinations"), b.tender.Determinations)
	if keys != "" && exceptions == "" && determinations == "" {
		return recordKeysAlone()
	}
	if exceptions != "" {
		if b.exceptions, err = signedRecords(b, "exceptions", exceptions, keys, tender.ParseExceptions); err != nil {
			return err
		}
	}
	if determinations != "" {
		b.determinations, err = signedRecords(b, "determinations", determinations, keys, tender.ParseDeterminations)
	}
	return err
}

func (b *buyer) readLimits(c *cli.Context) (err error) {
	bundles := make([]string, len(b.bids))
	for i, bid := range b.bids {
		bundles[i] = bid.path
	}
	b.limits, err = readLimits(either(c.String("limits"), b.tender.Limits), bundles)
	return err
}

// maxFile is more than any of the buyer's files may hold; what is longer is
// refused by its parser, and is not read to its end.
const maxFile = 2 << 20

func parseFile[T any](path string, parse func(name string, data []byte) (T, error)) (none T, err error) {
	f, err := os.Open(path) //nolint:gosec // the operator names it
	if err != nil {
		return none, cannotRead(path, err, readable)
	}
	defer f.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(io.LimitReader(f, maxFile))
	if err != nil {
		return none, cannotRead(path, err, readable)
	}
	return parse(path, data)
}

// beside gives the path of a file that is named from a folder.
func beside(folder, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	if name = filepath.Join(folder, filepath.FromSlash(name)); name == standardInput {
		return "./" + name // a file; standard input is not the tender's to name
	}
	return name
}

func either(first, second string) string {
	if first != "" {
		return first
	}
	return second
}
