package evidence

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

// coverages pairs each measured field with its state in a row.
var coverages = []struct {
	state func(*ComponentStates) State
	fact  func(*SBOMFacts) *Coverage
}{
	{func(s *ComponentStates) State { return s.Name }, func(f *SBOMFacts) *Coverage { return &f.ComponentName }},
	{func(s *ComponentStates) State { return s.Version }, func(f *SBOMFacts) *Coverage { return &f.ComponentVersion }},
	{func(s *ComponentStates) State { return s.Identifier }, func(f *SBOMFacts) *Coverage { return &f.ComponentIdentifier }},
	{func(s *ComponentStates) State { return s.Producer }, func(f *SBOMFacts) *Coverage { return &f.ComponentProducer }},
	{func(s *ComponentStates) State { return s.Supplier }, func(f *SBOMFacts) *Coverage { return &f.ComponentSupplier }},
	{func(s *ComponentStates) State { return s.Hash }, func(f *SBOMFacts) *Coverage { return &f.ComponentHash }},
	{func(s *ComponentStates) State { return s.Licence }, func(f *SBOMFacts) *Coverage { return &f.ComponentLicence }},
}

// facts measures the tables. Populations and coverage are over delivered
// components: the subject itself, tools, pedigree and formulation are not in
// them.
func (t *bomTables) facts() SBOMFacts {
	facts := SBOMFacts{Services: t.services}
	for _, c := range coverages {
		*c.fact(&facts) = Coverage{All: newShare(), Software: newShare()}
	}
	for i := range t.rows {
		row := &t.rows[i]
		if !delivered(row) {
			continue
		}
		software := isSoftware(row)
		facts.Components.All++
		if software {
			facts.Components.Software++
		}
		for _, c := range coverages {
			state, fact := c.state(&row.States), c.fact(&facts)
			fact.All.count(state, Row(i))
			if software {
				fact.Software.count(state, Row(i))
			}
		}
	}
	known, duplicates := t.owners()
	facts.DuplicateRefs = duplicates
	facts.Graph = t.graph(known)
	return facts
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
