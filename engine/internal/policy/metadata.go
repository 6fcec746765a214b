package policy

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/report"
)

// contract is the version of the METADATA contract that this package reads.
const contract = 1

// newRequirement has every list and map, so that no value is ever null.
func newRequirement(area, name string) *Requirement {
	return &Requirement{
		Area: area, Name: name,
		Evidence:     Needs{All: []string{}, Any: []string{}, Buyer: []string{}},
		Sources:      []report.Source{},
		Parameters:   map[string]Parameter{},
		Messages:     map[string]string{},
		Tags:         []string{},
		Equivalents:  []Equivalent{},
		ComposedOf:   []string{},
		Members:      map[string]Member{},
		Translations: map[string]Translation{},
	}
}

// readMetadata reads the METADATA block of a requirement's package.
func readMetadata(m *module, found *problems) *Requirement {
	q := newRequirement(m.area, m.name)
	text, line := m.metadata()
	if line == 0 {
		found.at(m.at(), "package %s has no METADATA block; begin the file with \"# METADATA\" and the keys that a requirement needs", m.pkg)
		return q
	}
	r := reader{file: m.source.name, offset: line, found: found}
	doc := r.document([]byte(text))
	if doc == nil {
		return q
	}
	r.object(doc, "METADATA", []field{
		{"scope", false, func(n *yaml.Node) { choice(r, n, "scope", []string{"package"}) }},
		{"title", true, func(n *yaml.Node) { q.Title = r.text(n, "title") }},
		{"description", true, func(n *yaml.Node) { q.Description = strings.TrimSpace(r.text(n, "description")) }},
		{"custom", true, func(n *yaml.Node) { r.custom(n, q) }},
	}, nil)
	return q
}

// metadata is the YAML text of the package's METADATA block and the line of
// the file that stands before it; 0 without a block.
func (m *module) metadata() (text string, before int) {
	for _, a := range m.parsed.Annotations {
		if a.Scope != "package" {
			continue
		}
		lines := strings.Split(string(m.source.content()), "\n")
		var block strings.Builder
		for _, line := range lines[a.Location.Row:] {
			comment, ok := strings.CutPrefix(strings.TrimSpace(line), "#")
			if !ok {
				break
			}
			block.WriteString(comment + "\n")
		}
		return block.String(), a.Location.Row
	}
	return "", 0
}

func (r reader) custom(n *yaml.Node, q *Requirement) {
	composed := false
	for key := range r.pairs(n, "custom") {
		composed = composed || key.Value == "composed_of"
	}
	r.object(n, "custom", []field{
		{"contract", true, func(n *yaml.Node) {
			if r.integer(n, "contract") != contract {
				r.fail(n, "contract must be %d", contract)
			}
		}},
		{"severity", true, func(n *yaml.Node) { q.Severity = choice(r, n, "severity", severities) }},
		{"section", true, func(n *yaml.Node) { q.Section = choice(r, n, "section", sections) }},
		{"evidence", !composed, func(n *yaml.Node) { r.needs(n, &q.Evidence) }},
		{"over", !composed, func(n *yaml.Node) { q.Over = choice(r, n, "over", subjects) }},
		{"sources", true, func(n *yaml.Node) { q.Sources = r.sources(n) }},
		{"effective_from", false, func(n *yaml.Node) { q.EffectiveFrom = r.effective(n, "effective_from") }},
		{"effective_to", false, func(n *yaml.Node) { q.EffectiveTo = r.effective(n, "effective_to") }},
		{"parameters", false, func(n *yaml.Node) { r.parameters(n, q.Parameters) }},
		{"messages", !composed, func(n *yaml.Node) { r.messages(n, q.Messages) }},
		{"remedy", true, func(n *yaml.Node) { q.Remedy = r.text(n, "remedy") }},
		{"question", true, func(n *yaml.Node) { q.Question = r.text(n, "question") }},
		{"tags", false, func(n *yaml.Node) { q.Tags = r.texts(n, "tags") }},
		{"equivalents", false, func(n *yaml.Node) { q.Equivalents = r.equivalents(n) }},
		{"composed_of", false, func(n *yaml.Node) { q.ComposedOf = r.texts(n, "composed_of") }},
		{"raw", false, func(n *yaml.Node) { q.Raw = r.truth(n, "raw") }},
	}, nil)
	if composed && len(q.ComposedOf) == 0 {
		r.fail(n, "composed_of is empty; name the requirements that it folds")
	}
}

func (r reader) needs(n *yaml.Node, needs *Needs) {
	kindsOf := func(what string) func(*yaml.Node) []string {
		return func(n *yaml.Node) []string {
			list := []string{}
			for _, item := range r.items(n, what) {
				list = append(list, choice(r, item, what, kinds))
			}
			return list
		}
	}
	r.object(n, "evidence", []field{
		{"all", false, func(n *yaml.Node) { needs.All = kindsOf("evidence.all")(n) }},
		{"any", false, func(n *yaml.Node) { needs.Any = kindsOf("evidence.any")(n) }},
		{"buyer", false, func(n *yaml.Node) { needs.Buyer = r.texts(n, "evidence.buyer") }},
	}, nil)
}

func (r reader) sources(n *yaml.Node) []report.Source {
	list := []report.Source{}
	for _, item := range r.items(n, "sources") {
		var s report.Source
		r.object(item, "a source", []field{
			{"standard", true, func(n *yaml.Node) { s.Standard = r.text(n, "standard") }},
			{"edition", true, func(n *yaml.Node) { s.Edition = r.text(n, "edition") }},
			{"clause", true, func(n *yaml.Node) { s.Clause = r.text(n, "clause") }},
			{"confidence", true, func(n *yaml.Node) { s.Confidence = choice(r, n, "confidence", confidence) }},
		}, nil)
		list = append(list, s)
	}
	return list
}

func (r reader) effective(n *yaml.Node, what string) Effective {
	d := r.day(n, what)
	return Effective{Set: true, Day: d.Day, Text: d.Text}
}

func (r reader) equivalents(n *yaml.Node) []Equivalent {
	list := []Equivalent{}
	for _, item := range r.items(n, "equivalents") {
		var e Equivalent
		r.object(item, "an equivalent", []field{
			{"standard", true, func(n *yaml.Node) { e.Standard = r.text(n, "standard") }},
			{"clause", true, func(n *yaml.Node) { e.Clause = r.text(n, "clause") }},
		}, nil)
		list = append(list, e)
	}
	return list
}

// IsIdentifier tells whether a word can be a code, the name of a parameter, an
// area, or the name of a requirement: words of small letters and digits with
// underscores between them, of which the first begins with a letter. A regular
// expression was an eighth of loading (BenchmarkLoad).
func IsIdentifier(word string) bool {
	before := byte('_')
	for i := range len(word) {
		c := word[i]
		switch {
		case 'a' <= c && c <= 'z':
		case '0' <= c && c <= '9' && i > 0:
		case c == '_' && before != '_':
		default:
			return false
		}
		before = c
	}
	return before != '_'
}

func (r reader) messages(n *yaml.Node, messages map[string]string) {
	for key, value := range r.pairs(n, "messages") {
		if !IsIdentifier(key.Value) {
			r.fail(key, "code %q must be in snake case", key.Value)
		}
		text := r.text(value, "message "+key.Value)
		if _, err := ParseMessage(text); err != nil {
			r.fail(value, "message %s: %v", key.Value, err)
		}
		messages[key.Value] = text
	}
}
