package evidence

import (
	"encoding/json"
	"strings"
	"testing"
)

// declare reads a declaration that is well formed.
func declare(t *testing.T, text string) (*Declaration, []Problem) {
	t.Helper()
	out := readDeclaration(yamlSource(text), Limits{})
	if out.declaration == nil {
		t.Fatalf("not read: %v", out.problems)
	}
	return out.declaration, out.problems
}

func TestDeclarationExample(t *testing.T) {
	d, problems := declare(t, example(t, "example-fg200.declaration.yaml"))
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	s := d.Support
	if s.Computed.Value.Text != "2031-12-01" || s.EndDiffers != (Integer{Stated, 0}) || s.PeriodMonths != (Integer{Stated, 60}) {
		t.Errorf("support: computed %v, differs %v, months %v", s.Computed, s.EndDiffers, s.PeriodMonths)
	}
	if !d.Disclosure.Contact.WellFormed {
		t.Errorf("contact: %+v", d.Disclosure.Contact)
	}
	if signatory := d.Affirmation.Signatories.Items[0]; !signatory.Known || signatory.SignatureType.Value != "detached" {
		t.Errorf("signatory: %+v", signatory)
	}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "null") {
		t.Errorf("null in %s", data)
	}
}
