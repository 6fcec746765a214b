package evidence

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// corpusColumns name the columns of the table of the corpus.
var corpusColumns = []string{"file", "kinds", "format", "version", "made by", "counts", "problems"}

// corpusLine is one line of the table: what a lone document was taken for, what
// was counted in it, and its problems by code.
func corpusLine(name string, d *Dossier) []string {
	doc := d.Bundle.Documents[0]
	return []string{name, corpusKinds(d), cmp.Or(doc.Format, "-"), cmp.Or(doc.FormatVersion, "-"), cmp.Or(corpusMaker(d), "-"),
		cmp.Or(corpusCounts(d), "-"), cmp.Or(corpusProblems(d), "-")}
}

// corpusKinds are the kinds of a lone document, "!" before where it cannot be
// read, and after "?" those that a person must look whether it is of.
func corpusKinds(d *Dossier) string {
	doc, may := d.Bundle.Documents[0], []string{}
	for kind, count := range d.Bundle.Kinds.byKind() {
		if len(count.Candidates) > 0 {
			may = append(may, "?"+string(kind))
		}
	}
	slices.Sort(may)
	var kinds []string
	for _, k := range doc.Kinds {
		kinds = append(kinds, map[bool]string{false: "!"}[doc.Readable]+string(k))
	}
	return strings.Join(append(kinds, may...), " ")
}

// corpusMaker is the tool that is taken to have made an SBOM; in quotes where
// bidgate does not know it.
func corpusMaker(d *Dossier) string {
	if len(d.SBOMs) == 0 || d.SBOMs[0].Generator.Name == "" {
		return ""
	}
	g := d.SBOMs[0].Generator
	return strings.TrimSpace(cmp.Or(g.Known, strconv.Quote(g.Name)) + " " + g.Version)
}

// corpusProblems counts problems of the document and warnings of its models.
func corpusProblems(d *Dossier) string {
	codes := map[string]int{}
	for _, p := range d.Bundle.Documents[0].Problems {
		codes[p.Code]++
	}
	for i := range d.ThreatModels {
		for _, w := range d.ThreatModels[i].Warnings {
			codes[w.Code]++
		}
	}
	return counted(codes)
}

// counted writes counts in order of their names.
func counted(counts map[string]int) string {
	var words []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		words = append(words, fmt.Sprintf("%s:%d", name, counts[name]))
	}
	return strings.Join(words, ",")
}

// corpusCounts says what every table of the dossier holds of the document.
func corpusCounts(d *Dossier) string {
	var words []string
	say := func(name string, n int, by map[string]int) {
		word := fmt.Sprintf("%s=%d", name, n)
		if len(by) > 0 {
			word += "(" + counted(by) + ")"
		}
		if n > 0 {
			words = append(words, word)
		}
	}
	for i := range d.SBOMs {
		f, c := &d.SBOMs[i].Facts, d.SBOMs[i].Contents
		from := map[string]int{}
		for _, row := range d.Components[i] {
			from[row.From]++
		}
		say("components", len(d.Components[i]), from)
		say("packages", c.Packages, nil)
		say("files", c.Files, nil)
		say("relationships", c.Relationships, nil)
		say("services", len(d.Services[i]), nil)
		say("edges", f.Graph.Edges, nil)
		say("crypto", len(d.Crypto[i]), nil)
		say("model-cards", len(d.ModelCards[i]), nil)
		say("properties", d.Properties[i].Len(), nil)
		say("pedigree", len(d.Pedigree[i]), nil)
		say("component-evidence", len(d.ComponentEvidence[i]), nil)
		say("compositions", len(d.Compositions[i]), nil)
		say("extras", len(d.Extras[i]), nil)
	}
	for i := range d.ThreatModels {
		sayModel(say, &d.ThreatModels[i])
	}
	sayDeclared(say, d)
	for i, v := range d.VEX {
		by := map[string]int{}
		for _, s := range d.VEXStatements[i] {
			by[s.Status]++
		}
		say("statements", v.Counts.Statements, by)
		say("vulnerabilities", v.Counts.Vulnerabilities, nil)
	}
	for _, l := range d.Lifecycle {
		dates := map[string]int{}
		for name, date := range map[string]Date{"sales": l.EndOfSales, "support": l.EndOfSupport, "security": l.EndOfSecurity, "life": l.EndOfLife} {
			if date.State != Unsupported {
				dates[name+"-"+string(date.State)]++
			}
		}
		say("lifecycle", 1, dates)
		say("events", len(l.Events.Items), nil)
	}
	return strings.Join(words, " ")
}

// sayModel counts what a threat model holds.
func sayModel(say func(string, int, map[string]int), m *ThreatModel) {
	if m.Counts.Threats == 0 {
		say("models-without-threats", 1, nil)
	}
	say("threats", len(m.Threats.Items), statuses(m))
	say("untouched", m.Counts.Untouched, nil)
	say("mitigations", len(m.Mitigations.Items), mitigationStatuses(m))
	say("elements", len(m.Components.Items), nil)
	say("flows", len(m.DataFlows.Items), nil)
	say("zones", len(m.TrustZones.Items), nil)
	say("boundaries", len(m.TrustBoundaries.Items), nil)
	say("assets", len(m.Assets.Items), nil)
	say("assumptions", len(m.Assumptions.Items), nil)
	say("risks", len(m.Risks.Items), nil)
	say("failure-modes", len(m.FailureModes.Items), nil)
	say("out-of-scope", len(m.Scope.Out.Items), nil)
	if m.Demo {
		say("demo", 1, nil)
	}
}

// sayDeclared counts what declarations, attestations and standards hold.
func sayDeclared(say func(string, int, map[string]int), d *Dossier) {
	for i := range d.Declarations {
		by := map[string]int{}
		for _, a := range d.Declarations[i].Answers {
			by[cmp.Or(a.Status.Value, string(a.Status.State))]++
		}
		say("answers", len(d.Declarations[i].Answers), by)
		say("evidence", len(d.Declarations[i].Evidence.Items), nil)
		say("signatories", len(d.Declarations[i].Affirmation.Signatories.Items), nil)
	}
	for _, a := range d.Attestations {
		say("attestations", a.Attestations, nil)
		say("mapped", a.Mapped, map[string]int{"clause": a.WithClause, "score": a.WithScore})
		say("assessors", len(a.Assessors.Items), nil)
		say("affirmed-by", len(a.Signatories.Items), nil)
		say("other-clauses", len(a.OtherClauses.Items), nil)
		say("targets", len(a.Targets.Items), nil)
		say("claims", a.Claims, nil)
		say("attested-evidence", a.Evidence, nil)
		say("dangling", len(a.Dangling.Items), nil)
	}
	for _, c := range d.Catalogues {
		say("clauses", len(c.Clauses.Items), nil)
		say("levels", c.Levels, nil)
	}
}

// statuses counts the threats of a model by their status.
func statuses(m *ThreatModel) map[string]int {
	counts := map[string]int{}
	for _, t := range m.Threats.Items {
		counts[cmp.Or(t.Status.Value, string(t.Status.State))]++
	}
	return counts
}

// mitigationStatuses counts the mitigations of a model by their status.
func mitigationStatuses(m *ThreatModel) map[string]int {
	counts := map[string]int{}
	for _, c := range m.Mitigations.Items {
		counts[cmp.Or(c.Status.Value, string(c.Status.State))]++
	}
	return counts
}
