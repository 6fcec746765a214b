package authoring

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// Problem is one thing to mend in a tree. Text says what to do.
type Problem struct {
	File   string `json:"file"`
	Line   int    `json:"line"`   // from 1; 0 where the file as a whole is meant
	Column int    `json:"column"` // from 1; 0 where the line as a whole is meant
	Rule   string `json:"rule"`   // which check found it
	Text   string `json:"text"`
}

// String is the problem on one line, with file and line as editors read them.
func (p Problem) String() string { return policy.Problem(p).String() }

// Lint finds what to mend in the tree's policies and tests: their format, the
// contract of requirements, types against the input schema, and what the
// strict compiler does not see. Some problems hide others: types are looked at
// once the contract holds, tests once the policies are sound, and what makes
// sound policies say less than they seem to (see lintChecks) comes last.
func Lint(ctx context.Context, tree fs.FS, o Options) ([]Problem, error) {
	files, err := o.files(tree)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(files, func(f file) bool { return !f.test() }) {
		return []Problem{{File: path.Join(o.Name, "."), Rule: "files", Text: "holds no policy; put a requirement into it, a .rego file with METADATA"}}, nil
	}
	found := unformatted(files)
	library, err := o.load(ctx, tree)
	if err == nil {
		err = o.lintTests(files, library.InputSchema())
	}
	if err == nil {
		found = append(found, lintRules(files, library.Catalogue())...)
	}
	var refused *policy.LoadError
	switch {
	case errors.As(err, &refused):
		for _, p := range refused.Problems {
			p.Rule = cmp.Or(p.Rule, "tests")
			found = append(found, Problem(p))
		}
	case err != nil:
		return nil, err
	}
	slices.SortFunc(found, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(found), nil
}

// unformatted finds the files that opa fmt would change, with the first line
// of each. One that does not parse is left to the parser.
func unformatted(files []file) []Problem {
	found := []Problem{}
	for _, f := range files {
		formatted, err := format.Source(f.name, f.content)
		if err != nil || bytes.Equal(formatted, f.content) {
			continue
		}
		found = append(found, Problem{File: f.name, Line: firstDifference(f.content, formatted), Rule: "format", Text: "is not in the format of Rego from here on; run opa fmt --write over the file"})
	}
	return found
}

func firstDifference(a, b []byte) int {
	line := 1
	for i := 0; i < min(len(a), len(b)) && a[i] == b[i]; i++ {
		if a[i] == '\n' {
			line++
		}
	}
	return line
}

// lintTests compiles the tests strictly, with the policies that they test; the
// error is a *policy.LoadError.
func (o Options) lintTests(files []file, schema any) error {
	modules, err := o.modules(files)
	if err != nil {
		return err
	}
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, schema)
	compiler := ast.NewCompiler().WithCapabilities(testCapabilities()).WithStrict(true).WithSchemas(schemas)
	if compiler.Compile(modules); compiler.Failed() {
		return &policy.LoadError{Problems: policy.FromOPA(compiler.Errors, "")}
	}
	var refused policy.LoadError
	for _, f := range files {
		if f.test() {
			refused.Problems = append(refused.Problems, lintTest(f.name, modules[f.name], compiler)...)
		}
	}
	if len(refused.Problems) > 0 {
		return &refused
	}
	return nil
}

// lintTest finds what makes a test say less than it seems to: a package in
// which its helpers would count as policy, and names of nothing, which OPA
// takes for undefined without a word.
func lintTest(name string, parsed *ast.Module, compiler *ast.Compiler) (found []policy.Problem) {
	catalogue := ast.Ref{ast.DefaultRootDocument, ast.StringTerm("bidgate"), ast.StringTerm("catalog")}
	if pkg := parsed.Package; !strings.HasSuffix(pkg.Path.String(), "_test") {
		found = append(found, policy.Problem{File: name, Line: pkg.Location.Row, Column: pkg.Location.Col, Rule: "tests", Text: "a test must not write into the package that it tests; end the package's name in _test"})
	}
	for _, rule := range compiler.Modules[name].Rules {
		for r := rule; r != nil; r = r.Else {
			ast.WalkRefs(r, func(ref ast.Ref) bool {
				prefix := ref.ConstantPrefix()
				if !ref[0].Equal(ast.DefaultRootDocument) || ref.HasPrefix(catalogue) || len(compiler.GetRules(prefix)) > 0 {
					return false
				}
				line := r.Location.Row
				if at := ref[0].Location; at != nil && at.File != "" {
					line = at.Row
				}
				found = append(found, policy.Problem{File: name, Line: line, Rule: "tests", Text: prefix.String() + " is defined nowhere; correct its name"})
				return false
			})
		}
	}
	return found
}
