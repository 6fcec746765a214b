package pattern_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestEveryPatternCompiles: none waits for the document that needs it to panic.
func TestEveryPatternCompiles(t *testing.T) {
	use := regexp.MustCompile("pattern\\.Lazy\\(`([^`]*)`\\)")
	found, calls := 0, 0
	tree := os.DirFS("../..")
	err := fs.WalkDir(tree, ".", func(p string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(tree, p)
		if err != nil {
			return err
		}
		calls += strings.Count(string(text), "pattern.Lazy(")
		for _, m := range use.FindAllStringSubmatch(string(text), -1) {
			found++
			if _, err := regexp.Compile(m[1]); err != nil {
				t.Errorf("%s: %v", p, err)
			}
		}
		return nil
	})
	if err != nil || found == 0 || found != calls {
		t.Errorf("%d patterns are written out in %d calls, and each must be: %v", found, calls, err)
	}
}
