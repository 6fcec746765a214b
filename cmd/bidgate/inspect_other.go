package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

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
		about := product(l.Product)
		switch {
		case slices.Contains(l.Unsupported, "product"):
			about = "the form cannot say which"
		case l.Row >= 0:
			about += ", a component of " + path(d.SBOMs[l.SBOM].Document)
		case l.SBOM >= 0:
			about += ", the subject of " + path(d.SBOMs[l.SBOM].Document)
		}
		columns(w, [][2]string{
			{"product", about}, {"available since", dayOf(l.GeneralAvailability)}, {"sold until", dayOf(l.EndOfSales)},
			{"security support ends", dayOf(l.EndOfSecurity)}, {"support ends", dayOf(l.EndOfSupport)}, {"life ends", dayOf(l.EndOfLife)},
			{"events", nonzero(len(l.Events.Items))},
		})
	}
	for i := range d.Attachments {
		attachmentText(w, &d.Attachments[i], path)
	}
	signaturesText(w, d, path)
}

// dayOf is a day, or that it is still to be announced.
func dayOf(d evidence.Date) string {
	if d.State == evidence.Unknown {
		return "not known yet"
	}
	return d.Value.Text
}

func attestationText(w *bytes.Buffer, a *evidence.Attestation, path func(int) string) {
	fmt.Fprintf(w, "\nAttestation %s\n", path(a.Document))
	signed := ""
	if a.Signed {
		signed = "there is one in a part of it, which is not verified"
	}
	columns(w, [][2]string{
		{"claims", fmt.Sprintf("%d, counter-claims %d, evidence %d", a.Claims, a.CounterClaims, a.Evidence)},
		{"entries", fmt.Sprintf("%d, with a requirement %d, with a score %d", a.Mapped, a.WithClause, a.WithScore)},
		{"of", textsOf(a.Targets)}, {"assessed by", assessors(a)}, {"affirmed by", affirmers(a)},
		{"clauses not known", textsOf(a.OtherClauses)}, {"lead nowhere", textsOf(a.Dangling)}, {"signature", signed},
	})
	folded(w, "standards  ", strings.Split(textsOf(a.Standards), " "))
}

// textsOf are the entries of a list, up to as many as people are.
func textsOf(list evidence.Texts) string {
	var of [][2]string
	for _, text := range list.Items {
		of = append(of, [2]string{text})
	}
	return named(of)
}

func assessors(a *evidence.Attestation) string {
	var of [][2]string
	for _, by := range a.Assessors.Items {
		is := ""
		if by.ThirdParty.State == evidence.Stated {
			is = map[bool]string{true: "a third party", false: "no third party"}[by.ThirdParty.Value]
		}
		of = append(of, [2]string{by.Name.Value, is})
	}
	return named(of)
}

func affirmers(a *evidence.Attestation) string {
	var of [][2]string
	for _, by := range a.Signatories.Items {
		of = append(of, [2]string{cmp.Or(by.Name.Value, by.Organization.Value), by.Role.Value})
	}
	return named(of)
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
		{"subjects", nonzero(len(a.Subjects.Items))},
	}
	if t := a.Tests; t.State == evidence.Stated {
		rows = append(rows, [2]string{"tests", fmt.Sprintf("%d, passed %d, failed %d, errors %d, skipped %d", t.Total, t.Passed, t.Failed, t.Errors, t.Skipped)})
	}
	if t := a.Traffic; t.State == evidence.Stated {
		supported := map[bool]string{true: ", the maker supports the device", false: ", the maker no longer supports the device"}[t.Supported.Value]
		if t.Supported.State != evidence.Stated {
			supported = ""
		}
		rows = append(rows, [2]string{"traffic", fmt.Sprintf("rules %d, hosts %d%s", t.Rules, len(t.Hosts.Items), supported)})
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

func vulnerabilities(n int) string {
	if n == 1 {
		return "1 vulnerability"
	}
	return fmt.Sprintf("%d vulnerabilities", n)
}
