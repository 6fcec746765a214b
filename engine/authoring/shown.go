package authoring

import (
	"fmt"
	"slices"
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
// has none of its own, and those of its first member serve the whole.
func ShownOf(examples []Example, requirement, member string) []Shown {
	list := []Shown{}
	for _, good := range []bool{true, false} {
		var own []Example
		for _, e := range examples {
			if e.Requirement == requirement && e.Good == good {
				own = append(own, e)
			}
		}
		for _, of := range []func(Example) bool{
			func(e Example) bool { return e.Member == member },
			func(e Example) bool { return e.Member == AnyMember },
			func(e Example) bool { return e.Member == "" },
			func(e Example) bool { return member == "" },
		} {
			if i := slices.IndexFunc(own, of); i >= 0 {
				list = append(list, own[i].of(member).shown()...)
				break
			}
		}
	}
	return list
}

func (e Example) shown() []Shown {
	var list []Shown
	for _, f := range e.Files {
		lines := strings.Split(strings.TrimRight(f.Text, "\n"), "\n")
		s := Shown{Good: e.Good, File: f.Path, Text: f.Text, Note: f.Note}
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
