package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// spdxSmall is a whole SPDX 2.3 document with one package beside its subject.
const spdxSmall = `{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "dataLicense": "CC0-1.0", "name": "gateway",
"documentNamespace": "https://example.com/spdx/gateway-1",
"creationInfo": {"created": "2026-01-31T12:00:00Z", "creators": ["Tool: syft-1.2.3", "Organization: Example (sbom@example.com)", "Person: Ann ()"]},
"documentDescribes": ["SPDXRef-g"],
"packages": [
 {"SPDXID": "SPDXRef-g", "name": "gateway", "versionInfo": "2.4", "downloadLocation": "NONE", "supplier": "Organization: Example"},
 {"SPDXID": "SPDXRef-l", "name": "lib", "versionInfo": "NOASSERTION", "downloadLocation": "https://example.com/lib", "originator": "Person: Bob (bob@example.com)",
  "checksums": [{"algorithm": "SHA256", "checksumValue": "` + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" + `"}],
  "licenseDeclared": "MIT", "licenseConcluded": "NOASSERTION", "primaryPackagePurpose": "OPERATING-SYSTEM",
  "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:generic/lib@1"}]}],
"relationships": [{"spdxElementId": "SPDXRef-l", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-g"},
 {"spdxElementId": "SPDXRef-l", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "NONE"}]}`

func TestSPDXFields(t *testing.T) {
	d := read(t, map[string]string{"a.spdx.json": spdxSmall})
	if len(d.SBOMs) != 1 || len(d.Bundle.Documents[0].Problems) > 0 {
		t.Fatalf("%+v", d.Bundle.Documents[0])
	}
	s, c := d.SBOMs[0], d.Components[0][0]
	got := []string{s.Format, s.SpecVersion, s.SerialNumber.Value, string(s.Version.State), string(s.Lifecycles.State), string(s.Completeness.State),
		s.Subject.Name.Value, s.Subject.Supplier.Value, s.Tools.Items[0].Version.Value, s.Authors.Items[0].Name.Value, s.Authors.Items[1].Email.Value,
		c.Name, string(c.States.Version), c.PURL, c.Type, c.Producer, string(c.States.Supplier), strings.Join(c.Hashes, ","), strings.Join(c.Licences, ",")}
	want := []string{"spdx", "2.3", "https://example.com/spdx/gateway-1", "unsupported", "unsupported", "unsupported",
		"gateway", "Example", "1.2.3", "Ann", "sbom@example.com",
		"lib", "placeholder", "pkg:generic/lib@1", "operating-system", "Bob", "absent", "SHA-256", "MIT"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	edges := []string{}
	for _, row := range d.Dependencies[0].All() {
		edges = append(edges, fmt.Sprint(row.Ref, " ", row.DependsOn, row.Provides))
	}
	if diff := cmp.Diff([]string{"SPDXRef-g [SPDXRef-l] []", "SPDXRef-l [] []"}, edges); diff != "" {
		t.Error(diff)
	}
	for path, line := range map[string]int{"/components/0/0": 7, "/dependencies/0/1": 12, "/sboms/0/timestamp": 3, "/components/0/0/version": 7} {
		var steps []any
		for _, step := range strings.Split(path[1:], "/") {
			steps = append(steps, any(step))
			if n := 0; len(step) == 1 {
				_, _ = fmt.Sscan(step, &n)
				steps[len(steps)-1] = n
			}
		}
		places, _, err := d.Locate(steps, 10)
		if err != nil || len(places) != 1 || places[0].Line != line {
			t.Errorf("%s: %+v, %v, want line %d", path, places, err, line)
		}
	}
}

// TestSPDXRefused are documents that the gate or the reader refuses.
func TestSPDXRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, text, code string }{
		"duplicate key":   {"a.json", `{"spdxVersion": "SPDX-2.3", "spdxVersion": "SPDX-2.3"}`, "duplicate_key"},
		"key in caps":     {"a.json", `{"spdxVersion": "SPDX-2.3", "Packages": []}`, "key_case"},
		"deep":            {"a.json", `{"spdxVersion": "SPDX-2.3", "x": ` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`, "limit"},
		"old":             {"a.json", `{"spdxVersion": "SPDX-2.0"}`, "unsupported_version"},
		"no version":      {"a.json", `{"spdxVersion": 2.3}`, "unsupported_version"},
		"tag twice":       {"a.spdx", "SPDXVersion: SPDX-2.3\nPackageName: a\nPackageVersion: 1\nPackageVersion: 2\n", "duplicate_key"},
		"no tag":          {"a.spdx", "SPDXVersion: SPDX-2.3\nhello\n", "syntax"},
		"open text":       {"a.spdx", "SPDXVersion: SPDX-2.3\nPackageName: <text>a\n", "syntax"},
		"tag outside":     {"a.spdx", "SPDXVersion: SPDX-2.3\nPackageVersion: 1\n", "syntax"},
		"byte order mark": {"a.json", "\ufeff" + `{"spdxVersion": "SPDX-2.3"}`, "encoding"},
		"graph version":   {"a.json", `{"@context": "https://spdx.org/rdf/3.1.0/spdx-context.jsonld", "@graph": [{"type": "CreationInfo", "specVersion": "3.1.0"}]}`, "unsupported_version"},
	} {
		doc := read(t, map[string]string{c.file: c.text}).Bundle.Documents[0]
		if doc.Readable || len(doc.Kinds) != 1 || doc.Kinds[0] != KindSBOM || len(doc.Problems) != 1 || doc.Problems[0].Code != c.code {
			t.Errorf("%s: %+v, want %s", name, doc, c.code)
		}
	}
}

// TestSPDXOddities are documents that are read, and that ask for care.
func TestSPDXOddities(t *testing.T) {
	d := read(t, map[string]string{"a.spdx.json": strings.NewReplacer("DEPENDENCY_OF", "DESTROYS", `"name": "lib"`, `"name": 7`,
		"https://example.com/spdx/gateway-1", "no namespace", "2026-01-31T12", "31.1.2026 12", "SHA256", "ADLER32").Replace(spdxSmall)})
	var codes []string
	for _, p := range d.Bundle.Documents[0].Problems {
		codes = append(codes, p.Code+" "+p.At.Pointer)
		if p.At.Line == 0 {
			t.Errorf("no line: %+v", p)
		}
	}
	want := []string{"schema /documentNamespace", "schema /creationInfo/created", "schema /relationships/0/relationshipType", "wrong_type /packages/1/name"}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Error(diff)
	}
	states := d.Components[0][0].States
	if states.Name != Invalid || states.Hash != Invalid || d.SBOMs[0].SerialNumber.State != Invalid {
		t.Errorf("%+v", states)
	}
	l := Limits{MaxComponents: 1, MaxDependencies: 1}
	for name, text := range map[string]string{"MaxComponents": strings.Replace(spdxSmall, `"documentDescribes": ["SPDXRef-g"],`, "", 1), "MaxDependencies": spdxSmall} {
		got := readSPDX2(&source{data: []byte(text), syntax: jsonSyntax}, l)
		if n := len(got.problems); got.readable || n == 0 || got.problems[n-1].Limit != name {
			t.Errorf("%s: %+v", name, got.problems)
		}
	}
}
