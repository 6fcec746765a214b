package engine

import "github.com/bidgate/bidgate/engine/internal/policy"

// annex holds what the buyer published against what judges now. The digests of
// policies and profile are those that the report of this screening has.
func (c *screening) annex() (policy.Annex, error) {
	none := policy.Annex{Rules: []policy.AnnexRule{}}
	if c.Annex == nil {
		return none, nil
	}
	digest, err := c.Annex.Digest()
	if err != nil {
		return none, err
	}
	profile, err := c.profile()
	if err != nil {
		return none, err
	}
	return policy.Annex{Given: true, Digest: digest, Rules: []policy.AnnexRule{
		{Rule: "policy", Published: c.Annex.Policy, Applied: c.engine.library.Digest()},
		{Rule: "profile", Published: c.Annex.Profile.Digest, Applied: profile.Digest},
		{Rule: "day", Published: c.Annex.AsOf, Applied: c.AsOf},
		{Rule: "tender", Published: c.Annex.Tender.ID, Applied: c.Screening.Tender},
	}}, nil
}
