package engine_test

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine"
)

// inForce are the days from which, and up to which, requirements are in force,
// as the table of dates of the catalogue has them; all others always are.
var inForce = map[string][2]string{
	"cra.class_route":               {"2027-12-11", ""},
	"cra.components_listed":         {"2027-12-11", ""},
	"cra.declaration_of_conformity": {"2027-12-11", ""},
	"cra.essential":                 {"2027-12-11", ""},
	"cra.handling":                  {"2027-12-11", ""},
	"cra.known_weaknesses":          {"2027-12-11", ""},
	"cra.reporting":                 {"2026-09-11", ""},
	"cra.risk_assessment":           {"2027-12-11", ""},
	"cra.support_period":            {"2027-12-11", ""},
	"cra.technical_file":            {"2027-12-11", ""},
	"cra.updates":                   {"2027-12-11", ""},
	"cra.user_info":                 {"2027-12-11", ""},
	"cryptography.cnsa_2":           {"2027-01-01", ""},
	"origin.semiconductors":         {"2027-12-23", ""},
	"psti.duty":                     {"2024-04-29", ""},
	"psti.statement":                {"2024-04-29", ""},
	"radio.essential":               {"2025-08-01", "2027-12-10"},
	"radio.restriction":             {"2025-08-01", "2027-12-10"},
	"sbom.bsi_2_1":                  {"2026-02-20", ""},
	"sbom.cisa_2026":                {"2026-07-29", ""},
}

// TestDatedRequirementsAdviseOutsideTheirDates: the findings of each requirement
// with a date are advice the day before it and in force on it, in force on its
// last day and advice after it; one without a date is in force on every day.
func TestDatedRequirementsAdviseOutsideTheirDates(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	all, err := e.Requirements()
	if err != nil {
		t.Fatal(err)
	}
	dated, days := map[string][2]string{}, map[string]bool{}
	use := "profile: 1\nid: dated\nedition: \"1\"\ntitle: What has a date\nuse:\n  - support.not_ended\n"
	for _, r := range all {
		if r.EffectiveFrom+r.EffectiveTo == "" {
			continue
		}
		use += "  - " + r.ID + "\n"
		dated[r.ID] = [2]string{r.EffectiveFrom, r.EffectiveTo}
		for edge, step := range map[string]int{r.EffectiveFrom: -1, r.EffectiveTo: 1} {
			if edge != "" {
				days[edge], days[shifted(t, edge, step)] = true, true
			}
		}
	}
	if diff := cmp.Diff(inForce, dated); diff != "" {
		t.Error(diff)
	}
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(barest), "d.yaml": file("declaration: 1\n")})
	p := profile(t, use)
	for day := range days {
		result, err := e.Screen(t.Context(), bundle, engine.Screening{Profile: p, AsOf: day})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Report.Findings {
			from, to := dated[f.Requirement][0], dated[f.Requirement][1]
			if advice := day < from || to != "" && day > to; f.Advisory != advice {
				t.Errorf("%s on %s: advisory is %v; it is in force from %q to %q", f.ID, day, f.Advisory, from, to)
			}
		}
	}
}

// shifted is the day some days after another.
func shifted(t *testing.T, day string, by int) string {
	t.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return at.AddDate(0, 0, by).Format(time.DateOnly)
}
