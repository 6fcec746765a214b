package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/convert"
	"github.com/bidgate/bidgate/engine/evidence"
)

const declarationConvertHelp = `
Turns a declaration in the hand-written form into a CycloneDX attestation, or
an attestation into the form; - reads standard input. What is written is read
again: an attestation is valid, and gives the same answers back.`

// maxDeclaration is the size of a file to convert, in bytes: more than any
// reader takes as a declaration.
const maxDeclaration = 32 << 20

// conversions are the values of --to.
var conversions = []string{"cdxa", "form"}

func (p *program) declarationCommand() *cli.Command {
	return &cli.Command{
		Name:  "declaration",
		Usage: "Work with manufacturers' declarations",
		Subcommands: []*cli.Command{{
			Name:        "convert",
			Usage:       "Turn a declaration into a CycloneDX attestation or back",
			ArgsUsage:   "FILE",
			Description: declarationConvertHelp,
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "to", Usage: "`FORM`: " + alternatives(conversions) + " (default: the one that FILE is not)"},
				&cli.StringFlag{Name: "spec", Value: convert.Specs[0], Usage: "`VERSION` of CycloneDX to write: " + alternatives(convert.Specs)},
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`FILE` to write (default: standard output)"},
			},
			Action: p.declarationConvert,
		}},
	}
}

func (p *program) declarationConvert(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("declaration convert", "one file", c.NArg())
	}
	name := c.Args().First()
	data, err := p.readWhole(name)
	if err != nil {
		return err
	}
	out, err := p.converted(name, data, c.String("to"), c.String("spec"))
	switch {
	case err != nil:
		return err
	case c.String("output") != "":
		return p.writeFiles(outFile{c.String("output"), out})
	}
	return p.write(string(out))
}

// converted is the other form of a declaration. What a reader found to be wrong
// with an attestation goes to standard error.
func (p *program) converted(name string, data []byte, to, spec string) ([]byte, error) {
	base := filepath.Base(name)
	if to == "" {
		isForm, err := convert.IsForm(base, data)
		if err != nil {
			return nil, cannotConvert(name, err)
		}
		if to = "form"; isForm {
			to = "cdxa"
		}
	}
	switch to {
	case "cdxa":
		out, err := convert.ToAttestation(base, data, spec)
		if err != nil {
			return nil, cannotConvert(name, err)
		}
		return out, nil
	case "form":
		out, problems, err := convert.ToForm(base, data)
		if err != nil {
			return nil, cannotConvert(name, err)
		}
		for _, problem := range problems {
			p.complain(complaint(problemLine(name, problem)))
		}
		return out, nil
	}
	return nil, unknownConversion(to)
}

// readWhole reads one file, or standard input.
func (p *program) readWhole(name string) ([]byte, error) {
	var in io.Reader = p.stdin
	if name != standardInput {
		f, err := os.Open(name) //nolint:gosec // the operator names it
		if err != nil {
			return nil, cannotRead(name, err, readable)
		}
		defer f.Close() //nolint:errcheck // only read
		in = f
	}
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(in, maxDeclaration+1))
	switch {
	case err != nil:
		return nil, cannotRead(name, err, readable)
	case n > maxDeclaration:
		return nil, tooLargeToConvert(name, maxDeclaration)
	}
	return b.Bytes(), nil
}

func problemLine(name string, p evidence.Problem) string {
	return fmt.Sprintf("%s:%d: %s", name, p.At.Line, p.Message)
}
