package hostile

import "strings"

const modelYAML = "extra/threat-model.yaml"

// yamlRows break the rules that all YAML is held to.
func yamlRows() []Row {
	with := func(member string) string { return "threat_model: 1\n" + member + "\n" }
	return rowsOf("yaml", modelYAML, []fault{
		{"empty", "not_an_object", "empty", ""},
		{"comments only", "not_an_object", "comments only", "# nothing\n"},
		{"byte order mark", "encoding", "1:1", "\ufeffthreat_model: 1"},
		{"UTF-16", "encoding", "1:2", "#\xff\xfet\x00"},
		{"not UTF-8", "encoding", "2:9", with("title: \"\xff\"")},
		{"NUL", "encoding", "3:9", strings.Repeat("\n", 1) + with("title: a\x00")},
		{"NUL by an escape", "encoding", "2:8", with(`title: "a\0"`)},
		{"two documents", "yaml", "3:1", with("title: a") + "---\nthreat_model: 1\n"},
		{"end and another document", "yaml", "5:1", with("title: a\nversion: b") + "...\n---\nx: 1\n"},
		{"directive", "yaml", "1:1", "%YAML 1.1\n---\n" + with("title: a")},
		{"tag directive", "yaml", "2:1", "# x\n%TAG ! tag:x,2000:\n---\n" + with("title: a")},
		{"directives by the thousand", "yaml", "4:1", strings.Repeat("\n", 1) + "# x\n# y\n" + strings.Repeat("%A b\n", 9000) + "---\n" + with("title: a")},
		{"anchor", "yaml", "2:8", with("title: &a b")},
		{"anchor on a key", "yaml", "20:1", strings.Repeat("\n", 17) + strings.Repeat("\n", 1) + with("&a title: b")},
		{"anchor on a mapping", "yaml", "2:10", with("product: &a {name: b}")},
		{"alias", "yaml", "3:10", strings.Repeat("\n", 1) + with("version: &a b\ntitle: *a")},
		{"billion laughs", "yaml", "3:4", with("x:\n - &a [l,l,l,l,l,l,l,l,l]\n - &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n - &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n - [*c,*c,*c,*c,*c,*c,*c,*c,*c]")},
		{"alias to itself", "yaml", "2:6", with("x:   &a [*a]")},
		{"merge key", "yaml", "2:11", with("product: {<<: {name: a}}")},
		{"own tag", "yaml", "3:8", strings.Repeat("\n", 1) + with("title: !secret a")},
		{"tag of a program", "yaml", "2:7", with("date: !!python/object/apply:os.system [x]")},
		{"binary tag", "yaml", "4:10", strings.Repeat("\n", 2) + with("version: !!binary aGk=")},
		{"timestamp tag", "yaml", "2:14", with("next_review: !!timestamp 2026-01-01")},
		{"integer tag on text", "yaml", "2:9", with("title:  !!int x")},
		{"integer tag on an octal number", "yaml", "3:11", strings.Repeat("\n", 1) + with("title:    !!int 0777")},
		{"set tag", "yaml", "4:8", strings.Repeat("\n", 2) + with("scope: !!set {a}")},
		{"ordered map tag", "yaml", "2:4", with("x: !!omap [a: 1]")},
		{"key twice", "duplicate_key", "3:1", with("title: a\ntitle: b")},
		{"key twice, once in quotes", "duplicate_key", "4:1", with("date: a\n\n\"date\": b")},
		{"key twice in braces", "duplicate_key", "2:20", with("product: {name: a, name: b}")},
		{"number as a key", "yaml", "21:1", strings.Repeat("\n", 17) + strings.Repeat("\n", 2) + with("1: a")},
		{"true as a key", "yaml", "3:3", with("x:\n  true: a")},
		{"null as a key", "yaml", "3:5", with("x:\n    ~: a")},
		{"mapping as a key", "yaml", "3:7", with("x:\n      {a: b}: c")},
		{"list as a key", "yaml", "20:10", strings.Repeat("\n", 17) + with("x:\n       ? [a]\n       : b")},
		{"a list", "not_an_object", "1:1", "- threat_model: 1\n"},
		{"a text", "not_an_object", "1:3", "  threat model\n"},
		{"tab as indent", "syntax", "3:1", with("product:\n\tname: a")},
		{"brackets left open", "syntax", "1:1", with("method: [a, b")},
		{"quote left open", "syntax", "4:1", strings.Repeat("\n", 1) + with("x: 1\ntitle: \"a")},
		{"wrong indent", "syntax", "2:1", strings.Repeat("\n", 2) + with("product:\n  name: a\n version: b")},
		{"undefined alias", "syntax", "", with("x: 1\ny: 2\ntitle: *nothing")},
		{"nested too deeply", "limit MaxDepth", "2:67", with("x: " + strings.Repeat("[", 70) + strings.Repeat("]", 70))},
		{"nested by dashes", "limit MaxDepth", "3:127", with("x:\n" + strings.Repeat("- ", 9000))},
		{"brackets by the thousand", "syntax", "19:1", strings.Repeat("\n", 17) + with("x: "+strings.Repeat("[", 20_000))},
		{"long number", "limit MaxNumberChars", "2:10", with("version: " + strings.Repeat("1", 65))},
		{"number without end", "yaml", "21:10", strings.Repeat("\n", 17) + strings.Repeat("\n", 1) + with("x: 1"+strings.Repeat("0", 60)+"\nversion: !!float 1e999")},
		{"whole number that readers round", "number", "2:5", with("x:  12345678901234567890")},
		{"keys by the hundred thousand", "duplicate_key", "21:1", strings.Repeat("\n", 17) + strings.Repeat("\n", 1) + with(strings.Repeat("x: 1\n", 100_000))},
	})
}
