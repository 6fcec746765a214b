package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/bidgate/bidgate/engine/report"
)

// decisionTold is what a decision says and a report tells again.
type decisionTold struct {
	Verdict  report.Verdict   `json:"verdict"`
	Reasons  []string         `json:"reasons"`
	AsOf     string           `json:"as_of"`
	Bundle   string           `json:"bundle"`
	Findings []decidedFinding `json:"findings"`
}

type decidedFinding struct {
	ID       string          `json:"id"`
	Status   report.Status   `json:"status"`
	Outcome  report.Outcome  `json:"outcome"`
	Severity report.Severity `json:"severity"`
}

// told holds that the report tells what was decided: a report is more than the
// decision that its digests name, and anyone can write one around them. The
// decision is the one that the report names by its digest.
func (v *verifier) told(decision []byte) error {
	var d decisionTold
	if err := json.Unmarshal(decision, &d); err != nil {
		return errors.New("the decision cannot be read")
	}
	r := v.report
	switch {
	case d.Verdict != r.Verdict:
		return fmt.Errorf("the report says %q, and the decision says %q", r.Verdict, d.Verdict)
	case !slices.Equal(d.Reasons, r.Reasons):
		return errors.New("the report gives other reasons for its verdict than the decision")
	case d.AsOf != r.AsOf:
		return fmt.Errorf("the report is for %s, and the decision is for %s", r.AsOf, d.AsOf)
	case d.Bundle != r.Provenance.Bundle:
		return errors.New("the report names another bundle than the decision")
	case len(d.Findings) != len(r.Findings):
		return fmt.Errorf("the report has %s, and the decision has %d", count(len(r.Findings), "finding"), len(d.Findings))
	}
	for i, f := range r.Findings {
		if got := (decidedFinding{f.ID, f.Status, f.Outcome, f.Severity}); got != d.Findings[i] {
			return fmt.Errorf("the report tells %s in another way than the decision", f.ID)
		}
	}
	return nil
}
