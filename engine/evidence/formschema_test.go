package evidence_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/evidence"
)

// TestFormSchema: the schemas of the forms take every form of the fixtures and
// of the help, and refuse a field and a word that there is not.
func TestFormSchema(t *testing.T) {
	compiled := map[string]*jsonschema.Schema{}
	for _, form := range evidence.Forms() {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(evidence.FormSchema(form)))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(form+".json", document); err != nil {
			t.Fatal(err)
		}
		if compiled[form], err = c.Compile(form + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	if evidence.FormSchema("sbom") != nil {
		t.Error("there is a schema of no form")
	}
	check := func(text []byte) (form string, err error) {
		var v map[string]any
		if err := yaml.Unmarshal(text, &v); err != nil {
			return "", nil
		}
		for form, schema := range compiled {
			if _, is := v[form]; is {
				return form, schema.Validate(plain(v))
			}
		}
		return "", nil
	}
	seen := []string{}
	for _, pattern := range []string{"testdata/*.yaml", "../../fixtures/*/bundle/*/*.yaml", "../../cmd/bidgate/help/example/*/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file) //nolint:gosec // from the pattern
			if err != nil {
				t.Fatal(err)
			}
			form, err := check(text)
			if err != nil {
				t.Errorf("%s: %v", file, err)
			}
			if form != "" && !slices.Contains(seen, form) {
				seen = append(seen, form)
			}
		}
	}
	if len(seen) != len(compiled) {
		t.Errorf("files of the forms %v only", seen)
	}
	for _, wrong := range []string{"{declaration: 1, answerz: []}", "{threat_model: 1, threats: [{id: a, status: perhaps}]}", "{declaration: 2}"} {
		if _, err := check([]byte(wrong)); err == nil {
			t.Errorf("%s: is taken", wrong)
		}
	}
}

// plain turns what a YAML reader gives into what a JSON reader would.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, member := range v {
			v[key] = plain(member)
		}
		return v
	case []any:
		for i, member := range v {
			v[i] = plain(member)
		}
		return v
	case string, bool, int, float64, nil:
		return v
	}
	text, _ := yaml.Marshal(v) //nolint:errcheck // a day
	return string(bytes.TrimSpace(text))
}
