package engine_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// unversioned is an SBOM of n components without a version.
func unversioned(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `, {"type": "library", "bom-ref": "c%d", "name": "c%d"}`, i, i)
	}
	return strings.Replace(goodSBOM, `"purl": "pkg:npm/a@1"}]`, `"purl": "pkg:npm/a@1"}`+b.String()+"]", 1)
}

// pointing is a pack of one requirement with this many violations, each of
// which points at every component without a version.
func pointing(statements int) fstest.MapFS {
	return fstest.MapFS{"one.rego": file(strings.Replace(metadata, `bad: "bad"`, `bad: "bad {n}"`, 1) + fmt.Sprintf(`violation contains {"code": "bad", "args": {"n": n}, "at": ["sboms", i, "facts", "component_version", "software", "absent"]} if {
	some i, _ in input.sboms
	some n in numbers.range(1, %d)
}

basis contains {"code": "good", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.spec_version == "9"
}
`, statements))}
}

func foundOne(t *testing.T, r *report.Report) report.Finding {
	t.Helper()
	for _, f := range r.Findings {
		if f.ID == "acme.one" {
			return f
		}
	}
	t.Fatal("there is no finding")
	return report.Finding{}
}

// TestPlacesOfAFindingAreBounded: one list below, at and above the bound, and
// many lists; the total stands where not all are listed.
func TestPlacesOfAFindingAreBounded(t *testing.T) {
	engine.OneGoroutine(t)
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	const most = report.MaxPlaces
	for _, c := range []struct{ statements, rows int }{{1, most - 1}, {1, most}, {1, most + 1}, {1, 3 * most}, {300, 7}, {10_000, 90}} {
		e := newEngine(t, engine.WithPolicies(pointing(c.statements)), engine.WithoutLibrary())
		r := screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(unversioned(c.rows))}), engine.Screening{Profile: p}).Report
		f := foundOne(t, r)
		listed, total := 0, 0
		for _, s := range f.Violations {
			listed += len(s.Places)
			total += max(len(s.Places), s.PlacesTotal)
			if (s.PlacesTotal != 0) != (len(s.Places) < c.rows) || s.PlacesTotal != 0 && s.PlacesTotal != c.rows {
				t.Fatalf("%+v: %d places of %d", c, len(s.Places), s.PlacesTotal)
			}
		}
		if want := min(most, c.statements*c.rows); f.Status != report.Fail || listed != want || total != c.statements*c.rows {
			t.Errorf("%+v: %s, %d places listed of %d, want %d", c, f.Status, listed, total, want)
		}
	}
}

// TestTooManyPlacesAreAnError: a policy that points at a million places means
// none of them, and nobody waits for it.
func TestTooManyPlacesAreAnError(t *testing.T) {
	engine.OneGoroutine(t)
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	e := newEngine(t, engine.WithPolicies(pointing(1_000)), engine.WithoutLibrary())
	for rows, want := range map[int]report.Status{1_000: report.Fail, 1_001: report.Error} {
		begun := time.Now()
		r := screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(unversioned(rows))}), engine.Screening{Profile: p}).Report
		f := foundOne(t, r)
		if f.Status != want || want == report.Error && !strings.Contains(strings.Join(f.Errors, " "), "more than 1000000 places") {
			t.Errorf("%d rows: %s %q", rows, f.Status, f.Errors)
		}
		t.Logf("%d rows: %s", rows, time.Since(begun))
	}
}

// TestExceptionsCountPlacesNotListed: an exception is held to every place of a
// finding, also to those beyond the bound of the list.
func TestExceptionsCountPlacesNotListed(t *testing.T) {
	engine.OneGoroutine(t)
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	e := newEngine(t, engine.WithPolicies(pointing(1)), engine.WithoutLibrary())
	const rows = report.MaxPlaces + 500
	bundle := open(t, fstest.MapFS{"a.cdx.json": file(unversioned(rows))})
	for _, covered := range []int{rows, rows - 1} {
		x := tender.Exception{Requirement: "acme.one", WholeTender: true, Reason: "R", Approver: "A", Until: tender.Day{Day: 30_000, Text: "2052-02-20"}}
		for i := range covered {
			x.Components = append(x.Components, fmt.Sprintf("c%d", i))
		}
		r := screen(t, e, bundle, engine.Screening{Profile: p, Exceptions: []tender.Exception{x}}).Report
		f := foundOne(t, r)
		if f.Exception == nil || f.Exception.Places != rows || f.Exception.Covered != covered || f.Exception.Excuses != (covered == rows) {
			t.Errorf("%d covered: %+v", covered, f.Exception)
		}
	}
}

// TestSentencesAreBounded: a message that repeats a long argument is cut, and a
// message without end is refused.
func TestSentencesAreBounded(t *testing.T) {
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	rule := strings.Replace(forgedRules, `"code": "bad", "args": {}`, `"code": "bad", "args": {"x": replace(sprintf("%030000d", [0]), "0", "é")}`, 1)
	pack := func(text string) fstest.MapFS {
		return fstest.MapFS{"one.rego": file(strings.Replace(metadata, `bad: "bad"`, `bad: "`+text+`"`, 1) + rule)}
	}
	e := newEngine(t, engine.WithPolicies(pack(strings.Repeat("{x} ", 500))), engine.WithoutLibrary())
	f := foundOne(t, screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM)}), engine.Screening{Profile: p}).Report)
	if f.Status != report.Fail || len(f.Violations[0].Message) > 17<<10 || !strings.HasSuffix(f.Violations[0].Message, "é…") {
		t.Errorf("%s, %d bytes", f.Status, len(f.Violations[0].Message))
	}
	if _, err := engine.New(t.Context(), engine.WithPolicies(pack(strings.Repeat("{x} ", 1_001))), engine.WithoutLibrary()); err == nil || !strings.Contains(err.Error(), "longer than 4000 bytes") {
		t.Errorf("got %v", err)
	}
}
