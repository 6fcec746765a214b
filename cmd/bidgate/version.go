package main

import (
	"bytes"
	"fmt"
	"runtime"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
)

const versionHelp = `
The json form has also the digests of what is built in: of the policies, as
every report names them, and of each profile, as a tender may name it.`

func (p *program) versionCommand() *cli.Command {
	return &cli.Command{
		Name:        "version",
		Usage:       "Tell the versions of bidgate, Go and Open Policy Agent",
		Description: versionHelp,
		Flags:       []cli.Flag{listFormatFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return wrongArguments("version", "no arguments", c.NArg())
			}
			return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
				v := versions{Bidgate: engine.Version, Go: runtime.Version(), OPA: authoring.OPAVersion(), Profiles: []versionProfile{}}
				if c.String("format") == "json" { // the text is told without a look at the library
					if err := v.library(c); err != nil {
						return nil, nil, err
					}
				}
				return v, func(w *bytes.Buffer) { fmt.Fprintf(w, "bidgate %s\ngo %s\nopa %s\n", v.Bidgate, v.Go, v.OPA) }, nil
			})
		},
	}
}

// versions is what the program is made of.
type versions struct {
	Bidgate      string           `json:"bidgate"`
	Go           string           `json:"go"`
	OPA          string           `json:"opa"`
	Policy       string           `json:"policy"` // digest of the built-in policies
	Requirements int              `json:"requirements"`
	Profiles     []versionProfile `json:"profiles"` // by id
}

type versionProfile struct {
	ID      string `json:"id"`
	Edition string `json:"edition"`
	Digest  string `json:"digest"` // of its file
}

func (v *versions) library(c *cli.Context) error {
	e, err := engine.New(c.Context)
	if err != nil {
		return err
	}
	requirements, err := e.Requirements()
	if err != nil {
		return err
	}
	v.Policy, v.Requirements = e.PolicyDigest(), len(requirements)
	for _, id := range e.Profiles() {
		profile, err := e.Profile(id)
		if err != nil {
			return err
		}
		v.Profiles = append(v.Profiles, versionProfile{profile.ID, profile.Edition, profile.Digest})
	}
	return nil
}
