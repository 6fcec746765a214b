package evidence

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cycloneDX puts members into a CycloneDX 1.6 document.
func cycloneDX(members ...string) string {
	return `{"bomFormat": "CycloneDX", "specVersion": "1.6"` + strings.Join(append([]string{""}, members...), ", ") + "}"
}

func readText(text string) reading {
	return readCycloneDXJSON(&source{path: "a.cdx.json", data: []byte(text), syntax: jsonSyntax}, Limits{})
}

// sole reads a document with one component of the given members.
func sole(t *testing.T, members string) (Component, reading) {
	t.Helper()
	r := readText(cycloneDX(`"components": [{"type": "library", ` + members + `}]`))
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
		if got := reflect.ValueOf(*c.States).FieldByName(test.field).Interface(); got != test.want {
			t.Errorf("%s of %s: %s, want %s", test.field, test.members, got, test.want)
		}
		row := reflect.ValueOf(c).FieldByName(test.field)
		if row.Kind() == reflect.String && row.String() != test.value {
			t.Errorf("%s of %s: value %q, want %q", test.field, test.members, row.String(), test.value)
		}
		sameAsSlow(t, []byte(cycloneDX(`"components": [{`+test.members+`}]`)))
	}
}

func TestComponentsFromEveryPlace(t *testing.T) {
	r := readText(cycloneDX(
		`"metadata": {"component": {"type": "device", "bom-ref": "root", "name": "subject", "components": [
			{"name": "in subject", "components": [{"name": "deeper"}]}], "pedigree": {"variants": [{"name": "variant"}]}},
			"tools": {"components": [{"name": "tool", "version": "1", "components": [{"name": "tool part"}]}], "services": [{"name": "online"}]}}`,
		`"components": [{"name": "outer", "components": [{"name": "inner", "components": [{"name": "innermost"}]}],
			"pedigree": {"ancestors": [{"name": "ancestor", "components": [{"name": "of ancestor"}]}], "descendants": [{"name": "descendant"}]}}, 7]`,
		`"services": [{"name": "s", "services": [{"name": "t"}]}]`,
		`"formulation": [{}, {"components": [{"name": "compiler"}]}]`,
		`"declarations": {"targets": {"organizations": [], "components": [{"name": "target", "components": [{"name": "part of it"}]}]}}`,
		`"vulnerabilities": [{"tools": [{"name": "old"}]}, {"tools": {"services": [], "components": [{"name": "scanner"}]}}]`,
		`"annotations": [{"annotator": {"individual": {}}}, {"annotator": {"component": {"name": "writer", "pedigree": {"variants": [{"name": "like it"}]}}}}]`))
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
		`declarations -1 /declarations/targets/components/0 "target"`,
		`declarations 13 /declarations/targets/components/0/components/0 "part of it"`,
		`vulnerabilities -1 /vulnerabilities/1/tools/components/0 "scanner"`,
		`annotations -1 /annotations/1/annotator/component "writer"`,
		`pedigree 16 /annotations/1/annotator/component/pedigree/variants/0 "like it"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if f := r.sbom.Facts; f.Components.All != 6 || f.Services != 2 || !slices.Equal(f.ComponentName.All.Invalid, []Row{11}) {
		t.Errorf("%d components, %d services, invalid names %v", f.Components.All, f.Services, f.ComponentName.All.Invalid)
	}
	places := PlaceCounts{Top: 2, Nested: 2, Subject: 2, Tools: 2, Pedigree: 5, Formulation: 1, Declarations: 2, Vulnerabilities: 1, Annotations: 1, Required: 6}
	if diff := cmp.Diff(places, r.sbom.Facts.Places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	tools := List[Tool]{State: Stated, Items: []Tool{
		{Name: Text{Stated, "tool"}, Version: Text{Stated, "1"}}, {Name: Text{Stated, "online"}, Version: Text{State: Absent}}}}
	if diff := cmp.Diff(tools, r.sbom.Tools); diff != "" {
		t.Errorf("tools (-want +got):\n%s", diff)
	}
}

func TestPopulations(t *testing.T) {
	for kind, software := range softwareTypes {
		r := readText(cycloneDX(`"components": [{"type": "` + kind + `", "name": "x"}]`))
		want := Populations{All: 1, Delivered: 1, Excluded: []Row{}, FirstParty: []Row{}}
		if software {
			want.Software, want.ThirdParty = 1, 1
		}
		if runs(kind) {
			want.Executable = 1
		}
		if diff := cmp.Diff(want, r.sbom.Facts.Components); diff != "" {
			t.Errorf("%s (-want +got):\n%s", kind, diff)
		}
	}
	if r := readText(cycloneDX(`"components": [{"type": "librray", "name": "x"}, {"name": "y"}]`)); r.sbom.Facts.Components.Software != 2 {
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
		r := readText(cycloneDX(test.members...))
		if !r.readable || !slices.Equal(r.kinds, test.want) {
			t.Errorf("%v: kinds %v, want %v (%v)", test.members, r.kinds, test.want, r.problems)
		}
		if (r.sbom != nil) != slices.Contains(test.want, KindSBOM) {
			t.Errorf("%v: an SBOM must be there exactly for its kind", test.members)
		}
	}
}

func TestEmptySBOMStatesNothing(t *testing.T) {
	for _, members := range [][]string{nil, {`"components": []`, `"metadata": {"authors": [], "tools": [], "lifecycles": []}`, `"dependencies": []`}} {
		r := readText(cycloneDX(members...))
		want := emptySBOM()
		want.SpecVersion = "1.6"
		want.Facts = (&bomTables{subject: noRef}).facts(&SBOM{})
		want.Facts.SecurityContact.State = Absent
		if diff := cmp.Diff(want, *r.sbom); diff != "" {
			t.Errorf("%v (-want +got):\n%s", members, diff)
		}
		if r.sbom.Facts.ComponentVersion.All.Total != 0 || r.sbom.Facts.Graph.State != Absent {
			t.Errorf("facts of nothing: %+v", r.sbom.Facts)
		}
	}
}
