package engine

import (
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// documentList is what was received, in order of path.
func (c *screening) documentList() []report.Document {
	list := []report.Document{}
	for i, d := range c.dossier.Bundle.Documents {
		kinds := make([]string, 0, len(d.Kinds))
		for _, kind := range d.Kinds {
			kinds = append(kinds, string(kind))
		}
		list = append(list, report.Document{
			Path: d.Path, SHA256: d.SHA256, Size: d.Size, Kinds: kinds,
			Format: d.Format, FormatVersion: d.FormatVersion, Readable: d.Readable,
			Problems: c.problems(i, d.Problems),
		})
	}
	return list
}

func (c *screening) problems(document int, problems []evidence.Problem) []report.Problem {
	list := []report.Problem{}
	for _, p := range problems {
		list = append(list, report.Problem{
			Code: p.Code, Message: p.Message, Limit: p.Limit,
			Place: c.place(evidence.Place{Document: document, Pointer: p.At.Pointer, Line: p.At.Line, Column: p.At.Column}),
		})
	}
	return list
}

// evidence sums up what was understood.
func (c *screening) evidence() report.Evidence {
	e := report.Evidence{SBOMs: []report.SBOM{}, ThreatModels: []report.ThreatModel{}, Declarations: []report.Declaration{}}
	for i, s := range c.dossier.SBOMs {
		e.SBOMs = append(e.SBOMs, report.SBOM{
			Document: c.path(s.Document), SpecVersion: s.SpecVersion,
			Name: s.Subject.Name.Value, Version: s.Subject.Version.Value,
			SerialNumber: s.SerialNumber.Value, Timestamp: s.Timestamp.Value.Text,
			Components: s.Facts.Components.All, Software: s.Facts.Components.Software, Services: s.Facts.Services,
			Dependencies: s.Facts.Graph.Edges, Dangling: s.Facts.Graph.DanglingReferences,
			Coverage: coverage(s.Facts),
			Format:   unless(s.Format, "cyclonedx"), Generator: nameAndVersion(s.Generator.Name, s.Generator.Version),
			Vulnerabilities: s.Facts.Vulnerabilities, CryptoAssets: len(c.dossier.Crypto[i]), ModelCards: len(c.dossier.ModelCards[i]),
		})
	}
	for _, m := range c.dossier.ThreatModels {
		e.ThreatModels = append(e.ThreatModels, report.ThreatModel{
			Document: c.path(m.Document), Format: m.Format,
			Name: m.Product.Name.Value, Version: m.Product.Version.Value, Date: m.Date.Value.Text,
			Threats: m.Counts.Threats, Open: m.Counts.Open, OpenHigh: m.Counts.OpenHigh,
			Untouched: m.Counts.Untouched, DemoOf: m.DemoOf, Unsupported: m.Unsupported,
			SupplementedBy: m.SupplementedBy.Path.Value, Supplements: m.Supplements.Path.Value,
		})
	}
	for _, d := range c.dossier.Declarations {
		answers := []report.Answer{}
		for _, a := range d.Answers {
			answers = append(answers, report.Answer{Clause: a.Requirement.Value, Status: a.Status.Value})
		}
		e.Declarations = append(e.Declarations, report.Declaration{
			Document: c.path(d.Document), Name: d.Product.Name.Value, Version: d.Product.Version.Value,
			Date: d.Date.Value.Text, Answers: answers,
			Format: unless(d.Format, "declaration"), Evidence: len(d.Evidence.Items), SupportEnd: d.Support.End.Value.Text,
		})
	}
	c.evidenceBeside(&e)
	e.VulnerabilityAge = c.vulnerabilityAge()
	return e
}

// unless is the word, or nothing where it is the usual one.
func unless(word, usual string) string {
	if word == usual {
		return ""
	}
	return word
}

func nameAndVersion(name, version string) string { return strings.TrimSpace(name + " " + version) }

func (c *screening) path(document int) string {
	return c.dossier.Bundle.Documents[document].Path
}

// coverage lists the fields of software components in a fixed order.
func coverage(f evidence.SBOMFacts) []report.Field {
	fields := []report.Field{}
	for _, field := range []struct {
		name  string
		share evidence.Share
	}{
		{"name", f.ComponentName.Software},
		{"version", f.ComponentVersion.Software},
		{"identifier", f.ComponentIdentifier.Software},
		{"producer", f.ComponentProducer.Software},
		{"supplier", f.ComponentSupplier.Software},
		{"hash", f.ComponentHash.Software},
		{"licence", f.ComponentLicence.Software},
	} {
		fields = append(fields, report.Field{Field: field.name, Stated: field.share.Stated, Total: field.share.Total})
	}
	return fields
}
