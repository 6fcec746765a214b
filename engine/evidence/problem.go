package evidence

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// The codes of problems that the gates and the bundle report. Readers of
// forms have their own beside these.
const (
	codeLimit     = "limit"         // a bound of Limits was crossed
	codeSyntax    = "syntax"        // not well formed
	codeEncoding  = "encoding"      // not UTF-8, a byte order mark, a NUL
	codeDuplicate = "duplicate_key" // a key twice in one object
	codeTrailing  = "trailing_data" // something after the document's end
	codeNotObject = "not_an_object" // the top level is no object
	codeNumber    = "number"        // not a number that every reader keeps
	codeYAML      = "yaml"          // YAML that two readers could read differently
	codeKeyCase   = "key_case"      // a key that is a known one but for upper and lower case
)

// limitProblem says that a document crosses the named bound.
func limitProblem(name string, bound int, what string, at Position) *Problem {
	return &Problem{
		Code:    codeLimit,
		Message: fmt.Sprintf("%s is over the bound of %d (%s); make the document smaller, or ask the buyer to raise this bound", what, bound, name),
		Limit:   name,
		At:      at,
	}
}

// quoted is a vendor's text fit for a message: short, in quotes, escaped.
func quoted(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}

// jsonProblem turns an error of the JSON decoder into a problem with its
// place. Every reader that walks JSON tokens shares it.
func jsonProblem(err error, data []byte) *Problem {
	var at Position
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		at.Pointer = string(syntax.JSONPointer)
		at.Line, at.Column = lineColumnIn(data, int(syntax.ByteOffset))
	}
	switch {
	case errors.Is(err, jsontext.ErrDuplicateName):
		name := syntax.JSONPointer.LastToken()
		return &Problem{Code: codeDuplicate, At: at,
			Message: "the key " + quoted(name) + " stands twice in one object; keep one of them"}
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		at.Line, at.Column = lineColumnIn(data, len(data))
		return &Problem{Code: codeSyntax, At: at,
			Message: "the JSON ends too early; send the whole file"}
	}
	return &Problem{Code: codeSyntax, At: at,
		Message: "this is not valid JSON (" + jsonReason(err) + "); correct it at the place given"}
}

// jsonReason is the decoder's own reason without its prefix and place, which
// the problem's position tells better.
func jsonReason(err error) string {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) && syntax.Err != nil {
		return strings.TrimPrefix(syntax.Err.Error(), "jsontext: ")
	}
	return strings.TrimPrefix(err.Error(), "jsontext: ")
}

// encodingProblem refuses bytes that readers take in different ways: a byte
// order mark, bytes that are not UTF-8, and NUL. It is nil when all is well.
func encodingProblem(data []byte) *Problem {
	if len(data) >= 3 && string(data[:3]) == "\uFEFF" {
		return &Problem{Code: codeEncoding, At: Position{Line: 1, Column: 1},
			Message: "the file begins with a byte order mark; save it as UTF-8 without one"}
	}
	for i := 0; i < len(data); {
		if c := data[i]; c < utf8.RuneSelf {
			if c == 0 {
				return encodingAt(data, i, "the file holds a NUL character; remove it")
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return encodingAt(data, i, "the file is not UTF-8; save it as UTF-8")
		}
		i += size
	}
	return nil
}

func encodingAt(data []byte, offset int, message string) *Problem {
	p := &Problem{Code: codeEncoding, Message: message}
	p.At.Line, p.At.Column = lineColumnIn(data, offset)
	return p
}

// misspelt finds a key of an object that differs from a known one only by
// upper and lower case. Decoders that ignore case read such a key as the
// known one, so a document that has it could be read in two ways.
func misspelt(n *node, known []string) *Problem {
	if n == nil || n.kind != objectNode {
		return nil
	}
	for i, name := range n.names {
		if want, found := foldedKey(name, known); found {
			return &Problem{Code: codeKeyCase,
				Message: "the key " + quoted(name) + " must be written " + quoted(want),
				At:      Position{Line: n.children[i].line, Column: n.children[i].column}}
		}
	}
	return nil
}

// foldedKey returns the known key that name equals under case folding only.
func foldedKey(name string, known []string) (string, bool) {
	folded := ""
	for _, k := range known {
		if k == name {
			return "", false
		}
		if strings.EqualFold(k, name) {
			folded = k
		}
	}
	return folded, folded != ""
}
