package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

// program is bidgate with the world that it may touch, so that tests can start
// it with buffers and a fixed clock.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	now            func() time.Time
	getenv         func(string) string
	terminal       bool // stdout is one
	columns        int  // of the terminal; 0 is not known
	status         int  // what the command that ran decided
}

// run carries out one command line, without the program's name, and gives the
// exit status. It prints at most one complaint.
func (p *program) run(ctx context.Context, args []string) int {
	err := p.start(ctx, args)
	switch {
	case err == nil:
		return p.status
	case errors.Is(err, context.Canceled):
		err = interrupted()
	}
	for line := range strings.Lines(err.Error()) {
		p.note("bidgate: " + oneLine(line) + "\n")
	}
	return statusCouldNotRun
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
		p.inspectCommand(),
		p.policyCommand(),
		p.explainCommand(),
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
	if _, err := io.WriteString(p.stdout, text); err != nil {
		return notWritten("standard output", err)
	}
	return nil
}
