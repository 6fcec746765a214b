package authoring

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// Doc is one file of the documentation.
type Doc struct {
	Path    string // below the folder of the documentation, with slashes
	Content []byte
}

// docMark begins every generated file.
const docMark = "<!-- Made by `bidgate policy docs` from the policies; change them, not this page. -->\n\n"

// Docs makes the pages of requirements and profiles, with the lists of all of
// them by area and by source, in order of path. Requirements and profiles are
// expected in order of id.
func Docs(requirements []report.Requirement, profiles []Profile, examples []Example) []Doc {
	known := map[string]string{}
	for _, r := range requirements {
		known[r.ID] = "requirement/" + r.ID + ".md"
	}
	for _, p := range profiles {
		known[p.ID] = "profile/" + p.ID + ".md"
	}
	from := func(folder string) func(string) string {
		return func(id string) string {
			switch address := known[id]; {
			case address == "":
				return ""
			case path.Dir(address) == folder:
				return path.Base(address)
			case folder == ".":
				return address
			default:
				return "../" + address
			}
		}
	}
	var docs []Doc
	write := func(name string, p Page) {
		docs = append(docs, Doc{Path: name, Content: []byte(docMark + p.Markdown(from(path.Dir(name))))})
	}
	for _, r := range requirements {
		p := RequirementPage(r, "", ShownOf(examples, r.ID, ""))
		p.Facts = slices.Insert(p.Facts, 0, [2]string{"requirement", "`" + r.ID + "`"})
		write(known[r.ID], p)
	}
	for _, profile := range profiles {
		write(known[profile.ID], ProfilePage(profile, requirements))
	}
	write("README.md", indexPage(requirements, profiles))
	write("sources.md", sourcesPage(requirements))
	slices.SortFunc(docs, func(a, b Doc) int { return cmp.Compare(a.Path, b.Path) })
	return docs
}

func indexPage(requirements []report.Requirement, profiles []Profile) Page {
	p := Page{Title: "Requirements and profiles"}
	rows := [][]string{{"Profile", "Title", "Edition", "Requirements"}}
	for _, profile := range profiles {
		rows = append(rows, []string{"[[" + profile.ID + "]]", profile.Title, profile.Edition, fmt.Sprint(asking(profile.ID, requirements))})
	}
	p.add(Section{Heading: "Profiles", Text: []string{"A profile is a buyer’s choice of requirements, with how much each weighs. The page `sources.md` lists the requirements by their sources."}, Table: rows})
	byArea := map[string][]report.Requirement{}
	var areas []string
	for _, r := range requirements {
		area, _, _ := strings.Cut(r.ID, ".")
		if byArea[area] == nil {
			areas = append(areas, area)
		}
		byArea[area] = append(byArea[area], r)
	}
	for _, area := range areas {
		rows := [][]string{{"Requirement", "What it asks", "Severity", "Evidence"}}
		for _, r := range byArea[area] {
			rows = append(rows, []string{"[[" + r.ID + "]]", r.Title, Weight(r.Severity), needed(r.Evidence)})
		}
		p.add(Section{Heading: "Area `" + area + "`", Table: rows})
	}
	return p
}

func asking(profile string, requirements []report.Requirement) int {
	n := 0
	for _, r := range requirements {
		if slices.ContainsFunc(r.Profiles, func(u report.Use) bool { return u.Profile == profile }) {
			n++
		}
	}
	return n
}

// cited is a clause with the requirements that ask for it.
type cited struct {
	report.Source
	by []string
}

func sourcesPage(requirements []report.Requirement) Page {
	clauses := map[report.Source][]string{}
	add := func(s report.Source, id string) {
		if !slices.Contains(clauses[s], id) {
			clauses[s] = append(clauses[s], id)
		}
	}
	for _, r := range requirements {
		for _, s := range r.Sources {
			add(s, r.ID)
		}
		for _, m := range r.Members {
			for _, s := range m.Sources {
				add(s, r.ID)
			}
		}
	}
	list := make([]cited, 0, len(clauses))
	for s, by := range clauses {
		list = append(list, cited{s, by})
	}
	slices.SortFunc(list, func(a, b cited) int {
		return cmp.Or(cmp.Compare(a.Standard, b.Standard), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Clause, b.Clause), cmp.Compare(a.Confidence, b.Confidence))
	})
	p := Page{Title: "Sources", Facts: [][2]string{}}
	for i := 0; i < len(list); {
		rows := [][]string{{"Clause", "How it is known", "Requirements"}}
		first := list[i]
		for ; i < len(list) && list[i].Standard == first.Standard && list[i].Edition == first.Edition; i++ {
			rows = append(rows, []string{list[i].Clause, Confidence(list[i].Confidence), links(list[i].by)})
		}
		p.add(Section{Heading: strings.TrimRight(first.Standard+", "+first.Edition, ", "), Table: rows})
	}
	return p
}
