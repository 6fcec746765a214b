package evidence

import (
	"strconv"
	"strings"
)

func (t *xmlTwin) foreign(what, name string) {
	t.refuse(codeXML, "the "+what+" "+quoted(name)+" has the name of one of CycloneDX and another name space, so that it can be read in two ways; rename or remove it")
}

// noText tells of text where only elements may be.
func (t *xmlTwin) noText(tok xmlToken) {
	if text := trimXML(tok.text); len(text) > 0 {
		t.stray(tok.offset, text)
	}
}

func (t *xmlTwin) stray(offset int, text []byte) {
	for offset < len(t.data) && strings.IndexByte(" \t\r\n", t.data[offset]) >= 0 {
		offset++
	}
	t.problem(offset, "stray_text", "the text "+quoted(string(text[:min(len(text), 200)]))+" stands where only elements may be, so it is not read; remove it")
}

// where is the pointer of what is being written.
func (t *xmlTwin) where() string {
	pointer := ""
	for _, s := range t.path {
		if s.key != "" {
			pointer = pointerJoin(pointer, s.key)
		} else {
			pointer = pointerJoin(pointer, strconv.Itoa(max(s.index, 0)))
		}
	}
	return pointer
}

// problem tells of something that is not read.
func (t *xmlTwin) problem(offset int, code, message string) {
	if len(t.problems) >= t.limits.MaxProblems {
		t.hidden++
		return
	}
	at := Position{Pointer: t.where()}
	at.Line, at.Column = lineColumnIn(t.data, offset)
	t.problems = append(t.problems, Problem{Code: code, Message: message, At: at})
}
