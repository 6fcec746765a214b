package evidence

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTimestamps(t *testing.T) {
	tests := []struct {
		text string
		day  int
		ok   bool
	}{
		{"2026-11-21T19:14:38Z", 20778, true},
		{"2026-11-21T23:30:00-05:00", 20779, true},
		{"2026-11-21t19:14:38.123z", 20778, true},
		{"2026-11-21T19:14:38+01:00[Europe/Paris]", 20778, true},
		{"2026-11-21T19:14:38Z[!Europe/Paris][u-ca=iso8601]", 20778, true},
		{"2016-12-31T23:59:60Z", 17166, true},
		{"2026-11-21", 0, false},
		{"2026-11-21T19:14:38", 0, false},
		{"2026-11-21 19:14:38Z", 0, false},
		{"2026-11-21T19:14:38,5Z", 0, false},
		{"2026-11-21T9:14:38Z", 0, false},
		{"2026-11-21T19:14:38.Z", 0, false},
		{"2026-11-21T19:14:38+25:00", 0, false},
		{"2026-02-30T19:14:38Z", 0, false},
		{"2026-11-21T19:14:38Z[", 0, false},
		{"2026-11-21T19:14:38Z[]", 0, false},
		{"2026-11-21T19:14:38Z[a b]", 0, false},
		{"yesterday", 0, false},
	}
	for _, test := range tests {
		got := readText(cycloneDX(`"metadata": {"timestamp": "` + test.text + `"}`)).sbom.Timestamp
		want := Date{State: Invalid}
		if test.ok {
			want = Date{State: Stated, Value: Day{Day: test.day, Text: test.text}}
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", test.text, got, want)
		}
	}
}

func TestHead(t *testing.T) {
	r := readText(cycloneDX(
		`"serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"`, `"version": 3`,
		`"metadata": {"manufacturer": {"name": "Vendor", "url": ["https://vendor.example"]}, "authors": [{"name": "Ann", "email": "ann@vendor.example"}],
			"manufacture": {"name": "Maker"}, "supplier": {"name": "Shop"},
			"lifecycles": [{"phase": "build"}, {"name": "own", "description": "x"}],
			"tools": [{"vendor": "v", "name": "gen", "version": "unknown"}],
			"component": {"bom-ref": "root", "type": "firmware", "group": "g", "name": "gateway", "version": "2.4.1",
				"purl": "pkg:generic/gateway@2.4.1", "cpe": "nonsense", "hashes": [{"alg": "MD5", "content": "d41d8cd98f00b204e9800998ecf8427e"}]}}`,
		`"compositions": [{"aggregate": "complete", "assemblies": ["other"]}, {"aggregate": "complete", "assemblies": ["root"]}, {"dependencies": ["root"], "aggregate": "incomplete"}]`))
	s := r.sbom
	stated := func(v string) Text { return Text{Stated, v} }
	none := Text{State: Absent}
	want := emptySBOM()
	want.SpecVersion, want.SerialNumber, want.Version = "1.6", stated("urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"), Integer{Stated, 3}
	want.Authors = List[Party]{Stated, []Party{{stated("Ann"), stated("ann@vendor.example"), none}, {stated("Vendor"), none, stated("https://vendor.example")}}}
	want.Tools = List[Tool]{Stated, []Tool{{stated("gen"), Text{State: Placeholder}}}}
	want.Generator = Generator{Name: "gen"}
	want.Lifecycles = Texts{Stated, []string{"build", "own"}}
	want.Completeness = stated("incomplete")
	want.Subject = Subject{State: Stated, BOMRef: stated("root"), Type: stated("firmware"), Group: stated("g"), Name: stated("gateway"),
		Version: stated("2.4.1"), PURL: stated("pkg:generic/gateway@2.4.1"), CPE: Text{State: Invalid},
		Manufacturer: stated("Maker"), Supplier: stated("Shop"), Hashes: []Hash{{"MD5", "d41d8cd98f00b204e9800998ecf8427e"}}}
	want.Facts = s.Facts
	if diff := cmp.Diff(want, *s); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
}

func TestVersionAndSerialForms(t *testing.T) {
	for members, want := range map[string]Integer{
		`"version": 1`: {Stated, 1}, `"version": 0`: {State: Invalid}, `"version": -1`: {State: Invalid},
		`"version": 1.5`: {State: Invalid}, `"version": "1"`: {State: Invalid}, `"x": 1`: {State: Absent},
	} {
		if got := readText(cycloneDX(members)).sbom.Version; got != want {
			t.Errorf("%s: %+v, want %+v", members, got, want)
		}
	}
	for members, want := range map[string]State{
		`"serialNumber": "urn:uuid:missing-metadata-001"`: Invalid, `"serialNumber": "3e671687-395b-41f5-a30f-a58921a69b79"`: Invalid,
		`"serialNumber": ""`: Absent, `"serialNumber": "unknown"`: Placeholder, `"serialNumber": []`: Invalid,
	} {
		if got := readText(cycloneDX(members)).sbom.SerialNumber.State; got != want {
			t.Errorf("%s: %s, want %s", members, got, want)
		}
	}
}

func TestCompleteness(t *testing.T) {
	subject := `"metadata": {"component": {"bom-ref": "root", "name": "x"}}`
	for compositions, want := range map[string]Text{
		`[]`: {State: Absent},
		`[{"aggregate": "complete", "assemblies": ["root"]}]`:                                                                 {Stated, "complete"},
		`[{"aggregate": "complete"}]`:                                                                                         {Stated, "complete"},
		`[{"aggregate": "complete", "assemblies": ["other"]}]`:                                                                {State: Absent},
		`[{"aggregate": "incomplete", "assemblies": ["other"]}]`:                                                              {Stated, "incomplete"},
		`[{"aggregate": "complete"}, {"aggregate": "incomplete"}]`:                                                            {State: Absent},
		`[{"aggregate": "unknown", "assemblies": ["root"]}]`:                                                                  {State: Unknown},
		`[{"aggregate": "not_specified", "assemblies": ["root"]}]`:                                                            {State: Placeholder},
		`[{"aggregate": "whole", "assemblies": ["root"]}]`:                                                                    {State: Invalid},
		`[{"aggregate": "complete", "assemblies": ["root"]}, {"aggregate": "unknown", "dependencies": ["root"]}]`:             {State: Unknown},
		`[{"assemblies": ["root"], "aggregate": "incomplete_third_party_only"}, {"aggregate": "complete", "assemblies": []}]`: {Stated, "incomplete_third_party_only"},
		`{}`: {State: Invalid},
	} {
		if got := readText(cycloneDX(subject, `"compositions": `+compositions)).sbom.Completeness; got != want {
			t.Errorf("%s: %+v, want %+v", compositions, got, want)
		}
	}
}

func TestSecurityContact(t *testing.T) {
	withReferences := func(own, subjects string) string {
		return cycloneDX(`"metadata": {"component": {"name": "x", "externalReferences": [`+subjects+`]}}`, `"externalReferences": [`+own+`]`)
	}
	reference := func(kind, url string) string { return `{"type": "` + kind + `", "url": "` + url + `"}` }
	tests := []struct {
		own, subjects string
		want          Contact
	}{
		{"", "", Contact{State: Absent}},
		{reference("website", "https://x.example"), "", Contact{State: Absent}},
		{reference("advisories", "https://x.example/a") + "," + reference("security-contact", "mailto:psirt@x.example"), reference("security-contact", "mailto:other@x.example"),
			Contact{Stated, "mailto:psirt@x.example", true, "/externalReferences/1"}},
		{reference("advisories", "https://x.example/a"), reference("rfc-9116", "https://x.example/.well-known/security.txt"),
			Contact{Stated, "https://x.example/.well-known/security.txt", true, "/metadata/component/externalReferences/0"}},
		{reference("security-contact", "N/A"), reference("advisories", "https://x.example/a"),
			Contact{Stated, "https://x.example/a", true, "/metadata/component/externalReferences/0"}},
		{reference("security-contact", "N/A"), "", Contact{Placeholder, "", false, "/externalReferences/0"}},
		{reference("security-contact", "call us"), "", Contact{Stated, "call us", false, "/externalReferences/0"}},
		{`{"type": "security-contact"}`, "", Contact{Absent, "", false, "/externalReferences/0"}},
	}
	for _, test := range tests {
		if got := readText(withReferences(test.own, test.subjects)).sbom.Facts.SecurityContact; got != test.want {
			t.Errorf("%s; %s: %+v, want %+v", test.own, test.subjects, got, test.want)
		}
	}
}

func TestGraph(t *testing.T) {
	r := readText(cycloneDX(
		`"dependencies": [{"ref": "root", "dependsOn": ["a", "svc", "a"]}, {"ref": "a", "dependsOn": ["b", "ghost"]}, {"ref": "b", "dependsOn": ["a", "root"]},
			{"ref": "ghost", "dependsOn": ["lost", "tool"]}, {"dependsOn": ["b"]}, {"ref": "vuln"}]`,
		`"components": [{"bom-ref": "a", "name": "a"}, {"bom-ref": "b", "name": "b", "components": [{"name": "within b"}]},
			{"bom-ref": "c", "name": "c"}, {"bom-ref": "a", "name": "a again"}, {"name": "no ref"}, {"bom-ref": "svc", "name": "as the service"}]`,
		`"services": [{"bom-ref": "svc", "name": "s"}]`,
		`"vulnerabilities": [{"bom-ref": "vuln"}]`,
		`"metadata": {"component": {"bom-ref": "root", "name": "x"}, "tools": {"components": [{"bom-ref": "tool", "name": "t"}]}}`))
	want := GraphFacts{State: Stated, Entries: 6, Edges: 10, Dangling: []Row{1, 3, 4, 5}, DanglingReferences: 5, Self: []Row{},
		Orphans: []Row{3, 5}, RootListed: true, Direct: 2, Depth: 2, Unlisted: []Row{2, 3, 5, 6}, Leaves: 0}
	if diff := cmp.Diff(want, r.sbom.Facts.Graph); diff != "" {
		t.Errorf("graph (-want +got):\n%s", diff)
	}
	if !slices.Equal(r.sbom.Facts.DuplicateRefs, []Row{4, 6}) {
		t.Errorf("duplicate refs: %v", r.sbom.Facts.DuplicateRefs)
	}
	if d := (DependencyTable{r.dependencies}).At(4); d.Ref != "" || !slices.Equal(d.DependsOn, []string{"b"}) {
		t.Errorf("row without ref: %+v", d)
	}
}

// A chain as deep as the document allows must not be walked on the stack.
func TestDeepGraph(t *testing.T) {
	OneGoroutine(t)
	const n = 200_000
	tables := bomTables{subject: 0}
	for i := range n {
		id := tables.refs.id([]byte{byte(i), byte(i >> 8), byte(i >> 16)})
		tables.rows = append(tables.rows, Component{From: "components", Parent: -1, States: &ComponentStates{}})
		tables.rowRefs = append(tables.rowRefs, id)
		if i > 0 {
			at := int32(len(tables.targets))
			tables.targets = append(tables.targets, id)
			tables.edges = append(tables.edges, edgeList{ref: id - 1, from: at, to: at + 1})
		}
	}
	if g := tables.facts(&SBOM{}).Graph; g.Depth != n-1 || g.Direct != 1 || len(g.Orphans) != 0 {
		t.Errorf("depth %d, direct %d, %d orphans", g.Depth, g.Direct, len(g.Orphans))
	}
}
