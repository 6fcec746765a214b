package main

import (
	"os"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
)

// load makes the engine with the policies that the flags choose. Folders of
// policies are opened by root, so that a link in one cannot lead out of it.
func load(c *cli.Context) (*engine.Engine, error) {
	var options []engine.Option
	for _, dir := range c.StringSlice("policy") {
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			return nil, notAFolder(dir, "--policy")
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, cannotRead(dir, err, "give --policy a folder of policies")
		}
		defer root.Close() //nolint:errcheck // only read, and New reads all
		options = append(options, engine.WithPolicies(root.FS()))
	}
	if c.Bool("no-builtin") {
		options = append(options, engine.WithoutLibrary())
	}
	return engine.New(c.Context, options...)
}
