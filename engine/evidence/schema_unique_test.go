package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEveryRepeatedItem: each item that equals an earlier one is a problem of
// its own, at the item, whose sentence names the first that it equals.
func TestEveryRepeatedItem(t *testing.T) {
	a, b := `{"type": "library", "name": "a"}`, `{"name": "b", "type": "file"}`
	r := readText(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [` +
		strings.Join([]string{a, b, a, `{"type": "file", "name": "\u0062"}`, `{"type": "library", "name": "c"}`, a}, ",\n") + `]}`)
	var got []string
	for _, p := range schemaProblems(r) {
		got = append(got, fmt.Sprintf("%d %s %s", p.At.Line, p.At.Pointer, p.Message))
	}
	want := []string{
		"3 /components/2 entry 3 of \"components\" repeats entry 1; remove it",
		"4 /components/3 entry 4 of \"components\" repeats entry 2; remove it",
		"6 /components/5 entry 6 of \"components\" repeats entry 1; remove it",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	many := readText(cycloneDX(`"version": 1`, `"components": [`+strings.Repeat(a+",", 1000)+a+`]`))
	problems := schemaProblems(many)
	if n := len(problems); n != 21 || !strings.Contains(problems[n-1].Message, "980 more") {
		t.Errorf("%d problems, the last is %v", n, problems[n-1])
	}
}

// TestRepeatedReferences: what has a reference is told apart by it first, and in
// the end by all that it has, in whatever order and way it is written.
func TestRepeatedReferences(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []string
		want  string
	}{
		{"one reference, other parts", []string{`{"bom-ref": "a", "type": "file", "name": "a"}`, `{"bom-ref": "a", "type": "file", "name": "b"}`}, ""},
		{"the reference comes last", []string{`{"bom-ref": "a", "type": "file", "name": "a"}`, `{"type": "file", "name": "a", "bom-ref": "a"}`}, "/components/1"},
		{"with escapes", []string{`{"bom-ref": "a", "type": "file", "name": "a"}`, `{"name": "\u0061", "type": "file", "bom\u002dref": "\u0061"}`}, "/components/1"},
		{"only one has a reference", []string{`{"bom-ref": "a", "type": "file", "name": "a"}`, `{"type": "file", "name": "a"}`}, ""},
		{"among others", []string{`{"bom-ref": "a", "type": "file", "name": "a"}`, `{"bom-ref": "a", "type": "file", "name": "b"}`,
			`{"bom-ref": "b", "type": "file", "name": "b"}`, `{"bom-ref": "a", "type": "file", "name": "b"}`}, "/components/3"},
	} {
		r := readText(cycloneDX(`"version": 1`, `"components": [`+strings.Join(c.items, ",")+`]`))
		var got []string
		for _, p := range schemaProblems(r) {
			got = append(got, p.At.Pointer)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: repeated at %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSomeAlike(t *testing.T) {
	for _, n := range []int{0, 1, 2, 8, 9, 31, 32, 33, 1000} {
		list := make([]listed, n)
		for i := range list {
			list[i].mark = uint64(i) * 7
		}
		if someAlike(list) {
			t.Errorf("of %d marks two are alike", n)
		}
		for i := 1; i < n; i += 1 + n/5 {
			kept := list[i].mark
			list[i].mark = list[i-1].mark
			if !someAlike(list) {
				t.Errorf("of %d marks the one at %d is not found twice", n, i)
			}
			list[i].mark = kept
		}
	}
}
