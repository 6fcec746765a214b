package authoring

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// lintChecks find what the engine takes and what makes a requirement say less,
// or cost more, than it seems to. Each goes over one requirement. A comment on
// the line above, "# lint: <rule>, <reason>", lets one place be.
var lintChecks = []struct {
	rule  string
	check func(*lintGroup, func(*ast.Location, string))
}{
	{"basis-on-not", (*lintGroup).basisOnNot},
	{"negated-undefined", (*lintGroup).negatedUndefined},
	{"row-loop", (*lintGroup).rowLoops},
	{"unread-parameter", (*lintGroup).unreadParameters},
	{"overlapping-ids", (*lintGroup).overlappingIDs},
}

// lintGroup is one requirement under these checks.
type lintGroup struct {
	id        string
	about     policy.Requirement
	catalogue *policy.Catalogue
	modules   []*ast.Module
	rules     map[string][]*ast.Rule // of the requirement, by name
	sources   map[string][]string    // lines, by file
}

// lintRules goes over the requirements of the tree.
func lintRules(files []file, catalogue *policy.Catalogue) []Problem {
	found := []Problem{}
	groups := map[string]*lintGroup{}
	var ids []string
	for _, f := range files {
		id, own := strings.CutPrefix(packageOf(f.content), "bidgate.requirement.")
		parsed, err := parse([]file{f})
		if f.test() || !own || err != nil {
			continue // what does not parse is told elsewhere
		}
		g := groups[id]
		if g == nil {
			g = &lintGroup{id: id, about: catalogue.Requirement(id), catalogue: catalogue, rules: map[string][]*ast.Rule{}, sources: map[string][]string{}}
			groups[id] = g
			ids = append(ids, id)
		}
		g.modules = append(g.modules, parsed[f.name])
		g.sources[f.name] = strings.Split(string(f.content), "\n")
		for _, rule := range parsed[f.name].Rules {
			for r := rule; r != nil; r = r.Else {
				name := string(r.Head.Ref()[0].Value.(ast.Var))
				g.rules[name] = append(g.rules[name], r)
			}
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		for _, c := range lintChecks {
			c.check(groups[id], func(at *ast.Location, text string) {
				if !groups[id].letBe(at, c.rule) {
					found = append(found, Problem{File: at.File, Line: at.Row, Column: at.Col, Rule: c.rule, Text: text})
				}
			})
		}
	}
	return found
}

var letBe = regexp.MustCompile(`^\s*# lint: ([a-z-]+), \S`)

// letBe tells whether the line above a place gives leave for it.
func (g *lintGroup) letBe(at *ast.Location, rule string) bool {
	lines := g.sources[at.File]
	if at.Row < 2 || at.Row-2 >= len(lines) {
		return false
	}
	found := letBe.FindStringSubmatch(lines[at.Row-2])
	return found != nil && found[1] == rule
}

// eachRule visits the rules in the order of the files.
func (g *lintGroup) eachRule(visit func(*ast.Rule)) {
	for _, m := range g.modules {
		for _, rule := range m.Rules {
			for r := rule; r != nil; r = r.Else {
				visit(r)
			}
		}
	}
}

// unreadParameters: a parameter that no rule reads changes nothing.
func (g *lintGroup) unreadParameters(found func(*ast.Location, string)) {
	read := map[string]bool{}
	prefix := ast.MustParseRef("input.parameters")
	area, name, _ := strings.Cut(g.id, ".")
	prefix = append(prefix, ast.StringTerm(area), ast.StringTerm(name))
	all := false
	for _, m := range g.modules {
		ast.WalkRefs(m, func(ref ast.Ref) bool {
			switch {
			case len(ref) > len(prefix) && ref.HasPrefix(prefix):
				if key, ok := ref[len(prefix)].Value.(ast.String); ok {
					read[string(key)] = true
				} else {
					all = true
				}
			case ref[0].Equal(ast.InputRootDocument) && len(ref) > 1 && len(ref) <= len(prefix) && prefix.HasPrefix(ref):
				all = true
			}
			return false
		})
	}
	for parameter := range g.about.Parameters {
		if !read[parameter] && !all {
			found(g.metadataLine(parameter), "parameter "+parameter+" is read by no rule, so setting it changes nothing; read input.parameters."+g.id+"."+parameter+" or remove it")
		}
	}
}

// metadataLine is where METADATA states a key, or else the package.
func (g *lintGroup) metadataLine(key string) *ast.Location {
	stated := regexp.MustCompile(`^#\s+` + regexp.QuoteMeta(key) + `:`)
	for _, m := range g.modules {
		for i, line := range g.sources[m.Package.Location.File] {
			if stated.MatchString(line) {
				return &ast.Location{File: m.Package.Location.File, Row: i + 1, Col: strings.Index(line, key) + 1}
			}
		}
	}
	return g.modules[0].Package.Location
}

// overlappingIDs: a profile, an exception or a reader takes one of two ids for
// the other when they differ by capitals and underscores alone, or when one
// begins the other.
func (g *lintGroup) overlappingIDs(found func(*ast.Location, string)) {
	at := g.modules[0].Package.Location
	for _, other := range g.catalogue.IDs() {
		if other != g.id && alike(other) == alike(g.id) {
			found(at, "the id "+g.id+" differs from "+other+" by underscores alone; choose a name that nobody takes for the other")
		}
	}
	rows := &ast.Location{File: path.Join(path.Dir(at.File), "rows.yaml"), Row: 1}
	members := make([]string, 0, len(g.about.Members))
	for member := range g.about.Members {
		members = append(members, member)
	}
	slices.Sort(members)
	for i, a := range members {
		for _, b := range members[i+1:] {
			if alike(a) == alike(b) || strings.HasPrefix(b, a+".") {
				found(rows, "the members "+a+" and "+b+" overlap: one is taken for the other; choose ids of which none begins another")
			}
		}
	}
}

func alike(id string) string { return strings.ToLower(strings.ReplaceAll(id, "_", "")) }
