package authoring

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// inProfiles says which profiles ask for the requirement, and how hard; members
// that a profile weighs alike are told once.
func inProfiles(profiles []report.Use) string {
	var list []string
	for _, u := range profiles {
		text := fmt.Sprintf("[[%s]] (%s, %s)", u.Profile, u.Severity, u.Level)
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

// uses is the table of what profiles ask. The members of a requirement that a
// profile weighs alike share a row.
func uses(profiles []report.Use) [][]string {
	rows := [][]string{{"Profile", "Severity", "Level of proof", "Parameters"}}
	for _, u := range profiles {
		row := []string{"[[" + u.Profile + "]]", fmt.Sprintf("%s (%s)", u.Severity, Weight(u.Severity)), Proof(u.Level), values(u.Values)}
		if !slices.ContainsFunc(rows, func(r []string) bool { return slices.Equal(r, row) }) {
			rows = append(rows, row)
		}
	}
	return rows
}

func values(parameters []report.Parameter) string {
	var list []string
	for _, p := range parameters {
		name := p.Name[strings.LastIndexByte(p.Name, '.')+1:]
		if p.Set {
			list = append(list, fmt.Sprintf("`%s: %v`", name, p.Value))
		} else {
			list = append(list, "`"+name+"` not set")
		}
	}
	return strings.Join(list, ", ")
}

func inForce(r report.Requirement) string {
	switch from, to := r.EffectiveFrom, r.EffectiveTo; {
	case from != "" && to != "":
		return "from " + from + " to " + to + "; on other days it only advises"
	case from != "":
		return "from " + from + "; before it only advises"
	case to != "":
		return "to " + to + "; after it only advises"
	}
	return "always"
}

func needed(n report.Needed) string {
	var list []string
	if len(n.All) > 0 {
		list = append(list, strings.Join(n.All, " and "))
	}
	if len(n.Any) > 0 {
		list = append(list, strings.Join(n.Any, " or "))
	}
	if len(n.Buyer) > 0 {
		list = append(list, strings.Join(n.Buyer, " and ")+" from the buyer")
	}
	return strings.ReplaceAll(strings.Join(list, "; "), "_", " ")
}

func settings(r report.Requirement) []string {
	var list []string
	for _, s := range r.Parameters {
		about := []string{s.Type, "no default"}
		if s.HasDefault {
			about[1] = fmt.Sprintf("default %v", s.Default)
		}
		if s.Min != nil {
			about = append(about, fmt.Sprintf("at least %v", *s.Min))
		}
		if s.Max != nil {
			about = append(about, fmt.Sprintf("at most %v", *s.Max))
		}
		item := fmt.Sprintf("`%s.%s` (%s)", r.ID, s.Name, strings.Join(about, ", "))
		if s.Description != "" {
			item += ": " + s.Description
		}
		list = append(list, item)
	}
	return list
}

func members(rows []report.MemberRow) [][]string {
	table := [][]string{{"Member", "Severity", "What it asks", "Sources"}}
	for _, m := range rows {
		var from []string
		for _, s := range m.Sources {
			from = append(from, source(s))
		}
		table = append(table, []string{"`" + m.ID + "`", string(m.Severity), m.Title, strings.Join(from, "; ")})
	}
	return table
}

func sources(list []report.Source) []string {
	lines := make([]string, len(list))
	for i, s := range list {
		lines[i] = source(s)
	}
	return lines
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
	return text + " (" + Confidence(s.Confidence) + ")"
}

// Confidence is in words how well a source is known.
func Confidence(confidence string) string {
	switch confidence {
	case "source":
		return "read in the original"
	case "secondary":
		return "known from a published account, not read in the original"
	}
	return "from memory: check before quoting"
}

func clauses(list []report.Clause) []string {
	var lines []string
	for _, c := range list {
		lines = append(lines, c.Standard+", "+c.Clause)
	}
	return lines
}
