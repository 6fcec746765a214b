package evidence

import (
	"math"
	"strconv"
	"strings"
)

// wordState says what a text states: a value, or in words that there is none
// to be had.
func wordState(text string) State {
	if strings.TrimSpace(text) == "" {
		return Absent
	}
	switch snake(text) {
	case "unknown", "not_known":
		return Unknown
	case "withheld":
		return Withheld
	}
	if blank(text) || isPlaceholder(text) {
		return Placeholder
	}
	return Stated
}

// examples show a person what each type looks like.
var examples = map[valueType]string{
	textValue:    "a text",
	dateValue:    `a date such as "2026-09-14"`,
	periodValue:  "a period such as P5Y",
	numberValue:  "a number",
	integerValue: "a whole number, 0 or more",
	flagValue:    "true or false",
	textsValue:   "a list of texts",
	objectValue:  "an object with fields",
	listValue:    "a list of objects",
}

func (r *formReader) wrongType(want valueType, n *node, at string) {
	r.problem(codeWrongType, at, n, "this must be %s; write it so", examples[want])
}

func (r *formReader) text(s *slot, n *node, at string) Text {
	if n.kind == nullNode {
		return Text{State: Absent}
	}
	if n.kind != stringNode && n.kind != numberNode && (n.kind != boolNode || s.words == nil) {
		r.wrongType(textValue, n, at)
		return Text{State: Invalid}
	}
	value, state := r.word(s, n, at)
	if state == Stated && s.refs != "" {
		r.uses = append(r.uses, use{s.refs, value, at, n})
	}
	return Text{State: state, Value: value}
}

// word reads the text of n by the vocabulary or the norm of its field. The
// vocabulary comes first: "none" and "not applicable" are values in some.
func (r *formReader) word(s *slot, n *node, at string) (string, State) {
	if s.words != nil {
		if value, ok := s.words.find(n.text); ok {
			return value, Stated
		}
	}
	if state := wordState(n.text); state != Stated {
		return "", state
	}
	text := strings.TrimSpace(n.text)
	switch {
	case s.words != nil && !s.words.open:
		r.problem(codeUnknownValue, at, n, "%s is not a value of %s; write one of %s", quoted(text), s.name, s.words.list())
		return "", Invalid
	case s.norm != nil:
		value, ok := s.norm(text)
		if !ok {
			r.problem(codeUnknownValue, at, n, "%s is not in the form that %s asks for; correct it", quoted(text), s.name)
			return "", Invalid
		}
		return value, Stated
	}
	return text, Stated
}

// texts reads a list of texts; a single text is a list of one. An entry that
// only fills a place is left out with a problem; one of a wrong form makes the
// list invalid as a whole, for nobody can say what it lacks.
func (r *formReader) texts(s *slot, n *node, at string) Texts {
	switch n.kind {
	case nullNode:
		return Texts{State: Absent}
	case stringNode, numberNode:
		if isNone(n.text) && !s.has("none") {
			return Texts{State: Stated}
		}
		one := r.text(s, n, at)
		if one.State != Stated {
			return Texts{State: one.State}
		}
		return Texts{State: Stated, Items: []string{one.Value}}
	case arrayNode:
	default:
		r.wrongType(textsValue, n, at)
		return Texts{State: Invalid}
	}
	list := Texts{State: Stated}
	last, invalid := Stated, false
	for i, child := range n.children {
		place := at + "/" + strconv.Itoa(i)
		item := r.text(s, child, place)
		switch item.State {
		case Stated:
			list.Items = append(list.Items, item.Value)
		case Invalid:
			invalid = true
		default:
			last = item.State
			r.problem(codePlaceholderItem, place, child, "this entry of %s says nothing; write a value or take it out", s.name)
		}
	}
	switch {
	case invalid:
		return Texts{State: Invalid}
	case len(list.Items) == 0:
		list.State = last
	}
	if list.State == Absent { // a list of nulls fills a place and no more
		list.State = Placeholder
	}
	return list
}

// has says whether word is a value of the field.
func (s *slot) has(word string) bool {
	if s.words == nil {
		return false
	}
	_, ok := s.words.find(word)
	return ok
}

// links reads references to components; they are looked up when all documents
// are read.
func (r *formReader) links(s *slot, n *node, at string) List[BOMLink] {
	refs := r.texts(s, n, at)
	list := List[BOMLink]{State: refs.State}
	for _, ref := range refs.Items {
		list.Items = append(list.Items, BOMLink{Ref: ref, SBOM: -1, Row: -1})
	}
	return list
}

// scalar handles what all values but texts have in common: state is Stated
// when text is there to be parsed.
func (r *formReader) scalar(is valueType, n *node, at string) (text string, state State) {
	switch n.kind {
	case nullNode:
		return "", Absent
	case stringNode:
		return strings.TrimSpace(n.text), wordState(n.text)
	case numberNode, boolNode:
		return n.text, Stated
	}
	r.wrongType(is, n, at)
	return "", Invalid
}

func (r *formReader) date(n *node, at string) Date {
	text, state := r.scalar(dateValue, n, at)
	if state != Stated {
		return Date{State: state}
	}
	day, ok := parseDay(text)
	if !ok {
		r.problem(codeBadDate, at, n, "%s is not a date; write it as year, month and day, such as \"2026-09-14\"", quoted(text))
		return Date{State: Invalid}
	}
	return Date{State: Stated, Value: day}
}

func (r *formReader) period(n *node, at string) Period {
	text, state := r.scalar(periodValue, n, at)
	if state != Stated {
		return Period{State: state}
	}
	span, ok := parseSpan(text)
	if !ok {
		r.problem(codeBadPeriod, at, n, "%s is not a period; write it in ISO 8601, such as P5Y or P18M", quoted(text))
		return Period{State: Invalid}
	}
	return Period{State: Stated, Value: span}
}

func (r *formReader) number(s *slot, n *node, at string) Number {
	text, state := r.scalar(numberValue, n, at)
	if state != Stated {
		return Number{State: state}
	}
	value, err := strconv.ParseFloat(text, 64)
	if n.kind != numberNode || err != nil || math.IsInf(value, 0) || math.IsNaN(value) || value < 0 || s.max > 0 && value > s.max {
		bound := "0 or more"
		if s.max > 0 {
			bound = "from 0 to " + strconv.FormatFloat(s.max, 'g', -1, 64)
		}
		r.problem(codeBadNumber, at, n, "%s is not usable here; write a number, %s", quoted(text), bound)
		return Number{State: Invalid}
	}
	return Number{State: Stated, Value: value}
}

func (r *formReader) integer(n *node, at string) Integer {
	text, state := r.scalar(integerValue, n, at)
	if state != Stated {
		return Integer{State: state}
	}
	value, err := strconv.ParseInt(text, 10, 32)
	if n.kind != numberNode || err != nil || value < 0 {
		r.problem(codeBadNumber, at, n, "%s is not usable here; write %s", quoted(text), examples[integerValue])
		return Integer{State: Invalid}
	}
	return Integer{State: Stated, Value: value}
}

// flagWords are the spellings of a truth value; YAML readers differ on yes and no.
var flagWords = map[string]bool{"true": true, "yes": true, "false": false, "no": false}

func (r *formReader) flag(n *node, at string) Flag {
	text, state := r.scalar(flagValue, n, at)
	if state != Stated {
		return Flag{State: state}
	}
	value, ok := flagWords[strings.ToLower(text)]
	if !ok || n.kind == numberNode {
		r.problem(codeUnknownValue, at, n, "%s is neither true nor false; write one of them", quoted(text))
		return Flag{State: Invalid}
	}
	return Flag{State: Stated, Value: value}
}

func (r *formReader) contact(s *slot, n *node, at string) Contact {
	text := r.text(s, n, at)
	return Contact{State: text.State, Value: text.Value, WellFormed: text.State == Stated && wellFormedContact(text.Value), Pointer: at}
}
