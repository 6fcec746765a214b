package main

import (
	"os"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
)

// load makes the engine with the policies that the flags choose.
func load(c *cli.Context) (*engine.Engine, error) {
	var options []engine.Option
	for _, dir := range c.StringSlice("policy") {
		root, err := openTree(dir, "--policy")
		if err != nil {
			return nil, err
		}
		defer root.Close() //nolint:errcheck // only read, and New reads all
		options = append(options, engine.WithPolicies(root.FS()))
	}
	if c.Bool("no-builtin") {
		options = append(options, engine.WithoutLibrary())
	}
	return engine.New(c.Context, options...)
}

// openTree opens a folder of policies for the flag or command that was given
// it: by root, so that a link in it cannot lead out of it.
func openTree(dir, by string) (*os.Root, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, notAFolder(dir, by)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, cannotRead(dir, err, "give "+by+" a folder of policies")
	}
	return root, nil
}
