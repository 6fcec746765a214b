package authoring

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/policies"
)

// Options say what a tree is. The zero value is a buyer's policies, beside the
// whole built-in library.
type Options struct {
	Name           string // goes before the paths of the tree's files, such as the folder's name
	BuiltIn        bool   // the tree is the built-in one itself
	WithoutLibrary bool   // leave out the built-in requirements, as the engine can
}

// IsLibrary tells a tree that is a library itself, with decision and schema,
// from one whose requirements stand beside the built-in ones.
func IsLibrary(tree fs.FS) bool {
	for _, name := range []string{"bidgate/decision.rego", "schema/input.json"} {
		if _, err := fs.Stat(tree, name); err != nil {
			return false
		}
	}
	return true
}

// packs are what the engine would load.
func (o Options) packs(tree fs.FS) []policy.Pack {
	if o.BuiltIn {
		return []policy.Pack{{Name: o.Name, FS: tree, BuiltIn: true, WithoutLibrary: o.WithoutLibrary}}
	}
	return []policy.Pack{
		{FS: policies.FS, BuiltIn: true, WithoutLibrary: o.WithoutLibrary},
		{Name: o.Name, FS: tree},
	}
}

// load reads the tree as the engine does, and holds the built-in tree to the
// whole contract too when it is the one at hand.
func (o Options) load(ctx context.Context, tree fs.FS) (*policy.Library, error) {
	if o.BuiltIn {
		return policy.Check(ctx, o.packs(tree))
	}
	return policy.Load(ctx, o.packs(tree))
}

// file is one Rego file, tests included.
type file struct {
	name    string // with the tree's name
	content []byte
}

func (f file) test() bool { return isTest(f.name) }

func isTest(name string) bool { return strings.HasSuffix(name, "_test.rego") }

// files are the Rego files of the tree in order of path.
func (o Options) files(tree fs.FS) ([]file, error) {
	root := "."
	if o.BuiltIn {
		root = "bidgate"
	}
	return regoFiles(tree, root, o.Name)
}

// helpers are the files of the built-in tree that the tests of another tree
// may lean on: what requirements read, and what builds inputs.
func (o Options) helpers() ([]file, error) {
	if o.BuiltIn {
		return nil, nil
	}
	files, err := regoFiles(policies.FS, "bidgate/lib", "built-in policies")
	if err != nil {
		return nil, err
	}
	kept := files[:0]
	for _, f := range files {
		if !f.test() {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

func regoFiles(tree fs.FS, root, name string) ([]file, error) {
	var files []file
	err := fs.WalkDir(tree, root, func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(p) != ".rego" {
			return err
		}
		content, err := fs.ReadFile(tree, p)
		files = append(files, file{name: path.Join(name, p), content: content})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("policy tree: %w", err)
	}
	return files, nil
}

// modules parses the tree's files and the helpers beside them.
func (o Options) modules(files []file) (map[string]*ast.Module, error) {
	helpers, err := o.helpers()
	if err != nil {
		return nil, err
	}
	return parse(append(helpers, files...))
}

// testCapabilities are those of policies, with what the test runner calls.
func testCapabilities() *ast.Capabilities {
	c := policy.Capabilities()
	c.Builtins = append(c.Builtins, ast.InternalTestCase)
	return c
}

// parse gives the modules by file name; the error is a *policy.LoadError.
func parse(files []file) (map[string]*ast.Module, error) {
	opts := ast.ParserOptions{Capabilities: policy.Capabilities(), ProcessAnnotation: true, RegoVersion: ast.RegoV1}
	modules := make(map[string]*ast.Module, len(files))
	var refused policy.LoadError
	for _, f := range files {
		m, err := ast.ParseModuleWithOpts(f.name, string(f.content), opts)
		if err != nil {
			refused.Problems = append(refused.Problems, policy.FromOPA(err, f.name)...)
			continue
		}
		modules[f.name] = m
	}
	if len(refused.Problems) > 0 {
		return nil, &refused
	}
	return modules, nil
}
