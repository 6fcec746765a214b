package evidence

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// text writes the text of an element. One that has elements in it is written
// as an object, which is of a wrong type there.
func (t *xmlTwin) text(f *xmlField) {
	t.scratch = t.scratch[:0]
	plain := true
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			t.scratch = append(t.scratch, tok.text...)
			continue
		}
		t.skip()
		plain = false
	}
	if !plain {
		t.out = append(t.out, "{}"...)
		return
	}
	t.scalar(f, t.scratch)
}

// reference writes the attribute ref of an element that has nothing else.
func (t *xmlTwin) reference(tok xmlToken, f *xmlField) {
	value, _ := t.ref(tok)
	t.quote([]byte(value))
	t.empty(f)
}

// ref is the attribute ref of an element.
func (t *xmlTwin) ref(tok xmlToken) (value string, found bool) {
	for _, a := range tok.attributes {
		if a.local == "ref" {
			if a.space != "" {
				t.foreign("attribute", a.local)
			}
			value, found = string(trimXML([]byte(a.value))), true
		}
	}
	return value, found
}

// empty reads to the end of an element that has no content.
func (t *xmlTwin) empty(f *xmlField) {
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			t.noText(tok)
			continue
		}
		t.element(tok, &xmlShape{name: f.name})
	}
}

// scalar writes a text, or the number or truth value that it stands for. A
// text that is none stays a text, which is of a wrong type there.
func (t *xmlTwin) scalar(f *xmlField, text []byte) {
	text = trimXML(text)
	if f.line && bytes.ContainsAny(text, "\t\r\n") {
		text = joinLines(text)
	}
	switch f.form {
	case formNumber:
		if number, ok := jsonNumber(string(text)); ok {
			t.out = append(t.out, number...)
			return
		}
	case formBoolean:
		switch string(text) {
		case "true", "1":
			t.out = append(t.out, "true"...)
			return
		case "false", "0":
			t.out = append(t.out, "false"...)
			return
		}
	}
	t.quote(text)
}

// joinLines takes each run of white space with a line break or tab for a space.
func joinLines(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		run := len(text) - len(bytes.TrimLeft(text, " \t\r\n"))
		switch {
		case run == 0:
			run = 1
			out = append(out, text[0])
		case bytes.ContainsAny(text[:run], "\t\r\n"):
			out = append(out, ' ')
		default:
			out = append(out, text[:run]...)
		}
		text = text[run:]
	}
	return out
}

// jsonNumber writes a decimal of XML Schema as JSON has it: no plus sign, no
// leading zeros, digits on both sides of the point.
func jsonNumber(text string) (string, bool) {
	sign := ""
	switch {
	case strings.HasPrefix(text, "-"):
		sign, text = "-", text[1:]
	case strings.HasPrefix(text, "+"):
		text = text[1:]
	}
	whole, fraction, point := strings.Cut(text, ".")
	if strings.Trim(whole, "0123456789") != "" || strings.Trim(fraction, "0123456789") != "" || whole+fraction == "" {
		return "", false
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if point && fraction != "" {
		whole += "." + fraction
	}
	return sign + whole, true
}

// quote writes a text.
func (t *xmlTwin) quote(text []byte) {
	// The gate has checked the encoding, so that quoting cannot err.
	t.out, _ = jsontext.AppendQuote(t.out, text)
}
