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
		`{"profile":{"c":true},"a":1}`, `{"a":{"profile":{"c":true}},"profile":{"c":1}}`, `[{"profile":{"c":true}}]`, `{"profile" : {"c":true} , "profile":1}`,
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
		before := &remembered{text: []byte(`{"c":true}`), profile: ast.MustParseTerm(`{"c": true}`).Value}
		if in, err = parseInput(text, before); err != nil || in.value.Compare(want) != 0 {
			t.Errorf("after another decision: got %v, %v, want %v", in.value, err, want)
		}
	})
}

// TestProfileIsTakenAsItWasRead: the profile of the decision before is the same
// value where the text is the same, and another where it is not; one that stands
// deeper is no profile.
func TestProfileIsTakenAsItWasRead(t *testing.T) {
	first, err := ParseInput([]byte(`{"profile":{"a":[1,"x"]},"as_of":1}`))
	if err != nil {
		t.Fatal(err)
	}
	before := &remembered{text: first.profile, profile: first.value.Get(profileKey).Value}
	for _, test := range []struct {
		text, want string
		same       bool
	}{
		{`{"as_of":2,"profile":{"a":[1,"x"]}}`, `{"as_of": 2, "profile": {"a": [1, "x"]}}`, true},
		{`{"as_of":2,"profile":{"a":[1,"y"]}}`, `{"as_of": 2, "profile": {"a": [1, "y"]}}`, false},
		{`{"b":{"profile":{"a":[1,"x"]}},"profile":[]}`, `{"b": {"profile": {"a": [1, "x"]}}, "profile": []}`, false},
	} {
		in, err := parseInput([]byte(test.text), before)
		if err != nil || in.value.String() != test.want {
			t.Errorf("%s: got %v, %v, want %s", test.text, in.value, err, test.want)
		}
		if same := in.value.Get(profileKey).Value == before.profile; same != test.same {
			t.Errorf("%s: the profile is that of before %v, want %v", test.text, same, test.same)
		}
	}
	for _, text := range []string{`{"profile":{"a":1,"a":2}}`, `{"profile":{"a":1e99999999999}}`, `{"profile":}`, `{"profile":{}`, `[{"profile":{}}]`} {
		if in, err := ParseInput([]byte(text)); err == nil {
			t.Errorf("%s is read as %v", text, in.value)
		}
	}
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
