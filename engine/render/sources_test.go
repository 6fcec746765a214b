package render_test

import (
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// marks are what must stand within reach of a clause that nobody read in the
// original: words for people, or the field of a format for programs.
var marks = map[string]*regexp.Regexp{
	"secondary": regexp.MustCompile(`(?i)published accounts|secondary`),
	"memory":    regexp.MustCompile(`(?i)from memory|memory`),
}

// reach is how far from a clause its mark may stand, in characters of plain text.
const reach = 150

// TestNoClauseFromMemoryLooksVerified renders findings of every status whose
// only source is known from memory or an account. Wherever a format prints the
// clause, it says beside it how the clause is known.
func TestNoClauseFromMemoryLooksVerified(t *testing.T) {
	OneGoroutine(t)
	printed := map[string]bool{}
	for confidence, mark := range marks {
		for name, r := range few(t) {
			told := *r
			told.Findings = slices.Clone(r.Findings)
			for i := range told.Findings {
				told.Findings[i].Sources = []report.Source{{Standard: "Zonulak Standard", Edition: "2099", Clause: "Zonulak 7.3", Confidence: confidence}}
			}
			for _, f := range render.Formats() {
				out := plain(renderTo(t, &told, f.Name, render.Options{Verbose: true}))
				for _, at := range regexp.MustCompile("Zonulak 7.3").FindAllStringIndex(out, -1) {
					printed[f.Name] = true
					near := out[max(0, at[0]-reach):min(len(out), at[1]+reach)]
					if !mark.MatchString(near) {
						t.Errorf("%s: %s prints a clause known by %s as if it were verified: %s", name, f.Name, confidence, near)
						break
					}
				}
			}
		}
	}
	if len(printed) < 6 {
		t.Errorf("only %v print the clause of a source", printed)
	}
}

// few are the recorded reports and one of a fixture; all of cases where every
// fixture is asked for (make formats).
func few(t *testing.T) map[string]*report.Report {
	t.Helper()
	if os.Getenv("BIDGATE_ALL_FIXTURES") != "" {
		return cases(t)
	}
	all := map[string]*report.Report{"fixtures/bridge-silent": fixture(t, "../../fixtures/bridge-silent/report.json")}
	for name, build := range recorded {
		r := build()
		all["recorded/"+name] = &r
	}
	return all
}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	spaces = regexp.MustCompile(`[\s>|\\]+`)
	claims = regexp.MustCompile(`(?i)\bcompl(ies|iant|y) with\b`)
)

// plain is the text of an output without markup, line breaks and colours.
func plain(out string) string {
	return spaces.ReplaceAllString(html.UnescapeString(tags.ReplaceAllString(ansi.ReplaceAllString(out, ""), " ")), " ")
}

// TestNoOutputClaimsCompliance: the one sentence in which a format speaks of
// complying with a law says that nothing says so.
func TestNoOutputClaimsCompliance(t *testing.T) {
	OneGoroutine(t)
	said := 0
	for name, r := range few(t) {
		for _, f := range render.Formats() {
			out := plain(renderTo(t, r, f.Name, render.Options{}))
			for _, at := range claims.FindAllStringIndex(out, -1) {
				said++
				if !strings.HasSuffix(strings.TrimSpace(out[:at[0]]), "it does not say that a product") {
					t.Errorf("%s: %s: %s", name, f.Name, out[max(0, at[0]-80):min(len(out), at[1]+40)])
				}
			}
		}
	}
	if said == 0 {
		t.Error("no format carries the notice")
	}
}
