package evidence

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// schema is a JSON schema of draft 7 made ready for validation: references
// are followed, lists are tables. It has the keywords that the schemas of
// CycloneDX use and is not changed once it is made.
type schema struct {
	never bool // the schema false
	types jsonTypes

	words  map[string]bool // enum, or const of a text; nil allows any text
	values []string        // the words in the schema's order
	isBool string          // const of true or false
	format *textFormat
	match  func([]byte) bool
	form   string // the pattern that match stands for

	minLength, maxLength, minItems, maxItems int
	minimum, maximum                         *big.Rat

	members  *memberTable // nil where nothing is said of them
	required []string
	closed   bool // no other members

	items       *schema
	tuple       []*schema
	closedTuple bool
	unique      bool

	allOf, anyOf, oneOf        []*schema
	not, when, then, otherwise *schema
}

// jsonTypes is a set of the types of JSON; 0 allows all.
type jsonTypes uint8

const (
	nullType jsonTypes = 1 << iota
	booleanType
	numberType
	integerType
	stringType
	arrayType
	objectType
)

// jsonTypeNames are the types by their bits, as schemas name them and as
// messages do.
var jsonTypeNames = []struct{ name, words string }{
	{"null", "null"}, {"boolean", "true or false"}, {"number", "a number"}, {"integer", "a whole number"},
	{"string", "text"}, {"array", "a list"}, {"object", "an object"},
}

// schemaBuilder makes schemas out of the embedded files.
type schemaBuilder struct {
	files map[string]*node
	made  map[*node]*schema
}

// loadSchema makes the schema of a file. The files are part of the program:
// one that cannot be read is our mistake.
func loadSchema(name string) *schema {
	b := &schemaBuilder{files: map[string]*node{}, made: map[*node]*schema{}}
	return b.schema(b.file(name), name)
}

func (b *schemaBuilder) file(name string) *node {
	if root := b.files[name]; root != nil {
		return root
	}
	data, err := schemaFiles.ReadFile(schemaFolder + name)
	if err != nil {
		panic(err)
	}
	root, p := parseJSON(data, Limits{})
	if p != nil {
		panic(fmt.Sprintf("%s: %s", name, p.Message))
	}
	b.files[name] = root
	return root
}

// schema makes the schema of a node of a file. In draft 7 nothing beside a
// reference counts.
func (b *schemaBuilder) schema(n *node, file string) *schema {
	if made := b.made[n]; made != nil {
		return made
	}
	if ref := n.field("$ref"); ref != nil {
		target, in := b.find(ref.text, file)
		return b.schema(target, in)
	}
	s := &schema{maxLength: math.MaxInt, maxItems: math.MaxInt}
	b.made[n] = s
	if n.kind == boolNode {
		s.never = n.text == "false"
		return s
	}
	b.scalars(s, n)
	b.containers(s, n, file)
	s.allOf, s.anyOf, s.oneOf = b.list(n.field("allOf"), file), b.list(n.field("anyOf"), file), b.list(n.field("oneOf"), file)
	s.not, s.when = b.optional(n.field("not"), file), b.optional(n.field("if"), file)
	s.then, s.otherwise = b.optional(n.field("then"), file), b.optional(n.field("else"), file)
	return s
}

// find follows a reference: a file, a pointer into the same one, or both.
func (b *schemaBuilder) find(ref, file string) (*node, string) {
	name, pointer, _ := strings.Cut(ref, "#")
	if name == "" {
		name = file
	}
	n := b.file(name)
	for _, step := range pointerSteps(pointer) {
		if n = n.field(step); n == nil {
			panic(fmt.Sprintf("%s: there is nothing at %s", file, ref))
		}
	}
	return n, name
}

func (b *schemaBuilder) optional(n *node, file string) *schema {
	if n == nil {
		return nil
	}
	return b.schema(n, file)
}

func (b *schemaBuilder) list(n *node, file string) []*schema {
	var list []*schema
	for _, child := range n.items() {
		list = append(list, b.schema(child, file))
	}
	return list
}

// scalars takes the keywords of texts, numbers and types.
func (b *schemaBuilder) scalars(s *schema, n *node) {
	if t := n.field("type"); t != nil {
		s.types = typesOf(t)
	}
	if list := n.field("enum"); list != nil {
		s.words = map[string]bool{}
		for _, word := range list.items() {
			s.words[word.text] = true
			s.values = append(s.values, word.text)
		}
	}
	if c := n.field("const"); c != nil {
		if c.kind == stringNode {
			s.words, s.values = map[string]bool{c.text: true}, []string{c.text}
		} else {
			s.isBool = c.text
		}
	}
	if f := n.field("format"); f != nil {
		s.format = textFormats[f.text]
	}
	if p := n.field("pattern"); p != nil {
		s.form, s.match = p.text, matcher(p.text)
	}
	number(n.field("minLength"), &s.minLength)
	number(n.field("maxLength"), &s.maxLength)
	number(n.field("minItems"), &s.minItems)
	number(n.field("maxItems"), &s.maxItems)
	if m := n.field("minimum"); m != nil {
		s.minimum = rational(m.text)
	}
	if m := n.field("maximum"); m != nil {
		s.maximum = rational(m.text)
	}
}

func number(n *node, into *int) {
	if n != nil {
		*into, _ = strconv.Atoi(n.text)
	}
}

func typesOf(n *node) jsonTypes {
	var set jsonTypes
	for bit, t := range jsonTypeNames {
		if n.kind == stringNode && n.text == t.name {
			set |= 1 << bit
		}
	}
	for _, child := range n.items() {
		set |= typesOf(child)
	}
	return set
}

// containers takes the keywords of objects and lists.
func (b *schemaBuilder) containers(s *schema, n *node, file string) {
	var names []string
	var values []*node
	if properties := n.field("properties"); properties != nil {
		names, values = properties.names, properties.children
	}
	if names != nil || n.field("required") != nil {
		s.members = newMemberTable(len(names) + len(n.field("required").items()))
	}
	for i, name := range names {
		s.members.of(name).schema = b.schema(values[i], file)
	}
	for i, name := range n.field("required").items() {
		s.members.of(name.text).bit = 1 << i
		s.required = append(s.required, name.text)
	}
	if a := n.field("additionalProperties"); a != nil {
		s.closed = a.text == "false"
	}
	if items := n.field("items"); items != nil && items.kind == arrayNode {
		s.tuple = b.list(items, file)
		s.closedTuple = n.field("additionalItems") != nil && n.field("additionalItems").text == "false"
	} else {
		s.items = b.optional(items, file)
	}
	if u := n.field("uniqueItems"); u != nil {
		s.unique = u.text == "true"
	}
}
