package authoring

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/policies"
)

// Recorded is an example of the built-in library, recorded when whole evidence
// was screened: what was said, and the evidence at the place that it was said of.
type Recorded struct {
	Requirement string `json:"requirement"`
	Member      string `json:"member,omitempty"` // AnyMember stands for all others
	Good        bool   `json:"good"`
	Bundle      string `json:"bundle"`          // the folder in fixtures
	Edit        string `json:"edit,omitempty"`  // what was changed in it
	Buyer       string `json:"buyer,omitempty"` // what the buyer asks or brings, after "the buyer"
	File        string `json:"file,omitempty"`  // the document; "" is the bundle
	Line        int    `json:"line,omitempty"`
	Code        string `json:"code"`
	Says        string `json:"says"`
	Text        string `json:"text,omitempty"`
}

// AnyMember is the member of an example that differs from those of the other
// members in their id alone; MemberPlace is where that stands in its text.
const (
	AnyMember   = "*"
	MemberPlace = "{member}"
)

// RecordedExamples are those of the built-in library.
func RecordedExamples() ([]Recorded, error) {
	var list []Recorded
	if err := json.Unmarshal(policies.Examples, &list); err != nil {
		return nil, fmt.Errorf("examples of the library: %w", err)
	}
	return list, nil
}

// example is the record as one that lies beside its requirement.
func (r Recorded) example() Example {
	f := ExampleFile{Path: r.File, Text: r.Text, Note: r.note()}
	if f.Path == "" {
		f.Path = "the bundle"
	}
	return Example{Requirement: r.Requirement, Member: r.Member, Good: r.Good, Files: []ExampleFile{f}}
}

// note tells what was said of the example, and where it is from.
func (r Recorded) note() string {
	where := "fixture " + r.Bundle
	if r.Line > 0 {
		where = fmt.Sprintf("line %d in the %s", r.Line, where)
	}
	if r.Edit != "" {
		where += ", changed: " + r.Edit
	}
	if r.Buyer != "" {
		where += "; the buyer " + r.Buyer
	}
	return r.Says + " (" + strings.ToUpper(where[:1]) + where[1:] + ".)"
}

// of is the example with the id of a member in its place.
func (e Example) of(member string) Example {
	if e.Member != AnyMember {
		return e
	}
	if member == "" {
		member = "ID-OF-THE-ROW"
	}
	files := make([]ExampleFile, len(e.Files))
	for i, f := range e.Files {
		f.Text = strings.ReplaceAll(f.Text, MemberPlace, member)
		files[i] = f
	}
	e.Files = files
	return e
}
