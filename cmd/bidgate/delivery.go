package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// outputs is where the results of a screening go.
type outputs struct {
	formats []format
	targets []target
	export  string // folder, or ""
	width   int
	colour  bool // on standard output
	always  bool // colour in files too
	verbose bool
	replyBy string
}

// target is one format and its file; "" is standard output.
type target struct {
	format, file string
}

func (p *program) outputs(c *cli.Context) (outputs, error) {
	if _, err := time.Parse(time.DateOnly, either(c.String("reply-by"), "2000-01-01")); err != nil {
		return outputs{}, badReplyBy(c.String("reply-by"))
	}
	out, err := p.laidOut(c, formatTable(c.String("browser")))
	out.export, out.replyBy = c.String("export"), c.String("reply-by")
	return out, err
}

// laidOut reads the flags that every page has, for formats of one kind.
func (p *program) laidOut(c *cli.Context, known []format) (outputs, error) {
	out := outputs{formats: known, always: c.String("color") == "always", verbose: c.Bool("verbose")}
	var err error
	if out.targets, err = parseTargets(known, c.StringSlice("format")); err != nil {
		return outputs{}, err
	}
	if err := p.shown(out); err != nil {
		return outputs{}, err
	}
	if out.colour, err = p.colour(c.String("color")); err != nil {
		return outputs{}, err
	}
	out.width, err = p.width(c.String("width"))
	return out, err
}

// outputFlags choose the formats and how they are laid out.
func outputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "`FORMAT[=FILE]`: text, json, html, letter, … as `bidgate help render` lists (repeatable; text)"},
		&cli.StringFlag{Name: "width", Usage: "write for so many `COLUMNS`"},
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "show also what the text would sum up"},
		&cli.StringFlag{Name: "color", Value: "auto", Usage: "`WHEN` to colour: auto, always or never"},
		&cli.StringFlag{Name: "reply-by", Usage: "`DATE` by which a letter asks for an answer, YYYY-MM-DD"},
		&cli.StringFlag{Name: "browser", Usage: "`PROGRAM` that prints pdf: a Chromium (one on the path)"},
		&cli.StringFlag{Name: "fail-on", Usage: "verdicts with their own exit status: `LIST`, all or none (all)"},
	}
}

// parseTargets reads the values of --format; without any it is text on
// standard output.
func parseTargets(known []format, values []string) ([]target, error) {
	if len(values) == 0 {
		values = []string{"text"}
	}
	var targets []target
	seen := map[string]bool{}
	for _, value := range values {
		format, file, named := strings.Cut(value, "=")
		if _, there := formatNamed(known, format); !there {
			return nil, unknownFormat(format, formatNames(known))
		}
		if named && file == "" {
			return nil, noFormatFile(value)
		}
		if isStandardOutput(file) {
			file = ""
		}
		if seen[file] && file == "" {
			return nil, twoFormatsToStdout()
		}
		if seen[file] {
			return nil, twoFormatsToFile(file)
		}
		seen[file] = true
		targets = append(targets, target{format: format, file: file})
	}
	return targets, nil
}

// shown refuses to send what is no text to a terminal, before anything is
// decided.
func (p *program) shown(out outputs) error {
	for _, t := range out.targets {
		if f, _ := formatNamed(out.formats, t.format); f.Binary && t.file == "" && p.terminal {
			return notForTerminal(f.Name)
		}
	}
	return nil
}

// titled is a report with the name of what it is of.
type titled struct {
	name   string
	report *report.Report
}

// deliver renders everything before it writes anything, the files given too;
// standard output comes last, when all files are complete.
func (p *program) deliver(ctx context.Context, out outputs, reports []titled, files []outFile) error {
	stdout := ""
	for _, target := range out.targets {
		text, err := out.render(ctx, target, reports)
		switch {
		case err != nil:
			return err
		case target.file == "":
			stdout = text
		default:
			files = append(files, outFile{target.file, []byte(text)})
		}
	}
	if out.export != "" {
		if err := os.MkdirAll(out.export, 0o750); err != nil {
			return notWritten(out.export, err)
		}
	}
	if err := p.writeFiles(files...); err != nil {
		return err
	}
	if out.export != "" {
		p.note(replayable(oneLine(out.export), reports[0].report.Provenance.Replay))
	}
	return p.write(stdout)
}

// render gives the reports in one format, one after the other. Only a text has
// headings: the other formats stay what their readers know.
func (o outputs) render(ctx context.Context, t target, reports []titled) (string, error) {
	options := render.Options{Width: o.width, Colour: o.always || o.colour && t.file == "", Verbose: o.verbose, ReplyBy: o.replyBy}
	var b strings.Builder
	for i, r := range reports {
		if t.format == "text" && len(reports) > 1 {
			b.WriteString(heading(r.name, i))
		}
		if f, _ := formatNamed(o.formats, t.format); f.write != nil {
			if err := f.write(ctx, &b, r.report, options); err != nil {
				return "", err
			}
		}
	}
	return b.String(), nil
}

// single refuses a format that holds one report where there are several.
func (o outputs) single(reports int) error {
	for _, t := range o.targets {
		if f, _ := formatNamed(o.formats, t.format); !f.Many && reports > 1 {
			return oneReport(f.Name, reports)
		}
	}
	return nil
}

// exported are the pair that stock opa replays, and the decision to compare.
func exported(e *engine.Engine, dir string, result *engine.Result) ([]outFile, error) {
	if dir == "" {
		return nil, nil
	}
	var policy bytes.Buffer
	if err := e.WritePolicyBundle(&policy); err != nil {
		return nil, err
	}
	return []outFile{
		{filepath.Join(dir, "policy.tar.gz"), policy.Bytes()},
		{filepath.Join(dir, "input.json"), result.Input},
		{filepath.Join(dir, "decision.json"), result.Decision},
	}, nil
}
