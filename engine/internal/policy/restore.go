package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// restore gives a requirement that came as JSON the types that METADATA gives,
// and holds it to the closed sets; the error says what does not fit.
func (q *Requirement) restore() error {
	before, err := json.Marshal(q)
	if err != nil {
		return err
	}
	for _, check := range []func() error{q.restoreDefaults, q.closedSets, q.restoreTexts} {
		if err := check(); err != nil {
			return err
		}
	}
	after, err := json.Marshal(q)
	if err != nil || !bytes.Equal(before, after) {
		return errors.New("a value is not of its type")
	}
	return nil
}

func (q *Requirement) restoreDefaults() error {
	for name, p := range q.Parameters {
		if !slices.Contains(types, p.Type) || !IsIdentifier(name) {
			return fmt.Errorf("parameter %q has no known type", name)
		}
		if !p.HasDefault {
			p.Default = zeros[p.Type]
		} else if value, err := p.accept(fromJSON(p.Default)); err == nil {
			p.Default = value
			if number, ok := value.(float64); ok && p.Type == "integer" {
				p.Default = int(number) // as METADATA is read, and so as pages write it
			}
		} else {
			return fmt.Errorf("parameter %q: %w", name, err)
		}
		q.Parameters[name] = p
	}
	return nil
}

// fromJSON is a decoded value as profiles give it.
func fromJSON(v any) any {
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		if err != nil {
			return nil
		}
		return f
	case map[string]any: // of a day
		return v["text"]
	case []any:
		list := []string{}
		for _, item := range v {
			text, ok := item.(string)
			if !ok {
				return nil
			}
			list = append(list, text)
		}
		return list
	}
	return v
}

func (q *Requirement) closedSets() error {
	composed := len(q.ComposedOf) > 0
	switch {
	case !slices.Contains(severities, q.Severity):
		return errors.New("the severity is not known")
	case !slices.Contains(sections, q.Section):
		return errors.New("the section is not known")
	case !slices.Contains(subjects, q.Over) && !(composed && q.Over == ""):
		return errors.New("the subjects are not known")
	case q.HasMembers != (len(q.Members) > 0):
		return errors.New("it has members and has none")
	}
	for _, kind := range slices.Concat(q.Evidence.All, q.Evidence.Any) {
		if !slices.Contains(kinds, kind) {
			return errors.New("a kind of evidence is not known")
		}
	}
	for _, m := range q.Members {
		if m.Severity != "" && !slices.Contains(severities, m.Severity) {
			return errors.New("the severity of a member is not known")
		}
	}
	return nil
}

func (q *Requirement) restoreTexts() error {
	for code, text := range q.Messages {
		if _, err := ParseMessage(text); err != nil || !IsIdentifier(code) {
			return fmt.Errorf("message %q is not sound", code)
		}
	}
	return nil
}
