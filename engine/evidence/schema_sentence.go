package evidence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

const codeSchema = "schema" // against the official schema of the document's version

// problems tells the faults in the order of the document; a last one counts
// those beyond the bound.
func (v *validator) problems(src *source, version string) []Problem {
	var list []Problem
	for i := range v.faults {
		f := &v.faults[i]
		list = append(list, Problem{Code: codeSchema, At: f.position(src), Message: v.sentence(f, "CycloneDX "+version)})
	}
	slices.SortStableFunc(list, func(a, b Problem) int {
		if a.At.Line != b.At.Line {
			return a.At.Line - b.At.Line
		}
		return a.At.Column - b.At.Column
	})
	if v.more > 0 {
		list = append(list, Problem{Code: codeSchema, Limit: "MaxSchemaProblems", Message: fmt.Sprintf(
			"%d more places break the schema of CycloneDX %s and are not listed; check the document with a CycloneDX validator", v.more, version)})
	}
	return list
}

// sentence says what is wrong at a fault and what to do.
func (v *validator) sentence(f *fault, version string) string {
	where := placeWords(f.pointer)
	switch f.kind {
	case faultType:
		got := gotWords[f.got]
		if f.got == booleanType {
			got = v.shown(f.at)
		}
		return fmt.Sprintf("%s must be %s and is %s; correct it", where, f.schema.types.words(), got)
	case faultWord:
		return v.wordSentence(f, where, version)
	case faultFormat:
		return fmt.Sprintf("%s is %s, which is not %s; %s", where, v.shown(f.at), f.schema.format.name, f.schema.format.advice)
	case faultPattern:
		return fmt.Sprintf("%s is %s, which does not have the form that %s asks for; %s", where, v.shown(f.at), version, patternAdvice(f.schema.form))
	case faultLength:
		return fmt.Sprintf("%s is %s; %s", where, v.shown(f.at), lengthAdvice(f.schema))
	case faultRange:
		return fmt.Sprintf("%s is %s; write %s", where, v.shown(f.at), rangeWords(f.schema))
	case faultUnknown:
		return unknownSentence(f, version)
	case faultMissing:
		return v.missingSentence(f, where, version)
	case faultRepeated:
		return fmt.Sprintf("entry %d of %s repeats entry %d; remove it", f.index+1, placeWords(parentPointer(f.pointer)), f.other+1)
	case faultCount:
		return fmt.Sprintf("%s has %d entries, which %s does not allow here; %s", where, f.index, version, countAdvice(f.schema))
	case faultBoth:
		return bothSentence(f, where)
	case faultNone:
		return fmt.Sprintf("%s has none of %s; add one of them", where, quotedList(f.names, "and"))
	case faultNot:
		return notSentence(f, where, version)
	}
	return fmt.Sprintf("%s may not stand here in %s; remove it", where, version)
}

// gotWords names the type of a value that is there.
var gotWords = map[jsonTypes]string{
	nullType: "null", numberType: "a number",
	stringType: "text", arrayType: "a list", objectType: "an object",
}

// words lists the types of a set.
func (t jsonTypes) words() string {
	var list []string
	for bit, name := range jsonTypeNames {
		if t&(1<<bit) != 0 {
			list = append(list, name.words)
		}
	}
	return strings.Join(list, " or ")
}

// shown is a value as a message shows it.
func (v *validator) shown(at int) string {
	switch v.data[at] {
	case '"':
		return quoted(string(v.content(at, v.stringEnd(at))))
	case '{':
		return "an object"
	case '[':
		return "a list"
	}
	return string(v.data[at:v.plainEnd(at)])
}

// placeWords names a place by the last steps of its pointer, enough of them
// to be known by.
func placeWords(pointer string) string {
	steps := pointerSteps(pointer)
	if len(steps) == 0 {
		return "the document"
	}
	first := max(0, len(steps)-3)
	if _, err := strconv.Atoi(steps[first]); err == nil && first > 0 {
		first--
	}
	return quotedWhole(strings.Join(steps[first:], "/"))
}

// quotedWhole quotes a name that is made of the schema's words and numbers;
// what the vendor wrote in it is cut like any text of the vendor's.
func quotedWhole(s string) string {
	if len(s) > 80 {
		return quoted(s)
	}
	return strconv.Quote(s)
}

func parentPointer(pointer string) string {
	return pointer[:max(0, strings.LastIndexByte(pointer, '/'))]
}

func lastStep(pointer string) string {
	steps := pointerSteps(pointer)
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1]
}

func quotedList(names []string, word string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = strconv.Quote(name)
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " " + word + " " + list[len(list)-1]
}
