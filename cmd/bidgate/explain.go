package main

import (
	"bytes"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

const explainHelp = `
An id is that of a requirement, of one member of it, as reports write it, or of
a profile. The word limits instead lists the limits on what is read of a bundle.`

func (p *program) explainCommand() *cli.Command {
	return &cli.Command{
		Name:        "explain",
		Usage:       "Explain a requirement or profile: what it asks, why, and what to do",
		ArgsUsage:   "ID",
		Description: explainHelp,
		Flags:       append([]cli.Flag{listFormatFlag(), libraryFlag()}, policyFlags()...),
		Action:      p.explain,
	}
}

// explained is a requirement, or one member of it, with all there is to tell.
type explained struct {
	report.Requirement
	Member string            `json:"member"` // "" for the whole
	Parts  authoring.Parts   `json:"parts"`  // of the description
	Shown  []authoring.Shown `json:"examples"`
}

// explainedProfile is a profile with what it asks.
type explainedProfile struct {
	authoring.Profile
	Requirements []report.Requirement `json:"requirements"`
}

func (p *program) explain(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("explain", "the id of one requirement or profile", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		id := c.Args().First()
		if id == "limits" {
			return boundRows(), func(w *bytes.Buffer) { boundsText(w, boundRows()) }, nil
		}
		e, err := load(c)
		if err != nil {
			return nil, nil, err
		}
		all, err := e.Requirements()
		if err != nil {
			return nil, nil, err
		}
		if slices.Contains(e.Profiles(), id) {
			return explainProfile(e, id, all)
		}
		r, member, ok := find(all, id)
		if !ok {
			return nil, nil, unknownRequirement(id)
		}
		return explainRequirement(c, r, member)
	})
}

func explainRequirement(c *cli.Context, r report.Requirement, member string) (any, func(*bytes.Buffer), error) {
	examples, err := examples(c)
	if err != nil {
		return nil, nil, err
	}
	x := explained{Requirement: r, Member: member, Parts: authoring.PartsOf(r.Description), Shown: authoring.ShownOf(examples, r.ID, member)}
	return x, func(w *bytes.Buffer) { pageText(w, authoring.RequirementPage(r, member, x.Shown)) }, nil
}

func explainProfile(e *engine.Engine, id string, all []report.Requirement) (any, func(*bytes.Buffer), error) {
	profile, err := e.Profile(id)
	if err != nil {
		return nil, nil, err
	}
	x := explainedProfile{Profile: profileOf(e, profile), Requirements: []report.Requirement{}}
	for _, r := range all {
		if asked(&r, id) {
			x.Requirements = append(x.Requirements, r)
		}
	}
	return x, func(w *bytes.Buffer) { pageText(w, authoring.ProfilePage(x.Profile, all)) }, nil
}

// profileOf is what pages tell of a profile: what it leaves out is that of the
// nearest profile that it extends, and then the usual.
func profileOf(e *engine.Engine, profile *tender.Profile) authoring.Profile {
	x := authoring.Profile{
		ID: profile.ID, Edition: profile.Edition, Title: profile.Title, Description: profile.Description,
		Extends: profile.Extends, Digest: profile.Digest,
	}
	for seen := map[string]bool{}; profile != nil && !seen[profile.ID]; {
		seen[profile.ID] = true
		x.RejectAt = report.Severity(either(string(x.RejectAt), string(profile.RejectAt)))
		x.ClarifyAt = report.Severity(either(string(x.ClarifyAt), string(profile.ClarifyAt)))
		if x.FailOn == nil {
			x.FailOn = profile.FailOn
		}
		next, err := e.Profile(profile.Extends)
		if err != nil {
			break
		}
		profile = next
	}
	x.RejectAt = report.Severity(either(string(x.RejectAt), string(report.Blocking)))
	x.ClarifyAt = report.Severity(either(string(x.ClarifyAt), string(report.Major)))
	return x
}

// examples are those of the policies that the flags choose.
func examples(c *cli.Context) ([]authoring.Example, error) {
	var all []authoring.Example
	library := c.String("library")
	if !c.Bool("no-builtin") && library == "" {
		builtIn, err := authoring.BuiltInExamples()
		if err != nil {
			return nil, err
		}
		all = builtIn
	}
	for _, dir := range append(c.StringSlice("policy"), library) {
		if dir == "" {
			continue
		}
		root, err := openTree(dir, "--policy")
		if err != nil {
			return nil, err
		}
		own, err := authoring.Examples(root.FS())
		_ = root.Close() // only read
		if err != nil {
			return nil, cannotRead(dir, err, "mend its examples")
		}
		all = append(all, own...)
	}
	return all, nil
}

// find looks a requirement up by its id or that of one of its members.
func find(all []report.Requirement, id string) (r report.Requirement, member string, ok bool) {
	for _, r := range all {
		if r.ID == id {
			return r, "", true
		}
		name, within := strings.CutPrefix(id, r.ID+".")
		if within && slices.ContainsFunc(r.Members, func(m report.MemberRow) bool { return m.ID == name }) {
			return r, name, true
		}
	}
	return report.Requirement{}, "", false
}
