package main

import (
	"strconv"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/render"
)

// The choices of --color.
var colourChoices = []string{"auto", "always", "never"}

// The bounds of --width: narrower cannot hold a table, wider is a mistake.
const (
	minWidth = 40
	maxWidth = 500
)

// colour says whether to colour what goes to standard output.
func (p *program) colour(choice string) (bool, error) {
	switch choice {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return p.terminal && p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb", nil
	}
	return false, badChoice("--color", choice, colourChoices)
}

// width reads --width: the number of columns to write for. Without it the
// terminal's counts; 0 leaves it to the renderer.
func (p *program) width(asked string) (int, error) {
	if asked == "" {
		return p.columns, nil
	}
	columns, err := strconv.Atoi(asked)
	if err != nil || columns < minWidth || columns > maxWidth {
		return 0, badWidth(asked)
	}
	return columns, nil
}

// sheetOptions are the width and the colours of a command's own text.
func (p *program) sheetOptions(c *cli.Context) (o render.Options, err error) {
	if o.Colour, err = p.colour(either(c.String("color"), "auto")); err != nil {
		return o, err
	}
	o.Width, err = p.width(c.String("width"))
	return o, err
}
