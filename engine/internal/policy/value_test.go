package policy

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// FuzzParseInput holds the token reader to OPA's own reading of the same text.
func FuzzParseInput(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"a":[1,1.0,-0,1e3,"x","\u00e9","\ud83d\ude00"],"b":{"c":true,"d":null}}`, `{"a":1,"a":2}`, `[]`, `{} {}`, `{"a":[[[]]]}`, `{"a":12345678901234567890}`, `{"a":[0,7,7,63,64,7.0,70e-1,9999999,-7,0]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		in, err := ParseInput(text)
		if err != nil {
			return
		}
		want, err := ast.ValueFromReader(bytes.NewReader(text))
		if err != nil {
			t.Fatalf("accepted what OPA refuses: %v", err)
		}
		if in.value.Compare(want) != 0 {
			t.Errorf("got %v, want %v", in.value, want)
		}
	})
}

func TestWithErroredLeavesTheInputAlone(t *testing.T) {
	in, err := ParseInput([]byte(`{"errored":[],"sboms":[1]}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := in.WithErrored([]string{"a.b"}).value.String(); got != `{"errored": ["a.b"], "sboms": [1]}` {
		t.Errorf("got %s", got)
	}
	if got := in.value.String(); got != `{"errored": [], "sboms": [1]}` {
		t.Errorf("the input became %s", got)
	}
}

// BenchmarkParseInput reads an input in which lists of places sort 100,000
// components, as coverage and matches do.
func BenchmarkParseInput(b *testing.B) {
	var text bytes.Buffer
	text.WriteString(`{"lists":[`)
	for list := range 4 {
		if list > 0 {
			text.WriteByte(',')
		}
		text.WriteByte('[')
		for row := range 100_000 {
			if row > 0 {
				text.WriteByte(',')
			}
			fmt.Fprintf(&text, "%d", row)
		}
		text.WriteByte(']')
	}
	text.WriteString("]}")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseInput(text.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
