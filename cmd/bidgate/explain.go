package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
)

const explainHelp = `
An id is that of a requirement, or of one member of it, as reports write it.
The word limits instead lists the limits on what is read of a bundle.`

func (p *program) explainCommand() *cli.Command {
	return &cli.Command{
		Name:        "explain",
		Usage:       "Explain a requirement: what it asks, why, and what to do",
		ArgsUsage:   "ID",
		Description: explainHelp,
		Flags:       append([]cli.Flag{listFormatFlag()}, policyFlags()...),
		Action:      p.explain,
	}
}

func (p *program) explain(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("explain", "the id of one requirement", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		if c.Args().First() == "limits" {
			return boundRows(), func(w *bytes.Buffer) { boundsText(w, boundRows()) }, nil
		}
		all, err := requirements(c)
		if err != nil {
			return nil, nil, err
		}
		r, member, ok := find(all, c.Args().First())
		if !ok {
			return nil, nil, unknownRequirement(c.Args().First())
		}
		return r, func(w *bytes.Buffer) { requirementText(w, r, member) }, nil
	})
}

// find looks a requirement up by its id or that of one of its members.
func find(all []report.Requirement, id string) (report.Requirement, *report.MemberRow, bool) {
	for _, r := range all {
		if r.ID == id {
			return r, nil, true
		}
		name, ok := strings.CutPrefix(id, r.ID+".")
		for i := range r.Members {
			if ok && r.Members[i].ID == name {
				return r, &r.Members[i], true
			}
		}
	}
	return report.Requirement{}, nil, false
}

// explainWidth is where the paragraphs of explain are folded.
const explainWidth = 80

func requirementText(w *bytes.Buffer, r report.Requirement, member *report.MemberRow) {
	if member != nil { // what a row leaves out is the requirement's own
		r.ID, r.Title, r.Severity = r.ID+"."+member.ID, member.Title, member.Severity
		r.Remedy, r.Question, r.Members = member.Remedy, member.Question, nil
		if len(member.Sources) > 0 {
			r.Sources = member.Sources
		}
		r.Profiles = slices.DeleteFunc(r.Profiles, func(u report.Use) bool { return u.Member != member.ID })
	}
	fmt.Fprintf(w, "%s\n%s\n\n", oneLine(r.ID), oneLine(r.Title))
	fold(w, "", r.Description)
	fmt.Fprintln(w)
	columns(w, [][2]string{
		{"section", r.Section},
		{"severity", string(r.Severity)},
		{"in profiles", profiles(r.Profiles)},
		{"in force", inForce(r)},
		{"evidence", needed(r.Evidence)},
		{"looks at", strings.ReplaceAll(r.Over, "_", " ")},
		{"composed of", strings.Join(r.ComposedOf, ", ")},
	})
	part(w, "Parameters", r.Parameters, func(s report.Setting) string { return setting(r.ID, s) })
	part(w, "Members", r.Members, func(m report.MemberRow) string {
		return fmt.Sprintf("%s (%s): %s", m.ID, m.Severity, m.Title)
	})
	part(w, "Sources", r.Sources, source)
	part(w, "What it can say", r.Messages, func(m report.Wording) string { return m.Code + ": " + counted.ReplaceAllString(m.Text, "{$1} $2") })
	part(w, "What to do when it is not met", []string{r.Remedy}, func(s string) string { return s })
	part(w, "What to ask the vendor", []string{r.Question}, func(s string) string { return s })
}

// part writes a heading and one item a paragraph; nothing without items.
func part[T any](w *bytes.Buffer, title string, items []T, text func(T) string) {
	headed := false
	for _, item := range items {
		line := text(item)
		if line == "" {
			continue
		}
		if !headed {
			fmt.Fprintf(w, "\n%s\n", title)
			headed = true
		}
		fold(w, "  ", line)
	}
}

// fold writes text in lines of explainWidth, each line after the first of an
// indented paragraph two columns further in.
func fold(w *bytes.Buffer, indent, text string) {
	line, more := indent, indent
	if indent != "" {
		more += "  "
	}
	for word := range strings.FieldsSeq(text) {
		if len(line) > len(more) && len(line)+1+len(word) > explainWidth {
			fmt.Fprintln(w, line)
			line = more
		}
		if strings.TrimSpace(line) != "" {
			line += " "
		}
		line += oneLine(word)
	}
	if strings.TrimSpace(line) != "" {
		fmt.Fprintln(w, line)
	}
}

// profiles says which profiles ask for the requirement, and how hard; members
// that a profile weighs alike are told once.
func profiles(uses []report.Use) string {
	var list []string
	for _, u := range uses {
		text := fmt.Sprintf("%s (%s, %s)", u.Profile, u.Severity, u.Level)
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return strings.Join(list, ", ")
}

func inForce(r report.Requirement) string {
	switch from, to := r.EffectiveFrom, r.EffectiveTo; {
	case from != "" && to != "":
		return "from " + from + " to " + to
	case from != "":
		return "from " + from
	case to != "":
		return "to " + to
	}
	return "always"
}

func needed(n report.Needed) string {
	var parts []string
	if len(n.All) > 0 {
		parts = append(parts, strings.Join(n.All, " and "))
	}
	if len(n.Any) > 0 {
		parts = append(parts, alternatives(n.Any))
	}
	if len(n.Buyer) > 0 {
		parts = append(parts, strings.Join(n.Buyer, " and ")+" from the buyer")
	}
	return strings.ReplaceAll(strings.Join(parts, "; "), "_", " ")
}

func setting(id string, s report.Setting) string {
	standard := "no default"
	if s.HasDefault {
		standard = fmt.Sprintf("default %v", s.Default)
	}
	return fmt.Sprintf("%s.%s (%s, %s): %s", id, s.Name, s.Type, standard, s.Description)
}

// source says also who read it, so that nobody takes an account of a text for
// the text.
func source(s report.Source) string {
	text := s.Standard
	for _, more := range []string{s.Edition, s.Clause} {
		if more != "" {
			text += ", " + more
		}
	}
	switch s.Confidence {
	case "source":
		return text + " (read in the original)"
	case "secondary":
		return text + " (known from a published account, not read in the original)"
	}
	return text + " (from memory, not verified)"
}

// counted is a number in a message with its words for one and for others; the
// latter are shown.
var counted = regexp.MustCompile(`\{(\w+):[^|{}]*\|([^|{}]*)\}`)
