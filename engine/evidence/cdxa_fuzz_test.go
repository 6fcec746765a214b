package evidence

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// FuzzAttestation: whatever a document declares, reading ends, keeps the
// bounds, has no null and no place outside of the document.
func FuzzAttestation(f *testing.F) {
	for _, name := range []string{"cdxa-official-1.6.json", "example-fg200.cdxa.json", "standard-official-1.6.json"} {
		data, err := os.ReadFile("testdata/declaration/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(attest(`, "claims": ["c1", "c1"], "counterClaims": ["c2"], "confidence": {"score": 2}`, noted("status=met")))
	f.Add(attest(`, "conformance": []`, `, "definitions": {"standards": [{"requirements": [null, {"bom-ref": 5}]}]}`))
	f.Fuzz(func(t *testing.T, text string) {
		l := Limits{MaxRows: 500, MaxProblems: 20, MaxStringBytes: 1 << 12}
		src := &source{path: "a.cdx.json", data: []byte(text), syntax: jsonSyntax}
		r := readCycloneDXJSON(src, l)
		if r.declaration == nil {
			return
		}
		if !r.readable || r.attestation == nil {
			t.Fatalf("a declaration without an attestation: %v", r.problems)
		}
		d := &Dossier{Declarations: []Declaration{*r.declaration}, Attestations: []Attestation{*r.attestation}, Catalogues: r.catalogues}
		fillEmpty(d)
		out, err := json.Marshal(d)
		if err != nil || strings.Contains(string(out), ":null") {
			t.Fatalf("null in %s (%v)", out, err)
		}
		for i, a := range d.Declarations[0].Answers {
			if i >= l.MaxRows || a.Location == "" || src.position(a.Location).Line == 0 {
				t.Fatalf("answer %d at %q", i, a.Location)
			}
		}
	})
}
