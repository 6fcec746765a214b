package main

import (
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// choose finds the profile: a built-in or added one by its name, else a file.
func (b *buyer) choose(e *engine.Engine) (*tender.Profile, error) {
	switch {
	case b.flagProfile != "":
		if slices.Contains(e.Profiles(), b.flagProfile) {
			return e.Profile(b.flagProfile)
		}
		if _, err := os.Stat(b.flagProfile); err != nil {
			return nil, unknownProfile(b.flagProfile, e.Profiles())
		}
		return parseFile(b.flagProfile, tender.ParseProfile)
	case b.profile.File != "":
		profile, err := parseFile(b.profile.File, tender.ParseProfile)
		return b.checked(b.profile.File, profile, err)
	case b.profile.Name != "":
		if !slices.Contains(e.Profiles(), b.profile.Name) {
			return nil, unknownProfile(b.profile.Name, e.Profiles())
		}
		profile, err := e.Profile(b.profile.Name)
		return b.checked(b.profile.Name, profile, err)
	case b.annex != nil:
		return profileInAnnex(b.annex)
	}
	return nil, noProfile()
}

// checked holds the profile against the digest that the tender states.
func (b *buyer) checked(name string, profile *tender.Profile, err error) (*tender.Profile, error) {
	switch {
	case err != nil:
		return nil, err
	case b.profile.Digest != "" && profile.Digest != b.profile.Digest:
		return nil, wrongDigest(name, profile.Digest)
	}
	return profile, nil
}

// failOn gives the verdicts that have an exit status of their own: those of
// the flag, else of the profile or the nearest one that it extends, else all.
func failOn(c *cli.Context, e *engine.Engine, profile *tender.Profile) ([]report.Verdict, error) {
	if c.IsSet("fail-on") {
		return parseFailOn(c.String("fail-on"))
	}
	seen := map[string]bool{}
	for profile.FailOn == nil && profile.Extends != "" && !seen[profile.Extends] {
		seen[profile.Extends] = true
		base, err := e.Profile(profile.Extends)
		if err != nil {
			return nil, err
		}
		profile = base
	}
	if profile.FailOn != nil {
		return profile.FailOn, nil
	}
	return failing(), nil
}
