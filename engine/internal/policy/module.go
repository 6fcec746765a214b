package policy

import (
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// role is what a module is in the house.
type role int

const (
	stray       role = iota // in no namespace of ours: refused
	decision                // bidgate and bidgate.decision
	libRole                 // bidgate.lib.<noun>
	requirement             // bidgate.requirement.<area>.<name>
)

// module is one parsed Rego file.
type module struct {
	source source
	once   sync.Once // guards parsed and names of a prepared module
	parsed *ast.Module
	caps   *ast.Capabilities // of a prepared module
	// Of a module of the prepared tree, where it was compiled.
	compiled *compiledModule
	decode   sync.Once // guards indexed
	indexed  *ast.Module
	place    string   // what canonical tells
	pkg      string   // dotted, without data
	path     []string // its steps
	role     role
	area     string            // of a requirement; of a lib, its first step
	name     string            // of a requirement
	names    map[string]string // what a leading name stands for, as a dotted path
	table    bool              // its area has a table in its pack
}

// id is the requirement's id.
func (m *module) id() string { return m.area + "." + m.name }

// canonical is where the module stands in the exported bundle, and in the
// texts of evaluation errors: by package, whatever the pack's layout.
func (m *module) canonical() string { return m.place }

// parseModules parses the Rego sources and keeps their order.
func parseModules(sources []source, caps *ast.Capabilities, found *problems) []*module {
	opts := ast.ParserOptions{Capabilities: caps, ProcessAnnotation: true, RegoVersion: ast.RegoV1}
	modules := make([]*module, len(sources))
	errs := make([]error, len(sources))
	inParallel(runtime.GOMAXPROCS(0), len(sources), func(i int) {
		var parsed *ast.Module
		errs[i] = unbroken(func() (err error) {
			parsed, err = ast.ParseModuleWithOpts(sources[i].name, string(sources[i].content()), opts)
			return err
		})
		if errs[i] != nil {
			return
		}
		modules[i] = newModule(sources[i], parsed)
	})
	for i, err := range errs {
		if err != nil {
			found.addOPA(err, sources[i].name)
		}
	}
	return slices.DeleteFunc(modules, func(m *module) bool { return m == nil })
}

func newModule(s source, parsed *ast.Module) *module {
	m := &module{source: s, parsed: parsed, path: steps(parsed.Package.Path[1:])}
	m.pkg, m.place = strings.Join(m.path, "."), path.Join(path.Join(m.path...), path.Base(s.path))
	m.resolveNames()
	m.classify()
	return m
}

// rego is the module parsed, as a prepared one is when it is first needed, and
// without its annotations: the catalogue has them.
func (m *module) rego() *ast.Module {
	m.once.Do(func() {
		if m.parsed != nil {
			return
		}
		opts := ast.ParserOptions{Capabilities: m.caps, RegoVersion: ast.RegoV1}
		parsed, err := ast.ParseModuleWithOpts(m.source.name, string(m.source.content()), opts)
		if err != nil {
			panic(err) // a test has parsed these bytes
		}
		m.parsed = parsed
		m.resolveNames()
	})
	return m.parsed
}

// ready is the module as the compiler leaves it, of one that was compiled. It is
// shared by all compilers and never changed.
func (m *module) ready() *ast.Module {
	m.decode.Do(func() { m.indexed = m.compiled.read(m.source.name) })
	return m.indexed
}

// at is where the module names its package.
func (m *module) at() *ast.Location { return m.rego().Package.Location }

// classify says what the module is in the house, by its package.
func (m *module) classify() {
	switch p := m.path; {
	case len(p) == 0 || p[0] != "bidgate":
	case len(p) == 1, p[1] == "decision":
		m.role = decision
	case len(p) >= 3 && p[1] == "lib" && !slices.ContainsFunc(p[2:], func(step string) bool { return !IsIdentifier(step) }):
		m.role, m.area = libRole, p[2]
	case len(p) == 4 && p[1] == "requirement" && IsIdentifier(p[2]) && IsIdentifier(p[3]):
		m.role, m.area, m.name = requirement, p[2], p[3]
	}
}

// steps are the leading constant steps of a reference, as text.
func steps(ref ast.Ref) []string {
	var list []string
	for _, term := range ref {
		switch v := term.Value.(type) {
		case ast.String:
			list = append(list, string(v))
		case ast.Var:
			if len(list) > 0 || term != ref[0] {
				return list
			}
			list = append(list, string(v))
		default:
			return list
		}
	}
	return list
}

// checkNames holds every module to its pack's own prefixes, so that no pack
// can write into another's results or into the decision.
func checkNames(packs []Pack, modules []*module, found *problems) {
	areas := map[string]int{} // who owns an area
	nouns := map[string]bool{}
	files := map[string]*module{}
	for _, m := range modules {
		checkPackage(packs[m.source.pack], m, found)
		if other, twice := files[m.canonical()]; twice {
			found.at(m.at(), "package %s has a file of this name already, %s; put them into one", m.pkg, other.source.name)
		}
		files[m.canonical()] = m
		if m.role == libRole && packs[m.source.pack].BuiltIn {
			nouns[m.area] = true
		}
		if m.role != requirement {
			continue
		}
		if owner, ok := areas[m.area]; ok && owner != m.source.pack {
			found.at(m.at(), "area %q belongs to another policy pack; use an area of your own", m.area)
			continue
		}
		if !packs[m.source.pack].BuiltIn && IsReserved(m.area) {
			found.at(m.at(), "area %q is one of the built-in requirements, also where they are left out: a reader would take the one for the other; use an area of your own", m.area)
		}
		areas[m.area] = m.source.pack
	}
	for _, m := range modules {
		if packs[m.source.pack].BuiltIn {
			continue
		}
		for _, read := range m.reads() {
			step := strings.Split(read, ".")
			if len(step) < 3 || step[0] != "bidgate" || step[1] != "lib" {
				continue
			}
			if owner, ok := areas[step[2]]; ok && owner != m.source.pack && !nouns[step[2]] {
				found.at(m.at(), "data.%s belongs to another policy pack, which could change what this one decides; copy what it needs", read)
			}
		}
		if m.role != libRole {
			continue
		}
		if owner, ok := areas[m.area]; !ok || owner != m.source.pack || nouns[m.area] {
			found.at(m.at(), "package %s is not below an area of this pack; name it bidgate.lib.<area> with an area that has requirements here", m.pkg)
		}
	}
}

func checkPackage(pack Pack, m *module, found *problems) {
	switch {
	case m.role == stray:
		found.at(m.at(), "package %q is not one that bidgate reads, so its rules would never count; name it bidgate.requirement.<area>.<name>", m.pkg)
	case m.role == decision && !pack.BuiltIn:
		found.at(m.at(), "package %s decides the verdict and is not open to policy packs; name it bidgate.requirement.<area>.<name>", m.pkg)
	case pack.BuiltIn && path.Dir(m.canonical()) != path.Dir(m.source.path):
		found.at(m.at(), "package %s must stand in the folder %s", m.pkg, path.Dir(m.canonical()))
	}
	if m.pkg != "bidgate" || m.parsed == nil {
		return // a prepared one has been held to it
	}
	for _, rule := range m.parsed.Rules {
		if ref := steps(rule.Head.Ref()); !slices.Equal(ref, []string{"decision"}) {
			found.at(rule.Location, "package bidgate holds the rule decision alone; move %s to bidgate.lib", strings.Join(ref, "."))
		}
	}
}
