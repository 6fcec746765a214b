package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/evidence"
)

// TestFormsFitTheirSchemas: what init writes is taken by the schemas that it
// writes for editors, before anything is filled in.
func TestFormsFitTheirSchemas(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("bid", 0o750); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := start(t.Context(), nil, "init", "bid", "--profile", "us-federal-iot"); status != 0 {
		t.Fatal(stderr)
	}
	for form, file := range map[string]string{"declaration": "bid/declaration.yaml", "threat_model": "bid/threat-model.yaml"} {
		schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(evidence.FormSchema(form)))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("form.json", schema); err != nil {
			t.Fatal(err)
		}
		compiled, err := c.Compile("form.json")
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file) //nolint:gosec // from the table
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := yaml.Unmarshal(text, &v); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}
