package main

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// parameters are the tender's with those of --param over them, keyed by
// requirement id and parameter.
func parameters(e *engine.Engine, t *tender.Tender, given []string) (map[string]map[string]any, error) {
	all := map[string]map[string]any{}
	for id, values := range t.Parameters {
		all[id] = maps.Clone(values)
	}
	if len(given) == 0 {
		return all, nil
	}
	requirements, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, assignment := range given {
		key, text, ok := strings.Cut(assignment, "=")
		dot := strings.LastIndexByte(key, '.')
		if !ok || strings.Count(key, ".") != 2 {
			return nil, badParam(assignment)
		}
		if seen[key] {
			return nil, paramTwice(key)
		}
		seen[key] = true
		id, name := key[:dot], key[dot+1:]
		value, err := parameter(requirements, key, id, name, text)
		if err != nil {
			return nil, err
		}
		if all[id] == nil {
			all[id] = map[string]any{}
		}
		all[id][name] = value
	}
	return all, nil
}

// parameter reads a value by the type that the requirement gives it: on a
// command line a number and a text look alike.
func parameter(requirements []report.Requirement, key, id, name, text string) (any, error) {
	r := slices.IndexFunc(requirements, func(r report.Requirement) bool { return r.ID == id })
	if r < 0 {
		return nil, paramOfUnknown(key, id)
	}
	settings := requirements[r].Parameters
	s := slices.IndexFunc(settings, func(s report.Setting) bool { return s.Name == name })
	if s < 0 {
		names := make([]string, len(settings))
		for i, setting := range settings {
			names[i] = id + "." + setting.Name
		}
		return nil, unknownParam(key, names)
	}
	read, ok := readers[settings[s].Type]
	if !ok {
		return text, nil
	}
	value, ok := read.read(text)
	if !ok {
		return nil, wrongParamType(key, text, read.wants)
	}
	return value, nil
}

// readers read the types of parameters; the types that are missing are texts,
// which the engine checks further.
var readers = map[string]struct {
	wants string
	read  func(text string) (any, bool)
}{
	"number":  {"a number such as 12 or 0.5", readNumber},
	"integer": {"a whole number", readNumber},
	"boolean": {"true or false", func(text string) (any, bool) { return text == "true", text == "true" || text == "false" }},
	"strings": {"texts with commas between them", func(text string) (any, bool) { return strings.Split(text, ","), text != "" }},
	"date":    {"a date as YYYY-MM-DD", func(text string) (any, bool) { _, err := tender.ParseDay(text); return text, err == nil }},
}

func readNumber(text string) (any, bool) {
	value, err := strconv.ParseFloat(text, 64)
	return value, err == nil && !math.IsInf(value, 0) && !math.IsNaN(value)
}
