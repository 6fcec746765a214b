package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/render"
)

// explainWidth is where the paragraphs of explain are folded.
const explainWidth = 80

// pageText lays a page out for a terminal.
func pageText(w *bytes.Buffer, page authoring.Page) {
	fmt.Fprintf(w, "%s\n%s\n\n", oneLine(page.ID), oneLine(page.Title))
	var facts [][2]string
	for _, f := range page.Facts {
		facts = append(facts, [2]string{f[0], bare(f[1])})
	}
	columns(w, facts)
	for _, s := range page.Sections {
		fmt.Fprintf(w, "\n%s\n", s.Heading)
		for _, text := range s.Text {
			fold(w, "  ", "  ", authoring.Plain(text))
		}
		for _, item := range s.Items {
			fold(w, "  - ", "    ", bare(item))
		}
		tableText(w, s.Table)
		for i, c := range s.Code {
			if i > 0 {
				fmt.Fprintln(w)
			}
			fold(w, "  ", "  ", bare(c.Caption))
			indented(w, c.Text)
		}
	}
}

// tableText writes each row of a table as an item: its first cell, then the
// others.
func tableText(w *bytes.Buffer, rows [][]string) {
	for i, row := range rows {
		if i == 0 {
			continue
		}
		var more []string
		for _, cell := range row[1:] {
			if cell != "" {
				more = append(more, cell)
			}
		}
		fold(w, "  - ", "    ", bare(row[0]+": "+strings.Join(more, "; ")))
	}
}

// bare is a text of a page without its marks. Paragraphs keep the backquotes of
// fields: "name it in standards" would read as a word.
func bare(text string) string { return strings.ReplaceAll(authoring.Plain(text), "`", "") }

// fold writes text in lines of explainWidth: the first begins with first, the
// others with more.
func fold(w *bytes.Buffer, first, more, text string) {
	line, begun := first, false
	for word := range strings.FieldsSeq(text) {
		if begun && render.Columns(line)+1+render.Columns(word) > explainWidth {
			fmt.Fprintln(w, line)
			line, begun = more, false
		}
		if begun {
			line += " "
		}
		line += oneLine(word)
		begun = true
	}
	if begun {
		fmt.Fprintln(w, line)
	}
}
