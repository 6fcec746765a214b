package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestPlacesNotListedAreCounted: a reader learns of every place, also of those
// that the report does not list.
func TestPlacesNotListedAreCounted(t *testing.T) {
	for _, c := range []struct {
		listed, total int
		verbose       bool
		want          string
	}{
		{3, 0, false, ""},
		{4, 0, false, ""},
		{5, 0, false, "and 2 more places"},
		{5, 15_271, false, "and 15,268 more places"},
		{1_000, 15_271, true, "and 15,221 more places"},
		{2, 9, false, "and 7 more places"},
		{0, 14_271, false, "at 14,271 places not listed here"},
		{0, 1, false, "at 1 place not listed here"},
		{0, 0, false, ""},
	} {
		r := recorded["does_not_meet"]()
		var places []report.Place
		for i := range c.listed {
			places = append(places, report.Place{Document: "a.json", Line: i + 1, Column: 1})
		}
		f := failed(r.Findings[0], "Here.", places...)
		f.Violations = []report.Statement{f.Violations[len(f.Violations)-1]}
		f.Violations[0].PlacesTotal = c.total
		r.Findings = []report.Finding{f}
		text := renderTo(t, &r, "text", render.Options{Verbose: c.verbose})
		shown := strings.Count(text, "at a.json:")
		if c.want == "" && (shown != c.listed || strings.Contains(text, "more place") || strings.Contains(text, "not listed")) || !strings.Contains(text, c.want) {
			t.Errorf("%+v: %d shown\n%s", c, shown, text)
		}
		if json := renderTo(t, &r, "json", render.Options{}); strings.Contains(json, fmt.Sprintf(`"places_total": %d`, c.total)) != (c.total > 0) {
			t.Errorf("%+v: the JSON says another total", c)
		}
	}
}
