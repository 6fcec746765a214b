package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// same holds two folders of results to be alike in every byte.
func same(t *testing.T, want, got string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(want, "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no results in %s: %v", want, err)
	}
	for _, file := range files {
		name, _ := filepath.Rel(want, file)
		a, errA := os.ReadFile(file)
		b, errB := os.ReadFile(filepath.Join(got, name))
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("%s differs: %v %v", name, errA, errB)
		}
	}
}

// TestEveryFormatHasAFileInResults: each has a name of its own there.
func TestEveryFormatHasAFileInResults(t *testing.T) {
	taken := map[string]string{resultState: "the state"}
	for _, f := range formatTable("") {
		name := resultFiles[f.Name]
		if name == "" || taken[name] != "" {
			t.Errorf("%s has the file %q, of %s", f.Name, name, taken[name])
		}
		taken[name] = f.Name
	}
}

// TestFoldersOfBids: names that a file system takes, each once.
func TestFoldersOfBids(t *testing.T) {
	var bids []bid
	for _, path := range []string{"a/Acme.zip", "b/acme", "c/..", "d/博特.tar.gz", "e/x y.tgz", "acme-2"} {
		bids = append(bids, bid{path: path})
	}
	got := strings.Join(folders(bids), " ")
	if want := "Acme acme-2 bid bid-2 x-y acme-2-2"; got != want {
		t.Errorf("folders are %q, want %q", got, want)
	}
}
