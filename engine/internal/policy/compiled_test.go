package policy

import (
	"flag"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/policies"
)

// otherTree is the embedded tree as another file system, which nothing was
// prepared of.
type otherTree struct{ fs.FS }

// updating tells whether generated files are rewritten.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

func fromSource(t testing.TB) *Library {
	t.Helper()
	lib, err := Load(t.Context(), []Pack{{BuiltIn: true, FS: otherTree{policies.FS}}})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestPreparedIsCurrent: compiled.bin is what loading makes of the sources, and
// OPA's compiler of the modules.
func TestPreparedIsCurrent(t *testing.T) {
	lib := fromSource(t)
	w := wordWriter{}
	w.word(embeddedSum(policies.FS))
	w.word(checksum(policies.FS))
	w.word(lib.Digest())
	writeSources(t, &w)
	writeCatalogue(t, &w, lib)
	writeModules(t, &w, lib)
	if updating() {
		if err := os.WriteFile("compiled.bin", w.text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("compiled.bin")
	if err != nil {
		t.Fatal(err)
	}
	if string(w.text) != string(want) {
		t.Error("compiled.bin is not what the tree says, so every process works it out anew; run make golden")
	}
}

// writeSources writes the files, the schema first, with their digests.
func writeSources(t *testing.T, w *wordWriter) {
	t.Helper()
	var found problems
	l := newLoading([]Pack{{BuiltIn: true, FS: otherTree{policies.FS}}})
	if l.read(&found); len(found) > 0 {
		t.Fatal(found.err())
	}
	w.number(len(l.sources))
	for _, s := range append([]source{l.text}, l.sources...) {
		w.word(s.path)
		w.word(string(s.sum[:]))
	}
}

// writeCatalogue writes requirements, what they may say, and what they read.
func writeCatalogue(t *testing.T, w *wordWriter, lib *Library) {
	t.Helper()
	keys := map[string][]string{decisionUnit: sortedKeys(lib.DecisionKeys())}
	var rules []string
	w.number(len(lib.catalogue.entries))
	for _, id := range lib.catalogue.IDs() {
		term, err := lib.catalogue.entries[id].value()
		if err != nil {
			t.Fatal(err)
		}
		w.word(id)
		w.word(termText(term))
		says, told := lib.Says(id), wordWriter{}
		for _, code := range sortedKeys(says) {
			told.word(code)
			told.words(says[code])
		}
		w.word(string(told.text))
		if len(lib.catalogue.Requirement(id).ComposedOf) == 0 {
			rules = append(rules, id)
		}
	}
	if err := lib.Prepare(rules); err != nil {
		t.Fatal(err)
	}
	for _, id := range rules {
		keys[id] = sortedKeys(lib.InputKeys([]string{id}))
	}
	w.number(len(keys))
	for _, id := range sortedKeys(keys) {
		w.word(id)
		w.words(keys[id])
	}
}

// writeModules writes the compiled modules.
func writeModules(t *testing.T, w *wordWriter, lib *Library) {
	t.Helper()
	c := ast.NewCompiler().WithCapabilities(lib.caps).WithStrict(true).WithSkipStages(checksAlone...)
	parsed := map[string]*ast.Module{}
	for _, m := range lib.modules {
		parsed[m.canonical()] = m.rego()
	}
	if c.Compile(parsed); c.Failed() {
		t.Fatal(c.Errors)
	}
	w.number(len(lib.modules))
	for _, m := range lib.modules {
		w.word(m.canonical())
		w.words(helperPaths(m))
		grouped := groupedRules(c, c.Modules[m.canonical()])
		w.number(len(grouped))
		for _, i := range grouped {
			w.number(i)
		}
		w.word(compiledText(t, c.Modules[m.canonical()]))
	}
}

// groupedRules are the rules with a comprehension that the compiler indexed.
func groupedRules(c *ast.Compiler, m *ast.Module) (list []int) {
	for i, rule := range m.Rules {
		found := false
		ast.WalkTerms(rule, func(t *ast.Term) bool {
			found = found || c.ComprehensionIndex(t) != nil
			return false
		})
		if found {
			list = append(list, i)
		}
	}
	return list
}

// taken is what is embedded, if it is of this tree.
func taken(t *testing.T) prepared {
	t.Helper()
	l := newLoading([]Pack{{BuiltIn: true, FS: policies.FS}})
	if !l.prepare(0, preparedText) {
		t.Skip("compiled.bin was made of other sources, which TestPreparedIsCurrent tells")
	}
	return l.compiled
}

// TestPreparedModulesAreRead: what is read of compiled.bin is what was written,
// rule by rule, and a unit compiles to the same that its sources do.
func TestPreparedModulesAreRead(t *testing.T) {
	if updating() {
		t.Skip("what is embedded may be older than what is written now")
	}
	lib := fromSource(t)
	modules := taken(t).modules
	for _, m := range lib.modules {
		read := modules[m.canonical()].read(m.source.name)
		if got := compiledText(t, read); got != modules[m.canonical()].text {
			t.Errorf("%s is not read as it was written", m.canonical())
		}
		if diff := cmp.Diff(helperPaths(m), modules[m.canonical()].reads, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s reads other helpers: %s", m.canonical(), diff)
		}
	}
	ids := []string{"sbom.component_version", "threat_model.threat_response", "nist_8259ab.capability"}
	u := lib.newUnit(ids)
	c := u.compile()
	for name, m := range c.Modules {
		if got := compiledText(t, m); got != modules[name].text {
			t.Errorf("%s compiles to something else with few others", name)
		}
		if diff := cmp.Diff(modules[name].grouped, groupedRules(c, m), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s has comprehensions with an index in other rules: %s", name, diff)
		}
	}
}

// compileAll compiles what a large profile asks: every requirement on SBOMs and
// threat models.
func compileAll(b *testing.B, pack Pack) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		lib, err := Load(b.Context(), []Pack{pack})
		if err != nil {
			b.Fatal(err)
		}
		ids := slices.DeleteFunc(lib.Catalogue().IDs(), func(id string) bool {
			area := lib.catalogue.Requirement(id).Area
			return area != "sbom" && area != "threat_model" || len(lib.catalogue.Requirement(id).ComposedOf) > 0
		})
		if err := lib.Prepare(ids); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) { compileAll(b, Pack{BuiltIn: true, FS: policies.FS}) }

// BenchmarkCompileFromSource is BenchmarkCompile where the tree was changed
// since it was compiled.
func BenchmarkCompileFromSource(b *testing.B) {
	compileAll(b, Pack{BuiltIn: true, FS: otherTree{policies.FS}})
}
