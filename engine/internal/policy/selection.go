package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// screeningArea is selected by every profile: it watches over the screening
// itself (unreadable documents, the manifest, exceptions, determinations).
const screeningArea = "screening"

// Choice is a profile resolved against the catalogue.
type Choice struct {
	Selection Selection
	// Parameters in force: area, requirement, parameter. One with default is
	// its plain value; one without is {"set", "value"}.
	Parameters map[string]map[string]map[string]any
	// IDs are the requirements with rules that must be evaluated, in order.
	IDs []string
}

// Select resolves a profile. The chain begins with the chosen profile and goes
// on with the one that it extends; nearer ones win. Parameters are the
// tender's, keyed by requirement id, and win over every profile. An error
// names file, line and key of what does not fit.
func (c *Catalogue) Select(chain []*tender.Profile, parameters map[string]map[string]any) (*Choice, error) {
	s := selector{catalogue: c, chain: chain, given: parameters, used: map[string]bool{}}
	if err := s.use(); err != nil {
		return nil, err
	}
	choice := &Choice{Selection: Selection{
		ID: chain[0].ID, Edition: chain[0].Edition,
		RejectAt: report.Blocking, ClarifyAt: report.Major,
		Requirements: map[string]Selected{},
	}}
	for _, p := range slices.Backward(chain) {
		if p.RejectAt != "" {
			choice.Selection.RejectAt = p.RejectAt
		}
		if p.ClarifyAt != "" {
			choice.Selection.ClarifyAt = p.ClarifyAt
		}
	}
	for id := range s.used {
		choice.Selection.Requirements[id] = s.selected(id, false)
	}
	s.addParts(choice.Selection.Requirements)
	choice.IDs = c.withRules(choice.Selection.Requirements)
	var err error
	choice.Parameters, err = s.parameters(choice.Selection.Requirements)
	return choice, err
}

type selector struct {
	catalogue *Catalogue
	chain     []*tender.Profile
	given     map[string]map[string]any
	used      map[string]bool // finding ids
}

// use applies the lists and the choices of every profile, the most basic first.
func (s *selector) use() error {
	s.mark(screeningArea, true)
	for _, p := range slices.Backward(s.chain) {
		for i, name := range p.Use {
			if !s.mark(name, true) {
				return p.Fault(fmt.Sprintf("use[%d]", i), fmt.Sprintf("%q is no area and no requirement", name), "see what there is with bidgate policy list")
			}
		}
		for _, id := range sortedKeys(p.Requirements) {
			switch use := p.Requirements[id].Use; {
			case !s.known(id):
				return p.Fault("requirements."+id, fmt.Sprintf("there is no requirement %q", id), "see what there is with bidgate policy list")
			case use != nil:
				s.mark(id, *use)
			}
		}
	}
	return nil
}

func (s *selector) known(id string) bool {
	requirement, member := splitID(id)
	if member == "" {
		return s.catalogue.Has(requirement)
	}
	_, ok := s.catalogue.Requirement(requirement).Members[member]
	return ok
}

// mark takes an area, a requirement or a member in or out; false when there is
// no such thing.
func (s *selector) mark(name string, in bool) bool {
	found := false
	for id := range s.catalogue.entries {
		if name != areaOf(id) && name != id && !strings.HasPrefix(name, id+".") {
			continue
		}
		for _, finding := range findingIDs(id, s.catalogue.Requirement(id)) {
			if name != areaOf(id) && name != id && name != finding {
				continue
			}
			found = true
			if in {
				s.used[finding] = true
			} else {
				delete(s.used, finding)
			}
		}
	}
	return found || name == screeningArea
}

// findingIDs lists the findings of a requirement: one for each member, else one.
func findingIDs(id string, r Requirement) []string {
	if len(r.Members) == 0 {
		return []string{id}
	}
	ids := make([]string, 0, len(r.Members))
	for member := range r.Members {
		ids = append(ids, id+"."+member)
	}
	return ids
}

// splitID cuts a finding id into requirement and member.
func splitID(id string) (requirement, member string) {
	area, rest, _ := strings.Cut(id, ".")
	name, member, _ := strings.Cut(rest, ".")
	return area + "." + name, member
}

// selected is what the chain asks of a finding: the nearest profile that names
// the member, else the nearest that names the requirement, else the catalogue.
func (s *selector) selected(id string, partOnly bool) Selected {
	requirement, member := splitID(id)
	r := s.catalogue.Requirement(requirement)
	chosen := Selected{
		Requirement: requirement, Area: r.Area, Name: r.Name, Member: member,
		Severity: r.Severity, Level: report.Asserted, PartOnly: partOnly,
	}
	if m, ok := r.Members[member]; ok && m.Severity != "" {
		chosen.Severity = m.Severity
	}
	for _, key := range []string{requirement, id} {
		for _, p := range slices.Backward(s.chain) {
			choice := p.Requirements[key]
			if choice.Severity != "" {
				chosen.Severity = choice.Severity
			}
			if choice.Level != "" {
				chosen.Level = choice.Level
			}
			if choice.AcceptNotApplicable != nil {
				chosen.AcceptNotApplicable = *choice.AcceptNotApplicable
			}
		}
	}
	return chosen
}

// addParts selects what composed requirements fold, where nothing else does.
func (s *selector) addParts(selected map[string]Selected) {
	for _, id := range sortedKeys(selected) {
		for _, part := range s.catalogue.Requirement(selected[id].Requirement).ComposedOf {
			for _, finding := range findingIDs(part, s.catalogue.Requirement(part)) {
				if _, ok := selected[finding]; !ok {
					selected[finding] = s.selected(finding, true)
				}
			}
		}
	}
}

// withRules lists the selected requirements that have rules.
func (c *Catalogue) withRules(selected map[string]Selected) []string {
	ids := []string{}
	for _, chosen := range selected {
		if len(c.Requirement(chosen.Requirement).ComposedOf) == 0 {
			ids = append(ids, chosen.Requirement)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// parameters gives every parameter of the selected requirements its value.
func (s *selector) parameters(selected map[string]Selected) (map[string]map[string]map[string]any, error) {
	all := map[string]map[string]map[string]any{}
	for _, chosen := range selected {
		r := s.catalogue.Requirement(chosen.Requirement)
		if len(r.Parameters) == 0 {
			continue
		}
		values := map[string]any{}
		for name, p := range r.Parameters {
			values[name] = p.value(nil)
		}
		if all[r.Area] == nil {
			all[r.Area] = map[string]map[string]any{}
		}
		all[r.Area][r.Name] = values
	}
	for _, p := range slices.Backward(s.chain) {
		for _, id := range sortedKeys(p.Requirements) {
			for _, name := range sortedKeys(p.Requirements[id].Parameters) {
				if err := s.set(all, id, name, p.Requirements[id].Parameters[name]); err != nil {
					return nil, p.Fault("requirements."+id+".parameters."+name, err.Error(), "see bidgate explain "+id)
				}
			}
		}
	}
	for _, id := range sortedKeys(s.given) {
		for _, name := range sortedKeys(s.given[id]) {
			if err := s.set(all, id, name, s.given[id][name]); err != nil {
				return nil, fmt.Errorf("parameter %s.%s: %w; see bidgate explain %s", id, name, err, id)
			}
		}
	}
	return all, nil
}

// set gives one parameter a value, checked by its type and bounds. A parameter
// of a requirement that is not selected is checked and has no effect.
func (s *selector) set(all map[string]map[string]map[string]any, id, name string, value any) error {
	if !s.catalogue.Has(id) {
		return fmt.Errorf("there is no requirement %q", id)
	}
	r := s.catalogue.Requirement(id)
	p, ok := r.Parameters[name]
	if !ok {
		return fmt.Errorf("%s has no parameter %q", id, name)
	}
	typed, err := p.accept(value)
	if err != nil {
		return err
	}
	if values, ok := all[r.Area][r.Name]; ok {
		values[name] = p.value(typed)
	}
	return nil
}
