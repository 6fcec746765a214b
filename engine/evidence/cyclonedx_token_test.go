package evidence

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// seenToken is a token as both readers tell it.
type seenToken struct {
	kind    byte
	end     int
	pointer string
}

// byJSONText are the tokens of a document up to its first fault, and whether it
// has none.
func byJSONText(data []byte) (tokens []seenToken, accepted bool) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	for {
		token, err := dec.ReadToken()
		if err != nil {
			return tokens, errors.Is(err, io.EOF) && len(tokens) > 0
		}
		tokens = append(tokens, seenToken{byte(token.Kind()), int(dec.InputOffset()), string(dec.StackPointer())})
		if dec.StackDepth() == 0 { // jsontext reads one document after the other
			_, err := dec.ReadToken()
			return tokens, errors.Is(err, io.EOF)
		}
	}
}

func byTokenizer(data []byte) (tokens []seenToken, accepted bool) {
	s := newTokenizer(data, cdxNames)
	for {
		token, ok := s.read()
		if !ok {
			return tokens, false
		}
		tokens = append(tokens, seenToken{token.kind, token.end, s.pointer()})
		if len(s.stack) == 1 {
			return tokens, s.ended()
		}
	}
}

func sameTokens(t *testing.T, data []byte) {
	t.Helper()
	want, accepted := byJSONText(data)
	got, ours := byTokenizer(data)
	if ours != accepted {
		t.Fatalf("%q: accepted is %v, want %v", data, ours, accepted)
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%q: token %d differs:\ngot  %+v\nwant %+v", data, i, got[min(i, len(got)):], want[min(i, len(want)):])
		}
	}
}

// broken are documents that one step too few or too many would let through.
var broken = []string{
	``, ` `, `{`, `}`, `[`, `[}`, `{]`, `{}}`, `[]]`, `[1 2]`, `[1,,2]`, `[,1]`, `[1,]`, `[1:2]`, `{"a"}`, `{"a",1}`, `{"a":}`, `{"a":1,}`, `{,"a":1}`,
	`{"a":1 "b":2}`, `{"a":1:2}`, `{1:2}`, `{"a"::1}`, `{"a":1,,"b":2}`, `{null:1}`, `,`, `:`, `1,`, `[:1]`, `{:1}`, "\x00", "[\x00]", "{\x00", "{\"a\"\x00",
	`"`, `"\`, `"\"`, `"\x"`, `"\u"`, `"\u12"`, `"\u12g4"`, `"\ud800"`, `"\ud800\u0041"`, `"\udc00\ud800"`, `"\ud83d\ude00"`, `"\ud83d\ude0"`, `"\ud83dx"`,
	"\"\x1f\"", "\"\x7f\"", "\"\xff\"", "\"\xc3\"", "\"é\"", "\"1234567é\"", "\"12345678\t\"", "\"\u2028\"", "\"\xed\xa0\x80\"", `"\/\b\f\n\r\t\\"`,
	`-`, `-0`, `00`, `01`, `-01`, `1.`, `1.0`, `.1`, `1e`, `1e+`, `1e+1`, `1E-0`, `+1`, `0x1`, `1e1.0`, `--1`, `tru`, `true`, `truefalse`, `nul`, `nulll`, `falsey`, `True`,
	`{"name":1,"name":2}`, `{"name":1,"n\u0061me":2}`, `{"q":1,"q":2}`, `{"q":1,"\u0071":2}`, `{"q":{"q":1},"p":{"q":1}}`, `{"":1,"":2}`, `{"name":{"name":{}},"version":[{"name":1},{"name":2}]}`,
	`{"a~b":{"c/d":[1,{"\u00e9":[[],{}]}]}}`, " {\r\n\t\"a\" : [ 1 , { } , [ ] ] , \"b\" : null } ",
}

func TestTokensAreThoseOfJSONText(t *testing.T) {
	for _, text := range broken {
		sameTokens(t, []byte(text))
	}
	for _, n := range []int{1, 15, 16, 17, 40} { // of names that are not of CycloneDX, in objects side by side
		var names []string
		for i := range n {
			names = append(names, `"q`+strings.Repeat("x", i)+`":1`)
		}
		object := "{" + strings.Join(names, ",") + "}"
		sameTokens(t, []byte("["+object+","+object+"]"))
		sameTokens(t, []byte("["+object+",{"+strings.Join(names, ",")+","+names[n-1]+"}]"))
	}
	for _, depth := range []int{maxOpen, maxOpen + 1} {
		deep := []byte(strings.Repeat("[", depth) + strings.Repeat("]", depth))
		if ours, want := onlyRead(deep), jsontext.Value(deep).IsValid(); ours != want {
			t.Errorf("%d open lists are accepted: %v, want %v", depth, ours, want)
		}
	}
	if names := len(strings.Fields(cdxVocabulary)); names > 64*keyWords {
		t.Errorf("%d names have no room in %d words", names, keyWords)
	}
}

// onlyRead reports whether the tokenizer comes to the end.
func onlyRead(data []byte) bool {
	s := newTokenizer(data, cdxNames)
	for {
		if _, ok := s.read(); !ok {
			return s.ended()
		}
	}
}

// FuzzTokens holds the tokenizer to jsontext, token by token.
func FuzzTokens(f *testing.F) {
	for _, text := range broken {
		f.Add([]byte(text))
	}
	for _, text := range readings {
		f.Add([]byte(text))
	}
	addDocuments(f)
	f.Fuzz(func(t *testing.T, data []byte) { sameTokens(t, data) })
}

// BenchmarkTokens steps over 10,000 components.
func BenchmarkTokens(b *testing.B) {
	data := generateSBOM(10_000)
	for _, way := range []struct {
		name string
		read func([]byte) bool
	}{
		{"ours", onlyRead},
		{"jsontext", func(data []byte) bool {
			dec := jsontext.NewDecoder(bytes.NewBuffer(data))
			for {
				if _, err := dec.ReadToken(); err != nil {
					return errors.Is(err, io.EOF)
				}
			}
		}},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if !way.read(data) {
					b.Fatal("refused")
				}
			}
		})
	}
}
