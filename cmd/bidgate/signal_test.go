//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSignals: whatever a screening waits for, an interrupt ends it with status
// 2, one sentence, and the old file.
func TestSignals(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String()+" while it reads", func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "out.json")
			put(t, out, "old", 0o644)
			cmd, stdout, stderr := process(t, "screen", "-", "--profile", "baseline", "-f", "json="+out)
			stdin, err := cmd.StdinPipe() // never ends
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close() //nolint:errcheck // the process has gone
			interrupt(t, cmd, signal, 0)
			oneComplaint(t, stdout.String(), stderr.String(), "interrupted; nothing was written")
			wantText(t, out, "old")
			wantNames(t, dir, "out.json")
		})
		t.Run(signal.String()+" while it writes", func(t *testing.T) {
			dir := t.TempDir()
			pipe, out := filepath.Join(dir, "pipe"), filepath.Join(dir, "out.json")
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Skip(err)
			}
			put(t, out, "old", 0o644)
			// out.json is whole beside the old one when the pipe, which has no reader, is opened.
			cmd, stdout, stderr := process(t, "screen", bundle(t), "--profile", "baseline", "-f", "json="+out, "-f", "text="+pipe)
			interrupt(t, cmd, signal, 3)
			oneComplaint(t, stdout.String(), stderr.String(), "interrupted while the results were written; do not use them, and run again")
			wantText(t, out, "old")
			wantNames(t, dir, "out.json", "pipe")
		})
	}
}

// interrupt starts a process and signals it when its folder of results, that
// of its last file, holds so many files; 0 is after a moment.
func interrupt(t *testing.T, cmd *exec.Cmd, signal syscall.Signal, files int) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		time.Sleep(time.Second) // past the start of the program
	} else {
		awaitFiles(t, cmd, files)
	}
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	if status := exitStatus(t, cmd.Wait()); signal != syscall.SIGKILL && status != statusCouldNotRun {
		t.Errorf("status %d", status)
	}
}

func awaitFiles(t *testing.T, cmd *exec.Cmd, files int) {
	t.Helper()
	_, last, _ := strings.Cut(cmd.Args[len(cmd.Args)-1], "=")
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(5 * time.Millisecond) {
		if entries, err := os.ReadDir(filepath.Dir(last)); err == nil && len(entries) >= files {
			time.Sleep(50 * time.Millisecond)
			return
		}
		if time.Now().After(deadline) {
			_ = cmd.Process.Kill()
			t.Fatal("it never began to write")
		}
	}
}

// TestKilledWhileWriting: what a killed process leaves is the old file and one
// whose name says what it is, hidden, and which no bundle or program takes up.
func TestKilledWhileWriting(t *testing.T) {
	dir := t.TempDir()
	pipe, out := filepath.Join(dir, "pipe"), filepath.Join(dir, "out.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	put(t, out, "old", 0o644)
	cmd, _, _ := process(t, "screen", bundle(t), "--profile", "baseline", "-f", "json="+out, "-f", "text="+pipe)
	interrupt(t, cmd, syscall.SIGKILL, 3)
	wantText(t, out, "old")
	left, err := filepath.Glob(filepath.Join(dir, ".bidgate-*.tmp"))
	if err != nil || len(left) != 1 {
		t.Fatalf("left %q, %v", left, err)
	}
	// The next run is not hindered by it.
	if err := write(outFile{out, []byte("new")}); err != nil {
		t.Fatal(err)
	}
	wantText(t, out, "new")
}
