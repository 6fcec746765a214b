package evidence

import (
	"bytes"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// tokenizer steps over the tokens of a JSON document that is in memory. It
// accepts exactly what jsontext accepts: RFC 8259 in UTF-8, without halves of
// surrogate pairs, and without a name that an object has twice. Names are looked
// up in the table of those that CycloneDX has, so that a name which comes twice
// is a bit that is set already, and the reader need not look it up again; of
// texts it looks at eight bytes at a time. It takes a tenth less than jsontext,
// and the walk with it a seventh less (BenchmarkTokens, BenchmarkCycloneDX).
// What it does not accept it does not explain: fault asks jsontext for the reason.
type tokenizer struct {
	data  []byte
	names *keyTable
	end   int         // offset after the last token
	stack []container // the open ones, after one that stands for what is around the document
	found keySlot     // of the last name, where the table has it
	nul   bool        // the last text has an escaped NUL
	quote []byte
}

// container is an open object or list.
type container struct {
	close  byte                // the bracket that ends it; 0 is around the document
	tokens int                 // names and values in it so far
	name   int                 // offset of the last name
	seen   [keyWords]uint64    // names of the table
	others map[string]struct{} // other names
}

// maxOpen is how many containers may be open, as for jsontext.
const maxOpen = 10_000

func newTokenizer(data []byte, names *keyTable) tokenizer {
	return tokenizer{data: data, names: names, stack: make([]container, 1, 16)}
}

// read reads the next token. It is false at the end of the document, and where
// the document is at fault.
func (s *tokenizer) read() (token, bool) {
	data, in, i := s.data, &s.stack[len(s.stack)-1], s.space(s.end)
	if i == len(data) {
		return token{}, false
	}
	isName := in.close == '}' && in.tokens&1 == 0
	switch c := data[i]; {
	case in.tokens > 0 && c == in.close && (isName || c == ']'), in.tokens == 0 && c == in.close && c != 0:
		s.stack = s.stack[:len(s.stack)-1]
		s.end = i + 1
		return token{kind: c, start: i, end: s.end}, true
	case in.tokens == 0:
	case c == ',' && (isName || in.close == ']'), c == ':' && in.close == '}' && !isName:
		if i = s.space(i + 1); i == len(data) {
			return token{}, false
		}
	default:
		return token{}, false
	}
	t := token{kind: data[i], start: i}
	if isName && t.kind != '"' {
		return token{}, false
	}
	in.tokens++
	switch t.kind {
	case '"':
		t.end, t.escaped = s.stringAt(i)
		if isName && t.end > 0 && !s.once(in, t) {
			return token{}, false
		}
	case '{':
		t.end = s.open(i, '}')
	case '[':
		t.end = s.open(i, ']')
	case 't':
		t.end = s.literal(i, "true")
	case 'f':
		t.end = s.literal(i, "false")
	case 'n':
		t.end = s.literal(i, "null")
	default:
		t.kind, t.end = '0', s.number(i)
	}
	s.end = max(t.end, s.end)
	return t, t.end > 0
}

// space returns the offset of the next byte that is no white space.
func (s *tokenizer) space(at int) int {
	for at < len(s.data) && (s.data[at] == ' ' || s.data[at] == '\n' || s.data[at] == '\r' || s.data[at] == '\t') {
		at++
	}
	return at
}

// open enters a container. Like what follows, it returns the offset after the
// token, or 0 where the document is at fault.
func (s *tokenizer) open(at int, end byte) int {
	n := len(s.stack)
	switch {
	case n > maxOpen:
		return 0
	case n == cap(s.stack):
		s.stack = append(s.stack, container{})
	default:
		s.stack = s.stack[:n+1]
	}
	c := &s.stack[n]
	c.close, c.tokens = end, 0
	if end == '}' {
		c.seen = [keyWords]uint64{}
		// What empties a map looks at all that it ever held.
		if len(c.others) > 16 {
			c.others = nil
		}
		clear(c.others)
	}
	return at + 1
}

// once takes a name of an object, which must be its first of that kind.
func (s *tokenizer) once(in *container, t token) bool {
	text := s.data[t.start+1 : t.end-1]
	if t.escaped {
		// What was accepted can be unquoted.
		s.quote, _ = jsontext.AppendUnquote(s.quote[:0], s.data[t.start:t.end])
		text = s.quote
	}
	in.name = t.start
	s.found = s.names.slot(text)
	if s.found.name != "" {
		word, bit := &in.seen[s.found.number/64], uint64(1)<<(s.found.number%64)
		twice := *word&bit != 0
		*word |= bit
		return !twice
	}
	if _, twice := in.others[string(text)]; twice {
		return false
	}
	if in.others == nil {
		in.others = map[string]struct{}{}
	}
	in.others[string(text)] = struct{}{}
	return true
}

// ended reports whether nothing but white space follows.
func (s *tokenizer) ended() bool { return s.space(s.end) == len(s.data) }

// pointer is the JSON Pointer of the last token.
func (s *tokenizer) pointer() string {
	var b []byte
	for i := 1; i < len(s.stack); i++ {
		c := &s.stack[i]
		switch {
		case c.tokens == 0: // it was opened just now
		case c.close == ']':
			b = strconv.AppendInt(append(b, '/'), int64(c.tokens-1), 10)
		default:
			b = append(append(b, '/'), pointerEscape.Replace(s.unquoted(c.name))...)
		}
	}
	return string(b)
}

// unquoted is the string that starts at an offset and was read before.
func (s *tokenizer) unquoted(at int) string {
	again := tokenizer{data: s.data}
	end, escaped := again.stringAt(at)
	if !escaped {
		return string(s.data[at+1 : end-1])
	}
	text, _ := jsontext.AppendUnquote(nil, s.data[at:end])
	return string(text)
}

// fault says what is wrong with a document that was not accepted.
func (s *tokenizer) fault() error {
	dec := jsontext.NewDecoder(bytes.NewBuffer(s.data)) // which is decoded in place
	for {
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
	}
}
