package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// impure are the ways to the world that a library must not take: streams,
// environment, clock, randomness, files by path, network, processes.
var impure = map[string]bool{
	"time.Now": true, "time.Since": true, "time.Until": true, "time.After": true, "time.Tick": true,
	"os.Getenv": true, "os.LookupEnv": true, "os.Environ": true, "os.Stdout": true, "os.Stderr": true, "os.Stdin": true,
	"os.Open": true, "os.OpenFile": true, "os.Create": true, "os.ReadFile": true, "os.WriteFile": true, "os.ReadDir": true,
	"os.Getwd": true, "os.Hostname": true, "os.TempDir": true, "os.Exit": true,
	"fmt.Print": true, "fmt.Println": true, "fmt.Printf": true,
}

// forbidden are packages that nothing in the library imports.
var forbidden = []string{"log", "log/slog", "math/rand", "math/rand/v2", "crypto/rand", "net/http", "os/exec", "os/signal", "expvar"}

// TestLibraryIsPure reads the source of the library: it prints nothing, reads
// neither environment nor clock, and has no init function.
func TestLibraryIsPure(t *testing.T) {
	files := token.NewFileSet()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && (name == "isolate" || name == filepath.Join("render", "pdf")) {
			return fs.SkipDir // they are there to start a process, and the engine does not link them
		}
		if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		for _, imported := range file.Imports {
			for _, path := range forbidden {
				if imported.Path.Value == `"`+path+`"` {
					t.Errorf("%s imports %s", files.Position(imported.Pos()), path)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s: an init function", files.Position(n.Pos()))
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok {
					if impure[x.Name+"."+n.Sel.Name] {
						t.Errorf("%s: %s.%s", files.Position(n.Pos()), x.Name, n.Sel.Name)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
