package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

const renderHelp = `
A REPORT is a file that ` + "`bidgate screen -f json=FILE`" + ` wrote. Nothing is
evaluated again: neither the evidence nor the policies are needed. The exit
status is that of the report's verdict, as screen has it.`

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
	for _, f := range render.Formats() {
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
	if err := p.deliver(out, []titled{{c.Args().First(), r}}, nil); err != nil {
		return err
	}
	p.status = worst([]report.Verdict{r.Verdict}, failOn)
	return nil
}
