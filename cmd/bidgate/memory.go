package main

import (
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// softMemory is where garbage is collected at the latest. It bounds nothing: it
// keeps what was read, which the limits bound, from standing beside as much
// garbage: an SBOM of 100,000 components takes 400 MiB. With a limit of 336 it
// takes 355, and a tenth more of the processor's time; with one of 448 it takes
// 440, and no less time. GOMEMLIMIT wins over it.
const softMemory = 384 << 20

// lateGarbage has the first collection wait for a heap of 28 MiB, where it would
// come at 4; from then on garbage is collected as usual. A screening of 300
// components then ends without one, where it had one or two: a sixth of the
// processor's time with baseline, for 5 MiB of the peak (BenchmarkCold).
const lateGarbage = 28 << 20

// collectLate puts the first collection of garbage off until the heap has so
// many bytes, unless GOGC says when.
func collectLate(heap int64) {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(percentFor(heap))
	this := waits.Add(1)
	first := new([16]byte)
	runtime.AddCleanup(first, func(int) {
		if waits.Load() == this {
			debug.SetGCPercent(100)
		}
	}, 0)
}

// percentFor is the GOGC of which a program's first collection comes at a heap of
// so many bytes: with 100 it comes at 4 MiB.
func percentFor(heap int64) int { return int(heap * 100 / (4 << 20)) }

// waits counts how often collectLate began to wait; only the last one counts.
var waits atomic.Int32

// What a document takes is some three times its size. From leastRoom on there is
// more to win than the collection costs. The first one comes at lastHeap at the latest.
const (
	leastRoom = 8 << 20
	mostRoom  = 2 * softMemory
	lastHeap  = softMemory / 8 * 7
)

// hasRoom says that room was made: what is made again would have to be cleared, and
// who reads many documents has it from the first.
var hasRoom atomic.Bool

// makeRoom has the memory that a bundle of so many bytes will take come in
// large pages, where the system gives them to who asks. A large SBOM touches a
// hundred thousand pages of 4 KiB, each of which stops the program: with large
// pages a screening of 100,000 components takes a quarter less of the processor's
// time, for the same peak (BenchmarkCold/components=100000). Nothing is written
// to the room that is asked for, so that it is no memory until it is used. A
// collection that comes before all is read finds little but what is used: without
// it one of 10,000 components takes a twentieth less, and 3 MiB.
func makeRoom(size int64) {
	if size < leastRoom || hasRoom.Swap(true) {
		return
	}
	waits.Add(1)
	inLargePages(make([]byte, min(size/2*7, mostRoom)))
	runtime.GC() // gives the room to whoever allocates next
	collectLate(max(min(size*3, lastHeap), lateGarbage))
}

// folderSize is the size of the files in a folder, as far as they tell.
func folderSize(folder fs.FS) (size int64) {
	_ = fs.WalkDir(folder, ".", func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			if info, err := entry.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	return size
}
