package evidence

import (
	"encoding/json"
	"slices"
	"strings"
)

// Forms are the hand-written forms that FormSchema knows, by their first key.
func Forms() []string { return []string{"declaration", "threat_model"} }

// FormSchema is the JSON Schema (2020-12) of a hand-written form, for editors:
// its fields, what each may hold, and where that comes from. It is made of the
// tables that the readers use. It is nil for what is no form. A document that
// it takes can still be wrong in what no schema says, such as references.
func FormSchema(form string) []byte {
	var sh *shape
	var title string
	switch form {
	case "declaration":
		sh, title = declarationShape(), "Declaration of a manufacturer, for bidgate"
	case "threat_model":
		sh, title = summaryShape(), "Summary of a threat model, for bidgate"
	default:
		return nil
	}
	schema := objectSchema(sh)
	schema["required"] = []string{form}
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = title
	data, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		panic(err) // maps, lists and texts alone
	}
	return append(data, '\n')
}

// wordsForAny are the words that any field may hold in the place of its value.
func wordsForAny() map[string]any {
	return map[string]any{"enum": []string{"unknown", "withheld", "none", "TBD"}}
}

// objectSchema is that of an object: all its fields, and no other. None is
// required here, as what is left out is told by the screening, and an editor
// would mark the whole form while it is filled in; the descriptions say it.
func objectSchema(sh *shape) map[string]any {
	fields := map[string]any{}
	for _, s := range sh.slots {
		fields[s.name] = slotSchema(s)
		if s.also != "" {
			fields[s.also] = slotSchema(s)
		}
	}
	return map[string]any{"type": "object", "properties": fields, "additionalProperties": false}
}

// slotSchema is that of one field, with its source for who fills it in.
func slotSchema(s *slot) map[string]any {
	schema := valueSchema(s)
	if s.path != s.name || s.is != integerValue { // the version of the form is only itself
		schema = map[string]any{"anyOf": []any{schema, wordsForAny()}}
	} else {
		schema = map[string]any{"const": 1}
	}
	var text []string
	if strings.HasPrefix(s.card, "1") {
		text = append(text, "required")
	}
	if s.source != "" {
		text = append(text, s.source)
	}
	if s.refs != "" {
		text = append(text, "an id of "+strings.Join(strings.Fields(strings.TrimPrefix(s.refs, "?")), ", "))
	}
	if len(text) > 0 {
		schema["description"] = strings.Join(text, "; ")
	}
	return schema
}

func valueSchema(s *slot) map[string]any {
	switch s.is {
	case objectValue:
		return objectSchema(s.sub)
	case listValue:
		return map[string]any{"type": "array", "items": objectSchema(s.sub)}
	case textsValue, namesValue, linksValue:
		return map[string]any{"type": "array", "items": map[string]any{"anyOf": []any{wordsSchema(s), map[string]any{"type": "object"}}}}
	case flagValue:
		return map[string]any{"type": "boolean"}
	case integerValue:
		return map[string]any{"type": "integer"}
	case numberValue:
		return map[string]any{"type": "number"}
	case dateValue:
		return map[string]any{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"}
	case periodValue:
		return map[string]any{"type": []string{"string", "integer"}}
	case contactValue:
		return map[string]any{"type": []string{"string", "object"}}
	}
	return wordsSchema(s)
}

// wordsSchema is that of a text: one of a closed list in any of its spellings,
// or any text.
func wordsSchema(s *slot) map[string]any {
	text := map[string]any{"type": []string{"string", "number"}}
	if s.words == nil {
		return text
	}
	spelt := []string{}
	for _, word := range s.words.values {
		spelt = append(spelt, word, strings.ReplaceAll(word, "_", "-"))
	}
	for word := range s.words.also {
		spelt = append(spelt, word)
	}
	slices.Sort(spelt)
	spelt = slices.Compact(spelt)
	if s.words.open {
		return map[string]any{"anyOf": []any{map[string]any{"enum": spelt}, text}}
	}
	return map[string]any{"enum": spelt}
}
