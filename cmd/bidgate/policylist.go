package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
)

const policyListHelp = `
Without a flag every requirement is listed. Several flags narrow the list
together, and one flag given twice widens it: --area sbom --area support lists
both areas. A severity is the one that --profile gives, else the requirement's
own; a table-driven requirement is listed when one of its members fits.`

func (p *program) policyListCommand() *cli.Command {
	flags := []cli.Flag{
		listFormatFlag(),
		libraryFlag(),
		&cli.StringFlag{Name: "profile", Usage: "only what a profile asks: its `NAME|FILE`"},
	}
	for _, f := range filters {
		flags = append(flags, &cli.StringSliceFlag{Name: f.name, Usage: f.usage + " (repeatable)"})
	}
	return &cli.Command{
		Name:        "list",
		Usage:       "List the requirements with their severities",
		Description: policyListHelp,
		Flags:       append(flags, policyFlags()...),
		Action:      p.policyList,
	}
}

// filter narrows the list by one property of requirements.
type filter struct {
	name, usage string
	closed      bool // a value that no requirement has is a mistake
	// values are what a requirement has of it; a wanted value fits as fits says.
	values func(report.Requirement) []string
	fits   func(value, wanted string) bool
}

// filters are the flags of the list, in the order of help.
var filters = []filter{
	{"area", "only this `AREA`, such as sbom", true, func(r report.Requirement) []string { return []string{area(r.ID)} }, equal},
	{"severity", "only this `SEVERITY`: blocking, major, minor or info", false, severitiesOf, equal},
	{"section", "only this `SECTION`, such as supply-chain", true, func(r report.Requirement) []string { return []string{r.Section} }, equal},
	{"standard", "only what this `TEXT` is part of a source of, such as \"cisa 2026\"", false, sourcesOf, mentions},
	{"tag", "only with this `TAG`, such as core_area or csf2:ID.AM-08", true, tagsOf, equal},
}

func area(id string) string {
	first, _, _ := strings.Cut(id, ".")
	return first
}

func equal(value, wanted string) bool { return value == wanted }

// mentions tells whether every word that is wanted is in the value.
func mentions(value, wanted string) bool {
	value = strings.ToLower(value)
	for word := range strings.FieldsSeq(strings.ToLower(wanted)) {
		if !strings.Contains(value, word) {
			return false
		}
	}
	return true
}

// severitiesOf are those that the profiles of the requirement give, where they
// are narrowed to one, else its own and its members'.
func severitiesOf(r report.Requirement) []string {
	list := []string{string(r.Severity)}
	for _, m := range r.Members {
		list = append(list, string(m.Severity))
	}
	return list
}

func sourcesOf(r report.Requirement) []string {
	var list []string
	add := func(sources []report.Source) {
		for _, s := range sources {
			list = append(list, s.Standard+" "+s.Edition+" "+s.Clause)
		}
	}
	add(r.Sources)
	for _, m := range r.Members {
		add(m.Sources)
	}
	return list
}

// tagsOf are the tags, each also by its name alone, without what follows a colon.
func tagsOf(r report.Requirement) []string {
	var list []string
	for _, tag := range r.Tags {
		name, _, _ := strings.Cut(tag, ":")
		list = append(list, tag, name)
	}
	return list
}

func (p *program) policyList(c *cli.Context) error {
	if c.NArg() > 0 {
		return wrongArguments("policy list", "no arguments", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		all, err := requirementsOf(c)
		if err != nil {
			return nil, nil, err
		}
		kept, err := narrowed(c, all)
		return kept, func(w *bytes.Buffer) { requirementsText(w, kept, len(all)) }, err
	})
}

// requirementsOf are the requirements there are, or those of the profile that is asked
// for, each as hard as the profile asks it.
func requirementsOf(c *cli.Context) ([]report.Requirement, error) {
	e, profile, err := loadWith(c, c.String("profile"))
	if err != nil {
		return nil, err
	}
	all, err := e.Requirements()
	if err != nil || profile == nil {
		return all, err
	}
	kept := []report.Requirement{}
	for _, r := range all {
		if asked(&r, profile.ID) {
			kept = append(kept, r)
		}
	}
	return kept, nil
}

// asked narrows a requirement to what one profile asks of it, if anything.
func asked(r *report.Requirement, profile string) bool {
	r.Profiles = slices.DeleteFunc(slices.Clone(r.Profiles), func(u report.Use) bool { return u.Profile != profile })
	members := []report.MemberRow{}
	for _, u := range r.Profiles {
		if u.Member == "" {
			r.Severity = u.Severity
		}
	}
	for _, m := range r.Members {
		if i := slices.IndexFunc(r.Profiles, func(u report.Use) bool { return u.Member == m.ID }); i >= 0 {
			m.Severity = r.Profiles[i].Severity
			members = append(members, m)
		}
	}
	if r.Members = members; len(members) > 0 {
		r.Severity = heaviest(members)
	}
	return len(r.Profiles) > 0
}

// heaviest is the severity that weighs most among members.
func heaviest(members []report.MemberRow) report.Severity {
	for _, severity := range report.Severities() {
		if slices.ContainsFunc(members, func(m report.MemberRow) bool { return m.Severity == severity }) {
			return severity
		}
	}
	return ""
}

// narrowed keeps what every flag that is given lets through.
func narrowed(c *cli.Context, all []report.Requirement) ([]report.Requirement, error) {
	kept := all
	for _, f := range filters {
		wanted := c.StringSlice(f.name)
		if len(wanted) == 0 {
			continue
		}
		for _, w := range wanted {
			if known := f.known(all); (f.closed && !slices.Contains(known, w)) || w == "" {
				return nil, badChoice("--"+f.name, w, known)
			}
			if f.name == "severity" && !slices.Contains(report.Severities(), report.Severity(w)) {
				return nil, badChoice("--"+f.name, w, texts(report.Severities()))
			}
		}
		some := []report.Requirement{}
		for _, r := range kept {
			if f.keeps(r, wanted) {
				some = append(some, r)
			}
		}
		kept = some
	}
	return kept, nil
}

func (f filter) known(all []report.Requirement) []string {
	var list []string
	for _, r := range all {
		list = append(list, f.values(r)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (f filter) keeps(r report.Requirement, wanted []string) bool {
	return slices.ContainsFunc(f.values(r), func(value string) bool {
		return slices.ContainsFunc(wanted, func(w string) bool { return f.fits(value, w) })
	})
}

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

func requirementsText(w *bytes.Buffer, requirements []report.Requirement, all int) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range requirements {
		title := r.Title
		if n := len(r.Members); n > 0 {
			title += " (" + count(n, "member") + ")"
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\n", oneLine(r.ID), r.Severity, oneLine(title)) // to memory
	}
	_ = t.Flush() // to memory
	fmt.Fprintf(w, "\n%s\n", listSum(len(requirements), all))
}
