package main

import (
	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
)

func (p *program) policyCommand() *cli.Command {
	return &cli.Command{
		Name:  "policy",
		Usage: "List, write, check, test and build policies",
		Subcommands: []*cli.Command{
			p.policyListCommand(),
			p.policyProfilesCommand(),
			p.policyNewCommand(),
			p.policyLintCommand(),
			p.policyTestCommand(),
			p.policyBuildCommand(),
			p.policyDocsCommand(),
			p.policyDiffCommand(),
			p.policyAnnexCommand(),
		},
	}
}

// requirements are those of the policies that the flags choose.
func requirements(c *cli.Context) ([]report.Requirement, error) {
	e, err := load(c)
	if err != nil {
		return nil, err
	}
	return e.Requirements()
}
