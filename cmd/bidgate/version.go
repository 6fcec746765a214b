package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
)

const opaModule = "github.com/open-policy-agent/opa"

func (p *program) versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "Tell the versions of bidgate, Go and Open Policy Agent",
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return wrongArguments("version", "no arguments", c.NArg())
			}
			return p.write(fmt.Sprintf("bidgate %s\ngo %s\nopa %s\n", engine.Version, runtime.Version(), opaVersion()))
		},
	}
}

// opaVersion is the version of the linked module, as the build recorded it.
func opaVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, module := range info.Deps {
		if module.Path == opaModule {
			return module.Version
		}
	}
	return "unknown"
}
