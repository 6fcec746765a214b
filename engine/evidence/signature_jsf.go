package evidence

import (
	"encoding/asn1"
	"encoding/base64"
	"math/big"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// judgedJSF judges the one signature inside a document (JSF 0.82, section 6):
// over the document in canonical form (RFC 8785) without the value of the
// signature. Several signatures, parts that are left out of what is signed, and
// algorithms other than the two that keys are taken for are not supported. The
// key inside the document vouches for nothing: whoever changes the one can
// change the other.
func judgedJSF(text []byte, by Verifier) Judged {
	unsupported := Judged{Outcome: signatureUnsupported}
	var document, signature map[string]jsontext.Value
	if json.Unmarshal(text, &document) != nil || json.Unmarshal(document["signature"], &signature) != nil {
		return unsupported
	}
	var algorithm, value, keyID string
	if json.Unmarshal(signature["algorithm"], &algorithm) != nil || json.Unmarshal(signature["value"], &value) != nil {
		return unsupported // several signers, or a chain
	}
	if _, parts := signature["excludes"]; parts {
		return unsupported
	}
	_ = json.Unmarshal(signature["keyId"], &keyID) // a hint, which need not be there
	bare, known := jsfValue(algorithm, value)
	if !known {
		return unsupported
	}
	delete(signature, "value")
	inner, err := json.Marshal(signature)
	if err != nil {
		return unsupported
	}
	document["signature"] = inner
	whole, err := json.Marshal(document)
	if err != nil {
		return unsupported
	}
	message := jsontext.Value(whole)
	if err := message.Canonicalize(); err != nil {
		return unsupported
	}
	if bare == nil {
		return Judged{Outcome: signatureBroken}
	}
	return by(keyID, message, bare)
}

// jsfValue gives the bytes of a signature as keys verify them: of ECDSA the
// DER form of the two numbers. They are nil where the value is none of the
// algorithm.
func jsfValue(algorithm, value string) (signature []byte, known bool) {
	data, err := base64.RawURLEncoding.DecodeString(value)
	whole := err == nil && len(data) == 64
	switch algorithm {
	case "Ed25519":
	case "ES256":
		if whole {
			numbers := struct{ R, S *big.Int }{new(big.Int).SetBytes(data[:32]), new(big.Int).SetBytes(data[32:])}
			if data, err = asn1.Marshal(numbers); err != nil {
				return nil, true
			}
		}
	default:
		return nil, false
	}
	if !whole {
		return nil, true
	}
	return data, true
}
