package evidence

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// Documents that give no rows. None of them is silent beside other evidence of
// its kind: one in a machine-readable form that bidgate knows and does not read
// has the problem not_read, and one whose writing is broken before its form
// could be told is unreadable. The manifest can say of either that it is an
// attachment, which is then all that it is.

// unread enters a document that no reader takes.
func (r *reader) unread(src *source, doc *Document, h head, f *format) {
	doc.Kinds, doc.Readable = []Kind{KindAttachment}, true
	switch {
	case h.claim == KindAttachment:
	case f == nil:
		if p := brokenJSON(src, h, r.limits); p != nil {
			doc.Readable, doc.Problems = false, []Problem{*p}
		}
	case f.form():
		doc.Problems = append(doc.Problems, notRead(f))
		if p := r.left.writing(src); p != nil {
			doc.Problems = append(doc.Problems, *p)
		}
	}
}

// brokenJSON says what is wrong with a document of no known form that is JSON
// by its name or by its first signs. Damage ends the search for the keys that
// tell the form; in YAML and XML it does not. Another object after the first is
// common in logs, and told only of a file that calls itself JSON.
func brokenJSON(src *source, h head, l Limits) *Problem {
	named := hasEnding(src.path, ".json")
	if h.syntax != jsonSyntax || len(src.data) == 0 || !named && !objectBegins(src.data) {
		return nil
	}
	p := walkJSON(src.data, l)
	if p != nil && p.Code == codeTrailing && !named {
		return nil
	}
	return p
}

// objectBegins says that the text begins as a JSON object does.
func objectBegins(data []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\uFEFF")), " \t\r\n")
	if len(start) == 0 || start[0] != '{' {
		return false
	}
	start = bytes.TrimLeft(start[1:], " \t\r\n")
	return len(start) > 0 && start[0] == '"'
}

// writing says what is wrong with the writing of a document in a form that is
// not read. JSON and XML are walked without a tree; YAML within bounds of its
// own, so that what is not read takes nothing from what is.
func (b *budget) writing(src *source) *Problem {
	switch src.syntax {
	case jsonSyntax:
		return walkJSON(src.data, b.limits)
	case xmlSyntax:
		g := newXMLGate(src.data, b.limits)
		for g.next().kind != xmlNothing {
		}
		return g.refusal
	case yamlSyntax:
		if b.unread -= len(src.data); b.unread < 0 {
			return nil
		}
		_, p := parseYAML(src.data, b.limits)
		return p
	}
	return nil
}

// walkJSON holds a document to the rules of JSON, depth included, and keeps
// nothing of it.
func walkJSON(data []byte, l Limits) *Problem {
	if p := encodingProblem(data); p != nil {
		return p
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	for {
		_, err := dec.ReadToken()
		depth := dec.StackDepth()
		switch {
		case err != nil:
			return jsonProblem(err, data)
		case depth > l.MaxDepth:
			at := Position{Pointer: string(dec.StackPointer())}
			at.Line, at.Column = lineColumnIn(data, int(dec.InputOffset()))
			return limitProblem("MaxDepth", l.MaxDepth, "the nesting", at)
		case depth == 0:
			return afterJSON(dec, data)
		}
	}
}

// afterJSON holds that nothing but white space follows the first value.
func afterJSON(dec *jsontext.Decoder, data []byte) *Problem {
	end := dec.InputOffset()
	if _, err := dec.ReadToken(); errors.Is(err, io.EOF) {
		return nil
	}
	p := &Problem{Code: codeTrailing, Message: "there is more after the end of the JSON document; remove it"}
	p.At.Line, p.At.Column = lineColumnIn(data, int(valueStart(data, end)))
	return p
}
