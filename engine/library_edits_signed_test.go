package engine_test

import (
	"os"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/evidence"
)

// signedExhibits are the bundle that its vendor signed, before a buyer who
// trusts the vendor's key.
var signedExhibits = []exhibit{
	{plant: plant{fact: "", put: asSigned}, fixture: signedFixture, buyer: trusts, with: withKeys},
	{plant: plant{fact: "SBOMs and declaration were changed after the bundle was signed", put: func(b *seedbed) bool {
		asSigned(b)
		b.rewrite("sbom/device.cdx.json", `"3.2.0"`, `"3.2.1"`)
		b.rewrite("declaration/rm-8.cdx.json", "2026", "2025")
		return true
	}}, fixture: signedFixture, buyer: trusts, with: withKeys},
}

const (
	signedFixture = "meter-signed"
	trusts        = "trusts the key in the fixture's keys.yaml"
)

// asSigned leaves each file as it is: what was signed are bytes.
func asSigned(b *seedbed) bool {
	clear(b.docs)
	return true
}

// outcomes are the words of the evidence for what became of a signature.
var outcomes = map[attest.State]string{
	attest.Good: "verified", attest.Expired: "expired", attest.NotYetValid: "not_yet_valid", attest.Unknown: "unknown_key", attest.Broken: "broken",
}

func withKeys(t *testing.T, s *engine.Screening) {
	t.Helper()
	text, err := os.ReadFile("../fixtures/" + signedFixture + "/keys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	keys, err := attest.ParseKeys("keys.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	judge := attest.Verifier(keys, onDay(t, asOf))
	s.Offer = meterOffer
	s.Verifier = func(keyID string, message, signature []byte) evidence.Judged {
		found := judge(keyID, message, signature)
		if found.State == attest.Unknown {
			return evidence.Judged{Outcome: outcomes[found.State]}
		}
		return evidence.Judged{Outcome: outcomes[found.State], KeyID: found.KeyID, Owner: found.Owner, Until: found.Until}
	}
}
