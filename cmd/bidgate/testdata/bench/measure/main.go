// Command measure runs a program and writes what it took to a file: nanoseconds
// on the clock, nanoseconds of processors, and the peak of its memory in KiB.
//
// A process inherits the peak of the one that starts it until it is another
// program, so that a large process measures itself. This one is small.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: measure FILE PROGRAM [ARGUMENT...]")
		os.Exit(2)
	}
	status, err := measure(os.Args[1], os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(2)
	}
	os.Exit(status)
}

func measure(file, program string, args []string) (int, error) {
	cmd := exec.Command(program, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	begun := time.Now()
	err := cmd.Run()
	wall := time.Since(begun)
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return 0, err
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, errors.New("the system does not tell what a process took")
	}
	processor := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	text := fmt.Sprintf("%d %d %d\n", wall.Nanoseconds(), processor.Nanoseconds(), usage.Maxrss)
	return cmd.ProcessState.ExitCode(), os.WriteFile(file, []byte(text), 0o600)
}
