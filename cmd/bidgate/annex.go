package main

import (
	"cmp"
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

const annexHelp = `
Writes what a buyer publishes with a call for bids: every requirement that the
profile asks on the day, with its parameters, what to send, and what is taken in
its place. The profile's digest in it is that of every report that was judged by
the same rules, so that anyone can tell. With --tender the profile, the day and
the parameters are those of the tender. Publish the annex as JSON too: vendors
give it to ` + "`bidgate check --annex`" + `, and you to ` + "`bidgate screen --annex`" + `, where
other rules than those published become a finding.`

func (p *program) policyAnnexCommand() *cli.Command {
	return &cli.Command{
		Name:        "annex",
		Usage:       "Write what a buyer publishes before bids are judged",
		Description: annexHelp,
		Action:      p.policyAnnex,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "profile", Usage: "profile to publish: its `NAME|FILE`"},
			&cli.StringFlag{Name: "tender", Usage: "`FILE` with all that belongs to one procurement"},
			&cli.StringSliceFlag{Name: "param", Usage: "set a parameter: `ID.NAME=VALUE` (repeatable)"},
			&cli.StringFlag{Name: "as-of", Usage: "`DATE` for which it is in force, YYYY-MM-DD (the tender's, else today)"},
			&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "`FORMAT[=FILE]`: markdown, html, json or profile (repeatable; markdown)"},
		}, policyFlags()...),
	}
}

func (p *program) policyAnnex(c *cli.Context) error {
	if c.NArg() > 0 {
		return wrongArguments("policy annex", "no arguments", c.NArg())
	}
	formats := c.StringSlice("format")
	if len(formats) == 0 {
		formats = []string{"markdown"}
	}
	targets, err := parseTargets(formatsOf(render.AnnexFormats()), formats)
	if err != nil {
		return err
	}
	annex, err := p.annex(c)
	if err != nil {
		return err
	}
	stdout, files := "", []outFile(nil)
	for _, t := range targets {
		var b strings.Builder
		if err := render.Annex(&b, annex, t.format); err != nil {
			return err
		}
		if t.file == "" {
			stdout = b.String()
			continue
		}
		files = append(files, outFile{t.file, []byte(b.String())})
	}
	if err := p.writeFiles(files...); err != nil {
		return err
	}
	return p.write(stdout)
}

// annex asks what a bundle without anything would be asked.
func (p *program) annex(c *cli.Context) (*report.Annex, error) {
	b := &buyer{tender: &tender.Tender{}, flagProfile: c.String("profile")}
	for _, step := range []func(*cli.Context) error{b.readTender, p.decideFor(b)} {
		if err := step(c); err != nil {
			return nil, err
		}
	}
	e, err := p.load(c)
	if err != nil {
		return nil, err
	}
	profile, err := b.choose(e)
	if err != nil {
		return nil, err
	}
	parameters, err := parameters(e, b.tender, c.StringSlice("param"))
	if err != nil {
		return nil, err
	}
	empty, err := evidence.OpenFS(embed.FS{}, evidence.Limits{}) // nothing in it
	if err != nil {
		return nil, err
	}
	result, err := e.Screen(c.Context, empty, engine.Screening{Profile: profile, AsOf: b.asOf, Tender: b.tender.ID, Parameters: parameters})
	if err != nil {
		return nil, err
	}
	requirements, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	return annexOf(result.Report, profile, requirements, command(c, b, profile)), nil
}

// command is how a vendor judges a bundle by the rules of the annex.
func command(c *cli.Context, b *buyer, profile *tender.Profile) string {
	words := []string{"bidgate", "screen", "BUNDLE", "--profile", inShell(either(b.flagProfile, either(b.profile.File, either(b.profile.Name, profile.ID)))), "--as-of", b.asOf}
	for _, id := range slices.Sorted(maps.Keys(b.tender.Parameters)) {
		for _, name := range slices.Sorted(maps.Keys(b.tender.Parameters[id])) {
			words = append(words, "--param", inShell(id+"."+name+"="+paramText(b.tender.Parameters[id][name])))
		}
	}
	for _, given := range c.StringSlice("param") {
		words = append(words, "--param", inShell(given))
	}
	return strings.Join(words, " ")
}

// paramText is a value as --param takes it.
func paramText(value any) string {
	if list, ok := value.([]string); ok {
		return strings.Join(list, ",")
	}
	return fmt.Sprint(value)
}

// inShell is a word as a shell takes it.
func inShell(word string) string {
	if strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-=,/:@+") == "" {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

func annexOf(r *report.Report, profile *tender.Profile, requirements []report.Requirement, command string) *report.Annex {
	a := &report.Annex{Contract: 1, Notice: r.Notice, AsOf: r.AsOf, Tender: r.Tender, Profile: r.Profile, Description: strings.TrimSpace(profile.Description),
		Policy: r.Provenance.Policy, Parameters: slices.Concat([]report.Parameter{}, r.Parameters), Asked: []report.Asked{}, Command: command, ProfileFile: report.ProfileFile{Digest: profile.Digest, Text: profile.Source}}
	row := map[string]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.PartOnly {
			continue
		}
		key := f.Requirement + " " + string(f.Severity) + " " + string(f.LevelNeeded)
		at, there := row[key]
		if !there {
			at = len(a.Asked)
			row[key] = at
			a.Asked = append(a.Asked, askedOf(f, r, requirements))
		}
		if f.Member != "" {
			a.Asked[at].Members = append(a.Asked[at].Members, report.AskedMember{ID: f.ID, Title: f.Title, Family: strings.TrimSpace(f.Family + " " + f.FamilyTitle)})
		}
	}
	slices.SortStableFunc(a.Asked, func(x, y report.Asked) int {
		return cmp.Or(cmp.Compare(x.Severity.Rank(), y.Severity.Rank()), strings.Compare(x.ID, y.ID))
	})
	return a
}

func askedOf(f *report.Finding, r *report.Report, requirements []report.Requirement) report.Asked {
	i := slices.IndexFunc(requirements, func(q report.Requirement) bool { return q.ID == f.Requirement })
	q := requirements[i]
	a := report.Asked{ID: q.ID, Title: q.Title, Section: q.Section, Severity: f.Severity, Level: f.LevelNeeded, Advisory: f.Advisory,
		From: q.EffectiveFrom, To: q.EffectiveTo, Asks: strings.Join(authoring.PartsOf(q.Description).Asks, " "), Evidence: q.Evidence,
		Members: []report.AskedMember{}, Parameters: []report.Parameter{}, Send: q.Remedy, Sources: q.Sources, Equivalents: q.Equivalents}
	for _, p := range r.Parameters {
		if strings.HasPrefix(p.Name, q.ID+".") {
			p.Name = strings.TrimPrefix(p.Name, q.ID+".")
			a.Parameters = append(a.Parameters, p)
		}
	}
	return a
}
