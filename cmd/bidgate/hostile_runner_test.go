package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// runs starts programs for the harness and measures them, each by the small
// program measure: the peak that the system gives for a process begins at that
// of the one that started it, and that of a test is above what most inputs take.
type runs struct{ measure, taken string }

// ran is what came of a run.
type ran struct {
	Exit      int
	Wall, CPU time.Duration
	Memory    int64 // peak, KiB
	Stderr    string
}

func startRuns(t *testing.T) *runs {
	t.Helper()
	dir := t.TempDir()
	r := &runs{measure: filepath.Join(dir, "measure"), taken: filepath.Join(dir, "taken")}
	if out, err := exec.Command("go", "build", "-o", r.measure, "./testdata/bench/measure").CombinedOutput(); err != nil { //nolint:gosec // this test's own program
		t.Fatalf("%v: %s", err, out)
	}
	return r
}

func (r *runs) run(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	var stderr strings.Builder
	cmd := exec.Command(r.measure, append([]string{r.taken}, args...)...) //nolint:gosec // the tester names it
	cmd.Dir, cmd.Stderr = dir, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	text, err := os.ReadFile(r.taken)
	if err != nil {
		t.Fatalf("%v: %s", err, &stderr)
	}
	got := ran{Exit: cmd.ProcessState.ExitCode(), Stderr: stderr.String()[:min(stderr.Len(), 4_000)]}
	if _, err := fmt.Sscan(string(text), &got.Wall, &got.CPU, &got.Memory); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if err := os.Remove(r.taken); err != nil {
		t.Fatal(err)
	}
	return got
}
