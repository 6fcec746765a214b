// Command bidgate screens a vendor's evidence bundle against a buyer's profile.
//
// It is flags, streams and exit statuses around the package engine: it opens
// what the operator names, and writes what the engine decides. Standard output
// carries the report alone; all else goes to standard error. It never reads
// policies, profiles or the buyer's records from inside a bundle, and it uses
// no network but for `data import` of an address.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/bidgate/bidgate/engine/isolate"
)

func main() {
	collectLate(lateGarbage)
	if status, child := isolate.Child(); child {
		os.Exit(status)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	p := program{
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		now:    time.Now,
		getenv: os.Getenv,
	}
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		p.terminal = true
		p.columns, _, _ = term.GetSize(fd) // 0 leaves the width to the renderer
	}
	if fd := int(os.Stderr.Fd()); term.IsTerminal(fd) {
		p.watched = os.Getenv("TERM") != "dumb"
		p.errColumns, _, _ = term.GetSize(fd)
	}
	os.Exit(p.runAsProcess(os.Args[1:]))
}

// runAsProcess is run with the signals of a process. A second interrupt ends
// the process at once; a reader of our output that has gone is an error of the
// write, where it would end the process by default.
func (p *program) runAsProcess(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	return p.runInterruptible(ctx, args)
}
