package main

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// percent is how much garbage the collector lets stand beside what is used.
func percent() int {
	now := debug.SetGCPercent(-1)
	debug.SetGCPercent(now)
	return now
}

// becomes waits for what a collection sets off.
func becomes(want int) bool {
	for range 2_000 {
		if percent() == want {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

func TestRoomLeavesTheFirstCollectionLate(t *testing.T) {
	t.Setenv("GOGC", "")
	defer debug.SetGCPercent(percent())
	waits.Store(0)
	hasRoom.Store(false)
	collectLate(lateGarbage)
	makeRoom(leastRoom - 1)
	if got := waits.Load(); got != 1 {
		t.Errorf("a small bundle had the collector wait %d times, want 1", got)
	}
	makeRoom(2 * leastRoom)
	time.Sleep(20 * time.Millisecond) // for what the collections of the room set off
	if got, want := percent(), percentFor(6*leastRoom); got != want {
		t.Errorf("after room was made the collector waits for %d percent of garbage, want %d", got, want)
	}
	makeRoom(4 * leastRoom)
	if got, want := percent(), percentFor(6*leastRoom); got != want {
		t.Errorf("room was made twice: the collector waits for %d percent of garbage, want %d", got, want)
	}
	runtime.GC()
	if !becomes(100) {
		t.Errorf("after the first collection the collector waits for %d percent of garbage, want 100", percent())
	}
}

func TestFolderSize(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{"a": 3, "sub/b": 4} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := folderSize(os.DirFS(dir)); got != 7 {
		t.Errorf("a folder of 3 and 4 bytes has %d", got)
	}
}
