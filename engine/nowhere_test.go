package engine_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
)

// nowheres are places, as a helper of a pack gives them, that the evidence of
// one SBOM does not have.
var nowheres = []struct{ at, want string }{
	{`["sboms", 7]`, "there is no row 7"},
	{`["sboms", 0 - 1]`, "there is no row -1"},
	{`["sboms", 0.5]`, "there is no row 0.5"},
	{`["sboms", 1e300]`, "there is no row"},
	{`["sboms", "0"]`, "there is no row 0"},
	{`["sboms", 0, "colour"]`, `there is no field "colour"`},
	{`["sboms", 0, "spec_version", "x", "y"]`, "below a plain value"},
	{`["components", 0, 99, "name"]`, "there is no row 99"},
	{`["sboms", null]`, "there is no row"},
	{`["sboms", {"a": [1]}]`, "there is no row"},
	{`"sboms"`, "is not a list"},
	{`null`, "is not a list"},
	{`{"sboms", 0}`, "is not a list"},
	{`["sboms", concat("", ["\u001b[2J\u202e", sprintf("%0900d", [1])])]`, "00…"},
}

// TestPlaceThatLeadsNowhere: a policy that points at what is not there is an
// error of that requirement, by whichever rule; the others are judged as
// without it.
func TestPlaceThatLeadsNowhere(t *testing.T) {
	pack := fstest.MapFS{"sound.rego": file(strings.Replace(metadata, "acme.one", "acme.sound", 1) + forgedRules)}
	want := map[string]string{}
	for i, c := range nowheres {
		for _, rule := range []string{"violation", "review", "basis", "not_applicable"} {
			name := fmt.Sprintf("r%d_%s", i, rule)
			pack[name+".rego"] = file(strings.Replace(metadata, "acme.one", "acme."+name, 1) + lost(rule, c.at))
			want["acme."+name] = c.want
		}
	}
	e := newEngine(t, engine.WithPolicies(pack))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	r := screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM)}), engine.Screening{Profile: p}).Report
	if r.Verdict == report.Meets {
		t.Errorf("verdict %s", r.Verdict)
	}
	seen := 0
	for _, f := range r.Findings {
		if !strings.HasPrefix(f.ID, "acme.") {
			continue
		}
		seen++
		if f.ID == "acme.sound" {
			if f.Status != report.Fail {
				t.Errorf("the sound requirement is %s %q", f.Status, f.Errors)
			}
			continue
		}
		if f.Status != report.Error || len(f.Errors) != 1 || !strings.Contains(f.Errors[0], want[f.ID]) || len(f.Errors[0]) > 2_000 {
			t.Errorf("%s: %s %q, want %q", f.ID, f.Status, f.Errors, want[f.ID])
		}
	}
	if seen != len(pack) {
		t.Errorf("%d findings of %d", seen, len(pack))
	}
	inert(t, r)
}

// lost are rules of which one points at what a helper gives.
func lost(rule, at string) string {
	never := strings.Replace(forgedRules, `"1.6"`, `"0"`, 1)
	level := ""
	if rule == "basis" || rule == "not_applicable" {
		level = `, "level": "verified"`
	}
	return never + "\n" + rule + ` contains {"code": "bad", "args": {}, "at": _at` + level + `} if {
	some sbom in input.sboms
	sbom.spec_version == "1.6"
}

_at := ` + at + "\n"
}
