package evidence

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// document puts members into a CycloneDX 1.6 document.
func document(members ...string) string {
	return `{"bomFormat": "CycloneDX", "specVersion": "1.6"` + strings.Join(append([]string{""}, members...), ", ") + "}"
}

func readText(text string) reading {
	return readCycloneDXJSON(&source{path: "a.cdx.json", data: []byte(text), syntax: jsonSyntax}, Limits{})
}

// sole reads a document with one component of the given members.
func sole(t *testing.T, members string) (Component, reading) {
	t.Helper()
	r := readText(document(`"components": [{"type": "library", ` + members + `}]`))
	if !r.readable || len(r.components) < 1 {
		t.Fatalf("%s: problems %v, %d components", members, r.problems, len(r.components))
	}
	return r.components[0], r
}

func TestComponentStates(t *testing.T) {
	hash := `"alg": "SHA-256", "content": "` + strings.Repeat("a1", 32) + `"`
	tests := []struct {
		field, members string
		want           State
		value          string
	}{
		{"Name", `"name": "zlib"`, Stated, "zlib"},
		{"Name", `"name": 5`, Invalid, ""},
		{"Name", `"name": null`, Invalid, ""},
		{"Name", `"name": " "`, Absent, ""},
		{"Name", `"name": "[not provided]"`, Placeholder, ""},
		{"Name", `"group": "x"`, Absent, ""},
		{"Version", `"version": "1.3.1"`, Stated, "1.3.1"},
		{"Version", `"version": "v\u0031"`, Stated, "v1"},
		{"Version", `"version": "unknown"`, Placeholder, ""},
		{"Version", `"version": "NOASSERTION"`, Placeholder, ""},
		{"Version", `"version": " None "`, Placeholder, ""},
		{"Version", `"version": "tbd"`, Placeholder, ""},
		{"Version", `"version": "N/A"`, Placeholder, ""},
		{"Version", `"version": "-"`, Placeholder, ""},
		{"Version", `"version": "?"`, Placeholder, ""},
		{"Version", `"version": "unspecified"`, Placeholder, ""},
		{"Version", `"version": "(devel)"`, Placeholder, ""},
		{"Version", `"version": "0.0.0-unknown"`, Placeholder, ""},
		{"Version", `"version": "${project.version}"`, Placeholder, ""},
		{"Version", `"version": "latest"`, Stated, "latest"},
		{"Version", `"version": "0"`, Stated, "0"},
		{"Version", `"version": ""`, Absent, ""},
		{"Version", `"version": {"a": ["1"]}`, Invalid, ""},
		{"Version", `"properties": [{"name": "cdx:cisa:unknown-information", "value": "Component Version, hashes"}]`, Unknown, ""},
		{"Version", `"version": "unknown", "properties": [{"value": "version", "name": "cdx:cisa:withheld-information"}]`, Withheld, ""},
		{"Version", `"version": "1", "properties": [{"name": "cdx:cisa:unknown-information", "value": "version"}]`, Stated, "1"},
		{"Version", `"version": 1, "properties": [{"name": "cdx:cisa:unknown-information", "value": "version"}]`, Invalid, ""},
		{"Version", `"properties": [{"name": "cdx:cisa:unknown-information", "value": "colour"}]`, Absent, ""},
		{"Identifier", `"purl": "pkg:npm/left-pad@1.3.0"`, Stated, ""},
		{"Identifier", `"purl": "pkg:npm/"`, Invalid, ""},
		{"Identifier", `"purl": "left-pad"`, Invalid, ""},
		{"Identifier", `"purl": "left-pad", "cpe": "cpe:2.3:a:x:left-pad:1.3.0:*:*:*:*:*:*:*"`, Stated, ""},
		{"Identifier", `"cpe": "cpe:/a:x:left-pad:1.3.0"`, Stated, ""},
		{"Identifier", `"cpe": "cpe:2.3:a:x:left-pad"`, Invalid, ""},
		{"Identifier", `"cpe": "cpe:2.3:q:x:y:1:*:*:*:*:*:*:*"`, Invalid, ""},
		{"Identifier", `"swid": {"tagId": "swidgen-1", "name": "x"}`, Stated, ""},
		{"Identifier", `"swid": {"tagId": "swidgen-1"}`, Invalid, ""},
		{"Identifier", `"swid": "swidgen-1"`, Invalid, ""},
		{"Identifier", `"omniborId": ["gitoid:blob:sha1:a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"]`, Stated, ""},
		{"Identifier", `"omniborId": "gitoid:blob:sha1:a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"`, Invalid, ""},
		{"Identifier", `"omniborId": []`, Absent, ""},
		{"Identifier", `"swhid": ["bad", "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2"]`, Stated, ""},
		{"Identifier", `"purl": "none"`, Placeholder, ""},
		{"Producer", `"manufacturer": {"name": "Maker"}, "author": "Writer", "publisher": "Shop"`, Stated, "Maker"},
		{"Producer", `"publisher": "Shop", "authors": [{"email": "a@b.example"}, {"name": "Team"}]`, Stated, "a@b.example"},
		{"Producer", `"author": "Writer", "publisher": "Shop"`, Stated, "Writer"},
		{"Producer", `"author": "unknown", "publisher": "Shop"`, Stated, "Shop"},
		{"Producer", `"author": "unknown"`, Placeholder, ""},
		{"Producer", `"manufacturer": {"url": ["https://maker.example"]}`, Stated, "https://maker.example"},
		{"Producer", `"manufacturer": []`, Invalid, ""},
		{"Producer", `"supplier": {"name": "Shop"}`, Absent, ""},
		{"Supplier", `"supplier": {"name": "Shop"}`, Stated, "Shop"},
		{"Supplier", `"supplier": {"contact": [{"email": "s@shop.example"}]}`, Stated, "s@shop.example"},
		{"Supplier", `"supplier": {"name": "N/A"}`, Placeholder, ""},
		{"Supplier", `"supplier": {}`, Absent, ""},
		{"Supplier", `"supplier": "Shop"`, Invalid, ""},
		{"Hash", `"hashes": [{` + hash + `}]`, Stated, ""},
		{"Hash", `"hashes": [{"alg": "SHA-256", "content": "abc"}]`, Invalid, ""},
		{"Hash", `"hashes": [{"alg": "CRC32", "content": "` + strings.Repeat("a", 32) + `"}]`, Invalid, ""},
		{"Hash", `"hashes": [{"alg": "SHA-256", "content": "UNKNOWN"}]`, Placeholder, ""},
		{"Hash", `"hashes": [{}]`, Absent, ""},
		{"Hash", `"hashes": {}`, Invalid, ""},
		{"Hash", `"hashes": []`, Absent, ""},
		{"Hash", `"externalReferences": [{"hashes": [{` + hash + `}], "url": "https://x.example/a", "type": "distribution"}]`, Stated, ""},
		{"Hash", `"externalReferences": [{"type": "website", "url": "https://x.example", "hashes": [{` + hash + `}]}]`, Absent, ""},
		{"Licence", `"licenses": [{"license": {"id": "MIT"}}]`, Stated, ""},
		{"Licence", `"licenses": [{"license": {"name": "Own licence"}}]`, Stated, ""},
		{"Licence", `"licenses": [{"expression": "MIT OR Apache-2.0"}]`, Stated, ""},
		{"Licence", `"licenses": [{"license": {"name": "NOASSERTION"}}]`, Placeholder, ""},
		{"Licence", `"licenses": [{"license": {}}]`, Invalid, ""},
		{"Licence", `"licenses": [{"license": "MIT"}]`, Invalid, ""},
		{"Licence", `"licenses": ["MIT"]`, Invalid, ""},
		{"Licence", `"licenses": []`, Absent, ""},
	}
	for _, test := range tests {
		c, _ := sole(t, test.members)
		if got := reflect.ValueOf(c.States).FieldByName(test.field).Interface(); got != test.want {
			t.Errorf("%s of %s: %s, want %s", test.field, test.members, got, test.want)
		}
		row := reflect.ValueOf(c).FieldByName(test.field)
		if row.Kind() == reflect.String && row.String() != test.value {
			t.Errorf("%s of %s: value %q, want %q", test.field, test.members, row.String(), test.value)
		}
		sameAsSlow(t, []byte(document(`"components": [{`+test.members+`}]`)))
	}
}

func TestComponentsFromEveryPlace(t *testing.T) {
	r := readText(document(
		`"metadata": {"component": {"type": "device", "bom-ref": "root", "name": "subject", "components": [
			{"name": "in subject", "components": [{"name": "deeper"}]}], "pedigree": {"variants": [{"name": "variant"}]}},
			"tools": {"components": [{"name": "tool", "version": "1", "components": [{"name": "tool part"}]}], "services": [{"name": "online"}]}}`,
		`"components": [{"name": "outer", "components": [{"name": "inner", "components": [{"name": "innermost"}]}],
			"pedigree": {"ancestors": [{"name": "ancestor", "components": [{"name": "of ancestor"}]}], "descendants": [{"name": "descendant"}]}}, 7]`,
		`"services": [{"name": "s", "services": [{"name": "t"}]}]`,
		`"formulation": [{}, {"components": [{"name": "compiler"}]}]`))
	var got []string
	for i, c := range r.components {
		got = append(got, fmt.Sprintf("%s %d %s %q", c.From, c.Parent, componentPointer(r.components, i), c.Name))
	}
	want := []string{
		`metadata -1 /metadata/component/components/0 "in subject"`,
		`metadata 0 /metadata/component/components/0/components/0 "deeper"`,
		`pedigree -1 /metadata/component/pedigree/variants/0 "variant"`,
		`tools -1 /metadata/tools/components/0 "tool"`,
		`tools 3 /metadata/tools/components/0/components/0 "tool part"`,
		`components -1 /components/0 "outer"`,
		`nested 5 /components/0/components/0 "inner"`,
		`nested 6 /components/0/components/0/components/0 "innermost"`,
		`pedigree 5 /components/0/pedigree/ancestors/0 "ancestor"`,
		`pedigree 8 /components/0/pedigree/ancestors/0/components/0 "of ancestor"`,
		`pedigree 5 /components/0/pedigree/descendants/0 "descendant"`,
		`components -1 /components/1 ""`,
		`formulation -1 /formulation/1/components/0 "compiler"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if f := r.sbom.Facts; f.Components.All != 6 || f.Services != 2 || !slices.Equal(f.ComponentName.All.Invalid, []Row{11}) {
		t.Errorf("%d components, %d services, invalid names %v", f.Components.All, f.Services, f.ComponentName.All.Invalid)
	}
	tools := List[Tool]{State: Stated, Items: []Tool{
		{Name: Text{Stated, "tool"}, Version: Text{Stated, "1"}}, {Name: Text{Stated, "online"}, Version: Text{State: Absent}}}}
	if diff := cmp.Diff(tools, r.sbom.Tools); diff != "" {
		t.Errorf("tools (-want +got):\n%s", diff)
	}
}

func TestPopulations(t *testing.T) {
	for kind, software := range softwareTypes {
		r := readText(document(`"components": [{"type": "` + kind + `", "name": "x"}]`))
		want := Populations{All: 1}
		if software {
			want.Software = 1
		}
		if r.sbom.Facts.Components != want {
			t.Errorf("%s: %+v, want %+v", kind, r.sbom.Facts.Components, want)
		}
	}
	if r := readText(document(`"components": [{"type": "librray", "name": "x"}, {"name": "y"}]`)); r.sbom.Facts.Components.Software != 2 {
		t.Errorf("a component of a type that is unknown or absent must count as software: %+v", r.sbom.Facts.Components)
	}
}

func TestKindsByContent(t *testing.T) {
	component, vulnerability := `"components": [{"type": "library", "name": "x"}]`, `"vulnerabilities": [{"id": "CVE-2026-1"}]`
	tests := []struct {
		members []string
		want    []Kind
	}{
		{nil, []Kind{KindSBOM}},
		{[]string{`"components": []`}, []Kind{KindSBOM}},
		{[]string{`"components": {}`}, []Kind{KindSBOM}},
		{[]string{`"metadata": {"component": {"name": "x"}}`}, []Kind{KindSBOM}},
		{[]string{component}, []Kind{KindSBOM}},
		{[]string{component, vulnerability}, []Kind{KindSBOM}},
		{[]string{`"services": [{"name": "x"}]`}, []Kind{KindSBOM}},
		{[]string{vulnerability}, []Kind{KindVEX}},
		{[]string{`"components": []`, vulnerability}, []Kind{KindVEX}},
		{[]string{`"components": 1`, vulnerability}, []Kind{KindSBOM, KindVEX}},
		{[]string{`"definitions": {"standards": []}`}, []Kind{KindStandard}},
		{[]string{`"definitions": {}`}, []Kind{KindSBOM}},
		{[]string{component, `"definitions": {"standards": []}`}, []Kind{KindSBOM}},
		{[]string{`"declarations": {"claims": []}`}, []Kind{KindAttestation}},
		{[]string{component, `"declarations": {"claims": []}`}, []Kind{KindSBOM, KindAttestation}},
	}
	for _, test := range tests {
		r := readText(document(test.members...))
		if !r.readable || !slices.Equal(r.kinds, test.want) {
			t.Errorf("%v: kinds %v, want %v (%v)", test.members, r.kinds, test.want, r.problems)
		}
		if (r.sbom != nil) != slices.Contains(test.want, KindSBOM) {
			t.Errorf("%v: an SBOM must be there exactly for its kind", test.members)
		}
	}
}

func TestRefusedDocuments(t *testing.T) {
	deep := strings.Repeat(`{"components":[`, 32) + strings.Repeat(`]}`, 32)
	good := document(`"components": [{"name": "x"}]`)
	tests := []struct{ name, text, code, pointer string }{
		{"cut short", good[:len(good)-3], codeSyntax, ""},
		{"empty", "", codeSyntax, ""},
		{"no JSON", "SPDXVersion: SPDX-2.3", codeSyntax, ""},
		{"list", "[]", codeNotObject, ""},
		{"null", "null", codeNotObject, ""},
		{"trailing data", good + " {}", codeTrailing, ""},
		{"trailing comma", `{"bomFormat": "CycloneDX",}`, codeSyntax, ""},
		{"byte order mark", "\uFEFF" + good, codeEncoding, ""},
		{"not UTF-8", document(`"x": "` + "\xff" + `"`), codeEncoding, ""},
		{"half surrogate", document(`"x": "\ud800"`), codeSyntax, "/x"},
		{"NUL", document(`"components": [{"name": "a\u0000b"}]`), codeEncoding, "/components/0/name"},
		{"NUL in what is skipped", document(`"annotations": [{"text": "\u0000"}]`), codeEncoding, "/annotations/0/text"},
		{"duplicate key", document(`"components": []`, `"components": []`), codeDuplicate, "/components"},
		{"duplicate key by escape", document(`"components": []`, `"component\u0073": []`), codeDuplicate, "/components"},
		{"duplicate key in what is skipped", document(`"annotations": [{"a": 1, "a": 2}]`), codeDuplicate, "/annotations/0/a"},
		{"key in other case", document(`"Components": []`), codeKeyCase, "/Components"},
		{"key with long s", document(`"componentſ": []`), codeKeyCase, "/componentſ"},
		{"key with Kelvin sign", document(`"hashes": [{"Kty": 1}]`), codeKeyCase, "/hashes/0/Kty"},
		{"key in other case in a component", document(`"components": [{"name": "x", "Version": "1"}]`), codeKeyCase, "/components/0/Version"},
		{"key in other case in what is skipped", document(`"annotations": [{"Text": "x"}]`), codeKeyCase, "/annotations/0/Text"},
		{"too deep", document(`"components": [` + deep + `]`), codeLimit, ""},
		{"too deep in what is skipped", document(`"x": ` + strings.Repeat("[", 64) + strings.Repeat("]", 64)), codeLimit, ""},
		{"long number", document(`"x": ` + strings.Repeat("1", 65)), codeLimit, "/x"},
		{"number without end", document(`"x": 1e999`), codeNumber, "/x"},
		{"long name", document(`"components": [{"name": "` + strings.Repeat("x", 64<<10+1) + `"}]`), codeLimit, "/components/0/name"},
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
		{"MaxDepth", Limits{}, document(`"x": ` + strings.Repeat("[", 63) + strings.Repeat("]", 63)),
			document(`"x": ` + strings.Repeat("[", 64) + strings.Repeat("]", 64))},
		{"MaxNumberChars", Limits{}, document(`"x": ` + strings.Repeat("1", 64)), document(`"x": ` + strings.Repeat("1", 65))},
		{"MaxStringBytes", Limits{MaxStringBytes: 9}, document(`"components": [{"name": "123456789"}]`), document(`"components": [{"name": "1234567890"}]`)},
		{"MaxComponents", Limits{MaxComponents: 2}, document(`"components": [{}, {}]`), document(`"components": [{"components": [{}]}, {}]`)},
		{"MaxDependencies", Limits{MaxDependencies: 1}, document(`"dependencies": [{}]`), document(`"dependencies": [{}, {}]`)},
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
		`wrong_type /metadata/timestamp 2:29 "timestamp" must be text and is a number; correct it`,
		`wrong_type /metadata/tools 2:41 "tools" must be a list or an object and is true; correct it`,
		`wrong_type /metadata/authors 2:58 "authors" must be a list and is an object; correct it`,
		`wrong_type /metadata/lifecycles/0 2:77 "0" must be an object and is a number; correct it`,
		`wrong_type /metadata/component 2:94 "component" must be an object and is a list; correct it`,
		`wrong_type /dependencies 3:19 "dependencies" must be a list and is an object; correct it`,
		`wrong_type /components/0/name 5:14 "name" must be text and is a number; correct it`,
		`wrong_type /components/0/hashes 5:28 "hashes" must be a list and is text; correct it`,
		`wrong_type /components/1 6:5 "1" must be an object and is text; correct it`,
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
	many := readText(document(`"components": [` + strings.Repeat("1, ", 300) + `1]`))
	if n := len(many.problems); n != 101 || many.problems[100].Limit != "MaxProblems" || many.sbom.Facts.Components.All != 301 {
		t.Errorf("%d problems, %d components", n, many.sbom.Facts.Components.All)
	}
}

func TestEmptySBOMStatesNothing(t *testing.T) {
	for _, members := range [][]string{nil, {`"components": []`, `"metadata": {"authors": [], "tools": [], "lifecycles": []}`, `"dependencies": []`}} {
		r := readText(document(members...))
		want := emptySBOM()
		want.SpecVersion = "1.6"
		want.Facts = (&bomTables{subject: noRef}).facts()
		want.Facts.SecurityContact.State = Absent
		if diff := cmp.Diff(want, *r.sbom); diff != "" {
			t.Errorf("%v (-want +got):\n%s", members, diff)
		}
		if r.sbom.Facts.ComponentVersion.All.Total != 0 || r.sbom.Facts.Graph.State != Absent {
			t.Errorf("facts of nothing: %+v", r.sbom.Facts)
		}
	}
}
