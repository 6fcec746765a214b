package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// readFiles reads a bundle of files given by path.
func readFiles(t testing.TB, files map[string]string) *Dossier {
	t.Helper()
	fsys := fstest.MapFS{}
	for n, text := range files {
		fsys[n] = &fstest.MapFile{Data: []byte(text)}
	}
	b, err := OpenFS(fsys, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	dossierJSON(t, b)
	return Read(b)
}

// told is what a lone document turned out to be.
type told struct {
	Kinds      string // joined by commas, "!" before when unreadable
	Format     string
	Candidates string
	Codes      string
}

func tell(d *Dossier, row int) told {
	doc := d.Bundle.Documents[row]
	got := told{Format: doc.Format, Codes: strings.Join(problems(doc.Problems), ",")}
	for i, k := range doc.Kinds {
		got.Kinds += strings.Repeat(",", min(i, 1)) + string(k)
	}
	if !doc.Readable {
		got.Kinds = "!" + got.Kinds
	}
	var may []string
	for _, kind := range []Kind{KindSBOM, KindThreatModel, KindDeclaration, KindVEX, KindLifecycle, KindStandard, KindAttestation, KindAttachment} {
		for _, r := range d.Bundle.Kinds.byKind()[kind].Candidates {
			if int(r) == row {
				may = append(may, string(kind))
			}
		}
	}
	got.Candidates = strings.Join(may, ",")
	return got
}

func TestRecognition(t *testing.T) {
	const cdx = `{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a"}]}`
	cases := []struct {
		path, data string
		want       told
	}{
		// Nothing known.
		{"a.txt", "hello", told{Kinds: "attachment"}},
		{"a.txt", "", told{Kinds: "attachment"}},
		{"a.json", "", told{Kinds: "attachment"}},
		{"a.json", `{"x": `, told{Kinds: "!attachment", Codes: "syntax"}},
		{"a.json", `[1, 2]`, told{Kinds: "attachment"}},
		{"a.json", `null`, told{Kinds: "attachment"}},
		{"a.yaml", "a: [", told{Kinds: "attachment"}},
		{"a.yaml", "a: &x 1\n", told{Kinds: "attachment"}},
		{"a.xml", "<a/>", told{Kinds: "attachment"}},
		{"a.xml", "<a", told{Kinds: "attachment"}},
		{"a.bin", "\x00\x01\x02\xff", told{Kinds: "attachment"}},
		{"a.zip", "PK\x03\x04junk", told{Kinds: "attachment"}},
		{"a.jpg", "\xff\xd8\xff", told{Kinds: "attachment"}},
		{"readme.md", "Our\ndeclaration: see the PDF\n", told{Kinds: "attachment"}},
		{"declaration.txt", "hello", told{Kinds: "attachment"}},

		// Read.
		{"a.json", cdx, told{Kinds: "sbom", Format: "cyclonedx-json"}},
		{"declaration.json", cdx, told{Kinds: "sbom", Format: "cyclonedx-json"}},

		// Claims by name, and is nothing of the kind.
		{"a.cdx.json", "", told{Kinds: "!sbom", Codes: "syntax"}},
		{"a.cdx.json", `{"x": 1}`, told{Kinds: "!sbom", Codes: "not_a_form"}},
		{"a.cdx.json", `null`, told{Kinds: "!sbom", Codes: "not_an_object"}},
		{"a.cdx.json", `{"x": 1} {}`, told{Kinds: "!sbom", Codes: "trailing_data"}},
		{"a.cdx.json", "hello", told{Kinds: "!sbom", Codes: "syntax"}},
		{"a.cdx.json", "\x1f\x8b\x08", told{Kinds: "!sbom", Codes: "not_a_form"}},
		{"BOM.JSON", "[]", told{Kinds: "!sbom", Codes: "not_an_object"}},
		{"bom.json", "%PDF-1.7", told{Kinds: "!sbom", Format: "pdf", Codes: "not_a_form"}},
		{"a.cdx.xml", "<a/>", told{Kinds: "!sbom", Codes: "not_a_form"}},
		{"a.spdx", "hello", told{Kinds: "!sbom", Codes: "not_a_form"}},
		{"x.vex.json", `{}`, told{Kinds: "!vex", Codes: "not_a_form"}},
		{"my-declaration.yaml", "", told{Kinds: "!declaration", Codes: "not_an_object"}},
		{"my-declaration.yaml", "a: &x 1\n", told{Kinds: "!declaration", Codes: "yaml"}},
		{"my-declaration.yaml", "\xff\xfea\x00", told{Kinds: "!declaration", Codes: "encoding"}},
		{"Threat-Model.yml", "a: 1\n", told{Kinds: "!threat_model", Codes: "not_a_form"}},
		{"threat_model.json", `{"a": 1, "a": 2}`, told{Kinds: "!threat_model", Codes: "duplicate_key"}},

		// Claims by its first keys, and is damaged.
		{"a.json", `{"bomFormat": "CycloneDX", "components": [`, told{Kinds: "!sbom", Format: "cyclonedx-json", Codes: "syntax"}},
		{"a.json", `{"components": [{"a": tru}], "bomFormat": "CycloneDX"}`, told{Kinds: "!sbom", Format: "cyclonedx-json", Codes: "syntax"}},
		{"a.json", "\ufeff" + cdx, told{Kinds: "!sbom", Format: "cyclonedx-json", Codes: "encoding"}},
		{"a.json", cdx + cdx, told{Kinds: "!sbom", Format: "cyclonedx-json", Codes: "trailing_data"}},
		{"a.yaml", "threat_model: 1\nthreats: [\n", told{Kinds: "!threat_model", Format: "summary", Codes: "syntax"}},
		{"a.txt", "declaration: 1\nanswers: *x\n", told{Kinds: "!declaration", Format: "declaration", Codes: "syntax"}},
		{"a.yaml", "{declaration: 1, answers: &x []}\n", told{Kinds: "!declaration", Format: "declaration", Codes: "yaml"}},
		{"a.json", `{"bomFormat": "CycloneDX", "specVersion": "1.5", "declaration": 1}`, told{Kinds: "!sbom", Codes: "ambiguous"}},
		{"a.json", `{"threat_model": 1, "declaration": 1}`, told{Kinds: "!threat_model", Codes: "ambiguous"}},

		// Known, and not read in this version.
		{"a.pdf", "%PDF-1.7", told{Kinds: "attachment", Format: "pdf", Candidates: "threat_model,declaration"}},
		{"a", "\n%PDF-1.7", told{Kinds: "attachment", Format: "pdf", Candidates: "threat_model,declaration"}},
		{"a.docx", "PK\x03\x04[Content_Types].xml word/document.xml", told{Kinds: "attachment", Format: "office", Candidates: "threat_model,declaration"}},
		{"a.odt", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", told{Kinds: "attachment", Format: "office", Candidates: "threat_model,declaration"}},
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", told{Kinds: "attachment", Format: "office", Candidates: "threat_model,declaration"}},
		{"a.json", `{"spdxVersion": "SPDX-2.3"}`, told{Kinds: "sbom", Format: "spdx-json", Codes: "schema,schema,schema,schema,schema"}},
		{"a.yaml", "spdxVersion: SPDX-2.3\n", told{Kinds: "attachment", Format: "spdx-yaml", Candidates: "sbom", Codes: "not_read"}},
		{"a.json", `{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}`, told{Kinds: "attachment", Format: "spdx-json", Candidates: "sbom", Codes: "not_read"}},
		{"bom.json", `{"spdxVersion": "SPDX-2.0"}`, told{Kinds: "!sbom", Format: "spdx-json", Codes: "unsupported_version"}},
		{"bom.json", `{"SPDXVersion": "SPDX-2.3"}`, told{Kinds: "!sbom", Format: "spdx-json", Codes: "key_case"}},
		{"a.spdx", "SPDXVersion: SPDX-2.2\nSPDXVersion: SPDX-2.2\n", told{Kinds: "!sbom", Format: "spdx-tag-value", Codes: "duplicate_key"}},
		{"a.spdx.json", "SPDXVersion: SPDX-2.2\nhello\n", told{Kinds: "!sbom", Format: "spdx-tag-value", Codes: "syntax"}},
		{"a.xml", `<b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.4"/>`, told{Kinds: "sbom", Format: "cyclonedx-xml"}},
		{"a.xml", `<bom xmlns="http://cyclonedx.org/schema/bom/1.1"/>`, told{Kinds: "!sbom", Format: "cyclonedx-xml", Codes: "unsupported_version"}},
		{"a.xml", `<bom xmlns="https://CycloneDX.org/bom"/>`, told{Kinds: "!sbom", Format: "cyclonedx-xml", Codes: "not_cyclonedx"}},
		{"bom.xml", `<bom/>`, told{Kinds: "!sbom", Format: "cyclonedx-xml", Codes: "not_cyclonedx"}},
		{"a.xml", `<bom/>`, told{Kinds: "attachment"}},
		{"a.cdx.xml", `<bom xmlns="urn:other"/>`, told{Kinds: "!sbom", Codes: "not_a_form"}},
		{"a.xml", `<?xml version="1.0" encoding="Latin-1"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>`, told{Kinds: "!sbom", Format: "cyclonedx-xml", Codes: "encoding"}},
		{"a.tm7", `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model"/>`, told{Kinds: "!threat_model", Format: "tmt", Codes: "not_an_object"}},
		{"a.json", `{"otmVersion": "0.2.0"}`, told{Kinds: "threat_model", Format: "otm"}},
		{"a.yaml", "otmVersion: 0.2.0\n", told{Kinds: "threat_model", Format: "otm"}},
		{"a.yaml", "threagile_version: 1.0.0\n", told{Kinds: "threat_model", Format: "threagile"}},
		{"a.json", `{"summary": {}, "detail": {}}`, told{Kinds: "threat_model", Format: "threat-dragon"}},
		{"a.json", `{"schema": 1, "applicationInfo": {}}`, told{Kinds: "threat_model", Format: "threat-composer"}},
		{"a.json", `{"scope": {}, "trust_zones": [], "data_flows": []}`, told{Kinds: "threat_model", Format: "tm-bom"}},
		{"a.json", `{"threat_model": [{"Scenario": "x"}]}`, told{Kinds: "attachment", Format: "stride-gpt", Candidates: "threat_model", Codes: "not_read"}},
		{"a.json", `{"@context": "https://openvex.dev/ns/v0.2.0"}`, told{Kinds: "vex", Format: "openvex"}},
		{"a.json", `{"document": {"category": "csaf_vex"}, "vulnerabilities": []}`, told{Kinds: "!vex", Format: "csaf", Codes: "unsupported_version"}},
		{"a.cdx.json", `{"otmVersion": "0.2.0"}`, told{Kinds: "threat_model", Format: "otm"}},
		{"a.hcl", "spec_version = \"0.1.9\"\n\nthreatmodel \"Gate\" {\n}\n", told{Kinds: "attachment", Format: "hcl", Candidates: "threat_model", Codes: "not_read"}},
		{"a.json", `{"spec_version": 1, "properties_provided": []}`, told{Kinds: "attachment", Format: "alpha-omega", Candidates: "threat_model", Codes: "not_read"}},
		{"a.xml", "<!DOCTYPE cairis_model>\n<cairis_model/>", told{Kinds: "attachment", Format: "cairis", Candidates: "threat_model", Codes: "not_read,xml"}},
		{"a.json", `{"threat_model": [}`, told{Kinds: "attachment", Format: "stride-gpt", Candidates: "threat_model", Codes: "not_read,syntax"}},
		{"a.yaml", "threagile_version: 1.0.0\na: &x b\n", told{Kinds: "threat_model", Format: "threagile"}},

		// Broken before its form could be told.
		{"a.json", `{"a" 1}`, told{Kinds: "!attachment", Codes: "syntax"}},
		{"notes", ` {"a": tru, "otmVersion": "0.2.0"}`, told{Kinds: "!attachment", Codes: "syntax"}},
		{"a.json", `{"a": ` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`, told{Kinds: "!attachment", Codes: "limit MaxDepth"}},
		{"a.json", `{"a": 1} {"b": 2}`, told{Kinds: "!attachment", Codes: "trailing_data"}},
		{"a.log", `{"a": 1}` + "\n" + `{"b": 2}`, told{Kinds: "attachment"}},
		{"README.md", "[![build](x)](y)\n", told{Kinds: "attachment"}},
		{"style.css", "{ color: red }", told{Kinds: "attachment"}},
		{"a.json", "[1, 2]", told{Kinds: "attachment"}},
	}
	for _, c := range cases {
		d := readFiles(t, map[string]string{c.path: c.data})
		if diff := cmp.Diff(c.want, tell(d, 0)); diff != "" {
			t.Errorf("%s %.40q: %s\n%+v", c.path, c.data, diff, d.Bundle.Documents[0].Problems)
		}
	}
}

func TestManifest(t *testing.T) {
	const pdf = "%PDF-1.7"
	sum := sha256.Sum256([]byte(pdf))
	digest := hex.EncodeToString(sum[:])
	cases := []struct {
		name, manifest string
		want           told
		problems       []string
		outcomes       string
	}{
		{"nothing listed", "bundle: 1\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{}, ""},
		{"same", "bundle: 1\ndocuments: [{path: a.pdf, kind: declaration, sha256: " + digest + "}]\n", told{"attachment", "pdf", "declaration", ""}, []string{}, "same"},
		{"prefix and capitals", "bundle: 1\ndocuments: [{path: ./a.pdf, kind: Threat-Model, sha256: \"sha256:" + strings.ToUpper(digest) + "\"}]\n", told{"attachment", "pdf", "threat_model", ""}, []string{}, "same"},
		{"no digest", "bundle: 1\ndocuments: [{path: a.pdf}]\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{}, "no_digest"},
		{"attachment", "bundle: 1\ndocuments: [{path: a.pdf, kind: attachment}]\n", told{"attachment", "pdf", "", ""}, []string{}, "no_digest"},
		{"another kind", "bundle: 1\ndocuments: [{path: a.pdf, kind: test-report}]\n", told{"attachment", "pdf", "", ""}, []string{}, "no_digest"},
		{"a kind that it cannot be", "bundle: 1\ndocuments: [{path: a.pdf, kind: sbom}]\n", told{"!sbom", "pdf", "", "not_a_form"}, []string{}, "no_digest"},
		{"differs", "bundle: 1\ndocuments: [{path: a.pdf, sha256: 00}]\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifestDiffers}, "differs"},
		{"missing", "bundle: 1\ndocuments: [{path: b.pdf}]\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifestMissing}, "missing"},
		{"outside", "bundle: 1\ndocuments: [{path: ../../etc/passwd}]\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifestMissing}, "missing"},
		{"no path", "bundle: 1\ndocuments: [{kind: sbom}, 7]\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifest, codeManifest}, ""},
		{"another version", "bundle: 2\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifest}, ""},
		{"broken", "bundle: [\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifest}, ""},
		{"misspelt", "Bundle: 1\n", told{"attachment", "pdf", "threat_model,declaration", ""}, []string{codeManifest}, ""},
	}
	for _, c := range cases {
		d := readFiles(t, map[string]string{"a.pdf": pdf, "bundle.yaml": c.manifest})
		if diff := cmp.Diff(c.want, tell(d, 0)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(c.problems, problems(d.Bundle.Problems)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		var outcomes []string
		for _, row := range d.Bundle.Manifest.Documents {
			outcomes = append(outcomes, row.Outcome)
		}
		if got := strings.Join(outcomes, ","); got != c.outcomes {
			t.Errorf("%s: outcomes %q, want %q", c.name, got, c.outcomes)
		}
	}
}

func TestTwoManifestsAndNoneAtTheRoot(t *testing.T) {
	d := readFiles(t, map[string]string{"bundle.yaml": "bundle: 1\nvendor: A\n", "bundle.json": `{"bundle": 1, "vendor": "B"}`, "x": ""})
	if diff := cmp.Diff([]string{codeManifest}, problems(d.Bundle.Problems)); diff != "" {
		t.Error(diff)
	}
	d = readFiles(t, map[string]string{"docs/bundle.yaml": "bundle: 1\n", "x": ""})
	if d.Bundle.Manifest.State != Absent || d.Bundle.Manifest.Document != -1 {
		t.Errorf("%+v", d.Bundle.Manifest)
	}
}

func TestYAMLTotal(t *testing.T) {
	OneGoroutine(t)
	files := map[string]string{}
	for i := range 10 {
		files[fmt.Sprintf("declaration%d.yaml", i)] = "declaration: 1\nid: " + strings.Repeat("x", 1<<20) + "\n"
	}
	fsys := fstest.MapFS{}
	for n, text := range files {
		fsys[n] = &fstest.MapFile{Data: []byte(text)}
	}
	b, err := OpenFS(fsys, Limits{MaxYAMLTotal: 3 << 20})
	if err != nil {
		t.Fatal(err)
	}
	over := 0
	for _, doc := range Read(b).Bundle.Documents {
		if len(doc.Problems) > 0 && doc.Problems[0].Limit == "MaxYAMLTotal" {
			over++
		}
	}
	if over != 8 {
		t.Errorf("%d documents are over the bound, want 8", over)
	}
}
