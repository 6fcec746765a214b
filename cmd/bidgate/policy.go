package main

import (
	"bytes"
	"fmt"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
)

func (p *program) policyCommand() *cli.Command {
	return &cli.Command{
		Name:  "policy",
		Usage: "List, lint, test and build policies",
		Subcommands: []*cli.Command{
			{
				Name:   "list",
				Usage:  "List the requirements with their severities",
				Flags:  append([]cli.Flag{listFormatFlag()}, policyFlags()...),
				Action: p.policyList,
			},
			p.policyLintCommand(),
			p.policyTestCommand(),
			p.policyBuildCommand(),
		},
	}
}

func (p *program) policyList(c *cli.Context) error {
	if c.NArg() > 0 {
		return wrongArguments("policy list", "no arguments", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		requirements, err := requirements(c)
		return requirements, func(w *bytes.Buffer) { requirementsText(w, requirements) }, err
	})
}

func requirements(c *cli.Context) ([]report.Requirement, error) {
	e, err := load(c)
	if err != nil {
		return nil, err
	}
	return e.Requirements()
}

func requirementsText(w *bytes.Buffer, requirements []report.Requirement) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range requirements {
		title := r.Title
		if n := len(r.Members); n > 0 {
			title += " (" + count(n, "member") + ")"
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\n", oneLine(r.ID), r.Severity, oneLine(title)) // to memory
	}
	_ = t.Flush() // to memory
	fmt.Fprintf(w, "\n%s; `bidgate explain ID` tells more of one.\n", count(len(requirements), "requirement"))
}
