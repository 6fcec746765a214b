package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// checkOSCAL holds assessment results against the official schema, and every
// reference in them to lead to what is there. What is Markdown is plain text.
func checkOSCAL(t *testing.T, name, out string) {
	valid(t, name, "oscal_complete_schema-1-1-3.json", out)
	var doc struct {
		Results struct {
			Plan    struct{ Href string } `json:"import-ap"`
			Results []struct {
				Observations []struct{ UUID, Title, Description string }
				Risks        []struct{ UUID, Statement string }
				Findings     []struct {
					UUID, Remarks string
					Seen          []struct {
						UUID string `json:"observation-uuid"`
					} `json:"related-observations"`
					Risked []struct {
						UUID string `json:"risk-uuid"`
					} `json:"related-risks"`
				}
			}
			Back struct {
				Resources []struct{ UUID, Title string }
			} `json:"back-matter"`
		} `json:"assessment-results"`
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	r := doc.Results.Results[0]
	there := map[string]bool{}
	add := func(uuid string, markup ...string) {
		if there[uuid] {
			t.Errorf("%s: %s twice", name, uuid)
		}
		there[uuid] = true
		for _, text := range markup {
			plainMarkdown(t, name, text)
		}
	}
	for _, o := range r.Observations {
		add(o.UUID, o.Title, o.Description)
	}
	for _, k := range r.Risks {
		add(k.UUID, k.Statement)
	}
	for _, k := range doc.Results.Back.Resources {
		add(k.UUID, k.Title)
	}
	wanted := []string{strings.TrimPrefix(doc.Results.Plan.Href, "#")}
	for _, f := range r.Findings {
		add(f.UUID, f.Remarks)
		for _, o := range f.Seen {
			wanted = append(wanted, o.UUID)
		}
		for _, k := range f.Risked {
			wanted = append(wanted, k.UUID)
		}
	}
	for _, uuid := range wanted {
		if !there[uuid] {
			t.Errorf("%s: %s leads nowhere", name, uuid)
		}
	}
}

// plainMarkdown holds that a reader of Markdown makes one paragraph without
// any mark of it.
func plainMarkdown(t *testing.T, name, text string) {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	html := strings.TrimSpace(b.String())
	inside := strings.TrimSuffix(strings.TrimPrefix(html, "<p>"), "</p>")
	if html != "" && (len(inside)+len("<p></p>") != len(html) || strings.Contains(inside, "<")) {
		t.Errorf("%s: %.80q is live: %.80q", name, text, html)
	}
}

// cycloneDX gives the official schema of a version, as the reader of evidence
// has it.
func cycloneDX(t *testing.T, version string) *jsonschema.Schema {
	t.Helper()
	if s := schemas["cyclonedx "+version]; s != nil {
		return s
	}
	c := jsonschema.NewCompiler()
	for _, file := range []string{"bom-" + version, "spdx", "jsf-0.82", "cryptography-defs"} {
		path := filepath.Join("../evidence/schema/cyclonedx", file+".schema.json")
		var value any
		data, err := os.ReadFile(path)
		if err == nil {
			value, err = jsonschema.UnmarshalJSON(bytes.NewReader(data))
		}
		if err == nil {
			err = c.AddResource("http://cyclonedx.org/schema/"+file+".schema.json", value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile("http://cyclonedx.org/schema/bom-" + version + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schemas["cyclonedx "+version] = s
	return s
}

// checkCDXA holds an attestation against the schemas of CycloneDX 1.6 and 1.7,
// and every reference in it to lead to what is there.
func checkCDXA(t *testing.T, name, out string) {
	for version, text := range map[string]string{"1.6": out, "1.7": strings.NewReplacer(`"specVersion": "1.6"`, `"specVersion": "1.7"`, "bom-1.6.schema", "bom-1.7.schema").Replace(out)} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if err := cycloneDX(t, version).Validate(value); err != nil {
			t.Errorf("%s: CycloneDX %s: %v", name, version, err)
		}
	}
	refs, leads := map[string]int{}, []string{}
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, e := range v {
				walk(k, e)
			}
		case []any:
			for _, e := range v {
				walk(key, e)
			}
		case string:
			switch {
			case key == "bom-ref":
				refs[v]++
			case slices.Contains([]string{"assessor", "requirement", "claims", "counterClaims", "mitigationStrategies", "target", "evidence", "counterEvidence"}, key):
				leads = append(leads, v)
			}
		}
	}
	var doc any
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	walk("", doc)
	for _, ref := range leads {
		if refs[ref] != 1 {
			t.Errorf("%s: %q leads to %d parts", name, ref, refs[ref])
		}
	}
}

// TestThirdAnswerIsNoFinding: what nobody decided is neither satisfied nor
// not, and has no score.
func TestThirdAnswerIsNoFinding(t *testing.T) {
	r := base()
	r.Findings = []report.Finding{
		passed(finding("a.met", "governance", report.Major, "Met"), report.Verified, "Seen."),
		failed(finding("a.fails", "governance", report.Major, "Fails"), "Not so."),
		reviewed(finding("a.open", "governance", report.Major, "Open"), "Look."),
		absent(finding("a.absent", "governance", report.Major, "Absent"), "vex", "vendor"),
	}
	out := renderTo(t, &r, "oscal", render.Options{})
	for want, n := range map[string]int{`"state": "satisfied"`: 1, `"state": "not-satisfied"`: 1, `"observation-uuid"`: 2, `"collected"`: 4, `"control-id"`: 4} {
		if got := strings.Count(out, want); got != n {
			t.Errorf("oscal: %d times %s, want %d", got, want, n)
		}
	}
	out = renderTo(t, &r, "cdxa", render.Options{})
	for want, n := range map[string]int{`"score": 1`: 2, `"score": 0`: 1, `"conformance": {`: 4, `"counterClaims": [`: 1} {
		if got := strings.Count(out, want); got != n {
			t.Errorf("cdxa: %d times %s, want %d", got, want, n)
		}
	}
}

// TestClaimBesideCounterClaim: an answer of the vendor and what contradicts it
// stand at one requirement.
func TestClaimBesideCounterClaim(t *testing.T) {
	r := doesNotMeet()
	r.Evidence.Declarations[0].Answers[1] = report.Answer{Clause: "ir8259a-SU-2", Status: "met"}
	var doc struct {
		Declarations struct {
			Attestations []struct {
				Map []struct {
					Requirement           string
					Claims, CounterClaims []string
				}
			}
			Claims []struct {
				Ref             string `json:"bom-ref"`
				Predicate       string
				CounterEvidence []string
			}
		}
	}
	if err := json.Unmarshal([]byte(renderTo(t, &r, "cdxa", render.Options{})), &doc); err != nil {
		t.Fatal(err)
	}
	predicate := map[string]string{}
	for _, c := range doc.Declarations.Claims {
		predicate[c.Ref] = c.Predicate
	}
	for _, m := range doc.Declarations.Attestations[0].Map {
		if m.Requirement != "requirement-nist_8259ab.capability.ir8259a-SU-2" {
			continue
		}
		if len(m.Claims) != 1 || len(m.CounterClaims) != 1 || predicate[m.Claims[0]] != "The declaration answers “met”." || !strings.Contains(predicate[m.CounterClaims[0]], "forged update") {
			t.Errorf("%+v: %v", m, predicate)
		}
		return
	}
	t.Error("the requirement is not there")
}
