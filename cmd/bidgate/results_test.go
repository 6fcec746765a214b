package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// bidsFor makes n small bids of two kinds.
func bidsFor(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		folder := filepath.Join(dir, fmt.Sprintf("bid-%04d", i))
		if err := os.MkdirAll(folder, 0o750); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a.txt", "b.txt"}[:1+i%2] {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(strconv.Itoa(i)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// TestResumeAfterKill kills a run over many bids: what it left is whole, the
// next run decides each other bid once, and all reports are those of a run that
// nothing ended.
func TestResumeAfterKill(t *testing.T) {
	const bids = 30
	dir, out, whole := bidsFor(t, bids), t.TempDir(), t.TempDir()
	args := []string{"screen", "--bids", dir, "--policy", "testdata/pack", "--isolate", "never", "--no-builtin", "--profile", "testdata/house.yaml", "--as-of", "2026-11-20", "--results"}
	cmd, _, _ := process(t, append(args, out)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	states := func() []string {
		found, _ := filepath.Glob(filepath.Join(out, "*", resultState))
		return found
	}
	for deadline := time.Now().Add(time.Minute); len(states()) < 5 && time.Now().Before(deadline); time.Sleep(time.Millisecond) {
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	left := states()
	if len(left) < 5 || len(left) == bids {
		t.Fatalf("%d of %d bids were decided when the run was killed", len(left), bids)
	}
	for _, file := range left {
		var s bidState
		data, err := os.ReadFile(file)
		if err != nil || json.Unmarshal(data, &s) != nil {
			t.Errorf("%s is not whole", file)
		}
	}
	cmd, _, stderr := process(t, append(args, out)...)
	if err := cmd.Run(); exitStatus(t, err) != statusDoesNotMeet {
		t.Fatalf("%v: %s", err, stderr)
	}
	if kept := strings.Count(stderr.String(), "decided already"); kept != len(left) || strings.Count(stderr.String(), "\n") != bids {
		t.Errorf("%d bids are kept, want %d, of %d lines", kept, len(left), strings.Count(stderr.String(), "\n"))
	}
	cmd, _, _ = process(t, append(args, whole, "--workers", "1")...)
	_ = cmd.Run()
	same(t, whole, out)
	if tmp, _ := filepath.Glob(filepath.Join(out, "*", ".bidgate-*")); len(tmp) > 0 {
		t.Errorf("left behind: %v", tmp)
	}
}

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

// BenchmarkManyBids screens a thousand bids in one run, with the built-in
// library: a bid is one real SBOM of some 300 components.
func BenchmarkManyBids(b *testing.B) {
	dir := b.TempDir()
	sbom, err := os.ReadFile("../../fixtures/bridge-silent/bundle/sbom/mail-bridge.cdx.json")
	if err != nil {
		b.Skip(err)
	}
	const bids = 1000
	for i := range bids {
		folder := filepath.Join(dir, fmt.Sprintf("bid-%04d", i))
		if err := os.MkdirAll(folder, 0o750); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "sbom.cdx.json"), sbom, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if status, _, stderr := start(b.Context(), nil, "screen", "--bids", dir, "--profile", "baseline", "--as-of", "2026-11-20", "--results", b.TempDir()); status == statusCouldNotRun {
			b.Fatal(stderr)
		}
	}
	b.ReportMetric(float64(bids)*float64(b.N)/b.Elapsed().Seconds(), "bids/s")
}
