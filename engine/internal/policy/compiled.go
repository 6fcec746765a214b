package policy

import (
	"encoding/binary"

	"github.com/open-policy-agent/opa/v1/ast"
)

// compiledModule is a module of the built-in tree as OPA's compiler leaves it,
// in the form that moduleReader reads; stock opa, exports and digests have the
// sources alone. To load and compile all that is asked of SBOMs and threat models
// takes a tenth of the time and 141 thousand allocations, where it takes 1.7
// million from the sources (BenchmarkCompile beside BenchmarkCompileFromSource);
// for baseline, 116 thousand where it took 915 (BenchmarkProfileCompile/baseline).
type compiledModule struct {
	text  string
	reads []string // dotted paths into data of the helpers that it leans on
	// grouped are the rules, by number, with a comprehension that OPA indexes.
	grouped []int
}

// wordReader reads numbers and texts; a text is no copy.
type wordReader struct {
	text string
	at   int
}

func (r *wordReader) number() int {
	n := 0
	for shift := 0; ; shift += 7 {
		b := r.text[r.at]
		r.at++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
}

// numbers are as many numbers as the one before them says.
func (r *wordReader) numbers() []int {
	list := make([]int, r.number())
	for i := range list {
		list[i] = r.number()
	}
	return list
}

// words are as many texts as the number before them says.
func (r *wordReader) words() []string {
	list := make([]string, r.number())
	for i := range list {
		list[i] = r.word()
	}
	return list
}

func (r *wordReader) word() string {
	n := r.number()
	r.at += n
	return r.text[r.at-n : r.at]
}

// wordWriter writes what wordReader reads.
type wordWriter struct{ text []byte }

func (w *wordWriter) number(n int) { w.text = binary.AppendUvarint(w.text, uint64(n)) } //nolint:gosec // counts and lines

func (w *wordWriter) word(s string) {
	w.number(len(s))
	w.text = append(w.text, s...)
}

func (w *wordWriter) words(list []string) {
	w.number(len(list))
	for _, word := range list {
		w.word(word)
	}
}

// rewritten are the stages of the compiler that a compiled module has behind it,
// beside those that change nothing. Those that are left put the rules into a
// tree and index them.
var rewritten = append([]ast.StageID{
	ast.StageResolveRefs, ast.StageInitLocalVarGen, ast.StageRewriteRuleHeadRefs, ast.StageRewriteLocalVars,
	ast.StageRewriteTemplateStrings, ast.StageRewritePrintCalls, ast.StageRewriteExprTerms, ast.StageRewriteRegoMetadataCalls,
	ast.StageSetGraph, ast.StageRewriteComprehensionTerms, ast.StageRewriteRefsInHead, ast.StageRewriteWithValues,
	ast.StageCheckSafetyRuleBodies, ast.StageRewriteEquals, ast.StageRewriteDynamicTerms, ast.StageRewriteTestRulesForTracing,
}, checksAlone...)

// index makes a compiler of compiled modules. Compile copies what it is given,
// so that it is given the names alone, and the rules come after its first stage.
func index(c *ast.Compiler, modules []*module) {
	stubs := make(map[string]*ast.Module, len(modules))
	whole := make(map[string]*ast.Module, len(modules))
	grouped := make(map[string]*ast.Module, len(modules))
	for _, m := range modules {
		read := m.ready()
		stubs[m.canonical()], whole[m.canonical()] = &ast.Module{Package: read.Package}, read
		few := &ast.Module{Package: read.Package}
		for _, i := range m.compiled.grouped {
			few.Rules = append(few.Rules, read.Rules[i])
		}
		grouped[m.canonical()] = few
	}
	c.WithSkipStages(rewritten...).
		WithStageAfterID(ast.StageRemoveImports, hands("TakeCompiledModules", whole)).
		WithStageAfterID(ast.StageBuildRuleIndices, hands("TakeGroupedRules", grouped)).
		WithStageAfterID(ast.StageBuildComprehensionIndices, hands("TakeWholeModules", whole)).
		Compile(stubs)
}

// hands is a stage that gives the next one these modules. The search for
// comprehensions to index sees those rules alone that a test has found to have
// one: it looks at every term of all others for nothing, and took half of the
// time of compiling (BenchmarkProfileCompile/baseline).
func hands(name string, modules map[string]*ast.Module) ast.CompilerStageDefinition {
	return ast.CompilerStageDefinition{Name: name, MetricName: name, Stage: func(c *ast.Compiler) *ast.Error {
		c.Modules = modules
		return nil
	}}
}
