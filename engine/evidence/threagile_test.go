package evidence

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const threagileModel = `threagile_version: 1.0.0
title: Shop <b>x</b>
date: 2020-07-01
author: {name: Ann}
data_assets:
  Orders: &base {id: orders, confidentiality: confidential, integrity: critical}
  Logs: {<<: *base, id: logs, confidentiality: public}
technical_assets:
  Web: {id: web, type: process, out_of_scope: false, internet: true, communication_links: {Read Orders: {target: db, protocol: https, authentication: none, data_assets_sent: [orders]}}}
  DB: {id: db, type: datastore, out_of_scope: true, justification_out_of_scope: bought}
trust_boundaries:
  Inside: {id: in, technical_assets_inside: [db]}
abuse_cases: {Theft: As a thief I take it}
questions: {"Who runs it?": "", "Where?": "In a hall"}
individual_risk_categories:
  Odd: {id: odd, stride: repudiation, cwe: 693, risks_identified: {<b>Odd</b> thing: {severity: elevated}}}
risk_tracking:
  a@web: {status: accepted, justification: small, ticket: T-1, date: 2020-01-04, checked_by: Bea}
  b@*@db: {status: mitigated, justification: done, ticket: T-2, date: 2020-01-04, checked_by: Bea}
  c@*: {status: mitigated}
  d@*: {status: in-progress}
`

const threagileRisks = `[{"category": "a", "severity": "elevated", "title": "<b>A</b> at Web", "synthetic_id": "a@web", "most_relevant_technical_asset": "web", "most_relevant_communication_link": "web>read-orders"},
{"category": "b", "title": "B", "synthetic_id": "b@web@db"},
{"category": "b", "title": "B", "synthetic_id": "b@web"},
{"category": "odd", "title": "Odd thing", "synthetic_id": "odd@web", "severity": "critical", "risk_status": "mitigated"},
{"category": "c", "title": "C", "synthetic_id": "c@db", "risk_status": "false-positive"}]
`

// TestThreagile joins a model with its list of risks.
func TestThreagile(t *testing.T) {
	d := read(t, map[string]string{"tm/model.yaml": threagileModel, "tm/risks.json": threagileRisks})
	if len(d.ThreatModels) != 1 || d.Bundle.Kinds.ThreatModel.Readable != 2 {
		t.Fatalf("%d models: %+v", len(d.ThreatModels), d.Bundle.Documents)
	}
	m := d.ThreatModels[0]
	var got []string
	for _, c := range m.Threats.Items {
		got = append(got, fmt.Sprint(c.Title.Value, " ", c.Severity.Value, " ", c.Likelihood.Value, " ", c.Status.Value, " ", c.StatusBasis, " ", c.Categories.Items[0].Name.Value,
			" ", c.Weaknesses.Items, c.Ticket.Value, c.Approver.Value, c.Mitigations))
	}
	for _, c := range m.Mitigations.Items {
		got = append(got, c.ID.Value+" "+c.Status.Value)
	}
	for _, w := range m.Warnings {
		got = append(got, w.Code+" "+w.Location)
	}
	want := []string{
		"A at Web high unlikely accepted stated a []T-1Bea[]", "B low unlikely mitigated stated b []T-2[0]", "B low unlikely open default b [][]",
		"Odd thing critical unlikely mitigated stated repudiation [CWE-693][]", "C low unlikely not_applicable stated c [][1]",
		"b@*@db verified", "c@* implemented", "d@* in_progress",
		"status_without_mitigation /risks.json/3", "contradiction /risk_tracking/c@*/status", "pattern_unused /risk_tracking/d@*",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	more := fmt.Sprint(m.Title.Value, len(m.Assets.Items), m.Assets.Items[1].Sensitivity.Items, m.Scope.Out.Items[0].Reason.Value, m.DataFlows.Items[0].ID.Value,
		m.DataFlows.Items[0].Crosses.Items, m.DataFlows.Items[0].Sensitive.Value, m.Interfaces.Items[0].Component.Value, len(m.AbuseCases.Items), m.Assumptions.Items[0].Status.Value, len(m.Risks.Items))
	if want := "Shop x2 [confidentiality public integrity critical]boughtweb>read-orders[in] trueweb1unconfirmed1"; more != want {
		t.Errorf("%s, want %s", more, want)
	}
	for path, want := range map[string]string{
		"/threat_models/0/threats/items/1":     "risks.json /1 2",
		"/threat_models/0/mitigations/items/0": "model.yaml /risk_tracking/b@*@db 19",
		"/threat_models/0/assets/items/1":      "model.yaml /data_assets/Logs 7",
	} {
		if got := placeOf(t, d, path); got != want {
			t.Errorf("%s is at %s, want %s", path, got, want)
		}
	}
}

// placeOf is the file, pointer and line of a path into the dossier.
func placeOf(t *testing.T, d *Dossier, path string) string {
	t.Helper()
	var steps []any
	for _, step := range strings.Split(path[1:], "/") {
		if i, ok := stepIndex(json.Number(step)); ok {
			steps = append(steps, i)
			continue
		}
		steps = append(steps, step)
	}
	places, _, err := d.Locate(steps, 1)
	if err != nil || len(places) != 1 {
		t.Fatalf("%s: %v, %v", path, places, err)
	}
	return fmt.Sprint(d.Bundle.Documents[places[0].Document].Path, " ", places[0].Pointer, " ", places[0].Line)
}

// splitDifferences are all that a split model and the whole one may differ in.
var splitDifferences = []twinDifference{
	{"(.*\\.)?Location", ".*", ".*", some, "what was split off stands in other files"},
}

// TestThreagileTwins reads a model that is split like the whole one, but for
// the places.
func TestThreagileTwins(t *testing.T) {
	lines := strings.SplitAfter(threagileModel, "\n")
	split := map[string]string{
		"tm/main.yaml":            lines[0] + "includes: [meta.yaml, parts/assets.yaml, rest.yaml]\n",
		"tm/meta.yaml":            strings.Join(lines[1:4], ""),
		"tm/parts/assets.yaml":    "includes: [technical.yaml]\n" + strings.Join(lines[4:7], ""),
		"tm/parts/technical.yaml": strings.Join(lines[7:12], ""),
		"tm/rest.yaml":            strings.Join(lines[12:], ""),
		"tm/risks.json":           threagileRisks,
	}
	d := read(t, split)
	whole := read(t, map[string]string{"tm/main.yaml": threagileModel, "tm/risks.json": threagileRisks})
	if len(d.ThreatModels) != 1 {
		t.Fatalf("%d models: %+v", len(d.ThreatModels), d.Bundle.Documents)
	}
	for _, m := range []*ThreatModel{&d.ThreatModels[0], &whole.ThreatModels[0]} { // which are in order of place
		slices.SortFunc(m.Warnings, func(a, b Warning) int { return strings.Compare(a.Text, b.Text) })
	}
	holdTwins(t, whole.ThreatModels[0], d.ThreatModels[0], splitDifferences)
	if got := placeOf(t, d, "/threat_models/0/components/items/1"); got != "parts/technical.yaml /technical_assets/DB 3" {
		t.Errorf("the store is at %s", got)
	}
}

// TestThreagileExampleTwins splits the example of the tool at its top-level
// keys, as its makers split theirs.
func TestThreagileExampleTwins(t *testing.T) {
	model, err := os.ReadFile("testdata/corpus/threagile-example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	risks, err := os.ReadFile("testdata/corpus/threagile-example-risks.json")
	if err != nil {
		t.Fatal(err)
	}
	files, main, name := map[string]string{"risks.json": string(risks)}, "", ""
	for line := range strings.Lines(string(model)) {
		if key, _, found := strings.Cut(line, ":"); found && key != "" && !strings.ContainsAny(key[:1], " #-\n") {
			if name = key + ".yaml"; key == "threagile_version" {
				name = ""
			} else {
				main += "  - " + name + "\n"
			}
		}
		if name != "" {
			files[name] += line
		} else if strings.HasPrefix(line, "threagile_version") {
			files["0.yaml"] = line
		}
	}
	files["0.yaml"] += "includes:\n" + main
	split, whole := read(t, files), read(t, map[string]string{"0.yaml": string(model), "risks.json": string(risks)})
	if len(split.ThreatModels) != 1 || len(whole.ThreatModels) != 1 {
		t.Fatalf("%d and %d models: %+v", len(split.ThreatModels), len(whole.ThreatModels), split.Bundle.Documents)
	}
	t.Log(len(files), "files,", modelCounts(&split.ThreatModels[0]))
	holdTwins(t, whole.ThreatModels[0], split.ThreatModels[0], splitDifferences)
}

// TestThreagilePairs keeps apart what may not belong together.
func TestThreagilePairs(t *testing.T) {
	for want, files := range map[string][]string{
		"a/m.yaml+b/r.json":                   {"a/m.yaml", "b/r.json"},
		"a/m.yaml+a/m-risks.json a/n.yaml":    {"a/m.yaml", "a/n.yaml", "a/m-risks.json"},
		"a/m.yaml+a/r.json b/n.yaml+b/r.json": {"a/m.yaml", "a/r.json", "b/n.yaml", "b/r.json"},
		"a/m.yaml a/n.yaml a/r.json":          {"a/m.yaml", "a/n.yaml", "a/r.json"},
	} {
		bundle := map[string]string{"README": ""}
		for _, file := range files {
			if bundle[file] = threagileModel; strings.HasSuffix(file, "json") {
				bundle[file] = threagileRisks
			}
		}
		d := read(t, bundle)
		var got []string
		for _, m := range d.ThreatModels {
			name := d.Bundle.Documents[m.Document].Path
			if m.Format == "threagile" && len(m.Threats.Items) > 0 {
				name += "+" + strings.SplitN(placeOf(t, d, fmt.Sprintf("/threat_models/%d/threats/items/0", len(got))), " ", 2)[0]
			}
			got = append(got, name)
		}
		if text := strings.Join(got, " "); text != want {
			t.Errorf("%s, want %s", text, want)
		}
	}
}

// TestThreagileHostile holds anchors to their bounds and includes to the bundle.
func TestThreagileHostile(t *testing.T) {
	OneGoroutine(t)
	bomb := "threagile_version: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 9 {
		bomb += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	long := "threagile_version: 1\na: &a " + strings.Repeat("x", 60_000) + "\nb: [" + strings.Repeat("*a, ", 40) + "]\n"
	for text, want := range map[string]string{
		bomb: "limit", long: "limit",
		"threagile_version: 1\na: &a {b: *a}\n":                 "yaml",
		"threagile_version: 1\na: {<<: 1}\n":                    "yaml",
		"threagile_version: 1\na: &a {}\nb: {<<: *a, <<: *a}\n": "duplicate_key",
		"threagile_version: 1\na: &a x\n*a : b\n":               "yaml",
		"threat_model: 1\ntitle: &a x\n":                        "yaml",
		"threagile_version: 1\na: *b\n":                         "syntax",
	} {
		d := read(t, map[string]string{"m.yaml": text})
		if got := d.Bundle.Documents[0].Problems; len(got) != 1 || got[0].Code != want || len(d.ThreatModels) > 0 {
			t.Errorf("%.50q: %+v, want %s", text, got, want)
		}
	}
	outside := "names something outside the bundle"
	for include, want := range map[string]string{
		"../x.yaml": outside, "/etc/passwd": outside, "http://x/y.yaml": outside, "file:///etc/passwd": outside, `..\x.yaml`: outside,
		"": outside, "none.yaml": "is not in the bundle", "main.yaml": "part of the model already", "loop.yaml": "part of the model already",
		"bomb.yaml": "cannot be read", "other.json": "of another form", "text.txt": "of another form",
	} {
		d := read(t, map[string]string{
			"main.yaml": "threagile_version: 1\nincludes: ['" + include + "']\n", "loop.yaml": "includes: [main.yaml]\n", "bomb.yaml": "x: &a {b: *a}\n",
			"other.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6"}`, "text.txt": "hello",
		})
		if len(d.ThreatModels) != 1 || !strings.Contains(fmt.Sprint(d.ThreatModels[0].Warnings), want) {
			t.Errorf("%s: %+v", include, d.ThreatModels)
		}
	}
	cycle := read(t, map[string]string{"a.yaml": "threagile_version: 1\nincludes: [b.yaml]\n", "b.yaml": "threagile_version: 1\nincludes: [a.yaml]\n"})
	if len(cycle.ThreatModels) != 1 || cycle.ThreatModels[0].Document != 0 {
		t.Errorf("a cycle gives %d models", len(cycle.ThreatModels))
	}
}

// TestThreagileCorpus joins the example of the tool with its list of risks.
func TestThreagileCorpus(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"threagile-example.yaml", "threagile-example-risks.json", "threagile-example-stats.json"} {
		data, err := os.ReadFile(corpusDir + "/threatmodel" + "/" + name)
		if err != nil {
			t.Skip("the corpus is not beside the project")
		}
		files[name] = string(data)
	}
	d := read(t, files)
	if len(d.ThreatModels) != 1 {
		t.Fatalf("%d models", len(d.ThreatModels))
	}
	m := d.ThreatModels[0]
	t.Logf("%+v, %v, %d warnings: %+v", m.Counts, statuses(&m), len(m.Warnings), m.Warnings)
	if len(m.Threats.Items) != 63 || len(m.Components.Items) != 14 || m.Counts.Untouched >= 62 {
		t.Errorf("%+v", m.Counts)
	}
}
