package policy

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/bidgate/bidgate/policies"
)

// schemaPath is the description of the input in the built-in tree.
const schemaPath = "schema/input.json"

// readSchema reads the input's schema from the built-in pack among packs, or
// from the embedded tree.
func readSchema(packs []Pack) (text []byte, err error) {
	tree := fs.FS(policies.FS)
	for _, p := range packs {
		if p.BuiltIn {
			if _, err := fs.Stat(p.FS, schemaPath); err == nil {
				tree = p.FS
			}
		}
	}
	return fs.ReadFile(tree, schemaPath)
}

// inputSchema is the schema with the parameters of the loaded requirements,
// closed like everything else.
func inputSchema(text []byte, c *Catalogue) (map[string]any, error) {
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		return nil, fmt.Errorf("%s: %w", schemaPath, err)
	}
	properties, ok := schema["properties"].(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%s: has no properties", schemaPath)
	}
	properties["parameters"] = parameterSchema(c)
	return schema, nil
}

// typesOnly is the schema without what OPA's type checker does not read: it
// parses a third faster.
func typesOnly(node any) any {
	switch node := node.(type) {
	case map[string]any:
		kept := make(map[string]any, len(node))
		for key, value := range node {
			if _, list := value.([]any); list && (key == "required" || key == "enum") {
				continue
			}
			kept[key] = typesOnly(value)
		}
		return kept
	}
	return node
}

func parameterSchema(c *Catalogue) map[string]any {
	areas := map[string]any{}
	for _, id := range c.IDs() {
		q := c.Requirement(id)
		parameters := map[string]any{}
		for name, p := range q.Parameters {
			parameters[name] = p.schema()
		}
		area, ok := areas[q.Area].(map[string]any)
		if !ok {
			area = closed(map[string]any{})
			areas[q.Area] = area
		}
		area["properties"].(map[string]any)[q.Name] = closed(parameters)
	}
	return closed(areas)
}

// schema describes what policies see of the parameter.
func (p Parameter) schema() map[string]any {
	value := map[string]any{"type": p.Type}
	switch p.Type {
	case "strings":
		value = map[string]any{"type": "array", "items": map[string]any{"type": "string"}}
	case "date":
		value = closed(map[string]any{"day": map[string]any{"type": "integer"}, "text": map[string]any{"type": "string"}})
	}
	if p.HasDefault {
		return value
	}
	return closed(map[string]any{"set": map[string]any{"type": "boolean"}, "value": value})
}

// closed is an object that has these properties and no other.
func closed(properties map[string]any) map[string]any {
	required := []any{}
	for _, key := range slices.Sorted(maps.Keys(properties)) {
		required = append(required, key)
	}
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}
