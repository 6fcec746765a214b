package evidence

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed spdx.txt
var spdxText string

// spdxList is the SPDX licence list: ids as they are written, and for
// expressions, which ignore case, in lower case.
type spdxList struct {
	exact, licences, exceptions map[string]bool
}

// spdx reads the list when the first licence is met.
var spdx = sync.OnceValue(func() spdxList {
	list := spdxList{exact: map[string]bool{}, licences: map[string]bool{}, exceptions: map[string]bool{}}
	licences, exceptions, _ := strings.Cut(spdxText, "\n\n")
	for line := range strings.Lines(licences) {
		if id := strings.TrimSpace(line); !strings.HasPrefix(id, "#") {
			list.exact[id], list.licences[strings.ToLower(id)] = true, true
		}
	}
	for _, id := range strings.Fields(exceptions) {
		list.exact[id], list.exceptions[strings.ToLower(id)] = true, true
	}
	return list
})

// licenceClass says what is irregular in licences.
type licenceClass uint8

const (
	unknownLicence licenceClass = 1 << iota
	badExpression
	freeTextLicence
)

// licenceClasses remembers the class of each expression of a document.
type licenceClasses struct{ expressions map[string]licenceClass }

// class judges each text that an entry states. A name beside an id only
// repeats it.
func (c *licenceClasses) class(l *licenceEntry) licenceClass {
	var class licenceClass
	if l.expression.State == Stated {
		class |= c.expression(l.expression.Value)
	}
	switch {
	case l.id.State == Stated && !spdx().exact[l.id.Value]:
		class |= unknownLicence
	case l.id.State != Stated && l.name.State == Stated:
		class |= freeTextLicence
	}
	return class
}

func (c *licenceClasses) expression(text string) licenceClass {
	if class, known := c.expressions[text]; known {
		return class
	}
	if c.expressions == nil {
		c.expressions = map[string]licenceClass{}
	}
	var class licenceClass
	if !validExpression(text) {
		class = badExpression
	}
	c.expressions[text] = class
	return class
}

// maxExpressionDepth bounds the parentheses of a licence expression.
const maxExpressionDepth = 8

// validExpression reports whether text is an SPDX licence expression (SPDX
// 3.0.1, annex B) of ids on the list and of LicenseRefs. Operators are in
// upper or in lower case, ids in any.
func validExpression(text string) bool {
	p := expressionParser{}
	for _, sign := range []string{"(", ")"} {
		text = strings.ReplaceAll(text, sign, " "+sign+" ")
	}
	p.words = strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) })
	return p.compound(0) && len(p.words) == 0
}

// expressionParser descends through the words of an expression. AND and OR
// have the same form, so that their precedence is of no matter here.
type expressionParser struct{ words []string }

func (p *expressionParser) take(words ...string) bool {
	for _, word := range words {
		if len(p.words) > 0 && p.words[0] == word {
			p.words = p.words[1:]
			return true
		}
	}
	return false
}

func (p *expressionParser) compound(depth int) bool {
	for {
		if p.take("(") {
			if depth == maxExpressionDepth || !p.compound(depth+1) || !p.take(")") {
				return false
			}
		} else if !p.simple() {
			return false
		}
		if !p.take("AND", "and", "OR", "or") {
			return true
		}
	}
}

// simple takes a licence, with its exception if it has one.
func (p *expressionParser) simple() bool {
	if len(p.words) == 0 || !validLicenceID(p.words[0]) {
		return false
	}
	p.words = p.words[1:]
	if !p.take("WITH", "with") {
		return true
	}
	if len(p.words) == 0 || !spdx().exceptions[strings.ToLower(p.words[0])] && !isRef(p.words[0], "AdditionRef-") {
		return false
	}
	p.words = p.words[1:]
	return true
}

func validLicenceID(word string) bool {
	id := strings.ToLower(word)
	return spdx().licences[id] || spdx().licences[strings.TrimSuffix(id, "+")] || isRef(word, "LicenseRef-")
}

// isRef reports whether word is a reference defined by the document itself, or
// by another one that it names.
func isRef(word, prefix string) bool {
	if document, rest, found := strings.Cut(word, ":"); found {
		if !isName(strings.TrimPrefix(document, "DocumentRef-")) || !strings.HasPrefix(document, "DocumentRef-") {
			return false
		}
		word = rest
	}
	return strings.HasPrefix(word, prefix) && isName(word[len(prefix):])
}

func isName(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; !isAlphanumeric(c) && c != '-' && c != '.' {
			return false
		}
	}
	return text != ""
}
