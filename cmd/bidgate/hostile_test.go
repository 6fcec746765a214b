package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/hostile"
)

// What is promised of one run (SECURITY.md, "Bounds").
const (
	refusedWall, refusedMemory = 2 * time.Second, 256 << 10   // KiB
	anyWall, anyMemory         = 10 * time.Second, 1024 << 10 // KiB
)

// costly is one input whose cost is measured. It is written beneath a folder
// of its own, under the name bundle, with or without an ending.
type costly struct {
	name    string
	refused bool // its content is not taken
	exits   []int
	write   func(dir string) error
}

// cost is what one run took.
type cost struct {
	name      string
	refused   bool
	wall, cpu time.Duration
	memory    int64 // peak, KiB
}

// TestHostileCost runs the program on every row of the table and on large
// inputs, each in a process of its own, prints the worst ten in time and in
// memory, and holds them to what is promised. It measures the machine as well
// as the program, so it runs only where BIDGATE_HOSTILE names the program;
// BIDGATE_HOSTILE_ONLY takes the inputs whose names begin with it. On
// a busy machine a run that waited, but did not compute, for too long is told
// and no failure.
func TestHostileCost(t *testing.T) {
	program := os.Getenv("BIDGATE_HOSTILE")
	if program == "" {
		t.Skip("BIDGATE_HOSTILE names no program; run make hostile")
	}
	into := t.TempDir()
	generate := exec.Command(os.Args[0], "-test.run", "^TestHostileInputs$") //nolint:gosec // this test
	generate.Env = append(os.Environ(), "BIDGATE_HOSTILE_INTO="+into)
	if out, err := generate.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	costs := []cost{}
	for i, c := range costlyInputs() {
		costs = append(costs, measured(t, program, c, filepath.Join(into, fmt.Sprint(i))))
	}
	for _, class := range []struct {
		name    string
		refused bool
		wall    time.Duration
		memory  int64
	}{{"refused", true, refusedWall, refusedMemory}, {"others", false, anyWall, anyMemory}} {
		of := slices.DeleteFunc(slices.Clone(costs), func(c cost) bool { return c.refused != class.refused })
		t.Logf("%s: %d runs, promised %v and %d MiB", class.name, len(of), class.wall, class.memory>>10)
		costliest(t, of, "time", class.wall, func(a, b cost) int { return cmp.Compare(b.wall, a.wall) })
		costliest(t, of, "memory", class.wall, func(a, b cost) int { return cmp.Compare(b.memory, a.memory) })
		for _, c := range of {
			if c.cpu > class.wall || c.memory > class.memory {
				t.Errorf("%s breaks the promise: %s", c.name, c)
			}
		}
	}
}

// TestHostileInputs writes what TestHostileCost measures. It is a process of
// its own because the memory of a process counts as that of each child until
// the child's program begins, and peaks are never taken back.
func TestHostileInputs(t *testing.T) {
	into := os.Getenv("BIDGATE_HOSTILE_INTO")
	if into == "" {
		t.Skip("written for TestHostileCost alone")
	}
	for i, c := range costlyInputs() {
		dir := filepath.Join(into, fmt.Sprint(i))
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := c.write(dir); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
	}
}

// costlyInputs are the rows of the table and the large inputs.
func costlyInputs() []costly {
	list := []costly{}
	files := hostile.Meets()
	for _, r := range hostile.Rows() {
		c := costly{name: r.Format + "/" + r.Name, refused: r.Code != "", exits: []int{1, 3}}
		switch r.Code {
		case "":
			c.exits = []int{0, 1, 3, 4}
		case "archive", "not_archive":
			c.exits = []int{1, 2, 3} // what is no archive at all is the operator's mistake
		}
		c.write = func(dir string) error { return writeRow(dir, r, files) }
		list = append(list, c)
	}
	list = append(list, largeInputs()...)
	return slices.DeleteFunc(list, func(c costly) bool { return !strings.HasPrefix(c.name, os.Getenv("BIDGATE_HOSTILE_ONLY")) })
}

func writeRow(dir string, r hostile.Row, files []hostile.File) error {
	if r.Limits != nil {
		text := "limits: 1\n"
		for name, value := range r.Limits {
			text += fmt.Sprintf("%s: %d\n", name, value)
		}
		if err := os.WriteFile(filepath.Join(dir, "limits.yaml"), []byte(text), 0o600); err != nil {
			return err
		}
	}
	if archive := r.Archive(files); archive != nil {
		return os.WriteFile(filepath.Join(dir, "bundle.archive"), archive, 0o600)
	}
	return writeFolder(filepath.Join(dir, "bundle"), r.Folder(files))
}

func writeFolder(dir string, files map[string]string) error {
	for path, text := range files {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// measured runs the program once. Exit status 2 is also that of a crash, so it
// is looked at, where it is allowed, for the sentence of a refusal.
func measured(t *testing.T, program string, c costly, dir string) cost {
	t.Helper()
	bundle, err := filepath.Glob(filepath.Join(dir, "bundle*"))
	if err != nil || len(bundle) != 1 {
		t.Fatalf("%s: %v, %v", c.name, bundle, err)
	}
	args := []string{"screen", bundle[0], "--profile", "baseline", "--as-of", "2026-11-21"}
	if limits := filepath.Join(dir, "limits.yaml"); exists(limits) {
		args = append(args, "--limits", limits)
	}
	var stderr strings.Builder
	cmd := exec.Command(program, args...) //nolint:gosec // the tester names it
	cmd.Dir, cmd.Stderr = t.TempDir(), &stderr
	start := time.Now()
	_ = cmd.Run() // the status is looked at below
	took := cost{name: c.name, refused: c.refused, wall: time.Since(start)}
	code, usage := cmd.ProcessState.ExitCode(), cmd.ProcessState.SysUsage().(*syscall.Rusage)
	took.cpu, took.memory = cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), usage.Maxrss
	if !slices.Contains(c.exits, code) {
		t.Errorf("%s ends with %d: %.300s", c.name, code, stderr.String())
	}
	if said := stderr.String(); strings.Contains(said, "goroutine ") || strings.Contains(said, "panic") {
		t.Errorf("%s crashes: %.300s", c.name, said)
	}
	if left, err := os.ReadDir(cmd.Dir); err != nil || len(left) > 0 {
		t.Errorf("%s left %v behind, %v", c.name, left, err)
	}
	return took
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (c cost) String() string {
	return fmt.Sprintf("%6.2f s  %6.2f s of cpu  %5d MiB  %s", c.wall.Seconds(), c.cpu.Seconds(), c.memory>>10, c.name)
}

// costliest prints the first ten in an order, and how many waited for too long.
func costliest(t *testing.T, costs []cost, by string, promised time.Duration, order func(a, b cost) int) {
	t.Helper()
	slices.SortStableFunc(costs, order)
	lines, late := []string{}, 0
	for i, c := range costs {
		if i < 10 {
			lines = append(lines, c.String())
		}
		if c.wall > promised {
			late++
		}
	}
	t.Logf("worst in %s (%d took more than %v):\n%s", by, late, promised, strings.Join(lines, "\n"))
}
