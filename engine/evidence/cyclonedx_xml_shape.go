package evidence

import (
	"fmt"
	"strings"
	"sync"
)

// xmlForm says how an element is written in JSON.
type xmlForm uint8

const (
	formText xmlForm = iota
	formNumber
	formBoolean
	formObject
	formList
	formAttribute    // the text of its one attribute
	formChoice       // what its one child is
	formInline       // members of the object around it
	formTools        // a list of tools, or an object of components and services
	formDependencies // rows, of which XML nests one in another
	formSignature    // an XML signature
)

// xmlField is an element or attribute of CycloneDX and the member that it is
// in JSON.
type xmlField struct {
	name    string
	key     string // with quotes and colon, as it is written
	bare    string
	form    xmlForm
	number  int       // its place in the shape
	line    bool      // a text of one line: a line break in it is a space
	shape   *xmlShape // of an object, a list's items, a choice's children
	of      string    // the name of the shape
	repeats bool      // elements beside each other are a list
	single  bool      // and one alone is no list
	first   bool      // it may be repeated in XML and not in JSON: the first one counts
	wrapped bool      // as an item of a list, it is the one member of an object
}

// xmlShape is what an element may have in it.
type xmlShape struct {
	name       string
	fields     int
	elements   map[string]*xmlField
	attributes map[string]*xmlField
	text       *xmlField // the member that the element's own text is
	signature  *xmlField // the member that an XML signature in the element is
	alone      bool      // the element may be a text alone, which is then its value
}

// oneLine are the members whose text is one line, and which the schema of XML
// gives a type that takes line breaks for spaces.
var oneLine = map[string]bool{
	"name": true, "version": true, "group": true, "publisher": true, "author": true, "email": true, "phone": true,
	"id": true, "url": true, "purl": true, "expression": true, "value": true, "copyright": true, "classification": true,
}

// cdxShape is the shape of a whole document, read when XML is first met.
var cdxShape = sync.OnceValue(func() *xmlShape { return parseShapes(cdxShapes)["bom"] })

// parseShapes reads the table of shapes.
func parseShapes(table string) map[string]*xmlShape {
	shapes := map[string]*xmlShape{}
	var wanting []*xmlField
	var s *xmlShape
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if line[0] != '\t' {
			s = &xmlShape{name: words[0], elements: map[string]*xmlField{}, attributes: map[string]*xmlField{}}
			shapes[s.name], words = s, words[2:]
		}
		for _, word := range words {
			f := s.add(word)
			wanting = append(wanting, f)
			if f.form == formList {
				for _, item := range f.shape.elements {
					wanting = append(wanting, item)
				}
			}
		}
	}
	for _, f := range wanting {
		if f.of == "" {
			continue
		}
		if f.shape = shapes[f.of]; f.shape == nil {
			panic(fmt.Sprintf("the table of CycloneDX XML has no shape %q", f.of))
		}
	}
	return shapes
}

// add takes one word of the table.
func (s *xmlShape) add(word string) *xmlField {
	name, of, list := word, "", ""
	if i := strings.IndexAny(word, "[{"); i >= 0 {
		name = word[:i]
		if inner := word[i+1 : len(word)-1]; word[i] == '[' {
			list = inner
		} else {
			of = inner
		}
	}
	f := &xmlField{of: of}
	if of != "" {
		f.form = formObject
	}
	name = f.marks(name)
	f.name, f.bare = name, name
	if xmlName, key, renamed := strings.Cut(name, "="); renamed {
		f.name, f.bare = xmlName, key
	}
	if list != "" {
		f.form = formList
		f.shape = &xmlShape{name: f.name, elements: map[string]*xmlField{}, attributes: map[string]*xmlField{}}
		for item := range strings.SplitSeq(list, "|") {
			f.shape.add(item)
		}
	}
	switch {
	case f.form == formSignature:
		s.signature = f
	case f.name == ".":
		s.text, s.alone = f, f.bare == ""
	case strings.HasPrefix(f.name, "@"):
		f.name, f.bare = f.name[1:], strings.TrimPrefix(f.bare, "@")
		s.attributes[f.name] = f
	default:
		s.elements[f.name] = f
	}
	f.key = `"` + f.bare + `":`
	f.line = oneLine[f.bare] || strings.HasPrefix(word, "@")
	f.number = s.fields
	s.fields++
	return f
}

// marks takes the marks of the table off a name.
func (f *xmlField) marks(name string) string {
	if strings.HasPrefix(name, "^") {
		f.wrapped, name = true, name[1:]
	}
	if base, ok := strings.CutSuffix(name, "@ref"); ok && base != "" {
		f.form = formAttribute
		return base
	}
	for {
		switch base := name[:len(name)-1]; name[len(name)-1] {
		case '#':
			f.form, name = formNumber, base
		case '?':
			f.form, name = formBoolean, base
		case '*':
			f.repeats, name = true, base
		case '/':
			f.repeats, f.single, name = true, true, base
		case '+':
			f.first, name = true, base
		case '!':
			f.form, name = formChoice, base
		case '~':
			f.form, name = formInline, base
		case '$':
			f.form, name = formTools, base
		case '%':
			f.form, name = formDependencies, base
		case '&':
			f.form, name = formSignature, base
		default:
			return name
		}
	}
}
