package policy

import (
	"fmt"
	"math"
	"time"
)

// value is the parameter as policies see it; nil is not set.
func (p Parameter) value(set any) any {
	switch {
	case p.HasDefault && set == nil:
		return p.Default
	case p.HasDefault:
		return set
	case set == nil:
		return map[string]any{"set": false, "value": p.Default}
	}
	return map[string]any{"set": true, "value": set}
}

// accept checks a value from a profile, a tender or the command line.
func (p Parameter) accept(value any) (any, error) {
	given := value
	if v, is, err := goNumber(value); err != nil {
		return nil, err
	} else if is {
		value = v
	}
	switch v := value.(type) {
	case float64:
		if p.Type != "number" && p.Type != "integer" || p.Type == "integer" && v != math.Trunc(v) {
			break
		}
		if p.Min.Set && v < p.Min.Value || p.Max.Set && v > p.Max.Value {
			return nil, fmt.Errorf("%v is out of its bounds", v)
		}
		return v, nil
	case bool:
		if p.Type == "boolean" {
			return v, nil
		}
	case []string:
		if p.Type == "strings" {
			return v, nil
		}
	case string:
		switch p.Type {
		case "string":
			return v, nil
		case "strings":
			return []string{v}, nil
		case "date":
			if t, err := time.Parse(time.DateOnly, v); err == nil {
				return Day{Day: int(t.Unix() / 86400), Text: v}, nil
			}
			return nil, fmt.Errorf("%q is no date; write it as YYYY-MM-DD", v)
		}
	}
	return nil, fmt.Errorf("%v is not of the type %s", given, p.Type)
}
