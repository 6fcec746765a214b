package convert_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bidgate/bidgate/engine/convert"
	"github.com/bidgate/bidgate/engine/evidence"
)

// FuzzToAttestation: a form either is refused, or becomes an attestation in
// every version that comes back as it is, and without the form in it with every
// clause and status.
func FuzzToAttestation(f *testing.F) {
	data, err := os.ReadFile(example)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, true)
	f.Fuzz(func(t *testing.T, form []byte, yaml bool) {
		name := "a.json"
		if yaml {
			name = "a.yaml"
		}
		for _, spec := range convert.Specs {
			attestation, err := convert.ToAttestation(name, form, spec)
			if err != nil {
				if attestation != nil {
					t.Fatal("an error and an attestation")
				}
				continue
			}
			back, problems, err := convert.ToForm("a.cdx.json", attestation)
			if err != nil || len(problems) > 0 || !bytes.Equal(back, form) {
				t.Fatalf("comes back as\n%s\n%v %v", back, problems, err)
			}
			without, _, err := convert.ToForm("a.cdx.json", withoutForm(t, attestation))
			if err != nil {
				continue // nothing is answered
			}
			if diff := cmp.Diff(said(t, name, form), said(t, "a.yaml", without)); diff != "" {
				t.Fatalf("(-form +back):\n%s\n%s", diff, without)
			}
		}
	})
}

// said are the clauses that a form answers, each with its status, in any order:
// those of one part stand together in an attestation.
func said(t *testing.T, name string, form []byte) map[string]int {
	t.Helper()
	bundle, err := evidence.OpenFile(name, bytes.NewReader(form), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := evidence.Read(bundle)
	list := map[string]int{}
	for _, declaration := range d.Declarations {
		for _, a := range declaration.Answers {
			list[a.Requirement.Value+" "+a.Status.Value]++
		}
	}
	return list
}

// FuzzToForm: an attestation gives a form or an error, and the form reads again
// as a declaration.
func FuzzToForm(f *testing.F) {
	for _, name := range []string{"example-fg200.cdxa.json", "cdxa-official-1.6.json"} {
		data, err := os.ReadFile("../evidence/testdata/declaration/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, attestation []byte) {
		form, problems, err := convert.ToForm("a.cdx.json", attestation)
		if err != nil {
			if form != nil {
				t.Fatal("an error and a form")
			}
			return
		}
		again, more, err := convert.ToForm("a.cdx.json", attestation)
		if err != nil || !bytes.Equal(form, again) || !cmp.Equal(problems, more, cmpopts.EquateEmpty()) {
			t.Fatalf("read twice, it is\n%s\nand then\n%s", form, again)
		}
		bundle, err := evidence.OpenFile("a.yaml", bytes.NewReader(form), evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if d := evidence.Read(bundle); len(d.Declarations) != 1 {
			t.Fatalf("no declaration in\n%s\n%+v", form, d.Bundle.Documents)
		}
	})
}
