package authoring

import (
	"fmt"
	"strings"
)

// Shown is a piece of evidence that an explanation shows.
type Shown struct {
	Good bool   `json:"good"`
	File string `json:"file"`
	Note string `json:"note"` // what to look at; may be ""
	Text string `json:"text"`
}

// maxShown bounds the lines of a file that are shown.
const maxShown = 40

// ShownOf are the examples of one requirement, or of one member of it, as an
// explanation shows them. Those of the whole requirement serve a member that
// has none of its own.
func ShownOf(examples []Example, requirement, member string) []Shown {
	list := []Shown{}
	for _, good := range []bool{true, false} {
		of := ""
		for _, e := range examples {
			if e.Requirement == requirement && e.Good == good && e.Member == member {
				of = member
			}
		}
		for _, e := range examples {
			if e.Requirement == requirement && e.Good == good && e.Member == of {
				list = append(list, e.shown()...)
			}
		}
	}
	return list
}

func (e Example) shown() []Shown {
	var list []Shown
	for _, f := range e.Files {
		lines := strings.Split(strings.TrimRight(f.Text, "\n"), "\n")
		s := Shown{Good: e.Good, File: f.Path, Text: f.Text}
		if len(lines) > maxShown {
			s.Text = strings.Join(lines[:maxShown], "\n") + "\n"
			s.Note = fmt.Sprintf("the first %d of %d lines", maxShown, len(lines))
		}
		list = append(list, s)
	}
	return list
}

// examplesOf are the good or the bad ones as a page shows them.
func examplesOf(shown []Shown, good bool) []Code {
	var list []Code
	for _, s := range shown {
		if s.Good != good {
			continue
		}
		caption := "`" + s.File + "`"
		if s.Note != "" {
			caption += ": " + s.Note
		}
		list = append(list, Code{Caption: caption, Text: s.Text})
	}
	return list
}
