package render

import (
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// mostRecords is how many documents of one of these kinds are shown before the
// rest is summed up.
const mostRecords = 10

// formWords name the forms of attachments that a reader may not know.
var formWords = map[string]string{
	"in_toto": "in-toto statement", "dsse": "signed envelope (DSSE)", "sarif": "results of a scanner (SARIF)", "junit": "test report (JUnit)",
	"mud": "description of traffic (MUD)", "oscal": "assessment results (OSCAL)", "signature": "signature", "certificate": "certificate",
	"security_txt": "security.txt", "pdf": "PDF", "office": "office document",
}

// beside sums up the kinds of evidence beside SBOMs, threat models and
// declarations, a line or two each.
func (p *page) beside(e report.Evidence) {
	shown(p, e.Attestations, func(a report.Attestation) { p.document(kindWords["attestation"], a.Document, attestation(a)) })
	shown(p, e.Catalogues, func(c report.Catalogue) { p.document(kindWords["standard"], c.Document, catalogue(c)) })
	shown(p, e.VEX, func(v report.VEX) { p.document(kindWords["vex"], v.Document, vexIdentity(v), vexCounts(v)) })
	shown(p, e.Lifecycle, func(l report.Lifecycle) { p.document(kindWords["lifecycle"], l.Document, lifecycle(l)) })
	shown(p, e.Attachments, func(a report.Attachment) { p.document(kindWords["attachment"], a.Document, attachment(a)) })
}

func shown[T any](p *page, list []T, show func(T)) {
	most := len(list)
	if !p.Verbose {
		most = min(most, mostRecords)
	}
	for _, entry := range list[:most] {
		show(entry)
	}
	if n := len(list) - most; n > 0 {
		p.para(2, span{plain, more(n, "more of this kind", "more of this kind")})
	}
}

// some is a number with its noun, for a list that leaves zeros out.
type some struct {
	n         int
	one, many string
}

func counted(parts ...some) string {
	var words []string
	for _, s := range parts {
		if s.n > 0 {
			words = append(words, count(s.n, s.one, s.many))
		}
	}
	return strings.Join(words, ", ")
}

// modelNotes are what a reader of a threat model should know of it.
func modelNotes(t report.ThreatModel) []string {
	var notes []string
	if t.DemoOf != "" {
		notes = append(notes, "the example that comes with a tool: "+Escape(t.DemoOf, maxName))
	}
	if t.SupplementedBy != "" {
		notes = append(notes, "completed by "+Escape(t.SupplementedBy, maxPath))
	}
	if t.Supplements != "" {
		notes = append(notes, "says that it completes "+Escape(t.Supplements, maxPath)+", and does not")
	}
	if n := len(t.Unsupported); n > 0 {
		notes = append(notes, "its form has no place for "+count(n, "field", "fields")+" of a threat model")
	}
	return notes
}

func declared(d report.Declaration) string {
	text := ""
	if d.Evidence > 0 {
		text += "; " + count(d.Evidence, "supporting document", "supporting documents")
	}
	if d.SupportEnd != "" {
		text += "; security support until " + Escape(d.SupportEnd, maxWord)
	}
	return text
}

func attestation(a report.Attestation) string {
	text := "dated " + stated(a.Date, maxWord) + "; " + count(a.Claims, "claim", "claims")
	if a.CounterClaims > 0 {
		text += ", " + count(a.CounterClaims, "counter-claim", "counter-claims")
	}
	text += ", " + number(int64(a.WithClause)) + " of " + count(a.Entries, "entry", "entries") + " with a requirement"
	if a.Signed {
		text += "; signed, which is not checked here"
	}
	return text
}

func catalogue(c report.Catalogue) string {
	text := strings.TrimSpace(stated(c.Name, maxName) + " " + Escape(c.Version, maxWord))
	return text + ", by " + stated(c.Owner, maxName) + "; " + count(c.Clauses, "clause", "clauses")
}

func vexIdentity(v report.VEX) string {
	who := map[string]string{"vendor": " (the vendor)", "third_party": " (not the vendor)"}[v.AuthorIs]
	text := "by " + stated(v.Author, maxName) + who + "; dated " + stated(v.Date, maxWord)
	if v.Name != "" {
		text += "; of " + strings.TrimSpace(Escape(v.Name, maxName)+" "+Escape(v.Version, maxWord))
	}
	return text
}

func vexCounts(v report.VEX) string {
	text := count(v.Statements, "statement", "statements") + " on " + count(v.Vulnerabilities, "vulnerability", "vulnerabilities")
	for _, part := range []struct {
		n     int
		words string
	}{{v.NotAffected, "not affected"}, {v.Affected, "affected"}, {v.Fixed, "fixed"}, {v.UnderInvestigation, "under investigation"}, {v.WithoutStatus, "without a status"}} {
		if part.n > 0 {
			text += ", " + number(int64(part.n)) + " " + part.words
		}
	}
	if v.UnknownProduct > 0 {
		text += "; " + number(int64(v.UnknownProduct)) + " on products that the bundle does not have"
	}
	return text
}

func lifecycle(l report.Lifecycle) string {
	text := "of a product that its form does not name"
	if l.Name != "" {
		text = "of " + strings.TrimSpace(Escape(l.Name, maxName)+" "+Escape(l.Version, maxWord))
	}
	if l.Component {
		text += ", a component"
	}
	for _, stage := range []struct{ words, day string }{
		{"security support ends", l.EndOfSecurity}, {"support ends", l.EndOfSupport}, {"life ends", l.EndOfLife},
	} {
		if stage.day != "" {
			text += "; " + stage.words + " " + Escape(stage.day, maxWord)
		}
	}
	if l.EndOfSecurity+l.EndOfSupport+l.EndOfLife == "" {
		text += "; no day is stated on which anything ends"
	}
	return text
}

func attachment(a report.Attachment) string {
	text := formWords[a.Form]
	if text == "" {
		text = stated(a.Form, maxWord)
	}
	for _, part := range []struct{ before, value string }{
		{": ", Escape(a.Title, maxName)}, {"; of ", strings.TrimSpace(Escape(a.Name, maxName) + " " + Escape(a.Version, maxWord))},
		{"; made with ", Escape(a.Tool, maxName)}, {"; dated ", Escape(a.Date, maxWord)},
		{"; ", counted(some{a.Tests, "test", "tests"}, some{a.Failed, "of them failed", "of them failed"}, some{a.Results, "result", "results"},
			some{a.Errors, "error", "errors"}, some{a.Subjects, "subject", "subjects"}, some{a.Rules, "rule", "rules"})},
	} {
		if part.value != "" {
			text += part.before + part.value
		}
	}
	if a.Signatures > 0 {
		text += "; " + count(a.Signatures, "signature", "signatures") + ", not checked here"
	}
	return text
}
