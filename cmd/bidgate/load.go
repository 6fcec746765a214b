package main

import (
	"os"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/isolate"
	"github.com/bidgate/bidgate/engine/tender"
)

// loadWith is load with the profile of that name, which is one that there is
// or a file; without a name the profile is nil.
func loadWith(c *cli.Context, name string) (*engine.Engine, *tender.Profile, error) {
	e, err := load(c)
	if err != nil || name == "" {
		return e, nil, err
	}
	if slices.Contains(e.Profiles(), name) {
		profile, err := e.Profile(name)
		return e, profile, err
	}
	if _, err := os.Stat(name); err != nil {
		return nil, nil, unknownProfile(name, e.Profiles())
	}
	profile, err := parseFile(name, tender.ParseProfile)
	if err != nil {
		return nil, nil, err
	}
	e, err = load(c, engine.WithProfiles(profile))
	return e, profile, err
}

// load is the engine to screen with: the one that was given, else that of the
// flags.
func (p *program) load(c *cli.Context) (*engine.Engine, error) {
	if p.engine != nil {
		return p.engine, nil
	}
	return load(c)
}

// load makes the engine with the policies that the flags choose.
func load(c *cli.Context, options ...engine.Option) (*engine.Engine, error) {
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
	if dir := c.String("library"); dir != "" {
		if len(c.StringSlice("policy")) > 0 {
			return nil, libraryAndPolicy()
		}
		root, err := openTree(dir, "--library")
		if err != nil {
			return nil, err
		}
		defer root.Close() //nolint:errcheck // only read, and New reads all
		return engine.New(c.Context, append(options, engine.WithLibrary(root.FS()))...)
	}
	isolation, err := isolation(c)
	if err != nil {
		return nil, err
	}
	return engine.New(c.Context, append(options, engine.WithIsolation(isolation))...)
}

// libraryFlag is for those who work on the library: it is never a flag of a
// screening, whose requirements everyone must be able to look up.
func libraryFlag() cli.Flag {
	return &cli.StringFlag{Name: "library", Usage: "take the library in `DIR` in the place of the built-in one"}
}

// isolateFlags choose which policies are evaluated in a process of their own.
func isolateFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "isolate", Value: "auto", Usage: "`WHEN` to evaluate policies in a process of their own: auto (added ones), always or never"},
		&cli.DurationFlag{Name: "isolate-time", Usage: "`TIME` that such a process may take (30s)"},
		&cli.IntFlag{Name: "isolate-memory", Usage: "`MIB` of memory that it may take (1024)"},
	}
}

func isolation(c *cli.Context) (none engine.Isolation, err error) {
	limits := isolate.Limits{Time: c.Duration("isolate-time"), Memory: int64(c.Int("isolate-memory")) << 20}
	switch {
	case c.IsSet("isolate-time") && limits.Time < time.Millisecond:
		return none, badIsolateTime()
	case c.IsSet("isolate-memory") && limits.Memory < leastMemory:
		return none, badIsolateMemory(leastMemory >> 20)
	}
	switch when := c.String("isolate"); when {
	case "never":
		return none, nil
	case "auto", "always":
		return engine.Isolation{Run: isolate.Runner(limits), Everything: when == "always"}, nil
	default:
		return none, badIsolate(when)
	}
}

// leastMemory is what the program itself needs to start and compile.
const leastMemory = 128 << 20

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
