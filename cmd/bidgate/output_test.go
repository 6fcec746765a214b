//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func write(files ...outFile) error {
	var p program
	return p.writeFiles(files...)
}

func TestWriteFilesReplacesWhole(t *testing.T) {
	dir := t.TempDir()
	old, link := filepath.Join(dir, "old"), filepath.Join(dir, "link")
	put(t, old, "old", 0o600)
	if err := os.Symlink("old", link); err != nil {
		t.Skip(err)
	}
	before, err := os.Open(old)
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close() //nolint:errcheck // only read
	if err := write(outFile{link, []byte("new")}); err != nil {
		t.Fatal(err)
	}
	wantText(t, old, "new")
	if held, err := io.ReadAll(before); err != nil || string(held) != "old" {
		t.Errorf("who has the old file open reads %q, %v", held, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
	if info, err := os.Stat(old); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a file that only its owner could read is now %v, %v", info.Mode(), err)
	}
	wantNames(t, dir, "link", "old")
}

// TestWriteFilesAllOrNone: when one file cannot be written, none is changed.
func TestWriteFilesAllOrNone(t *testing.T) {
	for _, c := range []struct{ name, bad, want string }{
		{"folder missing", "nowhere/b", "does not exist"},
		{"is a folder", "folder", "is a folder"},
		{"below a file", "old/b", "lies under something that is not a folder"},
		{"link in a circle", "circle", "is a link that leads in a circle"},
		{"name too long", strings.Repeat("n", 300), "has a name that is too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, filepath.Join(dir, "old"), "old", 0o644)
			if err := os.Mkdir(filepath.Join(dir, "folder"), 0o750); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("circle", filepath.Join(dir, "circle")); err != nil {
				t.Skip(err)
			}
			err := write(outFile{filepath.Join(dir, "old"), []byte("new")}, outFile{filepath.Join(dir, "fresh"), nil}, outFile{filepath.Join(dir, c.bad), nil})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			wantText(t, filepath.Join(dir, "old"), "old")
			wantNames(t, dir, "circle", "folder", "old")
		})
	}
}

// TestWriteFilesThroughDanglingLink makes the file that a link names.
func TestWriteFilesThroughDanglingLink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o750); err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{"a": "sub/b", "sub/b": "../c"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Skip(err)
		}
	}
	if err := write(outFile{filepath.Join(dir, "a"), []byte("new")}); err != nil {
		t.Fatal(err)
	}
	wantText(t, filepath.Join(dir, "c"), "new")
	wantNames(t, dir, "a", "c", "sub")
}

// TestWriteFilesToPipe: a named pipe is written to and is still one after.
func TestWriteFilesToPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	got := make(chan string, 1)
	go func() {
		data, _ := os.ReadFile(path)
		got <- string(data)
	}()
	if err := write(outFile{path, []byte("report")}); err != nil {
		t.Fatal(err)
	}
	if text := <-got; text != "report" {
		t.Errorf("the reader got %q", text)
	}
	if info, err := os.Lstat(path); err != nil || info.Mode().Type() != fs.ModeNamedPipe {
		t.Errorf("the pipe is now %v, %v", info, err)
	}
}

// TestWriteFilesToDescriptor: what a descriptor leads to is added to, not replaced.
func TestWriteFilesToDescriptor(t *testing.T) {
	if _, err := os.Stat("/proc/self/fd"); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only written
	if _, err := f.WriteString("first\n"); err != nil {
		t.Fatal(err)
	}
	if err := write(outFile{fmt.Sprintf("/dev/fd/%d", f.Fd()), []byte("second\n")}); err != nil {
		t.Fatal(err)
	}
	wantText(t, filepath.Join(dir, "log"), "first\nsecond\n")
	wantNames(t, dir, "log")
}

// TestStandardOutputByName: /dev/stdout is standard output itself.
func TestStandardOutputByName(t *testing.T) {
	oneGoroutine(t)
	for _, name := range standardOutputs {
		status, stdout, stderr := start(t.Context(), nil, "screen", "--profile", "baseline", "-f", "json="+name, bundle(t))
		if status != statusUndetermined || !strings.HasPrefix(stdout, "{") || stderr != "" {
			t.Errorf("%s: status %d, %d bytes, stderr %q", name, status, len(stdout), stderr)
		}
		status, stdout, stderr = start(t.Context(), nil, "screen", "--profile", "baseline", "-f", "text", "-f", "json="+name, bundle(t))
		if status != statusCouldNotRun || stdout != "" || !strings.Contains(stderr, "only one format can go to standard output") {
			t.Errorf("%s beside text: status %d, stdout %q, stderr %q", name, status, stdout, stderr)
		}
	}
}

// TestGivenUpLandsNothing: after an interrupt was given up on, nothing lands
// and nothing is left behind.
func TestGivenUpLandsNothing(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "old")
	put(t, old, "old", 0o644)
	var l landing
	to, err := destinationOf(old)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.stage(to, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if l.giveUp() {
		t.Error("something counts as written before anything was")
	}
	if err := l.land(); err == nil {
		t.Error("it landed all the same")
	}
	if err := l.stage(to, []byte("new")); err == nil {
		t.Error("more was staged")
	}
	wantText(t, old, "old")
	wantNames(t, dir, "old")
}

// TestOneWriter reads the source of the program: files are made, renamed and
// removed by the one writer alone.
func TestOneWriter(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		switch {
		case strings.HasSuffix(name, "_test.go"), name == "output.go", name == "destination.go":
			continue
		case name == "spool.go": // a file without a name, read back and never kept
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range []string{"os.Create", "os.WriteFile", "os.OpenFile", "os.Rename", "os.Remove", "os.Chmod", "os.Truncate", "ioutil."} {
			if bytes.Contains(source, []byte(call)) {
				t.Errorf("%s uses %s: write through writeFiles", name, call)
			}
		}
	}
}
