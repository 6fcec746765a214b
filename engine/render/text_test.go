package render_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"
)

var update = flag.Bool("update", false, "rewrite goldens")

// layouts are the ways in which every recorded report is laid out.
var layouts = map[string]render.Options{
	"":         {},
	".40":      {Width: 40},
	".160":     {Width: 160},
	".colour":  {Colour: true},
	".verbose": {Verbose: true},
}

// inGit are the layouts kept as goldens; for the others properties are tested.
func inGit(name, layout string) bool {
	return layout == "" || name == "does_not_meet" || name == "hostile" && layout == ".40"
}

func TestTextGoldens(t *testing.T) {
	for name, build := range recorded {
		r := build()
		golden(t, filepath.Join("testdata", name+".json"), renderTo(t, &r, "json", render.Options{}))
		for layout, options := range layouts {
			if inGit(name, layout) {
				golden(t, filepath.Join("testdata", name+layout+".txt"), renderTo(t, &r, "text", options))
			}
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; run make golden and read the change (-want +got):\n%s", path, diff)
	}
}

func renderTo(t *testing.T, r *report.Report, format string, o render.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Render(&b, r, format, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestTextIsInert holds for every report, hostile ones first, in every layout:
// nothing but our own colours moves a terminal, and no line leaves the page.
func TestTextIsInert(t *testing.T) {
	for name, build := range recorded {
		r := build()
		for layout, o := range layouts {
			out := renderTo(t, &r, "text", o)
			page := o.Width
			if page == 0 {
				page = render.DefaultWidth
			}
			checkPage(t, name+layout, out, page, o.Colour)
		}
	}
}

func checkPage(t *testing.T, name, out string, page int, colour bool) {
	t.Helper()
	if colour {
		out = ansi.ReplaceAllString(out, "")
	}
	if !utf8.ValidString(out) {
		t.Errorf("%s: not UTF-8", name)
	}
	for i, line := range strings.Split(out, "\n") {
		if columns(line) > page {
			t.Errorf("%s:%d: wider than %d columns: %s", name, i+1, page, line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("%s:%d: ends with spaces: %q", name, i+1, line)
		}
		for _, c := range line {
			if !report.Visible(c) {
				t.Errorf("%s:%d: %U stands in the output", name, i+1, c)
			}
		}
	}
}

// columns measures a line apart from the code under test.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.Mn, r):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

func TestColourSaysNothingByItself(t *testing.T) {
	for name, build := range recorded {
		r := build()
		coloured := renderTo(t, &r, "text", render.Options{Colour: true})
		if !strings.Contains(coloured, "\x1b[") {
			t.Errorf("%s: no colour", name)
		}
		if diff := cmp.Diff(renderTo(t, &r, "text", render.Options{}), ansi.ReplaceAllString(coloured, "")); diff != "" {
			t.Errorf("%s: the text changes with colour:\n%s", name, diff)
		}
	}
}

// TestOpeningSaysTheVerdict holds the first screen to what an officer must not
// miss.
func TestOpeningSaysTheVerdict(t *testing.T) {
	for name, want := range map[string][]string{
		"meets":                 {"✓ MEETS the profile", "Nothing has to be asked of the vendor"},
		"undetermined":          {"? UNDETERMINED", "Ask the vendor for what was not supplied: vulnerability statement (VEX). Write to the vendor: 6 questions", "Import your own data: known exploited vulnerabilities", "This is not a failure"},
		"does_not_meet":         {"✗ DOES NOT MEET", "2 mandatory requirements are not met: “All documents speak of the product offered”, “Every component states its version”"},
		"meets_with_exceptions": {"± MEETS the profile ONLY WITH EXCEPTIONS", "Check each exception"},
		"empty":                 {"! NO VERDICT"},
	} {
		r := recorded[name]()
		out := renderTo(t, &r, "text", render.Options{Width: 400})
		head, _, _ := strings.Cut(out, "\n1. ")
		for _, w := range append(want, "This is not an award decision") {
			if !strings.Contains(head, w) {
				t.Errorf("%s: the opening does not say %q:\n%s", name, w, head)
			}
		}
		if name != "meets" && strings.Contains(head, "✓ MEETS") {
			t.Errorf("%s: the opening says that it meets", name)
		}
	}
}

// TestNothingIsLost checks that every finding in force that is not settled is
// on the page by id or by its family, and every exception and determination.
func TestNothingIsLost(t *testing.T) {
	for name, build := range recorded {
		r := build()
		out := renderTo(t, &r, "text", render.Options{Width: 400, Verbose: true})
		for _, f := range r.Findings {
			if f.Outcome != report.OutcomeMet && f.Outcome != report.OutcomeNotApplicable && !f.Advisory && !strings.Contains(out, f.ID) {
				t.Errorf("%s: %s is not on the page", name, f.ID)
			}
			if !f.PartOnly && !strings.Contains(out, f.Title) {
				t.Errorf("%s: %q is not on the page", name, f.Title)
			}
		}
		for _, e := range r.Exceptions {
			if !strings.Contains(out, e.ID) || !strings.Contains(out, e.Approver) {
				t.Errorf("%s: %s is not on the page", name, e.ID)
			}
		}
	}
}

// TestOpenIsNeverMet gives every outcome and status that the contract does not
// know, and none at all.
func TestOpenIsNeverMet(t *testing.T) {
	for i, f := range []report.Finding{
		{}, {Status: report.Pass}, {Outcome: "fine", Status: report.Pass}, {Outcome: report.OutcomeOpen, Status: report.Pass},
	} {
		f.ID, f.Title, f.Severity = "a.b", "The title", report.Major
		r := report.Report{Findings: []report.Finding{f}, Profile: report.Profile{ClarifyAt: report.Major}}
		out := renderTo(t, &r, "text", render.Options{})
		if !strings.Contains(out, "? a person must look · must clarify") {
			t.Errorf("%d: not shown as open:\n%s", i, out)
		}
	}
}

// TestXMLIsSaidToBeChecked: how XML is checked stands in the report, once,
// where there is XML.
func TestXMLIsSaidToBeChecked(t *testing.T) {
	r := report.Report{Verdict: report.Undetermined}
	for _, format := range []string{"cyclonedx-json", "cyclonedx-xml", "cyclonedx-xml"} {
		r.Documents = append(r.Documents, report.Document{Path: "a", Kinds: []string{"sbom"}, Format: format, Readable: true})
		want := min(len(r.Documents)-1, 1)
		if got := strings.Count(renderTo(t, &r, "text", render.Options{Width: 400}), "in their JSON form"); got != want {
			t.Errorf("%d documents: said %d times, want %d", len(r.Documents), got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	r := recorded["meets"]()
	for _, f := range render.Formats() {
		if f.Help == "" {
			t.Errorf("%s has no help", f.Name)
		}
		if renderTo(t, &r, f.Name, render.Options{}) == "" {
			t.Errorf("%s writes nothing", f.Name)
		}
		if err := render.Render(brokenWriter{}, &r, f.Name, render.Options{}); err == nil {
			t.Errorf("%s: a failed write is no error", f.Name)
		}
	}
	err := render.Render(&bytes.Buffer{}, &r, "html5", render.Options{})
	if err == nil || !strings.Contains(err.Error(), `no format "html5": use one of text, json, html`) {
		t.Errorf("unknown format: %v", err)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

// FuzzText puts hostile text into every field that could carry it.
func FuzzText(f *testing.F) {
	f.Add(nasty, 80)
	f.Add("a b/c:d", 33)
	f.Add(strings.Repeat("漢", 50), 41)
	f.Fuzz(func(t *testing.T, s string, page int) {
		if page < 32 || page > 300 {
			return
		}
		r := recorded["undetermined"]()
		everywhere(&r, s)
		var b bytes.Buffer
		if err := render.Render(&b, &r, "text", render.Options{Width: page}); err != nil {
			t.Fatal(err)
		}
		for _, c := range b.String() {
			if c != '\n' && !report.Visible(c) {
				t.Fatalf("%s stands in the output", strconv.QuoteRune(c))
			}
		}
		if !utf8.Valid(b.Bytes()) {
			t.Fatal("not UTF-8")
		}
		if b.Len() > 1<<20 {
			t.Fatalf("%d bytes for one small report", b.Len())
		}
	})
}
