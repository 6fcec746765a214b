package engine_test

import (
	"os"
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// TestWeakBasisIsNotedWhereItIs asks one requirement for more than the vendor's
// word: that finding, and no other, is then for a person. OPA 1.22 keeps the
// first truth of a call inside an indexed comprehension, and once noted it
// everywhere.
func TestWeakBasisIsNotedWhereItIs(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	bundle, err := evidence.OpenFS(os.DirFS("../fixtures/edk2-meets/bundle"), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"disclosure.contact", "support.period_end"} {
		p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nextends: baseline\nrequirements: {"+id+": {level: verified}}\n")
		r := screen(t, e, bundle, engine.Screening{Profile: p}).Report
		var noted []string
		for _, f := range r.Findings {
			if slices.ContainsFunc(f.Reviews, func(s report.Statement) bool { return s.Code == "weak_basis" }) {
				noted = append(noted, f.ID)
			}
		}
		if !slices.Equal(noted, []string{id}) || r.Verdict != report.Undetermined {
			t.Errorf("%s: verdict %s, noted at %v", id, r.Verdict, noted)
		}
	}
}
