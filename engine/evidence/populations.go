package evidence

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Populations counts components by population. All are those that the document
// delivers: not its subject, nor what has another place (see PlaceCounts).
type Populations struct {
	All int `json:"all"`
	// Software leaves out files, data, devices, machine-learning models and
	// cryptographic assets.
	Software int `json:"software"`
	// Delivered leaves out of all what has the scope excluded.
	Delivered int `json:"delivered"`
	// ThirdParty is delivered software that no statement ties to the maker of
	// the subject. A component is first party where its supplier or producer is
	// the subject's supplier or manufacturer, or its group the subject's group,
	// compared without case and outer white space. Silence ties nothing: where
	// either side states none of these, the component is third party.
	ThirdParty int `json:"third_party"`
	// Direct is what the subject depends on directly.
	Direct int `json:"direct"`
	// Executable is of a type that runs (application, firmware, device-driver,
	// container, operating-system, platform), or has the property
	// bsi:component:executable with the value executable.
	Executable int `json:"executable"`

	Excluded []Row `json:"excluded" table:"components"` // of all, with the scope excluded
	// FirstParty is the delivered software that is tied to the subject's maker.
	FirstParty []Row `json:"first_party" table:"components"`
}

// PlaceCounts counts component rows by the place of the document that they are
// in, and delivered ones by scope.
type PlaceCounts struct {
	Top         int `json:"top"`
	Nested      int `json:"nested"`
	Subject     int `json:"subject"` // nested in the subject
	Tools       int `json:"tools"`
	Pedigree    int `json:"pedigree"`
	Formulation int `json:"formulation"`
	// Declarations are the targets of declarations, Vulnerabilities the tools
	// that found them, Annotations the tools that wrote them.
	Declarations    int `json:"declarations"`
	Vulnerabilities int `json:"vulnerabilities"`
	Annotations     int `json:"annotations"`

	Required int `json:"required"` // also where none is stated, as CycloneDX says
	Optional int `json:"optional"`
	Excluded int `json:"excluded"`
}

// population is one of the populations that facts speak of; a set of them is
// a bit each.
type population uint8

const (
	allPopulation population = iota
	softwarePopulation
	deliveredPopulation
	thirdPartyPopulation
	directPopulation
	executablePopulation

	populations
)

// membership is the set of populations that a component is in.
type membership uint8

func (m membership) has(p population) bool { return m&(1<<p) != 0 }

// softwareTypes says of each component type of CycloneDX whether it is
// software. A type that is missing or not of CycloneDX counts as software, so
// that a misspelt type takes no component out of the population.
var softwareTypes = map[string]bool{
	"application": true, "framework": true, "library": true, "container": true,
	"platform": true, "operating-system": true, "device-driver": true, "firmware": true,
	"file": false, "data": false, "device": false,
	"machine-learning-model": false, "cryptographic-asset": false,
}

func isSoftware(c *Component) bool {
	software, known := softwareTypes[c.Type]
	return software || !known
}

// types counts the delivered components by type.
func (t *bomTables) types() []TypeCount {
	counts := map[string]int{}
	for i := range t.rows {
		if !delivered(&t.rows[i]) {
			continue
		}
		kind := t.rows[i].Type
		if _, known := softwareTypes[kind]; !known {
			kind = "other"
		}
		counts[kind]++
	}
	list := []TypeCount{}
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, TypeCount{Type: kind, Components: counts[kind]})
	}
	return list
}

// runs says of a component type whether things of it are executed.
func runs(kind string) bool {
	switch kind {
	case "application", "firmware", "device-driver", "container", "operating-system", "platform":
		return true
	}
	return false
}

// maker is by what a component is tied to the subject's maker; "" ties nothing.
type maker struct{ manufacturer, supplier, group string }

// is reports whether a name is a maker's own. The first letter tells most apart
// without a text in lower case, which was nine tenths of it (BenchmarkFacts/made).
func is(name, own string) bool {
	if own == "" || name == "" || ' ' < name[0] && name[0] < utf8.RuneSelf && lower(name[0]) != own[0] {
		return false
	}
	return makerName(name) == own
}

// makerName is a name as makers are compared: without case and outer white space.
func makerName(text string) string { return strings.ToLower(strings.TrimSpace(text)) }

func makerOf(s *Subject) maker {
	return maker{makerName(value(s.Manufacturer)), makerName(value(s.Supplier)), makerName(value(s.Group))}
}

// made reports whether what a component states ties it to the maker.
func (m maker) made(c *Component) bool {
	return is(c.Producer, m.manufacturer) || is(c.Producer, m.supplier) ||
		is(c.Supplier, m.manufacturer) || is(c.Supplier, m.supplier) || is(c.Group, m.group)
}

// member counts a row into the populations and returns those that it is in.
// near is its distance from the subject, -1 where no path leads.
func (p *Populations) member(row Row, c *Component, d *detail, m maker, near int) membership {
	set := membership(1 << allPopulation)
	p.All++
	software := isSoftware(c)
	if software {
		set |= 1 << softwarePopulation
		p.Software++
	}
	if c.Scope == "excluded" {
		p.Excluded = append(p.Excluded, row)
	} else {
		set |= 1 << deliveredPopulation
		p.Delivered++
		switch {
		case !software:
		case m.made(c):
			p.FirstParty = append(p.FirstParty, row)
		default:
			set |= 1 << thirdPartyPopulation
			p.ThirdParty++
		}
	}
	if near == 1 {
		set |= 1 << directPopulation
		p.Direct++
	}
	if runs(c.Type) || d.runs {
		set |= 1 << executablePopulation
		p.Executable++
	}
	return set
}

// count counts a row by its place in the document, and by scope if delivered.
func (p *PlaceCounts) count(c *Component) {
	switch c.From {
	case "components":
		p.Top++
	case "nested":
		p.Nested++
	case "metadata":
		p.Subject++
	case "tools":
		p.Tools++
	case "pedigree":
		p.Pedigree++
	case "formulation":
		p.Formulation++
	case "declarations":
		p.Declarations++
	case "vulnerabilities":
		p.Vulnerabilities++
	case "annotations":
		p.Annotations++
	}
	if !delivered(c) {
		return
	}
	switch c.Scope {
	case "optional":
		p.Optional++
	case "excluded":
		p.Excluded++
	default:
		p.Required++
	}
}

// Delivered reports whether a component is part of what is delivered, and not
// of how the document or the product was made, nor left out by its scope.
func (c *Component) Delivered() bool { return delivered(c) && c.Scope != "excluded" }

// Shipped reports whether a component is delivered software: what lists of
// vulnerabilities and release cycles speak of.
func (c *Component) Shipped() bool { return c.Delivered() && isSoftware(c) }
