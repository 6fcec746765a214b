package tender_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/tender"
)

func day(t testing.TB, text string) tender.Day {
	t.Helper()
	d, err := tender.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestAddKeepsWhatIsThere: comments and the other records stay as they are in
// every byte, and the new one reads back as it was given, whatever its text.
func TestAddKeepsWhatIsThere(t *testing.T) {
	before := "# Ours.\nexceptions: 1\nlist:\n    # The first.\n    - requirement: sbom.author\n      tender: true\n      member: x\n      reason: R\n      approver: A\n      until: 2026-12-01\n\n\n"
	for _, reason := range []string{"plain", "yes", "with: colon # and hash", "two\nlines", "- dash", `"quoted"`, "2026-01-01", "12", "|", "博特感測"} {
		e := tender.Exception{ID: "E-1", Requirement: "sbom.component_hash", Vendor: "Acme", Product: "Gateway", Version: "2.4", Document: strings.Repeat("ab", 32),
			Components: []string{"pkg:npm/a@1", "ref-2"}, Reason: reason, Approver: "M. Okafor", From: day(t, "2026-11-01"), Until: day(t, "2026-12-31")}
		got, err := tender.AddException("e.yaml", []byte(before), e)
		if err != nil {
			t.Fatalf("%q: %v", reason, err)
		}
		if !strings.HasPrefix(string(got), strings.TrimRight(before, "\n")+"\n    - id: ") {
			t.Errorf("%q: what was there is changed:\n%s", reason, got)
		}
		list, err := tender.ParseExceptions("e.yaml", got)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, list[1]); diff != "" {
			t.Errorf("%q -want +got\n%s", reason, diff)
		}
	}
}

// TestAddBeginsAFile: where nothing is, the file begins.
func TestAddBeginsAFile(t *testing.T) {
	d := tender.Determination{Requirement: "nist_8259ab.capability", Member: "ir8259a-SU-2", Vendor: "Acme", Product: "Gateway", Outcome: tender.Met,
		Reason: "Seen.", Place: "page 3", By: "A. Kowalczyk", Date: day(t, "2026-11-20")}
	got, err := tender.AddDetermination("d.yaml", nil, d)
	if err != nil {
		t.Fatal(err)
	}
	want := `determinations: 1
list:
  - requirement: nist_8259ab.capability.ir8259a-SU-2
    vendor: Acme
    product: Gateway
    outcome: met
    reason: Seen.
    place: page 3
    by: A. Kowalczyk
    date: 2026-11-20
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if got, err = tender.AddDetermination("d.yaml", got, d); err != nil || strings.Count(string(got), "outcome: met") != 2 {
		t.Errorf("a second one: %v\n%s", err, got)
	}
}

func TestAddRefuses(t *testing.T) {
	whole := tender.Exception{Requirement: "a.b", WholeTender: true, Reason: "R", Approver: "A", Until: day(t, "2026-12-01")}
	for name, test := range map[string]struct {
		text string
		e    tender.Exception
		want string
	}{
		"flow list":     {"exceptions: 1\nlist: []\n", whole, "e.yaml:2: list: cannot be added to"},
		"list not last": {"list:\n  - {requirement: a.b, tender: true, reason: R, approver: A, until: 2026-12-01}\nexceptions: 1\n", whole, "e.yaml:3: list: cannot be added to"},
		"broken file":   {"exceptions: 1\nlust: []\n", whole, "list: is missing"},
		"incomplete":    {"", tender.Exception{Requirement: "a.b"}, "reason: is missing"},
		"other file":    {"determinations: 1\nlist: []\n", whole, "is a file of determinations"},
	} {
		if _, err := tender.AddException("e.yaml", []byte(test.text), test.e); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v, want %q", name, err, test.want)
		}
	}
}

// TestCheckExceptions: each thing that makes an exception worth less or more
// than it seems is told, with its line.
func TestCheckExceptions(t *testing.T) {
	text := `exceptions: 1
list:
  - {id: A, requirement: sbom.author, tender: true, reason: R, approver: M, until: 2026-12-01}
  - {id: B, requirement: sbom.author, vendor: V, product: P, version: "1", reason: R, approver: M, until: 2026-11-30}
  - {id: C, requirement: nist.capability, vendor: V, product: P, version: "1", reason: R, approver: M, until: 2026-11-30}
  - {id: D, requirement: nist.capability.SU-1, vendor: V, product: P, version: "2", reason: R, approver: M, until: 2026-11-01}
  - {id: E, requirement: nist.capability.SU-9, vendor: V, product: P, version: "2", reason: R, approver: M, from: 2026-11-01, until: 2027-11-30}
  - {id: F, requirement: nist.capability.SU-1, vendor: V, product: P, version: "2", reason: R, approver: M, until: 2026-11-30}
  - {id: G, requirement: sbom.hash, vendor: V, product: P, version: "2", components: [a], reason: R, approver: M, until: 2026-11-30}
  - {id: H, requirement: sbom.hash, vendor: V, product: P, version: "2", components: [b], reason: R, approver: M, until: 2026-11-30}
`
	got, err := tender.CheckExceptions("e.yaml", []byte(text), tender.Check{
		AsOf: day(t, "2026-11-20"), MaxDays: 366,
		Known: func(requirement, member string) (bool, int) {
			if requirement == "nist.capability" {
				return member == "" || member == "SU-1", 44
			}
			return requirement == "sbom.author" || requirement == "sbom.hash", 0
		},
		Used: func(row int) bool { return row != 7 },
	})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range got {
		lines = append(lines, f.Error())
	}
	want := []string{
		"e.yaml:3: list[0].tender: lets every bid fail all of sbom.author; name the offer, or limit it to a member, a document or components",
		"e.yaml:4: list[1]: says nothing that list[0] (line 3) does not say; keep one of them",
		"e.yaml:5: list[2].requirement: covers all 44 members of nist.capability; name the member that is meant, as nist.capability.MEMBER",
		"e.yaml:6: list[3].until: ended on 2026-11-01, so it excuses nothing; remove it, or have it approved anew",
		"e.yaml:7: list[4].requirement: nist.capability.SU-9 is no requirement that is loaded; write it as `bidgate policy list` does, or load the policies that have it",
		"e.yaml:7: list[4].until: lets it run for 394 days; at most 366 are allowed; give an earlier day",
		"e.yaml:8: list[5]: makes list[3] (line 6) needless; keep one of them",
		"e.yaml:10: list[7]: counted in none of the reports given; remove it if nothing needs it any more",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCheckDeterminations(t *testing.T) {
	text := `determinations: 1
list:
  - {requirement: a.b, vendor: V, product: P, outcome: met, reason: R, place: p, by: A, date: 2026-11-20}
  - {requirement: a.b, vendor: V, product: P, outcome: not_met, reason: R, place: p, by: A, date: 2026-11-20}
  - {requirement: a.c, vendor: V, product: P, outcome: met, reason: R, place: p, by: A, date: 2026-11-21}
  - {requirement: a.b, vendor: W, product: P, outcome: met, reason: R, place: p, by: A, date: 2026-11-20}
  - {requirement: a.b, vendor: W, product: P, outcome: met, reason: S, place: p, by: A, date: 2026-11-20}
`
	got, err := tender.CheckDeterminations("d.yaml", []byte(text), tender.Check{AsOf: day(t, "2026-11-20")})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range got {
		lines = append(lines, f.Error())
	}
	want := []string{
		"d.yaml:4: list[1].outcome: is not_met, and list[0] (line 3) says met of the same; keep the one that holds",
		"d.yaml:5: list[2].date: is 2026-11-21, which is yet to come; give the day on which the person looked",
		"d.yaml:7: list[4]: says the same as list[3] (line 6); keep one of them",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// FuzzAddException: what is added to any file reads back, or is refused.
func FuzzAddException(f *testing.F) {
	f.Add("", "reason", "until")
	f.Add("exceptions: 1\nlist:\n- {requirement: a.b, tender: true, reason: R, approver: A, until: 2026-12-01}", "a: b", "pkg:npm/x")
	f.Fuzz(func(t *testing.T, text, reason, component string) {
		e := tender.Exception{Requirement: "a.b", WholeTender: true, Components: []string{component}, Reason: reason, Approver: "A", Until: day(t, "2026-12-01")}
		got, err := tender.AddException("e.yaml", []byte(text), e)
		if err != nil {
			return
		}
		list, err := tender.ParseExceptions("e.yaml", got)
		if err != nil || len(list) == 0 {
			t.Fatalf("%v\n%s", err, got)
		}
		if last := list[len(list)-1]; last.Reason != strings.TrimSpace(reason) || last.Components[0] != strings.TrimSpace(component) {
			t.Errorf("%q %q came back as %q %q", reason, component, last.Reason, last.Components)
		}
	})
}
