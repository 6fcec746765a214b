package evidence

import (
	"slices"
	"strings"
)

// cdxaStandard is a standard that the document defines.
type cdxaStandard struct {
	at      spot
	ref     string
	clauses map[string]string // identifier by bom-ref
}

// readStandards reads what the document defines, for names of clauses.
func (c *cdxaReader) readStandards() {
	for _, s := range c.root.get("definitions", "standards").list() {
		standard := cdxaStandard{at: s, ref: s.get("bom-ref").plain(), clauses: map[string]string{}}
		for _, clause := range s.get("requirements").list() {
			if ref := clause.get("bom-ref").plain(); ref != "" {
				standard.clauses[ref] = clause.get("identifier").plain()
			}
		}
		c.standards = append(c.standards, standard)
	}
}

// catalogues gives a row for each standard that the document defines. A clause
// has no name where its text stands in place of a title.
func (c *cdxaReader) catalogues() []Catalogue {
	var list []Catalogue
	for _, s := range c.standards {
		row := Catalogue{
			ID: c.text(s.at.get("bom-ref")), Name: c.text(s.at.get("name")), Version: c.text(s.at.get("version")), Owner: c.text(s.at.get("owner")),
			Levels: len(s.at.get("levels").list()), Clauses: List[Named]{State: Absent}, Location: s.at.at,
		}
		if s.at.get("requirements").there() {
			row.Clauses.State = Stated
		}
		for _, clause := range s.at.get("requirements").list() {
			row.Clauses.Items = append(row.Clauses.Items, Named{ID: c.text(clause.get("identifier")), Name: c.text(clause.get("title")), Location: clause.at})
		}
		list = append(list, row)
	}
	return list
}

// clause finds the id in the form of what a map entry calls its requirement:
// that of the clause itself, or of what the document defines under it. It is
// "" for what is no clause and no question that is known here.
func (c *cdxaReader) clause(ref string) string {
	if link, ok := strings.CutPrefix(ref, "urn:cdx:"); ok { // BOM-Link into a catalogue beside
		_, ref, _ = strings.Cut(link, "#")
	}
	names := []string{ref}
	for _, s := range c.standards {
		if identifier, ok := s.clauses[ref]; ok && identifier != "" {
			names = append(names, identifier, s.ref+"-"+identifier)
		}
	}
	for _, name := range names {
		if id, _ := clauseOf(name); c.knownClause(id) {
			return id
		}
	}
	return ""
}

// knownClause says that the form knows the clause, or the list of questions
// that it is of.
func (c *cdxaReader) knownClause(ref string) bool {
	id, _ := clauseOf(ref)
	_, known := clausesInLowerCase()[strings.ToLower(id)]
	return known || speaksFor(id, nil) != nil || inQuestionnaire(id)
}

// standardNames names the standards that the document defines, and those that
// its maps refer to by the ids of known clauses.
func (c *cdxaReader) standardNames() Texts {
	var places []spot
	for _, s := range c.standards {
		places = append(places, s.at.get("name"))
	}
	list := c.texts(places)
	defined := map[string]bool{}
	for _, s := range c.standards {
		for ref := range s.clauses {
			defined[ref] = true
		}
	}
	for _, entry := range c.entries() {
		ref := entry.get("requirement").plain()
		id := c.clause(ref)
		if id == "" || defined[ref] {
			continue
		}
		if name, _, _ := strings.Cut(id, "-"); !slices.Contains(list.Items, name) {
			list.State, list.Items = Stated, append(list.Items, name)
		}
	}
	return list
}

// otherClauses are the texts by which maps name requirements that the form does
// not know, by identifier where the document defines them.
func (c *cdxaReader) otherClauses() Texts {
	list, seen := Texts{State: Absent, Items: []string{}}, map[string]bool{}
	for _, entry := range c.entries() {
		ref := c.text(entry.get("requirement"))
		if ref.State != Stated || c.clause(ref.Value) != "" {
			continue
		}
		name := ref.Value
		for _, s := range c.standards {
			if identifier := s.clauses[ref.Value]; identifier != "" && len(identifier) <= c.limits.MaxStringBytes {
				name = identifier
				break
			}
		}
		if !seen[name] {
			seen[name] = true
			list.State, list.Items = Stated, append(list.Items, name)
		}
	}
	return list
}
