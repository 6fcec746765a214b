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
