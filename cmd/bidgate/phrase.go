package main

import (
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/render"
)

// maxLine is the most columns that a text from outside, or a complaint, takes.
const maxLine = 300

// oneLine makes a text from outside inert, on one line.
func oneLine(s string) string {
	return render.Escape(strings.Join(strings.Fields(s), " "), maxLine)
}

// inert is oneLine for text of any length that may be inert already.
func inert(s string) string { return render.Line(s, len(s)+maxLine) }

// composed makes a line inert of which parts may be inert already.
func composed(s string) string {
	return render.Line(strings.Join(strings.Fields(s), " "), maxLine)
}

func alternatives(words []string) string {
	switch n := len(words); {
	case n < 2:
		return strings.Join(words, "")
	default:
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
}

func suffix(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

func be(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
