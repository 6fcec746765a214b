package main

import (
	"bufio"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/advisory"
)

const dataHelp = `
Data sets lie in a folder of the buyer's, which screen reads with --data. See
` + "`bidgate help data`" + ` for what can be imported and how.`

const dataImportHelp = `
Reads a file, a folder, standard input (-) or an https address whole, and then
puts it in place of the set that has the name. The set in place stays in use
until then, and for good when anything is wrong. Nothing is fetched from the
network unless an address is given here.`

const dataExportHelp = `
Writes the records of a set as they are stored, as JSON, one on each line. Equal
sets give equal bytes, so a third party can compare with its own import.`

func (p *program) dataCommand() *cli.Command {
	return &cli.Command{
		Name:        "data",
		Usage:       "Import, list, export and remove the buyer's data sets",
		Description: dataHelp,
		Subcommands: []*cli.Command{
			p.dataImportCommand(),
			{
				Name:      "status",
				Usage:     "List the data sets with their dates, ages and digests",
				ArgsUsage: "--data DIR",
				Flags: []cli.Flag{
					dataFlag(), listFormatFlag(),
					&cli.StringFlag{Name: "as-of", Usage: "`DATE` at which to tell the ages, YYYY-MM-DD (today)"},
					&cli.BoolFlag{Name: "verify", Usage: "read every byte of every set and hold it to its digest"},
				},
				Action: p.dataStatus,
			},
			{
				Name:        "export",
				Usage:       "Write the records of a data set",
				ArgsUsage:   "--data DIR NAME",
				Description: dataExportHelp,
				Flags: []cli.Flag{
					dataFlag(),
					&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`FILE` to write (default: standard output)"},
				},
				Action: p.dataExport,
			},
			{
				Name:      "remove",
				Usage:     "Take a data set out of the folder",
				ArgsUsage: "--data DIR NAME",
				Flags:     []cli.Flag{dataFlag()},
				Action:    p.dataRemove,
			},
		},
	}
}

func dataFlag() cli.Flag {
	return &cli.StringFlag{Name: "data", Usage: "`DIR` with the buyer's data sets"}
}

// openData opens the data sets for reading.
func openData(c *cli.Context) (*advisory.Data, error) {
	dir := c.String("data")
	if dir == "" {
		return nil, noData()
	}
	return openDataIn(dir)
}

func openDataIn(dir string) (*advisory.Data, error) {
	root, err := openDataFolder(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // the files of the sets stay open
	data, err := advisory.Open(root.FS())
	if err != nil {
		return nil, badData(dir, err)
	}
	return data, nil
}

func openDataFolder(dir string) (*os.Root, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, notADataFolder(dir)
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, cannotRead(dir, err, "import a data set into it with `bidgate data import`")
	}
	if err != nil {
		return nil, cannotRead(dir, err, "give a folder of data sets")
	}
	return root, nil
}

func (p *program) dataExport(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("data export", "the name of one data set", c.NArg())
	}
	data, err := openData(c)
	if err != nil {
		return err
	}
	defer data.Close() //nolint:errcheck // only read
	name := c.Args().First()
	if file := c.String("output"); file != "" {
		b := bytes.Buffer{}
		if err := data.Export(&b, name); err != nil {
			return badData(c.String("data"), err)
		}
		return p.writeFiles(outFile{file, b.Bytes()})
	}
	p.landing.begin()
	out := bufio.NewWriterSize(p.stdout, 64<<10)
	if err := data.Export(out, name); err != nil {
		return badData(c.String("data"), err)
	}
	if err := out.Flush(); err != nil {
		return notWritten("standard output", err)
	}
	return nil
}

func (p *program) dataRemove(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("data remove", "the name of one data set", c.NArg())
	}
	dir := c.String("data")
	if dir == "" {
		return noData()
	}
	root, err := openDataFolder(dir)
	if err != nil {
		return err
	}
	defer root.Close() //nolint:errcheck // nothing is left to write
	store, err := advisory.Lock(c.Context, root)
	if err != nil {
		return badData(dir, err)
	}
	defer store.Close() //nolint:errcheck // gives the lock free
	if err := store.Remove(c.Args().First()); err != nil {
		return badData(dir, err)
	}
	return nil
}

// formatNamesOfData are the values of --kind.
func formatNamesOfData() []string {
	var names []string
	for _, f := range advisory.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// isAddress says that the source of an import is to be fetched.
func isAddress(name string) bool { return strings.Contains(name, "://") }
