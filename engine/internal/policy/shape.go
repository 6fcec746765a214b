package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/report"
)

// shapes holds the rules of every requirement to the contract: public sets of
// objects written out, codes that have a message, messages that have a rule.
func (l *loading) shapes(found *problems) {
	for _, group := range l.requirements() {
		q := l.catalogue.Requirement(group[0].id())
		if !l.checked(group[0]) {
			continue
		}
		if len(q.ComposedOf) > 0 {
			checkComposed(group, found)
			continue
		}
		s := shape{requirement: q, rules: map[string]bool{}, codes: map[string]bool{}, found: found}
		for _, m := range group {
			for _, rule := range m.parsed.Rules {
				s.rule(rule)
			}
		}
		if s.computed {
			s.texts(group)
		}
		s.whole(group[0])
	}
}

func checkComposed(group []*module, found *problems) {
	for _, m := range group {
		for _, rule := range m.parsed.Rules {
			found.at(rule.Location, "a requirement with composed_of has no rules; remove %s or composed_of", rule.Head.Ref())
		}
	}
}

// shape collects what the rules of one requirement define and emit.
type shape struct {
	requirement Requirement
	rules       map[string]bool // public rules defined
	codes       map[string]bool // codes emitted, or that may be
	computed    bool            // some code is not written out
	found       *problems
}

// statementKeys are the keys of an object in a public rule; level only where
// the rule says what it rests on.
var statementKeys = map[string][]string{
	"violation":      {"code", "args", "at"},
	"review":         {"code", "args", "at"},
	"basis":          {"code", "args", "at", "level"},
	"not_applicable": {"code", "args", "at", "level"},
}

// subjectTables are the keys of the input whose first index is the subject's.
var subjectTables = map[string][]string{
	"sboms":         {"sboms", "components", "dependencies", "services", "crypto", "model_cards", "properties", "pedigree", "component_evidence", "compositions", "extras", "matches"},
	"threat_models": {"threat_models"},
	"declarations":  {"declarations"},
	"attestations":  {"attestations"},
	"vex":           {"vex", "vex_statements"},
	"lifecycle":     {"lifecycle"},
	"attachments":   {"attachments"},
}

func (s *shape) rule(rule *ast.Rule) {
	ref := rule.Head.Ref()
	name := steps(ref[:1])[0]
	if strings.HasPrefix(name, "_") {
		return
	}
	if !slices.Contains(publicRules, name) {
		s.found.at(rule.Location, "rule %q is not one of %s; begin the name of a helper with an underscore", name, strings.Join(publicRules, ", "))
		return
	}
	s.rules[name] = true
	if rule.Default || rule.Head.RuleKind() != ast.MultiValue || len(ref) > 1 || len(rule.Head.Args) > 0 || rule.Head.Key == nil {
		s.found.at(rule.Location, "rule %s must be a set; write %s contains {\"code\": …, \"args\": …, \"at\": …} if { … }", name, name)
		return
	}
	if name == "basis" && !rests(rule.Body) {
		s.found.at(rule.Location, "this basis rests on nothing that was looked at; bind a value of the input in its body")
	}
	object, ok := rule.Head.Key.Value.(ast.Object)
	if !ok {
		s.found.at(rule.Location, "%s must contain an object written out in the head: {\"code\": …, \"args\": …, \"at\": …}", name)
		return
	}
	s.statement(name, rule, object)
}

// rests tells whether a body has an expression that can only hold when
// something is there: not only negations, every, or nothing at all.
func rests(body ast.Body) bool {
	return slices.ContainsFunc(body, func(e *ast.Expr) bool {
		if _, every := e.Terms.(*ast.Every); every || e.Negated {
			return false
		}
		term, single := e.Terms.(*ast.Term)
		return !single || !term.IsGround()
	})
}

func (s *shape) statement(name string, rule *ast.Rule, object ast.Object) {
	wanted := slices.Clone(statementKeys[name])
	if s.requirement.HasMembers {
		wanted = append(wanted, "member")
	}
	values := map[string]*ast.Term{}
	object.Foreach(func(k, v *ast.Term) {
		key, ok := k.Value.(ast.String)
		if !ok || !slices.Contains(wanted, string(key)) {
			s.found.at(rule.Location, "%s has the key %s; its keys are %s", name, k, strings.Join(wanted, ", "))
			return
		}
		values[string(key)] = v
	})
	for _, key := range wanted {
		if values[key] == nil {
			s.found.at(rule.Location, "%s has no key %q; add it", name, key)
		}
	}
	s.code(rule, values["code"], values["args"])
	s.place(rule, values["at"])
	if level, ok := literal(values["level"]); ok && !slices.Contains(levels, report.Level(level)) {
		s.found.at(rule.Location, "level %q is not known; use one of %s", level, joined(levels))
	}
	if member, ok := literal(values["member"]); ok {
		if _, known := s.requirement.Members[member]; !known {
			s.found.at(rule.Location, "member %q is no row of %s", member, rowsFile)
		}
	}
}

// literal is the text of a term that is written out.
func literal(t *ast.Term) (string, bool) {
	if t == nil {
		return "", false
	}
	text, ok := t.Value.(ast.String)
	return string(text), ok
}

func (s *shape) code(rule *ast.Rule, code, args *ast.Term) {
	text, ok := literal(code)
	if !ok {
		s.computed = s.computed || code != nil
		return
	}
	message, known := s.requirement.Messages[text]
	if !known {
		s.found.at(rule.Location, "code %q has no message in the METADATA; add one", text)
		return
	}
	s.codes[text] = true
	object, written := termValue(args).(ast.Object)
	if !written {
		return
	}
	parts, _ := ParseMessage(message)
	for _, part := range parts {
		if part.Arg != "" && object.Get(ast.StringTerm(part.Arg)) == nil {
			s.found.at(rule.Location, "message %q uses {%s}, which is not in args; add it", text, part.Arg)
		}
	}
}

func termValue(t *ast.Term) ast.Value {
	if t == nil {
		return nil
	}
	return t.Value
}

// place holds a path that is written out to the subjects of the requirement.
func (s *shape) place(rule *ast.Rule, at *ast.Term) {
	array, written := termValue(at).(*ast.Array)
	if !written {
		return
	}
	if array.Len() == 0 {
		s.found.at(rule.Location, "at is empty; give a path into the input")
		return
	}
	tables := subjectTables[s.requirement.Over]
	table, ok := literal(array.Elem(0))
	if !ok || len(tables) == 0 {
		return
	}
	if !slices.Contains(tables, table) || array.Len() < 2 {
		s.found.at(rule.Location, "at must begin with the subject: one of %s, and its number", strings.Join(tables, ", "))
	}
}

// texts notes every text of the rules, for any may become a computed code.
func (s *shape) texts(group []*module) {
	for _, m := range group {
		for _, rule := range m.parsed.Rules {
			ast.WalkTerms(rule, func(t *ast.Term) bool {
				if text, ok := literal(t); ok {
					s.codes[text] = true
				}
				return false
			})
		}
	}
}

// whole checks what only shows once all rules are seen.
func (s *shape) whole(m *module) {
	at := m.at()
	for _, name := range []string{"violation", "basis"} {
		if !s.rules[name] {
			s.found.at(at, "requirement %s has no rule %s; a requirement says both why it fails and what shows that it is met", m.id(), name)
		}
	}
	for _, code := range sortedKeys(s.requirement.Messages) {
		if !s.codes[code] {
			s.found.at(at, "message %q is emitted by no rule; remove it", code)
		}
	}
}
