package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/hostile"
)

var (
	promise   = regexp.MustCompile(`(?m)^(\d+)\. \*\*`)
	testFile  = regexp.MustCompile("`([a-z0-9_/]+_test\\.go)`")
	namedTest = regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9_]+)`")
)

// TestSecurityNamesItsTests: every promise of SECURITY.md names tests, and each
// of them stands in the file that is named with it.
func TestSecurityNamesItsTests(t *testing.T) {
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "SECURITY.md"))
	if err != nil {
		t.Fatal(err)
	}
	promises, _, _ := strings.Cut(string(text), "\n## What is not promised")
	heads := promise.FindAllStringSubmatchIndex(promises, -1)
	if len(heads) != 11 {
		t.Fatalf("%d promises, want 11", len(heads))
	}
	for i, head := range heads {
		end := len(promises)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		number, tests := promises[head[2]:head[3]], 0
		if number != fmt.Sprint(i+1) {
			t.Errorf("promise %s stands in the place of %d", number, i+1)
		}
		for line := range strings.Lines(promises[head[0]:end]) {
			file := testFile.FindStringSubmatch(line)
			for _, name := range namedTest.FindAllStringSubmatch(line, -1) {
				tests++
				if file == nil {
					t.Errorf("promise %s: %s is named without its file", number, name[1])
					continue
				}
				source, err := os.ReadFile(filepath.Join(root, file[1]))
				if err != nil || !strings.Contains(string(source), "\nfunc "+name[1]+"(") {
					t.Errorf("promise %s: %s has no %s: %v", number, file[1], name[1], err)
				}
			}
		}
		if tests == 0 {
			t.Errorf("promise %s names no test", number)
		}
	}
}

// TestEveryPromiseIsShown: testdata/security.tsv takes the promises, and the
// choices that keep them, one by one, and names for each the tests and the rows
// of hostile inputs that show it. All of them exist.
func TestEveryPromiseIsShown(t *testing.T) {
	known := map[string]bool{}
	for _, r := range hostile.Rows() {
		known["row "+r.Format+"/"+r.Name] = r.Code != ""
	}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path) //nolint:gosec // of this repository
		for _, name := range declaredTest.FindAllSubmatch(source, -1) {
			known[string(name[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(filepath.Join("testdata", "security.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	lines, seen := strings.Split(strings.TrimSuffix(string(table), "\n"), "\n"), map[string]bool{}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || seen[cells[1]] {
			t.Fatalf("line %d is %q: want three cells, and a promise that is new", i+2, line)
		}
		seen[cells[1]] = true
		for name := range strings.SplitSeq(cells[2], " | ") {
			if !known[name] {
				t.Errorf("line %d: %q is no test and no row: %s", i+2, name, cells[1])
			}
		}
	}
	t.Logf("%d promises and choices", len(seen))
}

var declaredTest = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)[A-Za-z0-9_]+)\(`)

// TestGoIsNewEnough: earlier releases let os.Root and encoding/xml be broken out
// of, so the module does not build with them.
func TestGoIsNewEnough(t *testing.T) {
	module, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`(?m)^go 1\.(\d+)\.(\d+)$`).FindSubmatch(module)
	if asked == nil {
		t.Fatal("go.mod asks for no patch release")
	}
	minor, _ := strconv.Atoi(string(asked[1]))
	patch, _ := strconv.Atoi(string(asked[2]))
	if minor < 26 || minor == 26 && patch < 6 {
		t.Errorf("go.mod asks for %s, want 1.26.6 or newer", asked[0])
	}
}
