package evidence

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// sampler makes values that a schema allows.
type sampler struct{ schemas map[string]map[string]any }

func cdxSampler(t *testing.T) sampler {
	t.Helper()
	s := sampler{map[string]map[string]any{}}
	for _, name := range []string{"bom-1.7", "spdx", "jsf-0.82", "cryptography-defs"} {
		data, err := os.ReadFile(officialFolder + name + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if err := json.Unmarshal(data, &tree); err != nil {
			t.Fatal(err)
		}
		s.schemas[name+".schema.json"] = tree
	}
	return s
}

// find is the schema of an object: a definition, or a property of one.
func (s sampler) find(path string) map[string]any {
	at := s.schemas["bom-1.7.schema.json"]
	for i, step := range strings.Split(path, "/") {
		switch {
		case step == "":
		case i == 0:
			at = at["definitions"].(map[string]any)[step].(map[string]any)
		case step == "[]":
			at = at["items"].(map[string]any)
		case step == "|1":
			at = at["oneOf"].([]any)[1].(map[string]any)
		default:
			at = at["properties"].(map[string]any)[step].(map[string]any)
		}
	}
	return at
}

func (s sampler) follow(ref string) map[string]any {
	file, path, _ := strings.Cut(ref, "#")
	if file == "" {
		file = "bom-1.7.schema.json"
	}
	at := s.schemas[file]
	if strings.HasPrefix(path, "/definitions/") && at["definitions"].(map[string]any)[strings.TrimPrefix(path, "/definitions/")] == nil {
		at = s.schemas["jsf-0.82.schema.json"]
	}
	for _, step := range strings.Split(path, "/") {
		if step != "" {
			at = at[step].(map[string]any)
		}
	}
	return at
}

// sample is a small value that says something.
func (s sampler) sample(schema any, depth int) any {
	at, is := schema.(map[string]any)
	if !is || depth > 12 {
		return "x"
	}
	if ref, is := at["$ref"].(string); is {
		return s.sample(s.follow(ref), depth+1)
	}
	if enum, is := at["enum"].([]any); is {
		return enum[0]
	}
	properties, _ := at["properties"].(map[string]any)
	for _, choice := range []string{"oneOf", "anyOf"} {
		if list, is := at[choice].([]any); is && properties == nil && at["type"] != "string" {
			return s.sample(list[0], depth+1)
		}
	}
	switch at["type"] {
	case "array":
		return []any{s.sample(at["items"], depth+1)}
	case "boolean":
		return true
	case "integer":
		return 2
	case "number":
		return 0.5
	case "string":
		return s.text(at)
	}
	object, required := map[string]any{}, []any{}
	if list, is := at["required"].([]any); is {
		required = list
	}
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if (slices.Contains(required, any(name)) || len(required) == 0 && len(object) == 0) && name != "bom-ref" {
			value, told := cdxSamples[name]
			if object[name] = value; !told {
				object[name] = s.sample(properties[name], depth+1)
			}
		}
	}
	return object
}

func (s sampler) text(at map[string]any) string {
	switch at["format"] {
	case "date-time":
		return "2026-02-03T04:05:06Z"
	case "date":
		return "2026-02-03"
	case "idn-email":
		return "it@acme.example"
	case "iri-reference", "uri":
		return "https://acme.example/x"
	}
	if list, is := at["examples"].([]any); is {
		if text, is := list[0].(string); is {
			return text
		}
	}
	return "something"
}
