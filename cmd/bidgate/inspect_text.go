package main

import (
	"bytes"
	"fmt"

	"github.com/bidgate/bidgate/engine/evidence"
)

// tricks say how a text misleads, by kind.
var tricks = map[string]string{
	"bidi":         "holds characters that turn the order of letters around",
	"invisible":    "holds characters that cannot be seen",
	"control":      "holds control characters",
	"mixed_script": "mixes letters of scripts that do not go together",
}

// misleadingText tells of texts outside the tables of components that do not
// show what they hold.
func misleadingText(w *bytes.Buffer, d *evidence.Dossier) {
	if len(d.Text.Misleading) > 0 {
		_, _ = fmt.Fprintln(w) // to memory
	}
	for _, text := range d.Text.Misleading {
		place := oneLine(d.Bundle.Documents[text.Document].Path)
		if text.Location != "" {
			place += " " + oneLine(text.Location)
		}
		fmt.Fprintf(w, "note: %s: the text %q %s.\n", place, oneLine(text.Text), tricks[text.Kind])
	}
}
