package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCompletion asks a real bash what it would complete.
func TestCompletion(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash is installed")
	}
	_, script, _ := start(t.Context(), nil, "completion", "bash")
	file := filepath.Join(t.TempDir(), "completion.bash")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"bidgate scr":                      "screen",
		"bidgate policy an":                "annex",
		"bidgate screen --prof":            "--profile",
		"bidgate screen x --profile ":      "baseline",
		"bidgate render r.json -f mark":    "markdown markdown-public",
		"bidgate compare a b --format h":   "html",
		"bidgate data status --format jso": "json",
		"bidgate exception check --maxx":   "",
	} {
		words := strings.Split(line, " ")
		ask := `. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bidgate; echo "${COMPREPLY[*]}"`
		out, err := exec.Command(bash, append([]string{"-c", ask, "bash", file}, words...)...).CombinedOutput()
		got := strings.TrimSpace(string(out))
		if err != nil || got != want && (want != "baseline" || !strings.Contains(got, want)) {
			t.Errorf("%q completes to %q (%v), want %q", line, got, err, want)
		}
	}
	for _, shell := range []string{"zsh", "fish"} {
		if status, script, _ := start(t.Context(), nil, "completion", shell); status != 0 || !strings.Contains(script, "baseline") {
			t.Errorf("%s: status %d", shell, status)
		}
	}
	if status, _, stderr := start(t.Context(), nil, "completion", "tcsh"); status != statusCouldNotRun || !strings.Contains(stderr, "use one of bash, zsh or fish") {
		t.Errorf("status %d: %s", status, stderr)
	}
}
