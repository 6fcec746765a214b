package policies_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

// schema is the part of a JSON schema that the input schema uses.
type schema struct {
	Ref         string            `json:"$ref"`
	Type        string            `json:"type"`
	Enum        []string          `json:"enum"`
	Properties  map[string]schema `json:"properties"`
	Definitions map[string]schema `json:"definitions"`
}

// TestEmptyInput holds the values that Rego tests start from equal to the
// input schema: each object that there is a builder for, whole, and each value
// the zero value of its type.
func TestEmptyInput(t *testing.T) {
	text, err := os.ReadFile("schema/input.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schema
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	builders, err := os.ReadFile("bidgate/lib/testing/testing.rego")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	got.WriteString("# Generated from policies/schema/input.json by go test ./policies -run EmptyInput -update.\n")
	got.WriteString("package bidgate.lib.testing\n\n_empty := {\n")
	fmt.Fprintf(&got, "\t\"input\": %s,\n", root.zero(root, 1))
	for _, name := range slices.Sorted(maps.Keys(root.Definitions)) {
		if bytes.Contains(builders, []byte(strconv.Quote(name))) {
			fmt.Fprintf(&got, "\t%q: %s,\n", name, root.zero(root.Definitions[name], 1))
		}
	}
	got.WriteString("}\n")
	const path = "bidgate/lib/testing/empty.rego"
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s is not what the input schema says; run make golden", path)
	}
}

// zero writes the zero value of s as opa fmt writes it: on one line if short.
func (root schema) zero(s schema, depth int) string {
	if name, ok := strings.CutPrefix(s.Ref, "#/definitions/"); ok {
		s = root.Definitions[name]
	}
	switch {
	case len(s.Enum) > 0:
		return fmt.Sprintf("%q", s.Enum[0])
	case s.Type == "string":
		return `""`
	case s.Type == "boolean":
		return "false"
	case s.Type == "array":
		return "[]"
	case s.Type != "object":
		return "0"
	}
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		fields = append(fields, fmt.Sprintf("%q: %s", name, root.zero(s.Properties[name], depth+1)))
	}
	line := "{" + strings.Join(fields, ", ") + "}"
	if len(line) < 130 && !strings.Contains(line, "\n") {
		return line
	}
	indent := "\n" + strings.Repeat("\t", depth)
	return "{" + indent + "\t" + strings.Join(fields, ","+indent+"\t") + "," + indent + "}"
}
