package authoring_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/authoring"
)

// sound is a requirement that every lint rule lets pass.
const sound = `# METADATA
# title: Components are few
# description: Asks for a number of components.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: House rules, edition: "1", clause: "1", confidence: source}
#   parameters:
#     most: {type: integer, default: 2}
#   messages:
#     many: "There are {n} components."
#     few: "There are {n} components."
#   remedy: Leave out what is not yours.
#   question: Which of these are yours?
package bidgate.requirement.acme.NAME

_most := input.parameters.acme.NAME.most

_total[i] := n if {
	some i, sbom in input.sboms
	n := sbom.facts.components.all
	n > 0
}

_is_few(i) if _total[i] <= _most

violation contains {"code": "many", "args": {"n": n}, "at": ["sboms", i]} if {
	some i, n in _total
	not _is_few(i)
}

basis contains {"code": "few", "args": {"n": n}, "at": ["sboms", i], "level": "verified"} if {
	some i, n in _total
	n <= _most
}
`

// TestLintRules holds each rule to a source that it finds and one that it lets
// be: all sources stand in one tree, because loading costs most.
func TestLintRules(t *testing.T) {
	tests := []struct {
		name, old, text string
		want            string // rule, and the beginning of the text; "" is nothing
		line, column    int
	}{
		{name: "sound"},
		{"silent", "\tsome i, n in _total\n\tn <= _most\n", "\tnot _asked\n\ti := 0\n\tn := 1\n", "basis-on-not: this basis rests on `not` alone", 36, 1},
		{"silent_helper", "\tsome i, n in _total\n\tn <= _most\n", "\t_fine\n\ti := 0\n\tn := 1\n", "basis-on-not: this basis rests on `not` alone", 36, 1},
		{"undefined_key", "\tnot _is_few(i)\n", "\tnot _asked\n\tnot _other[i] >= n\n", "negated-undefined: this `not` holds too where _other[i] has no value", 34, 2},
		{"undefined_call", "\tnot _is_few(i)\n", "\tnot _asked\n\tnot _half(i) >= n\n", "negated-undefined: this `not` holds too where _half(…) has no value", 34, 2},
		{"rows", "\tn := sbom.facts.components.all\n", "\tsome c in input.components[i]\n\tc.name != \"\"\n\tn := sbom.facts.components.all\n", "row-loop: this goes over every row of input.components", 25, 2},
		{"rows_let_be", "\tn := sbom.facts.components.all\n", "\n\t# lint: row-loop, names are no fact\n\tsome c in input.components[i]\n\tc.name != \"\"\n\tn := sbom.facts.components.all\n", "", 0, 0},
		{"unread", "#     most:", "#     least: {type: integer, default: 1}\n#     most:", "unread-parameter: parameter least is read by no rule", 13, 7},
	}
	const helpers = "\n_asked if input.parameters.acme.NAME.most > 100\n\n_fine if not _asked\n\n_other := {i: n | some i, n in _total; n > 3}\n\n_half(i) := 1 if _total[i] > 4\n"
	files := map[string]string{}
	for _, test := range tests {
		text := sound
		if test.old != "" {
			if text = strings.Replace(sound, test.old, test.text, 1); text == sound {
				t.Fatalf("%s changes nothing", test.name)
			}
			text += helpers
		}
		files[test.name+".rego"] = strings.ReplaceAll(text, "NAME", test.name)
	}
	files["so_und.rego"] = strings.ReplaceAll(sound, "NAME", "so_und")
	got := map[string][]authoring.Problem{}
	problems, err := authoring.Lint(t.Context(), tree(files), authoring.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if p.Rule != "overlapping-ids" {
			got[strings.TrimSuffix(p.File, ".rego")] = append(got[strings.TrimSuffix(p.File, ".rego")], p)
		} else if got[p.Rule] = append(got[p.Rule], p); !strings.Contains(p.Text, "underscores alone") {
			t.Errorf("%+v", p)
		}
	}
	if len(got["overlapping-ids"]) != 2 {
		t.Errorf("acme.sound and acme.so_und: %+v", got["overlapping-ids"])
	}
	for _, test := range tests {
		found := got[test.name]
		switch {
		case test.want == "" && len(found) == 0:
		case len(found) != 1 || test.want == "":
			t.Errorf("%s: found %+v, want %q", test.name, found, test.want)
		case !strings.HasPrefix(fmt.Sprintf("%s: %s", found[0].Rule, found[0].Text), test.want) || found[0].Line != test.line || found[0].Column != test.column:
			t.Errorf("%s: found %+v, want %q at %d:%d", test.name, found[0], test.want, test.line, test.column)
		}
	}
}

// TestLintNamesItsRules: what the engine refuses has a place and a rule too.
func TestLintNamesItsRules(t *testing.T) {
	for _, test := range []struct{ old, text, rule string }{
		{"severity: major", "severity: huge", "metadata"},
		{`"code": "few"`, `"code": "fewer"`, "contract"},
		{"count(input.bundle.documents)", "count(input.bundle.documents) / 2", "values"},
		{"bundle.documents)", "bundle.dokuments)", "types"},
		{"if {", "if", "syntax"},
		{"\t_n >=", "  _n >=", "format"},
	} {
		got, err := authoring.Lint(t.Context(), tree(map[string]string{"a.rego": strings.Replace(papers, test.old, test.text, 1)}), authoring.Options{})
		if err != nil || len(got) == 0 || got[0].Rule != test.rule || got[0].Line == 0 || got[0].File != "a.rego" {
			t.Errorf("%s: error %v, problems %+v", test.rule, err, got)
		}
	}
}
