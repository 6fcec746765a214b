package policy

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// FuzzParseInput holds the token reader to OPA's own reading of the same text.
func FuzzParseInput(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"a":[1,1.0,-0,1e3,"x","\u00e9","\ud83d\ude00"],"b":{"c":true,"d":null}}`, `{"a":1,"a":2}`, `[]`, `{} {}`, `{"a":[[[]]]}`, `{"a":12345678901234567890}`, `{"a":[0,7,7,63,64,7.0,70e-1,9999999,-7,0]}`,
		` { "a" : [ { "b" : "x" , "c" : { "d" : [ 1 , 2 ] } } , { "b" : "x" , "c" : { "d" : [ 1 , 2 ] } } , { "b" : "xy", "d" : 12 } , { "b" : 1, "c" : { "d" : [ 1 , 2 ], "e": 1 } } ] } `,
		`{"a":[[1,[2]],[1,[2]],[1,[2,3]],"t","t","\"t","\"t",{},{},{"\u0062":null,"t":true,"f":false},{"b":null,"t":false}]}`, `{"a":[1,"n" ,`, `{"a":[{"b":1},{"b":12},{"b":1.0},{"b":-0}]}`,
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
// components, as coverage does, and one of 3,000 rows of which most members
// say that there is nothing, as matches have them.
func BenchmarkParseInput(b *testing.B) {
	places := `{"lists":[` + items(4, func(int) string { return "[" + items(100_000, strconv.Itoa) + "]" }) + "]}"
	none := `{"state":"absent","value":{"day":0,"text":""}}`
	rows := `{"rows":[` + items(3_000, func(i int) string {
		return fmt.Sprintf(`{"row":%d,"id":"CVE-2026-%d","published":%s,"modified":%s,"kev":{"listed":false,"added":%s,"due":%s},"said":[{"row":%d,"date":%s}]}`,
			i, i, none, none, none, none, i, none)
	}) + "]}"
	for _, of := range []struct{ name, text string }{{"places", places}, {"rows", rows}} {
		b.Run(of.name, func(b *testing.B) {
			b.SetBytes(int64(len(of.text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ParseInput([]byte(of.text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func items(n int, item func(int) string) string {
	list := make([]string, n)
	for i := range list {
		list[i] = item(i)
	}
	return strings.Join(list, ",")
}
