package evidence

// of finds the counts of a population.
func (h *HashStrength) of(p population) *StrengthCounts {
	return [populations]*StrengthCounts{&h.All, &h.Software, &h.Delivered, &h.ThirdParty, &h.Direct, &h.Executable}[p]
}

func (s *StrengthCounts) count(set algorithmSet) {
	switch {
	case set&longAlgorithms != 0:
		s.Bits512++
	case set&strongAlgorithms != 0:
		s.Bits256++
	case set != 0:
		s.Weak++
	default:
		s.None++
	}
}

// measureHashes fills the algorithms in use, who has weak ones only, and who has
// the hash of nothing.
func (t *bomTables) measureHashes(facts *SBOMFacts) {
	counts := make([]AlgorithmCount, len(hashAlgorithms))
	facts.Hashes.Algorithms, facts.Hashes.WeakOnly = []AlgorithmCount{}, []Row{}
	facts.Hashes.Empty, facts.Hashes.Filler = []Row{}, []Row{}
	for row := range t.rows {
		d := &t.details[row]
		if d.empty && delivered(&t.rows[row]) && !isFile(&t.rows[row]) {
			facts.Hashes.Empty = append(facts.Hashes.Empty, Row(row))
		}
		if d.filler && d.own|d.elsewhere != 0 && delivered(&t.rows[row]) {
			facts.Hashes.Filler = append(facts.Hashes.Filler, Row(row))
		}
		if both := d.own | d.elsewhere; both == 0 || !delivered(&t.rows[row]) {
			continue
		} else if both&strongAlgorithms == 0 {
			facts.Hashes.WeakOnly = append(facts.Hashes.WeakOnly, Row(row))
		}
		for i := range counts {
			counts[i].Component += int(d.own >> i & 1)
			counts[i].Distribution += int(d.elsewhere >> i & 1)
		}
	}
	for i, c := range counts {
		if c.Component+c.Distribution > 0 {
			c.Algorithm = hashAlgorithms[i]
			facts.Hashes.Algorithms = append(facts.Hashes.Algorithms, c)
		}
	}
}

// isFile says of a component that it is a file or data: such may be empty, and
// copies of one are ordinary.
func isFile(c *Component) bool { return c.Type == "file" || c.Type == "data" }

// irregular lists the components whose identifiers or licences have not their form.
func (t *bomTables) irregular() (IdentifierFacts, LicenceFacts) {
	identifiers := IdentifierFacts{InvalidPURL: []Row{}, InvalidCPE: []Row{}, InvalidSWID: []Row{}, InvalidOmniBOR: []Row{}, InvalidSWHID: []Row{}}
	licences := LicenceFacts{UnknownID: []Row{}, BadExpression: []Row{}, FreeText: []Row{}}
	invalid := telling(Invalid)
	for row := range t.rows {
		d := &t.details[row]
		if !delivered(&t.rows[row]) {
			continue
		}
		for _, list := range [...]struct {
			found bool
			rows  *[]Row
		}{
			{d.states[purlDetail] == invalid, &identifiers.InvalidPURL},
			{d.states[cpeDetail] == invalid, &identifiers.InvalidCPE},
			{d.states[swidDetail] == invalid, &identifiers.InvalidSWID},
			{d.states[omniborDetail] == invalid, &identifiers.InvalidOmniBOR},
			{d.states[swhidDetail] == invalid, &identifiers.InvalidSWHID},
			{d.licence&unknownLicence != 0, &licences.UnknownID},
			{d.licence&badExpression != 0, &licences.BadExpression},
			{d.licence&freeTextLicence != 0, &licences.FreeText},
		} {
			if list.found {
				*list.rows = append(*list.rows, Row(row))
			}
		}
	}
	return identifiers, licences
}
