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

// TestPreparedModulesAreCurrent: compiled.bin is what OPA's compiler makes of
// the sources.
func TestPreparedModulesAreCurrent(t *testing.T) {
	lib := fromSource(t)
	c := ast.NewCompiler().WithCapabilities(lib.caps).WithStrict(true).WithSkipStages(checksAlone...)
	parsed := map[string]*ast.Module{}
	for _, m := range lib.modules {
		parsed[m.canonical()] = m.rego()
	}
	if c.Compile(parsed); c.Failed() {
		t.Fatal(c.Errors)
	}
	var w wordWriter
	w.word(lib.Digest())
	w.number(len(lib.modules))
	for _, m := range lib.modules {
		w.word(m.canonical())
		reads := helperPaths(m)
		w.number(len(reads))
		for _, path := range reads {
			w.word(path)
		}
		w.word(compiledText(t, c.Modules[m.canonical()]))
	}
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
		t.Error("compiled.bin is not what the tree compiles to, so every process compiles it anew; run make golden")
	}
}

// TestPreparedModulesAreRead: what is read of compiled.bin is what was written,
// rule by rule, and a unit compiles to the same that its sources do.
func TestPreparedModulesAreRead(t *testing.T) {
	if updating() {
		t.Skip("what is embedded may be older than what is written now")
	}
	lib := fromSource(t)
	modules := compiledOf(compiledModules, lib.Digest())
	if len(modules) == 0 {
		t.Skip("compiled.bin was made of other sources, which TestPreparedModulesAreCurrent tells")
	}
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
	}
}

// TestPreparedModulesOfOthers: what was made of other sources does not count.
func TestPreparedModulesOfOthers(t *testing.T) {
	if got := compiledOf(compiledModules, "sha256:other"); got != nil {
		t.Errorf("%d modules of other sources are taken", len(got))
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
			area := lib.catalogue.Requirements[id].Area
			return area != "sbom" && area != "threat_model" || len(lib.catalogue.Requirements[id].ComposedOf) > 0
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
