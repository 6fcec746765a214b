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
		if seen[file] && !named {
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
	rendered := make([]string, len(out.targets))
	for i, target := range out.targets {
		var err error
		if rendered[i], err = out.render(target, bids, results); err != nil {
			return err
		}
	}
	if err := p.export(e, out.export, results[0]); err != nil {
		return err
	}
	stdout := ""
	for i, target := range out.targets {
		if target.file == "" {
			stdout = rendered[i]
			continue
		}
		if err := writeFile(target.file, []byte(rendered[i])); err != nil {
			return err
		}
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

// export writes the pair that stock opa replays, and the decision to compare.
func (p *program) export(e *engine.Engine, dir string, result *engine.Result) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return notWritten(dir, err)
	}
	var policy bytes.Buffer
	if err := e.WritePolicyBundle(&policy); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		data []byte
	}{
		{"policy.tar.gz", policy.Bytes()},
		{"input.json", result.Input},
		{"decision.json", result.Decision},
	} {
		if err := writeFile(filepath.Join(dir, file.name), file.data); err != nil {
			return err
		}
	}
	p.note(exported(oneLine(dir), result.Report.Provenance.Replay))
	return nil
}
