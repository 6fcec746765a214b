package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/render"
)

const policyTestHelp = `
Runs the rules test_… of the files *_test.rego in a folder of policies. They may
import data.bidgate.lib.testing, which builds inputs. A test that fails is shown
with the expression that was not true, the values in it, and the paths of the
input at which the rules gave up. The folders
example/good and example/bad beside a requirement are bundles: each is screened
by that requirement alone, as of ` + exampleDay + `; good ones must pass, and
bad ones must not.
` + inThisProcess + `
Exit status: 0 all tests pass, 1 a test fails, there is none or they reach too
few lines, 2 could not run.`

func (p *program) policyTestCommand() *cli.Command {
	return &cli.Command{
		Name:        "test",
		Usage:       "Run the tests of policies",
		ArgsUsage:   "DIR",
		Description: policyTestHelp,
		Flags: []cli.Flag{
			listFormatFlag(),
			&cli.StringFlag{Name: "coverage", Value: "0", Usage: "fail if tests reach less than `PERCENT` of the lines (0)"},
			noBuiltinFlag(),
		},
		Action: p.policyTest,
	}
}

func (p *program) policyTest(c *cli.Context) error {
	least, err := strconv.Atoi(c.String("coverage"))
	if err != nil || least < 0 || least > 100 {
		return badCoverage(c.String("coverage"))
	}
	return p.author(c, "policy test", func(tree fs.FS, options authoring.Options) (any, func(*bytes.Buffer), error) {
		report, err := authoring.Test(c.Context, tree, options)
		if err != nil {
			return nil, nil, err
		}
		x := testResult{TestReport: report}
		if x.Examples, err = judgeExamples(c.Context, tree, options); err != nil {
			return nil, nil, err
		}
		if report.Tests == 0 || len(report.Failures) > 0 || report.Percent() < least || x.wrong() > 0 {
			p.status = statusProblems
		}
		return x, func(w *bytes.Buffer) { testsText(w, x, least) }, nil
	})
}

// testResult is what tests and examples showed.
type testResult struct {
	*authoring.TestReport
	Examples []judged `json:"examples"`
}

// wrong counts the examples that are not judged as they are meant.
func (r testResult) wrong() int {
	n := 0
	for _, x := range r.Examples {
		if !x.Right {
			n++
		}
	}
	return n
}

func testsText(w *bytes.Buffer, report testResult, least int) {
	for _, f := range report.Failures {
		fmt.Fprintf(w, "%s:%d: %s %s\n", oneLine(f.File), f.Line, oneLine(f.Test), oneLine(f.Text))
		indented(w, f.Excerpt)
		indented(w, f.Output)
		if len(f.Read) > 0 {
			indented(w, "the rules gave up at "+strings.Join(f.Read, ", "))
		}
		fmt.Fprintln(w)
	}
	for _, x := range report.Examples {
		if !x.Right {
			fmt.Fprintf(w, "%s: %s\n", oneLine(x.Dir), misjudged(x))
			for _, said := range x.Says {
				indented(w, said)
			}
			fmt.Fprintln(w)
		}
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range report.Coverage {
		if !c.Test() {
			_, _ = fmt.Fprintf(t, "%s\t%s\n", oneLine(c.File), reached(c)) // to memory
		}
	}
	_ = t.Flush() // to memory
	fmt.Fprintf(w, "\n%s\n", tested(report, least))
}

// indented writes lines as they are laid out, harmless for a terminal.
func indented(w *bytes.Buffer, text string) {
	const most = 200 // columns
	for line := range strings.Lines(text) {
		line = strings.ReplaceAll(strings.TrimRight(line, "\n"), "\t", "    ")
		fmt.Fprintln(w, strings.TrimRight("    "+render.Escape(line, most), " "))
	}
}

// reached says which lines of a file the tests did not reach.
func reached(c authoring.Coverage) string {
	if len(c.Unreached) == 0 {
		return "every line is reached"
	}
	return fmt.Sprintf("%d of %s reached, not %s", c.Reached, count(c.Reached+len(c.Unreached), "line"), ranges(c.Unreached))
}

// ranges writes numbers in order shortly: 3, 7-9.
func ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		part := strconv.Itoa(numbers[i])
		if last > i {
			part += "-" + strconv.Itoa(numbers[last])
		}
		parts = append(parts, part)
		i = last + 1
	}
	return strings.Join(parts, ", ")
}
