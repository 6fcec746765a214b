package evidence

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const declarationCorpus = "../../../shared/corpus/declaration"

// declarationFile is a file of the corpus of declarations; some of it is here.
func declarationFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "declaration", name))
	if strings.HasSuffix(name, ".yaml") {
		data, err = os.ReadFile(filepath.Join("testdata", name))
	}
	if err != nil {
		data, err = os.ReadFile(filepath.Join(declarationCorpus, name))
	}
	if err != nil {
		t.Skip("the corpus is not beside the project")
	}
	return string(data)
}

// attested is what the manifest of the corpus says of an attestation.
type attested struct {
	Format, Version, Kinds                              string
	Attestations, Mapped, WithClause, WithScore         int
	Assessors, Claims, CounterClaims, Evidence, Targets int
	Dangling, OtherClauses, Signatories                 []string
	ThirdParty, Signed                                  bool
	Answers                                             int
}

func attestedBy(d *Dossier) attested {
	doc := d.Bundle.Documents[0]
	got := attested{Format: doc.Format, Version: doc.FormatVersion, Answers: -1}
	for _, k := range doc.Kinds {
		got.Kinds += string(k) + " "
	}
	for _, a := range d.Attestations {
		got.Attestations, got.Mapped, got.WithClause, got.WithScore = a.Attestations, a.Mapped, a.WithClause, a.WithScore
		got.Assessors, got.Claims, got.CounterClaims, got.Evidence = len(a.Assessors.Items), a.Claims, a.CounterClaims, a.Evidence
		got.Targets, got.Dangling, got.Signed = len(a.Targets.Items), a.Dangling.Items, a.Signed
		got.ThirdParty = len(a.Assessors.Items) > 0 && a.Assessors.Items[0].ThirdParty.Value
		got.OtherClauses, got.Signatories = a.OtherClauses.Items, []string{}
		for _, s := range a.Signatories.Items {
			got.Signatories = append(got.Signatories, fmt.Sprintf("%s, %s, %s, %v, %s", s.Name.Value, s.Role.Value, s.Organization.Value, s.Signed, s.Elsewhere.Value))
		}
		if a.Declaration >= 0 {
			got.Answers = len(d.Declarations[a.Declaration].Answers)
		}
	}
	return got
}

func TestAttestationCorpus(t *testing.T) {
	official := attested{
		Format: "cyclonedx-json", Version: "1.6", Kinds: "attestation ", Attestations: 1, Mapped: 1, WithClause: 1, WithScore: 1, Assessors: 1,
		Claims: 1, Evidence: 3, Targets: 1, Dangling: []string{"counterClaim-1", "requirement-1"}, ThirdParty: true, Signed: true, Answers: -1,
		OtherClauses: []string{"requirement-1"}, Signatories: []string{"Tom, CEO, , true, ", "Jerry, COO, Acme Inc, false, https://example.com/coo-sig.png"},
	}
	newer, inXML := official, official
	newer.Version, inXML.Format = "1.7", "cyclonedx-xml"
	for name, want := range map[string]attested{
		"cdxa-official-1.6.json": official,
		"cdxa-official-1.7.json": newer,
		"cdxa-official-1.6.xml":  inXML,
		"cdxa-temurin-ibm-jdk25.xml": {
			Format: "cyclonedx-xml", Version: "1.6", Kinds: "attestation ", Attestations: 1, Mapped: 1, Assessors: 1,
			Claims: 1, Evidence: 1, Targets: 1, Dangling: []string{}, ThirdParty: true, Answers: -1, OtherClauses: []string{}, Signatories: []string{},
		},
		"example-fg200.cdxa.json": {
			Format: "cyclonedx-json", Version: "1.6", Kinds: "attestation declaration ", Attestations: 1, Mapped: 6, WithClause: 6, WithScore: 5,
			Assessors: 1, Claims: 6, CounterClaims: 1, Evidence: 8, Targets: 4, Dangling: []string{}, Answers: 6,
			OtherClauses: []string{}, Signatories: []string{"Bob Example, Managing Director, Acme Metering Ltd, false, declaration/fg200.declaration.yaml.sig"},
		},
	} {
		d := read(t, map[string]string{name: declarationFile(t, name)})
		if diff := cmp.Diff(want, attestedBy(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for _, p := range d.Bundle.Documents[0].Problems {
			if p.Code != codeDangling || p.At.Line == 0 {
				t.Errorf("%s: %s %s:%d %s", name, p.Code, p.At.Pointer, p.At.Line, p.Message)
			}
		}
		for _, a := range d.Attestations {
			for list, n := range map[string]int{"assessors": len(a.Assessors.Items), "signatories": len(a.Signatories.Items)} {
				at, _, err := d.Locate([]any{"attestations", 0, list, "items", max(n-1, 0)}, 100)
				if n > 0 && (err != nil || len(at) != 1 || at[0].Line == 0) {
					t.Errorf("%s: %s at %v (%v) of %v", name, list, at, err, a.Location)
				}
			}
		}
		if text, err := json.Marshal(d); err != nil || strings.Contains(string(text), "null") {
			t.Errorf("%s: null in the dossier (%v)", name, err)
		}
	}
}

func TestStandardCorpus(t *testing.T) {
	for name, want := range map[string][3]any{
		"standard-official-1.6.json":                                        {"Sample Standard", 3, 3},
		"standards/nist_secure-software-development-framework_1.1.cdx.json": {"Secure Software Development Framework (SSDF) Version 1.1", 65, 0},
		"standards/ssaf-DRAFT-2023-11.cdx.json":                             {"Secure Software Development Attestation Form", 10, 0},
		"standards/scvs-1.0.0.cdx.json":                                     {"Software Component Verification Standard (SCVS)", 93, 3},
	} {
		d := read(t, map[string]string{"a.cdx.json": declarationFile(t, name)})
		if len(d.Catalogues) != 1 || len(d.Attestations) != 0 || d.Bundle.Kinds.Standard.Readable != 1 {
			t.Fatalf("%s: %d catalogues, %d attestations, %+v", name, len(d.Catalogues), len(d.Attestations), d.Bundle.Documents)
		}
		c := d.Catalogues[0]
		if got := [3]any{c.Name.Value, len(c.Clauses.Items), c.Levels}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		if at, _, err := d.Locate([]any{"catalogues", 0, "clauses", "items", 1}, 100); err != nil || at[0].Line == 0 || at[0].Pointer != "/definitions/standards/0/requirements/1" {
			t.Errorf("%s: second clause at %v (%v)", name, at, err)
		}
	}
}

// TestDeclarationTwins: the form and the attestation made of it give the same
// declaration, but for where things stand.
func TestDeclarationTwins(t *testing.T) {
	form := read(t, map[string]string{"a.yaml": declarationFile(t, "example-fg200.declaration.yaml")}).Declarations
	d := read(t, map[string]string{"a.cdx.json": declarationFile(t, "example-fg200.cdxa.json")})
	if len(form) != 1 || len(d.Declarations) != 1 {
		t.Fatalf("%d and %d declarations", len(form), len(d.Declarations))
	}
	holdTwins(t, form[0], d.Declarations[0], []twinDifference{
		{"Format", "declaration", "cyclonedx-attestation", 1, "the two forms"},
		{"(.*\\.)?Location", ".*", ".*", some, "they keep things in other places"},
		{"Disclosure.*Pointer", ".*", ".*", some, "they keep things in other places"},
	})
	if at, _, err := d.Locate([]any{"declarations", 0, "answers", 3}, 100); err != nil || at[0].Pointer != "/declarations/attestations/0/map/3" || at[0].Line == 0 {
		t.Errorf("answer at %v (%v)", at, err)
	}
}

// notDangling leaves out, of the official example of an attestation, references
// that lead nowhere: its schema allows them, and it has two. Other documents
// keep all their problems.
func notDangling(path string, problems []Problem) []Problem {
	if !strings.HasPrefix(filepath.Base(path), "valid-attestation-") {
		return problems
	}
	return slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return p.Code == codeDangling })
}
