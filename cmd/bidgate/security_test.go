package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
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
	if len(heads) != 10 {
		t.Fatalf("%d promises, want 10", len(heads))
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
