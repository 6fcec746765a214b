package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/render"
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

func TestStatusIsTheSameForEveryFormat(t *testing.T) {
	for _, format := range render.Formats() {
		status, stdout, stderr := start(t.Context(), nil, "screen", "--profile", "baseline", "-f", format.Name, bundle(t))
		if status != statusUndetermined || stdout == "" || stderr != "" {
			t.Errorf("%s: status %d, %d bytes, stderr %q", format.Name, status, len(stdout), stderr)
		}
	}
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
