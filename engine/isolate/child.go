package isolate

import (
	"bufio"
	"context"
	"encoding/binary"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// argument is the only one of a child. It alone makes none: see Child.
const argument = "isolated-policy-evaluation"

// The statuses of a child, beside 2 of a Go program that crashes.
const (
	statusAnswered = 0
	statusRequest  = 64 // the request could not be read
	statusLimits   = 65 // the limits could not be set
	statusMemory   = 66
	statusTime     = 67
	statusOrphan   = 68
)

// Child tells whether this process was started by a Runner; it has then done
// its work, and main ends with the status. A person who types the argument
// gets no child: that has pipes for streams and an empty environment.
func Child() (status int, child bool) {
	if len(os.Args) != 2 || os.Args[1] != argument || !piped(os.Stdin) || !piped(os.Stdout) {
		return 0, false
	}
	if runtime.GOOS != "windows" && len(os.Environ()) > 0 { // Windows adds its own
		return 0, false
	}
	return serve(os.Stdin, os.Stdout), true
}

func piped(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeNamedPipe != 0
}

func serve(stdin io.Reader, stdout io.Writer) int {
	var h head
	in := bufio.NewReader(stdin)
	if err := binary.Read(in, binary.BigEndian, &h); err != nil || h.Request < 0 || h.Request > maxRequest {
		return statusRequest
	}
	time.AfterFunc(time.Duration(h.Time)*time.Millisecond, func() { os.Exit(statusTime) })
	if err := limitProcess(h.Memory); err != nil {
		return statusLimits
	}
	debug.SetMemoryLimit(h.Memory / 4 * 3)
	go watchMemory(h.Memory)
	request := make([]byte, h.Request)
	if _, err := io.ReadFull(in, request); err != nil {
		return statusRequest
	}
	go watchParent(in)
	answer, err := policy.Answer(context.Background(), request)
	if err != nil {
		return statusRequest
	}
	if err := writeAnswer(stdout, answer); err != nil {
		return statusOrphan
	}
	return statusAnswered
}

// watchParent ends the child when its parent is gone and with it the other end
// of standard input.
func watchParent(in io.Reader) {
	_, _ = io.Copy(io.Discard, in) // however it ends, there is nobody left
	os.Exit(statusOrphan)
}

// watchMemory ends the child when it holds more than it may.
func watchMemory(most int64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(10 * time.Millisecond) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > uint64(most) { //nolint:gosec // the limit is positive
			os.Exit(statusMemory)
		}
	}
}
