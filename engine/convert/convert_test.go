package convert_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/convert"
	"github.com/bidgate/bidgate/engine/evidence"
)

func file(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

const example = "../evidence/testdata/example-fg200.declaration.yaml"

// declarations are the forms of the example and of all fixtures.
func declarations(t *testing.T) []string {
	t.Helper()
	files := []string{example}
	found, err := filepath.Glob("../../fixtures/*/bundle/declaration/*.yaml")
	if err != nil || len(found) == 0 {
		t.Fatalf("no declarations in the fixtures: %v", err)
	}
	return append(files, found...)
}

// TestThereAndBack: a form becomes a valid attestation and comes back as it is.
func TestThereAndBack(t *testing.T) {
	for _, path := range declarations(t) {
		form := file(t, path)
		for _, spec := range convert.Specs {
			attestation, err := convert.ToAttestation("a.yaml", form, spec)
			if err != nil {
				if !refused(path) {
					t.Errorf("%s to %s: %v", path, spec, err)
				}
				continue
			}
			again, err := convert.ToAttestation("a.yaml", form, spec)
			if err != nil || !bytes.Equal(attestation, again) {
				t.Errorf("%s to %s: other bytes the second time (%v)", path, spec, err)
			}
			back, problems, err := convert.ToForm("a.cdx.json", attestation)
			if err != nil || len(problems) > 0 || !bytes.Equal(back, form) {
				t.Errorf("%s from %s: %v %v\n%s", path, spec, problems, err, cmp.Diff(string(form), string(back)))
			}
		}
	}
}

// refused are the fixtures whose form has a field or a value that it has not.
func refused(path string) bool {
	return strings.Contains(path, "board-many-parts") || strings.Contains(path, "bridge-ai-denied")
}

// TestWithoutTheForm: the answers come back also where the form itself is
// taken out of the attestation.
func TestWithoutTheForm(t *testing.T) {
	for _, path := range declarations(t) {
		form := file(t, path)
		attestation, err := convert.ToAttestation("a.yaml", form, "1.6")
		if err != nil {
			continue
		}
		back, _, err := convert.ToForm("a.cdx.json", withoutForm(t, attestation))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		want, got := answers(t, form), answers(t, back)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-form +back):\n%s\n%s", path, diff, back)
		}
	}
}

func withoutForm(t *testing.T, attestation []byte) []byte {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(attestation, &doc); err != nil {
		t.Fatal(err)
	}
	declarations := doc["declarations"].(map[string]any)
	var kept []any
	for _, e := range declarations["evidence"].([]any) {
		if e.(map[string]any)["bom-ref"] != "declaration-source" {
			kept = append(kept, e)
		}
	}
	if declarations["evidence"] = kept; kept == nil {
		delete(declarations, "evidence")
	}
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// answers are the answers of a form, persons by their names.
func answers(t *testing.T, form []byte) []evidence.Answer {
	t.Helper()
	bundle, err := evidence.OpenFile("a.yaml", bytes.NewReader(form), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := evidence.Read(bundle)
	if len(d.Declarations) != 1 {
		t.Fatalf("no declaration: %+v\n%s", d.Bundle.Documents, form)
	}
	names := map[string]string{}
	for _, p := range d.Declarations[0].People.Items {
		names[p.ID.Value] = p.Name.Value
	}
	list := d.Declarations[0].Answers
	for i := range list {
		a := &list[i]
		if name := names[a.Responsible.Value]; name != "" {
			a.Responsible.Value = name
		}
		a.Location, a.Date.Value.Text, a.Due.Value.Text = "", "", ""
		for j := range a.Evidence {
			a.Evidence[j].Location = ""
		}
	}
	return list
}

func TestRefusals(t *testing.T) {
	for name, test := range map[string]struct{ form, spec, want string }{
		"version":     {"declaration: 1", "1.5", `CycloneDX "1.5" cannot be written: use 1.6 or 1.7`},
		"no document": {"- 1", "1.6", "holds no declaration"},
		"unknown":     {"declaration: 1\ncolour: red", "1.6", `line 2: the form has no field "colour"`},
		"no product":  {"declaration: 1\nanswers: [{requirement: ir8259a-SU-2, status: met}]", "1.6", "is not stated; state it"},
		"no answers":  {"declaration: 1\nproduct: {name: n, type: device}", "1.6", "there are no answers"},
		"no status":   {"declaration: 1\nproduct: {name: n, type: device}\nanswers: [{requirement: ir8259a-SU-2}]", "1.6", "answer 1 lacks its requirement or status"},
		"type":        {"declaration: 1\nproduct: {name: n, type: gadget}\nanswers: [{requirement: ir8259a-SU-2, status: met}]", "1.6", "cannot be said in CycloneDX: at /"},
	} {
		if _, err := convert.ToAttestation("a.yaml", []byte(test.form), test.spec); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}
