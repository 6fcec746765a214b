package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

// capabilities is the requirement whose members the declaration answers.
const capabilities = "nist_8259ab.capability"

// wanted is what a buyer asks of a bundle, as far as init has forms for it.
type wanted struct {
	by      string // who asks, for the head of a form
	digest  string // of an annex's profile; ""
	command string // how to check the bundle
	rows    []wantedRow
	// threatModel says that some requirement looks at a threat model.
	threatModel bool
}

// wantedRow is one capability that is asked for.
type wantedRow struct {
	id, title, family, familyTitle string
	shown                          bool // by a document, and not by an answer alone
}

// want says what the profile or the annex asks.
func (p *program) want(c *cli.Context, folder string) (*wanted, error) {
	if c.String("annex") == "" {
		e, profile, err := loadWith(c, c.String("profile"))
		if err != nil {
			return nil, err
		}
		check := "bidgate check " + inShell(folder) + " --profile " + inShell(c.String("profile"))
		return profileWants(e, profile.ID, check)
	}
	if c.IsSet("profile") {
		return nil, annexAndProfile()
	}
	e, err := load(c)
	if err != nil {
		return nil, err
	}
	annex, err := parseFile(c.String("annex"), parseAnnex)
	if err != nil {
		return nil, err
	}
	check := "bidgate check " + inShell(folder) + " --annex " + inShell(c.String("annex"))
	return annexWants(e, annex, check)
}

// parseAnnex reads what `bidgate policy annex -f json` writes.
func parseAnnex(name string, data []byte) (*report.Annex, error) {
	a, err := report.DecodeAnnex(data)
	if err != nil {
		return nil, notAnAnnex(name, err)
	}
	for _, asked := range a.Asked {
		for _, m := range asked.Members {
			if family, _, _ := strings.Cut(m.Family, " "); !isID(m.ID) || family != "" && !isID(family) {
				return nil, notAnAnnex(name, badMemberID(m.ID))
			}
		}
	}
	return a, nil
}

// isID says that a text is made as ids are, and so means nothing in a form.
func isID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == ""
}

// profileWants are the capabilities that the profile selects, and whether it
// asks for a threat model.
func profileWants(e *engine.Engine, profile, check string) (*wanted, error) {
	requirements, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	w := &wanted{by: "the profile " + profile, command: check}
	for _, r := range requirements {
		selected, shown := false, map[string]bool{}
		for _, use := range r.Profiles {
			if use.Profile == profile {
				selected = true
				shown[use.Member] = use.Level == report.Evidenced
			}
		}
		if !selected {
			continue
		}
		w.threatModel = w.threatModel || asksFor(r.Evidence, "threat_model")
		if r.ID == capabilities {
			for _, m := range r.Members {
				if need, asked := shown[m.ID]; asked || len(shown) == 0 {
					w.rows = append(w.rows, wantedRow{m.ID, m.Title, familyOf(m), m.FamilyTitle, need})
				}
			}
		}
	}
	return w, nil
}

// annexWants is the same of an annex: its members are in the order of the
// library, where that knows them.
func annexWants(e *engine.Engine, a *report.Annex, check string) (*wanted, error) {
	requirements, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	known := map[string]report.MemberRow{}
	order := map[string]int{}
	for _, r := range requirements {
		if r.ID == capabilities {
			for i, m := range r.Members {
				known[m.ID], order[m.ID] = m, i+1
			}
		}
	}
	w := &wanted{by: "the annex of " + either(a.Tender.ID, "the buyer") + ", profile " + a.Profile.ID, digest: a.Profile.Digest, command: check}
	for _, asked := range a.Asked {
		w.threatModel = w.threatModel || asksFor(asked.Evidence, "threat_model")
		if asked.ID != capabilities {
			continue
		}
		for _, m := range asked.Members {
			id := strings.TrimPrefix(m.ID, capabilities+".")
			row := wantedRow{id: id, title: m.Title, shown: asked.Level == report.Evidenced}
			row.family, row.familyTitle, _ = strings.Cut(m.Family, " ")
			if k, is := known[id]; is {
				row.family = familyOf(k)
			}
			w.rows = append(w.rows, row)
		}
	}
	slices.SortStableFunc(w.rows, func(x, y wantedRow) int { return order[x.id] - order[y.id] })
	return w, nil
}

// asksFor says that a requirement needs a kind of evidence: where a declaration
// would do too, the one that init begins does.
func asksFor(n report.Needed, kind string) bool {
	return slices.Contains(n.All, kind) || slices.Contains(n.Any, kind) && !slices.Contains(n.Any, "declaration")
}

// familyOf is the id of a family, which begins that of its members.
func familyOf(row report.MemberRow) string {
	if i := strings.LastIndexByte(row.ID, '-'); i > 0 {
		return row.ID[:i]
	}
	return row.ID
}
