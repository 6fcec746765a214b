package engine

import (
	"cmp"
	"slices"

	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
)

// Requirements describes every loaded requirement, by id, with the profiles
// that select it. The error is a profile's that names what is not there; with
// WithoutLibrary the built-in profiles do, and are then left out.
func (e *Engine) Requirements() ([]report.Requirement, error) {
	catalogue := e.library.Catalogue()
	uses, err := e.uses()
	if err != nil {
		return nil, err
	}
	list := make([]report.Requirement, 0, len(catalogue.IDs()))
	for _, id := range catalogue.IDs() {
		r := catalogue.Requirement(id)
		list = append(list, report.Requirement{
			ID: id, Title: r.Title, Description: r.Description, Section: r.Section,
			Severity: r.Severity, Evidence: report.Needed(r.Evidence), Over: r.Over, Sources: r.Sources,
			EffectiveFrom: r.EffectiveFrom.Text, EffectiveTo: r.EffectiveTo.Text,
			Parameters: settings(r), Messages: wordings(r, e.library.Says(id)), Remedy: r.Remedy, Question: r.Question,
			Tags: r.Tags, Equivalents: equivalents(r), ComposedOf: r.ComposedOf, Members: memberRows(r),
			Profiles: slices.Concat([]report.Use{}, uses[id]),
		})
	}
	return list, nil
}

// uses lists for each requirement the profiles that select it.
func (e *Engine) uses() (map[string][]report.Use, error) {
	uses := map[string][]report.Use{}
	for _, id := range e.Profiles() {
		p, err := e.Profile(id)
		if err != nil {
			return nil, err
		}
		chain, err := e.chain(p)
		if err != nil {
			return nil, err
		}
		choice, err := e.library.Catalogue().Select(chain, nil)
		if err != nil && e.builtIn[id] {
			continue // its requirements were left out
		}
		if err != nil {
			return nil, err
		}
		for _, finding := range sortedKeys(choice.Selection.Requirements) {
			s := choice.Selection.Requirements[finding]
			if !s.PartOnly {
				uses[s.Requirement] = append(uses[s.Requirement], report.Use{
					Profile: id, Member: s.Member, Severity: s.Severity, Level: s.Level,
					Values: e.inForce(choice, s.Area, s.Name),
				})
			}
		}
	}
	return uses, nil
}

func settings(r policy.Requirement) []report.Setting {
	list := []report.Setting{}
	for _, name := range sortedKeys(r.Parameters) {
		p := r.Parameters[name]
		s := report.Setting{Name: name, Type: p.Type, Description: p.Description, HasDefault: p.HasDefault}
		if p.HasDefault {
			s.Default = p.Default
			if day, ok := p.Default.(policy.Day); ok {
				s.Default = day.Text
			}
		}
		s.Min, s.Max = bound(p.Min), bound(p.Max)
		list = append(list, s)
	}
	return list
}

func bound(b policy.Bound) *float64 {
	if !b.Set {
		return nil
	}
	return &b.Value
}

func wordings(r policy.Requirement, says map[string][]string) []report.Wording {
	list := []report.Wording{}
	for _, code := range sortedKeys(r.Messages) {
		rules, members := policy.SaidBy(says[code])
		list = append(list, report.Wording{Code: code, Text: r.Messages[code], Rules: rules, Members: members})
	}
	return list
}

func equivalents(r policy.Requirement) []report.Clause {
	list := []report.Clause{}
	for _, e := range r.Equivalents {
		list = append(list, report.Clause(e))
	}
	return list
}

func memberRows(r policy.Requirement) []report.MemberRow {
	ids := sortedKeys(r.Members)
	slices.SortStableFunc(ids, func(a, b string) int {
		return cmp.Compare(r.Members[a].Position, r.Members[b].Position)
	})
	list := []report.MemberRow{}
	for _, id := range ids {
		m := r.Members[id]
		list = append(list, report.MemberRow{
			ID: id, Title: m.Title, Family: m.Family, FamilyTitle: m.FamilyTitle, Severity: m.Severity,
			Sources: m.Sources, Remedy: m.Remedy, Question: m.Question,
		})
	}
	return list
}

// builtInIDs are the ids of the profiles that come with the library.
func builtInIDs(profiles map[string]profile) map[string]bool {
	ids := map[string]bool{}
	for id := range profiles {
		ids[id] = true
	}
	return ids
}
