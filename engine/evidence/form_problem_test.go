package evidence

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFormProblems holds each thing that can be wrong with a form to its code
// and its place. What is wrong is never counted as stated.
func TestFormProblems(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // "line:column code pointer"
	}{
		{"unknown field", "threat_model: 1\nprodukt: {name: A}", []string{"2:10 unknown_field /produkt"}},
		{"unknown field below", "threat_model: 1\nthreats:\n  - {id: T, mitigation: [M]}", []string{"3:25 unknown_field /threats/0/mitigation"}},
		{"two names of one field", "declaration: 1\nanswers: [{requirement: ir8259a-DI-1, justification: a, rationale: b}]", []string{"2:68 duplicate_field /answers/0/rationale"}},
		{"wrong types", "threat_model: 1\nproduct: FG-200\nthreats: {id: T}\nmitigations: [M-1]\nversion: [1]", []string{
			"2:10 wrong_type /product", "3:10 wrong_type /threats", "4:15 wrong_type /mitigations/0", "5:10 wrong_type /version"}},
		{"date", "threat_model: 1\ndate: 14.09.2026", []string{"2:7 bad_date /date"}},
		{"period", "declaration: 1\nsupport: {period: 5 years}", []string{"2:19 bad_period /support/period"}},
		{"number", "declaration: 1\nanswers: [{confidence: 1.5}]\nsupport: {notice_days: 1.5}\nupdates: {sla_days: {high: -3, low: \"4\"}}", []string{
			"2:24 bad_number /answers/0/confidence", "3:24 bad_number /support/notice_days", "4:28 bad_number /updates/sla_days/high", "4:37 bad_number /updates/sla_days/low"}},
		{"flag", "declaration: 1\nai: {used: maybe}", []string{"2:12 unknown_value /ai/used"}},
		{"word", "declaration: 1\nupdates: {mechanism: by carrier pigeon}", []string{"2:22 unknown_value /updates/mechanism"}},
		{"digest", "threat_model: 1\nsbom_ref: {digest: \"sha256:abc\"}", []string{"2:20 unknown_value /sbom_ref/digest"}},
		{"purl", "declaration: 1\nproduct: {purl: acme/gateway}", []string{"2:17 unknown_value /product/purl"}},
		{"entry that says nothing", "threat_model: 1\nscope: {in: [firmware, TBD]}", []string{"2:24 placeholder_item /scope/in/1"}},
		{"id twice", "threat_model: 1\nthreats:\n  - id: T-1\n  - id: T-1", []string{"4:9 duplicate_id /threats/1/id"}},
		{"mitigation that is not there", "threat_model: 1\nthreats: [{id: T-1, mitigations: [M-9]}]", []string{"2:35 dangling_reference /threats/0/mitigations/0"}},
		{"person that is not there", "declaration: 1\nanswers: [{requirement: ir8259a-DI-1, responsible: eve}]", []string{"2:52 dangling_reference /answers/0/responsible"}},
		{"part that is not there", "declaration: 1\nanswers: [{requirement: ir8259a-DI-1, parts: [cloud]}]", []string{"2:47 dangling_reference /answers/0/parts/0"}},
		{"evidence that is not there", "declaration: 1\nanswers: [{requirement: ir8259a-DI-1, evidence: [{ref: tm}]}]", []string{"2:56 dangling_reference /answers/0/evidence/0/ref"}},
		{"called mitigated", "threat_model: 1\nthreats: [{id: T-1, status: mitigated}]", []string{"2:29 contradiction /threats/0/status"}},
		{"rating outside TM-BOM's scale", "threat_model: 1\nthreats: [{likelihood: often, impact: 4}]", []string{"2:24 unknown_value /threats/0/likelihood", "2:39 unknown_value /threats/0/impact"}},
		{"unknown clause", "declaration: 1\nanswers: [{requirement: ir8259a-SU-9}]", []string{"2:25 unknown_clause /answers/0/requirement"}},
		{"clause answered twice", "declaration: 1\nanswers:\n  - requirement: ir8259a-SU-2\n  - requirement: IR8259A-su-2", []string{"4:18 duplicate_answer /answers/1/requirement"}},
		{"version of the form", "threat_model: 2", []string{"1:15 form_version /threat_model"}},
		{"no object", "[threat_model]", []string{"1:1 not_an_object "}},
		{"not well formed", "threat_model: 1\nthreats: [", []string{"2:0 syntax "}},
	} {
		read := readSummary
		if strings.HasPrefix(c.text, "declaration") {
			read = readDeclaration
		}
		out := read(yamlSource(c.text), Limits{})
		got := []string{}
		for _, p := range out.problems {
			got = append(got, fmt.Sprintf("%d:%d %s %s", p.At.Line, p.At.Column, p.Code, p.At.Pointer))
			if strings.HasSuffix(p.Message, ".") || strings.Contains(p.Message, "%!") {
				t.Errorf("%s: message %q", c.name, p.Message)
			}
		}
		if c.name == "not well formed" { // the gate's own problem
			if out.readable || len(got) != 1 {
				t.Errorf("%s: %v", c.name, got)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if refused := slices.Contains([]string{"version of the form", "no object"}, c.name); out.readable == refused {
			t.Errorf("%s: readable is %v", c.name, out.readable)
		}
	}
}

func TestUnknownFieldSuggestsTheNearest(t *testing.T) {
	_, problems := summary(t, "threat_model: 1\nnext-review: \"2027-01-01\"\nxyz: 1\nscope: {in: [web, TFTP], out: [{item: a, reason: b, c}]}")
	for i, want := range []string{"did you mean next_review?", "the form has no field \"xyz\" here; correct", "put that text in quotes"} {
		if i >= len(problems) || !strings.Contains(problems[i].Message, want) {
			t.Errorf("problem %d of %v: want %q", i, problems, want)
		}
	}
}

// TestProblemsAreBounded holds the bound on problems, and that it is told.
func TestProblemsAreBounded(t *testing.T) {
	out := readSummary(yamlSource("threat_model: 1\n"+strings.Repeat("x: 1\n", 1)+"threats: ["+strings.Repeat("1, ", 500)+"1]"), Limits{MaxProblems: 10})
	if len(out.problems) != 10 || out.problems[9].Limit != "MaxProblems" {
		t.Errorf("%d problems, the last %v", len(out.problems), out.problems[len(out.problems)-1])
	}
	if out.threatModel().Counts.Threats != 501 {
		t.Errorf("threats that are no objects vanish: %d", out.threatModel().Counts.Threats)
	}
}

// toJSON writes a tree as JSON.
func toJSON(n *node) string {
	var parts []string
	switch n.kind {
	case nullNode:
		return "null"
	case stringNode:
		text, _ := json.Marshal(n.text)
		return string(text)
	case arrayNode:
		for _, child := range n.children {
			parts = append(parts, toJSON(child))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case objectNode:
		for i, child := range n.children {
			name, _ := json.Marshal(n.names[i])
			parts = append(parts, string(name)+":"+toJSON(child))
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return n.text
}

// TestTwins reads the examples in YAML and in JSON and finds the same.
func TestTwins(t *testing.T) {
	for _, form := range forms {
		name := map[string]string{"threat_model": "summary", "declaration": "declaration"}[form.name]
		src := yamlSource(example(t, "example-fg200."+name+".yaml"))
		inYAML := form.read(src, Limits{})
		inJSON := form.read(jsonSource(toJSON(src.tree)), Limits{})
		if diff := cmp.Diff(inYAML.threatModel(), inJSON.threatModel()); diff != "" {
			t.Errorf("%s (-yaml +json):\n%s", name, diff)
		}
		if diff := cmp.Diff(inYAML.declaration, inJSON.declaration); diff != "" {
			t.Errorf("%s (-yaml +json):\n%s", name, diff)
		}
		if len(inYAML.problems)+len(inJSON.problems) != 0 {
			t.Errorf("%s: %v, %v", name, inYAML.problems, inJSON.problems)
		}
	}
}
