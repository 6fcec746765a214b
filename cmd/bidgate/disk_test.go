//go:build linux

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// TestReaderHasGone: a pipeline that stops reading gets no decision.
func TestReaderHasGone(t *testing.T) {
	cmd, _, stderr := process(t, "screen", bundle(t), "--profile", "baseline", "-f", "json")
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = w
	if err := errors.Join(cmd.Start(), w.Close(), r.Close()); err != nil {
		t.Fatal(err)
	}
	if status := exitStatus(t, cmd.Wait()); status != statusCouldNotRun {
		t.Errorf("status %d", status)
	}
	oneComplaint(t, "", stderr.String(), "standard output: could not be written whole (the reader has gone)")
}

// TestFullDisk: a report that does not fit is no decision, wherever it goes.
func TestFullDisk(t *testing.T) {
	oneGoroutine(t)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close() //nolint:errcheck // nothing gets in
	dir := bundle(t)
	for _, args := range [][]string{
		{"screen", dir, "--profile", "baseline"}, {"inspect", dir}, {"policy", "list"}, {"version"}, {"help"},
	} {
		cmd, _, stderr := process(t, args...)
		cmd.Stdout = full
		if status := exitStatus(t, cmd.Run()); status != statusCouldNotRun {
			t.Errorf("%s: status %d", args[0], status)
		}
		oneComplaint(t, "", stderr.String(), "standard output: could not be written whole (no space is left on the device)")
	}
	for _, args := range [][]string{
		{"screen", dir, "--profile", "baseline", "-f", "json=/dev/full"},
		{"policy", "build", "testdata/pack", "-o", "/dev/full"},
	} {
		cmd, stdout, stderr := process(t, args...)
		if status := exitStatus(t, cmd.Run()); status != statusCouldNotRun {
			t.Errorf("%v: status %d", args, status)
		}
		oneComplaint(t, stdout.String(), stderr.String(), "/dev/full: could not be written whole (no space is left on the device)")
	}
}

// TestFullFileSystem fills a real file system of 64 KiB in the middle of a
// report: the old one survives, and nothing lies beside it.
func TestFullFileSystem(t *testing.T) {
	oneGoroutine(t)
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("no file system can be mounted here: ", err)
	}
	defer syscall.Unmount(dir, 0) //nolint:errcheck // the folder is a test's
	out := filepath.Join(dir, "out.json")
	put(t, out, "old", 0o644)
	cmd, stdout, stderr := process(t, "screen", bundle(t), "--profile", "baseline", "-f", "json="+out)
	if status := exitStatus(t, cmd.Run()); status != statusCouldNotRun {
		t.Errorf("status %d", status)
	}
	oneComplaint(t, stdout.String(), stderr.String(), "out.json: could not be written whole (no space is left on the device)")
	wantText(t, out, "old")
	wantNames(t, dir, "out.json")
}

// TestReadOnly: a folder that nothing can be written to, a temporary folder
// that is not there, and none of it is needed to decide.
func TestReadOnly(t *testing.T) {
	oneGoroutine(t)
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_RDONLY, ""); err != nil {
		t.Skip("no file system can be mounted here: ", err)
	}
	defer syscall.Unmount(dir, 0) //nolint:errcheck // the folder is a test's
	cmd, stdout, stderr := process(t, "screen", bundle(t), "--profile", "baseline", "-f", "json="+filepath.Join(dir, "out.json"))
	if status := exitStatus(t, cmd.Run()); status != statusCouldNotRun {
		t.Errorf("status %d", status)
	}
	oneComplaint(t, stdout.String(), stderr.String(), "lies where nothing can be written")
	cmd, stdout, stderr = process(t, "screen", bundle(t), "--profile", "baseline", "-f", "json")
	cmd.Env = []string{"TMPDIR=" + dir, "HOME=" + dir}
	if status := exitStatus(t, cmd.Run()); status != statusUndetermined || stderr.Len() > 0 || stdout.Len() == 0 {
		t.Errorf("without a temporary folder: status %d, %s", status, stderr)
	}
}

// TestTooManyOpenFiles limits a shell that becomes the program.
func TestTooManyOpenFiles(t *testing.T) {
	oneGoroutine(t)
	dir := bundle(t)
	seen := map[int]bool{}
	for limit := 4; limit <= 12; limit++ {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		link := filepath.Join(t.TempDir(), "bidgate") // its name decides what it does
		if err := os.Symlink(self, link); err != nil {
			t.Skip(err)
		}
		cmd := exec.Command("sh", "-c", `ulimit -n "$0" && exec "$@"`, strconv.Itoa(limit), link, "screen", dir, "--profile", "baseline", "-f", "json")
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		status := exitStatus(t, cmd.Run())
		seen[status] = true
		switch status {
		case statusUndetermined:
			if stdout.Len() == 0 {
				t.Errorf("%d files: no report", limit)
			}
		case statusCouldNotRun:
			if stdout.Len() > 0 || stderr.Len() == 0 {
				t.Errorf("%d files: stdout %q, stderr %q", limit, stdout.String(), stderr.String())
			}
		default:
			t.Errorf("%d files: status %d, stderr %q", limit, status, stderr.String())
		}
	}
	if !seen[statusUndetermined] || !seen[statusCouldNotRun] {
		t.Errorf("the limits did not part: %v", seen)
	}
}

// TestNoPermission runs as somebody who may read neither bundle nor report.
func TestNoPermission(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs to become somebody else")
	}
	shared, err := os.MkdirTemp("/tmp", "bidgate")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(shared) //nolint:errcheck // the test's own
	if err := os.Chmod(shared, 0o777); err != nil {
		t.Fatal(err)
	}
	self, err := os.Open(must(t)(os.Executable()))
	if err != nil {
		t.Fatal(err)
	}
	defer self.Close() //nolint:errcheck // only read
	program := filepath.Join(shared, "bidgate")
	copied, err := os.OpenFile(program, os.O_WRONLY|os.O_CREATE, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(copied, self); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(copied.Chmod(0o755), copied.Close()); err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(shared, "open")
	if err := os.MkdirAll(filepath.Join(open, "closed"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(shared, "secret.json"), "{}", 0o600)
	put(t, filepath.Join(shared, "old.json"), "old", 0o644) // root's, in a folder of everybody's
	put(t, filepath.Join(open, "a.txt"), "a", 0o644)
	for _, c := range []struct {
		name, want string
		closed     os.FileMode
		args       []string
	}{
		{"document", "secret.json: may not be opened by you", 0o755, []string{"screen", "secret.json", "--profile", "baseline"}},
		{"folder in the bundle", "permission denied", 0o700, []string{"screen", "open", "--profile", "baseline"}},
		{"report", "old.json: could not be written whole (may not be opened by you)", 0o755, []string{"screen", "open", "--profile", "baseline", "-f", "json=old.json"}},
		{"folder of the report", "could not be written whole (may not be opened by you)", 0o755, []string{"screen", "open", "--profile", "baseline", "-f", "json=open/new.json"}},
	} {
		if err := os.Chmod(filepath.Join(open, "closed"), c.closed); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(program, c.args...)
		cmd.Dir = shared
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if status := exitStatus(t, cmd.Run()); status != statusCouldNotRun {
			t.Errorf("%s: status %d", c.name, status)
		}
		oneComplaint(t, stdout.String(), stderr.String(), c.want)
	}
	wantText(t, filepath.Join(shared, "old.json"), "old")
}

func must(t *testing.T) func(string, error) string {
	return func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}
