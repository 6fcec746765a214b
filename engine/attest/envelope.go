package attest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The bounds on an envelope that is read.
const (
	MaxEnvelope   = 32 << 20 // bytes
	MaxSignatures = 64       // in one envelope
)

// envelope is a DSSE envelope as it is written. The library for DSSE that is
// kept is not used for it: it prints to standard output, leaves a signature
// out whose key id (a hint that anyone can change) is another one, takes two
// forms of base64, and brings SSH along. A test holds the two equal.
type envelope struct {
	PayloadType string      `json:"payloadType"`
	Payload     string      `json:"payload"`
	Signatures  []signature `json:"signatures"`
}

type signature struct {
	KeyID string `json:"keyid"`
	Sig   string `json:"sig"`
}

// parsed is an envelope whose base64 is taken off. Nothing in it is trusted.
type parsed struct {
	payloadType string
	payload     []byte
	signatures  []parsedSignature
}

type parsedSignature struct {
	keyID string
	sig   []byte
}

// Sign puts the payload into an envelope with one signature for each key.
func Sign(payloadType string, payload []byte, keys ...PrivateKey) ([]byte, error) {
	if len(keys) == 0 || len(keys) > MaxSignatures {
		return nil, fmt.Errorf("%d keys to sign with; give 1 to %d", len(keys), MaxSignatures)
	}
	e := envelope{PayloadType: payloadType, Payload: base64.StdEncoding.EncodeToString(payload)}
	signed := preAuthentication(payloadType, payload)
	for _, key := range keys {
		public, err := key.Public()
		if err != nil {
			return nil, err
		}
		sig, err := key.sign(signed)
		if err != nil {
			return nil, fmt.Errorf("sign: %w", err)
		}
		e.Signatures = append(e.Signatures, signature{public.ID(), base64.StdEncoding.EncodeToString(sig)})
	}
	text, err := json.Marshal(e, jsontext.WithIndent("  "))
	if err != nil {
		return nil, err
	}
	return append(text, '\n'), nil
}

// preAuthentication is the encoding that is signed, PAE of DSSE v1: type and
// payload with their lengths before them.
func preAuthentication(payloadType string, payload []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "DSSEv1 %d %s %d ", len(payloadType), payloadType, len(payload))
	b.Write(payload)
	return b.Bytes()
}

// parse reads an envelope strictly: one JSON object without a name twice,
// names in their own case, plain base64 and at least one signature. Members
// that DSSE does not name are passed over, as it asks.
func parse(text []byte) (*parsed, error) {
	if len(text) > MaxEnvelope {
		return nil, fmt.Errorf("is larger than %d MiB", MaxEnvelope>>20)
	}
	var e envelope
	if err := json.Unmarshal(text, &e); err != nil {
		return nil, errors.New("is not a signature in the form DSSE, or is damaged")
	}
	switch {
	case e.PayloadType == "":
		return nil, errors.New("is not a signature in the form DSSE: payloadType is missing")
	case len(e.Signatures) == 0:
		return nil, errors.New("holds no signature")
	case len(e.Signatures) > MaxSignatures:
		return nil, fmt.Errorf("holds more than %d signatures", MaxSignatures)
	}
	p := &parsed{payloadType: e.PayloadType}
	var err error
	if p.payload, err = plainBase64(e.Payload); err != nil || len(p.payload) == 0 {
		return nil, errors.New("is damaged: its payload is not base64")
	}
	for _, s := range e.Signatures {
		sig, err := plainBase64(s.Sig)
		if err != nil || len(sig) == 0 {
			return nil, errors.New("is damaged: a signature in it is not base64")
		}
		p.signatures = append(p.signatures, parsedSignature{s.KeyID, sig})
	}
	return p, nil
}

// plainBase64 reads the one way to write bytes: standard, padded, without
// line ends or bits that mean nothing.
func plainBase64(text string) ([]byte, error) {
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	if err == nil && base64.StdEncoding.EncodeToString(data) != text {
		err = errors.New("line ends")
	}
	return data, err
}
