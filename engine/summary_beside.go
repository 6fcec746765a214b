package engine

import (
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// evidenceBeside sums up the kinds of evidence that stand beside SBOMs, threat
// models and declarations.
func (c *screening) evidenceBeside(e *report.Evidence) {
	d := c.dossier
	for i := range d.Attestations {
		a := &d.Attestations[i]
		e.Attestations = append(e.Attestations, report.Attestation{
			Document: c.path(a.Document), Date: a.Date.Value.Text, Claims: a.Claims, CounterClaims: a.CounterClaims,
			Entries: a.Mapped, WithClause: a.WithClause, WithScore: a.WithScore, Signed: a.Signed,
		})
	}
	for i := range d.Catalogues {
		s := &d.Catalogues[i]
		e.Catalogues = append(e.Catalogues, report.Catalogue{
			Document: c.path(s.Document), Name: s.Name.Value, Version: s.Version.Value, Owner: s.Owner.Value, Clauses: len(s.Clauses.Items),
		})
	}
	for i := range d.VEX {
		e.VEX = append(e.VEX, c.vex(&d.VEX[i]))
	}
	for i := range d.Lifecycle {
		l := &d.Lifecycle[i]
		e.Lifecycle = append(e.Lifecycle, report.Lifecycle{
			Document: c.path(l.Document), Format: l.Format, Name: l.Product.Name.Value, Version: l.Product.Version.Value, Component: l.Row >= 0,
			EndOfSecurity: l.EndOfSecurity.Value.Text, EndOfSupport: l.EndOfSupport.Value.Text, EndOfLife: l.EndOfLife.Value.Text,
		})
	}
	for i := range d.Attachments {
		if a := &d.Attachments[i]; a.Form != "other" {
			e.Attachments = append(e.Attachments, c.attachment(a))
		}
	}
}

func (c *screening) vex(v *evidence.VEX) report.VEX {
	n := &v.Counts
	date := v.Updated.Value.Text
	if date == "" {
		date = v.Date.Value.Text
	}
	return report.VEX{
		Document: c.path(v.Document), Format: v.Format, Author: v.Author.Value, AuthorIs: v.AuthorIs, Date: date,
		Name: v.Product.Name.Value, Version: v.Product.Version.Value,
		Statements: n.Statements, Vulnerabilities: n.Vulnerabilities, NotAffected: n.NotAffected, Affected: n.Affected, Fixed: n.Fixed,
		UnderInvestigation: n.UnderInvestigation, WithoutStatus: len(n.WithoutStatus), UnknownProduct: len(n.UnknownProduct),
	}
}

func (c *screening) attachment(a *evidence.Attachment) report.Attachment {
	return report.Attachment{
		Document: c.path(a.Document), Form: a.Form, Title: a.Title.Value, Tool: nameAndVersion(a.Tool.Name.Value, a.Tool.Version.Value),
		Date: a.Date.Value.Text, Name: a.Product.Name.Value, Version: a.Product.Version.Value,
		Tests: a.Tests.Total, Failed: a.Tests.Failed + a.Tests.Errors, Results: a.Results.Total, Errors: a.Results.Errors,
		Subjects: len(a.Subjects.Items), Signatures: len(a.Signers.Items), Rules: a.Traffic.Rules,
	}
}
