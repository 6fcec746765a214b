package main

import (
	"bytes"
	"fmt"
	"io/fs"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/authoring"
)

const policyBuildHelp = `
Writes the policies in a folder, with the built-in ones, as one bundle for the
public opa program: the policy.tar.gz of an export. Reports name its digest.
` + inThisProcess + `
Exit status: 0 written, 2 could not run, also for policies that are refused.`

func (p *program) policyBuildCommand() *cli.Command {
	return &cli.Command{
		Name:        "build",
		Usage:       "Write policies as a bundle for opa",
		ArgsUsage:   "DIR",
		Description: policyBuildHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`FILE` to write, such as policy.tar.gz"},
			listFormatFlag(),
			noBuiltinFlag(),
		},
		Action: p.policyBuild,
	}
}

// built is what a build tells of itself.
type built struct {
	File   string `json:"file"`
	Digest string `json:"digest"`
}

func (p *program) policyBuild(c *cli.Context) error {
	file := c.String("output")
	if file == "" {
		return noOutput()
	}
	if isStandardOutput(file) {
		return listingOnStdout()
	}
	return p.author(c, "policy build", func(tree fs.FS, options authoring.Options) (any, func(*bytes.Buffer), error) {
		var bundle bytes.Buffer
		digest, err := authoring.Build(c.Context, &bundle, tree, options)
		if err == nil {
			err = p.writeFiles(outFile{file, bundle.Bytes()})
		}
		return built{file, digest}, func(w *bytes.Buffer) {
			fmt.Fprintf(w, "%s: policies with the digest %s\n", oneLine(file), digest)
		}, err
	})
}
