package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/report"
)

// explainedParts are the headings that an explanation never lacks.
var explainedParts = []string{
	"What it asks, and why", "How it is tested", "What unknown means",
	"What to do when it is not met", "What to ask the vendor", "Sources",
}

// TestExplainIsComplete holds the explanation of every requirement and member
// of the library to the parts that its readers ask for.
func TestExplainIsComplete(t *testing.T) {
	oneGoroutine(t)
	status, stdout, stderr := start(t.Context(), nil, "policy", "list", "-f", "json")
	var all []report.Requirement
	if err := json.Unmarshal([]byte(stdout), &all); err != nil || status != 0 {
		t.Fatal(status, stderr, err)
	}
	for _, r := range all {
		members := []string{""}
		for _, m := range r.Members {
			members = append(members, m.ID)
		}
		for _, member := range members {
			page := authoring.RequirementPage(r, member, nil)
			headings := map[string]bool{}
			for _, s := range page.Sections {
				headings[s.Heading] = true
			}
			for _, heading := range explainedParts {
				if !headings[heading] {
					t.Errorf("%s: the explanation does not tell: %s", page.ID, heading)
				}
			}
			fails := headings["It is not met when"] || member != "" && headings["A person must look when"]
			if len(r.ComposedOf) == 0 && (!fails || !headings["It is met only when"]) {
				t.Errorf("%s: the explanation does not say when it is met and when not", page.ID)
			}
			if headings["What it can say"] {
				t.Errorf("%s: a message is said by no rule that is known", page.ID)
			}
			if text := page.Markdown(func(string) string { return "" }); strings.Contains(text, "[[") {
				t.Errorf("%s: a link is left open", page.ID)
			}
		}
	}
}

// TestExplainOfAMember: a row of a table is explained by what it alone and what
// all rows may say, and not by what is said of the others.
func TestExplainOfAMember(t *testing.T) {
	for id, want := range map[string]map[string]bool{
		"consistency.answer.sbom":             {"no_sbom": true, "silent": true, "shared_password": false, "plain_flow": false, "guarded": false},
		"consistency.answer.passwords":        {"shared_password": true, "no_sbom": false, "open_threat": false},
		"consistency.declared.market":         {"support_runs": true, "agrees": true, "nobody": false},
		"consistency.answer":                  {"no_sbom": true, "shared_password": true, "plain_flow": true},
		"nist_8259ab.capability.ir8259a-SU-2": {"no_statement": true},
	} {
		status, stdout, stderr := start(t.Context(), nil, "explain", id)
		for code, told := range want {
			if status != 0 || strings.Contains(stdout, "("+code+")") != told {
				t.Errorf("%s (%d, %s): that it can say %s is told: %v, want %v", id, status, stderr, code, !told, told)
			}
		}
	}
}
