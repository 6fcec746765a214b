package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

const diffHelp = `
Each REPORT is a file that ` + "`bidgate screen -f json=FILE`" + ` wrote. What decided that
the verdicts differ comes first, then what was given to the two screenings: the
day, documents, policies, profile, parameters, data sets, exceptions and
determinations. Nothing is evaluated again.

Exit status: 0 the reports are the same, 1 they differ, 2 could not run.`

// maxReport bounds a report that is read, in bytes.
const maxReport = 256 << 20

func (p *program) diffCommand() *cli.Command {
	return &cli.Command{
		Name:        "diff",
		Usage:       "Tell why two reports differ",
		ArgsUsage:   "REPORT REPORT",
		Description: diffHelp,
		Flags: []cli.Flag{listFormatFlag(),
			&cli.StringFlag{Name: "width", Usage: "write for so many `COLUMNS`"},
			&cli.StringFlag{Name: "color", Value: "auto", Usage: "`WHEN` to colour: auto, always or never"}},
		Action: p.diff,
	}
}

func (p *program) diff(c *cli.Context) error {
	if c.NArg() != 2 {
		return wrongArguments("diff", "two reports", c.NArg())
	}
	colour, err := p.colour(c.String("color"))
	if err != nil {
		return err
	}
	width, err := p.width(c.String("width"))
	if err != nil {
		return err
	}
	if width == 0 {
		width = diffColumns
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		before, err := readReport(c.Args().Get(0))
		if err != nil {
			return nil, nil, err
		}
		after, err := readReport(c.Args().Get(1))
		if err != nil {
			return nil, nil, err
		}
		d := report.Compare(before, after)
		if !d.Equal {
			p.status = statusDiffers
		}
		return d, func(w *bytes.Buffer) {
			w.WriteString(render.Difference(d, render.Options{Width: width, Colour: colour}))
		}, nil
	})
}

// diffColumns is wide enough for a digest and its words on one line, where no
// terminal is narrower.
const diffColumns = 160

func readReport(path string) (*report.Report, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotRead(path, err, giveReport)
	}
	if !info.Mode().IsRegular() || info.Size() > maxReport {
		return nil, notAReport(path, "is no file of a report")
	}
	data, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return nil, cannotRead(path, err, giveReport)
	}
	r, err := report.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, notAReport(path, err.Error())
	}
	return r, nil
}
