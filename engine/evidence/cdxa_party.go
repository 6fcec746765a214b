package evidence

// assessors are who made the assessments.
func (c *cdxaReader) assessors() List[AssessedBy] {
	list := List[AssessedBy]{State: Absent}
	for _, s := range c.within.get("assessors").list() {
		list.State = Stated
		by := AssessedBy{Name: c.text(s.get("organization", "name")), ThirdParty: Flag{State: Absent}, Location: s.at}
		if third := s.get("thirdParty"); third.there() {
			by.ThirdParty = Flag{State: Invalid}
			if third.n.kind == boolNode {
				by.ThirdParty = Flag{State: Stated, Value: third.n.text == "true"}
			}
		}
		list.Items = append(list.Items, by)
	}
	return list
}

// signatories are who affirms the attestations. They are kept for what the
// document attests, whether or not its clauses are known here.
func (c *cdxaReader) signatories() List[AffirmedBy] {
	list := List[AffirmedBy]{State: Absent}
	for _, s := range c.within.get("affirmation", "signatories").list() {
		list.State = Stated
		list.Items = append(list.Items, AffirmedBy{
			Name: c.text(s.get("name")), Role: c.text(s.get("role")), Organization: c.text(s.get("organization", "name")),
			Signed: s.get("signature").there(), Elsewhere: c.text(s.get("externalReference", "url")), Location: s.at,
		})
	}
	return list
}
