package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
)

const renderHelp = `
A REPORT is a file that ` + "`bidgate screen -f json=FILE`" + ` wrote. Nothing is
evaluated again: neither the evidence nor the policies are needed. Nothing is
verified either: a rendering says what the file says, and ` + "`bidgate verify`" + ` holds
a report against its signature, its evidence and its decision. The exit status is
that of the report's verdict, as screen has it.

The csv tables of components and threats, and the sheets of xlsx, have rows where
the report was made with --inventory; else they say how many are missing. pdf
needs a Chromium, which is sent the page through a pipe and reaches no network.`

func (p *program) renderCommand() *cli.Command {
	return &cli.Command{
		Name:        "render",
		Usage:       "Write a stored report in other formats",
		ArgsUsage:   "REPORT",
		Description: renderHelp + formatList(),
		Flags:       outputFlags(),
		Action:      p.render,
	}
}

// formatList lists the formats as help lists the commands.
func formatList() string {
	var b strings.Builder
	b.WriteString("\n\nFormats:\n")
	for _, f := range formatTable("") {
		fmt.Fprintf(&b, "  %-16s %s\n", f.Name, f.Help)
	}
	return b.String()
}

func (p *program) render(c *cli.Context) error {
	out, err := p.outputs(c)
	if err != nil {
		return err
	}
	failOn, err := parseFailOn(either(c.String("fail-on"), "all"))
	if err != nil {
		return err
	}
	if c.NArg() != 1 {
		return wrongArguments("render", "one report", c.NArg())
	}
	r, err := readReport(c.Args().First())
	if err != nil {
		return err
	}
	if err := p.deliver(c.Context, out, []titled{{c.Args().First(), r}}, nil); err != nil {
		return err
	}
	p.status = worst([]report.Verdict{r.Verdict}, failOn)
	return nil
}
