package policy

import (
	"runtime"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// unit is a part of the policies that compiles alone: requirements, or the
// decision, with the helpers that they read. Requirements never read each
// other's rules.
type unit struct {
	roots   []*module // what it is for
	helpers []*module // those there are
	caps    *ast.Capabilities
	schema  map[string]any // nil where a test has checked the modules
	checked bool
	sound   bool // a test has checked the modules, to the byte

	once     sync.Once
	compiler *ast.Compiler
	found    problems

	mu      sync.Mutex // guards queries and keys
	queries map[string]*query
	keys    map[string]map[string]bool
}

// decisionUnit is the name of the decision's unit; it is no area, for it has a point.
const decisionUnit = "bidgate.decision"

// units are that of the decision, and those of the areas that are checked.
func (l *loading) units() map[string]*unit {
	helpers := helpersOf(l.modules)
	units := map[string]*unit{decisionUnit: l.unit(helpers, func(m *module) bool { return m.role == decision })}
	for _, m := range l.modules {
		if m.role == requirement && l.checked(m) && units[m.area] == nil {
			units[m.area] = l.unit(helpers, func(other *module) bool {
				return other.area == m.area && (other.role == requirement || other.role == libRole && !l.packs[other.source.pack].BuiltIn)
			})
		}
	}
	return units
}

func (l *loading) unit(helpers []*module, belongs func(*module) bool) *unit {
	u := &unit{helpers: helpers, caps: l.caps, queries: map[string]*query{}, keys: map[string]map[string]bool{}, sound: true}
	for _, m := range l.modules {
		if belongs(m) {
			u.roots = append(u.roots, m)
			u.checked = u.checked || l.checked(m)
			u.sound = u.sound && m.source.pack == l.taken
		}
	}
	if u.checked {
		u.schema = l.schema
	}
	return u
}

// newUnit is a unit of requirements that need no checks.
func (l *Library) newUnit(ids []string) *unit {
	u := &unit{helpers: helpersOf(l.modules), caps: l.caps, queries: map[string]*query{}, keys: map[string]map[string]bool{}, sound: true}
	for _, m := range l.modules {
		if _, found := slices.BinarySearch(ids, m.id()); found && m.role == requirement {
			u.roots = append(u.roots, m)
			_, prepared := l.says[m.id()]
			u.sound = u.sound && prepared
		}
	}
	return u
}

// parts divides requirements among the processors.
func (l *Library) parts(ids []string) [][]string {
	n := min(len(ids), runtime.GOMAXPROCS(0))
	parts := make([][]string, n)
	for i := range parts {
		parts[i] = ids[len(ids)*i/n : len(ids)*(i+1)/n]
	}
	return parts
}

func helpersOf(modules []*module) []*module {
	return slices.DeleteFunc(slices.Clone(modules), func(m *module) bool { return m.role != libRole })
}

// closure are the modules and the helpers that they read.
func closure(modules, helpers []*module) []*module {
	read := map[*module]bool{}
	for _, m := range modules {
		m.markRead(helpers, read)
	}
	all := slices.Clone(modules)
	for _, m := range helpers {
		if read[m] && !slices.Contains(modules, m) {
			all = append(all, m)
		}
	}
	return all
}

// markRead marks the module and the helpers that it reads.
func (m *module) markRead(helpers []*module, read map[*module]bool) {
	if read[m] {
		return
	}
	read[m] = true
	for _, path := range m.reads() {
		for _, other := range helpers {
			if path == other.pkg || len(path) > len(other.pkg) && path[:len(other.pkg)+1] == other.pkg+"." {
				other.markRead(helpers, read)
			}
		}
	}
}

// reads are the dotted paths into data that the module refers to; of a compiled
// one, those below the helpers alone.
func (m *module) reads() []string {
	if m.compiled != nil {
		return m.compiled.reads
	}
	var paths []string
	for _, imported := range m.rego().Imports {
		if ref, ok := imported.Path.Value.(ast.Ref); ok && ref[0].Equal(ast.DefaultRootDocument) {
			paths = append(paths, dotted(ref[1:]))
		}
	}
	for _, rule := range m.rego().Rules {
		walkRefs(rule, func(ref ast.Ref) {
			if ref[0].Equal(ast.DefaultRootDocument) {
				paths = append(paths, dotted(ref[1:]))
			}
		})
	}
	return paths
}

// compile compiles the unit once; found then says what is wrong.
func (u *unit) compile() *ast.Compiler {
	u.once.Do(func() {
		c := ast.NewCompiler().WithCapabilities(u.caps).WithStrict(true)
		if u.sound {
			c = c.WithSkipStages(checksAlone...)
		}
		if u.schema != nil {
			schemas := ast.NewSchemaSet()
			schemas.Put(ast.SchemaRootRef, typesOnly(u.schema))
			c = c.WithSchemas(schemas)
		}
		u.compiler = c
		var modules []*module
		err := unbroken(func() error {
			modules = closure(u.roots, u.helpers)
			if u.sound && !slices.ContainsFunc(modules, func(m *module) bool { return m.compiled == nil }) {
				index(c, modules)
				return nil
			}
			parsed := make(map[string]*ast.Module, len(modules))
			for _, m := range modules {
				parsed[m.canonical()] = m.rego() // one of a kind, whatever a pack calls its files
			}
			c.Compile(parsed)
			return nil
		})
		if err != nil {
			u.found.add("", 0, "the compiler: %v", err)
		} else if c.Failed() {
			u.found.addOPA(c.Errors, "")
		} else if u.checked {
			references(modules, c, &u.found)
			trapped(c, &u.found)
		}
	})
	return u.compiler
}

// checksAlone are the stages of the compiler that refuse and change nothing.
// What a test has compiled with them, to the byte, is spared them: they are an
// eighth of what compiling allocates, and more of its time
// (BenchmarkProfileCompile/baseline).
var checksAlone = []ast.StageID{
	ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports,
	ast.StageCheckVoidCalls, ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet, ast.StageCheckRuleConflicts,
	ast.StageCheckUndefinedFuncs, ast.StageCheckSafetyRuleHeads, ast.StageCheckRecursion, ast.StageCheckTypes,
	ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins, ast.StageBuildRequiredCapabilities,
}

// query gives the query of this name; what it asks is told once.
func (u *unit) query(name string, ask func(*ast.Compiler) ast.Body) (*query, error) {
	c := u.compile()
	if err := u.found.err(); err != nil {
		return nil, err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if q, ok := u.queries[name]; ok {
		return q, nil
	}
	q := &query{body: ask(c), unit: u}
	u.queries[name] = q
	return q, nil
}

// inputKeys are the top-level keys of the input that these rules lean on.
func (u *unit) inputKeys(name string, rules ...ast.Ref) map[string]bool {
	c := u.compile()
	u.mu.Lock()
	defer u.mu.Unlock()
	if keys, ok := u.keys[name]; ok {
		return keys
	}
	keys := map[string]bool{}
	seen := map[*ast.Rule]bool{}
	for _, ref := range rules {
		for _, rule := range c.GetRulesExact(ref) {
			readKeys(c, rule, seen, keys)
		}
	}
	u.keys[name] = keys
	return keys
}
