package policy

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// readRows reads rows.yaml beside a table-driven requirement.
func readRows(s source, q *Requirement, found *problems) {
	r := reader{file: s.name, found: found}
	doc := r.document(s.content())
	if doc == nil {
		return
	}
	q.HasMembers = true
	rows := r.items(doc, "rows.yaml")
	if len(rows) == 0 {
		r.fail(doc, "rows.yaml has no rows; write one for each clause or remove the file")
	}
	for i, row := range rows {
		id, member := r.row(row, q)
		member.Position = i
		if _, twice := q.Members[id]; twice {
			r.fail(row, "row id %q stands twice; keep one", id)
		}
		q.Members[id] = member
	}
}

// row reads one row; what it leaves out is the requirement's own.
func (r reader) row(n *yaml.Node, q *Requirement) (string, Member) {
	id := ""
	m := Member{
		Severity: q.Severity, Section: q.Section, Sources: q.Sources, Remedy: q.Remedy, Question: q.Question,
		Columns: map[string]any{},
	}
	r.object(n, "a row", []field{
		{"id", true, func(n *yaml.Node) { id = r.text(n, "id") }},
		{"title", true, func(n *yaml.Node) { m.Title = r.text(n, "title") }},
		{"family", true, func(n *yaml.Node) { m.Family = r.text(n, "family") }},
		{"family_title", false, func(n *yaml.Node) { m.FamilyTitle = r.text(n, "family_title") }},
		{"severity", false, func(n *yaml.Node) { m.Severity = choice(r, n, "severity", severities) }},
		{"sources", false, func(n *yaml.Node) { m.Sources = r.sources(n) }},
		{"section", false, func(n *yaml.Node) { m.Section = choice(r, n, "section", sections) }},
		{"remedy", false, func(n *yaml.Node) { m.Remedy = r.text(n, "remedy") }},
		{"question", false, func(n *yaml.Node) { m.Question = r.text(n, "question") }},
	}, func(key string, v *yaml.Node) {
		m.Columns[key] = r.scalar(v, "column "+key)
	})
	return id, m
}

// readTranslation reads <name>.<lang>.yaml beside a requirement: the same
// codes and rows in another language.
func readTranslation(s source, language string, q *Requirement, found *problems) {
	r := reader{file: s.name, found: found}
	doc := r.document(s.content())
	if doc == nil {
		return
	}
	t := Translation{Messages: map[string]string{}, Members: map[string]MemberText{}}
	r.object(doc, "a translation", []field{
		{"title", true, func(n *yaml.Node) { t.Title = r.text(n, "title") }},
		{"description", false, func(n *yaml.Node) { t.Description = r.text(n, "description") }},
		{"messages", len(q.Messages) > 0, func(n *yaml.Node) { r.translated(n, q, t.Messages) }},
		{"remedy", false, func(n *yaml.Node) { t.Remedy = r.text(n, "remedy") }},
		{"question", false, func(n *yaml.Node) { t.Question = r.text(n, "question") }},
		{"members", false, func(n *yaml.Node) { r.translatedRows(n, q, t.Members) }},
	}, nil)
	q.Translations[language] = t
}

// translated holds the messages of a translation to the codes and arguments
// of the original.
func (r reader) translated(n *yaml.Node, q *Requirement, messages map[string]string) {
	r.messages(n, messages)
	for code, text := range messages {
		original, known := q.Messages[code]
		if !known {
			r.fail(n, "message %q is not in the METADATA; remove it", code)
		} else if argumentsOf(original) != argumentsOf(text) {
			r.fail(n, "message %q does not use the same arguments as the original (%s)", code, argumentsOf(original))
		}
	}
	for code := range q.Messages {
		if _, ok := messages[code]; !ok {
			r.fail(n, "message %q is not translated; add it", code)
		}
	}
}

func (r reader) translatedRows(n *yaml.Node, q *Requirement, members map[string]MemberText) {
	for key, value := range r.pairs(n, "members") {
		if _, known := q.Members[key.Value]; !known {
			r.fail(key, "row %q is not in rows.yaml; remove it", key.Value)
		}
		var m MemberText
		r.object(value, "a member", []field{
			{"title", true, func(n *yaml.Node) { m.Title = r.text(n, "title") }},
			{"family_title", false, func(n *yaml.Node) { m.FamilyTitle = r.text(n, "family_title") }},
			{"remedy", false, func(n *yaml.Node) { m.Remedy = r.text(n, "remedy") }},
			{"question", false, func(n *yaml.Node) { m.Question = r.text(n, "question") }},
		}, nil)
		members[key.Value] = m
	}
}

// rowsFile is the name of a requirement's table.
const rowsFile = "rows.yaml"

// languageOf tells the language of <name>.<language>.yaml.
func languageOf(file, name string) (string, bool) {
	middle, ok := strings.CutPrefix(path.Base(file), name+".")
	language, ok2 := strings.CutSuffix(middle, ".yaml")
	return language, ok && ok2 && languageTag().MatchString(language)
}

// languageTag is the short form of BCP 47 tags: de, pt-BR.
var languageTag = pattern.Lazy(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
