package evidence

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// FuzzRead reads anything under any name in a bundle: the dossier is sound, and
// what the schema of the input of policies says that it is.
func FuzzRead(f *testing.F) {
	input, err := jsonschema.NewCompiler().Compile("../../policies/schema/input.json")
	if err != nil {
		f.Fatal(err)
	}
	for n, text := range vendorFiles {
		f.Add(n, []byte(text))
	}
	f.Add("a.cdx.json", []byte(`{"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"name":"x","type":"device"}},"components":[{"type":"library","name":"a","components":[{}]}],"dependencies":[{"ref":"a","dependsOn":["b"]}]}`))
	f.Add("t.yaml", []byte("threat_model: 1\nthreats: [{id: a, mitigations: [m]}]\nmitigations: [{id: m, evidence: [{path: a}]}]\n"))
	f.Add("d.yaml", []byte("declaration: 1\nanswers: [{requirement: ir8259a-SU-2, status: yes, evidence: [{ref: e}]}]\nevidence: [{id: e, path: d.yaml}]\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		b, err := OpenFS(fstest.MapFS{"bundle.yaml": {Data: []byte("bundle: 1\n")}}, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		b.files = append([]file{{path: "a/" + name, data: data}}, b.files...)
		d := Read(b)
		sound(t, d, b.Limits()).places()
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, d)))
		if err != nil {
			t.Fatal(err)
		}
		if err := input.Validate(document); err != nil {
			t.Fatalf("policies could not be asked: %v", err)
		}
	})
}
