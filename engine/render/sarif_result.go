package render

import (
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// sarifRuleOf describes what a finding asks. It gives no security-severity:
// how much a buyer's requirement weighs is no score of a vulnerability.
func sarifRuleOf(v view, f *report.Finding) sarifRule {
	title := stated(f.Title, maxTitle)
	help, markdown := []string{title}, []string{"**" + markdownOf(title) + "**"}
	if f.Remedy != "" {
		help = append(help, labelFix+": "+f.Remedy)
		markdown = append(markdown, "**"+labelFix+":** "+escapeMarkdown(f.Remedy, maxMessage))
	}
	for _, q := range v.questions(f) {
		help = append(help, labelAsk+": "+q)
		markdown = append(markdown, "**"+labelAsk+":** "+escapeMarkdown(q, maxMessage))
	}
	for _, s := range f.Sources {
		help = append(help, labelSource+": "+cite(s))
		markdown = append(markdown, "**"+labelSource+":** "+markdownOf(cite(s)))
	}
	for i := range help {
		help[i] = sarifMarks.Replace(Line(help[i], maxMessage))
	}
	tags := append([]string{"section:" + f.Section}, f.Tags...)
	p := map[string]any{"severity": string(f.Severity), "requirement": Escape(f.Requirement, maxID)}
	if len(tags) > sarifTags {
		p["tagsTotal"] = len(tags)
		tags = tags[:sarifTags]
	}
	for i := range tags {
		tags[i] = Escape(tags[i], maxID)
	}
	p["tags"] = tags
	short := sarifMessage{sarifMarks.Replace(title)}
	return sarifRule{
		ID: Escape(f.ID, maxID), Short: short, Full: short,
		Help:    sarifHelp{strings.Join(help, "\n"), strings.Join(markdown, "\n\n")},
		Default: sarifLevel{sarifLevelOf(f.Severity)}, Properties: p,
	}
}

// sarifLevelOf is the level of a result that is not met.
func sarifLevelOf(s report.Severity) string {
	switch s {
	case report.Blocking, report.Major:
		return "error"
	case report.Minor:
		return "warning"
	default:
		return "note"
	}
}

// sarifKindOf says what a result is. One that is not a failure has no level.
func sarifKindOf(f *report.Finding) (kind, level string) {
	switch {
	case f.Advisory:
		return "informational", "none"
	case f.Outcome == report.OutcomeNotMet, f.Outcome == report.OutcomeExcused:
		return "fail", sarifLevelOf(f.Severity)
	case f.Status == report.NotSupplied:
		return "open", "none" // there is not enough to decide by
	default:
		return "review", "none"
	}
}

// sarifResultOf tells of one finding, at its first place; the others are
// related ones, up to the bound.
func sarifResultOf(v view, f *report.Finding, most int) sarifResult {
	said := v.said(f)
	places, total := spots(said, most)
	text := markOf(f).words + " (" + severity(f.Severity) + "): "
	text = sarifMarks.Replace(text) + sarifMessages(said)
	if total > len(places) {
		text += " (" + unlisted(total-len(places)) + ")"
	}
	if len(places) == 0 {
		places = []report.Place{{}}
	}
	kind, level := sarifKindOf(f)
	result := sarifResult{
		RuleID: Escape(f.ID, maxID), Kind: kind, Level: level, Message: sarifMessage{text},
		Fingerprints: map[string]string{"bidgateFinding/v1": sarifFingerprint(v.Report, f), "primaryLocationLineHash": sarifFingerprint(v.Report, f)},
		Properties: map[string]any{
			"status": string(f.Status), "outcome": string(f.Outcome), "severity": string(f.Severity),
			"placesTotal": total, "advisory": f.Advisory, "section": Escape(f.Section, maxID),
		},
	}
	for i, at := range places {
		l := sarifPlace(v.Report, at)
		if i == 0 {
			result.Locations = []sarifLocation{l}
			continue
		}
		l.ID = i
		result.Related = append(result.Related, l)
	}
	if note := v.excuse(f); note != "" && f.Outcome == report.OutcomeExcused {
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: sarifText(note)}}
	}
	return result
}

// sarifPlace is a place in the bundle. The bundle as a whole is the first line
// of the vendor's own list of it: a code host needs a file.
func sarifPlace(r *report.Report, at report.Place) sarifLocation {
	full := located(r, at)
	l := sarifLocation{Physical: sarifPhysical{
		Artifact: sarifArtifactLocation{URI: sarifURI(full.Document), Base: sarifBase},
		Region:   sarifRegion{full.Line, full.Column},
	}}
	for i, d := range r.Documents {
		if d.Path == full.Document {
			index := i + 1 // the bundle is the first artifact
			l.Physical.Artifact.Index = &index
			break
		}
	}
	if at.Pointer != "" {
		l.Logical = []sarifLogical{{Name: Escape(at.Pointer, maxPath), Kind: "member"}}
	}
	if at.Name != "" {
		l.Message = &sarifMessage{escapeSARIF(at.Name, maxName)}
	}
	return l
}
