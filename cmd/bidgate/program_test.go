package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/report"
)

// start runs one command line with buffers and the clock of the scripts.
func start(ctx context.Context, change func(*program), args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	p := program{
		stdout: &out,
		stderr: &errs,
		now:    func() time.Time { return today },
		getenv: func(string) string { return "" },
	}
	if change != nil {
		change(&p)
	}
	status = p.run(ctx, args)
	return status, out.String(), errs.String()
}

func bundle(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestStatusIsTheSameForEveryFormat: a screening ends with one status in
// whichever format, with the flag before and after the bundle, and writes what
// render makes of its report later.
func TestStatusIsTheSameForEveryFormat(t *testing.T) {
	if raceEnabled {
		t.Skip("the screens of other tests look for the same races; make test runs it without the detector too")
	}
	dir, out := bundle(t), t.TempDir()
	var flags []string
	for _, format := range alone(t) {
		flags = append(flags, "-f", format.Name+"="+filepath.Join(out, format.Name))
	}
	for _, words := range [][]string{append(slices.Clone(flags), dir), append([]string{dir}, flags...)} {
		status, stdout, stderr := start(t.Context(), nil, append([]string{"screen", "--profile", "baseline"}, words...)...)
		if status != statusUndetermined || stdout != "" || stderr != "" {
			t.Errorf("%v: status %d, %d bytes, stderr %q", words, status, len(stdout), stderr)
		}
	}
	for _, format := range alone(t) {
		status, stdout, stderr := start(t.Context(), nil, "render", filepath.Join(out, "json"), "-f", format.Name)
		if status != statusUndetermined || stdout != read(t, filepath.Join(out, format.Name)) || stderr != "" {
			t.Errorf("%s: status %d, or another text than that of screen; stderr %q", format.Name, status, stderr)
		}
	}
	for _, args := range flagAround([]string{"screen", "--profile", "baseline"}, dir, "text") {
		if status, _, stderr := start(t.Context(), nil, args...); status != statusUndetermined || stderr != "" {
			t.Errorf("%v: status %d, stderr %q", args, status, stderr)
		}
	}
}

// TestRenderedStatusIsTheSame: every fixture in every format, with the flags
// before or after the report, ends with the status of the verdict; of one case
// of each verdict each format does so alone, before and after.
func TestRenderedStatusIsTheSame(t *testing.T) {
	if raceEnabled {
		t.Skip("the screens of other tests look for the same races; make test runs it without the detector too")
	}
	oneGoroutine(t)
	reports, err := filepath.Glob("../../fixtures/*/report.json")
	if err != nil || len(reports) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	seen := map[report.Verdict]bool{}
	for i, file := range reports {
		r, err := readReport(file)
		if err != nil {
			t.Fatal(err)
		}
		out, flags, lines := t.TempDir(), []string{}, [][]string{}
		for _, format := range alone(t) {
			flags = append(flags, "-f", format.Name+"="+filepath.Join(out, format.Name))
			if !seen[r.Verdict] {
				lines = append(lines, flagAround([]string{"render"}, file, format.Name)[:2]...)
			}
		}
		seen[r.Verdict] = true
		together := append(append([]string{"render"}, flags...), file)
		if i%2 == 1 {
			together = append([]string{"render", file}, flags...)
		}
		lines = append(lines, together)
		for _, args := range lines {
			if status, _, stderr := start(t.Context(), nil, args...); status != statusOf(r.Verdict) || stderr != "" {
				t.Errorf("%v: status %d for %s, stderr %q", args, status, r.Verdict, stderr)
			}
		}
	}
}

// alone are the formats that need nothing but this program: all but pdf, which
// needs a browser and has tests of its own.
func alone(t *testing.T) []format {
	t.Helper()
	list := formatTable("")
	if len(list) < 20 || list[len(list)-1].Name != "pdf" {
		t.Fatalf("the formats are %v", formatNames(list))
	}
	return list[:len(list)-1]
}

// flagAround gives a command line with the flag of the format before its
// argument, after it, and joined to its value.
func flagAround(command []string, argument, format string) [][]string {
	line := func(words ...string) []string { return append(slices.Clone(command), words...) }
	return [][]string{line("-f", format, argument), line(argument, "--format", format), append([]string{"-f=" + format}, line(argument)...)}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out := filepath.Join(t.TempDir(), "out.json")
	status, stdout, stderr := start(ctx, nil, "screen", "--profile", "baseline", "-f", "json="+out, bundle(t))
	if want := "bidgate: interrupted; nothing was written\n"; status != statusCouldNotRun || stdout != "" || stderr != want {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("an interrupted screening wrote a report")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("broken") }

func TestBrokenOutput(t *testing.T) {
	dir := bundle(t)
	for _, args := range [][]string{
		{"screen", "--profile", "baseline", dir},
		{"inspect", dir},
		{"policy", "list"},
		{"policy", "lint", "testdata/pack"},
		{"explain", "sbom.subject"},
		{"version"},
		{"help"},
	} {
		status, _, stderr := start(t.Context(), func(p *program) { p.stdout = brokenWriter{} }, args...)
		want := "bidgate: standard output: could not be written whole (broken); make room or choose another place, and run again\n"
		if status != statusCouldNotRun || stderr != want {
			t.Errorf("%v: status %d, stderr %q", args, status, stderr)
		}
	}
}

func TestColour(t *testing.T) {
	for _, test := range []struct {
		name     string
		choice   string
		terminal bool
		env      map[string]string
		want     bool
	}{
		{"terminal", "auto", true, nil, true},
		{"no terminal", "auto", false, nil, false},
		{"NO_COLOR", "auto", true, map[string]string{"NO_COLOR": "1"}, false},
		{"empty NO_COLOR", "auto", true, map[string]string{"NO_COLOR": ""}, true},
		{"dumb terminal", "auto", true, map[string]string{"TERM": "dumb"}, false},
		{"always", "always", false, map[string]string{"NO_COLOR": "1"}, true},
		{"never", "never", true, nil, false},
	} {
		p := program{terminal: test.terminal, getenv: func(name string) string { return test.env[name] }}
		if got, err := p.colour(test.choice); err != nil || got != test.want {
			t.Errorf("%s: colour = %v, %v, want %v", test.name, got, err, test.want)
		}
	}
}
