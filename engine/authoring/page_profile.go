package authoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// Profile is what a page tells of a profile beside what the requirements say
// of it.
type Profile struct {
	ID          string           `json:"id"`
	Edition     string           `json:"edition"`
	Title       string           `json:"title"`
	Description string           `json:"description"`
	Extends     string           `json:"extends"` // "" without
	RejectAt    report.Severity  `json:"reject_at"`
	ClarifyAt   report.Severity  `json:"clarify_at"`
	FailOn      []report.Verdict `json:"fail_on"`
	Digest      string           `json:"digest"`
}

// ProfilePage tells of a profile and of what it asks of each requirement.
func ProfilePage(profile Profile, requirements []report.Requirement) Page {
	p := Page{ID: profile.ID, Title: profile.Title}
	p.fact("profile", "`"+profile.ID+"`, edition "+profile.Edition)
	if profile.Extends != "" {
		p.fact("extends", "[["+profile.Extends+"]]")
	}
	p.add(Section{Heading: "For whom, and what it asks", Text: given(strings.TrimSpace(profile.Description))})
	p.add(Section{Heading: "What a result means", Items: []string{
		fmt.Sprintf("“Does not meet”: something at %s or above is not met.", severity(profile.RejectAt)),
		fmt.Sprintf("“Undetermined”: something at %s or above is not met, not supplied or for a person to look at. Write the letter.", severity(profile.ClarifyAt)),
		"“Meets”: everything else. It is no award decision, and it does not say that a product complies with any law.",
		"The exit status of a command tells " + failOn(profile.FailOn) + ".",
	}})
	asked := askedBy(profile.ID, requirements)
	p.add(Section{Heading: "How much it asks", Items: tally(asked)})
	for _, s := range report.Severities() {
		p.add(Section{Heading: heading(s), Table: rowsOf(asked, s)})
	}
	p.add(Section{Heading: "Standards and editions", Table: editionRows(profile.ID, requirements)})
	return p
}

func severity(s report.Severity) string { return fmt.Sprintf("`%s` (%s)", s, Weight(s)) }

func heading(s report.Severity) string {
	weight := Weight(s)
	return strings.ToUpper(weight[:1]) + weight[1:] + " (" + string(s) + ")"
}

func failOn(verdicts []report.Verdict) string {
	if verdicts == nil {
		return "every verdict but “meets” apart"
	}
	var list []string
	for _, v := range verdicts {
		list = append(list, strings.ReplaceAll(string(v), "_", " "))
	}
	if len(list) == 0 {
		return "no verdict apart"
	}
	return "only these apart: " + strings.Join(list, ", ")
}

// askedFor is one choice of a profile with what it is a choice of.
type askedFor struct {
	id, title string
	use       report.Use
}

// askedBy are the choices of the profile, by id. Members that are weighed alike
// are told as one.
func askedBy(profile string, requirements []report.Requirement) []askedFor {
	var list []askedFor
	for _, r := range requirements {
		type weight struct {
			severity report.Severity
			level    report.Level
		}
		counts := map[weight][]report.Use{}
		for _, u := range r.Profiles {
			if u.Profile == profile {
				counts[weight{u.Severity, u.Level}] = append(counts[weight{u.Severity, u.Level}], u)
			}
		}
		for _, alike := range counts {
			a := askedFor{id: r.ID, title: r.Title, use: alike[0]}
			if n := len(alike); len(r.Members) > 0 && (n < len(r.Members) || len(counts) > 1) {
				a.title = fmt.Sprintf("%s (%d of %d members: %s)", r.Title, n, len(r.Members), memberNames(alike))
			} else if len(r.Members) > 0 {
				a.title = fmt.Sprintf("%s (%d members)", r.Title, n)
			}
			list = append(list, a)
		}
	}
	slices.SortFunc(list, func(a, b askedFor) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.use.Level, b.use.Level), cmp.Compare(a.title, b.title))
	})
	return list
}

func memberNames(uses []report.Use) string {
	var names []string
	for _, u := range uses {
		names = append(names, "`"+u.Member+"`")
	}
	return strings.Join(names, ", ")
}

func tally(asked []askedFor) []string {
	var list []string
	for _, s := range report.Severities() {
		n := 0
		for _, a := range asked {
			if a.use.Severity == s {
				n++
			}
		}
		if n > 0 {
			list = append(list, fmt.Sprintf("%d %s", n, Weight(s)))
		}
	}
	return list
}

func rowsOf(asked []askedFor, s report.Severity) [][]string {
	rows := [][]string{{"Requirement", "What it asks", "Level of proof", "Parameters"}}
	for _, a := range asked {
		if a.use.Severity == s {
			rows = append(rows, []string{"[[" + a.id + "]]", a.title, Proof(a.use.Level), values(a.use.Values)})
		}
	}
	return rows
}
