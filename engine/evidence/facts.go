package evidence

import (
	"regexp"
	"slices"
)

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
			state, fact := c.state(row), c.fact(&facts)
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

// guid is the registry form that UEFI gives to modules.
var guid = regexp.MustCompile(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)

// strongHashes are the algorithms of CycloneDX of at least 256 bits.
var strongHashes = map[string]bool{
	"SHA-256": true, "SHA-384": true, "SHA-512": true, "SHA3-256": true, "SHA3-384": true, "SHA3-512": true,
	"BLAKE2b-256": true, "BLAKE2b-384": true, "BLAKE2b-512": true, "BLAKE3": true,
}

// firmwareIdentifier is stated where an identifier is, and where a GUID with a
// supplier or a strong hash stands in for one.
func firmwareIdentifier(c *Component) State {
	switch {
	case c.States.Identifier == Stated:
		return Stated
	case c.States.Supplier == Stated && guid.MatchString(c.BOMRef):
		return Stated
	case slices.ContainsFunc(c.Hashes, func(algorithm string) bool { return strongHashes[algorithm] }):
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
