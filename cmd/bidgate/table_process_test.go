package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

// material is what the table is measured with: programs, SBOMs and lists.
type material struct {
	dir     string // the programs, and what is generated
	rules   string // the peers' rules
	twelve  string // the profile that asks the same
	lists   string // of the peers, and as our data sets
	samples int
}

func newMaterial(t *testing.T, dir string) *material {
	t.Helper()
	here, err := filepath.Abs("testdata/bench")
	if err != nil {
		t.Fatal(err)
	}
	m := &material{dir: dir, rules: filepath.Join(here, "stock"), twelve: filepath.Join(here, "twelve.yaml"), lists: filepath.Join(dir, "lists"), samples: 3}
	m.do(t, "gen", "-lists", m.lists)
	for _, set := range []string{"kev kev.json", "endoflife endoflife.json", "sources sources.yaml"} {
		var kind, file string
		if _, err := fmt.Sscan(set, &kind, &file); err != nil {
			t.Fatal(err)
		}
		args := []string{"data", "import", "--data", m.data(), "--kind", kind, filepath.Join(m.lists, file)}
		if kind == "endoflife" {
			args = append(args, "--date", "2026-11-01")
		}
		m.do(t, "bidgate", args...)
	}
	return m
}

// data is the folder of our data sets.
func (m *material) data() string { return filepath.Join(m.lists, "sets") }

func (m *material) program(name string) string { return filepath.Join(m.dir, name) }

// sbom is an SBOM of n components, a share of which has each defect.
func (m *material) sbom(t *testing.T, n int, defects string) string {
	t.Helper()
	name := filepath.Join(m.dir, fmt.Sprintf("%d-%s.cdx.json", n, defects))
	if _, err := os.Stat(name); err != nil {
		m.do(t, "gen", "-n", fmt.Sprint(n), "-defects", defects, "-out", name)
	}
	return name
}

// do runs a program that must succeed and is not measured.
func (m *material) do(t *testing.T, program string, args ...string) {
	t.Helper()
	if out, err := exec.Command(m.program(program), args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", program, args, err, out)
	}
}

// taken is what one process took.
type taken struct {
	wall, processor time.Duration
	peak            int64 // KiB
}

func (c taken) cells() []string {
	return []string{
		c.wall.Round(time.Millisecond).String(), c.processor.Round(time.Millisecond).String(), fmt.Sprintf("%.0f MiB", float64(c.peak)/1024),
	}
}

// run is the median of each measure over the samples of a command.
func (m *material) run(t *testing.T, program string, args ...string) taken {
	t.Helper()
	return m.runInTurns(t, [][]string{append([]string{program}, args...)})[0]
}

// short is a command that is measured three times in each turn.
const short = 5 * time.Second

// settle is how long a virtual machine gives back the memory that a program has
// left, at the cost of the next one.
const settle = 3 * time.Second

// runInTurns runs commands one after the other, and again for each sample, so that
// a machine that is busy for a while is so for all of them. In each turn a command
// waits for what the one before has left, and runs once before it is measured: a
// virtual machine gives memory that was used a moment ago in a fraction of the time
// of other memory, for what an SBOM of 100,000 components takes half a second less,
// and that is not the program's.
func (m *material) runInTurns(t *testing.T, commands [][]string) []taken {
	t.Helper()
	samples := make([][]taken, len(commands))
	for range m.samples {
		for i, command := range commands {
			command = append([]string{m.program(command[0])}, command[1:]...)
			if len(commands) > 1 {
				time.Sleep(settle)
			}
			times := 1
			if warm := takenBy(t, m.program("measure"), command...); len(commands) > 1 && warm.wall < short {
				times = 3
			}
			for range times {
				samples[i] = append(samples[i], takenBy(t, m.program("measure"), command...))
			}
		}
	}
	medians := make([]taken, len(commands))
	for i, list := range samples {
		medians[i] = taken{
			median(of(list, func(c taken) time.Duration { return c.wall })),
			median(of(list, func(c taken) time.Duration { return c.processor })),
			median(of(list, func(c taken) int64 { return c.peak })),
		}
	}
	return medians
}

func of[T any](list []taken, measure func(taken) T) (out []T) {
	for _, c := range list {
		out = append(out, measure(c))
	}
	return out
}

// takenBy is what a command took, by the small program measure: started from
// here, it would have at least the peak of this process. Programs tell verdicts
// by their status, so that 2, which is never one of ours, and what is above 4 are
// failures.
func takenBy(tb testing.TB, measure string, command ...string) taken {
	tb.Helper()
	file := filepath.Join(tb.TempDir(), "taken")
	out, err := exec.Command(measure, append([]string{file}, command...)...).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() == 2 || exit.ExitCode() > 4) {
		tb.Fatalf("%v: %v\n%s", command, err, out[:min(len(out), 2_000)])
	}
	text, err := os.ReadFile(file)
	if err != nil || len(out) == 0 {
		tb.Fatalf("%v wrote %d bytes: %v", command, len(out), err)
	}
	var c taken
	if _, err := fmt.Sscan(string(text), &c.wall, &c.processor, &c.peak); err != nil {
		tb.Fatalf("%v: %v", command, err)
	}
	return c
}

func median[T int64 | time.Duration](values []T) T {
	slices.Sort(values)
	return values[len(values)/2]
}

func ratio[T int64 | time.Duration](a, b T) float64 { return float64(a) / float64(max(b, 1)) }

// spent is the time that work in this process takes, on the clock and of its
// processors.
func spent(work func()) (wall, processor time.Duration) {
	used := func() time.Duration {
		var u syscall.Rusage
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // it cannot fail for oneself
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	before, begun := used(), time.Now()
	work()
	return time.Since(begun), used() - before
}
