package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/authoring"
)

// inThisProcess stands in the help of each command for authors.
const inThisProcess = `
The policies are read and compiled in this process, with no bound on time or
memory: use it on policies that you wrote or trust. Commands with --isolate keep
added policies in a process of their own.
`

const policyLintHelp = `
Holds the policies and tests in a folder to their format, to the contract of
requirements, to the types of the input and to what the engine refuses, beside
the built-in policies. Then it looks for what the engine takes and no author
means: a basis that rests on "not" alone, a "not" over something that may have no
value, a loop over rows where a fact is, parameters that no rule reads, ids that
overlap. Each problem has file, line, column, the check in brackets, and what to
do. A comment in the line above lets one place be: # lint: row-loop, <reason>
` + inThisProcess + `
Exit status: 0 nothing to mend, 1 problems, 2 could not run.`

func (p *program) policyLintCommand() *cli.Command {
	return &cli.Command{
		Name:        "lint",
		Usage:       "Find what to mend in policies",
		ArgsUsage:   "DIR",
		Description: policyLintHelp,
		Flags:       []cli.Flag{listFormatFlag(), noBuiltinFlag()},
		Action:      p.policyLint,
	}
}

func (p *program) policyLint(c *cli.Context) error {
	return p.author(c, "policy lint", func(tree fs.FS, options authoring.Options) (any, func(*bytes.Buffer), error) {
		problems, err := authoring.Lint(c.Context, tree, options)
		if len(problems) > 0 {
			p.status = statusProblems
		}
		return problems, func(w *bytes.Buffer) { problemsText(w, problems) }, err
	})
}

func problemsText(w *bytes.Buffer, problems []authoring.Problem) {
	for _, problem := range problems {
		fmt.Fprintln(w, oneLine(problemText(problem)))
	}
	if len(problems) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, mended(len(problems)))
}

// problemText is a problem on one line, with its place as editors read it and
// the check that found it.
func problemText(p authoring.Problem) string {
	place := p.File
	for _, n := range []int{p.Line, p.Column} {
		if n == 0 {
			break
		}
		place += fmt.Sprintf(":%d", n)
	}
	return fmt.Sprintf("%s: %s [%s]", place, p.Text, p.Rule)
}

// author does the work of one command over the folder of policies that is named.
func (p *program) author(c *cli.Context, command string, work func(fs.FS, authoring.Options) (any, func(*bytes.Buffer), error)) error {
	if c.NArg() != 1 {
		return wrongArguments(command, "one folder of policies", c.NArg())
	}
	dir := c.Args().First()
	root, err := openTree(dir, command)
	if err != nil {
		return err
	}
	defer root.Close() //nolint:errcheck // only read
	options := authoring.Options{Name: filepath.ToSlash(filepath.Clean(dir)), WithoutLibrary: c.Bool("no-builtin"), BuiltIn: authoring.IsLibrary(root.FS())}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) { return work(root.FS(), options) })
}
