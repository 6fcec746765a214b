//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// smallBids makes n bids of two kinds, and gives the arguments to screen them.
func smallBids(t testing.TB, n int) (dir string, args []string) {
	t.Helper()
	dir = t.TempDir()
	for i := range n {
		folder := filepath.Join(dir, fmt.Sprintf("bid-%04d", i))
		for _, name := range []string{"a.txt", "b.txt"}[:1+i%2] {
			lay(t, filepath.Join(folder, name), strconv.Itoa(i))
		}
	}
	return dir, []string{"screen", "--bids", dir, "--policy", "testdata/pack", "--isolate", "never", "--no-builtin", "--profile", "testdata/house.yaml", "--as-of", "2026-11-20"}
}

// wholeBids makes n bids of one real SBOM of some 300 components, each with a
// serial number and a product version of its own, for the built-in library.
func wholeBids(t testing.TB, n int) (dir string, args []string) {
	t.Helper()
	dir = t.TempDir()
	text, err := os.ReadFile("../../fixtures/bridge-silent/bundle/sbom/mail-bridge.cdx.json")
	if err != nil {
		t.Skip(err)
	}
	for i := range n {
		one := strings.Replace(string(text), `"serialNumber": "urn:uuid:`, fmt.Sprintf(`"serialNumber": "urn:uuid:%08x`, i), 1)
		at := strings.Index(one, fmt.Sprintf("urn:uuid:%08x", i)) + len("urn:uuid:") + 8
		if at < 16 {
			t.Fatal("the SBOM has no serial number")
		}
		lay(t, filepath.Join(dir, fmt.Sprintf("bid-%04d", i), "sbom.cdx.json"), one[:at]+one[at+8:])
	}
	return dir, []string{"screen", "--bids", dir, "--profile", "baseline", "--as-of", "2026-11-20"}
}

func lay(t testing.TB, path, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o750)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestManyBids kills a run over many bids with -9 in its middle: what it left is
// whole, the next run keeps that and decides each other bid once, and all files
// are those of a serial run that nothing ended. With BIDGATE_BIDS=N it is N bids
// of a real SBOM against the built-in library, and prints what they took.
func TestManyBids(t *testing.T) {
	oneGoroutine(t)
	bids, make, status := 40, smallBids, statusDoesNotMeet
	if text := os.Getenv("BIDGATE_BIDS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 10 {
			t.Fatal("BIDGATE_BIDS is no number of bids, 10 at least")
		}
		bids, make, status = n, wholeBids, statusUndetermined
	}
	_, args := make(t, bids)
	out, whole := t.TempDir(), t.TempDir()
	run := func(into string, more ...string) (*exec.Cmd, func() string) {
		cmd, _, stderr := process(t, append(slices.Concat(args, more), "--results", into)...)
		return cmd, func() string { return stderr.String() }
	}

	cmd, told := run(out)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	whenDecided(t, out, bids/4)
	_ = cmd.Process.Kill() // SIGKILL
	_ = cmd.Wait()
	left := decidedIn(t, out)
	if len(left) < bids/4 || len(left) == bids {
		t.Fatalf("%d of %d bids were decided when the run was killed", len(left), bids)
	}
	once(t, told(), bids)

	before := time.Now()
	cmd, told = run(out)
	if err := cmd.Run(); exitStatus(t, err) != status {
		t.Fatalf("%v: %s", err, told())
	}
	rest := time.Since(before)
	once(t, told(), bids)
	if kept := strings.Count(told(), "decided already"); kept != len(left) || strings.Count(told(), "\n") != bids {
		t.Errorf("%d bids are kept, want %d, of %d lines", kept, len(left), strings.Count(told(), "\n"))
	}
	for path, at := range left {
		if info, err := os.Stat(path); err != nil || !info.ModTime().Equal(at) {
			t.Errorf("%s was decided twice: %v", path, err)
		}
	}
	if tmp, _ := filepath.Glob(filepath.Join(out, "*", ".bidgate-*")); len(tmp) > 0 {
		t.Errorf("left behind: %v", tmp)
	}

	before = time.Now()
	cmd, told = run(whole, "--workers", "1")
	if err := cmd.Run(); exitStatus(t, err) != status {
		t.Fatalf("%v: %s", err, told())
	}
	same(t, whole, out)
	t.Logf("%d bids; %d decided when killed, the other %d in %.1f s (%.1f bids a second, %d processors); serial %.1f s (%.1f bids a second), peak %d MiB",
		bids, len(left), bids-len(left), rest.Seconds(), float64(bids-len(left))/rest.Seconds(), runtime.NumCPU(), time.Since(before).Seconds(), float64(bids)/time.Since(before).Seconds(), peak(cmd))
	if os.Getenv("BIDGATE_BIDS") == "" {
		return
	}
	before = time.Now()
	cmd, told = run(t.TempDir())
	if err := cmd.Run(); exitStatus(t, err) != status {
		t.Fatalf("%v: %s", err, told())
	}
	t.Logf("%d bids in one run: %.1f s, %.1f bids a second, peak %d MiB", bids, time.Since(before).Seconds(), float64(bids)/time.Since(before).Seconds(), peak(cmd))
}

// peak is the most memory that a process had, in MiB.
func peak(cmd *exec.Cmd) int64 {
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss >> 10 // KiB on Linux
	}
	return 0
}

// whenDecided waits until so many bids are decided.
func whenDecided(t *testing.T, dir string, n int) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if found, _ := filepath.Glob(filepath.Join(dir, "*", resultState)); len(found) >= n {
			return
		}
	}
	t.Fatalf("fewer than %d bids were decided in time", n)
}

// decidedIn are the states in a folder of results, each whole, and when they
// were written.
func decidedIn(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(dir, "*", resultState))
	states := map[string]time.Time{}
	for _, file := range found {
		var s bidState
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &s)
		}
		info, statErr := os.Stat(file)
		if err != nil || statErr != nil {
			t.Fatalf("%s is not whole: %v %v", file, err, statErr)
		}
		states[file] = info.ModTime()
	}
	return states
}

// once holds that a run told of no bid twice.
func once(t *testing.T, told string, bids int) {
	t.Helper()
	seen := map[string]bool{}
	for line := range strings.Lines(told) {
		_, line, _ = strings.Cut(line, " ")
		name, _, _ := strings.Cut(line, ": ")
		if seen[name] {
			t.Errorf("%s is told twice", name)
		}
		seen[name] = true
	}
	if len(seen) > bids {
		t.Errorf("%d bids are told of, of %d", len(seen), bids)
	}
}
