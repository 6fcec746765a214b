package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSurroundingsDoNotMatter screens one fixture in processes of different
// time zones, languages, numbers of processors, folders and environments.
func TestSurroundingsDoNotMatter(t *testing.T) {
	oneGoroutine(t)
	folder, err := filepath.Abs("../../fixtures/edk2-meets/bundle")
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, env := range [][]string{
		nil,
		{"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1"},
		{"TZ=America/Los_Angeles", "LANG=C", "GOMAXPROCS=2", "GOGC=10"},
		{"TZ=:/nowhere", "LC_ALL=ja_JP.eucJP", "HOME=/nowhere", "TMPDIR=/nowhere", "SOURCE_DATE_EPOCH=0"},
	} {
		cmd, stdout, stderr := process(t, "screen", folder, "--profile", "baseline", "--as-of", "2026-11-21", "-f", "json")
		cmd.Env, cmd.Dir = append([]string{}, env...), t.TempDir()
		if status := exitStatus(t, cmd.Run()); status != statusMeets || stderr.Len() > 0 {
			t.Fatalf("%v: status %d, %s", env, status, stderr)
		}
		if want == "" {
			want = stdout.String()
		}
		if stdout.String() != want {
			t.Errorf("%v: another report: %s", env, firstDifference(stdout.String(), want))
		}
		if strings.Contains(stdout.String(), filepath.Dir(folder)) {
			t.Errorf("%v: a path of the host stands in the report", env)
		}
	}
}

// TestClock decides at the ends of the calendar: by the clock and by --as-of,
// a day that has four digits for its year is decided for, and no other.
func TestClock(t *testing.T) {
	oneGoroutine(t)
	for _, c := range []struct {
		name string
		now  time.Time
		args []string
		want string // the day, or "" for exit status 2
	}{
		{"clock at 1970", time.Unix(0, 0), nil, "1970-01-01"},
		{"clock before 1970", time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC), nil, "1969-12-31"},
		{"clock at 9999", time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC), nil, "9999-12-31"},
		{"clock after 9999", time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), nil, ""},
		{"clock in another zone", time.Date(2026, 11, 22, 1, 0, 0, 0, time.FixedZone("east", 14*3600)), nil, "2026-11-21"},
		{"as of 1970", today, []string{"--as-of", "1970-01-01"}, "1970-01-01"},
		{"as of 9999", today, []string{"--as-of", "9999-12-31"}, "9999-12-31"},
		{"as of year 0", today, []string{"--as-of", "0000-01-01"}, "0000-01-01"},
		{"as of 10000", today, []string{"--as-of", "10000-01-01"}, ""},
		{"as of no day", today, []string{"--as-of", "2026-02-30"}, ""},
		{"as of nothing", today, []string{"--as-of="}, ""},
		{"as of a negative year", today, []string{"--as-of=-001-01-01"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := append([]string{"screen", bundle(t), "--profile", "baseline", "-f", "json"}, c.args...)
			status, stdout, stderr := start(t.Context(), func(p *program) { p.now = func() time.Time { return c.now } }, args...)
			if c.want == "" {
				if status != statusCouldNotRun || stdout != "" || strings.Count(stderr, "\n") != 1 {
					t.Errorf("status %d, %d bytes, stderr %q", status, len(stdout), stderr)
				}
				return
			}
			if status != statusUndetermined || !strings.Contains(stdout, `"as_of": "`+c.want+`"`) || stderr != "" {
				t.Errorf("status %d, stderr %q", status, stderr)
			}
		})
	}
}

// breaks panics when it is written to, as a bug would.
type breaks struct{}

func (breaks) Write([]byte) (int, error) { panic("a bug\n\x1b[2J") }

// TestPanicIsNoVerdict: a breakdown anywhere ends with status 2 and one line.
func TestPanicIsNoVerdict(t *testing.T) {
	status, stdout, stderr := start(t.Context(), func(p *program) { p.stdout = breaks{} }, "screen", bundle(t), "--profile", "baseline")
	if want := `bidgate: bidgate broke down and decided nothing (a bug \u{1b}[2J); please report this as SECURITY.md says` + "\n"; status != statusCouldNotRun || stdout != "" || stderr != want {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
	status, stdout, stderr = start(t.Context(), func(p *program) { p.stdin = breaksRead{} }, "screen", "-", "--profile", "baseline")
	if status != statusCouldNotRun || stdout != "" || !strings.Contains(stderr, "broke down") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("reading: status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
}

type breaksRead struct{}

func (breaksRead) Read([]byte) (int, error) { panic("a bug") }

// TestInterruptedAtAnyPoint cancels the context after ever longer times: each
// run ends either with its verdict or with status 2, one line and no output.
func TestInterruptedAtAnyPoint(t *testing.T) {
	dir := bundle(t)
	ended, decided := 0, 0
	for wait := time.Millisecond; decided == 0 && wait < time.Minute; wait *= 2 {
		ctx, cancel := context.WithTimeoutCause(t.Context(), wait, context.Canceled)
		cut, stop := context.WithCancel(context.Background())
		context.AfterFunc(ctx, stop)
		status, stdout, stderr := start(cut, nil, "screen", dir, "--profile", "baseline", "-f", "json")
		cancel()
		stop()
		switch status {
		case statusCouldNotRun:
			ended++
			if stdout != "" || stderr != "bidgate: interrupted; nothing was written\n" {
				t.Errorf("after %v: stdout %d bytes, stderr %q", wait, len(stdout), stderr)
			}
		case statusUndetermined:
			decided++
		default:
			t.Errorf("after %v: status %d", wait, status)
		}
	}
	if ended == 0 || decided == 0 {
		t.Errorf("ended %d times, decided %d times", ended, decided)
	}
}

// TestNothingOutside: a screening changes nothing but what it was asked to
// write, least of all the bundle.
func TestNothingOutside(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	if err := os.CopyFS(in, os.DirFS("testdata/pack")); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	t.Chdir(dir)
	status, _, stderr := start(t.Context(), nil, "screen", in, "--profile", "baseline", "-f", "json=out.json")
	if status != statusUndetermined || stderr != "" {
		t.Errorf("status %d, %s", status, stderr)
	}
	after := tree(t, dir)
	delete(after, "out.json")
	if len(after) != len(before) {
		t.Errorf("files %v, were %v", after, before)
	}
	for name, state := range before {
		if after[name] != state {
			t.Errorf("%s: %s, was %s", name, after[name], state)
		}
	}
}

// tree is the size, mode and time of every file in a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		files[rel] = info.Mode().String() + count(int(info.Size()), "byte") + info.ModTime().String()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
