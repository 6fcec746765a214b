package evidence

import (
	"strings"
	"testing"
)

// gateCases are documents that a gate refuses, with the code of the problem.
var gateCases = []struct {
	name, syntax, data, code, limit string
	line, column                    int
}{
	{"empty", "json", "", codeSyntax, "", 1, 1},
	{"cut short", "json", `{"a": [1, `, codeSyntax, "", 1, 11},
	{"byte order mark", "json", "\ufeff{}", codeEncoding, "", 1, 1},
	{"no utf-8", "json", "{\"a\":\n \"\xff\"}", codeEncoding, "", 2, 3},
	{"overlong", "json", "{\"a\": \"\xc0\xaf\"}", codeEncoding, "", 1, 8},
	{"nul", "json", "{\"a\": \x00}", codeEncoding, "", 1, 7},
	{"escaped nul in value", "json", `{"a": "x\u0000"}`, codeEncoding, "", 1, 16},
	{"escaped nul in key", "json", `{"\u0000": 1}`, codeEncoding, "", 1, 10},
	{"half surrogate", "json", `{"a": "\ud800"}`, codeSyntax, "", 1, 0},
	{"duplicate key", "json", `{"a": 1, "a": 2}`, codeDuplicate, "", 1, 10},
	{"duplicate by escape", "json", `{"a": 1, "\u0061": 2}`, codeDuplicate, "", 1, 10},
	{"duplicate deep", "json", `{"é": [{"a": 1, "a": 2}]}`, codeDuplicate, "", 1, 17},
	{"trailing value", "json", `{} {}`, codeTrailing, "", 1, 4},
	{"trailing junk", "json", "{}\nx", codeTrailing, "", 2, 1},
	{"array", "json", `[]`, codeNotObject, "", 1, 1},
	{"null", "json", `null`, codeNotObject, "", 1, 1},
	{"string", "json", `"a"`, codeNotObject, "", 1, 1},
	{"comment", "json", "{} // x", codeTrailing, "", 1, 4},
	{"single quotes", "json", "{'a': 1}", codeSyntax, "", 1, 2},
	{"trailing comma", "json", `{"a": 1,}`, codeSyntax, "", 1, 0},
	{"NaN", "json", `{"a": NaN}`, codeSyntax, "", 1, 7},
	{"leading zero", "json", `{"a": 01}`, codeSyntax, "", 1, 0},
	{"raw newline", "json", "{\"a\": \"\n\"}", codeSyntax, "", 1, 8},
	{"infinite", "json", `{"a": 1e999}`, codeNumber, "", 1, 12},
	{"a whole number that is rounded", "json", "{\n\"a\": 9007199254740993}", codeNumber, "", 2, 0},
	{"a number that becomes zero", "json", `{"a": -1e-400}`, codeNumber, "", 1, 0},
	{"a fraction that is rounded", "json", `{"a": 0.1234567890123456789}`, codeNumber, "", 1, 0},
	{"long number", "json", `{"a": ` + strings.Repeat("1", 65) + `}`, codeLimit, "MaxNumberChars", 1, 72},
	{"deep", "json", strings.Repeat(`{"a":`, 65) + "1" + strings.Repeat("}", 65), codeLimit, "MaxDepth", 1, 0},
	{"very deep", "json", strings.Repeat(`[`, 1_000_000), codeLimit, "MaxDepth", 1, 0},
	{"long string", "json", `{"a": "` + strings.Repeat("x", 64<<10+1) + `"}`, codeLimit, "MaxStringBytes", 1, 0},
	{"long key", "json", `{"` + strings.Repeat("x", 64<<10+1) + `": 1}`, codeLimit, "MaxStringBytes", 1, 0},
	{"wrong bracket", "json", `{"a": 1]`, codeSyntax, "", 1, 8},

	{"empty", "yaml", "", codeNotObject, "", 0, 0},
	{"comment only", "yaml", "# nothing\n", codeNotObject, "", 0, 0},
	{"byte order mark", "yaml", "\ufeffa: 1", codeEncoding, "", 1, 1},
	{"utf-16", "yaml", "\xff\xfea\x00", codeEncoding, "", 1, 1},
	{"escaped nul", "yaml", `a: "\0"`, codeEncoding, "", 1, 4},
	{"two documents", "yaml", "a: 1\n---\nb: 2\n", codeYAML, "", 0, 0},
	{"end and second document", "yaml", "a: 1\n...\n---\n", codeYAML, "", 0, 0},
	{"directive", "yaml", "%YAML 1.1\n---\na: 1\n", codeYAML, "", 1, 1},
	{"tag directive", "yaml", "# x\n%TAG ! tag:x,\n---\na: 1\n", codeYAML, "", 2, 1},
	{"a whole number that is rounded", "yaml", "a: 9007199254740993\n", codeNumber, "", 1, 4},
	{"anchor", "yaml", "a: &x 1\n", codeYAML, "", 1, 4},
	{"alias", "yaml", "a: &x 1\nb: *x\n", codeYAML, "", 1, 4},
	{"anchor on key", "yaml", "&x a: 1\n", codeYAML, "", 1, 1},
	{"billion laughs", "yaml", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", codeYAML, "", 1, 4},
	{"alias to itself", "yaml", "a: &a [*a]\n", codeYAML, "", 1, 4},
	{"merge key", "yaml", "a: {b: 1}\n<<: {c: 1}\n", codeYAML, "", 2, 1},
	{"own tag", "yaml", "a: !x 1\n", codeYAML, "", 1, 4},
	{"python tag", "yaml", "a: !!python/object:os.system {}\n", codeYAML, "", 1, 4},
	{"binary tag", "yaml", "a: !!binary aGk=\n", codeYAML, "", 1, 4},
	{"timestamp tag", "yaml", "a: !!timestamp 2026-01-01\n", codeYAML, "", 1, 4},
	{"integer tag on text", "yaml", "a: !!int x\n", codeYAML, "", 1, 4},
	{"integer tag on octal", "yaml", "a: !!int 0777\n", codeYAML, "", 1, 4},
	{"set tag", "yaml", "a: !!set {b}\n", codeYAML, "", 1, 4},
	{"duplicate key", "yaml", "a: 1\nb: 2\na: 3\n", codeDuplicate, "", 3, 1},
	{"duplicate quoted key", "yaml", "a: 1\n\"a\": 3\n", codeDuplicate, "", 2, 1},
	{"number key", "yaml", "1: a\n", codeYAML, "", 1, 1},
	{"boolean key", "yaml", "true: a\n", codeYAML, "", 1, 1},
	{"null key", "yaml", "~: a\n", codeYAML, "", 1, 1},
	{"mapping key", "yaml", "{a: b}: c\n", codeYAML, "", 1, 1},
	{"list", "yaml", "- a\n", codeNotObject, "", 1, 1},
	{"text", "yaml", "hello\n", codeNotObject, "", 1, 1},
	{"tab indent", "yaml", "a:\n\tb: 1\n", codeSyntax, "", 2, 1},
	{"deep", "yaml", strings.Repeat("{a: ", 65) + "1" + strings.Repeat("}", 65), codeLimit, "MaxDepth", 1, 257},
	{"very deep", "yaml", strings.Repeat("[", 20_000), codeSyntax, "", 0, 0},
	{"deep dashes", "yaml", "a:\n" + strings.Repeat("- ", 9_000), codeLimit, "MaxDepth", 2, 0},
	{"long number", "yaml", "a: " + strings.Repeat("1", 65), codeLimit, "MaxNumberChars", 1, 4},
	{"longest number", "yaml", "a: 9" + strings.Repeat("0", 63) + "\n", "", "", 0, 0},
	{"long text", "yaml", "a: " + strings.Repeat("x", 64<<10+1), codeLimit, "MaxStringBytes", 1, 4},
	{"too large", "yaml", "a: " + strings.Repeat("x", 2<<20), codeLimit, "MaxYAMLBytes", 0, 0},
}

func parseAs(syntax string, data []byte, l Limits) (*node, *Problem) {
	if syntax == "yaml" {
		return parseYAML(data, l)
	}
	return parseJSON(data, l)
}

func TestGatesRefuse(t *testing.T) {
	for _, c := range gateCases {
		t.Run(c.syntax+" "+c.name, func(t *testing.T) {
			n, p := parseAs(c.syntax, []byte(c.data), Limits{})
			if c.code == "" {
				if p != nil {
					t.Fatalf("refused: %+v", *p)
				}
				return
			}
			if p == nil {
				t.Fatalf("accepted as %+v, want %s", n, c.code)
			}
			if n != nil {
				t.Error("a refused document has a tree")
			}
			if p.Code != c.code || p.Limit != c.limit {
				t.Errorf("got code %q limit %q, want %q %q (%s)", p.Code, p.Limit, c.code, c.limit, p.Message)
			}
			if c.column > 0 && (p.At.Line != c.line || p.At.Column != c.column) {
				t.Errorf("got place %d:%d, want %d:%d (%s)", p.At.Line, p.At.Column, c.line, c.column, p.Message)
			}
			if p.Message == "" || strings.ContainsAny(p.Message, "\n\x00") || len(p.Message) > 400 {
				t.Errorf("message is not one short line: %q", p.Message)
			}
		})
	}
}

// TestLimits takes documents just under and at each bound, and one over it.
func TestLimits(t *testing.T) {
	nest := func(n int) string { return strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n) }
	cases := []struct {
		limit string
		l     Limits
		make  func(n int) string
	}{
		{"MaxDepth", Limits{MaxDepth: 5}, nest},
		{"MaxNodes", Limits{MaxNodes: 5}, func(n int) string { return `{"a":[1` + strings.Repeat(",1", n-3) + "]}" }},
		{"MaxStringBytes", Limits{MaxStringBytes: 5}, func(n int) string { return `{"a":"` + strings.Repeat("x", n) + `"}` }},
		{"MaxNumberChars", Limits{MaxNumberChars: 5}, func(n int) string { return `{"a": ` + strings.Repeat("1", n) + `}` }},
	}
	for _, syntax := range []string{"json", "yaml"} {
		for _, c := range cases {
			for n := 4; n <= 6; n++ {
				_, p := parseAs(syntax, []byte(c.make(n)), c.l)
				if n <= 5 && p != nil {
					t.Errorf("%s %s: %d refused: %+v", syntax, c.limit, n, *p)
				}
				if n > 5 && (p == nil || p.Code != codeLimit || p.Limit != c.limit) {
					t.Errorf("%s %s: %d gives %+v", syntax, c.limit, n, p)
				}
			}
		}
	}
}

func TestYAMLScalars(t *testing.T) {
	cases := map[string]node{
		"2.10":            {kind: numberNode, text: "2.10"},
		"-3":              {kind: numberNode, text: "-3"},
		"2026-09-14":      {kind: stringNode, text: "2026-09-14"},
		"yes":             {kind: stringNode, text: "yes"},
		"No":              {kind: stringNode, text: "No"},
		"True":            {kind: stringNode, text: "True"},
		"true":            {kind: boolNode, text: "true"},
		"0777":            {kind: stringNode, text: "0777"},
		"0x1F":            {kind: stringNode, text: "0x1F"},
		"1_000":           {kind: stringNode, text: "1_000"},
		"1e5":             {kind: stringNode, text: "1e5"},
		".5":              {kind: stringNode, text: ".5"},
		".inf":            {kind: stringNode, text: ".inf"},
		"+1":              {kind: stringNode, text: "+1"},
		"12:30:45":        {kind: stringNode, text: "12:30:45"},
		"~":               {kind: nullNode},
		"":                {kind: nullNode},
		`"true"`:          {kind: stringNode, text: "true"},
		`"2.10"`:          {kind: stringNode, text: "2.10"},
		"!!str 5":         {kind: stringNode, text: "5"},
		"!!int 5":         {kind: numberNode, text: "5"},
		"!!float 5.0":     {kind: numberNode, text: "5.0"},
		"|\n  one\n  two": {kind: stringNode, text: "one\ntwo\n"},
	}
	for text, want := range cases {
		root, p := parseYAML([]byte("a: "+text+"\n"), Limits{})
		if p != nil {
			t.Errorf("%q refused: %+v", text, *p)
			continue
		}
		if got := root.field("a"); got.kind != want.kind || got.text != want.text {
			t.Errorf("%q: got kind %d text %q, want %d %q", text, got.kind, got.text, want.kind, want.text)
		}
	}
}

func TestTreePositions(t *testing.T) {
	root, p := parseJSON([]byte("{\n  \"é\": [1, {\"b\": \"ü\", \"c\": true}]\n}"), Limits{})
	if p != nil {
		t.Fatal(p)
	}
	s := &source{tree: root}
	for pointer, want := range map[string]Position{
		"":           {Line: 1, Column: 1},
		"/é":         {Pointer: "/é", Line: 2, Column: 8},
		"/é/0":       {Pointer: "/é/0", Line: 2, Column: 9},
		"/é/1/c":     {Pointer: "/é/1/c", Line: 2, Column: 28},
		"/é/1/gone":  {Pointer: "/é/1/gone", Line: 2, Column: 12},
		"/é/7/gone":  {Pointer: "/é/7/gone", Line: 2, Column: 8},
		"/gone/gone": {Pointer: "/gone/gone", Line: 1, Column: 1},
	} {
		if got := s.position(pointer); got != want {
			t.Errorf("%s: got %+v, want %+v", pointer, got, want)
		}
	}
}

// TestSourcePositions holds the walk over bytes equal to the tree.
func TestSourcePositions(t *testing.T) {
	data := []byte("{\"a~b/c\": {\"x\" :\n\t[ 1 , {\"y\":null}, [] ]},\"é\":\"ü\", \"z\": \"" + strings.Repeat("é", 6000) + "\",\n \"end\": {\"k\": 1}}")
	tree, p := parseJSON(data, Limits{})
	if p != nil {
		t.Fatal(p)
	}
	walked, kept := &source{data: data, syntax: jsonSyntax}, &source{data: data, tree: tree}
	for _, pointer := range []string{"", "/a~0b~1c", "/a~0b~1c/x", "/a~0b~1c/x/0", "/a~0b~1c/x/1/y", "/a~0b~1c/x/2", "/a~0b~1c/x/3",
		"/é", "/é/x", "/z", "/end", "/end/k", "/end/l", "/none/none"} {
		if got, want := walked.position(pointer), kept.position(pointer); got != want {
			t.Errorf("%s: got %+v, want %+v", pointer, got, want)
		}
	}
	broken := &source{data: []byte(`{"a": [1, `), syntax: jsonSyntax}
	if got, want := broken.position("/a/1"), (Position{Pointer: "/a/1", Line: 1, Column: 7}); got != want {
		t.Errorf("broken: got %+v, want %+v", got, want)
	}
}

func TestMisspeltKey(t *testing.T) {
	root, _ := parseJSON([]byte(`{"componentſ": [], "name": 1}`), Limits{})
	p := misspelt(root, []string{"components", "name"})
	if p == nil || p.Code != codeKeyCase {
		t.Fatalf("got %+v", p)
	}
	root, _ = parseJSON([]byte(`{"components": [], "other": 1}`), Limits{})
	if p := misspelt(root, []string{"components"}); p != nil {
		t.Fatalf("got %+v", p)
	}
}

// TestManyNumbers reads a document of 400,000 numbers: a gate that looked for
// the place of each would not come to its end.
func TestManyNumbers(t *testing.T) {
	text := `{"a":[` + strings.Repeat("1,", 400_000) + `1]}`
	n, p := parseJSON([]byte(text), Limits{}.withDefaults())
	if p != nil {
		t.Fatal(*p)
	}
	if got := len(n.field("a").items()); got != 400_001 {
		t.Errorf("%d numbers", got)
	}
}
