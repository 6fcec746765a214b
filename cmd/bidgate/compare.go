package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/render/xlsx"
	"github.com/bidgate/bidgate/engine/report"
)

const compareHelp = `
Each REPORT is a file that ` + "`bidgate screen -f json=FILE`" + ` wrote, or a folder that
` + "`bidgate screen --results DIR`" + ` filled with one for each bid. The requirements are
the rows, and what differs comes first. Nothing is counted up and no bid is
ranked: the bids stand in the order in which they are given. Reports that were
not judged alike (other policies, profile, parameters, day, tender or data
sets) are refused. Nothing is evaluated again.

Exit status: 0 compared, 2 could not run.`

func (p *program) compareCommand() *cli.Command {
	return &cli.Command{
		Name:        "compare",
		Usage:       "Set bids side by side",
		ArgsUsage:   "REPORT...",
		Description: compareHelp + comparisonList(),
		Action:      p.compare,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "`FORMAT[=FILE]`: text, json, html, csv or xlsx (repeatable; text)"},
			&cli.StringFlag{Name: "width", Usage: "write for so many `COLUMNS`"},
			&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "show also what is alike for all bids"},
			&cli.StringFlag{Name: "color", Value: "auto", Usage: "`WHEN` to colour: auto, always or never"},
		},
	}
}

// comparisons are the formats of a comparison, with the one that stands apart
// because of what it links.
func comparisons() []render.Format {
	book := xlsx.Format()
	book.Help = "for spreadsheets: a workbook with the bids and every requirement"
	return append(render.ComparisonFormats(), book)
}

func comparisonList() string {
	var b strings.Builder
	b.WriteString("\n\nFormats:\n")
	for _, f := range comparisons() {
		fmt.Fprintf(&b, "  %-16s %s\n", f.Name, f.Help)
	}
	return b.String()
}

func (p *program) compare(c *cli.Context) error {
	out, err := p.laidOut(c, formatsOf(comparisons()))
	if err != nil {
		return err
	}
	paths, err := reportsIn(c.Args().Slice())
	if err != nil {
		return err
	}
	if len(paths) < 2 {
		return wrongArguments("compare", "two reports or more", len(paths))
	}
	reports := make([]*report.Report, len(paths))
	for i, path := range paths {
		if reports[i], err = readReport(path); err != nil {
			return err
		}
	}
	side, err := report.SideBySide(paths, reports)
	var different *report.NotComparable
	if errors.As(err, &different) {
		return notComparable(different)
	}
	if err != nil {
		return err
	}
	return p.deliverComparison(out, side)
}

// deliverComparison renders every format before it writes anything.
func (p *program) deliverComparison(out outputs, side *report.Comparison) error {
	stdout, files := "", []outFile(nil)
	for _, t := range out.targets {
		var b strings.Builder
		options := render.Options{Width: out.width, Colour: out.always || out.colour && t.file == "", Verbose: out.verbose}
		write := func() error { return render.Compare(&b, side, t.format, options) }
		if t.format == xlsx.Format().Name {
			write = func() error { return xlsx.Compare(&b, side, options) }
		}
		if err := write(); err != nil {
			return err
		}
		if t.file == "" {
			stdout = b.String()
			continue
		}
		files = append(files, outFile{t.file, []byte(b.String())})
	}
	if err := p.writeFiles(files...); err != nil {
		return err
	}
	return p.write(stdout)
}

// reportsIn are the reports that the arguments name, those of a folder in the
// order of their names.
func reportsIn(args []string) ([]string, error) {
	var paths []string
	for _, arg := range args {
		found := []string{arg}
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			if found, err = filepath.Glob(filepath.Join(escapeGlob(arg), "*", resultReport)); err != nil || len(found) == 0 {
				return nil, noReports(arg)
			}
		}
		for _, path := range found {
			if slices.Contains(paths, path) {
				return nil, comparedTwice(path)
			}
			paths = append(paths, path)
		}
	}
	return paths, nil
}

// escapeGlob is a path that a pattern takes as it is.
func escapeGlob(path string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}
