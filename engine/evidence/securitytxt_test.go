package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSecurityTxt reads what a file in the form of RFC 9116 says, and no date
// where there is none or more than one.
func TestSecurityTxt(t *testing.T) {
	contacts := func(list ...string) Texts { return Texts{State: Stated, Items: list} }
	none := Texts{State: Absent, Items: []string{}}
	until := Date{State: Stated, Value: Day{Day: 20818, Text: "2026-12-31T23:00:00Z"}}
	for _, c := range []struct {
		name, text string
		want       SecurityTxt
	}{
		{"whole", "# ours\r\nContact: mailto:a@acme.example\r\nContact: https://acme.example/report\r\nExpires: 2026-12-31T23:00:00Z\r\nPolicy: https://acme.example/policy\r\n",
			SecurityTxt{State: Stated, Contacts: contacts("mailto:a@acme.example", "https://acme.example/report"), Expires: until, Policy: Text{Stated, "https://acme.example/policy"}}},
		{"signed", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nCONTACT: tel:+1\nexpires: 2026-12-31T23:00:00Z\n-----BEGIN PGP SIGNATURE-----\nContact: x\n",
			SecurityTxt{State: Stated, Contacts: contacts("tel:+1"), Expires: until, Policy: Text{State: Absent}, Signed: true}},
		{"no day", "Contact: a\nExpires: soon\n", SecurityTxt{State: Stated, Contacts: contacts("a"), Expires: Date{State: Invalid}, Policy: Text{State: Absent}}},
		{"two days", "Expires: 2026-12-31T23:00:00Z\nExpires: 2027-12-31T23:00:00Z\nContact:\n", SecurityTxt{State: Stated, Contacts: none, Expires: Date{State: Invalid}, Policy: Text{State: Absent}}},
		{"no end", "Contact: a\n", SecurityTxt{State: Stated, Contacts: contacts("a"), Expires: Date{State: Absent}, Policy: Text{State: Absent}}},
	} {
		d := readFiles(t, map[string]string{".well-known/security.txt": c.text})
		if diff := cmp.Diff(c.want, d.Attachments[0].Security); diff != "" || d.Attachments[0].Form != "security_txt" {
			t.Errorf("%s: form %s (-want +got):\n%s", c.name, d.Attachments[0].Form, diff)
		}
	}
	long := readSecurityTxt([]byte(strings.Repeat("Contact: a\n", 1<<20)))
	if n := len(long.Contacts.Items); n > maxSecurityTxt/len("Contact: a\n")+1 {
		t.Errorf("%d contacts of a long file are kept", n)
	}
	if got := readFiles(t, map[string]string{"a.txt": "Contact: a\n"}).Attachments[0].Security.State; got != Absent {
		t.Errorf("a file of another name has the state %s", got)
	}
}

// TestProvenance reads who built something and how, and what levels somebody
// who verified that states.
func TestProvenance(t *testing.T) {
	absent := Text{State: Absent}
	none := Texts{State: Absent, Items: []string{}}
	for _, c := range []struct {
		name, kind, predicate string
		want                  Provenance
	}{
		{"SLSA 1", "https://slsa.dev/provenance/v1", `{"buildDefinition": {"buildType": "https://b.example/t"}, "runDetails": {"builder": {"id": "https://b.example"}}}`,
			Provenance{Stated, Text{Stated, "https://b.example"}, Text{Stated, "https://b.example/t"}, absent, none}},
		{"SLSA 0.2", "https://slsa.dev/provenance/v0.2", `{"builder": {"id": "https://b.example"}, "buildType": "https://b.example/t"}`,
			Provenance{Stated, Text{Stated, "https://b.example"}, Text{Stated, "https://b.example/t"}, absent, none}},
		{"summary", "https://slsa.dev/verification_summary/v1", `{"verifier": {"id": "https://v.example"}, "verificationResult": "PASSED", "verifiedLevels": ["SLSA_BUILD_LEVEL_3"]}`,
			Provenance{Stated, absent, absent, Text{Stated, "https://v.example"}, Texts{Stated, []string{"SLSA_BUILD_LEVEL_3"}}}},
		{"summary of a failure", "https://slsa.dev/verification_summary/v1", `{"verifier": {"id": "https://v.example"}, "verificationResult": "FAILED", "verifiedLevels": ["SLSA_BUILD_LEVEL_3"]}`,
			Provenance{Stated, absent, absent, Text{Stated, "https://v.example"}, none}},
		{"another predicate", "https://spdx.dev/Document", `{"builder": {"id": "x"}}`, Provenance{Absent, absent, absent, absent, none}},
	} {
		d := readFiles(t, map[string]string{"a.json": `{"_type": "https://in-toto.io/Statement/v1", "subject": [], "predicateType": "` + c.kind + `", "predicate": ` + c.predicate + `}`})
		if diff := cmp.Diff(c.want, d.Attachments[0].Build); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
