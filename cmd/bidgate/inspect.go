package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

const inspectHelp = `
Shows what bidgate understood of a bundle, without any judgement. A bundle is a
folder, a .zip, .tar or .tar.gz archive or one document; - reads an archive or
document from standard input. The json form is the evidence part of the input
that policies see.`

// listFormats are the formats of commands that make no report.
var listFormats = []string{"text", "json"}

func listFormatFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", Usage: "`FORMAT`: " + alternatives(listFormats)}
}

func (p *program) inspectCommand() *cli.Command {
	return &cli.Command{
		Name:        "inspect",
		Usage:       "Show what was understood of a bundle",
		ArgsUsage:   "BUNDLE",
		Description: inspectHelp,
		Flags: []cli.Flag{
			listFormatFlag(), limitsFlag(), keysFlag(), bundleSignatureFlag(),
			&cli.StringFlag{Name: "as-of", Usage: "`DATE` at which keys must be valid, YYYY-MM-DD (today)"},
		},
		Action: p.inspect,
	}
}

func (p *program) inspect(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("inspect", "one bundle", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		limits, err := readLimits(c.String("limits"), c.Args().Slice())
		if err != nil {
			return nil, nil, err
		}
		verifier, err := verifierOf(c.String("keys"), either(c.String("as-of"), p.now().UTC().Format(time.DateOnly)), c.Args().Slice())
		if err != nil {
			return nil, nil, err
		}
		signature, err := bundleSignatureOf(c.String("bundle-signature"), 1)
		if err != nil {
			return nil, nil, err
		}
		bundle, err := p.openBundle(c.Context, c.Args().First(), limits)
		if err != nil {
			return nil, nil, err
		}
		dossier, err := evidence.ReadContext(c.Context, bundle)
		if err != nil {
			return nil, nil, err
		}
		if signature != nil {
			if dossier, err = dossier.WithBundleSignature(signature, limits); err != nil {
				return nil, nil, badBundleSignature(c.String("bundle-signature"), err)
			}
		}
		dossier = dossier.WithVerifier(verifier)
		return dossier, func(w *bytes.Buffer) { dossierText(w, dossier, limits) }, nil
	})
}

// list writes what is no report: as JSON, or as its own text.
func (p *program) list(format string, make func() (any, func(*bytes.Buffer), error)) error {
	if format != "text" && format != "json" {
		return unknownFormat(format, listFormats)
	}
	value, text, err := make()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if format == "text" {
		text(&b)
		return p.write(b.String())
	}
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return err
	}
	return p.write(string(report.Inert(b.Bytes())))
}

func dossierText(w *bytes.Buffer, d *evidence.Dossier, limits evidence.Limits) {
	fmt.Fprintf(w, "%s, content %s\n", count(len(d.Bundle.Documents), "document"), d.Bundle.Digest)
	limitsText(w, limits)
	for _, problem := range d.Bundle.Problems {
		fmt.Fprintf(w, "  problem: %s\n", oneLine(problem.Message))
	}
	for i := range d.Bundle.Documents {
		documentText(w, &d.Bundle.Documents[i], aside(d, i))
	}
	misleadingText(w, d)
	path := func(row int) string { return oneLine(d.Bundle.Documents[row].Path) }
	for i := range d.SBOMs {
		sbomText(w, &d.SBOMs[i], path(d.SBOMs[i].Document), [][2]string{
			{"cryptography", nonzero(len(d.Crypto[i]))}, {"model cards", nonzero(len(d.ModelCards[i]))},
			{"kept with them", listed(numbered{d.Properties[i].Len(), "properties %d"}, numbered{len(d.Pedigree[i]), "steps of pedigrees %d"},
				numbered{len(d.ComponentEvidence[i]), "evidence of components %d"}, numbered{len(d.Extras[i]), "other values %d"})},
		})
	}
	for i := range d.ThreatModels {
		modelText(w, &d.ThreatModels[i], path)
	}
	for i := range d.Declarations {
		declarationText(w, &d.Declarations[i], path)
	}
	othersText(w, d, path)
	linksText(w, d, path)
}

// aside says of a document that is not read what it may be, and what the
// manifest says of it.
func aside(d *evidence.Dossier, row int) [][2]string {
	var may []string
	for _, kind := range []struct {
		name string
		of   evidence.KindCount
	}{{"an SBOM", d.Bundle.Kinds.SBOM}, {"a threat model", d.Bundle.Kinds.ThreatModel}, {"a declaration", d.Bundle.Kinds.Declaration},
		{"a VEX document", d.Bundle.Kinds.VEX}, {"a lifecycle record", d.Bundle.Kinds.Lifecycle}} {
		if slices.Contains(kind.of.Candidates, evidence.Row(row)) {
			may = append(may, kind.name)
		}
	}
	rows := [][2]string{{"may be", strings.Join(may, " or ")}}
	for _, m := range d.Bundle.Manifest.Documents {
		if m.Document == row {
			said := strings.TrimSpace(m.Product.Value + " " + m.Version.Value + " " + m.Date.Value.Text)
			rows = append(rows, [2]string{"the manifest says", oneLine(said)})
		}
	}
	return rows
}

func declarationText(w *bytes.Buffer, m *evidence.Declaration, path func(int) string) {
	fmt.Fprintf(w, "\nDeclaration %s\n", path(m.Document))
	states := map[string]int{}
	for _, a := range m.Answers {
		status := a.Status.Value
		if a.Status.State == evidence.Unknown {
			status = "unknown"
		}
		states[status]++
	}
	answers := fmt.Sprint(len(m.Answers))
	if by := listed(numbered{states["met"], "met %d"}, numbered{states["partial"], "partial %d"}, numbered{states["not_met"], "not met %d"},
		numbered{states["not_applicable"], "not applicable %d"}, numbered{states["unknown"], "unknown %d"}, numbered{states[""], "without a status %d"}); by != "" {
		answers += ": " + by
	}
	var parts, standards []string
	for _, p := range m.ProductMore.Parts.Items {
		parts = append(parts, strings.TrimSpace(p.ID.Value+" "+p.Version.Value))
	}
	for _, s := range m.Standards.Items {
		standards = append(standards, strings.TrimSpace(s.ID.Value+" "+s.Edition.Value))
	}
	columns(w, [][2]string{
		{"product", product(m.Product)}, {"parts", oneLine(strings.Join(parts, ", "))}, {"maker", oneLine(m.Manufacturer.Name.Value)}, {"date", m.Date.Value.Text},
		{"standards", oneLine(strings.Join(standards, ", "))}, {"answers", answers}, {"evidence", fmt.Sprint(len(m.Evidence.Items))},
		{"security support ends", dayOf(m.Support.End)}, {"signed by", signatories(m)},
	})
}

// signatories are who signs a declaration, by what it says of them elsewhere.
func signatories(m *evidence.Declaration) string {
	people := map[string][2]string{}
	for _, p := range m.People.Items {
		people[p.ID.Value] = [2]string{p.Name.Value, p.Role.Value}
	}
	var list [][2]string
	for _, s := range m.Affirmation.Signatories.Items {
		who, known := people[s.Person.Value]
		if !known {
			who = [2]string{s.Person.Value, "not among the people of the declaration"}
		}
		list = append(list, who)
	}
	return named(list)
}

func documentText(w *bytes.Buffer, d *evidence.Document, more [][2]string) {
	kinds := make([]string, len(d.Kinds))
	for i, kind := range d.Kinds {
		kinds[i] = string(kind)
	}
	state := ""
	if !d.Readable {
		state = ", cannot be read"
	}
	fmt.Fprintf(w, "\n%s\n", oneLine(d.Path))
	columns(w, append([][2]string{
		{"kind", strings.ReplaceAll(strings.Join(kinds, ", "), "_", " ") + state},
		{"format", strings.TrimSpace(d.Format + " " + oneLine(d.FormatVersion))},
		{"size", count(int(d.Size), "byte")},
		{"sha256", d.SHA256},
	}, more...))
	for _, problem := range d.Problems {
		fmt.Fprintf(w, "  problem: %s%s\n", position(problem.At), oneLine(problem.Message))
	}
}

// product is what a document is about: by name and version, else by identifier.
func product(p evidence.Product) string {
	if text := oneLine(strings.TrimSpace(p.Name.Value + " " + p.Version.Value)); p.Name.Value != "" || text != "" && p.PURL.Value+p.CPE.Value == "" {
		return text
	}
	return oneLine(cmp.Or(p.PURL.Value, p.CPE.Value))
}

// named are those that people or organisations have in a document, with what
// they are in brackets.
func named(of [][2]string) string {
	var list []string
	for _, person := range of {
		name := oneLine(person[0])
		if role := oneLine(person[1]); name != "" && role != "" {
			name += " (" + role + ")"
		}
		if name != "" {
			list = append(list, name)
		}
	}
	const most = 5
	if more := len(list) - most; more > 0 {
		list = append(list[:most], fmt.Sprintf("%d more", more))
	}
	return strings.Join(list, ", ")
}

func position(at evidence.Position) string {
	switch {
	case at.Line > 0:
		return fmt.Sprintf("%d:%d: ", at.Line, at.Column)
	case at.Pointer != "":
		return oneLine(at.Pointer) + ": "
	}
	return ""
}

// columns writes names and values below one another, and leaves out what has
// no value. A value may be long, and is made inert if it is not.
func columns(w *bytes.Buffer, rows [][2]string) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		if row[1] != "" {
			_, _ = fmt.Fprintf(t, "  %s\t%s\n", row[0], inert(row[1])) // to memory
		}
	}
	_ = t.Flush() // to memory
}
