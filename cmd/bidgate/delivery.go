package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/render"
)

// outputs is where the results of a screening go.
type outputs struct {
	targets []target
	export  string // folder, or ""
	width   int
	colour  bool // on standard output
	always  bool // colour in files too
	verbose bool
}

// target is one format and its file; "" is standard output.
type target struct {
	format, file string
}

func (p *program) outputs(c *cli.Context) (outputs, error) {
	out := outputs{export: c.String("export"), always: c.String("color") == "always", verbose: c.Bool("verbose")}
	var err error
	if out.targets, err = parseTargets(c.StringSlice("format")); err != nil {
		return outputs{}, err
	}
	if out.colour, err = p.colour(c.String("color")); err != nil {
		return outputs{}, err
	}
	out.width, err = p.width(c.String("width"))
	return out, err
}

// parseTargets reads the values of --format; without any it is text on
// standard output.
func parseTargets(values []string) ([]target, error) {
	if len(values) == 0 {
		values = []string{"text"}
	}
	var targets []target
	seen := map[string]bool{}
	for _, value := range values {
		format, file, named := strings.Cut(value, "=")
		if !slices.ContainsFunc(render.Formats(), func(f render.Format) bool { return f.Name == format }) {
			return nil, unknownFormat(format, formats())
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

func formats() []string {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func formatNames() string { return alternatives(formats()) }

// deliver renders everything before it writes anything; standard output comes
// last, when all files are complete.
func (p *program) deliver(e *engine.Engine, out outputs, bids []bid, results []*engine.Result) error {
	files, err := exported(e, out.export, results[0])
	if err != nil {
		return err
	}
	stdout := ""
	for _, target := range out.targets {
		text, err := out.render(target, bids, results)
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
		p.note(replayable(oneLine(out.export), results[0].Report.Provenance.Replay))
	}
	return p.write(stdout)
}

// render gives the reports in one format, one after the other. Only a text has
// headings: the other formats stay what their readers know.
func (o outputs) render(t target, bids []bid, results []*engine.Result) (string, error) {
	options := render.Options{Width: o.width, Colour: o.always || o.colour && t.file == "", Verbose: o.verbose}
	var b strings.Builder
	for i, result := range results {
		if t.format == "text" && len(results) > 1 {
			b.WriteString(heading(bids[i].path, i))
		}
		if err := render.Render(&b, result.Report, t.format, options); err != nil {
			return "", err
		}
	}
	return b.String(), nil
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
