package evidence

import (
	"fmt"
	"slices"
	"testing"
)

// TestStatementsThatSayNothing: an answer of yes with a blank, or with another
// word for yes, has no statement, in the form and in CycloneDX attestations.
func TestStatementsThatSayNothing(t *testing.T) {
	if !slices.IsSorted(assents) {
		t.Error("assents is searched by halves and is not sorted")
	}
	for text, want := range map[string]State{
		"": Absent, " \t": Absent, "\u00a0\u2003": Absent, "\u200b\ufeff\u2060": Placeholder, "\u3164\uffa0": Placeholder, "- ? !": Placeholder, "\u2800": Placeholder,
		"Yes": Placeholder, "YES.": Placeholder, "ok": Placeholder, "Ok, done!": Placeholder, "Fully compliant.": Placeholder, "Erfüllt": Placeholder,
		"\u2713": Placeholder, "\u2713 met": Placeholder, "Unknown": Unknown,
		"Yes, by a key in each device.": Stated, "Done by the boot loader.": Stated, "Passwords are met with a hash.": Stated, "TPM 2.0": Stated, "x.509": Stated,
	} {
		form := fmt.Sprintf("declaration: 1\nanswers: [{requirement: ir8259a-SU-2, status: met, statement: %q}]\n", text)
		cdxa := fmt.Sprintf(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "definitions": {"standards": [{"bom-ref": "s", "name": "NIST IR 8259A", "requirements": [{"bom-ref": "ir8259a-SU-2", "identifier": "ir8259a-SU-2"}]}]},
 "declarations": {"claims": [{"bom-ref": "c", "predicate": %q}], "attestations": [{"map": [{"requirement": "ir8259a-SU-2", "claims": ["c"], "conformance": {"score": 1}}]}]}}`, text)
		for name, document := range map[string]string{"d.yaml": form, "a.cdx.json": cdxa} {
			d := readFiles(t, map[string]string{name: document})
			if len(d.Declarations) != 1 || len(d.Declarations[0].Answers) != 1 {
				t.Fatalf("%s: %+v", name, d.Declarations)
			}
			a := d.Declarations[0].Answers[0]
			fits := a.Statement.State == want || name == "a.cdx.json" && want != Stated && a.Statement.State == Absent // a claim without words has none
			if !fits || want != Stated && a.Statement.Value != "" {
				t.Errorf("%s: %q is %+v; want %s", name, text, a.Statement, want)
			}
		}
	}
}
