package policy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// replaced is the sound requirement with one text in the place of another.
func replaced(t *testing.T, old, text string) string {
	t.Helper()
	if !strings.Contains(versions, old) {
		t.Fatalf("the sound requirement has no %q", old)
	}
	return strings.Replace(versions, old, text, 1)
}

func TestLoadRefuses(t *testing.T) {
	with := func(old, text string) func(*testing.T) map[string]string {
		return func(t *testing.T) map[string]string {
			return map[string]string{"v.rego": replaced(t, old, text)}
		}
	}
	more := func(rules string) func(*testing.T) map[string]string {
		return func(*testing.T) map[string]string {
			return map[string]string{"v.rego": versions + "\n" + rules}
		}
	}
	beside := func(name, text string) func(*testing.T) map[string]string {
		return func(*testing.T) map[string]string {
			return map[string]string{"v.rego": versions, name: text}
		}
	}
	for _, test := range []struct {
		name  string
		files func(*testing.T) map[string]string
		want  string // in the error
	}{
		// Names: a rule that would never count, or that would count elsewhere.
		{"misspelt package", with("bidgate.requirement.acme", "bidgate.requirements.acme"),
			`pack/v.rego:18: package "bidgate.requirements.acme.versions" is not one that bidgate reads`},
		{"package of another house", with("package bidgate.requirement.acme.versions", "package org"), `package "org" is not`},
		{"head that writes below another package", beside("w.rego", "package bidgate.requirement.acme\n\nother.violation contains 1\n"), "is not one that bidgate reads"},
		{"area in capitals", with("requirement.acme.", "requirement.Acme."), "is not one that bidgate reads"},
		{"misspelt rule", with("violation contains", "violations contains"), `pack/v.rego:20: rule "violations" is not one of violation, basis, review, not_applicable`},
		{"rule in bidgate", beside("w.rego", "package bidgate\n\ndecision := {\"verdict\": \"meets\"}\n"), "package bidgate decides the verdict"},
		{"rule in bidgate.decision", beside("w.rego", "package bidgate.decision\n\nx := 1\n"), "package bidgate.decision decides the verdict"},
		{"lib of the built-in tree", beside("w.rego", "package bidgate.lib.said\n\nsaid := set()\n"), "is not below an area of this pack"},
		{"lib of another area", beside("w.rego", "package bidgate.lib.other\n\nx := 1\n"), "is not below an area of this pack"},
		{"two files of one name", beside("w/v.rego", versions), "has a file of this name already"},
		{"data file", beside("data.json", "{}"), "pack/data.json: a data file could supply results"},
		{"data file in YAML, deep down", beside("x/y/data.yaml", "{}"), "could supply results"},

		// METADATA.
		{"no METADATA", with("# METADATA\n", "# About\n"), "has no METADATA block"},
		{"unknown key", with("custom:", "custom:\n#   weight: 3"), `pack/v.rego:5: unknown key "weight" in custom`},
		{"missing key", with("#   severity: major\n", ""), `custom has no key "severity"`},
		{"unknown severity", with("severity: major", "severity: huge"), `pack/v.rego:6: severity "huge" is not known; use one of blocking, major, minor, info`},
		{"number for text", with(`edition: "2026"`, "edition: 2026"), "edition must be text: put it in quotes"},
		{"other contract", with("contract: 1", "contract: 2"), "contract must be 1"},
		{"unknown evidence", with("all: [sbom]", "all: [sboms]"), `evidence.all "sboms" is not known`},
		{"unknown subject", with("over: sboms", "over: sbom"), `over "sbom" is not known`},
		{"unknown type of parameter", with("type: number", "type: float"), `type of parameter min_share "float" is not known`},
		{"default of another type", with("default: 1}", `default: "1"}`), "default of parameter min_share must be a number"},
		{"default out of bounds", with("default: 1}", "default: 2, max: 1}"), "is above its max"},
		{"bad placeholder", with("{n} of", "{n:bold} of"), `has the unknown form "bold"`},
		{"bad date", with("parameters:", "effective_from: 2026-02-30\n#   parameters:"), "effective_from must be a date"},
		{"key twice", with("severity: major", "severity: major\n#   severity: minor"), "severity"},

		// The shape of rules.
		{"violation of a number", with(`violation contains {"code": "no_version", "args": {"n": share.total - share.stated, "total": share.total}, "at": ["sboms", i]} if`, "violation contains 42 if"), "violation must contain an object written out"},
		{"basis of a number", more("basis contains 42 if input.sboms[_]"), "basis must contain an object written out"},
		{"violation as a value", with("violation contains", "violation :="), "rule violation must be a set"},
		{"no basis", with("basis contains", "_basis contains"), "has no rule basis"},
		{"unknown code", with(`"code": "no_version"`, `"code": "no_versions"`), `code "no_versions" has no message`},
		{"message of no rule", with("messages:", "messages:\n#     extra: Text"), `message "extra" is emitted by no rule`},
		{"unknown level", with(`"level": "verified"`, `"level": "proven"`), `level "proven" is not known`},
		{"no level", with(`, "level": "verified"`, ""), `basis has no key "level"`},
		{"level of a violation", with(`"at": ["sboms", i]} if`, `"at": ["sboms", i], "level": "asserted"} if`), `violation has the key "level"`},
		{"argument of a message missing", with(`"n": share.total - share.stated, `, ""), "uses {n}, which is not in args"},
		{"another subject", with(`"at": ["sboms", i]} if`, `"at": ["declarations", i]} if`), "at must begin with the subject"},
		{"member without rows", with(`"at": ["sboms", i]} if`, `"at": ["sboms", i], "member": "x"} if`), `violation has the key "member"`},
		{"basis of nothing", more(`basis contains {"code": "versions_stated", "args": {"stated": 0, "total": 0}, "at": ["sboms", 0], "level": "verified"}`), "rests on nothing"},
		{"basis on not alone", more(`basis contains {"code": "versions_stated", "args": {"stated": 0, "total": 0}, "at": ["sboms", 0], "level": "verified"} if not violation`), "rests on nothing"},

		// What compiles and is silent.
		{"undefined field", with("share.stated < share.total", "share.statd < share.total"), "undefined ref"},
		{"unknown parameter", with("versions.min_share * ", "versions.max_share * "), "undefined ref"},
		{"misspelt data", more("_x := data.bidgate.lib.sayd.said"), "data.bidgate.lib.sayd.said is defined nowhere"},
		{"another requirement", more("_x := data.bidgate.requirement.other.thing.basis"), "a requirement stands alone"},
		{"another requirement, by a helper", beside("w.rego", "package bidgate.lib.acme\n\nx := data.bidgate.requirement.acme.versions.basis\n"), "a requirement stands alone"},
		{"results, by a helper of the decision", more("import data.bidgate.lib.said\n\n_x := said.said"), "may be recursive"},
		{"the decision", more("_x := data.bidgate.decision"), "a requirement cannot read the decision"},
		{"a key that the catalogue does not have", more("_x := data.bidgate.catalog.requirement"), `the catalogue has no key "requirement"`},
		{"errored", more("_x := input.errored"), "only the decision can read it"},
		{"data of nobody", more("_x := data.results"), "is not something that policies may read"},
		{"misspelt function", more("_x := _share(1)"), "_share"},
		{"refused builtin", more("_x := time.now_ns()"), "time.now_ns"},
		{"network", more(`_x := http.send({"method": "get", "url": "http://localhost"})`), "http.send"},
		{"division", more("_x := input.sboms[0].facts.services / 2"), "division is not exact"},
		{"print", more("_x if { some i, _ in input.sboms; print(i) }"), "print is not for policies"},
		{"with", more("_x if { violation with input as {} }"), "with replaces what a result rests on"},
		{"input as a whole", more("_x := count(input)"), "input is used as a whole"},
		{"computed key of the input", more("_x if { some k in [\"sboms\"]; input[k] }"), "a key of the input is computed"},
		{"object.get on the input", more("_x if { some i, _ in input.sboms; object.get(input.sboms[i], [\"subjekt\"], 1) }"), "object.get reaches around"},
		{"object.get on a part of the input", more("_x if { some s in input.sboms; object.get(s, \"subjekt\", 1) }"), "object.get reaches around"},
		{"value outside of the enum", more("_x if { some s in input.sboms; s.subject.state == \"statd\" }"), `"statd" is never the value of this field; its values are absent, stated`},
		{"value outside of the enum, in a set", more("_x if { some s in input.sboms; s.subject.state in {\"stated\", \"abcent\"} }"), `"abcent" is never`},
		{"value outside of the enum, by a variable", more("_x if { some i, _ in input.sboms; state := input.sboms[i].subject.state; state != \"statd\" }"), `"statd" is never`},
		{"value outside of the enum of a list", more("_x if { some d in input.bundle.documents; \"sboom\" in d.kinds }"), `"sboom" is never`},
		{"field of a parameter", more("_stated(s) := s.subject.state\n\n_x if { some s in input.sboms; _stated(s) == \"stated\" }"), "selects a field of its parameter 1"},
		{"field of a parameter handed on", more("_stated(s) := s.subject.state\n\n_on(s) := _stated(s)\n\n_x if { some i, _ in input.sboms; _on(input.sboms[i]) == \"stated\" }"), "selects a field of its parameter 1"},
		{"field of the variable of every", more("_x if { every s in input.sboms { s.subject.state == \"stated\" } }"), "the variable of every is not checked"},
		{"look-up of a partial set", more("_seen contains d.document if { some d in input.declarations }\n\n_x if { some s in input.sboms; document := s.document; _seen[document] }"), "is evaluated anew for each key"},
		{"look-up of a partial object", more("_by[d.document] := i if { some i, d in input.declarations }\n\n_x := [j | some s in input.sboms; document := s.document; j := _by[document]]"), "is evaluated anew for each key"},

		// Files beside a rule.
		{"rows that are no list", beside("rows.yaml", "a: 1\n"), "rows.yaml must be a list"},
		{"row without id", beside("rows.yaml", "- {title: A, family: F}\n"), `a row has no key "id"`},
		{"row twice", beside("rows.yaml", "- {id: a, title: A, family: F}\n- {id: a, title: B, family: F}\n"), `row id "a" stands twice`},
		{"anchors", beside("rows.yaml", "- &x {id: a, title: A, family: F}\n"), "anchors and aliases are not allowed"},
		{"stray file", beside("notes.yaml", "a: 1\n"), "is no file of requirement acme.versions"},
		{"translation without a code", beside("versions.de.yaml", "title: T\nmessages: {no_version: \"{n} {total}\"}\n"), `message "versions_stated" is not translated`},
		{"translation with another argument", beside("versions.de.yaml", "title: T\nmessages: {no_version: \"{m}\", versions_stated: \"{stated} {total}\"}\n"), "does not use the same arguments"},
	} {
		t.Run(test.name, func(t *testing.T) {
			lib, err := load(t, test.files(t))
			var refused *policy.LoadError
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, %v; want a load error", lib, err)
			}
			var all []string
			for _, p := range refused.Problems {
				all = append(all, p.String())
			}
			if text := strings.Join(all, "\n"); !strings.Contains(text, test.want) {
				t.Errorf("got:\n%s\nwant:\n%s", text, test.want)
			}
			if refused.Problems[0].Line == 0 && !strings.Contains(test.want, "file") && strings.Contains(refused.Error(), ".rego") {
				t.Errorf("no line: %v", refused)
			}
		})
	}
}
