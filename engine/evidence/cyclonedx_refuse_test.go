package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRefusedDocuments(t *testing.T) {
	deep := strings.Repeat(`{"components":[`, 32) + strings.Repeat(`]}`, 32)
	good := cycloneDX(`"components": [{"name": "x"}]`)
	tests := []struct{ name, text, code, pointer string }{
		{"cut short", good[:len(good)-3], codeSyntax, ""},
		{"empty", "", codeSyntax, ""},
		{"no JSON", "SPDXVersion: SPDX-2.3", codeSyntax, ""},
		{"list", "[]", codeNotObject, ""},
		{"null", "null", codeNotObject, ""},
		{"trailing data", good + " {}", codeTrailing, ""},
		{"trailing comma", `{"bomFormat": "CycloneDX",}`, codeSyntax, ""},
		{"byte order mark", "\uFEFF" + good, codeEncoding, ""},
		{"not UTF-8", cycloneDX(`"x": "` + "\xff" + `"`), codeEncoding, ""},
		{"half surrogate", cycloneDX(`"x": "\ud800"`), codeSyntax, "/x"},
		{"NUL", cycloneDX(`"components": [{"name": "a\u0000b"}]`), codeEncoding, "/components/0/name"},
		{"NUL in what is skipped", cycloneDX(`"annotations": [{"text": "\u0000"}]`), codeEncoding, "/annotations/0/text"},
		{"duplicate key", cycloneDX(`"components": []`, `"components": []`), codeDuplicate, "/components"},
		{"duplicate key by escape", cycloneDX(`"components": []`, `"component\u0073": []`), codeDuplicate, "/components"},
		{"duplicate key in what is skipped", cycloneDX(`"annotations": [{"a": 1, "a": 2}]`), codeDuplicate, "/annotations/0/a"},
		{"key in other case", cycloneDX(`"Components": []`), codeKeyCase, "/Components"},
		{"key with long s", cycloneDX(`"componentſ": []`), codeKeyCase, "/componentſ"},
		{"key with Kelvin sign", cycloneDX(`"hashes": [{"Kty": 1}]`), codeKeyCase, "/hashes/0/Kty"},
		{"key in other case in a component", cycloneDX(`"components": [{"name": "x", "Version": "1"}]`), codeKeyCase, "/components/0/Version"},
		{"key in other case in what is skipped", cycloneDX(`"annotations": [{"Text": "x"}]`), codeKeyCase, "/annotations/0/Text"},
		{"too deep", cycloneDX(`"components": [` + deep + `]`), codeLimit, ""},
		{"too deep in what is skipped", cycloneDX(`"x": ` + strings.Repeat("[", 64) + strings.Repeat("]", 64)), codeLimit, ""},
		{"long number", cycloneDX(`"x": ` + strings.Repeat("1", 65)), codeLimit, "/x"},
		{"number without end", cycloneDX(`"x": 1e999`), codeNumber, "/x"},
		{"long name", cycloneDX(`"components": [{"name": "` + strings.Repeat("x", 64<<10+1) + `"}]`), codeLimit, "/components/0/name"},
		{"no bomFormat", `{"specVersion": "1.6"}`, "not_cyclonedx", "/bomFormat"},
		{"other bomFormat", `{"bomFormat": "cyclonedx", "specVersion": "1.6"}`, "not_cyclonedx", "/bomFormat"},
		{"no specVersion", `{"bomFormat": "CycloneDX"}`, "unsupported_version", "/specVersion"},
		{"version as number", `{"bomFormat": "CycloneDX", "specVersion": 1.6}`, "unsupported_version", "/specVersion"},
		{"1.1", `{"bomFormat": "CycloneDX", "specVersion": "1.1"}`, "unsupported_version", "/specVersion"},
		{"1.8", `{"bomFormat": "CycloneDX", "specVersion": "1.8"}`, "unsupported_version", "/specVersion"},
		{"2.0", `{"specFormat": "CycloneDX", "specVersion": "2.0"}`, "unsupported_version", "/specVersion"},
	}
	for _, test := range tests {
		r := readText(test.text)
		if r.readable || r.sbom != nil || r.components != nil || r.dependencies != nil {
			t.Errorf("%s: must give nothing", test.name)
			continue
		}
		p := r.problems[len(r.problems)-1]
		if p.Code != test.code || test.pointer != "" && p.At.Pointer != test.pointer || p.Message == "" {
			t.Errorf("%s: %+v, want code %s at %s", test.name, p, test.code, test.pointer)
		}
		if !slices.Contains(r.kinds, KindSBOM) {
			t.Errorf("%s: kinds %v must claim an SBOM", test.name, r.kinds)
		}
	}
}

func TestBoundsAreInclusive(t *testing.T) {
	tests := []struct {
		limit      string
		limits     Limits
		ok, beyond string
	}{
		{"MaxDepth", Limits{}, cycloneDX(`"x": ` + strings.Repeat("[", 63) + strings.Repeat("]", 63)),
			cycloneDX(`"x": ` + strings.Repeat("[", 64) + strings.Repeat("]", 64))},
		{"MaxNumberChars", Limits{}, cycloneDX(`"x": 1` + strings.Repeat("0", 63)), cycloneDX(`"x": ` + strings.Repeat("1", 65))},
		{"MaxStringBytes", Limits{MaxStringBytes: 9}, cycloneDX(`"components": [{"name": "123456789"}]`), cycloneDX(`"components": [{"name": "1234567890"}]`)},
		{"MaxComponents", Limits{MaxComponents: 2}, cycloneDX(`"components": [{}, {}]`), cycloneDX(`"components": [{"components": [{}]}, {}]`)},
		{"MaxDependencies", Limits{MaxDependencies: 1}, cycloneDX(`"dependencies": [{}]`), cycloneDX(`"dependencies": [{}, {}]`)},
	}
	for _, test := range tests {
		for _, text := range []string{test.ok, test.beyond} {
			r := readCycloneDXJSON(&source{data: []byte(text), syntax: jsonSyntax}, test.limits)
			if r.readable != (text == test.ok) {
				t.Errorf("%s: %.80s: readable %v, %v", test.limit, text, r.readable, r.problems)
			}
			if !r.readable && r.problems[len(r.problems)-1].Limit != test.limit {
				t.Errorf("%s: %+v does not name the bound", test.limit, r.problems)
			}
		}
	}
}

func TestWrongTypesAreProblemsWithPlaces(t *testing.T) {
	r := readText(`{"bomFormat": "CycloneDX", "specVersion": "1.6",
  "metadata": {"timestamp": 5, "tools": true, "authors": {}, "lifecycles": [1], "component": []},
  "dependencies": {"ref": "a"},
  "components": [
    {"name": 12, "hashes": "x"},
    "part"
  ]}`)
	var got []string
	for _, p := range r.problems {
		got = append(got, fmt.Sprintf("%s %s %d:%d %s", p.Code, p.At.Pointer, p.At.Line, p.At.Column, p.Message))
	}
	want := []string{
		`schema /metadata/timestamp 2:29 "metadata/timestamp" must be text and is a number; correct it`,
		`schema /metadata/tools 2:41 "metadata/tools" must be a list or an object and is true; correct it`,
		`schema /metadata/authors 2:58 "metadata/authors" must be a list and is an object; correct it`,
		`schema /metadata/lifecycles/0 2:77 "metadata/lifecycles/0" must be an object and is a number; correct it`,
		`schema /metadata/component 2:94 "metadata/component" must be an object and is a list; correct it`,
		`schema /dependencies 3:19 "dependencies" must be a list and is an object; correct it`,
		`schema /components/0 5:5 "components/0" lacks "type", which CycloneDX 1.6 asks for; add it`,
		`schema /components/0/name 5:14 "components/0/name" must be text and is a number; correct it`,
		`schema /components/0/hashes 5:28 "components/0/hashes" must be a list and is text; correct it`,
		`schema /components/1 6:5 "components/1" must be an object and is text; correct it`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	s := r.sbom
	for name, state := range map[string]State{"timestamp": s.Timestamp.State, "tools": s.Tools.State, "authors": s.Authors.State,
		"lifecycles": s.Lifecycles.State, "subject": s.Subject.State, "graph": s.Facts.Graph.State} {
		if state != Invalid {
			t.Errorf("%s: %s, want invalid", name, state)
		}
	}
	if !slices.Equal(s.Facts.ComponentName.All.Invalid, []Row{0, 1}) {
		t.Errorf("invalid names: %v", s.Facts.ComponentName.All.Invalid)
	}
	many := readText(cycloneDX(`"components": [` + strings.Repeat("1, ", 300) + `1]`))
	if n := len(many.problems); n != 21 || many.problems[20].Limit != "MaxSchemaProblems" || many.sbom.Facts.Components.All != 301 {
		t.Errorf("%d problems, %d components", n, many.sbom.Facts.Components.All)
	}
}
