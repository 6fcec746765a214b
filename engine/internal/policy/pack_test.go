package policy_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/policies"
)

// withArea is the sound requirement in another area.
func withArea(area string) string { return strings.ReplaceAll(versions, "acme", area) }

// TestReservedAreas: no pack takes the name of a built-in area, whether the
// built-in requirements are loaded or not.
func TestReservedAreas(t *testing.T) {
	entries, err := fs.ReadDir(policies.FS, "bidgate/requirement")
	if err != nil || len(entries) < 5 {
		t.Fatal(entries, err)
	}
	for _, entry := range entries {
		for _, without := range []bool{false, true} {
			own := builtIn()
			own.WithoutLibrary = without
			_, err := policy.Load(t.Context(), []policy.Pack{own, {Name: "pack", FS: tree(map[string]string{"v.rego": withArea(entry.Name())})}})
			if err == nil || !strings.Contains(err.Error(), "use an area of your own") {
				t.Errorf("%s, without library %v: got %v", entry.Name(), without, err)
			}
		}
	}
}

// TestLibOfAnotherPack: what another pack could change decides nothing here,
// whoever comes first.
func TestLibOfAnotherPack(t *testing.T) {
	lender := policy.Pack{Name: "lender", FS: tree(map[string]string{
		"v.rego": withArea("lender"), "l.rego": "package bidgate.lib.lender.deep\n\nyes := true\n",
	})}
	for name, rules := range map[string]string{
		"by reference":  "_x if data.bidgate.lib.lender.deep.yes\n",
		"by a bracket":  "_x if data.bidgate.lib[\"lender\"].deep.yes\n",
		"as a whole":    "_x := data.bidgate.lib.lender\n",
		"all lib":       "_x := data.bidgate.lib\n",
		"by a variable": "_x if { some k in [\"lender\"]; data.bidgate.lib[k].deep.yes }\n",
	} {
		borrower := policy.Pack{Name: "borrower", FS: tree(map[string]string{"v.rego": versions + "\n" + rules})}
		for _, packs := range [][]policy.Pack{{builtIn(), lender, borrower}, {builtIn(), borrower, lender}} {
			if _, err := policy.Load(t.Context(), packs); err == nil || !strings.Contains(err.Error(), "borrower/v.rego:") {
				t.Errorf("%s: got %v", name, err)
			}
		}
	}
	imported := strings.Replace(versions, "acme.versions\n", "acme.versions\n\nimport data.bidgate.lib.lender.deep\n", 1) + "\n_x if deep.yes\n"
	for _, packs := range [][]policy.Pack{
		{builtIn(), lender, {Name: "borrower", FS: tree(map[string]string{"v.rego": imported})}},
		{builtIn(), {Name: "borrower", FS: tree(map[string]string{"v.rego": imported})}, lender},
	} {
		if _, err := policy.Load(t.Context(), packs); err == nil || !strings.Contains(err.Error(), "belongs to another policy pack, which could change what this one decides") {
			t.Errorf("by an import: got %v", err)
		}
	}
	if _, err := policy.Load(t.Context(), []policy.Pack{builtIn(), lender, {Name: "borrower", FS: tree(map[string]string{"v.rego": versions})}}); err != nil {
		t.Errorf("two packs that keep apart: %v", err)
	}
}

// TestPackBounds: one file, the number of files and all bytes, at the bound
// and above.
func TestPackBounds(t *testing.T) {
	comment := func(n int) string { return "#" + strings.Repeat("x", n-2) + "\n" }
	many := func(n int) map[string]string {
		files := map[string]string{"v.rego": versions}
		for i := range n - 1 {
			files[fmt.Sprintf("tx/%d.yaml", i)] = ""
		}
		return files
	}
	heavy := func(last int) map[string]string {
		files := map[string]string{"v.rego": versions}
		for i := range 7 {
			files[fmt.Sprintf("tx/%d.yaml", i)] = comment(4 << 20)
		}
		files["tx/8.yaml"] = comment(4<<20 - len(versions) + last)
		return files
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string // "" where the bound is kept
	}{
		{"a file at the bound", map[string]string{"v.rego": versions + comment(4<<20-len(versions))}, ""},
		{"a file above", map[string]string{"v.rego": versions + comment(4<<20-len(versions)+1)}, "pack/v.rego: is larger than 4194304 bytes"},
		{"files at the bound", many(2_000), ""},
		{"one file above", many(2_001), "is one file too many: a pack holds at most 2000"},
		{"bytes at the bound", heavy(0), ""},
		{"one byte above", heavy(1), "makes the pack larger than 33554432 bytes"},
	} {
		_, err := load(t, test.files)
		// Files that stand beside no requirement are refused too, for another reason.
		bound := err != nil && (strings.Contains(err.Error(), "larger than") || strings.Contains(err.Error(), "too many"))
		if bound != (test.want != "") || bound && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v", test.name, err)
		}
	}
}

// TestPipesInAPack: what is no regular file is not opened, for to open a pipe
// may last for ever; a device never ends.
func TestPipesInAPack(t *testing.T) {
	for name, create := range map[string]func(string) error{
		"pipe":           func(p string) error { return syscall.Mkfifo(p, 0o600) },
		"link to device": func(p string) error { return os.Symlink("/dev/zero", p) },
		"link to pipe": func(p string) error {
			if err := syscall.Mkfifo(p+".pipe", 0o600); err != nil {
				return err
			}
			return os.Symlink(p+".pipe", p)
		},
		"link to itself": func(p string) error { return os.Symlink(p, p) },
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "v.rego"), []byte(versions), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := create(filepath.Join(dir, "w.rego")); err != nil {
			t.Skip(err)
		}
		done := beside(func() error {
			_, err := policy.Load(t.Context(), []policy.Pack{builtIn(), {Name: "pack", FS: os.DirFS(dir)}})
			return err
		})
		select {
		case err := <-done:
			if err == nil || !strings.Contains(err.Error(), "pack/w.rego: cannot be read: ") {
				t.Errorf("%s: got %v", name, err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s: it is read for ever", name)
		}
	}
}

// beside runs f in the background and gives its error.
func beside(f func() error) <-chan error {
	done := make(chan error, 1)
	go func() { done <- f() }()
	return done
}
