package evidence

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWithVerifier: what is verified is what the reader reads, and each
// signature has its own outcome.
func TestWithVerifier(t *testing.T) {
	const message = "DSSEv1 10 text/plain 2 hi"
	envelope := func(members string) string {
		return `{"payloadType": "text/plain", "payload": "aGk=", "signatures": [` + members + `]}`
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a good one", envelope(`{"keyid": "a", "sig": "Z29vZA=="}`), []string{"verified"}},
		{"the other alphabet", envelope(`{"sig": "Z28_"}`), []string{"unknown_key"}},
		{"a bad one and a good one", envelope(`{"sig": "YmFk"}, {"sig": "Z29vZA=="}`), []string{"unknown_key", "verified"}},
		{"no text", envelope(`{"sig": "%%"}, {"keyid": "a"}, {"sig": 1}`), []string{"broken", "broken", "broken"}},
		{"an entry that is none", envelope(`"x", {"sig": "Z29vZA=="}`), []string{"broken", "verified"}},
		{"a name in another case", `{"payloadType": "text/plain", "payload": "Ynll", "PAYLOAD": "aGk=", "signatures": [{"sig": "Z29vZA=="}]}`, []string{"unknown_key"}},
		{"another payload", strings.Replace(envelope(`{"sig": "Z29vZA=="}`), "aGk=", "Ynll", 1), []string{"unknown_key"}},
		{"a payload that is no base64", strings.Replace(envelope(`{"sig": "Z29vZA=="}`), "aGk=", "!", 1), []string{"broken"}},
		{"its key is known", strings.Replace(envelope(`{"keyid": "mine", "sig": "Z29vZA=="}`), "aGk=", "Ynll", 1), []string{"broken"}},
		{"more than are verified", envelope(strings.Repeat(`{"sig": "YmFk"}, `, 64) + `{"sig": "Z29vZA=="}`), append(slices.Repeat([]string{"unknown_key"}, 64), "unsupported")},
	} {
		bundle, err := OpenFile("a.dsse.json", strings.NewReader(c.text), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		d := Read(bundle)
		outcomes := func(d *Dossier) []string {
			got := []string{}
			for _, s := range d.Signatures {
				got = append(got, s.Outcome)
			}
			return got
		}
		verified := d.WithVerifier(func(keyID string, signed, signature []byte) Judged {
			switch {
			case string(signed) == message && string(signature) == "good":
				return Judged{Outcome: "verified"}
			case keyID == "mine":
				return Judged{Outcome: "broken"}
			}
			return Judged{Outcome: "unknown_key"}
		})
		if diff := cmp.Diff(c.want, outcomes(verified)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		for _, outcome := range append(outcomes(d), outcomes(d.WithVerifier(nil))...) {
			if outcome != "not_checked" {
				t.Errorf("%s: %s without a verifier", c.name, outcome)
			}
		}
	}
}
