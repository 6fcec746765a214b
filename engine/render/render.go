package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// DefaultWidth is the width of a page in columns where none is given.
const DefaultWidth = 80

// minWidth is the narrowest page: below it words would stand one a line.
const minWidth = 32

// Options say how a page is laid out. A format that has no page ignores them.
type Options struct {
	Width   int  // columns; 0 is DefaultWidth, too few are raised to what can be read
	Colour  bool // ANSI colours, for a terminal
	Verbose bool // every member, place and source that the page would sum up
	// ReplyBy is the day by which a letter asks for an answer, YYYY-MM-DD; without
	// it the letter has a place to write it in.
	ReplyBy string
}

// Format is one output format.
type Format struct {
	Name string
	Help string // one line
	Many bool   // several reports may stand one after the other
	// Binary is no text: it goes to a file or a program and not to a terminal.
	Binary bool
}

// formats is the closed set; help, validation and tests range over it. Each
// names its one escaper: how a text from outside stands in what it writes. A
// format lets text through by no other way, and tests hold each escaper, and
// all that its format writes, to let nothing out that a reader's program obeys
// or hides.
var formats = []struct {
	Format
	write  func(io.Writer, *report.Report, Options) error
	escape func(text string, columns int) string
}{
	{Format{"text", "for reading: the verdict, what to do next, and why", true, false}, writeText, Escape},
	{Format{"json", "for programs: the whole report, described by its JSON Schema", true, false}, writeJSON, escapeJSON},
	{Format{"html", "for the case file: one page without script", false, false}, writeHTML, escapeHTML},
	{Format{"html-public", "for release: the page without names of components and places", false, false}, writePublicHTML, escapeHTML},
	{Format{"markdown", "for job summaries and tickets: Markdown", true, false}, writeMarkdown, escapeMarkdown},
	{Format{"markdown-public", "for release: Markdown without names of components and places", true, false}, writePublicMarkdown, escapeMarkdown},
	{Format{"letter", "for the vendor: a request for clarification, in Markdown", true, false}, writeLetter, escapeMarkdown},
	{Format{"letter-html", "for the vendor: the request as a page", false, false}, writeLetterHTML, escapeHTML},
	{Format{"csv", "for spreadsheets: a row for each reason and place", false, false}, csvOf("findings"), escapeCSV},
	{Format{"csv-components", "for spreadsheets: the components, where the report has an inventory", false, false}, csvOf("components"), escapeCSV},
	{Format{"csv-threats", "for spreadsheets: the threats, where the report has an inventory", false, false}, csvOf("threats"), escapeCSV},
	{Format{"csv-answers", "for spreadsheets: the answers of the declarations", false, false}, csvOf("answers"), escapeCSV},
	{Format{"csv-documents", "for spreadsheets: the documents of the bundle", false, false}, csvOf("documents"), escapeCSV},
	{Format{"sarif", "for code hosts: SARIF 2.1.0, a rule for each requirement", false, false}, writeSARIF, escapeSARIF},
	{Format{"junit", "for test runners: JUnit XML, a test for each requirement", false, false}, writeJUnit, escapeXML},
	{Format{"github", "for GitHub Actions: annotations as workflow commands", true, false}, writeGitHub, escapeCommand},
	{Format{"gitlab", "for GitLab: a code quality report", false, false}, writeGitLab, Escape},
	{Format{"oscal", "for GRC systems: OSCAL assessment results 1.1.3", false, false}, writeOSCAL, escapeOSCAL},
	{Format{"cdxa", "for attestations: CycloneDX 1.6, the vendor's claims beside our counter-claims", false, false}, writeCDXA, Escape},
	{Format{"vsa", "for supply chains: an in-toto statement with a SLSA verification summary", false, false}, writeVSA, Escape},
}

// Formats lists the formats in the order in which help shows them.
func Formats() []Format {
	list := make([]Format, len(formats))
	for i, f := range formats {
		list[i] = f.Format
	}
	return list
}

// Render writes the report in one format. The error is the writer's, or names
// a format that does not exist and those that do.
func Render(w io.Writer, r *report.Report, format string, o Options) error {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	o.Width = max(o.Width, minWidth)
	names := make([]string, len(formats))
	for i, f := range formats {
		if f.Name == format {
			return f.write(w, r, o)
		}
		names[i] = f.Name
	}
	return fmt.Errorf("no format %q: use one of %s", format, strings.Join(names, ", "))
}
