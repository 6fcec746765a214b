package engine

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
)

// report turns the decision into the report: codes into sentences, paths into
// places, and beside it everything that the verdict rests on.
func (c *screening) report() (*report.Report, error) {
	d, err := parseDecision(c.decision)
	if err != nil {
		return nil, fmt.Errorf("the decision policy gave no decision: %w", err)
	}
	profile, err := c.profile()
	if err != nil {
		return nil, err
	}
	r := &report.Report{
		Contract:   report.Contract,
		Verdict:    d.Verdict,
		Notice:     notice,
		AsOf:       c.AsOf,
		Tender:     report.Tender{ID: c.Tender},
		Offer:      report.Offer{Vendor: c.Offer.Vendor, Items: slices.Concat([]report.Item{}, c.Offer.Items)},
		Profile:    profile,
		Parameters: c.parameters(),
		Reasons:    d.Reasons,
		Findings:   make([]report.Finding, 0, len(d.Findings)),
		Documents:  c.documentList(),
		Problems:   c.problems(-1, c.dossier.Bundle.Problems),
		Evidence:   c.evidence(),
		Provenance: report.Provenance{
			Bundle:   c.dossier.Bundle.Digest,
			Policy:   c.engine.library.Digest(),
			Input:    digest(c.encoded),
			Decision: digest(c.decision),
			DataSets: c.dataSetList(),
			Engine:   Version,
			OPA:      policy.OPAVersion(),
			Replay:   replay,
			Annex:    c.input.Annex.Digest,
			Records:  c.Records,
		},
	}
	for _, bound := range evidence.Bounds() {
		if value := bound.Of(c.limits); value != bound.Default {
			r.Limits = append(r.Limits, report.Limit{Name: bound.Name, Value: value, Default: bound.Default})
		}
	}
	for i := range d.Findings {
		f, err := c.finding(&d.Findings[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.Findings[i].ID, err)
		}
		r.Findings = append(r.Findings, f)
	}
	r.Counts = count(r.Findings)
	if c.Inventory {
		if r.Inventory, err = c.inventory(); err != nil {
			return nil, err
		}
	}
	r.Exceptions = c.exceptionList(d.Exceptions)
	r.Determinations = c.determinationList(d.Determinations)
	return r, nil
}

// profile names the resolved profile; its digest is over everything that the
// chain of profiles and the tender chose, not over one file.
func (c *screening) profile() (report.Profile, error) {
	resolved, err := json.Marshal(struct {
		policy.Selection
		Parameters parameters `json:"parameters"`
	}{c.choice.Selection, c.choice.Parameters})
	if err != nil {
		return report.Profile{}, err
	}
	s := c.choice.Selection
	return report.Profile{
		ID: s.ID, Edition: s.Edition, Title: c.Profile.Title, Digest: digest(resolved),
		RejectAt: s.RejectAt, ClarifyAt: s.ClarifyAt,
	}, nil
}

func (c *screening) parameters() []report.Parameter {
	list := []report.Parameter{}
	for _, area := range sortedKeys(c.choice.Parameters) {
		for _, name := range sortedKeys(c.choice.Parameters[area]) {
			list = append(list, c.engine.inForce(c.choice, area, name)...)
		}
	}
	return list
}

// inForce are the parameters of one requirement as a choice sets them, by name.
func (e *Engine) inForce(choice *policy.Choice, area, name string) []report.Parameter {
	list := []report.Parameter{}
	known := e.library.Catalogue().Requirement(area + "." + name).Parameters
	values := choice.Parameters[area][name]
	for _, key := range sortedKeys(values) {
		p := report.Parameter{Name: area + "." + name + "." + key, Set: true, Value: values[key]}
		if !known[key].HasDefault {
			unset := values[key].(map[string]any)
			if p.Set = unset["set"].(bool); p.Set {
				p.Value = unset["value"]
			} else {
				p.Value = nil
			}
		}
		if day, ok := p.Value.(policy.Day); ok {
			p.Value = day.Text
		}
		list = append(list, p)
	}
	return list
}

// count counts the findings that weigh, and beside them those that only advise.
func count(findings []report.Finding) report.Counts {
	var n report.Counts
	byStatus := map[report.Status]*int{
		report.Pass: &n.Pass, report.Fail: &n.Fail, report.Review: &n.Review,
		report.NotSupplied: &n.NotSupplied, report.NotApplicable: &n.NotApplicable, report.Error: &n.Error,
	}
	for _, f := range findings {
		switch {
		case f.PartOnly:
			continue
		case f.Advisory:
			n.Advisory++
			continue
		}
		if counter, ok := byStatus[f.Status]; ok {
			*counter++
		}
		if f.Outcome == report.OutcomeExcused {
			n.Excepted++
		}
		if f.Determination != nil && f.Outcome != report.OutcomeExcused {
			n.Determined++
		}
	}
	return n
}

func (c *screening) exceptionList(uses []exceptionUse) []report.Exception {
	list := []report.Exception{}
	for i, e := range c.Exceptions {
		x := report.Exception{
			ID: e.ID, Requirement: e.Requirement, Member: e.Member,
			Vendor: e.Vendor, Product: e.Product, Version: e.Version, WholeTender: e.WholeTender,
			Document: e.Document, Components: slices.Concat([]string{}, e.Components),
			Reason: e.Reason, Approver: e.Approver, From: e.From.Text, Until: e.Until.Text,
		}
		if i < len(uses) {
			x.State = uses[i].State
			if x.State == "in_force" && !uses[i].Used {
				x.State = "unused"
			}
		}
		list = append(list, x)
	}
	return list
}

func (c *screening) determinationList(uses []determinedUse) []report.Determination {
	list := []report.Determination{}
	for i, d := range c.Determinations {
		list = append(list, report.Determination{
			Requirement: d.Requirement, Member: d.Member, Outcome: string(d.Outcome),
			Reason: d.Reason, Place: d.Place, Document: d.Document, By: d.By, Date: d.Date.Text,
			Used: i < len(uses) && uses[i].Used,
		})
	}
	return list
}
