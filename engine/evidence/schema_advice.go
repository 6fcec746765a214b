package evidence

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// wordSentence says that a value is not one of those allowed, and which are.
func (v *validator) wordSentence(f *fault, where, version string) string {
	const most = 20 // values that a person reads through
	got, values := v.shown(f.at), f.schema.values
	switch {
	case f.schema.isBool != "":
		return fmt.Sprintf("%s must be %s and is %s; correct it", where, f.schema.isBool, got)
	case strings.HasSuffix(f.pointer, "/license/id"):
		return fmt.Sprintf("%s is %s, which is not an SPDX licence identifier that %s knows; %s",
			where, got, version, licenceAdvice(v.nearWord(f, values)))
	case len(values) == 1:
		return fmt.Sprintf("%s is %s; write %q", where, got, values[0])
	}
	near := v.nearWord(f, values)
	advice := "use one of " + quotedList(values, "or")
	switch {
	case near != "":
		advice = fmt.Sprintf("did you mean %q?", near)
	case len(values) > most:
		advice = fmt.Sprintf("use one of the %d values that it lists", len(values))
	}
	return fmt.Sprintf("%s is %s, which is not one of the values that %s allows; %s", where, got, version, advice)
}

func licenceAdvice(near string) string {
	if near != "" {
		return fmt.Sprintf(`write %q if that is meant, or state the licence as "name"`, near)
	}
	return `write the SPDX identifier, or state the licence as "name"`
}

// nearWord is the allowed value that is written most like the one given.
func (v *validator) nearWord(f *fault, values []string) string {
	if v.data[f.at] != '"' {
		return ""
	}
	got := string(v.content(f.at, v.stringEnd(f.at)))
	for _, value := range values {
		if strings.EqualFold(got, value) {
			return value
		}
	}
	return nearest(got, values)
}

func patternAdvice(pattern string) string {
	for _, known := range textPatterns {
		if known.pattern == pattern {
			return known.advice
		}
	}
	return "its pattern is " + pattern
}

func lengthAdvice(s *schema) string {
	switch {
	case s.maxLength == math.MaxInt && s.minLength == 1:
		return "it may not be empty, so write a value or leave it out"
	case s.minLength == s.maxLength:
		return fmt.Sprintf("write exactly %d characters", s.minLength)
	case s.maxLength == math.MaxInt:
		return fmt.Sprintf("write at least %d characters", s.minLength)
	}
	return fmt.Sprintf("write %d to %d characters", s.minLength, s.maxLength)
}

func rangeWords(s *schema) string {
	kind := strings.TrimPrefix((s.types & (numberType | integerType)).words(), "a ")
	if kind == "" {
		kind = "number"
	}
	switch {
	case s.maximum == nil:
		return fmt.Sprintf("a %s of %s or more", kind, s.minimum.RatString())
	case s.minimum == nil:
		return fmt.Sprintf("a %s of at most %s", kind, s.maximum.RatString())
	}
	return fmt.Sprintf("a %s from %s to %s", kind, s.minimum.RatString(), s.maximum.RatString())
}

func countAdvice(s *schema) string {
	switch {
	case s.minItems > 0 && s.maxItems == math.MaxInt:
		return fmt.Sprintf("give at least %d", s.minItems)
	case s.maxItems < math.MaxInt && s.minItems == s.maxItems:
		return fmt.Sprintf("give exactly %d", s.minItems)
	}
	return fmt.Sprintf("give at most %d", max(len(s.tuple), s.maxItems%math.MaxInt))
}

// unknownSentence says that a member is not known, and which one may be meant.
func unknownSentence(f *fault, version string) string {
	name := lastStep(f.pointer)
	names := f.schema.members.names()
	advice := "remove or rename it"
	if near := nearest(name, names); near != "" {
		advice = fmt.Sprintf("did you mean %q?", near)
	}
	where := ""
	if parent := parentPointer(f.pointer); parent != "" {
		where = " in " + placeWords(parent)
	}
	return fmt.Sprintf("the property %s%s is not known to %s there; %s", quoted(name), where, version, advice)
}

func (v *validator) missingSentence(f *fault, where, version string) string {
	if f.name == "license" || f.name == "expression" {
		return fmt.Sprintf(`%s is made up in a way that %s does not allow; give a list of licences, each as "license", or one "expression" alone`, where, version)
	}
	return fmt.Sprintf("%s lacks %q, which %s asks for; add it", where, f.name, version)
}

// bothSentence says that two alternatives are given where one must be chosen.
func bothSentence(f *fault, where string) string {
	if len(f.schema.required) > 0 && len(f.second.required) > 0 {
		return fmt.Sprintf("%s has both %q and %q; keep one of them", where, f.schema.required[0], f.second.required[0])
	}
	return where + " can be read in two ways; keep the members of one of them"
}

func notSentence(f *fault, where, version string) string {
	if names := f.schema.required; len(names) > 1 {
		return fmt.Sprintf("%s has both %s, which %s does not allow; remove one of them", where, quotedList(names, "and"), version)
	} else if len(names) == 1 {
		return fmt.Sprintf("%s has %s, which %s does not allow beside its other members; remove it", where, strconv.Quote(names[0]), version)
	}
	return fmt.Sprintf("%s is made up in a way that %s does not allow; correct it", where, version)
}
