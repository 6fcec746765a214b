package main

import (
	"fmt"
	"runtime"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
)

func (p *program) versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "Tell the versions of bidgate, Go and Open Policy Agent",
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return wrongArguments("version", "no arguments", c.NArg())
			}
			return p.write(fmt.Sprintf("bidgate %s\ngo %s\nopa %s\n", engine.Version, runtime.Version(), authoring.OPAVersion()))
		},
	}
}
