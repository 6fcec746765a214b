package main

import (
	"bytes"
	"fmt"

	"github.com/bidgate/bidgate/engine/evidence"
)

// othersText writes what was understood of the kinds of evidence that stand
// beside SBOMs, threat models and declarations.
func othersText(w *bytes.Buffer, d *evidence.Dossier, path func(int) string) {
	for i := range d.Attestations {
		attestationText(w, &d.Attestations[i], path)
	}
	for i := range d.Catalogues {
		c := &d.Catalogues[i]
		fmt.Fprintf(w, "\nStandard %s\n", path(c.Document))
		columns(w, [][2]string{{"name", oneLine(c.Name.Value + " " + c.Version.Value)}, {"owner", oneLine(c.Owner.Value)}, {"clauses", fmt.Sprint(len(c.Clauses.Items))}})
	}
	for i := range d.VEX {
		vexText(w, &d.VEX[i], path)
	}
	for i := range d.Lifecycle {
		l := &d.Lifecycle[i]
		fmt.Fprintf(w, "\nLifecycle %s\n", path(l.Document))
		columns(w, [][2]string{
			{"product", product(l.Product)}, {"available since", l.GeneralAvailability.Value.Text}, {"sold until", l.EndOfSales.Value.Text},
			{"security support ends", l.EndOfSecurity.Value.Text}, {"support ends", l.EndOfSupport.Value.Text}, {"life ends", l.EndOfLife.Value.Text},
			{"events", nonzero(len(l.Events.Items))},
		})
	}
	for i := range d.Attachments {
		attachmentText(w, &d.Attachments[i], path)
	}
}

func attestationText(w *bytes.Buffer, a *evidence.Attestation, path func(int) string) {
	fmt.Fprintf(w, "\nAttestation %s\n", path(a.Document))
	signed := ""
	if a.Signed {
		signed = "there is one; it is not verified here"
	}
	columns(w, [][2]string{
		{"claims", fmt.Sprintf("%d, counter-claims %d, evidence %d", a.Claims, a.CounterClaims, a.Evidence)},
		{"entries", fmt.Sprintf("%d, with a requirement %d, with a score %d", a.Mapped, a.WithClause, a.WithScore)},
		{"assessors", nonzero(len(a.Assessors.Items))}, {"standards", nonzero(len(a.Standards.Items))},
		{"dangling", nonzero(len(a.Dangling.Items))}, {"signature", signed},
	})
}

func vexText(w *bytes.Buffer, v *evidence.VEX, path func(int) string) {
	c := v.Counts
	fmt.Fprintf(w, "\nVEX %s\n", path(v.Document))
	author := oneLine(v.Author.Value)
	if is := map[string]string{"vendor": "the vendor", "third_party": "not the vendor"}[v.AuthorIs]; author != "" && is != "" {
		author += ", who is " + is
	}
	columns(w, [][2]string{
		{"author", author}, {"date", v.Date.Value.Text}, {"product", product(v.Product)},
		{"statements", fmt.Sprintf("%d, about %s", c.Statements, vulnerabilities(c.Vulnerabilities))},
		{"status", listed(numbered{c.NotAffected, "not affected %d"}, numbered{c.Affected, "affected %d"},
			numbered{c.Fixed, "fixed %d"}, numbered{c.UnderInvestigation, "under investigation %d"}, numbered{len(c.WithoutStatus), "none stated %d"})},
		{"without", listed(numbered{len(c.WithoutJustification), "reason for not affected %d"}, numbered{len(c.WithoutAction), "action for affected %d"},
			numbered{len(c.WithoutProduct), "product %d"}, numbered{len(c.WithoutDate), "date %d"})},
		{"not in the bundle", listed(numbered{len(c.UnknownProduct), "the products of %d"})},
		{"contradicted", nonzero(len(c.Contradicted))},
	})
}

// attachmentText tells of an attachment that something was taken from.
func attachmentText(w *bytes.Buffer, a *evidence.Attachment, path func(int) string) {
	rows := [][2]string{
		{"title", oneLine(a.Title.Value)}, {"tool", tool([]evidence.Tool{a.Tool})}, {"date", a.Date.Value.Text}, {"product", product(a.Product)},
		{"payload", oneLine(a.PayloadType.Value)}, {"predicate", oneLine(a.PredicateType.Value)},
		{"subjects", nonzero(len(a.Subjects.Items))}, {"signatures", listed(numbered{len(a.Signers.Items), "%d, not verified here"})},
	}
	if t := a.Tests; t.State == evidence.Stated {
		rows = append(rows, [2]string{"tests", fmt.Sprintf("%d, passed %d, failed %d, errors %d, skipped %d", t.Total, t.Passed, t.Failed, t.Errors, t.Skipped)})
	}
	if r := a.Results; r.State == evidence.Stated {
		rows = append(rows, [2]string{"results", fmt.Sprintf("%d, errors %d, warnings %d, notes %d, suppressed %d", r.Total, r.Errors, r.Warnings, r.Notes, r.Suppressed)})
	}
	var known bool
	for _, row := range rows {
		known = known || row[1] != ""
	}
	if !known {
		return
	}
	fmt.Fprintf(w, "\nAttachment %s\n", path(a.Document))
	columns(w, rows)
}

// linksText writes by what the documents belong together.
func linksText(w *bytes.Buffer, d *evidence.Dossier, path func(int) string) {
	if len(d.Links.Pairs) == 0 {
		return
	}
	const most = 50
	fmt.Fprintf(w, "\nHow the documents belong together\n")
	for i, p := range d.Links.Pairs {
		if i == most {
			fmt.Fprintf(w, "  and %s\n", count(len(d.Links.Pairs)-most, "more pair"))
			return
		}
		part := ""
		if p.Right.Part != "" {
			part = ", its part " + oneLine(p.Right.Part)
		}
		fmt.Fprintf(w, "  %s and %s%s: %s\n", path(p.Left.Document), path(p.Right.Document), part, linkWords(p))
	}
}

// linkWords says what links a pair, and what in it differs.
func linkWords(p evidence.Pair) string {
	text := map[string]string{
		"digest": "linked by digest", "serial_number": "linked by serial number", "path": "linked by path", "purl": "the same package URL",
		"cpe": "the same CPE", "name": "the same name", "none": "no link",
	}[p.Link]
	for _, c := range []struct {
		what string
		evidence.Comparison
	}{{"names", p.Name}, {"versions", p.Version}, {"digests", p.Digest}, {"serial numbers", p.Serial}} {
		if c.Outcome == "unequal" {
			text += fmt.Sprintf("; the %s differ (%s, %s)", c.what, oneLine(c.Left), oneLine(c.Right))
		}
	}
	return text
}

func vulnerabilities(n int) string {
	if n == 1 {
		return "1 vulnerability"
	}
	return fmt.Sprintf("%d vulnerabilities", n)
}
