package evidence

import (
	"slices"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// coverages pairs each measured field with its state in a row.
var coverages = []struct {
	state func(*Component) State
	fact  func(*SBOMFacts) *Coverage
}{
	{func(c *Component) State { return c.States.Name }, func(f *SBOMFacts) *Coverage { return &f.ComponentName }},
	{func(c *Component) State { return c.States.Version }, func(f *SBOMFacts) *Coverage { return &f.ComponentVersion }},
	{func(c *Component) State { return c.States.Identifier }, func(f *SBOMFacts) *Coverage { return &f.ComponentIdentifier }},
	{firmwareIdentifier, func(f *SBOMFacts) *Coverage { return &f.ComponentFirmwareIdentifier }},
	{func(c *Component) State { return c.States.Producer }, func(f *SBOMFacts) *Coverage { return &f.ComponentProducer }},
	{func(c *Component) State { return c.States.Supplier }, func(f *SBOMFacts) *Coverage { return &f.ComponentSupplier }},
	{func(c *Component) State { return c.States.Hash }, func(f *SBOMFacts) *Coverage { return &f.ComponentHash }},
	{func(c *Component) State { return c.States.Licence }, func(f *SBOMFacts) *Coverage { return &f.ComponentLicence }},
}

// facts measures the tables. Populations and coverage are over delivered
// components: the subject itself, tools, pedigree and formulation are not in
// them.
func (t *bomTables) facts(s *SBOM) SBOMFacts {
	facts := SBOMFacts{Services: t.services, Vulnerabilities: t.vulnerabilities}
	facts.Components.Excluded, facts.Components.FirstParty = []Row{}, []Row{}
	for len(t.details) < len(t.rows) {
		t.details = append(t.details, detail{})
	}
	// Texts and comparisons of components with each other are three fifths of the
	// facts of a large SBOM, and need nothing of the rest: what is not begun beside
	// it when the rest is done is shared.
	texts := shared(
		func() { facts.Text = t.textFacts(&s.Subject) },
		func() { facts.Duplicates = t.duplicates() },
		func() { facts.Agreement = t.agreement(&s.Subject) },
		func() { facts.Purposes = t.purposes() },
	)
	known, duplicates := t.owners()
	graph, near := t.graph(known)
	facts.DuplicateRefs, facts.Graph, facts.LostCompositions = duplicates, graph, t.lostCompositions(known)
	facts.Document = t.headFacts(s)
	t.measureFields(&facts, makerOf(&s.Subject), near)
	facts.Types = t.types()
	t.measureHashes(&facts)
	facts.Identifiers, facts.Licences = t.irregular()
	facts.Hidden = t.hiddenFacts(near)
	texts()
	return facts
}

// measureFields fills the populations, the coverage and the tallies.
func (t *bomTables) measureFields(facts *SBOMFacts, m maker, near []int) {
	for _, c := range coverages {
		fact := c.fact(facts)
		fact.All, fact.Software, fact.Direct, fact.Executable = newShare(), newShare(), newShare(), newShare()
	}
	completeness := t.completenessOf()
	var counts [populations][detailFields][stateCodes]int
	for i := range t.rows {
		row, d := &t.rows[i], &t.details[i]
		facts.Places.count(row)
		if !delivered(row) {
			continue
		}
		if ref := t.rowRefs[i]; ref != noRef {
			d.states[completenessDetail] = max(d.states[completenessDetail], completeness[ref])
		}
		distance := -1
		if near != nil {
			distance = near[i]
		}
		set := facts.Components.member(Row(i), row, d, m, distance)
		for _, c := range coverages {
			c.fact(facts).count(c.state(row), Row(i), set)
		}
		for p := range populations {
			if set.has(p) {
				for field, state := range d.states {
					counts[p][field][state]++
				}
				facts.Hashes.Strength.of(p).count(d.own | d.elsewhere)
			}
		}
	}
	for field, tally := range tallies {
		into := tally(&facts.Fields)
		for p := range populations {
			*into.of(p) = countsOf(counts[p][field])
		}
	}
}

// guid is the registry form that UEFI gives to modules.
var guid = pattern.Lazy(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)

// isStrong says of a hash algorithm of CycloneDX that it has at least 256 bits.
func isStrong(algorithm string) bool { return algorithm != "MD5" && algorithm != "SHA-1" }

// firmwareIdentifier is stated where an identifier is, and where a GUID with a
// supplier or a strong hash stands in for one.
func firmwareIdentifier(c *Component) State {
	switch {
	case c.States.Identifier == Stated:
		return Stated
	case c.States.Supplier == Stated && guid().MatchString(c.BOMRef):
		return Stated
	case slices.ContainsFunc(c.Hashes, isStrong):
		return Stated
	}
	return c.States.Identifier
}

func newShare() Share {
	return Share{Unknown: []Row{}, Withheld: []Row{}, Absent: []Row{}, Placeholder: []Row{}, Invalid: []Row{}}
}

// count adds one row in a state. A state that is not of the set counts as absent.
func (s *Share) count(state State, row Row) {
	s.Total++
	switch state {
	case Stated:
		s.Stated++
	case Unsupported:
		s.Unsupported++
	case Unknown:
		s.Unknown = append(s.Unknown, row)
	case Withheld:
		s.Withheld = append(s.Withheld, row)
	case Placeholder:
		s.Placeholder = append(s.Placeholder, row)
	case Invalid:
		s.Invalid = append(s.Invalid, row)
	default:
		s.Absent = append(s.Absent, row)
	}
}

// count adds one row to the populations that it is in.
func (c *Coverage) count(state State, row Row, set membership) {
	c.All.count(state, row)
	if set.has(softwarePopulation) {
		c.Software.count(state, row)
	}
	if set.has(deliveredPopulation) {
		c.Delivered.count(state)
	}
	if set.has(thirdPartyPopulation) {
		c.ThirdParty.count(state)
	}
	if set.has(directPopulation) {
		c.Direct.count(state, row)
	}
	if set.has(executablePopulation) {
		c.Executable.count(state, row)
	}
}

// count adds one row in a state. A state that is not of the set counts as absent.
func (c *Counts) count(state State) {
	c.Total++
	switch state {
	case Stated:
		c.Stated++
	case Unsupported:
		c.Unsupported++
	case Unknown:
		c.Unknown++
	case Withheld:
		c.Withheld++
	case Placeholder:
		c.Placeholder++
	case Invalid:
		c.Invalid++
	default:
		c.Absent++
	}
}

// countsOf makes counts of the numbers by state code.
func countsOf(numbers [stateCodes]int) Counts {
	at := func(s State) int { return numbers[telling(s)] }
	c := Counts{Stated: at(Stated), Unknown: at(Unknown), Withheld: at(Withheld), Absent: at(Absent),
		Placeholder: at(Placeholder), Invalid: at(Invalid), Unsupported: at(Unsupported)}
	for _, n := range numbers {
		c.Total += n
	}
	return c
}

// of finds the counts of a population.
func (t *Tally) of(p population) *Counts {
	return [populations]*Counts{&t.All, &t.Software, &t.Delivered, &t.ThirdParty, &t.Direct, &t.Executable}[p]
}
