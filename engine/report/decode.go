package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Decode reads one report as Encode writes it. It refuses another version of
// the contract, a field that is unknown, missing, repeated or null, a word
// outside its closed set, and anything after the report: a report that two
// readers could take differently is no evidence. It reads r to its end; bound
// r where it may be hostile.
func Decode(r io.Reader) (*Report, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	var head struct {
		Contract *int `json:"report"`
	}
	if err := json.Unmarshal(src, &head); err != nil {
		return nil, fmt.Errorf("report: not a JSON report of bidgate: %w", err)
	}
	if head.Contract == nil {
		return nil, errors.New(`report: not a report of bidgate: no field "report" with the version of its contract`)
	}
	if *head.Contract != Contract {
		return nil, fmt.Errorf("report: contract version %d, and this program reads version %d: use the bidgate that wrote it", *head.Contract, Contract)
	}
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	if err := (shape{dec}).value(reflect.TypeFor[Report](), "", ""); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	var rep Report
	if err := json.Unmarshal(src, &rep); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return &rep, nil
}

// shape walks the tokens of a document beside the Go type that they fill. The
// decoder of the standard library alone accepts names in any case, repeated
// names, null and missing fields.
type shape struct{ dec *json.Decoder }

func (s shape) value(t reflect.Type, at, enum string) error {
	tok, err := s.dec.Token()
	if err != nil {
		return fmt.Errorf("%s: %w", place(at), err)
	}
	if tok == nil {
		return fmt.Errorf("%s: null is not allowed", place(at))
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t.Kind() == reflect.Struct && tok == json.Delim('{'):
		return s.object(t, at)
	case t.Kind() == reflect.Slice && tok == json.Delim('['):
		return s.list(t.Elem(), at)
	case t.Kind() == reflect.Interface && tok == json.Delim('['):
		return s.list(reflect.TypeFor[string](), at)
	case t.Kind() == reflect.String:
		text, ok := tok.(string)
		if !ok {
			return fmt.Errorf("%s: want text", place(at))
		}
		return member(t, text, at, enum)
	case !scalar(t, tok):
		return fmt.Errorf("%s: want %s", place(at), jsonName(t))
	}
	return nil
}

// scalar says that the token is a plain value of a kind that t holds.
func scalar(t reflect.Type, tok json.Token) bool {
	_, number := tok.(json.Number)
	_, truth := tok.(bool)
	_, text := tok.(string)
	switch t.Kind() {
	case reflect.Bool:
		return truth
	case reflect.Int, reflect.Int64:
		return number
	case reflect.Interface:
		return number || truth || text
	default:
		return false
	}
}

func (s shape) list(elem reflect.Type, at string) error {
	for i := 0; s.dec.More(); i++ {
		if err := s.value(elem, at+"/"+strconv.Itoa(i), ""); err != nil {
			return err
		}
	}
	_, err := s.dec.Token()
	return err
}

func (s shape) object(t reflect.Type, at string) error {
	fields := map[string]reflect.StructField{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		fields[name] = t.Field(i)
	}
	seen := map[string]bool{}
	for s.dec.More() {
		tok, err := s.dec.Token()
		if err != nil {
			return fmt.Errorf("%s: %w", place(at), err)
		}
		name, _ := tok.(string)
		f, known := fields[name]
		switch {
		case !known:
			return fmt.Errorf("%s: unknown field %q", place(at), name)
		case seen[name]:
			return fmt.Errorf("%s: field %q stands twice", place(at), name)
		}
		seen[name] = true
		if err := s.value(f.Type, at+"/"+name, f.Tag.Get("enum")); err != nil {
			return err
		}
	}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if !seen[name] && options != "omitempty" {
			return fmt.Errorf("%s: field %q is missing", place(at), name)
		}
	}
	_, err := s.dec.Token()
	return err
}

// member checks that text lies in the closed set of its type or field, if it
// has one. A level may be "": a finding without a basis has none.
func member(t reflect.Type, text, at, enum string) error {
	var err error
	switch t {
	case reflect.TypeFor[Verdict]():
		_, err = ParseVerdict(text)
	case reflect.TypeFor[Status]():
		_, err = ParseStatus(text)
	case reflect.TypeFor[Outcome]():
		_, err = ParseOutcome(text)
	case reflect.TypeFor[Severity]():
		_, err = ParseSeverity(text)
	case reflect.TypeFor[Level]():
		if text != "" {
			_, err = ParseLevel(text)
		}
	default:
		if set := strings.Split(enum, ","); enum != "" && !slices.Contains(set, text) {
			err = fmt.Errorf("%q is none of %s", text, strings.Join(set, ", "))
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", place(at), err)
	}
	return nil
}

func jsonName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct:
		return "an object"
	case reflect.Slice:
		return "a list"
	case reflect.Bool:
		return "true or false"
	case reflect.Interface:
		return "a number, text, true, false or a list of texts"
	default:
		return "a number"
	}
}

func place(at string) string {
	if at == "" {
		return "the report"
	}
	return at
}
