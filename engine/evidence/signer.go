package evidence

import (
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"slices"
	"strings"
)

// maxVerified is how many signatures of one envelope are verified: each costs a
// look at the whole message for each trusted key.
const maxVerified = 64

// Verifier judges a signature over a message by the keys that the buyer trusts.
// KeyID is what the signature says of its key: it can only tell that a key is a
// trusted one whose signature is broken. A Verifier never panics, and is safe
// for concurrent use.
type Verifier func(keyID string, message, signature []byte) Judged

// Judged is what a Verifier says: one of the outcomes verified, expired,
// not_yet_valid, unknown_key and broken, and what the buyer's list says of the
// trusted key that made the signature.
type Judged struct{ Outcome, KeyID, Owner, Until string }

// WithVerifier returns a copy of the dossier, which shares all else with it,
// in which signatures are verified. Which key a signature names never makes it
// good. Without a verifier nothing is checked.
func (d *Dossier) WithVerifier(by Verifier) *Dossier {
	out := *d
	if by == nil {
		return &out
	}
	out.Signatures = slices.Clone(d.Signatures)
	envelopes := map[int]map[string]Judged{}
	for i := range out.Signatures {
		row := &out.Signatures[i]
		judged := Judged{Outcome: signatureUnsupported}
		switch row.Form {
		case bundleSignature, dsseSignature:
			if envelopes[row.Document] == nil {
				envelopes[row.Document] = judgedEnvelope(out.envelope(row.Document), by)
			}
			if found, there := envelopes[row.Document][row.Location]; there {
				judged = found
			}
		case jsfSignature:
			judged = judgedJSF(d.sources[row.Document].data, by)
		case detachedSignature:
			judged = judgedDetached(d.sources[row.Document].bytes(), d.sources[row.Covers[0]].bytes(), by)
		}
		row.take(judged)
	}
	return &out
}

// take enters what was found.
func (row *Signature) take(j Judged) {
	row.Outcome, row.Owner, row.Until = j.Outcome, j.Owner, j.Until
	if j.KeyID != "" {
		row.KeyID = j.KeyID
	}
}

// envelope is the text of the envelope in a document, or of the one beside.
func (d *Dossier) envelope(document int) []byte {
	if document < 0 {
		return d.beside.data
	}
	return d.sources[document].data
}

// judgedEnvelope takes an envelope (DSSE 1.0.2) that the reader has let
// through, and judges its signatures by pointer. Names are taken in their own
// case only, as the reader takes them. What is not base64 was signed by nobody.
func judgedEnvelope(text []byte, by Verifier) map[string]Judged {
	judged := map[string]Judged{}
	var envelope map[string]json.RawMessage
	var signatures []json.RawMessage
	if json.Unmarshal(text, &envelope) != nil || json.Unmarshal(envelope["signatures"], &signatures) != nil {
		return judged
	}
	var payloadType string
	payload, whole := anyBase64(envelope["payload"])
	if json.Unmarshal(envelope["payloadType"], &payloadType) != nil {
		whole = false
	}
	message := preAuthentication(payloadType, payload)
	for i, raw := range signatures[:min(len(signatures), maxVerified)] {
		found := Judged{Outcome: signatureBroken}
		var s map[string]json.RawMessage
		if json.Unmarshal(raw, &s) == nil {
			var keyID string
			_ = json.Unmarshal(s["keyid"], &keyID) // a hint, which need not be there
			if signature, ok := anyBase64(s["sig"]); ok && whole {
				found = by(keyID, message, signature)
			}
		}
		judged[fmt.Sprintf("/signatures/%d", i)] = found
	}
	return judged
}

// anyBase64 is base64Text of a text in JSON.
func anyBase64(raw json.RawMessage) ([]byte, bool) {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return nil, false
	}
	return base64Text(text)
}

// preAuthentication is what is signed (DSSE, "PAE").
func preAuthentication(payloadType string, payload []byte) []byte {
	return fmt.Appendf(nil, "DSSEv1 %d %s %d %s", len(payloadType), payloadType, len(payload), payload)
}

// judgedDetached judges a bare signature over a document.
func judgedDetached(signature, message []byte, by Verifier) Judged {
	if bare := bareSignature(signature); bare != nil {
		return by("", message, bare)
	}
	return Judged{Outcome: signatureUnsupported}
}

// bareSignature gives the bytes of a signature that stands alone in a file, as
// openssl writes it or as cosign does in base64: 64 bytes of Ed25519, or a DER
// sequence of ECDSA on P-256. Anything else is nil.
func bareSignature(data []byte) []byte {
	const most = 256 // more than base64 of the longest
	if len(data) > most {
		return nil
	}
	if block, _ := pem.Decode(data); block != nil {
		return nil
	}
	if isSignature(data) {
		return data
	}
	if text, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(data))); err == nil && isSignature(text) {
		return text
	}
	return nil
}

// isSignature tells by length and first bytes.
func isSignature(data []byte) bool {
	return len(data) == 64 || len(data) >= 8 && len(data) <= 72 && data[0] == 0x30 && int(data[1]) == len(data)-2
}

// bytes are those of the document as it was sent.
func (s *source) bytes() []byte {
	if s.original != nil {
		return s.original.data
	}
	return s.data
}
