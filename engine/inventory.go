package engine

import (
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// inventory lists the rows of the evidence, each list to its bound.
func (c *screening) inventory() (*report.Inventory, error) {
	v := &report.Inventory{Components: []report.Component{}, Threats: []report.Threat{}, Answers: []report.GivenAnswer{}}
	for _, fill := range []func(*report.Inventory) error{c.inventoryComponents, c.inventoryThreats, c.inventoryAnswers} {
		if err := fill(v); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// at is the place of one row of the evidence.
func (c *screening) at(path ...any) (report.Place, error) {
	found, _, err := c.dossier.Locate(path, 1)
	if err != nil || len(found) == 0 {
		return report.Place{}, err
	}
	return c.place(found[0]), nil
}

func (c *screening) inventoryComponents(v *report.Inventory) error {
	for i, rows := range c.dossier.Components {
		v.ComponentsTotal += len(rows)
		for j := range rows[:min(len(rows), report.MaxInventory-len(v.Components))] {
			r := &rows[j]
			place, err := c.at("components", i, j)
			if err != nil {
				return err
			}
			v.Components = append(v.Components, report.Component{
				Place: place, From: r.From, Type: r.Type, Group: r.Group, Name: r.Name, Version: r.Version, PURL: r.PURL, CPE: r.CPE,
				Scope: r.Scope, Producer: r.Producer, Supplier: r.Supplier, Hashes: r.Hashes, Licences: r.Licences,
			})
		}
	}
	return nil
}

func (c *screening) inventoryThreats(v *report.Inventory) error {
	for i := range c.dossier.ThreatModels {
		rows := c.dossier.ThreatModels[i].Threats
		v.ThreatsTotal += len(rows.Items)
		for j := range rows.Items[:min(len(rows.Items), report.MaxInventory-len(v.Threats))] {
			r := &rows.Items[j]
			place, err := c.at("threat_models", i, "threats", "items", j)
			if err != nil {
				return err
			}
			v.Threats = append(v.Threats, report.Threat{
				Place: place, ID: r.ID.Value, Title: firstOf(r.Title, r.Statement), Categories: categoriesOf(r), Severity: r.Severity.Value,
				Status: r.Status.Value, Response: r.Response.Value, Mitigations: len(r.Mitigations), Expires: r.Expires.Value.Text, Untouched: r.Untouched,
			})
		}
	}
	return nil
}

// firstOf is the first text that is stated: some models give a threat no title.
func firstOf(texts ...evidence.Text) string {
	for _, t := range texts {
		if t.Value != "" {
			return t.Value
		}
	}
	return ""
}

func categoriesOf(r *evidence.Threat) []string {
	list := []string{}
	for _, k := range r.Categories.Items {
		list = append(list, strings.TrimSpace(k.Taxonomy.Value+" "+k.Name.Value))
	}
	return list
}

func (c *screening) inventoryAnswers(v *report.Inventory) error {
	for i := range c.dossier.Declarations {
		rows := c.dossier.Declarations[i].Answers
		v.AnswersTotal += len(rows)
		for j := range rows[:min(len(rows), report.MaxInventory-len(v.Answers))] {
			r := &rows[j]
			place, err := c.at("declarations", i, "answers", j)
			if err != nil {
				return err
			}
			v.Answers = append(v.Answers, report.GivenAnswer{
				Place: place, Clause: r.Requirement.Value, Status: r.Status.Value, Statement: r.Statement.Value, Justification: r.Justification.Value,
				Evidence: len(r.Evidence), Responsible: r.Responsible.Value, Date: r.Date.Value.Text, Plan: r.Plan.Value, Due: r.Due.Value.Text,
			})
		}
	}
	return nil
}
