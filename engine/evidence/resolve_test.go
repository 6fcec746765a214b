package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// read reads a bundle of files by path.
func read(t *testing.T, files map[string]string) *Dossier {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	b, err := OpenFS(fsys, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return Read(b)
}

func digestFor(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// problemsOf are the codes of a document's problems.
func problemsOf(d *Dossier, path string) []string {
	for _, doc := range d.Bundle.Documents {
		if doc.Path == path {
			return codes(doc.Problems)
		}
	}
	return nil
}

const gatewaySBOM = `{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
"metadata":{"component":{"type":"firmware","bom-ref":"root","group":"acme","name":"gateway","version":"v2.1.0","purl":"pkg:generic/acme/gateway@2.1.0"}},
"components":[{"type":"library","bom-ref":"ssl","name":"openssl","version":"3.5.7","purl":"pkg:generic/openssl@3.5.7"}]}`

func TestEvidenceOutcomes(t *testing.T) {
	report, other := "tested", `{"threats":[{"a/b":1}]}`
	d := read(t, map[string]string{
		"tests/TR-17.txt": report, "tm.json": other, "sbom.cdx.json": gatewaySBOM,
		"decl.yaml": fmt.Sprintf(`declaration: 1
evidence:
  - {id: same, path: tests/TR-17.txt, digest: %q}
  - {id: bare, path: ./tests/TR-17.txt}
  - {id: differs, path: tests/TR-17.txt, digest: %q}
  - {id: gone, path: tests/TR-18.txt}
  - {id: outside, path: ../tests/TR-17.txt}
  - {id: web, url: "https://acme.example"}
  - {id: digest, digest: %q}
  - {id: lost, digest: %q}
  - {id: nothing}
  - {id: tree, path: tm.json}
  - {id: sbom, path: sbom.cdx.json}
  - {id: own, path: decl.yaml}
answers:
  - requirement: ir8259a-SU-2
    evidence:
      - {ref: same, pointer: "#page=3"}
      - {ref: differs}
      - {ref: nowhere}
      - {pointer: /x}
      - {ref: tree, pointer: /threats/0/a~1b}
      - {ref: tree, pointer: /threats/1}
      - {ref: sbom, pointer: /components/0/name}
      - {ref: sbom, pointer: /components/0/name/x}
      - {ref: own, pointer: "#/answers/0/requirement"}
      - {ref: own, pointer: /answers/01}
affirmation: {signatories: [{person: bob, signature: {path: decl.sig, type: detached}}]}
`, digestFor(report), digestFor(other), digestFor(report), digestFor("none of them")),
	})
	decl := d.Declarations[0]
	got := []string{}
	for _, item := range decl.Evidence.Items {
		got = append(got, item.ID.Value+" "+item.File.Outcome)
	}
	want := []string{"same same", "bare no_digest", "differs differs", "gone missing", "outside missing", "web url", "digest same", "lost missing", "nothing none", "tree no_digest", "sbom no_digest", "own no_digest"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
	got = nil
	for _, proof := range decl.Answers[0].Evidence {
		got = append(got, proof.Outcome)
	}
	want = []string{"same", "differs", "dangling", "none", "no_digest", "pointer", "no_digest", "pointer", "no_digest", "pointer"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("proofs (-want +got):\n%s", diff)
	}
	if got := decl.Affirmation.Signatories.Items[0].Signature.Outcome; got != "missing" {
		t.Errorf("signature: %s", got)
	}
	want = []string{
		"dangling_reference /answers/0/evidence/2/ref", "dangling_reference /affirmation/signatories/0/person",
		"digest_differs /evidence/2/digest", "dangling_reference /evidence/3/path", "dangling_reference /evidence/4/path",
		"dangling_reference /affirmation/signatories/0/signature/path",
		"dangling_reference /answers/0/evidence/5/pointer", "dangling_reference /answers/0/evidence/7/pointer", "dangling_reference /answers/0/evidence/9/pointer",
	}
	if diff := cmp.Diff(want, problemsOf(d, "decl.yaml")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestSBOMReferences(t *testing.T) {
	for _, c := range []struct {
		ref     string
		found   bool
		problem string
	}{
		{"{path: sbom.cdx.json}", true, ""},
		{fmt.Sprintf("{digest: %q}", digestFor(gatewaySBOM)), true, ""},
		{fmt.Sprintf("{path: moved.json, digest: %q}", digestFor(gatewaySBOM)), true, ""},
		{"{serial_number: \"urn:uuid:3E671687-395b-41f5-a30f-a58921a69b79\", version: 1}", true, ""},
		{"{path: other.json}", false, "dangling_reference /sbom_ref"},
		{fmt.Sprintf("{path: sbom.cdx.json, digest: %q}", digestFor("x")), true, "digest_differs /sbom_ref/digest"},
		{"{}", false, ""},
		{"unknown", false, ""},
	} {
		d := read(t, map[string]string{"sbom.cdx.json": gatewaySBOM, "tm.yaml": "threat_model: 1\nsbom_ref: " + c.ref})
		ref := d.ThreatModels[0].SBOMRef
		if found := ref.Document == d.SBOMs[0].Document; found != c.found {
			t.Errorf("%s: document %d", c.ref, ref.Document)
		}
		if got := strings.Join(problemsOf(d, "tm.yaml"), " "); got != c.problem {
			t.Errorf("%s: %s, want %q", c.ref, got, c.problem)
		}
	}
}

func TestThreatsNameComponents(t *testing.T) {
	d := read(t, map[string]string{"sbom.cdx.json": gatewaySBOM, "tm.yaml": `threat_model: 1
components: [{id: tls, bom_ref: ssl}, {id: box}, {id: odd, bom_ref: nothing}]
threats:
  - {id: a, bom_refs: ["pkg:generic/openssl@3.5.7", ssl, root, gone, "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#ssl", "urn:cdx:00000000-395b-41f5-a30f-a58921a69b79/1#ssl"]}
  - {id: b, components: [tls, box, "pkg:generic/acme/gateway@2.1.0", absent]}
`})
	want := [][]BOMLink{
		{{"pkg:generic/openssl@3.5.7", 0, 0}, {"ssl", 0, 0}, {"root", 0, -1}, {"gone", -1, -1}, {"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#ssl", 0, 0}, {"urn:cdx:00000000-395b-41f5-a30f-a58921a69b79/1#ssl", -1, -1}},
		{{"ssl", 0, 0}, {"pkg:generic/acme/gateway@2.1.0", 0, -1}},
	}
	for i, threat := range d.ThreatModels[0].Threats.Items {
		if diff := cmp.Diff(want[i], threat.BOMRefs.Items); diff != "" || threat.BOMRefs.State != Stated {
			t.Errorf("%s: %s (-want +got):\n%s", threat.Key, threat.BOMRefs.State, diff)
		}
	}
	wanted := []string{"dangling_reference /components/2/bom_ref", "dangling_reference /threats/0/bom_refs", "dangling_reference /threats/0/bom_refs", "dangling_reference /threats/1/components"}
	if diff := cmp.Diff(wanted, problemsOf(d, "tm.yaml")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	alone := read(t, map[string]string{"tm.yaml": "threat_model: 1\nthreats: [{id: a, bom_refs: [x], components: [y]}]"})
	if got := problemsOf(alone, "tm.yaml"); len(got) != 0 {
		t.Errorf("without an SBOM: %v", got)
	}
}

func TestKnownRisksNameThreats(t *testing.T) {
	decl := "declaration: 1\nknown_risks: [{id: KR-1, threat: T-1}, {id: KR-2, threat: T-2}]"
	d := read(t, map[string]string{"tm.yaml": "threat_model: 1\nthreats: [{id: T-1}]", "decl.yaml": decl})
	if want := []string{"dangling_reference /known_risks/1/threat"}; !cmp.Equal(want, problemsOf(d, "decl.yaml")) {
		t.Errorf("%v", problemsOf(d, "decl.yaml"))
	}
	if alone := read(t, map[string]string{"decl.yaml": decl}); len(problemsOf(alone, "decl.yaml")) != 0 {
		t.Errorf("without a threat model: %v", problemsOf(alone, "decl.yaml"))
	}
}

// TestExampleBundle reads both examples together. What is reported is true:
// the files that they name are not in the bundle, and the summary has neither
// the threat nor the third entry that the declaration points to.
func TestExampleBundle(t *testing.T) {
	d := read(t, map[string]string{
		"declaration/fg200.declaration.yaml": example(t, "example-fg200.declaration.yaml"),
		"threat-model/fg200.yaml":            example(t, "example-fg200.summary.yaml"),
	})
	for path, want := range map[string][]string{
		"threat-model/fg200.yaml": {"dangling_reference /sbom_ref", "dangling_reference /mitigations/0/evidence/0/path"},
		"declaration/fg200.declaration.yaml": {
			"dangling_reference /product/sbom", "dangling_reference /evidence/0/path", "dangling_reference /evidence/1/path",
			"dangling_reference /affirmation/signatories/0/signature/path", "dangling_reference /known_risks/0/threat"},
	} {
		if diff := cmp.Diff(want, problemsOf(d, path)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	for _, doc := range d.Bundle.Documents {
		for _, p := range doc.Problems {
			if p.At.Line == 0 {
				t.Errorf("%s: %v has no line", doc.Path, p)
			}
		}
	}
	data, err := json.Marshal(d)
	if err != nil || strings.Contains(string(data), "null") {
		t.Errorf("%v, or null in %s", err, data)
	}
}
