package engine_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/report"
)

// matchedSBOM has one component that the data below knows, one that cannot be
// looked up, and the vendor's own word on the first.
const matchedSBOM = `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "metadata": {"timestamp": "2026-10-01T00:00:00Z", "component": {"type": "device", "name": "Gateway", "version": "1.0", "bom-ref": "root"}},
 "components": [
  {"type": "library", "bom-ref": "log4j", "group": "org.apache.logging.log4j", "name": "log4j-core", "version": "2.14.1",
   "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"},
  {"type": "library", "bom-ref": "b", "name": "b", "version": "1"}
 ],
 "vulnerabilities": [
  {"id": "CVE-2021-44228", "analysis": {"state": "not_affected", "justification": "code_not_reachable", "lastUpdated": "2026-09-01T00:00:00Z"},
   "affects": [{"ref": "log4j"}]},
  {"id": "CVE-2026-0001", "analysis": {"state": "exploitable"}, "affects": [{"ref": "b"}]}
 ]}`

// logData is the buyer's data on log4j: an advisory, its entry among the
// exploited, a score and decision points.
func logData() *advisory.Data {
	return advisory.New(
		advisory.Content{Set: advisory.Set{Name: "osv-maven", Kind: advisory.KindAdvisories, Format: "osv", Date: "2026-11-01", Records: 1, Ecosystems: []string{"Maven"}},
			Advisories: []advisory.Advisory{{ID: "GHSA-jfh8-c2jp-5v3q", Aliases: []string{"CVE-2021-44228"}, Published: "2021-12-10T00:40:56Z",
				Severity: []advisory.Severity{{Type: "CVSS_V3", Score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"}},
				Affected: []advisory.Affected{{Ecosystem: "Maven", Name: "org.apache.logging.log4j:log4j-core", Ranges: []advisory.Range{
					{Type: "ECOSYSTEM", Events: []advisory.Event{{Introduced: "2.13.0"}, {Fixed: "2.15.0"}}}}}}}}},
		advisory.Content{Set: advisory.Set{Name: "kev", Kind: advisory.KindKEV, Format: "kev", Date: "2026-11-10", Records: 1},
			Exploited: []advisory.Exploited{{CVE: "CVE-2021-44228", Vendor: "Apache", Product: "Log4j2", Name: "Log4Shell", Added: "2021-12-10", Due: "2021-12-24", Ransomware: "Known"}}},
		advisory.Content{Set: advisory.Set{Name: "epss", Kind: advisory.KindEPSS, Format: "epss", Date: "2026-11-11", Records: 1},
			Scores: []advisory.Score{{CVE: "CVE-2021-44228", Probability: 0.94, Percentile: 0.99}}},
		advisory.Content{Set: advisory.Set{Name: "ssvc", Kind: advisory.KindSSVC, Format: "vulnrichment", Records: 1},
			Points: []advisory.Points{{CVE: "CVE-2021-44228", Exploitation: "active", Automatable: "Yes", Impact: "total", Date: "2026-01-02"}}},
	)
}

const exploitedRule = `violation contains {"code": "bad", "args": {}, "at": ["matches", i, "vulnerabilities", k]} if {
	some i, _ in input.sboms
	some k, v in input.matches[i].vulnerabilities
	v.kev.listed
}

review contains {"code": "bad", "args": {}, "at": ["matches", i, "coverage", "advisory", "no_identifier"]} if {
	some i, _ in input.sboms
	count(input.matches[i].coverage.advisory.no_identifier) > 0
}

basis contains {"code": "good", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	input.matches[i].coverage.total < 0
}
`

func matchedScreening(t *testing.T, data *advisory.Data) *engine.Result {
	t.Helper()
	e := newEngine(t, engine.WithPolicies(fstest.MapFS{"one.rego": file(metadata + exploitedRule)}))
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [acme]\n")
	return screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(matchedSBOM)}), engine.Screening{Profile: p, Data: data})
}

// TestMatchReachesTheReport: from the buyer's data by way of the input to a
// violation with the line of the component.
func TestMatchReachesTheReport(t *testing.T) {
	result := matchedScreening(t, logData())
	f := foundOne(t, result.Report)
	if f.Status != report.Fail || len(f.Violations) != 1 || len(f.Reviews) == 0 {
		t.Fatalf("%+v", f)
	}
	want := []report.Place{{Document: "a.cdx.json", Pointer: "/components/0", Line: 4, Column: 3, Name: "org.apache.logging.log4j/log4j-core@2.14.1"}}
	if diff := cmp.Diff(want, f.Violations[0].Places); diff != "" {
		t.Error(diff)
	}
	if places := f.Reviews[0].Places; len(places) != 1 || places[0].Name != "b@1" {
		t.Errorf("the component without an identifier is at %+v", places)
	}
	if diff := cmp.Diff([]report.DataSet{
		{Name: "epss", Kind: "epss", Date: "2026-11-11", AgeDays: 10, Records: 1},
		{Name: "kev", Kind: "kev", Date: "2026-11-10", AgeDays: 11, Records: 1},
		{Name: "osv-maven", Kind: "advisories", Date: "2026-11-01", AgeDays: 20, Records: 1},
		{Name: "ssvc", Kind: "ssvc", Date: "2026-01-02", AgeDays: 323, Records: 1},
	}, result.Report.Provenance.DataSets, cmpopts.IgnoreFields(report.DataSet{}, "Digest")); diff != "" {
		t.Error(diff)
	}
}

// TestMatchInTheInput holds what policies see of one match and of the vendor's
// own word on it.
func TestMatchInTheInput(t *testing.T) {
	var in struct {
		DataSets []struct{ Name string } `json:"data_sets"`
		Matches  []struct {
			Vulnerabilities []struct {
				Row      int
				ID, By   string
				Aliases  []string
				Weak     bool
				Fixed    []string
				Records  []struct{ ID, Range string }
				KEV      struct{ Listed bool }
				Severity struct {
					Score  float64
					Rating string
				}
				SSVC   struct{ Automatable struct{ Value string } }
				Status struct {
					Status    string
					Justified bool
				}
			}
		}
	}
	if err := json.Unmarshal(matchedScreening(t, logData()).Input, &in); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(in.Matches)
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"Vulnerabilities":[` +
		`{"Row":0,"ID":"CVE-2021-44228","By":"purl","Aliases":["GHSA-jfh8-c2jp-5v3q"],"Weak":false,"Fixed":["2.15.0"],` +
		`"Records":[{"ID":"GHSA-jfh8-c2jp-5v3q","Range":"from 2.13.0 and before 2.15.0"}],"KEV":{"Listed":true},` +
		`"Severity":{"Score":10,"Rating":"critical"},"SSVC":{"Automatable":{"Value":"yes"}},"Status":{"Status":"not_affected","Justified":true}},` +
		`{"Row":1,"ID":"CVE-2026-0001","By":"vendor","Aliases":[],"Weak":false,"Fixed":[],"Records":[],"KEV":{"Listed":false},` +
		`"Severity":{"Score":0,"Rating":""},"SSVC":{"Automatable":{"Value":""}},"Status":{"Status":"affected","Justified":false}}]}]`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
}

// TestMatchIsPruned: a profile that reads no match gets none, with or without
// data, and data changes nothing but the list of sets.
func TestMatchIsPruned(t *testing.T) {
	e := newEngine(t)
	baseline, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	result := screen(t, e, open(t, fstest.MapFS{"a.cdx.json": file(matchedSBOM)}), engine.Screening{Profile: baseline, Data: logData()})
	for _, key := range []string{`"matches":`, `"sources":`, `"certificates":`} {
		if strings.Contains(string(result.Input), key) {
			t.Errorf("baseline's input has %s", key)
		}
	}
}
