package evidence

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestSchemaFaultsAreNotPresent: a value that the schema does not allow is
// never counted as stated, and what stands around it is read.
func TestSchemaFaultsAreNotPresent(t *testing.T) {
	part := func(members string) string {
		return `{"bomFormat": "CycloneDX", "specVersion": "1.4", "version": 1, "components": [{"type": "library", "name": "a", ` + members + `}]}`
	}
	top := func(members string) string {
		return `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, ` + members + `}`
	}
	licence := func(r reading) State { return r.components[0].States.Licence }
	tests := []struct {
		name, document string
		state          func(reading) State
		want           State
	}{
		{"licence of the SPDX list", part(`"licenses": [{"license": {"id": "MIT"}}]`), licence, Stated},
		{"licence of no list", part(`"licenses": [{"license": {"id": "Apache 2"}}]`), licence, Invalid},
		{"one licence of two", part(`"licenses": [{"license": {"id": "Apache 2"}}, {"license": {"id": "MIT"}}]`), licence, Stated},
		{"licence id and name", part(`"licenses": [{"license": {"id": "MIT", "name": "MIT"}}]`), licence, Invalid},
		{"unknown property in a licence", part(`"licenses": [{"license": {"id": "MIT", "x": 1}}]`), licence, Stated},
		{"algorithm of a later version", part(`"hashes": [{"alg": "Streebog-256", "content": "` + strings.Repeat("0", 64) + `"}]`),
			func(r reading) State { return r.components[0].States.Hash }, Invalid},
		{"member of a later version", part(`"manufacturer": {"name": "Acme"}`),
			func(r reading) State { return r.components[0].States.Producer }, Invalid},
		{"placeholder", part(`"hashes": [{"alg": "SHA-256", "content": "UNKNOWN"}]`),
			func(r reading) State { return r.components[0].States.Hash }, Placeholder},
		{"type", top(`"metadata": {"component": {"type": "gadget", "name": "a"}}`),
			func(r reading) State { return r.sbom.Subject.Type.State }, Invalid},
		{"serial number in capitals", top(`"serialNumber": "urn:uuid:3E671687-395B-41F5-A30F-A58921A69B79"`),
			func(r reading) State { return r.sbom.SerialNumber.State }, Invalid},
		{"timestamp", top(`"metadata": {"timestamp": "2026-11-02"}`), func(r reading) State { return r.sbom.Timestamp.State }, Invalid},
		{"lifecycle", top(`"metadata": {"lifecycles": [{"phase": "shipping"}]}`), func(r reading) State { return r.sbom.Lifecycles.State }, Invalid},
		{"supplier around a fault", top(`"components": [{"type": "library", "name": "a", "supplier": {"name": "Acme", "x": 1}}]`),
			func(r reading) State { return r.components[0].States.Supplier }, Stated},
	}
	for _, test := range tests {
		r := readText(test.document)
		if got := test.state(r); got != test.want {
			t.Errorf("%s: %s, want %s (%v)", test.name, got, test.want, r.problems)
		}
		if found := len(schemaProblems(r)) > 0; found == (test.name == "licence of the SPDX list") {
			t.Errorf("%s: problems %v", test.name, r.problems)
		}
	}
	r := readText(`{"bomFormat": "CycloneDX", "specVersion": "1.4", "version": 1, "formulation": [{"components": [{"type": "library", "name": "tool"}]}]}`)
	if len(r.components) != 1 || r.components[0].Name != "tool" || len(schemaProblems(r)) != 1 {
		t.Errorf("components %v, problems %v: a part is read where its version does not know it", r.components, r.problems)
	}
}

// TestSchemaIsQuickOnHostileValues: many faults take neither time nor memory.
// Numbers without end do not get this far: the gate refuses them.
func TestSchemaIsQuickOnHostileValues(t *testing.T) {
	OneGoroutine(t)
	documents := map[string]string{
		"many faults":   cycloneDX(`"components": [` + strings.Repeat(`{},`, 150_000) + `{}]`),
		"many licences": cycloneDX(`"components": [{"licenses": [` + strings.Repeat(`{"license":{"id":"x"}},`, 50_000) + `{}]}]`),
		"equal items":   cycloneDX(`"components": [` + strings.Repeat(`{"a":[1.0,{"b":2}]},`, 100_000) + `{}]`),
		"many unknown":  cycloneDX(`"components": [], "x": [` + strings.Repeat("1,", 500_000) + `1]`),
	}
	for name, document := range documents {
		start := time.Now()
		r := readText(document)
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%s: %v", name, spent)
		}
		if n := len(schemaProblems(r)); n == 0 || n > 21 {
			t.Errorf("%s: %d problems", name, n)
		}
	}
}

// TestTextPatterns holds the functions that stand for patterns to the patterns.
func TestTextPatterns(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, known := range textPatterns {
		if known.match == nil {
			continue
		}
		pattern := regexp.MustCompile(known.pattern)
		for range 20_000 {
			text := []byte("urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79")
			if rng.IntN(2) == 0 {
				text = []byte(strings.Repeat("a9F0", 32)[:rng.IntN(129)])
			}
			for range rng.IntN(3) {
				if len(text) > 0 {
					text[rng.IntN(len(text))] = "aA0g\n-:\x00"[rng.IntN(8)]
				}
			}
			if got, want := known.match(text), pattern.Match(text); got != want {
				t.Fatalf("%s: %q: %v, want %v", known.pattern, text, got, want)
			}
		}
	}
}

// schemaKeywords are the keywords that validation knows, and those that assert
// nothing.
const schemaKeywords = ` $ref type enum const format pattern minLength maxLength minItems maxItems minimum maximum
 properties required additionalProperties items additionalItems uniqueItems allOf anyOf oneOf not if then else
 definitions $schema $id $comment title description default examples deprecated meta:enum `

// TestSchemaKeywords: the schemas use no keyword and no format that validation
// does not know.
func TestSchemaKeywords(t *testing.T) {
	for _, file := range officialSchemas(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		root, p := parseJSON(data, Limits{})
		if p != nil {
			t.Fatal(p.Message)
		}
		checkKeywords(t, file, root)
	}
}

func checkKeywords(t *testing.T, file string, n *node) {
	t.Helper()
	for i, name := range n.names {
		child := n.children[i]
		if !strings.Contains(strings.ReplaceAll(schemaKeywords, "\n", " "), " "+name+" ") {
			t.Errorf("%s:%d: unknown keyword %q", file, child.line, name)
		}
		switch name {
		case "properties", "definitions":
			for _, member := range child.children {
				checkKeywords(t, file, member)
			}
		case "items", "not", "if", "then", "else", "additionalProperties", "additionalItems":
			if child.kind == objectNode {
				checkKeywords(t, file, child)
			} else if name == "additionalProperties" && child.kind != boolNode {
				t.Errorf("%s:%d: %s is no boolean", file, child.line, name)
			}
		case "format":
			// The schemas of 1.2 say "string", which is no format.
			if textFormats[child.text] == nil && child.text != "string" {
				t.Errorf("%s:%d: unknown format %q", file, child.line, child.text)
			}
		}
		if name == "items" || name == "allOf" || name == "anyOf" || name == "oneOf" {
			for _, one := range child.items() {
				checkKeywords(t, file, one)
			}
		}
	}
}
