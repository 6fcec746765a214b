package main

import (
	"bytes"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/authoring"
)

const policyProfilesHelp = `
A profile says which requirements a buyer asks, and how hard. These are the ones
that can be named in --profile; a buyer may write others, as files.
` + "`bidgate explain PROFILE`" + ` tells all that one asks.`

func (p *program) policyProfilesCommand() *cli.Command {
	return &cli.Command{
		Name:        "profiles",
		Usage:       "List the profiles, and for whom each is",
		Description: policyProfilesHelp,
		Flags:       append([]cli.Flag{listFormatFlag(), libraryFlag()}, policyFlags()...),
		Action:      p.policyProfiles,
	}
}

func (p *program) policyProfiles(c *cli.Context) error {
	if c.NArg() > 0 {
		return wrongArguments("policy profiles", "no arguments", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		e, err := load(c)
		if err != nil {
			return nil, nil, err
		}
		profiles := []authoring.Profile{}
		for _, id := range e.Profiles() {
			profile, err := e.Profile(id)
			if err != nil {
				return nil, nil, err
			}
			profiles = append(profiles, profileOf(e, profile))
		}
		return profiles, func(w *bytes.Buffer) { profilesText(w, profiles) }, nil
	})
}

func profilesText(w *bytes.Buffer, profiles []authoring.Profile) {
	for i, profile := range profiles {
		if i > 0 {
			w.WriteByte('\n')
		}
		fold(w, "", "", profile.ID+": "+profile.Title)
		fold(w, "  ", "  ", strings.Join(strings.Fields(profile.Description), " "))
	}
}
