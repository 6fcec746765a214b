package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const oscalComponent = `{"component-definition": {
  "uuid": "6f0d0c5e-5c1b-4c1e-9f6e-3f1c2f7a9b10",
  "metadata": {"title": "Gateway", "last-modified": "2026-11-02T10:00:00Z", "version": "1", "oscal-version": "1.1.2"},
  "components": [{"uuid": "a1", "type": "hardware", "title": "Gateway", "description": "A gateway.",
    "control-implementations": [{"uuid": "b1", "source": "urn:x", "description": "d", "implemented-requirements": [
      {"uuid": "c1", "control-id": "ir8259a-su-2", "description": "Images are signed.", "props": [{"name": "implementation-status", "value": "implemented"}]},
      {"uuid": "c2", "control-id": "ir8259a-DI-1", "description": "Each has a number."},
      {"uuid": "c3", "control-id": "ir8259b-IQ-2", "description": "A desk comes.", "props": [{"name": "implementation-status", "value": "planned"}]},
      {"uuid": "c4", "control-id": "ac-1", "description": "Not one of ours."}
    ]}]}]}}`

func TestOSCALComponent(t *testing.T) {
	d := read(t, map[string]string{"component.json": oscalComponent})
	if len(d.Declarations) != 1 || len(d.Attachments) != 0 || d.Bundle.Documents[0].Format != "oscal-component" {
		t.Fatalf("%+v", d.Bundle.Documents)
	}
	decl := d.Declarations[0]
	var got []string
	for _, a := range decl.Answers {
		got = append(got, a.Requirement.Value+" "+string(a.Status.State)+" "+a.Status.Value+": "+a.Statement.Value+a.Justification.Value)
	}
	want := []string{
		"ir8259a-SU-2 stated met: Images are signed.", "ir8259a-DI-1 unknown : Each has a number.", "ir8259b-IQ-2 stated not_met: A desk comes.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if decl.Format != "oscal-component" || decl.Product.Name.Value != "Gateway" || decl.Product.Version.State != Unsupported || decl.Affirmation.State != Unsupported {
		t.Errorf("%s %v %v affirmation %v", decl.Format, decl.Product.Name, decl.Product.Version, decl.Affirmation.State)
	}
	at, _, err := d.Locate([]any{"declarations", 0, "answers", 1}, 9)
	if err != nil || at[0].Line != 7 || !strings.HasSuffix(at[0].Pointer, "/implemented-requirements/1") {
		t.Errorf("%+v %v", at, err)
	}
}

// TestOSCALAttachment: controls of another catalogue make no declaration.
func TestOSCALAttachment(t *testing.T) {
	for _, text := range []string{
		strings.NewReplacer("ir8259a-su-2", "ac-2", "ir8259a-DI-1", "ac-3", "ir8259b-IQ-2", "ac-4").Replace(oscalComponent),
		`{"component-definition": {}}`, `{"component-definition": []}`, `{"component-definition": {"components": [{"control-implementations": [{"implemented-requirements": [null]}]}]}}`,
	} {
		d := read(t, map[string]string{"component.json": text})
		if len(d.Declarations) != 0 || len(d.Attachments) != 1 || d.Attachments[0].Form != "oscal" {
			t.Errorf("%s: %+v", text, d.Attachments)
		}
	}
}
