package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestLetterAsks: a letter asks each question once and numbers them, asks one
// for all that waits for a document, says where it stood, and asks the vendor
// for nothing that the buyer owes or that nobody but us can mend.
func TestLetterAsks(t *testing.T) {
	for _, format := range []string{"letter", "letter-html"} {
		r := undetermined()
		out := renderTo(t, &r, format, render.Options{ReplyBy: "2026-12-15"})
		for i, want := range []string{
			"Please name the address or form where vulnerabilities are reported.", "Until which date do you supply security updates?",
			"Please send the address of your disclosure policy.", "Please fill in the declaration form", "How do updates reach the product?",
			"Please send what was not supplied: vulnerability statement (VEX).",
		} {
			if strings.Count(out, want) != 1 || !strings.Contains(strings.NewReplacer("**", "", "\\", "").Replace(out), fmt.Sprintf("%d. %s", i+1, want)) {
				t.Errorf("%s: question %d is not %q, once", format, i+1, want)
			}
		}
		for _, want := range []string{"Please answer by 2026-12-15.", "Acme declaration of conformity (signed).pdf", "Please send a VEX document for the product."} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: does not say %q", format, want)
			}
		}
		for _, not := range []string{"known exploited vulnerabilities", "own_rule", "7. "} {
			if strings.Contains(out, not) {
				t.Errorf("%s: asks the vendor for %q", format, not)
			}
		}
	}
}

// TestLetterWithoutQuestions says so.
func TestLetterWithoutQuestions(t *testing.T) {
	r := meets()
	r.Findings = good()
	if out := renderTo(t, &r, "letter", render.Options{}); !strings.Contains(out, "leaves no question open") || strings.Contains(out, "1. ") {
		t.Errorf("a letter without questions:\n%s", out)
	}
}

// TestLetterCitesWhatWasRead: a source that nobody read in the original is no
// ground to ask a vendor.
func TestLetterCitesWhatWasRead(t *testing.T) {
	r := base()
	r.Findings = []report.Finding{failed(help(finding("a.b", "governance", report.Major, "T"), "", "Why?", recall, cisa, nist), "No.")}
	out := renderTo(t, &r, "letter", render.Options{})
	if !strings.Contains(out, "Source: NIST IR 8259A") || strings.Contains(out, "from memory") || strings.Contains(out, "published accounts") {
		t.Error(out)
	}
}
