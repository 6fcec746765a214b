package render_test

import (
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestVSAPassesOnlyWhatMeets: what is undetermined, or no verdict at all, has
// not passed.
func TestVSAPassesOnlyWhatMeets(t *testing.T) {
	for _, verdict := range append(report.Verdicts(), "", "new") {
		r := base()
		r.Verdict = verdict
		out := renderTo(t, &r, "vsa", render.Options{})
		want := verdict == report.Meets || verdict == report.MeetsWithExceptions
		if strings.Contains(out, `"PASSED"`) != want || strings.Contains(out, `"FAILED"`) == want || strings.Contains(out, "SLSA_") {
			t.Errorf("%q: %s", verdict, out)
		}
	}
}
