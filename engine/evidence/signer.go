package evidence

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
)

// What is known of a signature of an envelope.
const (
	signerNotChecked = "not_checked" // no keys were given
	signerVerified   = "verified"    // a trusted key made it
	signerFailed     = "failed"      // no trusted key made it
)

// Verifier says whether a key that the buyer trusts made a signature over a
// message. It never panics, and is safe for concurrent use.
type Verifier func(message, signature []byte) bool

// WithVerifier returns a copy of the dossier, which shares all else with it,
// in which the signatures of envelopes (DSSE 1.0.2) are verified. Which key an
// envelope names decides nothing. Without a verifier nothing is checked.
func (d *Dossier) WithVerifier(by Verifier) *Dossier {
	out := *d
	if by == nil {
		return &out
	}
	out.Attachments = slices.Clone(d.Attachments)
	for i := range out.Attachments {
		a := &out.Attachments[i]
		if len(a.Signers.Items) == 0 {
			continue
		}
		a.Signers.Items = slices.Clone(a.Signers.Items)
		verified := verifiedSignatures(d.sources[a.Document].data, by)
		for j := range a.Signers.Items {
			signer := &a.Signers.Items[j]
			signer.Outcome = signerFailed
			if verified[signer.Location] {
				signer.Outcome = signerVerified
			}
		}
	}
	return &out
}

// verifiedSignatures takes an envelope that the reader has let through, and
// gives the pointers of its good signatures. Names are taken in their own case
// only, as the reader takes them. What is not base64 was signed by nobody.
func verifiedSignatures(text []byte, by Verifier) map[string]bool {
	good := map[string]bool{}
	var envelope map[string]json.RawMessage
	var signatures []json.RawMessage
	if json.Unmarshal(text, &envelope) != nil || json.Unmarshal(envelope["signatures"], &signatures) != nil {
		return good
	}
	var payloadType string
	payload, ok := anyBase64(envelope["payload"])
	if !ok || json.Unmarshal(envelope["payloadType"], &payloadType) != nil {
		return good
	}
	message := preAuthentication(payloadType, payload)
	for i, raw := range signatures {
		var s map[string]json.RawMessage
		if json.Unmarshal(raw, &s) != nil {
			continue
		}
		if signature, ok := anyBase64(s["sig"]); ok && by(message, signature) {
			good[fmt.Sprintf("/signatures/%d", i)] = true
		}
	}
	return good
}

// anyBase64 takes a text in one of both alphabets, as DSSE asks of who verifies.
func anyBase64(raw json.RawMessage) ([]byte, bool) {
	var text string
	if json.Unmarshal(raw, &text) != nil || text == "" {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		data, err = base64.URLEncoding.DecodeString(text)
	}
	return data, err == nil
}

// preAuthentication is what is signed (DSSE, "PAE").
func preAuthentication(payloadType string, payload []byte) []byte {
	return fmt.Appendf(nil, "DSSEv1 %d %s %d %s", len(payloadType), payloadType, len(payload), payload)
}
