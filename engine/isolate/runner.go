package isolate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Runner gives what engine.WithIsolation takes: each request is answered by a
// child of its own, within these limits. An error says in a sentence what
// happened to the child; a context that ends kills it and is the error. When
// Runner's function returns there is no child any more.
func Runner(limits Limits) func(ctx context.Context, request []byte) ([]byte, error) {
	limits = limits.orDefault()
	return func(ctx context.Context, request []byte) ([]byte, error) {
		program, err := os.Executable()
		if err != nil {
			return nil, notStarted(err)
		}
		return run(ctx, limits, exec.Command(program, argument), request) //nolint:gosec // this program itself
	}
}

// grace is how long a child that was killed may take to be gone.
const grace = 5 * time.Second

// run starts the command, asks it, and waits until it is gone.
func run(ctx context.Context, limits Limits, cmd *exec.Cmd, request []byte) ([]byte, error) {
	if len(request) > maxRequest {
		return nil, fmt.Errorf("policies and evidence are larger than the %d bytes that a process of their own is sent; send less", maxRequest)
	}
	cmd.Env = []string{} // not nil, which would be the parent's
	cmd.Dir = string(filepath.Separator)
	cmd.WaitDelay = grace
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, notStarted(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, notStarted(err)
	}
	if err := cmd.Start(); err != nil {
		return nil, notStarted(err)
	}
	bounded, cancel := context.WithTimeout(ctx, limits.Time)
	defer cancel()
	stop := context.AfterFunc(bounded, func() { _ = cmd.Process.Kill() }) // it may be gone already
	defer stop()
	go func() { _ = writeRequest(in, limits, request) }() // a child that does not read has no answer either
	most := limits.Answer + int64(len(answerMark)) + 8
	text, readErr := readAll(out, most)
	if readErr != nil || int64(len(text)) > most {
		_ = cmd.Process.Kill() // it may be gone already
	}
	waitErr := cmd.Wait()
	_ = in.Close() // Wait has done so
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case int64(len(text)) > most:
		return nil, tooMuch(limits)
	case bounded.Err() != nil:
		return nil, tooLong(limits)
	case waitErr != nil:
		return nil, ended(waitErr, limits)
	case readErr != nil:
		return nil, lost(readErr)
	}
	answer, err := parseAnswer(text)
	if err != nil {
		return nil, lost(err)
	}
	return answer, nil
}

// readAll reads to the end or to one byte more than most.
func readAll(r io.Reader, most int64) ([]byte, error) {
	var b bytes.Buffer
	_, err := b.ReadFrom(io.LimitReader(r, most+1))
	return b.Bytes(), err
}

// The sentences of this package: each says that nothing was decided.

func notStarted(err error) error {
	return fmt.Errorf("policies: a process of their own could not be started (%w), so nothing was decided; mend that, or trust the policies and evaluate them without", err)
}

func tooLong(l Limits) error {
	return fmt.Errorf("policies: they ran longer than %s and were stopped, so nothing was decided; mend the policies or allow more time", l.Time)
}

func tooMuch(l Limits) error {
	return fmt.Errorf("policies: they said more than %d bytes and were stopped, so nothing was decided; mend the policies", l.Answer)
}

func lost(err error) error {
	return fmt.Errorf("policies: the process that evaluates them broke down (%w), so nothing was decided; mend the policies", err)
}

func ended(err error, l Limits) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		switch exit.ExitCode() {
		case statusMemory:
			return fmt.Errorf("policies: they took more than %d MiB of memory and were stopped, so nothing was decided; mend the policies", l.Memory>>20)
		case statusTime:
			return tooLong(l)
		}
	}
	return lost(err)
}
