package engine_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fuzzTargets are the fuzz targets of the sources, as "folder Target".
func fuzzTargets(t *testing.T) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, declared := range file.Decls {
			f, is := declared.(*ast.FuncDecl)
			if !is || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "Fuzz") || len(f.Type.Params.List) != 1 {
				continue
			}
			if star, is := f.Type.Params.List[0].Type.(*ast.StarExpr); is && types(star.X) == "testing.F" {
				found = append(found, filepath.ToSlash(filepath.Dir(path))[len("../"):]+" "+f.Name.Name)
			}
		}
		return nil
	})
	if err != nil || len(found) < 50 {
		t.Fatalf("%d targets, %v", len(found), err)
	}
	slices.Sort(found)
	return found
}

func types(x ast.Expr) string {
	if s, is := x.(*ast.SelectorExpr); is {
		if p, is := s.X.(*ast.Ident); is {
			return p.Name + "." + s.Sel.Name
		}
	}
	return ""
}

// TestEveryTargetHasACorpus: a fuzz target begins with inputs that are
// committed, few and small enough that every test run replays them, and no
// corpus is left behind by a target that is gone.
func TestEveryTargetHasACorpus(t *testing.T) {
	targets := fuzzTargets(t)
	for _, target := range targets {
		folder := filepath.Join("..", strings.Replace(target, " ", "/testdata/fuzz/", 1))
		files, err := os.ReadDir(folder)
		if err != nil || len(files) == 0 {
			t.Errorf("%s has no corpus: put inputs into %s", target, folder)
			continue
		}
		size := 0
		for _, f := range files {
			text, err := os.ReadFile(filepath.Join(folder, f.Name()))
			if err != nil || !bytes.HasPrefix(text, []byte("go test fuzz v1\n")) {
				t.Errorf("%s is no input of a fuzz target: %v", f.Name(), err)
			}
			size += len(text)
		}
		if len(files) > 40 || size > 200_000 {
			t.Errorf("%s has %d inputs of %d bytes: 40 of 200000 at most", target, len(files), size)
		}
	}
	var corpora []string
	for _, depth := range []string{"../*", "../*/*", "../*/*/*"} {
		more, err := filepath.Glob(depth + "/testdata/fuzz/*")
		if err != nil {
			t.Fatal(err)
		}
		corpora = append(corpora, more...)
	}
	for _, folder := range corpora {
		name := strings.Replace(filepath.ToSlash(folder)[len("../"):], "/testdata/fuzz/", " ", 1)
		if !slices.Contains(targets, name) {
			t.Errorf("%s is the corpus of no target", folder)
		}
	}
}

// TestMakeFuzzRunsEveryTarget: no target is one that nobody runs.
func TestMakeFuzzRunsEveryTarget(t *testing.T) {
	program, err := exec.LookPath("make")
	if err != nil {
		t.Skip("there is no make")
	}
	cmd := exec.Command(program, "-s", "-C", "..", "--no-print-directory", "fuzz-targets")
	cmd.Env = append(os.Environ(), "MAKEFLAGS=", "MAKELEVEL=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSpace(string(out)), "\n")
	slices.Sort(got)
	if want := fuzzTargets(t); !slices.Equal(got, want) {
		t.Errorf("make fuzz runs\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
