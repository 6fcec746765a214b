package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
)

// program is bidgate with the world that it may touch, so that tests can start
// it with buffers and a fixed clock.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	now            func() time.Time
	getenv         func(string) string
	transport      http.RoundTripper // nil is that of the standard library
	terminal       bool              // stdout is one
	columns        int               // of the terminal; 0 is not known
	watched        bool              // stderr is a terminal
	errColumns     int               // of it; 0 is not known
	status         int               // what the command that ran decided
	landing        landing
	engine         *engine.Engine // to decide with, in the place of what flags choose; nil but for policy diff
}

// run carries out one command line, without the program's name, and gives the
// exit status. It prints at most one complaint. A panic is one, and no verdict.
func (p *program) run(ctx context.Context, args []string) (status int) {
	defer func() {
		if what := recover(); what != nil {
			p.complain(brokeDown(what))
			status = statusCouldNotRun
		}
	}()
	err := p.start(ctx, args)
	switch {
	case err == nil:
		return p.status
	case errors.Is(err, context.Canceled):
		err = interrupted()
	}
	p.complain(err)
	return statusCouldNotRun
}

// runInterruptible is run for as long as nothing interrupts it, and a little
// longer: what does not heed the context, such as a reader of our output that
// does not read, is left behind, and what was being written is taken back.
func (p *program) runInterruptible(ctx context.Context, args []string) int {
	done := make(chan int, 1)
	go func() { done <- p.run(ctx, args) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
	}
	select {
	case status := <-done:
		return status
	case <-time.After(grace):
	}
	err := interrupted()
	if p.landing.giveUp() {
		err = interruptedWriting()
	}
	p.complain(err)
	return statusCouldNotRun
}

// grace is how long an interrupted command may take to end by itself.
const grace = time.Second

// complain puts an error on standard error, a line for each thing it names.
func (p *program) complain(err error) {
	for line := range strings.Lines(err.Error()) {
		p.note("bidgate: " + composed(line) + "\n")
	}
}

func (p *program) start(ctx context.Context, args []string) error {
	app := &cli.App{
		Name:                      "bidgate",
		Writer:                    p.stdout,
		ErrWriter:                 p.stderr,
		Reader:                    strings.NewReader(""),
		HideHelp:                  true, // help.go
		DisableSliceFlagSeparator: true, // a comma may stand in a path
		Commands:                  p.commands(),
		ExitErrHandler:            func(*cli.Context, error) {}, // run does it
	}
	line, err := arrange(app.Commands, args)
	switch {
	case err != nil:
		return err
	case line.topic != "":
		text, err := topic(line.topic)
		if err != nil {
			return err
		}
		return p.write(text)
	case line.help:
		return p.write(help(app.Commands, line.command, line.path))
	}
	for _, command := range app.Commands {
		refuseUsage(command)
	}
	return app.RunContext(ctx, append([]string{app.Name}, line.args...))
}

// commands is the closed set of commands, in the order of help.
func (p *program) commands() []*cli.Command {
	return []*cli.Command{
		p.screenCommand(),
		p.initCommand(),
		p.checkCommand(),
		p.inspectCommand(),
		p.renderCommand(),
		p.compareCommand(),
		p.exceptionCommand(),
		p.determineCommand(),
		p.diffCommand(),
		p.packCommand(),
		p.signCommand(),
		p.verifyCommand(),
		p.keygenCommand(),
		p.policyCommand(),
		p.explainCommand(),
		p.declarationCommand(),
		p.dataCommand(),
		p.completionCommand(),
		p.versionCommand(),
	}
}

// refuseUsage makes the library hand us what it cannot parse, where it would
// print usage on standard output.
func refuseUsage(command *cli.Command) {
	command.HideHelp = true
	command.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return badFlagValue(err) }
	for _, sub := range command.Subcommands {
		refuseUsage(sub)
	}
}

// note puts text on standard error; there is nowhere left to complain of that.
func (p *program) note(text string) { _, _ = io.WriteString(p.stderr, text) }

// write puts text on standard output; not all of it written is an error.
func (p *program) write(text string) error {
	p.landing.begin()
	_, err := io.WriteString(p.stdout, text)
	if f, ok := p.stdout.(*os.File); ok && err == nil {
		if info, statErr := f.Stat(); statErr == nil && info.Mode().IsRegular() {
			err = f.Sync() // a full disk may be noticed late
		}
	}
	if err != nil {
		return notWritten("standard output", err)
	}
	return nil
}
