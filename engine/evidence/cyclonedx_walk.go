package evidence

import (
	"bytes"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"
)

// token is one token of the document: its kind as jsontext names it ('"',
// '0', '{', '}', '[', ']', 't', 'f', 'n') and its bytes. The zero token
// follows a refusal.
type token struct {
	kind       byte
	escaped    bool // a string with escapes in it
	start, end int
}

// walker is the strict pass over a JSON document: each token is checked once,
// whether the reader uses it or skips it, so that what is read and what is
// let through are the same. A document that breaks a rule is refused: from
// then on next returns the zero token, and every loop ends.
type walker struct {
	tokenizer
	src     *source
	limits  Limits
	depth   int
	tokens  int
	refused bool
	scratch []byte
	faulty  offsets  // values that their schema does not allow
	passage *passage // for the validation beside the walk; nil where there is none
	inList  bool     // the walk is in a list at the top of the document

	problems []Problem
	hidden   int // problems beyond the bound
}

func newWalker(src *source, l Limits) *walker {
	return &walker{tokenizer: newTokenizer(src.data, cdxNames), src: src, limits: l.withDefaults()}
}

// next reads the next token and checks depth, numbers and NUL. The tokenizer
// refuses bad UTF-8, duplicate names and broken syntax.
func (w *walker) next() token {
	if w.refused {
		return token{}
	}
	t, ok := w.read()
	if !ok {
		w.refuseSyntax(w.fault())
		return token{}
	}
	switch t.kind {
	case '{', '[':
		if w.depth++; w.depth > w.limits.MaxDepth {
			w.cross(t, "MaxDepth", w.limits.MaxDepth, "the nesting")
		}
		if w.depth == 2 {
			w.inList = t.kind == '['
		}
	case '}', ']':
		if w.depth--; w.depth == 1 || w.depth == 2 && w.inList {
			w.passage.tell(t.end)
		}
	case '"':
		if w.nul {
			w.refuse(t, codeEncoding, "a text holds a NUL character; remove it")
		}
	case '0':
		w.checkNumber(t)
	}
	if w.refused {
		return token{}
	}
	w.tokens++
	return t
}

// checkNumber bounds a number.
func (w *walker) checkNumber(t token) {
	raw := w.src.data[t.start:t.end]
	if len(raw) <= w.limits.MaxNumberChars && shortNumber(raw) {
		return
	}
	at := func() Position { return w.position(t.start) }
	if p := numberProblem(string(raw), w.limits, at); p != nil {
		w.stop(*p)
	}
	w.src.longNumbers = true
}

// document starts the walk: it reports whether the document opens an object.
func (w *walker) document() bool {
	if bytes.HasPrefix(w.src.data, []byte("\uFEFF")) {
		w.stop(*encodingProblem(w.src.data[:3]))
		return false
	}
	t := w.next()
	if t.kind != 0 && t.kind != '{' {
		w.refuse(t, codeNotObject, "the document must be one JSON object at its top level")
	}
	return !w.refused
}

// finish checks that nothing follows the document.
func (w *walker) finish() {
	if w.refused {
		return
	}
	if !w.ended() {
		end := int(valueStart(w.src.data, int64(w.end)))
		w.refuse(token{start: end}, codeTrailing, "there is more after the end of the JSON document; remove it")
	}
}

// member reads the next member of the open object: its key and the first
// token of its value. It is false at the end of the object.
func (w *walker) member() (cdxKey, token, bool) {
	name := w.next()
	if name.kind != '"' {
		return otherKey, token{}, false
	}
	found := w.found
	if found.name == "" && !w.well(name) {
		return otherKey, token{}, false
	}
	value := w.next()
	return found.key, value, value.kind != 0
}

// well refuses a name that only case tells from one of CycloneDX.
func (w *walker) well(name token) bool {
	text := w.text(name)
	misspelt := w.names.misspelt(text)
	if misspelt != "" {
		w.refuse(name, codeKeyCase, "the key "+quoted(string(text))+" must be written "+quoted(misspelt))
	}
	return misspelt == ""
}

// element reads the first token of the next element of the open array. It is
// false at the end of the array.
func (w *walker) element() (token, bool) {
	t := w.next()
	return t, t.kind != 0 && t.kind != ']'
}

// skip reads past the value that t opens, with every check of the gate.
func (w *walker) skip(t token) {
	switch t.kind {
	case '{':
		for _, v, ok := w.member(); ok; _, v, ok = w.member() {
			w.skip(v)
		}
	case '[':
		for v, ok := w.element(); ok; v, ok = w.element() {
			w.skip(v)
		}
	}
}

// text returns the content of a string token. It is valid until the next call.
func (w *walker) text(t token) []byte {
	if !t.escaped {
		return w.data[t.start+1 : t.end-1]
	}
	// The string was accepted, so that unquoting cannot err.
	w.scratch, _ = jsontext.AppendUnquote(w.scratch[:0], w.src.data[t.start:t.end])
	return w.scratch
}

// str returns the content of a string that the dossier keeps, which the
// length bound holds for.
func (w *walker) str(t token) []byte {
	b := w.text(t)
	if len(b) > w.limits.MaxStringBytes {
		w.cross(t, "MaxStringBytes", w.limits.MaxStringBytes, "a text")
		return nil
	}
	return b
}

// is reports whether v is of the kind wanted. If not it records the problem,
// reads past v and reports false.
func (w *walker) is(v token, kind byte) bool {
	if w.faulty.has(v.start) {
		w.skip(v)
		return false
	}
	if v.kind == kind {
		return true
	}
	w.wrongType(v, kindNames[kind])
	w.skip(v)
	return false
}

// kindNames says in plain words what a token opens.
var kindNames = map[byte]string{
	'{': "an object", '[': "a list", '"': "text", '0': "a number",
	't': "true", 'f': "false", 'n': "null",
}

// wrongType records a value of another type than CycloneDX asks for.
func (w *walker) wrongType(v token, want string) {
	if w.refused {
		return
	}
	if len(w.problems) >= w.limits.MaxProblems {
		w.hidden++
		return
	}
	at := w.position(v.start)
	w.problems = append(w.problems, Problem{Code: "wrong_type", At: at,
		Message: fmt.Sprintf("%s must be %s and is %s; correct it", placeName(at.Pointer), want, kindNames[v.kind])})
}

// placeName is the end of a pointer, as a message tells it.
func placeName(pointer string) string {
	return quoted(string(jsontext.Pointer(pointer).LastToken()))
}

// position is the place of the last token read, which starts at offset.
func (w *walker) position(offset int) Position {
	p := Position{Pointer: w.pointer()}
	p.Line, p.Column = w.src.lineColumn(int64(offset))
	return p
}

// refuse makes the document unreadable.
func (w *walker) refuse(t token, code, message string) {
	w.stop(Problem{Code: code, Message: message, At: w.position(t.start)})
}

// cross refuses a document that goes beyond a bound.
func (w *walker) cross(t token, name string, bound int, what string) {
	w.stop(*limitProblem(name, bound, what, w.position(t.start)))
}

// refuseSyntax refuses what the decoder does not accept.
func (w *walker) refuseSyntax(err error) {
	if p := encodingProblem(w.src.data); p != nil {
		w.stop(*p)
		return
	}
	w.stop(*jsonProblem(err, w.src.data))
}

// stop ends the walk; only the first refusal counts.
func (w *walker) stop(p Problem) {
	if !w.refused {
		w.problems = append(w.problems, p)
	}
	w.refused = true
}
