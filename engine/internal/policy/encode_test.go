package policy

import (
	"encoding/json"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// TestEncodeIsOPAs: values are written as opa eval -f raw writes them.
func TestEncodeIsOPAs(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, `set()`, `""`, `null`, `true`, `false`, `0`, `-1.5e10`, `1e400`, `12345678901234567890`,
		`{"b": [1, {"a": "x"}, []], "a": {}, "B": {"": {}}}`,
		`{"set": {3, 1, 2}, "keys": {1: "one", true: "yes", [1]: 2}, "null": [null]}`,
		`"a \"quoted\" <b> & \\ \n \u0001 é \u2028 \uFFFD 😀 ~"`, `{"é<": 1, "e": 2, "\n": 3}`,
	} {
		v := ast.MustParseTerm(text).Value
		plain, err := ast.JSON(v)
		if err != nil {
			t.Fatal(err)
		}
		want, err := json.Marshal(plain)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := encode(nil, v); err != nil || string(got) != string(want) {
			t.Errorf("%s: %s, %v; want %s", text, got, err, want)
		}
	}
}
