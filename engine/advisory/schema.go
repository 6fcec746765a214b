package advisory

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// schema is a JSON schema with the keywords that the schemas beside this file
// use; one with another keyword is not read, so that none counts for nothing. A
// general validator, such as the one that tests hold it against, prepares the
// schemas of all drafts when a program starts: 8 ms of every start and a third of
// what a start allocates, for lists that most commands never import
// (BenchmarkCold/version).
type schema struct {
	Draft       string             `json:"$schema"`
	ID          string             `json:"$id"`
	URL         string             `json:"url"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
	Definitions map[string]*schema `json:"$defs"`
	Ref         string             `json:"$ref"`

	Type       string             `json:"type"`
	Const      *string            `json:"const"`
	Properties map[string]*schema `json:"properties"`
	Required   []string           `json:"required"`
	// Additional and Unevaluated are false, or are not there: in these schemas
	// all members of an object are named in one place, so that both say the same.
	Additional  *bool     `json:"additionalProperties"`
	Unevaluated *bool     `json:"unevaluatedProperties"`
	Items       *schema   `json:"items"`
	MinItems    int       `json:"minItems"`
	MinLength   int       `json:"minLength"`
	MaxLength   *int      `json:"maxLength"`
	Pattern     string    `json:"pattern"`
	Format      string    `json:"format"`
	OneOf       []*schema `json:"oneOf"`
	AnyOf       []*schema `json:"anyOf"`

	root    *schema
	pattern *regexp.Regexp
}

// readSchema reads a schema, which is a part of the program.
func readSchema(text []byte) (*schema, error) {
	s := &schema{}
	if err := json.Unmarshal(text, s, json.RejectUnknownMembers(true)); err != nil {
		return nil, err
	}
	return s, s.prepare(s)
}

func (s *schema) prepare(root *schema) (err error) {
	s.root = root
	if s.pattern, err = regexp.Compile(s.Pattern); err != nil {
		return err
	}
	parts := slices.Concat(s.OneOf, s.AnyOf)
	for _, group := range []map[string]*schema{s.Definitions, s.Properties} {
		for _, part := range group {
			parts = append(parts, part)
		}
	}
	if s.Items != nil {
		parts = append(parts, s.Items)
	}
	for _, part := range parts {
		if err := part.prepare(root); err != nil {
			return err
		}
	}
	if s.Ref != "" && s.target() == nil {
		return fmt.Errorf("the schema has no %s", s.Ref)
	}
	if s.Format != "" && formatsOfText[s.Format] == nil {
		return fmt.Errorf("the format %s is not known", s.Format)
	}
	return nil
}

func (s *schema) target() *schema {
	return s.root.Definitions[strings.TrimPrefix(s.Ref, "#/$defs/")]
}

// unfit is what a schema has against a value.
type unfit struct {
	at   jsontext.Pointer
	what string
}

// check gives the first thing that is wrong with a value or below it; nil is
// nothing. A value of another type than is asked for is wrong in that alone.
func (s *schema) check(value any, at jsontext.Pointer) *unfit {
	if s.Ref != "" {
		if found := s.target().check(value, at); found != nil {
			return found
		}
	}
	if got := typeOf(value); s.Type != "" && got != s.Type && (got != "integer" || s.Type != "number") {
		return &unfit{at, fmt.Sprintf("got %s, want %s", strings.Replace(got, "integer", "number", 1), s.Type)}
	}
	if s.Const != nil && value != any(*s.Const) {
		return &unfit{at, "value must be " + quoted(*s.Const)}
	}
	if found := s.choices(value, at); found != nil {
		return found
	}
	switch v := value.(type) {
	case string:
		return s.text(v, at)
	case []any:
		return s.list(v, at)
	case map[string]any:
		return s.object(v, at)
	}
	return nil
}

// typeOf is the type of a decoded value as schemas name it.
func typeOf(value any) string {
	switch v := value.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case float64:
		if v == math.Trunc(v) {
			return "integer"
		}
		return "number"
	}
	return "null"
}

func (s *schema) choices(value any, at jsontext.Pointer) *unfit {
	for _, asked := range []struct {
		of   []*schema
		most int
	}{{s.OneOf, 1}, {s.AnyOf, len(s.AnyOf)}} {
		var first *unfit
		fitting := 0
		for _, one := range asked.of {
			if found := one.check(value, at); found == nil {
				fitting++
			} else if first == nil {
				first = found
			}
		}
		switch {
		case len(asked.of) > 0 && fitting == 0:
			return first
		case fitting > asked.most:
			return &unfit{at, fmt.Sprintf("%d of the alternatives fit, and one may", fitting)}
		}
	}
	return nil
}

func (s *schema) text(v string, at jsontext.Pointer) *unfit {
	switch n := utf8.RuneCountInString(v); {
	case n < s.MinLength:
		return &unfit{at, fmt.Sprintf("minLength: got %d, want %d", n, s.MinLength)}
	case s.MaxLength != nil && n > *s.MaxLength:
		return &unfit{at, fmt.Sprintf("maxLength: got %d, want %d", n, *s.MaxLength)}
	case !s.pattern.MatchString(v):
		return &unfit{at, fmt.Sprintf("%s does not match pattern %s", quoted(v), quoted(s.Pattern))}
	case s.Format != "" && !formatsOfText[s.Format](v):
		return &unfit{at, fmt.Sprintf("%s is not valid %s", quoted(v), s.Format)}
	}
	return nil
}

func (s *schema) list(v []any, at jsontext.Pointer) *unfit {
	if len(v) < s.MinItems {
		return &unfit{at, fmt.Sprintf("minItems: got %d, want %d", len(v), s.MinItems)}
	}
	if s.Items == nil {
		return nil
	}
	for i, item := range v {
		if found := s.Items.check(item, at.AppendToken(fmt.Sprint(i))); found != nil {
			return found
		}
	}
	return nil
}

func (s *schema) object(v map[string]any, at jsontext.Pointer) *unfit {
	missing := slices.DeleteFunc(slices.Clone(s.Required), func(name string) bool { _, has := v[name]; return has })
	if len(missing) > 0 {
		return &unfit{at, plural(len(missing), "missing property ", "missing properties ") + allQuoted(missing)}
	}
	names := make([]string, 0, len(v))
	for name := range v {
		names = append(names, name)
	}
	slices.Sort(names)
	if s.Additional != nil || s.Unevaluated != nil {
		unknown := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return s.Properties[name] != nil })
		if len(unknown) > 0 {
			return &unfit{at, "additional properties " + allQuoted(unknown) + " not allowed"}
		}
	}
	for _, name := range names {
		if part := s.Properties[name]; part != nil {
			if found := part.check(v[name], at.AppendToken(name)); found != nil {
				return found
			}
		}
	}
	return nil
}

// formatsOfText are the formats that are asserted.
var formatsOfText = map[string]func(string) bool{
	"date": func(v string) bool {
		_, err := time.Parse(time.DateOnly, v)
		return err == nil
	},
	"date-time": isDateTime,
}

// dateTime is the form of RFC 3339, of which package time takes more.
var dateTime = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9-]{10}T[0-9]{2}:[0-9:]{5}(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-9]{2})$`)
})

// isDateTime takes a leap second too, which package time knows only as the one
// before.
func isDateTime(v string) bool {
	v = strings.ToUpper(v)
	if !dateTime().MatchString(v) {
		return false
	}
	leap := v[16:19] == ":60"
	if leap {
		v = v[:16] + ":59" + v[19:]
	}
	t, err := time.Parse(time.RFC3339, v)
	return err == nil && (!leap || t.UTC().Format("15:04") == "23:59")
}

func quoted(text string) string { return "'" + strings.Trim(fmt.Sprintf("%q", text), `"`) + "'" }

func allQuoted(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = quoted(name)
	}
	return strings.Join(list, ", ")
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
