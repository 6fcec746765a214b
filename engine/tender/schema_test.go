package tender_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/tender"
)

// wholeRecords use every key of their file once.
var wholeRecords = map[string][]string{
	"tender": {`{tender: 1, id: R, as_of: 2026-11-30, profile: {file: p.yaml, digest: "sha256:` + digest + `"}, parameters: {a.b: {n: 1, t: x, f: true, l: [x]}}, exceptions: e, determinations: d, limits: l, keys: k, data: d, annex: a, record_keys: r,
  offers: [{bundle: b, vendor: V, items: [{product: P, version: "1"}]}]}`, `{tender: 1, id: R, profile: {name: baseline}}`},
	"profile": {`{profile: 1, id: a, edition: "1", title: T, description: D, extends: baseline, reject_at: major, clarify_at: minor, use: [a, a.b, a.b.C-1], fail_on: [undetermined],
  requirements: {a.b: {use: true, severity: info, level: verified, parameters: {n: 1}, accept_not_applicable: false}, a.b.C-1: {use: false}}}`},
	"exceptions": {`{exceptions: 1, list: [{id: E, requirement: a.b, member: C-1, vendor: V, product: P, version: "1", document: "` + digest + `", components: [x], reason: R, approver: A, from: 2026-11-01, until: 2027-05-01}]}`,
		`{exceptions: 1, list: [{requirement: a.b.C-1, tender: true, reason: R, approver: A, until: 2027-05-01}]}`},
	"determinations": {`{determinations: 1, list: [{requirement: a.b, member: C-1, vendor: V, product: P, document: "` + digest + `", outcome: met, reason: R, place: p, by: B, date: 2026-11-01}]}`,
		`{determinations: 1, list: [{requirement: a.b, document: "` + digest + `", outcome: not_met, reason: R, place: p, by: B, date: 2026-11-01}]}`},
	"keys": {`{keys: 1, list: [{id: "sha256:` + digest + `", owner: O, public: P, from: 2026-01-01, until: 2027-01-01}]}`},
}

var parseRecords = map[string]func([]byte) error{
	"tender":         func(b []byte) error { _, err := tender.ParseTender("f", b); return err },
	"profile":        func(b []byte) error { _, err := tender.ParseProfile("f", b); return err },
	"exceptions":     func(b []byte) error { _, err := tender.ParseExceptions("f", b); return err },
	"determinations": func(b []byte) error { _, err := tender.ParseDeterminations("f", b); return err },
	"keys":           func(b []byte) error { _, err := tender.ParseKeys("f", b); return err },
}

// TestSchemasSayWhatIsRead: parser and schema agree on whole files, on each key
// that is left out or misspelt in them, on each value of another kind, and on
// every file of the fixtures and profile that is built in.
func TestSchemasSayWhatIsRead(t *testing.T) {
	for _, marker := range tender.Schemas() {
		schema := compiled(t, marker)
		agree := func(what string, text []byte, must bool) {
			t.Helper()
			parsed, valid := parseRecords[marker](text), schema.Validate(plainOf(t, text))
			if (parsed == nil) != (valid == nil) || must && parsed != nil {
				t.Errorf("%s, %s: parser: %v\nschema: %v\n%s", marker, what, parsed, valid, text)
			}
		}
		for _, whole := range wholeRecords[marker] {
			agree("whole", []byte(whole), true)
			for what, text := range edited(t, whole) {
				agree(what, text, false)
			}
		}
		for _, pattern := range []string{"../../fixtures/*/" + marker + ".yaml", "../../policies/" + marker + "/*.yaml"} {
			files, _ := filepath.Glob(pattern)
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				agree(file, text, true)
			}
		}
	}
	if tender.Schema("report") != nil {
		t.Error("there is a schema of another file")
	}
}

func compiled(t *testing.T, marker string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(tender.Schema(marker)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(marker, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(marker)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// edited gives a file with one key left out, one misspelt, or one value that is
// a list where it is none, for each key in it.
func edited(t *testing.T, text string) map[string][]byte {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	put := func(what string) {
		data, err := yaml.Marshal(&root)
		if err != nil {
			t.Fatal(err)
		}
		out[what] = data
	}
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		if n.Kind == yaml.MappingNode {
			for i := 0; i+1 < len(n.Content); i += 2 {
				key, value, all := n.Content[i], n.Content[i+1], slices.Clone(n.Content)
				at := path + "/" + key.Value
				n.Content = slices.Delete(slices.Clone(all), i, i+2)
				put("without " + at)
				n.Content = all
				if path != "/parameters/a.b" && !slices.Contains([]string{"/parameters/a.b", "/requirements/a.b/parameters"}, path) {
					name := key.Value
					key.Value = name + " x"
					put("misspelt " + at)
					key.Value = name
					n.Content[i+1] = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{{Kind: yaml.SequenceNode}}}
					put("a list of lists at " + at)
					n.Content[i+1] = value
				}
				walk(value, at)
			}
			return
		}
		for i, item := range n.Content {
			walk(item, path+"/"+strconv.Itoa(i))
		}
	}
	walk(root.Content[0], "")
	return out
}

// plainOf is YAML as a program that knows JSON sees it: a date is text.
func plainOf(t *testing.T, text []byte) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	return plain(root.Content[0])
}

func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return maps.Clone(m)
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, plain(item))
		}
		return list
	}
	switch n.ShortTag() {
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		f, _ := strconv.ParseFloat(n.Value, 64)
		return f
	}
	return n.Value
}
