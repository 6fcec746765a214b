package policy

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// FuzzDecodeAnswer: no text from the other process panics, and what is taken is
// read in one way: written again it is the same bytes, no requirement comes
// without its closed sets, and no result without the public rules alone.
func FuzzDecodeAnswer(f *testing.F) {
	for _, text := range []string{
		`{"problems":[],"fault":"","modules":[],"requirements":{},"keys":{},"results":{}}`,
		`{"problems":[],"fault":"","modules":[{"pack":1,"path":"a.rego","package":["bidgate","requirement","acme","one"]}],"requirements":{},"keys":{"acme.one":["sboms"]},"results":{}}`,
		`{"problems":[{"File":"f","Line":1,"Text":"x"}],"fault":"x","modules":[],"requirements":{},"keys":{},"results":{}}`,
		`{"problems":[],"fault":"","modules":[],"requirements":{},"keys":{},"results":{"acme.one":{"error":"","rules":["o","basis",["s"],"not_applicable",["s"],"review",["s"],"violation",["s",["o","args",["o"],"at",["a","sboms",0],"code","bad"]]]}}}`,
		`{"problems":[],"fault":"","modules":[],"requirements":{},"keys":{},"results":{"acme.one":{"error":"x","rules":0}}}`,
		`{"problems":[],"fault":"","modules":[],"requirements":{},"keys":{},"results":{"a":{"error":"","rules":["o","basis",["s",["n"],1e400,-0,0.10],"x",["s",1,1]]}}}`,
		`{"problems":null}`, `{}`, `[[[[`, `{"requirements":{"a":{"parameters":{"x":{"type":"date","default":{"text":"2026-02-30"}}}}}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := decodeAnswer(text)
		if err != nil {
			if a != nil {
				t.Error("an error and an answer")
			}
			return
		}
		if again, err := json.Marshal(a); err != nil || !bytes.Equal(again, text) {
			t.Errorf("taken for %s", again)
		}
		for id, sent := range a.Results {
			fuzzedResult(t, id, sent)
		}
		for id, q := range a.Requirements {
			if err := q.restore(); err == nil && (q.Severity == "" || q.Section == "") {
				t.Errorf("%s has no severity or section", id)
			}
		}
	})
}

func fuzzedResult(t *testing.T, id string, sent sentResult) {
	t.Helper()
	result, err := sent.result()
	switch {
	case err != nil:
		return
	case (result.err == "") == (result.rules == nil):
		t.Errorf("%s: both or neither of an error and rules", id)
	case result.rules == nil:
		return
	}
	for _, name := range publicRules {
		if set := result.rules.Get(ast.StringTerm(name)); set == nil {
			t.Errorf("%s: no rule %s", id, name)
		} else if _, ok := set.Value.(ast.Set); !ok {
			t.Errorf("%s: the rule %s is no set", id, name)
		}
	}
	if again, err := encodeRules(result.rules); err != nil || !bytes.Equal(again, sent.Rules) {
		t.Errorf("%s: %s is taken for %s", id, sent.Rules, again)
	}
}
