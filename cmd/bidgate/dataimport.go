package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/advisory"
)

func (p *program) dataImportCommand() *cli.Command {
	return &cli.Command{
		Name:        "import",
		Usage:       "Read a publisher's data into a data set",
		ArgsUsage:   "--data DIR --kind KIND FILE|FOLDER|URL|-",
		Description: dataImportHelp,
		Flags: []cli.Flag{
			dataFlag(),
			&cli.StringFlag{Name: "kind", Usage: "`KIND` of data: " + alternatives(formatNamesOfData())},
			&cli.StringFlag{Name: "name", Usage: "`NAME` of the data set (the kind)"},
			&cli.StringFlag{Name: "source", Usage: "`TEXT` that tells where the data came from (its file name or address)"},
			&cli.StringFlag{Name: "date", Usage: "`DATE` as of when the data is, where its publisher does not say"},
			&cli.BoolFlag{Name: "allow-older", Usage: "let data take the place of data of a later date"},
			&cli.BoolFlag{Name: "skip-invalid", Usage: "leave invalid records out and count them (osv, csaf, vulnrichment)"},
			listFormatFlag(),
		},
		Action: p.dataImport,
	}
}

func (p *program) dataImport(c *cli.Context) error {
	switch {
	case c.NArg() != 1:
		return wrongArguments("data import", "one file, folder or address", c.NArg())
	case c.String("data") == "":
		return noData()
	case c.String("kind") == "":
		return noDataKind(formatNamesOfData())
	case !slices.Contains(formatNamesOfData(), c.String("kind")):
		return badChoice("--kind", c.String("kind"), formatNamesOfData())
	}
	from, source, err := p.dataSource(c)
	if err != nil {
		return err
	}
	defer from.Close() //nolint:errcheck // only read
	done, err := p.store(c, source)
	if err != nil {
		return err
	}
	return p.list(c.String("format"), func() (any, func(w *bytes.Buffer), error) {
		return done.Set, func(w *bytes.Buffer) { importedText(w, done) }, nil
	})
}

// store imports a source into the folder of data sets, which is made when it
// is not there.
func (p *program) store(c *cli.Context, source advisory.Source) (*advisory.Imported, error) {
	dir := c.String("data")
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // others may read the data
		return nil, notWritten(dir, err)
	}
	root, err := openDataFolder(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing is left to write
	store, err := advisory.Lock(c.Context, root)
	if err != nil {
		return nil, badData(dir, err)
	}
	defer store.Close() //nolint:errcheck // gives the lock free
	done, err := store.Import(c.Context, source, advisory.Import{
		Format: c.String("kind"), Name: c.String("name"), Source: c.String("source"), Imported: p.now(), Date: c.String("date"),
		AllowOlder: c.Bool("allow-older"), SkipInvalid: c.Bool("skip-invalid"),
	})
	older := (*advisory.OlderError)(nil)
	if errors.As(err, &older) {
		return nil, olderData(older)
	}
	if err != nil {
		return nil, notImported(c.Args().First(), err)
	}
	for _, skipped := range done.Skipped {
		p.complain(complaint("left out: " + skipped.Error()))
	}
	return done, nil
}

// dataSource opens what is to be imported.
func (p *program) dataSource(c *cli.Context) (io.Closer, advisory.Source, error) {
	name := c.Args().First()
	switch {
	case isAddress(name):
		return p.fetch(c.Context, name)
	case name == standardInput:
		f, err := spool(p.stdin, maxFetch)
		if err != nil {
			return nil, advisory.Source{}, cannotRead("standard input", err, "give data that can be read")
		}
		return opened("standard input", f)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, advisory.Source{}, cannotRead(name, err, "give a file or folder that can be read")
	}
	if !info.IsDir() {
		f, err := os.Open(name) //nolint:gosec // the operator names it
		if err != nil {
			return nil, advisory.Source{}, cannotRead(name, err, readable)
		}
		if !info.Mode().IsRegular() { // such as /dev/fd/3
			defer f.Close() //nolint:errcheck // only read
			if f, err = spool(f, maxFetch); err != nil {
				return nil, advisory.Source{}, cannotRead(name, err, readable)
			}
		}
		return opened(filepath.Base(name), f)
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, advisory.Source{}, cannotRead(name, err, "give a folder that can be read")
	}
	return root, advisory.FolderSource(filepath.Base(realPath(name)), root.FS()), nil
}

func opened(name string, f *os.File) (io.Closer, advisory.Source, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, advisory.Source{}, errors.Join(cannotRead(name, err, readable), f.Close())
	}
	return f, advisory.FileSource(name, f, info.Size()), nil
}

func importedText(w *bytes.Buffer, done *advisory.Imported) {
	set := done.Set
	fmt.Fprintf(w, "%s: %s", set.Name, count(set.Records, "record"))
	var parts []string
	if set.Withdrawn > 0 {
		parts = append(parts, fmt.Sprintf("%d withdrawn", set.Withdrawn))
	}
	if set.Skipped > 0 {
		parts = append(parts, fmt.Sprintf("%d invalid left out", set.Skipped))
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, " (%s)", strings.Join(parts, ", "))
	}
	if set.Date != "" {
		fmt.Fprintf(w, " as of %s", set.Date)
	}
	fmt.Fprintf(w, ", from %s\n  %s\n", oneLine(set.Source), set.Digest)
	switch old := done.Before; {
	case old == nil:
	case old.Digest == set.Digest:
		fmt.Fprintf(w, "  the same content as before, imported %s\n", day(old.Imported))
	default:
		fmt.Fprintf(w, "  in place of %s as of %s, imported %s\n", count(old.Records, "record"), either(old.Date, "no date"), day(old.Imported))
	}
}

// day is the date of a timestamp.
func day(stamp string) string { return stamp[:min(len(stamp), len("2006-01-02"))] }
