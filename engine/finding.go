package engine

import (
	"fmt"
	"slices"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// finding turns one finding of the decision into the report's.
func (c *screening) finding(f *finding) (report.Finding, error) {
	requirement := c.engine.library.Catalogue().Requirement(f.Requirement)
	out := report.Finding{
		ID: f.ID, Requirement: f.Requirement, Member: f.Member,
		Title: requirement.Title, Section: requirement.Section,
		Status: f.Status, Outcome: f.Outcome, Severity: f.Severity,
		Advisory: f.Advisory, PartOnly: f.PartOnly, Level: f.Level, LevelNeeded: f.LevelNeeded,
		NotSupplied: f.NotSupplied, ComposedOf: f.ComposedOf, Errors: []string{},
		Sources: requirement.Sources, Remedy: requirement.Remedy, Question: requirement.Question,
		Tags: requirement.Tags,
	}
	if member, ok := requirement.Members[f.Member]; ok {
		out.Title, out.Family, out.FamilyTitle = member.Title, member.Family, member.FamilyTitle
		out.Sources, out.Section = member.Sources, member.Section
		out.Remedy, out.Question = member.Remedy, member.Question
	}
	for _, code := range f.Errors {
		text := errorMessages[code]
		if code == "evaluation" {
			text += c.results.Error(f.Requirement)
		}
		out.Errors = append(out.Errors, text)
	}
	left := report.MaxPlaces
	for _, part := range []struct {
		from []statement
		to   *[]report.Statement
		text map[string]string
	}{
		{f.Violations, &out.Violations, requirement.Messages},
		{f.Basis, &out.Basis, requirement.Messages},
		{f.Reviews, &out.Reviews, requirement.Messages},
		{f.Notes, &out.Reviews, noteMessages},
		{f.NotApplicable, &out.NotApplicable, requirement.Messages},
	} {
		statements, err := c.statements(part.from, part.text, &left)
		if err != nil {
			return out, err
		}
		*part.to = slices.Concat([]report.Statement{}, *part.to, statements)
	}
	if len(f.Exception.Exceptions) > 0 {
		out.Exception = &f.Exception
	}
	if f.Determination.Determination >= 0 && f.Determination.Outcome != "" {
		out.Determination = &f.Determination
	}
	return out, nil
}

// statements are a finding's with their places, of which left may still be listed.
func (c *screening) statements(from []statement, messages map[string]string, left *int) ([]report.Statement, error) {
	var list []report.Statement
	for _, s := range from {
		places, total, err := c.places(s.At, *left)
		if err != nil {
			return nil, err
		}
		*left -= len(places)
		template := messages[s.Code]
		if s.Args["state"] == "unsupported" {
			template = noPlace.Replace(template)
		}
		inWords(s.Args)
		out := report.Statement{Code: s.Code, Message: message(template, s.Args), Public: public(template, s.Args), Level: s.Level, Places: places}
		if total > len(places) {
			out.PlacesTotal = total
		}
		list = append(list, out)
	}
	return list, nil
}

// inWords says levels and states as people do.
func inWords(args map[string]any) {
	for key, words := range map[string]map[string]string{"level": levelWords, "needed": levelWords, "state": stateWords} {
		if word, ok := args[key].(string); ok && words[word] != "" {
			args[key] = words[word]
		}
	}
}

func (c *screening) places(at []any, most int) ([]report.Place, int, error) {
	found, total, err := c.locate(at, most)
	if err != nil {
		return nil, 0, err
	}
	places := make([]report.Place, 0, len(found))
	for _, p := range found {
		places = append(places, c.place(p))
	}
	return places, total, nil
}

// locate gives the places in the evidence of a path into the input. A match
// with the buyer's data is where the evidence that matched stands.
func (c *screening) locate(at []any, most int) ([]evidence.Place, int, error) {
	paths, total, matched, err := c.evidencePaths(at, most)
	if err != nil || !matched {
		if err == nil {
			return c.dossier.Locate(at, most)
		}
		return nil, 0, err
	}
	if most == 0 {
		return nil, total, nil
	}
	places := []evidence.Place{}
	for _, path := range paths {
		found, _, err := c.dossier.Locate(path, most-len(places))
		if err != nil {
			return nil, 0, err
		}
		places = append(places, found...)
	}
	return places, max(total, len(places)), nil
}

// countPlaces counts what a statement points at, and looks nothing up. A path
// that leads nowhere, or that the walk breaks down on, is an error of the
// requirement that gave it.
func (c *screening) countPlaces(at []any) (total int, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			total, err = 0, fmt.Errorf("the way to it broke down: %v", fault)
		}
	}()
	_, total, err = c.locate(at, 0)
	return total, err
}

func (c *screening) place(p evidence.Place) report.Place {
	place := report.Place{Pointer: p.Pointer, Line: p.Line, Column: p.Column, Name: p.Name}
	if p.Document >= 0 {
		place.Document = c.dossier.Bundle.Documents[p.Document].Path
	}
	return place
}
